/** A place in a line, counted in columns, so that tabs can be read in part (CommonMark 2.2). */
import { DASH, isSpace, PLUS, SPACE, STAR, skipSpaces, TAB } from "./scan-chars.ts";
import { isThematicBreak, listMarkerEnd } from "./scan-lines.ts";

export class LineCursor {
  readonly text: string;
  /** The line: from where it is unread, up to where its end begins. */
  pos = 0;
  lineEnd = 0;
  /** The column at `pos`, and how many columns of a tab before `pos` are still unread. */
  column = 0;
  rest = 0;
  /** What `look` saw: the first character that is no space, and how many columns it is indented. */
  next = 0;
  indent = 0;
  private looked = false;
  /** Where the list marker that `itemStarts` saw ends. */
  markerEnd = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the start of a line. */
  begin(at: number, lineEnd: number): void {
    this.pos = at;
    this.lineEnd = lineEnd;
    this.column = 0;
    this.rest = 0;
    this.looked = false;
  }

  /** Finds the first character of the line that is no space, and its indentation in columns. */
  look(): void {
    if (this.looked) return;
    this.looked = true;
    const { text, lineEnd } = this;
    let at = this.pos;
    let column = this.column + this.rest;
    for (; at < lineEnd; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column & 3);
      else break;
    }
    this.next = at;
    this.indent = column - this.column;
  }

  /** Goes on to `at`, `columns` further. */
  skip(at: number, columns: number): void {
    this.column += columns;
    this.pos = at;
    this.rest = 0;
    this.looked = false;
  }

  /** Reads `columns` of white space; a tab may be read in part. */
  consume(columns: number): void {
    this.looked = false;
    let left = columns;
    this.column += columns;
    if (this.rest >= left) {
      this.rest -= left;
      return;
    }
    left -= this.rest;
    let column = this.column - left;
    this.rest = 0;
    while (left > 0) {
      const width = this.text.charCodeAt(this.pos) === TAB ? 4 - (column & 3) : 1;
      this.pos++;
      column += width;
      if (width > left) this.rest = width - left;
      left -= width;
    }
  }

  /** `>` and the one space that belongs to it. `look` has been called. */
  consumeQuoteMarker(): void {
    this.skip(this.next + 1, this.indent + 1);
    if (this.pos < this.lineEnd && isSpace(this.text.charCodeAt(this.pos))) this.consume(1);
  }

  /** Whether a list item starts at `next` (CommonMark 5.2). Only some may interrupt a paragraph. */
  itemStarts(interrupting: boolean): boolean {
    const { text, next, lineEnd } = this;
    const first = text.charCodeAt(next);
    const end = listMarkerEnd(text, next, lineEnd);
    if (end < 0) return false;
    const ordered = first !== DASH && first !== STAR && first !== PLUS;
    if (!ordered && isThematicBreak(text, next, lineEnd)) return false;
    if (end < lineEnd && !isSpace(text.charCodeAt(end))) return false;
    if (interrupting) {
      if (ordered && (end - next !== 2 || first !== 49)) return false;
      if (skipSpaces(text, end, lineEnd) === lineEnd) return false;
    }
    this.markerEnd = end;
    return true;
  }
}
