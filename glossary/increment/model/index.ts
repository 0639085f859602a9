/** Increments: specifications, plans and tasks that refer to each other by ids. Pure functions over a page's facts and text. */

export { criteriaOfRange, expand as expandedKeys, kindOfLabel } from "./fields.ts";
export {
  calledId,
  canonicalId,
  criterionPrefix,
  type IdKind,
  type IncrementId,
  idOf,
  idsIn,
  storyOfCriterion,
  type WrittenId,
} from "./ids.ts";
export { addMetadata, type JsonField, type Metadata, readMetadata } from "./metadata.ts";
export type * from "./model.ts";
export * from "./place.ts";
export { hasBlank } from "./putOff.ts";
export {
  type IncrementStatus,
  readIncrementStatus,
  STATUSES,
  type StatusName,
  type Work,
  workOf,
  workOfMark,
} from "./words.ts";
