/** What the folders of a path say of how serious it is. */
import { patternOf } from "../languages/merge.ts";
import { basename, dirname } from "../text/paths.ts";

const SET_ASIDE =
  /^(?:[_.]?(?:archived?s?|abandoned|attic|obsolete|superseded|deprecated|rejected|graveyard|old))$/i;
const SAMPLES = /^(?:(?:.*[-_.])?(?:tests?|fixtures?)|testdata|__tests__|__fixtures__)$/i;

/** True for paths that someone has put away: what is wrong there is nobody's task. */
export function isSetAside(path: string): boolean {
  return dirname(path)
    .split("/")
    .some((segment) => SET_ASIDE.test(segment));
}

/** True for paths of tests and their data. */
export function isSample(path: string): boolean {
  return dirname(path)
    .split("/")
    .some((segment) => SAMPLES.test(segment));
}

const TEMPLATE = new RegExp(`(?:^|[-_. ])(?:${patternOf(({ files }) => files?.templates)})(?=[-_.]|$)`, "i");

/** Pages that others copy, or that tell an assistant what to do in a folder of its choice; archetypes are templates of Hugo. */
const SKELETONS = /(?:^|\/)(?:(?:[\w-]*[-_])?templates?|archetypes|agents?|skills?|commands?|prompts?)\//i;
const SKELETON_NAME = /^(?:agents?|skill|claude)\./i;
const SKELETON_CAMEL = /[a-z]Template\b/;

/** True for a page that is copied elsewhere, or followed elsewhere, before its addresses lead anywhere. */
export function isSkeleton(path: string): boolean {
  const name = basename(path);
  return (
    SKELETONS.test(path) || SKELETON_NAME.test(name) || SKELETON_CAMEL.test(name) || isTemplateName(path)
  );
}

/** True for a file that is called a template, in any language. */
export function isTemplateName(path: string): boolean {
  return TEMPLATE.test(basename(path));
}
