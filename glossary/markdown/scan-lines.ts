/** What a line can be, from its first character that is no space: CommonMark 4.1 to 4.5, 5.2 and GFM tables. */
import {
  BACKSLASH,
  BACKTICK,
  CLOSE,
  COLON,
  DASH,
  DOT,
  EQUALS,
  HASH,
  isDigit,
  isSpace,
  PIPE,
  PLUS,
  STAR,
  skipSpaces,
  UNDERSCORE,
} from "./scan-chars.ts";

/** Thematic break (4.1). */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const marker = text.charCodeAt(at);
  if (marker !== STAR && marker !== DASH && marker !== UNDERSCORE) return false;
  let count = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === marker) count++;
    else if (!isSpace(code)) return false;
  }
  return count >= 3;
}

/** The depth of the ATX heading (4.2) that starts at `at`; 0 where there is none. */
export function atxDepth(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && text.charCodeAt(i) === HASH) i++;
  return i > at && i - at <= 6 && (i === end || isSpace(text.charCodeAt(i))) ? i - at : 0;
}

/** Where the content of an ATX heading of that depth ends: without closing hashes. May lie before its start. */
export function atxContentEnd(text: string, contentStart: number, end: number): number {
  let i = end;
  while (i > contentStart && text.charCodeAt(i - 1) === HASH) i--;
  if (i === contentStart) return i;
  if (i === end || !isSpace(text.charCodeAt(i - 1))) return end;
  while (i > contentStart && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}

/** The depth of the heading that a setext underline (4.3) makes; 0 where the line is none. */
export function setextDepth(text: string, at: number, end: number): number {
  const marker = text.charCodeAt(at);
  if (marker !== EQUALS && marker !== DASH) return 0;
  let i = at;
  while (i < end && text.charCodeAt(i) === marker) i++;
  return skipSpaces(text, i, end) === end ? (marker === EQUALS ? 1 : 2) : 0;
}

/** How many characters the opening fence (4.5) at `at` has; 0 where there is none. */
export function fenceLength(text: string, at: number, end: number): number {
  const marker = text.charCodeAt(at);
  let i = at;
  while (i < end && text.charCodeAt(i) === marker) i++;
  const length = i - at;
  if (length < 3) return 0;
  if (marker === BACKTICK) for (; i < end; i++) if (text.charCodeAt(i) === BACKTICK) return 0;
  return length;
}

/** Whether the line closes a fence of `length` characters `marker`. */
export function closesFence(text: string, at: number, end: number, marker: number, length: number): boolean {
  let i = at;
  while (i < end && text.charCodeAt(i) === marker) i++;
  return i - at >= length && skipSpaces(text, i, end) === end;
}

/** Where the list marker (5.2) at `at` ends; -1 where there is none. What follows it is not looked at. */
export function listMarkerEnd(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at);
  if (first === DASH || first === STAR || first === PLUS) return at + 1;
  let i = at;
  while (i < end && i < at + 10 && isDigit(text.charCodeAt(i))) i++;
  if (i === at || i > at + 9 || i >= end) return -1;
  const after = text.charCodeAt(i);
  return after === DOT || after === CLOSE ? i + 1 : -1;
}

/** How many cells the line has as the head of a table. */
export function headCells(text: string, at: number, end: number): number {
  let cells = 0;
  let awaiting = text.charCodeAt(at) !== PIPE;
  let pieces = awaiting ? 1 : 0;
  let i = at;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      i++;
      continue;
    }
    pieces++;
    if (awaiting) {
      awaiting = false;
      cells++;
    }
    if (code === PIPE) {
      awaiting = true;
      i++;
    } else i = cellPieceEnd(text, i, end);
  }
  return pieces > 1 ? cells : 0;
}

/** From within a table cell to the next pipe, space or the end. */
function cellPieceEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === PIPE || isSpace(code)) return i;
    i++;
    if (code === BACKSLASH && i < end) {
      const next = text.charCodeAt(i);
      if (next === BACKSLASH || next === PIPE) i++;
    }
  }
  return i;
}

/** How many columns the line has as a table's delimiter row; 0 where it is none. */
export function delimiterCells(text: string, at: number, end: number): number {
  let cells = 0;
  let sure = false;
  let i = at;
  for (;;) {
    if (text.charCodeAt(i) === PIPE) {
      sure = true;
      i = skipSpaces(text, i + 1, end);
      if (i >= end) break;
    } else if (cells > 0) return 0;
    if (text.charCodeAt(i) === COLON) {
      sure = true;
      i++;
    }
    const dashes = i;
    while (i < end && text.charCodeAt(i) === DASH) i++;
    if (i === dashes) return 0;
    cells++;
    if (i < end && text.charCodeAt(i) === COLON) {
      sure = true;
      i++;
    }
    i = skipSpaces(text, i, end);
    if (i >= end) break;
  }
  return sure ? cells : 0;
}

/** Calls `cell` with the start and end of each cell of a table row, without padding. */
export function eachCell(
  text: string,
  at: number,
  end: number,
  cell: (start: number, end: number) => void,
): void {
  let i = at;
  let opened = at;
  let count = 0;
  if (text.charCodeAt(i) === PIPE) opened = ++i;
  for (;;) {
    const start = skipSpaces(text, i, end);
    if (start >= end) {
      // Nothing after the last pipe is no cell, unless it is all there is.
      if (count === 0) cell(opened, opened);
      return;
    }
    let last = start;
    i = start;
    while (i < end && text.charCodeAt(i) !== PIPE) {
      if (isSpace(text.charCodeAt(i))) i++;
      else last = i = cellPieceEnd(text, i, end);
    }
    if (last > start) cell(start, last);
    else cell(opened, opened);
    count++;
    if (i >= end) return;
    opened = ++i;
  }
}
