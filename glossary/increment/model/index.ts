/** Increments: specifications, plans and tasks that refer to each other by ids. Pure functions over a page's facts and text. */

export { calledId, kiroIdOf, kiroNumber } from "../layouts/kiro/ids.ts";
export { endsInReference } from "../layouts/kiro/refs.ts";
export { incrementPlace, isIncrementJson } from "../layouts/places.ts";
export { incrementOutside, readIncrement } from "../layouts/read.ts";
export { expand as expandedKeys, kindOfLabel } from "./fields.ts";
export {
  canonicalId,
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
export {
  type IncrementStatus,
  readIncrementStatus,
  STATUSES,
  type StatusName,
  type Work,
  workOf,
  workOfMark,
} from "./words.ts";
