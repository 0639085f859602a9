/**
 * The list item of the root that lines certainly belong to (CommonMark 5.2). What is inside it can neither start nor
 * end anything of the root, so fences in it need not be told from fences of the root.
 */
import { CR, DASH, DOT, isSpace, LF, PLUS, SPACE, STAR, TAB } from "./scan-chars.ts";

const ZERO = 48;
const ONE = 49;
const NINE = 57;
const PAREN = 41;

/** Follows the lines of a file in order. */
export class OpenItem {
  /** The columns by which lines are indented that belong to the open item; 0 while there is none for certain. */
  #width = 0;
  #ordered = false;

  /** Takes in the line at `at`: true where it lies inside the item that was opened before. */
  holds(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    const start = isSpace(code) ? textStart(text, at) : at;
    if (isEnd(text.charCodeAt(start))) return this.#width > 0;
    if (this.#width > 0 && isSpace(code) && columns(text, at, start) >= this.#width) return true;
    this.#open(text, at);
    return false;
  }

  /** Nothing is certain any more. */
  forget(): void {
    this.#width = 0;
    this.#ordered = false;
  }

  /** A marker in column 0, one to four spaces, and text: nothing else can look like that but a thematic break. */
  #open(text: string, at: number): void {
    const marker = markerEnd(text, at);
    const ordered = marker > at + 1 || isDigit(text.charCodeAt(at));
    let start = marker;
    while (text.charCodeAt(start) === SPACE) start++;
    const spaces = start - marker;
    const next = text.charCodeAt(start);
    const begins = marker > at && spaces >= 1 && spaces <= 4 && next !== TAB && !isEnd(next);
    // Within a paragraph only a list that begins with 1 begins at all; behind an item of its kind the next one does.
    const interrupts = !ordered || this.#ordered || (text.charCodeAt(at) === ONE && marker === at + 2);
    const opens = begins && interrupts && !(ordered ? false : isThematicBreak(text, at));
    this.#width = opens ? start - at : 0;
    this.#ordered = opens && ordered;
  }
}

/** The end of the list marker at `at`; `at` where there is none. */
function markerEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === DASH || code === STAR || code === PLUS) return at + 1;
  let end = at;
  while (end < at + 9 && isDigit(text.charCodeAt(end))) end++;
  const closing = text.charCodeAt(end);
  return end > at && (closing === DOT || closing === PAREN) ? end + 1 : at;
}

/** `* * *` and `- - -` are no items (CommonMark 4.1). */
function isThematicBreak(text: string, at: number): boolean {
  const mark = text.charCodeAt(at);
  if (mark === PLUS) return false;
  let marks = 0;
  for (let i = at; ; i++) {
    const code = text.charCodeAt(i);
    if (isEnd(code)) return marks >= 3;
    if (code === mark) marks++;
    else if (!isSpace(code)) return false;
  }
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** True at a line end and at the end of the text. */
function isEnd(code: number): boolean {
  return code === LF || code === CR || Number.isNaN(code);
}

function textStart(text: string, at: number): number {
  let i = at;
  while (isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Tabs go to the next multiple of four (CommonMark 2.2). */
function columns(text: string, from: number, to: number): number {
  let column = 0;
  for (let i = from; i < to; i++) column += text.charCodeAt(i) === TAB ? 4 - (column % 4) : 1;
  return column;
}
