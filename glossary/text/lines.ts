/** A place as editors count: both 0-based, `character` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset at which each line of a text starts. A line ends with \n, \r\n or a lone \r (CommonMark 2.1). */
export type LineStarts = Uint32Array;

/** How the lines of a text end. */
export type Newline = "\n" | "\r\n";

/** How the first line ends, and all that is written into the text should; `\n` for a text of one line. */
export function newlineOf(text: string): Newline {
  const first = text.indexOf("\n");
  return first > 0 && text.charCodeAt(first - 1) === 13 ? "\r\n" : "\n";
}

/** A text with these line ends alone. */
export function withNewlines(text: string, newline: Newline): string {
  const bare = text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
  return newline === "\n" ? bare : bare.replaceAll("\n", newline);
}

/** Finds the line starts of `text`; an empty text has one line. */
export function lineStarts(text: string): LineStarts {
  const starts = [0];
  // Searching is many times faster than looking at each character, and few files have a \r.
  if (text.includes("\r")) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
  } else {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

/** The position of a UTF-16 offset. Offsets outside the text are taken as its nearest end. */
export function positionAt(starts: LineStarts, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - (starts[low] as number)) };
}

/** The UTF-16 offset of a position; a character past the end of its line is taken as the start of the next. */
export function offsetAt(starts: LineStarts, position: Position, length: number): number {
  const start = starts[position.line];
  if (start === undefined) return length;
  return Math.min(start + position.character, starts[position.line + 1] ?? length);
}

/** Where the line begins that `at` is on. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Where the line ends that `at` is on: before its \n, which a \r may precede; the end of the text for the last one. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** Where what is written on the line ends that `at` is on: before its line end, whichever that is. */
export function writtenEnd(text: string, at: number): number {
  const end = lineEnd(text, at);
  const written = text.slice(at, end).indexOf("\r");
  if (written >= 0) return at + written;
  return end > 0 && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}
