/** Tokens of program code, as far as brackets, words and strings go. */
import { lineEnd } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import type { Language } from "./languages.ts";

export interface Token {
  readonly kind: "word" | "string" | "punctuation" | "comment";
  readonly text: string;
  readonly span: Span;
  /** Of a string: what stands between its quotes, which of a here document is further down. */
  readonly content?: Span;
}

const WORD = /[\p{L}\p{N}_$]+/uy;
const RUBY_WORD = /@{0,2}[\p{L}\p{N}_$]+(?:[?!](?![=.:]))?/uy;
const SPACE = /\s+/y;
/** A slash behind one of these, or behind a word such as `return`, begins a regular expression. */
const BEFORE_REGEXP = /^(?:[(,=:[!&|?{};+\-*%<>~^]|=>|&&|\|\||[=!]==?)$/;
const REGEXP = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** Signs of more than one character that mean something of their own. */
const SIGN = /\?->|\?\.|=>|->|::|&\.|={2,3}|!==?|[<>]=|&&|\|\||:=|\+\+|--|\/\//y;
/** The opening of a string before its quote: `f"`, `@"`, `$@"`. */
const PREFIX: Partial<Readonly<Record<Language, RegExp>>> = {
  python: /(?:[rbfuRBFU]{1,2})?(?=["'])/y,
  csharp: /(?:\$@|@\$|\${1,3}|@)?(?=")/y,
};
const HERE: Partial<Readonly<Record<Language, RegExp>>> = {
  ruby: /<<[~-]?(["'`]?)([A-Z][A-Z_\d]*)\1/y,
  php: /<<<[ \t]*(["']?)(\w+)\1/y,
};
const RUBY_LIST = /%[wWiIqQ]?([[({|])/y;
const SYMBOL = /:(?:"[^"\n]*"|[\p{L}_]\w*[?!]?)/uy;
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}", "|": "|" };
/** Languages in which `#` begins a comment; a line that begins with it is for the compiler in C#. */
const HASH: ReadonlySet<Language> = new Set(["python", "ruby", "php", "shell"]);
/** Languages with quotes of three. */
const TRIPLE: ReadonlySet<Language> = new Set(["python", "java", "kotlin", "csharp"]);
/** What begins code within a string. */
const INSERTS: Partial<Readonly<Record<Language, string>>> = { ruby: "#{", kotlin: "${" };

/** The tokens of a piece of code. Templates are strings as a whole. Never throws. */
export function tokensOf(code: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let last: Token | undefined;
  /** Here documents whose text begins on the next line: where their tokens are, and what ends them. */
  let waiting: { at: number; end: string }[] = [];
  const slashes = language !== "python" && language !== "ruby" && language !== "shell";
  const word = language === "ruby" ? RUBY_WORD : WORD;
  const take = (kind: Token["kind"], start: number, end: number, content?: Span): number => {
    const token = { kind, text: code.slice(start, end), span: { start, end }, ...(content && { content }) };
    tokens.push(token);
    if (kind !== "comment") last = token;
    return end;
  };
  for (let i = 0; i < code.length; ) {
    const char = code[i] as string;
    if (char === "\n" && waiting.length > 0) {
      i = readHere(i + 1);
      continue;
    }
    const space = char === "\n" ? i + 1 : matchAt(SPACE, code, i);
    if (space > i) i = waiting.length > 0 ? Math.min(space, lineEnd(code, i)) : space;
    else if (slashes && char === "/" && code[i + 1] === "/") i = take("comment", i, lineEnd(code, i));
    else if (slashes && char === "/" && code[i + 1] === "*") i = take("comment", i, past(code, "*/", i + 2));
    else if (char === "#" && isHash(i)) i = take("comment", i, lineEnd(code, i));
    else i = string(i) ?? here(i) ?? other(i);
  }
  return tokens;

  function isHash(i: number): boolean {
    if (language === "csharp")
      return /^[ \t]*$/.test(
        code
          .slice(Math.max(0, i - 40), i)
          .split("\n")
          .at(-1) ?? "",
      );
    // `#[Attribute]`, `$#`
    return (
      HASH.has(language) &&
      !(language === "php" && code[i + 1] === "[") &&
      (language !== "shell" || /[\s(]/.test(code[i - 1] ?? "\n"))
    );
  }

  function string(i: number): number | undefined {
    const prefix = PREFIX[language];
    const open = prefix ? matchAt(prefix, code, i) : i;
    const quote = code[open];
    if (quote === '"' || quote === "'" || (quote === "`" && language !== "python")) {
      const marks = code.slice(i, open);
      const triple = TRIPLE.has(language) && code.startsWith(quote.repeat(3), open);
      const width = triple ? 3 : 1;
      const end = triple
        ? past(code, quote.repeat(3), open + 3)
        : quote === "`" && language === "script"
          ? template(code, open)
          : quoted(open, quote, marks);
      const closed = end - width >= open + width && code.startsWith(quote.repeat(width), end - width);
      return take("string", i, end, { start: open + width, end: closed ? end - width : end });
    }
    if (language !== "ruby") return undefined;
    if (char(i) === ":" && char(i - 1) !== ":" && char(i + 1) !== ":" && !/[\w)\]]/.test(char(i - 1))) {
      const end = matchAt(SYMBOL, code, i);
      if (end > i) return take("string", i, end, { start: i + 1, end });
    }
    RUBY_LIST.lastIndex = i;
    const list = char(i) === "%" && beginsValue(last) ? RUBY_LIST.exec(code) : null;
    if (!list) return undefined;
    const end = past(code, CLOSING[list[1] as string] as string, i + list[0].length);
    return take("string", i, end, { start: i + list[0].length, end: Math.max(i + list[0].length, end - 1) });
  }

  function char(i: number): string {
    return code[i] ?? "";
  }

  function here(i: number): number | undefined {
    const pattern = char(i) === "<" ? HERE[language] : undefined;
    if (!pattern) return undefined;
    pattern.lastIndex = i;
    const match = pattern.exec(code);
    if (!match) return undefined;
    waiting.push({ at: tokens.length, end: match[2] as string });
    return take("string", i, i + match[0].length);
  }

  /** Past the texts of here documents that begin at `from`. */
  function readHere(from: number): number {
    let at = from;
    for (const one of waiting) {
      const start = at;
      let end = code.length;
      for (; at < code.length; at = lineEnd(code, at) + 1) {
        const rest = code.slice(at, lineEnd(code, at)).trimStart();
        if (!rest.startsWith(one.end) || /^\w/.test(rest.slice(one.end.length))) continue;
        end = at;
        at = code.indexOf(one.end, at) + one.end.length;
        break;
      }
      const token = tokens[one.at] as Token;
      tokens[one.at] = { ...token, content: { start, end } };
    }
    waiting = [];
    return Math.min(at, code.length);
  }

  function other(i: number): number {
    const isRegexp = char(i) === "/" && (language === "script" || language === "ruby") && beginsValue(last);
    if (isRegexp && matchAt(REGEXP, code, i) > i) return take("string", i, matchAt(REGEXP, code, i));
    if (language === "script" && code.startsWith("{/*", i)) return take("punctuation", i, i + 1);
    const end = matchAt(word, code, i);
    if (end > i) return take("word", i, end);
    const sign = matchAt(SIGN, code, i);
    return take("punctuation", i, sign > i ? sign : i + 1);
  }

  /** A string in quotes; one that is not closed ends with its line, where it cannot be longer. */
  function quoted(at: number, quote: string, marks: string): number {
    const verbatim = marks.includes("@");
    const long =
      verbatim || quote === "`" || language === "php" || language === "shell" || language === "ruby";
    const raw = language === "go" && quote === "`";
    const insert = quote === '"' ? INSERTS[language] : undefined;
    for (let i = at + 1; i < code.length; i++) {
      if (code[i] === "\\" && !verbatim && !raw) i++;
      else if (code[i] === quote) {
        if (!verbatim || code[i + 1] !== quote) return i + 1;
        i++;
      } else if (insert && code.startsWith(insert, i)) i = Math.max(i, pastInsert(code, i + 2) - 1);
      else if (code[i] === "\n" && !long) return i;
    }
    // What has no end is an apostrophe.
    return long ? lineEnd(code, at) : code.length;
  }
}

/** The word that begins at `at` ends here; `at` where none does. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function beginsValue(last: Token | undefined): boolean {
  if (!last) return true;
  return last.kind === "word"
    ? /^(?:return|typeof|case|in|of|await|when|if|unless|puts)$/.test(last.text)
    : last.kind === "punctuation" && BEFORE_REGEXP.test(last.text);
}

function past(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

/** Longer code is not put into a string. */
const LONGEST_INSERT = 200;

/** Behind the brace that closes what is inserted in a string, on the same line. */
function pastInsert(code: string, from: number): number {
  let depth = 1;
  for (let i = from; i < Math.min(code.length, from + LONGEST_INSERT) && code[i] !== "\n"; i++) {
    if (code[i] === "{") depth++;
    else if (code[i] === "}" && --depth === 0) return i + 1;
  }
  return from;
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
