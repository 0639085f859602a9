/** Results of a function that is asked for the same few texts again and again. */
import { ownCopy } from "./ownCopy.ts";

/** How many results are kept. */
const MOST = 50_000;

/** A pure function of a text that computes each result once, unless there are very many. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = compute(text);
    if (known.size >= MOST) known.clear();
    // A piece of a document would keep all of it.
    known.set(ownCopy(text), result);
    return result;
  };
}
