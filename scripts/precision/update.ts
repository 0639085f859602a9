import type { Finding, Judged } from "./finding.ts";
import { groupBy } from "./groups.ts";
import type { Matching } from "./match.ts";
import { sample } from "./sample.ts";

/**
 * What a file of judgements is to hold after a run: what was judged, at its present place, what is gone, and what is
 * new. Of each rule at most `most` are asked for, those that were judged among them.
 */
export function judgementFile({ matched, gone, fresh }: Matching, most: number): Judged[] {
  const kept = matched.map(({ finding, judged }) => ({
    ...finding,
    verdict: judged.verdict,
    note: judged.note,
  }));
  const asked = new Set<Finding>();
  for (const [rule, some] of groupBy(fresh, (one) => one.rule)) {
    const judged = kept.filter((one) => one.rule === rule && one.verdict !== "-").length;
    for (const one of sample(some, Math.max(0, most - judged), ({ repository }) => repository))
      asked.add(one);
  }
  const added = fresh.map(
    (finding): Judged => ({ ...finding, verdict: asked.has(finding) ? "" : "-", note: "" }),
  );
  return [...kept, ...gone, ...added].sort(byPlace);
}

function byPlace(a: Judged, b: Judged): number {
  return (
    compare(a.rule, b.rule) ||
    compare(a.repository, b.repository) ||
    compare(a.path, b.path) ||
    a.line - b.line ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
