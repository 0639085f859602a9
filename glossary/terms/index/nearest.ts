/** Which of the terms of one name is meant. */
import { ancestors, dirname } from "../../text/paths.ts";
import { admits, depthOf } from "../model/scope.ts";
import type { Term } from "../model/term.ts";
import { inLanguageOf } from "./languages.ts";

/**
 * The terms of a shared name that may be meant in the document at `from`, in its language where there are such, the
 * nearest first: the one of the document itself, then by the longest folder that the document shares with its scope or its definition.
 */
export function nearestFirst(terms: readonly Term[], from: string): readonly Term[] {
  const holding = terms.every(({ scope }) => scope === undefined)
    ? terms
    : terms.filter(({ scope }) => admits(scope, from));
  if (holding.length < 2) return holding;
  const admitted = inLanguageOf(holding, from);
  const above = ancestors(dirname(from));
  const distance = ({ entries, scope }: Term) => {
    if (scope) return above.length - 1 - depthOf(scope, from) - (scope.paths.length > 0 ? 0.5 : 0);
    const shared = entries.map(
      ({ path }) =>
        ancestors(dirname(path))
          .map((one) => above.indexOf(one))
          .find((i) => i >= 0) ?? above.length,
    );
    return Math.min(...shared);
  };
  return admitted.toSorted((a, b) => distance(a) - distance(b));
}
