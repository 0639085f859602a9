import type { Finding, Judged } from "./finding.ts";
import { groupBy } from "./groups.ts";

export interface Matched {
  readonly finding: Finding;
  readonly judged: Judged;
  /** The same place is reported in other words: the verdict stands, but deserves a second look. */
  readonly reworded: boolean;
}

export interface Matching {
  readonly matched: readonly Matched[];
  /** Judged or seen earlier, and no longer reported. */
  readonly gone: readonly Judged[];
  /** Reported now, and in no file of judgements. */
  readonly fresh: readonly Finding[];
}

type Key = (one: Finding) => string | undefined;

/**
 * From the surest to the weakest: the number of the line only decides between equal ones, so that a line put in above
 * loses no verdict. Labels without the text of the line are found by its number.
 */
const KEYS: readonly { readonly of: Key; readonly reworded: boolean }[] = [
  { of: (one) => (one.message === "" ? undefined : key(one, one.message, one.text)), reworded: false },
  { of: (one) => (one.text === "" ? undefined : key(one, one.text)), reworded: true },
  { of: (one) => key(one, `line ${one.line}`), reworded: true },
];

/** Which finding each judgement is about. Each of them is used once. */
export function match(found: readonly Finding[], judged: readonly Judged[]): Matching {
  const matched: Matched[] = [];
  let fresh = found;
  let gone = judged;
  for (const { of, reworded } of KEYS) {
    const waiting = groupBy(fresh, (one) => of(one));
    const taken = new Set<Finding>();
    gone = gone.filter((one) => {
      const at = of(one);
      const near = at === undefined ? [] : (waiting.get(at) ?? []).filter((other) => !taken.has(other));
      const finding = nearest(near, one.line);
      if (finding === undefined) return true;
      taken.add(finding);
      matched.push({ finding, judged: one, reworded: reworded && one.message !== "" });
      return false;
    });
    fresh = fresh.filter((one) => !taken.has(one));
  }
  return { matched, gone, fresh };
}

function nearest(some: readonly Finding[], line: number): Finding | undefined {
  let best: Finding | undefined;
  for (const one of some)
    if (best === undefined || Math.abs(one.line - line) < Math.abs(best.line - line)) best = one;
  return best;
}

function key(one: Finding, ...more: string[]): string {
  return [one.repository, one.rule, one.path, ...more].join("\n");
}
