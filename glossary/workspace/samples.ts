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

/** Folders of pages that others copy; archetypes are templates of Hugo. */
const TEMPLATES = /(?:^|\/)(?:(?:[\w-]*[-_])?templates?|archetypes)\//i;
const TEMPLATE_CAMEL = /[a-z]Template\b/;

/** True for a page that is copied before it is filled in. */
export function isTemplate(path: string): boolean {
  return TEMPLATES.test(path) || TEMPLATE_CAMEL.test(basename(path)) || isTemplateName(path);
}

/** Folders of pages that tell an assistant what to do in a folder of its choice. */
const INSTRUCTIONS = /(?:^|\/)(?:agents?|skills?|commands?|prompts?)\//i;
const INSTRUCTIONS_NAME = /^(?:agents?|skill|claude)\./i;

/** True for a page that is copied elsewhere, or followed elsewhere, before its addresses lead anywhere. */
export function isSkeleton(path: string): boolean {
  return INSTRUCTIONS.test(path) || INSTRUCTIONS_NAME.test(basename(path)) || isTemplate(path);
}

const ASSISTANTS =
  /(?:^|\/)(?:\.(?:agents?|amazonq|augment|claude|clinerules|codebuddy|codex|continue|cursor|factory|gemini|iflow|junie|kilocode|opencode|qoder|qwen|roo|trae|windsurf)\/|\.(?:github|vscode)\/(?:agents|chatmodes|instructions|prompts|skills)\/)|\.(?:agent|chatmode|instructions|prompt)\.md$/i;

/** True for a page that tools put into a repository for assistants, which read it in ways of their own. */
export function isForAssistants(path: string): boolean {
  return ASSISTANTS.test(path);
}

/** True for a file that is called a template, in any language. */
export function isTemplateName(path: string): boolean {
  return TEMPLATE.test(basename(path));
}
