/** Code spans (CommonMark 6.1). */
import { BACKTICK } from "./scan-chars.ts";

/** Where the run of the character at `at` ends. */
export function runEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let i = at + 1;
  while (i < end && text.charCodeAt(i) === code) i++;
  return i;
}

/** Finds the ends of code spans within one text. */
export class CodeSpans {
  /** Of each length of runs, where the last one starts; made when the first one is not closed. */
  private last: Map<number, number> | undefined;

  clear(): void {
    this.last = undefined;
  }

  /** Where the code span that starts with the run at `at` ends; -1 where none does. */
  end(text: string, at: number, end: number): number {
    const open = runEnd(text, at, end);
    const length = open - at;
    if (this.last && (this.last.get(length) ?? -1) <= at) return -1;
    for (let i = open; i < end; ) {
      if (text.charCodeAt(i) !== BACKTICK) {
        i++;
        continue;
      }
      const close = runEnd(text, i, end);
      if (close - i === length) return close;
      i = close;
    }
    this.last ??= lastRuns(text, open, end);
    return -1;
  }
}

function lastRuns(text: string, from: number, end: number): Map<number, number> {
  const last = new Map<number, number>();
  for (let i = from; i < end; ) {
    if (text.charCodeAt(i) === BACKTICK) {
      const after = runEnd(text, i, end);
      last.set(after - i, i);
      i = after;
    } else i++;
  }
  return last;
}
