/** Autolinks: `<…>` (CommonMark 6.5) and GFM's literal ones, as micromark reads them. */
import {
  AMPERSAND,
  APOSTROPHE,
  AT,
  BANG,
  CLOSE,
  CLOSE_SQUARE,
  COLON,
  classOf,
  DASH,
  DOT,
  GREATER,
  isAlpha,
  isAlphanumeric,
  isBlank,
  isControl,
  LESS,
  OPEN,
  OPEN_SQUARE,
  PLUS,
  PUNCTUATION,
  QUESTION,
  QUOTE,
  SPACE,
  STAR,
  TILDE,
  UNDERSCORE,
  WHITE,
} from "./scan-chars.ts";

const SEMICOLON = 59;
const COMMA = 44;

/** Where the autolink that has `<` at `at` ends, after its `>`; -1 where there is none, negative for an address. */
export function autolinkEnd(
  text: string,
  at: number,
  end: number,
): { end: number; email: boolean } | undefined {
  let i = at + 1;
  if (i < end && isAlpha(text.charCodeAt(i))) {
    i++;
    while (i < end && i - at <= 33 && isSchemeCode(text.charCodeAt(i))) i++;
    if (i - at > 2 && i < end && text.charCodeAt(i) === COLON) {
      for (i++; i < end; i++) {
        const code = text.charCodeAt(i);
        if (code === GREATER) return { end: i + 1, email: false };
        if (code === SPACE || code === LESS || isControl(code)) return undefined;
      }
      return undefined;
    }
  }
  i = at + 1;
  while (i < end && isAddressCode(text.charCodeAt(i))) i++;
  if (i === at + 1 || i >= end || text.charCodeAt(i) !== AT) return undefined;
  const close = hostEnd(text, i + 1, end);
  return close < 0 ? undefined : { end: close + 1, email: true };
}

function isSchemeCode(code: number): boolean {
  return code === PLUS || code === DASH || code === DOT || isAlphanumeric(code);
}

/** RFC 5322 atext and the dot. */
function isAddressCode(code: number): boolean {
  return (
    (code >= 35 && code <= 39) ||
    code === STAR ||
    code === PLUS ||
    (code >= 45 && code <= 57) ||
    code === 61 ||
    code === QUESTION ||
    (code >= 65 && code <= 90) ||
    (code >= 94 && code <= 126)
  );
}

/** Where the `>` after the host of an address stands: labels of up to 63 characters between dots. */
function hostEnd(text: string, at: number, end: number): number {
  let i = at;
  for (;;) {
    const start = i;
    if (i >= end || !isAlphanumeric(text.charCodeAt(i))) return -1;
    while (i < end && (text.charCodeAt(i) === DASH || isAlphanumeric(text.charCodeAt(i)))) i++;
    if (i >= end || i - start > 63 || text.charCodeAt(i - 1) === DASH) return -1;
    const code = text.charCodeAt(i);
    if (code === GREATER) return i;
    if (code !== DOT) return -1;
    i++;
  }
}

/** What may stand in the local part of a literal address. */
export function isLiteralAddressCode(code: number): boolean {
  return code === PLUS || code === DASH || code === DOT || code === UNDERSCORE || isAlphanumeric(code);
}

/** Where the literal address with `@` at `at` ends; -1 where it is none. */
export function literalAddressEnd(text: string, at: number, end: number): number {
  let dot = false;
  let i = at + 1;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (i + 1 >= end || !isAlphanumeric(text.charCodeAt(i + 1))) break;
      dot = true;
    } else if (code !== DASH && code !== UNDERSCORE && !isAlphanumeric(code)) break;
  }
  return dot && isAlpha(text.charCodeAt(i - 1)) ? i : -1;
}

/** Whether `www.` may follow the character before it. */
export function mayPrecedeWww(code: number): boolean {
  return (
    Number.isNaN(code) ||
    code === OPEN ||
    code === STAR ||
    code === UNDERSCORE ||
    code === OPEN_SQUARE ||
    code === CLOSE_SQUARE ||
    code === TILDE ||
    isBlank(code)
  );
}

