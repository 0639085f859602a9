/** The line on which something is defined: `T-001 [RED]: Title (P1)`. */
import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";
import { idAt, type WrittenId } from "./ids.ts";
import type { Flaw, WrittenWord } from "./model.ts";

export interface Head {
  readonly id: WrittenId;
  readonly marks: readonly WrittenWord[];
  readonly priority: WrittenWord | undefined;
  readonly title: string;
  readonly titleSpan: Span;
  readonly bold: boolean;
  /** `✅`, or the box of a heading. */
  readonly sign: WrittenWord | undefined;
  readonly flaws: readonly Flaw[];
}

const BEFORE =
  /(?:\[[ xX~-]\][ \t]+)?(?:[^\w\s[(*`#-]{1,3}[ \t]+)?(?:\[[ xX~-]\][ \t]+)?(\*\*|__)?(?:(?:User Story|Story|Task|Criterion)(?::[ \t]*|[ \t]+))?/y;
const MARK = /[ \t]*(?:\[([^\]\n]{1,24})\]|\((E)\))/y;
const AFTER = /(\*\*|__)?([ \t]*)(:|—|–|-(?=[ \t])|\.(?=[ \t])|\|)?(\*\*|__)?[ \t]*/y;
const PRIORITY = /[([](P[0-4])[)\]]/;

/** The definition that the text in `span` begins with. `undefined` where it begins with no id. */
export function readHead(text: string, { start, end }: Span, number: number | undefined): Head | undefined {
  const before = match(BEFORE, text, start);
  const id = idAt(text, start + before[0].length, number);
  if (!id || id.span.end > end) return undefined;
  let at = id.span.end;
  let bold = false;
  if (before[1] && text.startsWith(before[1], at) && /^(?:\*\*|__)[ \t]*[[(]/.test(text.slice(at, at + 6))) {
    bold = true;
    at += 2;
  }
  const marks: WrittenWord[] = [];
  for (let found = match(MARK, text, at); found[0] !== ""; found = match(MARK, text, at)) {
    const word = (found[1] ?? found[2]) as string;
    if (at + found[0].length > end) break;
    const from = at + found[0].length - 1 - word.length;
    marks.push({ text: word, span: { start: from, end: from + word.length } });
    at += found[0].length;
  }
  const after = match(AFTER, text, at);
  const separator = after[3];
  bold ||= before[1] !== undefined && (after[1] !== undefined || after[4] !== undefined);
  const titleSpan = titleOf(text, Math.min(at + after[0].length, end), end);
  const whole = text.slice(titleSpan.start, titleSpan.end);
  const found = PRIORITY.exec(whole);
  const flaws: Flaw[] = [];
  const lead = before[0].replace(/^(?:\*\*|__)/, "");
  if (lead !== "") flaws.push("prefix");
  const closed = before[1] === undefined || after[1] !== undefined;
  if (separator !== ":" || after[2] !== "" || marks.some(({ text }) => text !== "E") || !closed)
    flaws.push("separator");
  const sign = before[0]
    .trim()
    .replace(/\*\*|__|(?:User Story|Story|Task|Criterion):?/g, "")
    .trim();
  return {
    id,
    marks,
    priority: found ? wordAt(found[1] as string, titleSpan.start + found.index + 1) : undefined,
    title: ownCopy((found ? whole.replace(found[0], "") : whole).trim()),
    titleSpan,
    bold,
    sign: sign === "" ? undefined : wordAt(sign, start + before[0].indexOf(sign)),
    flaws,
  };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  // Every pattern here may be empty, but for `MARK`.
  return (
    pattern.exec(text) ?? (Object.assign([""], { index: at, input: text }) as unknown as RegExpExecArray)
  );
}

function wordAt(text: string, start: number): WrittenWord {
  return { text, span: { start, end: start + text.length } };
}

/** To the end of the line, without bold markers around it. */
function titleOf(text: string, start: number, limit: number): Span {
  const line = /[\r\n]/.exec(text.slice(start, limit));
  let end = line ? start + line.index : limit;
  while (end > start && /[\s]/.test(text[end - 1] as string)) end--;
  return { start, end };
}
