/** The queries that the pages of an increment show, and what is known of their indexes. */

import { candidatesOn, scopesOf } from "../../query/index/queries.ts";
import { schemaFor } from "../../query/index/schema.ts";
import type { Diagnostic } from "../../rule/run.ts";
import type { PerformancePage, PerformanceView } from "../index/view.ts";

export interface Queries {
  /** How many queries are shown. */
  readonly count: number;
  /** Those that no index covers, where that is more than a hint. */
  readonly unindexed: readonly Diagnostic[];
}

export const UNINDEXED = "query/unindexed";

/** The queries on pages; `findings` are those of all rules on them. None as long as there is no parser for SQL. */
export function queriesOf(
  snapshot: PerformanceView,
  pages: readonly PerformancePage[],
  findings: readonly Diagnostic[],
): Queries {
  const { sql } = snapshot;
  const count = pages
    .flatMap((page) => {
      const candidates = sql ? candidatesOn(page) : [];
      if (!sql || candidates.length === 0) return [];
      const schema = schemaFor(page, snapshot);
      return candidates.map((candidate) => scopesOf(candidate, sql, schema));
    })
    .filter(({ length }) => length > 0).length;
  const unindexed = findings.filter(({ rule, severity }) => rule === UNINDEXED && severity !== "hint");
  return { count: Math.max(count, unindexed.length), unindexed };
}
