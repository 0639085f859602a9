/** Characters as the scanner needs them: by UTF-16 unit, as micromark counts them. */

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const HASH = 35;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const OPEN = 40;
export const CLOSE = 41;
export const STAR = 42;
export const PLUS = 43;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const OPEN_SQUARE = 91;
export const BACKSLASH = 92;
export const CLOSE_SQUARE = 93;
export const CARET = 94;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const PIPE = 124;
export const TILDE = 126;
export const BOM = 0xfeff;

/** White space, including the outside of the text, as seen by emphasis (CommonMark 6.2). */
export const WHITE = 1;
/** Unicode punctuation and symbols. */
export const PUNCTUATION = 2;
/** Everything else. */
export const OTHER = 3;

const classes = new Uint8Array(65536);

/** `WHITE`, `PUNCTUATION` or `OTHER` for a UTF-16 unit; `NaN` and -1, which stand for the outside, are white. */
export function classOf(code: number): number {
  if (!(code >= 0)) return WHITE;
  const known = classes[code] as number;
  if (known) return known;
  const char = String.fromCharCode(code);
  const found = /\s/.test(char) ? WHITE : /\p{P}|\p{S}/u.test(char) ? PUNCTUATION : OTHER;
  classes[code] = found;
  return found;
}

export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/** Space, tab or line end: the white space of CommonMark's block syntax. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === LF || code === TAB || code === CR;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAlpha(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

export function isAlphanumeric(code: number): boolean {
  return isDigit(code) || isAlpha(code);
}

/** ASCII control characters (CommonMark 2.1), line ends among them. */
export function isControl(code: number): boolean {
  return code < 32 || code === 127;
}

/** ASCII punctuation: what a backslash can escape (CommonMark 2.4). */
export function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** The first offset from `at` on, up to `end`, that is no space or tab. */
export function skipSpaces(text: string, at: number, end: number): number {
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The first offset from `at` on, up to `end`, that is no space, tab or line end. */
export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the text between `start` and `end` ends without trailing spaces, tabs and line ends. */
export function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Where the next \r stands that no \n follows: it ends a line too (CommonMark 2.1). Infinite if none does. */
export function nextLoneCr(text: string, from: number, end: number): number {
  for (let at = text.indexOf("\r", from); at >= 0 && at < end; at = text.indexOf("\r", at + 1)) {
    if (at + 1 >= end || text.charCodeAt(at + 1) !== LF) return at;
  }
  return Number.POSITIVE_INFINITY;
}