/**
 * Reads the part of literal autolinks after `http://`, and `www.` with what follows. Remembers how far
 * trailing punctuation is known not to be trailing, so that long runs of it are read once.
 */
export class LiteralReader {
  private text = "";
  private end = 0;
  private goesOnUntil = 0;

  /** Where the domain and path from `at` on end; -1 where they make no link. */
  read(text: string, at: number, end: number): number {
    this.text = text;
    this.end = end;
    this.goesOnUntil = at;
    const domain = this.domainEnd(at);
    return domain < 0 ? -1 : this.pathEnd(domain);
  }

  private domainEnd(at: number): number {
    const text = this.text;
    let seen = false;
    let last = false;
    let lastButOne = false;
    let i = at;
    for (; i < this.end; i++) {
      const code = text.charCodeAt(i);
      if (code === DOT || code === UNDERSCORE) {
        if (this.trails(i)) break;
        if (code === UNDERSCORE) last = true;
        else {
          lastButOne = last;
          last = false;
        }
        continue;
      }
      if (code !== DASH && classOf(code) !== 3) break;
      seen = true;
    }
    return last || lastButOne || !seen ? -1 : i;
  }

  private pathEnd(at: number): number {
    const text = this.text;
    let opened = 0;
    let closed = 0;
    let i = at;
    for (; i < this.end; i++) {
      const code = text.charCodeAt(i);
      if (code === OPEN) opened++;
      else if (code === CLOSE) {
        if (closed >= opened && this.trails(i)) return i;
        closed++;
      } else if (isTrail(code) || code === AMPERSAND || code === LESS || code === CLOSE_SQUARE) {
        if (this.trails(i)) return i;
      } else if (classOf(code) === WHITE) return i;
    }
    return i;
  }

  /** Whether nothing but trailing punctuation follows up to white space or `<`. */
  private trails(at: number): boolean {
    if (at < this.goesOnUntil) return false;
    const text = this.text;
    const end = this.end;
    let i = at;
    while (i < end) {
      const code = text.charCodeAt(i);
      if (isTrail(code)) i++;
      else if (code === AMPERSAND) {
        const start = ++i;
        while (i < end && isAlpha(text.charCodeAt(i))) i++;
        if (i === start || i >= end || text.charCodeAt(i) !== SEMICOLON) return this.goesOn(i);
        i++;
      } else if (code === CLOSE_SQUARE) {
        i++;
        const after = i < end ? text.charCodeAt(i) : SPACE;
        if (after === OPEN || after === OPEN_SQUARE || classOf(after) === WHITE) return true;
      } else if (code === LESS || classOf(code) === WHITE) return true;
      else return this.goesOn(i);
    }
    return true;
  }

  private goesOn(until: number): false {
    this.goesOnUntil = until;
    return false;
  }
}

function isTrail(code: number): boolean {
  return (
    code === BANG ||
    code === QUOTE ||
    code === APOSTROPHE ||
    code === CLOSE ||
    code === STAR ||
    code === COMMA ||
    code === DOT ||
    code === COLON ||
    code === SEMICOLON ||
    code === QUESTION ||
    code === UNDERSCORE ||
    code === TILDE
  );
}

/**
 * Where the literal link whose `://` begins at `at` starts and ends. It must not start before `floor`, where
 * what has been read ends.
 */
export function protocolStart(text: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && i > at - 6 && isAlpha(text.charCodeAt(i - 1))) i--;
  const length = at - i;
  if ((length !== 4 && length !== 5) || (i > 0 && i === floor && isAlpha(text.charCodeAt(i - 1)))) return -1;
  const name = text.slice(i, at).toLowerCase();
  return name === "http" || name === "https" ? i : -1;
}

/** Whether the character after `http://` can begin a domain at all. */
export function mayBeginDomain(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  return at < end && !isControl(code) && classOf(code) !== WHITE && classOf(code) !== PUNCTUATION;
}
