/**
 * The text of a leaf block as its inline content sees it: without the prefixes of containers. Where no prefix
 * stands in between, that is the text itself; else its lines are joined, and places are counted back.
 */
export interface Content {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where each joined line starts in `text`, and where in the source; `undefined` for the source itself. */
  readonly starts: readonly number[] | undefined;
  readonly sources: readonly number[] | undefined;
}

/** Joins lines, given as start and end offsets in `source`, from index `from` to `to` of `lines`. */
export function join(source: string, lines: readonly number[], from: number, to: number): Content {
  const starts: number[] = [];
  const sources: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (let i = from; i < to; i += 2) {
    const start = lines[i] as number;
    const end = lines[i + 1] as number;
    starts.push(at);
    sources.push(start);
    parts.push(source.slice(start, end));
    at += end - start + 1;
  }
  const text = parts.join("\n");
  return { text, start: 0, end: text.length, starts, sources };
}

/** The offset in the source of an offset in the content. */
export function sourceOffset({ starts, sources }: Content, at: number): number {
  if (!starts || !sources) return at;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return (sources[low] as number) + at - (starts[low] as number);
}
