/** Tokens of JavaScript and TypeScript, as far as brackets, words and strings go. */
import { lineEnd } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

export interface Token {
  readonly kind: "word" | "string" | "punctuation" | "comment";
  readonly text: string;
  readonly span: Span;
}

const WORD = /[\p{L}\p{N}_$]+/uy;
const SPACE = /\s+/y;
/** A slash behind one of these, or behind a word such as `return`, begins a regular expression. */
const BEFORE_REGEXP = /[(,=:[!&|?{};+\-*%<>~^]/;
const REGEXP = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** The tokens of a piece of code. Templates are strings as a whole. Never throws. */
export function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  let last: Token | undefined;
  const take = (kind: Token["kind"], start: number, end: number): number => {
    const token = { kind, text: code.slice(start, end), span: { start, end } };
    tokens.push(token);
    if (kind !== "comment") last = token;
    return end;
  };
  for (let i = 0; i < code.length; ) {
    const char = code[i] as string;
    const space = matchAt(SPACE, code, i);
    if (space > i) i = space;
    else if (char === "/" && code[i + 1] === "/") i = take("comment", i, lineEnd(code, i));
    else if (char === "/" && code[i + 1] === "*") i = take("comment", i, past(code, "*/", i + 2));
    else if (char === "{" && code.startsWith("{/*", i)) i = take("punctuation", i, i + 1);
    else if (char === '"' || char === "'") i = take("string", i, quoted(code, i));
    else if (char === "`") i = take("string", i, template(code, i));
    else if (char === "/" && beginsRegexp(last) && matchAt(REGEXP, code, i) > i)
      i = take("string", i, matchAt(REGEXP, code, i));
    else {
      const word = matchAt(WORD, code, i);
      if (word > i) i = take("word", i, word);
      else i = take("punctuation", i, code.startsWith("=>", i) || code.startsWith("?.", i) ? i + 2 : i + 1);
    }
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function beginsRegexp(last: Token | undefined): boolean {
  if (!last) return true;
  return last.kind === "word"
    ? /^(?:return|typeof|case|in|of|await)$/.test(last.text)
    : BEFORE_REGEXP.test(last.text);
}

function past(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

/** A string in quotes; one that is not closed ends with its line. */
function quoted(code: string, at: number): number {
  for (let i = at + 1; i < code.length; i++) {
    if (code[i] === "\\") i++;
    else if (code[i] === code[at]) return i + 1;
    else if (code[i] === "\n") return i;
  }
  return code.length;
}

function template(code: string, at: number): number {
  let depth = 0;
  for (let i = at + 1; i < code.length; i++) {
    if (code[i] === "\\") i++;
    else if (depth === 0 && code[i] === "`") return i + 1;
    else if (code[i] === "$" && code[i + 1] === "{") {
      depth++;
      i++;
    } else if (depth > 0 && code[i] === "{") depth++;
    else if (depth > 0 && code[i] === "}") depth--;
  }
  return code.length;
}
