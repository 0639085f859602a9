/** String literals in program code, as far as they can be told without a parser for its language. */
import type { Span } from "../../text/span.ts";
import { type Language, languageBy } from "./stringLanguages.ts";

/** A literal, or several that the code puts together. */
export interface Literal {
  /** From the first character to the last, without the outer quotes. */
  readonly span: Span;
  /** As long as the span: what stands between its pieces is blanked, a value that is put in becomes a number. */
  readonly text: string;
}

/** True for the labels of fences in which strings are looked for. */
export function hasStrings(language: string): boolean {
  return languageBy(language) !== undefined;
}

/** The string literals in `text`, in order. A quote without its partner is passed over. */
export function stringsIn(text: string, language: string): Literal[] {
  const known = languageBy(language);
  if (!known) return [];
  const pieces = piecesIn(text, known);
  const isQuoted = ({ span }: Literal) =>
    pieces.some(({ start, end }) => start < span.end && end > span.start);
  const found = known.values ? plainValues(text).filter((one) => !isQuoted(one)) : [];
  for (let i = 0; i < pieces.length; ) {
    const first = pieces[i] as Piece;
    const parts = [text.slice(first.start, first.end)];
    let last = first;
    for (i++; i < pieces.length; i++) {
      const next = pieces[i] as Piece;
      const gap = text.slice(last.after, next.before);
      const joined =
        first.escapes && next.before - last.after <= LONGEST_GAP ? joinedBy(gap, known) : undefined;
      if (joined === undefined) break;
      const width = next.start - last.end;
      parts.push(
        (joined === "value" ? "1" : "").padEnd(width).slice(0, width),
        text.slice(next.start, next.end),
      );
      last = next;
    }
    const whole = parts.join("");
    const value = first.escapes ? whole.replace(/\\[ntr"'\\\n]/g, "  ") : whole;
    found.push({ span: { start: first.start, end: last.end }, text: value });
  }
  return found;
}

/** Longer ones are no statements. */
const LONGEST = 20_000;
/** What stands between two pieces is an operator, a name, line ends. */
const LONGEST_GAP = 200;

interface Piece {
  /** Where its quotes begin and end. */
  readonly before: number;
  readonly after: number;
  /** Where its contents do. */
  readonly start: number;
  readonly end: number;
  readonly escapes: boolean;
}

/** What may begin a literal or a comment: most characters are none of these, and there is a lot of code. */
const NEXT = /["'`/#<@[]/g;
const NEXT_OR_DASH = /["'`/#<@[-]/g;

function piecesIn(text: string, language: Language): Piece[] {
  const found: Piece[] = [];
  const next = language.comments.includes("--") ? NEXT_OR_DASH : NEXT;
  let i = 0;
  for (;;) {
    next.lastIndex = i;
    const at = next.exec(text)?.index;
    if (at === undefined) return found;
    const comment = endOfComment(text, at, language);
    const piece = comment === undefined ? pieceAt(text, at, language) : undefined;
    if (piece) found.push(piece);
    i = comment ?? piece?.after ?? at + 1;
  }
}

function endOfComment(text: string, at: number, { comments }: Language): number | undefined {
  for (const mark of comments) {
    if (!text.startsWith(mark, at)) continue;
    if (mark === "/*") return after(text, "*/", at + 2);
    // `#{…}` is a part of a string, `#[…]` an attribute.
    if (mark === "#" && /[{[]/.test(text[at + 1] ?? "")) continue;
    return after(text, "\n", at);
  }
  return undefined;
}

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

const HEREDOC = /<<(?:~|-|<)?[ \t]*(["'`]?)([A-Za-z_]\w{0,60})\1(?!\w)/y;
const RAW = /(?:"([^\s"()\\]{0,16})\(|(#+)")/y;

function pieceAt(text: string, at: number, language: Language): Piece | undefined {
  const char = text[at] as string;
  const before = text[at - 1] ?? "";
  if (char === "<") return language.heredocs ? heredoc(text, at) : undefined;
  if (char === "[") return language.long && text[at + 1] === "[" ? closed(text, at, at + 2, "]]") : undefined;
  if (char === "#" && language.hashes && /r/.test(before)) {
    RAW.lastIndex = at;
    const hashes = RAW.exec(text)?.[2];
    return hashes === undefined ? undefined : closed(text, at, at + hashes.length + 1, `"${hashes}`);
  }
  if (char === "@" && language.verbatim && /^@\$?"/.test(text.slice(at, at + 3)))
    return verbatim(text, text.indexOf('"', at));
  if (char !== '"' && char !== "'" && char !== "`") return undefined;
  if (char === '"' && language.verbatim && /@\$?$/.test(text.slice(Math.max(0, at - 2), at)))
    return verbatim(text, at);
  if (char === '"' && language.delimited && before === "R") {
    RAW.lastIndex = at;
    const tag = RAW.exec(text)?.[1];
    if (tag !== undefined) return closed(text, at, at + tag.length + 2, `)${tag}"`);
  }
  const triple = char.repeat(3);
  if (text.startsWith(triple, at)) return closed(text, at, at + 3, triple, true);
  if (!language.quotes.includes(char)) return undefined;
  // As in “don't”.
  if (char === "'" && !language.beside && /\w/.test(before)) return undefined;
  const raw = char === "`" && language.raw;
  const end = closing(text, at + 1, char, language, raw);
  return end < 0 ? undefined : { before: at, after: end + 1, start: at + 1, end, escapes: !raw };
}

function closed(
  text: string,
  before: number,
  start: number,
  close: string,
  escapes = false,
): Piece | undefined {
  const end = text.indexOf(close, start);
  if (end < 0 || end - start > LONGEST) return undefined;
  return { before, after: end + close.length, start, end, escapes };
}

/** `@"…"` of C#, in which a quote is written twice. */
function verbatim(text: string, at: number): Piece | undefined {
  const limit = Math.min(text.length, at + LONGEST);
  for (let i = at + 1; i < limit; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') i++;
    else return { before: at, after: i + 1, start: at + 1, end: i, escapes: false };
  }
  return undefined;
}

/** `<<~SQL`, `<<<SQL`, `<<'EOF'`: the lines until one that is the word. */
function heredoc(text: string, at: number): Piece | undefined {
  HEREDOC.lastIndex = at;
  const word = HEREDOC.exec(text)?.[2];
  const line = text.indexOf("\n", at);
  if (word === undefined || line < 0) return undefined;
  const body = text.slice(line, line + LONGEST);
  const end = new RegExp(`\\n[ \\t]*${word}\\b`).exec(body);
  if (!end) return undefined;
  const start = Math.min(line + 1, line + end.index);
  return {
    before: at,
    after: line + end.index + end[0].length,
    start,
    end: line + end.index,
    escapes: false,
  };
}

/** Where the quote ends that was opened before `from`; -1 where it does not. Only some quotes cross line ends. */
function closing(
  text: string,
  from: number,
  quote: string,
  { lines, twice }: Language,
  raw: boolean,
): number {
  const end = Math.min(text.length, from + LONGEST);
  const long = quote === "`" || lines;
  for (let i = from; i < end; i++) {
    const char = text[i];
    if (char === quote) {
      if (!twice || text[i + 1] !== quote) return i;
      i++;
    } else if (char === "\\" && !raw) i++;
    else if (char === "\n" && !long) return -1;
  }
  return -1;
}

const NAME = String.raw`[\w$.()[\]>:-]{1,80}`;
/** Letters before a quote, such as `f"`, `$@"`, `s"`. */
const PREFIX = "[A-Za-z$@#]{0,4}";
const SPACE = String.raw`(?:\s|\\\n|(?:\/\/|#)[^\n]{0,100}\n)*`;
const WITH: Readonly<Record<Language["joins"], RegExp>> = {
  "+": new RegExp(`^${SPACE}[+&]${SPACE}(?:(${NAME})${SPACE}[+&]${SPACE})?${PREFIX}$`),
  ".": new RegExp(`^${SPACE}\\.${SPACE}(?:(${NAME})${SPACE}\\.${SPACE})?$`),
  "..": new RegExp(`^${SPACE}\\.\\.${SPACE}(?:(${NAME})${SPACE}\\.\\.${SPACE})?$`),
  "<>": new RegExp(`^${SPACE}(?:<>|\\+\\+|\\^|~)${SPACE}(?:(${NAME})${SPACE}(?:<>|\\+\\+|\\^|~)${SPACE})?$`),
};
const BESIDE = new RegExp(`^${SPACE}${PREFIX}$`);
const APPENDED = new RegExp(
  String.raw`^\)?\s*;?\s*(?:\$?[\w.]{0,40}\s*(?:\.=|\+=)|[\w$]{0,40}\s*\.\s*[aA]ppend(?:Line)?\(|[\w$]{0,40}\s*<<)\s*${PREFIX}$`,
);

const PLAIN =
  /^([ \t]*(?:-[ \t]+)*)(?:[\w.$/-]{1,80}[ \t]*[:=][ \t]*)?(?:[|>][-+\d]{0,2}[ \t]*\r?\n[ \t]*)?(?=(?:SELECT|WITH|UPDATE|DELETE|INSERT|CREATE|ALTER)\s)/gim;

/** Values without quotes, as in YAML and properties: until a line that is indented no more than their key. */
function plainValues(text: string): Literal[] {
  const found: Literal[] = [];
  for (const match of text.matchAll(PLAIN)) {
    const start = match.index + match[0].length;
    if (start < (found.at(-1)?.span.end ?? 0)) continue;
    const width = Math.min((match[1] as string).length, 60);
    const next = new RegExp(`\\n(?=[ \\t]{0,${width}}[^\\s])`).exec(text.slice(start, start + LONGEST));
    const end = next ? start + next.index : Math.min(text.length, start + LONGEST);
    found.push({ span: { start, end }, text: text.slice(start, end) });
  }
  return found;
}

/** How two pieces belong together by what stands between them: `text`, with a `value` put in; `undefined` if not. */
function joinedBy(gap: string, { joins, beside }: Language): "text" | "value" | undefined {
  if (beside && BESIDE.test(gap)) return "text";
  const match = WITH[joins].exec(gap);
  if (match) return match[1] === undefined ? "text" : "value";
  return APPENDED.test(gap) ? "text" : undefined;
}
