/** Looking things up in lists that are sorted by start. */
import { firstFrom, type Span } from "../../text/span.ts";

/** What of a list starts within a span. */
export function startingIn<T extends { readonly span: Span }>(list: readonly T[], { start, end }: Span): T[] {
  const found: T[] = [];
  for (let at = firstFrom(list, start); at < list.length; at++) {
    const one = list[at] as T;
    if (one.span.start >= end) break;
    found.push(one);
  }
  return found;
}

/** The last of a list that starts at an offset or before it. */
export function lastUpTo<T extends { readonly span: Span }>(
  list: readonly T[],
  offset: number,
): T | undefined {
  return list[firstFrom(list, offset + 1) - 1];
}
