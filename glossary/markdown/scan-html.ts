/** HTML: the starts and ends of blocks (CommonMark 4.6) and inline tags (6.6), as micromark reads them. */
import {
  APOSTROPHE,
  BACKTICK,
  BANG,
  CLOSE_SQUARE,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  isAlpha,
  isAlphanumeric,
  isBlank,
  isSpace,
  LESS,
  QUESTION,
  QUOTE,
  SLASH,
  skipBlanks,
  skipSpaces,
  UNDERSCORE,
} from "./scan-chars.ts";

const RAW_NAMES = new Set(["pre", "script", "style", "textarea"]);
const BLOCK_NAMES = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl " +
    "dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend " +
    "li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td " +
    "tfoot th thead title tr track ul"
  ).split(" "),
);
const LONGEST_NAME = 10;

/**
 * Which of the seven kinds of HTML block the line that has `<` at `at` and ends at `end` starts; 0 for none.
 * The seventh cannot interrupt a paragraph.
 */
export function htmlKind(text: string, at: number, end: number, interrupting: boolean): number {
  const first = text.charCodeAt(at + 1);
  if (at + 1 >= end) return 0;
  if (first === QUESTION) return 3;
  if (first === BANG) {
    if (text.startsWith("--", at + 2) && at + 4 <= end) return 2;
    if (text.startsWith("[CDATA[", at + 2) && at + 9 <= end) return 5;
    return at + 2 < end && isAlpha(text.charCodeAt(at + 2)) ? 4 : 0;
  }
  const closing = first === SLASH;
  const nameStart = closing ? at + 2 : at + 1;
  if (nameStart >= end || !isAlpha(text.charCodeAt(nameStart))) return 0;
  let i = nameStart + 1;
  while (i < end && isNameCode(text.charCodeAt(i))) i++;
  const after = i < end ? text.charCodeAt(i) : -1;
  if (after !== -1 && after !== SLASH && after !== GREATER && !isSpace(after)) return 0;
  if (i - nameStart <= LONGEST_NAME) {
    const name = text.slice(nameStart, i).toLowerCase();
    if (after !== SLASH && !closing && RAW_NAMES.has(name)) return 1;
    if (BLOCK_NAMES.has(name)) {
      if (after !== SLASH) return 6;
      return i + 1 < end && text.charCodeAt(i + 1) === GREATER ? 6 : 0;
    }
  }
  if (interrupting) return 0;
  const close = closing ? skipSpaces(text, i, end) : attributesEnd(text, i, end);
  if (close < 0 || close >= end || text.charCodeAt(close) !== GREATER) return 0;
  return skipSpaces(text, close + 1, end) === end ? 7 : 0;
}

function isNameCode(code: number): boolean {
  return code === DASH || isAlphanumeric(code);
}

function isAttributeStart(code: number): boolean {
  return code === COLON || code === UNDERSCORE || isAlpha(code);
}

function isAttributeCode(code: number): boolean {
  return isAttributeStart(code) || code === DASH || code === DOT || (code >= 48 && code <= 57);
}

/** From after a tag's name in one line to its `>`; -1 where the attributes are not well-formed. */
function attributesEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === SLASH) return i + 1 < end && text.charCodeAt(i + 1) === GREATER ? i + 1 : -1;
    if (code === GREATER) return i;
    if (isSpace(code)) {
      i++;
      continue;
    }
    if (!isAttributeStart(code)) return -1;
    while (i < end && isAttributeCode(text.charCodeAt(i))) i++;
    i = flowValuesEnd(text, i, end);
    if (i < 0) return -1;
  }
  return -1;
}

/** From after an attribute's name to after its value. micromark lets several values follow each other here. */
function flowValuesEnd(text: string, at: number, end: number): number {
  for (let i = at; ; ) {
    i = skipSpaces(text, i, end);
    if (i >= end || text.charCodeAt(i) !== EQUALS) return i;
    i = skipSpaces(text, i + 1, end);
    if (i >= end) return -1;
    const quote = text.charCodeAt(i);
    if (quote === QUOTE || quote === APOSTROPHE) {
      i++;
      while (i < end && text.charCodeAt(i) !== quote) i++;
      const after = i + 1 < end ? text.charCodeAt(i + 1) : -1;
      return after === SLASH || after === GREATER || isSpace(after) ? i + 1 : -1;
    }
    if (isUnquotedStop(quote)) return -1;
    // Unlike inline HTML, a slash ends an unquoted value here.
    while (i < end && !isFlowValueEnd(text.charCodeAt(i))) i++;
  }
}

function isUnquotedStop(code: number): boolean {
  return code === LESS || code === EQUALS || code === GREATER || code === BACKTICK;
}

function isFlowValueEnd(code: number): boolean {
  return isUnquotedStop(code) || code === QUOTE || code === APOSTROPHE || code === SLASH || isSpace(code);
}

