/** A half-open range of UTF-16 offsets: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replace the text of `span` by `text`. An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The same span `by` UTF-16 units further on. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** True where `offset` is in the span or touches its end, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True where the spans share a character, or touch and one of them is empty. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;
}

/** True where `inner` lies within `outer`. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What of a list that is sorted by start lies within a span; cheap for a short span and a long list. */
export function inside<T extends { readonly span: Span }>(list: readonly T[], within: Span): T[] {
  const found: T[] = [];
  for (let i = firstFrom(list, within.start); i < list.length; i++) {
    const one = list[i] as T;
    if (one.span.start > within.end) break;
    if (one.span.end <= within.end) found.push(one);
  }
  return found;
}

/** The index of the first item that starts at `offset` or behind it, in a list sorted by start. */
export function firstFrom(list: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { readonly span: Span }).span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text with all edits applied. Edits may come in any order; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let at = 0;
  for (const { span, text: inserted } of sorted) {
    result += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Without those that overlap one that stands before them in the list; by place. */
export function withoutOverlaps<T extends { readonly span: Span }>(list: readonly T[]): T[] {
  const order = list.map((_, i) => i).sort((a, b) => bySpan(list[a] as T, list[b] as T) || a - b);
  const kept: number[] = [];
  for (const i of order) {
    const { span } = list[i] as T;
    const isHit = () => kept.length > 0 && overlaps((list[kept.at(-1) as number] as T).span, span);
    while (isHit() && (kept.at(-1) as number) > i) kept.pop();
    if (!isHit()) kept.push(i);
  }
  return kept.map((i) => list[i] as T);
}

/** Orders spans by where they start; of two that start together the longer one comes first. */
export function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}
