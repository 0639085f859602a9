/** Architecture decision records: what they are, say and refer to. Pure functions over a page's facts and text. */
export { type AdrDate, readDate } from "./adr/date.ts";
export { type AdrDocument, decisionText, meaningsOf, readAdr } from "./adr/document.ts";
export { type AdrEntry, entriesOf, isDecisionLog, type JudgedEntry, judgeEntries } from "./adr/entry.ts";
export { type AdrId, idOfPath, idOfText, idOfTitle, isSerial, type Mention, mentionsIn } from "./adr/id.ts";
export { isUnderstood } from "./adr/language.ts";
export { type AdrKind, adrFolder } from "./adr/recognise.ts";
export { type AdrExports, type AdrRecord, adrOutside, readAdrExports } from "./adr/record.ts";
export { OPPOSITE, type Relation, type RelationKind } from "./adr/relations.ts";
export { type AdrRole, adrRole, isSidecar, SIDECAR } from "./adr/role.ts";
export { inherited, meaningOf, type Part, partsOf } from "./adr/sections.ts";
export { type AdrSource, matterValue, visibleText } from "./adr/source.ts";
export { type AdrStatus, readStatus, statusKind } from "./adr/status.ts";
export { OFFERED, STATUS_WORDS, type StatusKind } from "./adr/statusWords.ts";
export { type AdrStyle, REQUIRED, STYLE_NAMES } from "./adr/style.ts";
export { countPlaceholders, hasSubstance } from "./adr/substance.ts";
export { judge, type Rationale, type Verdict } from "./adr/verdict.ts";
export type { Meaning } from "./adr/words.ts";