/** Whether a block of kind 1 to 5 ends in the part of a line from `at` to `end`. `opening`: the line began it. */
export function htmlEnds(kind: number, text: string, at: number, end: number, opening: boolean): boolean {
  switch (kind) {
    case 1:
      return rawEnds(text, opening ? at + 1 : at, end);
    case 2:
      return within(text, "-->", opening ? at + 2 : at, end);
    case 3:
      return within(text, "?>", opening ? at + 1 : at, end);
    case 4:
      return within(text, ">", opening ? at + 2 : at, end);
    case 5:
      return cdataEnds(text, opening ? at + 9 : at, end);
    default:
      return false;
  }
}

function within(text: string, what: string, at: number, end: number): boolean {
  return indexWithin(text, what, at, end) >= 0;
}

/** `indexOf`, but without looking further than `end`. */
function indexWithin(text: string, what: string, at: number, end: number): number {
  const first = what.charCodeAt(0);
  for (let i = at; i + what.length <= end; i++) {
    if (text.charCodeAt(i) === first && text.startsWith(what, i)) return i;
  }
  return -1;
}

function rawEnds(text: string, at: number, end: number): boolean {
  for (let i = at; i + 5 < end; i++) {
    if (text.charCodeAt(i) !== LESS || text.charCodeAt(i + 1) !== SLASH) continue;
    let j = i + 2;
    while (j < end && j < i + 11 && isAlpha(text.charCodeAt(j))) j++;
    if (j < end && text.charCodeAt(j) === GREATER && RAW_NAMES.has(text.slice(i + 2, j).toLowerCase()))
      return true;
  }
  return false;
}

/** micromark takes brackets in pairs here, so `]]]>` does not end the block. */
function cdataEnds(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end) {
    if (text.charCodeAt(i) !== CLOSE_SQUARE) {
      i++;
    } else if (i + 1 < end && text.charCodeAt(i + 1) === CLOSE_SQUARE) {
      if (i + 2 < end && text.charCodeAt(i + 2) === GREATER) return true;
      i += 2;
    } else i++;
  }
  return false;
}

/**
 * Where the inline HTML that has `<` at `at` ends; -1 where there is none. `missing` remembers which of the
 * closing strings do not come again, so that many openings do not search the rest of the text each.
 */
export function htmlInlineEnd(text: string, at: number, end: number, missing: Set<string>): number {
  const first = at + 1 < end ? text.charCodeAt(at + 1) : -1;
  if (first === QUESTION) return closing(text, "?>", at + 2, end, missing);
  if (first === BANG) {
    if (text.startsWith("--", at + 2) && at + 4 <= end) return closing(text, "-->", at + 2, end, missing);
    if (text.startsWith("[CDATA[", at + 2)) return closing(text, "]]>", at + 9, end, missing);
    return isAlpha(text.charCodeAt(at + 2)) && at + 2 < end ? closing(text, ">", at + 3, end, missing) : -1;
  }
  if (first === SLASH) {
    if (at + 2 >= end || !isAlpha(text.charCodeAt(at + 2))) return -1;
    let i = at + 3;
    while (i < end && isNameCode(text.charCodeAt(i))) i++;
    i = skipBlanks(text, i, end);
    return i < end && text.charCodeAt(i) === GREATER ? i + 1 : -1;
  }
  return isAlpha(first) ? tagEnd(text, at + 2, end, missing) : -1;
}

function closing(text: string, what: string, from: number, end: number, missing: Set<string>): number {
  if (missing.has(what)) return -1;
  const found = indexWithin(text, what, from, end);
  if (found < 0) missing.add(what);
  return found < 0 ? -1 : found + what.length;
}

/** From inside the name of an opening tag to after its `>`. Tags may cross line ends. */
function tagEnd(text: string, at: number, end: number, missing: Set<string>): number {
  let i = at;
  while (i < end && isNameCode(text.charCodeAt(i))) i++;
  if (i >= end) return -1;
  const after = text.charCodeAt(i);
  if (after !== SLASH && after !== GREATER && !isBlank(after)) return -1;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === GREATER) return i + 1;
    if (code === SLASH) return i + 1 < end && text.charCodeAt(i + 1) === GREATER ? i + 2 : -1;
    if (isBlank(code)) {
      i++;
      continue;
    }
    if (!isAttributeStart(code)) return -1;
    while (i < end && isAttributeCode(text.charCodeAt(i))) i++;
    const equals = skipBlanks(text, i, end);
    if (equals >= end || text.charCodeAt(equals) !== EQUALS) {
      i = equals;
      continue;
    }
    i = skipBlanks(text, equals + 1, end);
    if (i >= end) return -1;
    const quote = text.charCodeAt(i);
    if (quote === QUOTE || quote === APOSTROPHE) {
      i = closing(text, quote === QUOTE ? '"' : "'", i + 1, end, missing);
      if (i < 0 || i >= end) return -1;
      const next = text.charCodeAt(i);
      if (next !== SLASH && next !== GREATER && !isBlank(next)) return -1;
    } else {
      if (isUnquotedStop(quote)) return -1;
      i++;
      while (i < end && !isBlank(text.charCodeAt(i))) {
        const value = text.charCodeAt(i);
        if (value === SLASH || value === GREATER) break;
        if (isUnquotedStop(value) || value === QUOTE || value === APOSTROPHE) return -1;
        i++;
      }
    }
  }
  return -1;
}
