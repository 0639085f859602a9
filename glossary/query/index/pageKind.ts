/** What a page is as far as its place tells: a plan, a lesson, statements that somebody runs by hand, a history. */
import { isMarkdown } from "../../text/paths.ts";
import type { ReadPage } from "./view.ts";

const SPECIFYING: ReadonlySet<string> = new Set(["spec", "whole", "plan", "tasks"]);

/** True for pages that say what is to be built: what they name is meant. */
export function isPlan({ path, exports }: ReadPage): boolean {
  if (!isMarkdown(path)) return false;
  const place = exports.increment?.place;
  const isRecord = exports.adr.record !== undefined;
  return isRecord || (place !== undefined && isOpenPlan(place)) || PLAN.test(path);
}

/** What is done and put away tells how it has been. */
function isOpenPlan({ role, shelf }: { readonly role: string; readonly shelf: string }): boolean {
  return SPECIFYING.has(role) && shelf !== "completed";
}

/** True for plans and all other pages of increments. */
export function isSpecified(page: ReadPage): boolean {
  return page.exports.increment?.place !== undefined || isPlan(page);
}

const PLAN =
  /(?:^|\/)(?:(?:spec|plan|tasks|design|requirements|proposal)\.mdx?$|rfcs?\/[^/]*$|rfc-?\d[^/]*$)/i;

/** True for pages of statements that somebody runs by hand. */
export function isRunByHand(page: ReadPage): boolean {
  return BY_HAND.test(page.path) && !isSpecified(page);
}

const BY_HAND =
  /(?:^|[/_-])(?:admin|operations?|monitoring|maintenance|on-?call|procedures?|hand-?offs?|deploy(?:ment)?|verification|validation|smoke)(?=[/_.-])|_analysis\.|runbook|playbook|troubleshoot|how-?to|migration-guide|post-?mortem|incident[-_]response|(?:^|[/_-])(?:qa|testing|test-?(?:plan|guide|cases?|data)|notes)(?=[/_.-])/i;

/** True for pages that tell what was changed. */
export function tellsHistory({ path }: ReadPage): boolean {
  return HISTORY.test(path);
}

const HISTORY = /(?:^|[/_-])(?:change-?logs?|history|release-?notes|news|retrospectives?)(?=[/_.-])/i;

/** True for pages that teach how to write queries; a specification may well be about lessons or notes. */
export function isLesson(page: ReadPage): boolean {
  return LESSON.test(page.path) && !isSpecified(page);
}

const LESSON =
  /(?:^|\/)(?:SKILL|AGENTS|CLAUDE)\.md$|guidelines?(?=[/_.-])|best-?practices|standards?\.md|cheat-?sheet|interview|(?:^|[/_-])(?:learn(?:ing)?|tutorials?|lessons?|courses?|exercises?|workshops?|skills|prompts)(?=[/_.-])/i;
