/** Which documents state requirements, by their path: only there is a number a promise. */
import { basename, dirname } from "../../text/paths.ts";

const FILE =
  /^(?:(?:spec|plan|tasks?|requirements?|design|proposal|prd|nfrs?|slos?|slas?|non-functional|quality[-_](?:scenarios?|goals?|attributes?|tree)|rubric)(?:[-_.][\w.-]*)?|(?:rfc|adr|kep|nfr)[-_ ]?\d[\w.-]*|[\w.-]*[-_.](?:spec|plan|design|prd|nfrs?|requirements?|quality(?:[-_]scenarios?|[-_]goals?|[-_]attributes?|[-_]tree)?|slos?|slas?|targets|goals|budgets?|success-(?:metrics|criteria)))\.(?:md|mdx|markdown)$/i;
const FOLDER =
  /(?:^|\/)(?:adrs?|decisions|rfcs?|keps|enhancements|specs|requirements|prds?|nfrs?|slos?|plans|proposals|epics|stories|design-?docs)\//i;
/** Pages that explain, and pages that say what others should write. */
const ELSEWHERE =
  /(?:^|\/)(?:glossary|glossaries|learn|learning|guides?|tutorials?|blog|agents?|skills?|commands?|prompts?|plugins?|templates?|archetypes|examples?|changelogs?|node_modules|fixtures?|reports?|logs?)\//i;
const GENERAL = /^(?:readme|index|changelog|template|contributing|claude|agents|skill|glossary)\b/i;

/** Pages of the living docs say again what a specification says. */
const COPY = /(?:^|\/)(?:FS|EPIC)-\d/;

/** True for specifications, plans, tasks, decision records and requests for comments. */
export function isRequirements(path: string): boolean {
  const name = basename(path);
  if (GENERAL.test(name) || ELSEWHERE.test(`${dirname(path)}/`) || COPY.test(path)) return false;
  return FILE.test(name) || FOLDER.test(path);
}

const REPORT =
  /(?:^|\/)(?:reports?|results?|benchmarks?)\/|(?:benchmark|load-?test|performance)[\w-]*(?:report|results?)?\.mdx?$/i;

/** True for reports: they give what was measured, without saying so on each line. */
export function isReport(path: string): boolean {
  return REPORT.test(path);
}
