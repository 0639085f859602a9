/** Program code of any language as far as comments, strings and brackets go: enough for declarations, which are regular. */

/** What begins a comment to the end of its line. */
export type CommentMark = "//" | "#";

export interface Source {
  /** The code with its comments blanked; nothing is moved. */
  readonly text: string;
  /** Where the bracket closes that opens at an offset; -1 where it does not, or stands too deep. */
  close(at: number): number;
}

/** A call, or anything else with brackets. */
export interface Call {
  readonly match: RegExpMatchArray;
  /** Where the match begins. */
  readonly start: number;
  /** What stands between the brackets, and where. */
  readonly inside: string;
  readonly from: number;
  /** The closing bracket. */
  readonly end: number;
}

/** Deeper brackets are none of a declaration; so the time that all of them take grows with the length. */
const DEEPEST = 40;
/** Longer strings are no names. */
const LONGEST_STRING = 2_000;

const SPECIAL = /["'`()[\]{}/#]/g;

/** Reads code once, for all tools that look at it. */
export function sourceOf(code: string, mark: CommentMark): Source {
  const pieces: string[] = [];
  const partners = new Map<number, number>();
  const open: number[] = [];
  let copied = 0;
  const blank = (from: number, to: number): number => {
    pieces.push(code.slice(copied, from), code.slice(from, to).replace(/[^\n]/g, " "));
    copied = to;
    return to;
  };
  for (let i = 0; ; ) {
    SPECIAL.lastIndex = i;
    const at = SPECIAL.exec(code)?.index;
    if (at === undefined) break;
    const char = code[at] as string;
    i = at + 1;
    if (char === '"' || char === "'" || char === "`") {
      const triple = char.repeat(3);
      i = code.startsWith(triple, at) ? blank(at, after(code, triple, at + 3)) : pastString(code, at);
    } else if (char === "/") {
      if (mark === "//" && code[i] === "/") i = blank(at, lineEndOf(code, at));
      else if (mark === "//" && code[i] === "*") i = blank(at, after(code, "*/", at + 2));
    } else if (char === "#") {
      // `#[…]` is an attribute of PHP and Rust, `#{…}` a part of a string.
      if (mark === "#" && code[i] !== "{" && code[i] !== "[") i = blank(at, lineEndOf(code, at));
    } else if ("([{".includes(char)) open.push(at);
    else {
      const opened = open.pop();
      if (opened !== undefined && open.length < DEEPEST) partners.set(opened, at);
    }
  }
  pieces.push(code.slice(copied));
  return { text: pieces.join(""), close: (at) => partners.get(at) ?? -1 };
}

function after(code: string, what: string, from: number): number {
  const at = code.indexOf(what, from);
  return at < 0 ? code.length : at + what.length;
}

function lineEndOf(code: string, at: number): number {
  const end = code.indexOf("\n", at);
  return end < 0 ? code.length : end;
}

/** Behind the string that begins at an offset; behind its quote where it is none, as in `don't` and `'a` of Rust. */
function pastString(code: string, at: number): number {
  const quote = code[at];
  const end = Math.min(code.length, at + LONGEST_STRING);
  for (let i = at + 1; i < end; i++) {
    if (code[i] === "\\") i++;
    else if (code[i] === quote) return i + 1;
    else if (code[i] === "\n" && quote !== "`") break;
  }
  return at + 1;
}

/** The calls that a global pattern finds between two offsets; it ends with the opening bracket. */
export function callsIn(
  { text, close }: Source,
  pattern: RegExp,
  from = 0,
  to: number = text.length,
): Call[] {
  const found: Call[] = [];
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  for (const match of part.matchAll(pattern)) {
    const start = from + match.index;
    const inner = start + match[0].length;
    const end = close(inner - 1);
    if (end >= 0 && end <= to) found.push({ match, start, inside: text.slice(inner, end), from: inner, end });
  }
  return found;
}

/** What the commas of a list part, those in its brackets and strings not. */
export function partsOf(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < list.length; i++) {
    const char = list[i] as string;
    if (char === '"' || char === "'" || char === "`") i = pastString(list, i) - 1;
    else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (char === "," && depth === 0) {
      parts.push(list.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(list.slice(from));
  return parts.map((part) => part.trim()).filter(Boolean);
}

const NAME = /(["'`])([^"'`\n]{1,200})\1|(?<![\w:]):([a-z_]\w*)/g;

/** The strings and symbols in a piece of code, without their quotes. */
export function namesIn(code: string): string[] {
  return [...code.matchAll(NAME)].map((match) => (match[2] ?? match[3]) as string);
}

/** The first string or symbol. */
export function nameIn(code: string | undefined): string | undefined {
  return code === undefined ? undefined : namesIn(code)[0];
}

/** The last word of a path such as `table.carrierRef` or `Parcels::CarrierRef`; `undefined` for other expressions. */
export function lastWord(path: string): string | undefined {
  return /^[\s&*(]*(?:[A-Za-z_$][\w$]*(?:\.|::|->))*([A-Za-z_$][\w$]*)/.exec(path)?.[1];
}

/** The value of an option, such as `unique: true`, `unique = true` or `unique => true`; `undefined` where it is not set. */
export function optionIn(code: string, name: string): string | undefined {
  for (const part of partsOf(code)) {
    const match = /^["'`:]?([\w$]+)["'`]?\s*(?:=>|[:=])\s*/.exec(part);
    if (match?.[1] === name) return part.slice(match[0].length);
  }
  return undefined;
}

/** True where an option is set to true, or to anything that is neither false nor nothing. */
export function isSet(code: string, name: string): boolean {
  const value = optionIn(code, name);
  return value !== undefined && !/^(?:false|null|nil|none|undefined|0)\b/i.test(value);
}

/** What stands between the brackets that a text begins with; the text itself where it begins with none. */
export function unwrapped(text: string): string {
  return /^\s*[[({]/.test(text)
    ? text
        .trim()
        .slice(1)
        .replace(/[\])}]\s*$/, "")
    : text;
}
