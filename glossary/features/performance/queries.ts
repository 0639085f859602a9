/** The queries that the pages of an increment show, and what is known of their indexes. */
import type { Increment } from "../../workspace/increments.ts";
import type { Snapshot } from "../../workspace/workspace.ts";
import type { CheckFinding } from "./report.ts";

export interface Queries {
  /** How many queries are shown. */
  readonly count: number;
  /** Those that no index covers. */
  readonly unindexed: readonly CheckFinding[];
}

/** No page shows queries as far as is known. */
export function queriesOf(_snapshot: Snapshot, _increment: Increment): Queries {
  return { count: 0, unindexed: [] };
}
