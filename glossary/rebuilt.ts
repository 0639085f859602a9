/** What had to be made anew for a state, for somebody who wonders where time went. */
import type { Snapshot } from "./workspace/workspace.ts";

/** What is made from all pages together, and kept for as long as it holds. */
const INDEXES: readonly (readonly [name: string, of: (state: Snapshot) => unknown])[] = [
  ["links", ({ links }) => links],
  ["terms", ({ glossary }) => glossary],
  ["matcher", ({ matcher }) => matcher],
  ["decisions", ({ adrs }) => adrs],
  ["increments", ({ increments }) => increments.folders],
  ["schemas", ({ schemas }) => schemas],
];

/** The names of the indexes that are not those of an earlier state; all of them where there was none. */
export function rebuiltSince(before: Snapshot | undefined, now: Snapshot): string[] {
  return INDEXES.flatMap(([name, of]) => (before && of(before) === of(now) ? [] : [name]));
}
