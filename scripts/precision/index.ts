/** What `npm run eval:precision` computes, without files and processes. */
export { areaOf, COLUMNS, type Finding, findingOf, type Judged, judgedOf } from "./finding.ts";
export { type Matching, match } from "./match.ts";
export { expectedOf, recall } from "./missed.ts";
export { causes, changes, precisionTable } from "./report.ts";
export { judgementFile } from "./update.ts";
