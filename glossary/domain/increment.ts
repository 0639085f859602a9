/** Increments: specifications, plans and tasks that refer to each other by ids. Pure functions over a page's facts and text. */
export { expand as expandedKeys, kindOfLabel } from "./increment/fields.ts";
export {
  canonicalId,
  type IdKind,
  type IncrementId,
  idOf,
  idsIn,
  storyOfCriterion,
  type WrittenId,
} from "./increment/ids.ts";
export { calledId, kiroIdOf, kiroNumber } from "./increment/kiro/ids.ts";
export { endsInReference } from "./increment/kiro/refs.ts";
export {
  type IncrementLayout,
  type IncrementPlace,
  type IncrementRole,
  type IncrementShelf,
  incrementPlace,
  isIncrementJson,
  isSpecweaveConfig,
} from "./increment/layout.ts";
export {
  addMetadata,
  type JsonField,
  type Metadata,
  readMetadata,
  readProjects,
} from "./increment/metadata.ts";
export type * from "./increment/model.ts";
export { incrementOutside, readIncrement } from "./increment/read.ts";
export {
  type IncrementStatus,
  readIncrementStatus,
  STATUSES,
  type StatusName,
  type Work,
  workOf,
  workOfMark,
} from "./increment/words.ts";
