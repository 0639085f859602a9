/** Architecture decision records: what they are, say and refer to. Pure functions over a page's facts and text. */
export { type AdrDate, readDate } from "./date.ts";
export { type AdrDocument, decisionText, meaningsOf, readAdr } from "./document.ts";
export { type AdrEntry, entriesOf, isDecisionLog, type JudgedEntry, judgeEntries } from "./entry.ts";
export { type AdrId, idOfPath, idOfText, idOfTitle, isSerial, type Mention, mentionsIn } from "./id.ts";
export { isUnderstood } from "./language.ts";
export { type AdrKind, adrFolder } from "./recognise.ts";
export {
  type AdrExports,
  type AdrRecord,
  adrOutside,
  type KnownEntry,
  type KnownRecord,
  readAdrExports,
} from "./record.ts";
export { OPPOSITE, type Relation, type RelationKind } from "./relations.ts";
export { type AdrRole, adrRole, isSidecar, SIDECAR } from "./role.ts";
export { inherited, meaningOf, type Part, partsOf } from "./sections.ts";
export { type AdrSource, matterValue, visibleText } from "./source.ts";
export { type AdrStatus, type DatedLine, nextDated, readStatus, statusKind } from "./status.ts";
export { OFFERED, STATUS_WORDS, type StatusKind } from "./statusWords.ts";
export { type AdrStyle, REQUIRED, STYLE_NAMES } from "./style.ts";
export { countPlaceholders, hasSubstance } from "./substance.ts";
export { judge, type Rationale, type Verdict } from "./verdict.ts";
export type { Meaning } from "./words.ts";
