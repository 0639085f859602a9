/** The parts of links and link reference definitions (CommonMark 4.7, 6.3), as micromark reads them. */
import {
  APOSTROPHE,
  BACKSLASH,
  CLOSE,
  CLOSE_SQUARE,
  COLON,
  GREATER,
  isBlank,
  isControl,
  isLineEnd,
  LESS,
  OPEN,
  OPEN_SQUARE,
  QUOTE,
  SPACE,
  skipBlanks,
  skipSpaces,
} from "./scan-chars.ts";

/** A label may have up to 999 characters. */
const LONGEST_LABEL = 999;
/** How deep round brackets may be nested in a link's destination. */
const DEEPEST = 32;

/** What the last `resource` or `definition` found; spans within the text it was given. */
export const found = { labelStart: 0, labelEnd: 0, start: 0, end: 0, doubtful: false };

/** Closing characters of titles that do not come again in this text. */
export type MissingTitles = Set<number>;

/** Where the label whose `[` is at `at` ends, after its `]`; -1 where it is none. */
export function labelEnd(text: string, at: number, end: number): number {
  let seen = false;
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (i - at > LONGEST_LABEL - 5) {
      // So near to the limit it matters how micromark counts.
      found.doubtful = true;
      return -1;
    }
    if (code === OPEN_SQUARE) return -1;
    if (code === CLOSE_SQUARE) return seen ? i + 1 : -1;
    if (!isBlank(code)) seen = true;
    if (code === BACKSLASH) {
      const next = text.charCodeAt(i + 1);
      if (i + 1 < end && (next === OPEN_SQUARE || next === CLOSE_SQUARE || next === BACKSLASH)) i++;
    }
  }
  return -1;
}

/** Where the destination that starts at `at` ends; -1 where it is none. Includes the `<>`. */
function destinationEnd(text: string, at: number, end: number, deepest: number): number {
  if (at >= end) return -1;
  const first = text.charCodeAt(at);
  if (first === LESS) {
    for (let i = at + 1; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === GREATER) return i + 1;
      if (code === LESS || isLineEnd(code)) return -1;
      if (code === BACKSLASH && i + 1 < end) {
        const next = text.charCodeAt(i + 1);
        if (next === LESS || next === GREATER || next === BACKSLASH) i++;
      }
    }
    return -1;
  }
  if (first === SPACE || first === CLOSE || isControl(first)) return -1;
  let depth = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (depth === 0 && (code === CLOSE || isBlank(code))) return i;
    if (code === OPEN) {
      if (++depth > deepest) return -1;
    } else if (code === CLOSE) depth--;
    else if (code === SPACE || isControl(code)) return -1;
    else if (code === BACKSLASH && i + 1 < end) {
      const next = text.charCodeAt(i + 1);
      if (next === OPEN || next === CLOSE || next === BACKSLASH) i++;
    }
  }
  return depth === 0 ? end : -1;
}

/** Where the title that starts at `at` ends; -1 where it is none. */
function titleEnd(text: string, at: number, end: number, missing: MissingTitles): number {
  const opening = text.charCodeAt(at);
  const marker = opening === OPEN ? CLOSE : opening;
  if (missing.has(marker)) return -1;
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === marker) return i + 1;
    if (code === BACKSLASH && i + 1 < end) {
      const next = text.charCodeAt(i + 1);
      if (next === marker || next === BACKSLASH) i++;
    }
  }
  missing.add(marker);
  return -1;
}

function isTitleStart(code: number): boolean {
  return code === QUOTE || code === APOSTROPHE || code === OPEN;
}

/**
 * Where the `(destination "title")` that starts at `at` ends; -1 where it is none. Leaves the destination in
 * `found`; without one, both its ends are -1.
 */
export function resourceEnd(text: string, at: number, end: number, missing: MissingTitles): number {
  let i = skipBlanks(text, at + 1, end);
  found.start = found.end = -1;
  if (i < end && text.charCodeAt(i) === CLOSE) return i + 1;
  const destination = destinationEnd(text, i, end, DEEPEST);
  if (destination < 0) return -1;
  found.start = i;
  found.end = destination;
  i = skipBlanks(text, destination, end);
  if (i > destination && i < end && isTitleStart(text.charCodeAt(i))) {
    i = titleEnd(text, i, end, missing);
    if (i < 0) return -1;
    i = skipBlanks(text, i, end);
  }
  return i < end && text.charCodeAt(i) === CLOSE ? i + 1 : -1;
}

/** Where the definition that starts with `[` at `at` ends; -1 where it is none. Leaves its parts in `found`. */
export function definitionEnd(text: string, at: number, end: number): number {
  const label = labelEnd(text, at, end);
  if (label < 0 || label >= end || text.charCodeAt(label) !== COLON) return -1;
  const start = skipBlanks(text, label + 1, end);
  const destination = destinationEnd(text, start, end, Number.POSITIVE_INFINITY);
  if (destination < 0) return -1;
  found.labelStart = at + 1;
  found.labelEnd = label - 1;
  found.start = start;
  found.end = destination;
  const title = skipBlanks(text, destination, end);
  if (title > destination && title < end && isTitleStart(text.charCodeAt(title))) {
    const after = titleEnd(text, title, end, new Set());
    if (after >= 0 && endsLine(text, after, end)) return after;
  }
  return endsLine(text, destination, end) ? destination : -1;
}

/** Whether nothing but spaces follows on the line. */
function endsLine(text: string, at: number, end: number): boolean {
  const i = skipSpaces(text, at, end);
  return i >= end || isLineEnd(text.charCodeAt(i));
}
