/** The line on which something is defined: `T-001 [RED]: Title (P1)`. */
import { ownCopy } from "../../text/ownCopy.ts";
import { type Span, shift } from "../../text/span.ts";
import { idAt, movedId, type WrittenId } from "./ids.ts";
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

/** The same `by` UTF-16 units further on. */
export function movedHead(head: Head, by: number): Head {
  const { id, marks, priority, title, titleSpan, bold, sign, flaws } = head;
  return {
    title,
    bold,
    flaws,
    id: movedId(id, by),
    marks: marks.length === 0 ? marks : marks.map((mark) => movedWord(mark, by)),
    priority: priority && movedWord(priority, by),
    titleSpan: shift(titleSpan, by),
    sign: sign && movedWord(sign, by),
  };
}

function movedWord({ text, span }: WrittenWord, by: number): WrittenWord {
  return { text, span: shift(span, by) };
}

const BEFORE =
  /(?:\[[ xX~-]\][ \t]+)?(?:[^\w\s[(*`#-]{1,3}[ \t]+)?(?:\[[ xX~-]\][ \t]+)?(?:~~)?(\*\*|__)?(?:(?:User Story|Story|Task|Criterion)(?::[ \t]*|[ \t]+))?/y;
const MARK = /[ \t]*(?:\[([^\]\n]{1,24})\]|\((E)\))/y;
const AFTER = /(\*\*|__)?([ \t]*)(:|—|–|-(?=[ \t])|\.(?=[ \t])|\|)?(\*\*|__)?[ \t]*/y;
const PRIORITY = /[([](P[0-4])[)\]]/;

/** The definition that the text in `span` begins with. `undefined` where it begins with no id. */
export function readHead(text: string, { start, end }: Span, number: number | undefined): Head | undefined {
  if (!mayBegin(text, start, end)) return undefined;
  const before = match(BEFORE, text, start);
  const lead = before?.[0] ?? "";
  const strong = before?.[1];
  const id = idAt(text, start + lead.length, number);
  if (!id || id.span.end > end) return undefined;
  let at = id.span.end;
  let bold = false;
  if (strong && text.startsWith(strong, at) && /^..[ \t]*[[(]/.test(text.slice(at, at + 6))) {
    bold = true;
    at += 2;
  }
  const marks: WrittenWord[] = [];
  while (mayBeMark(text, at)) {
    const found = match(MARK, text, at);
    if (!found) break;
    const word = (found[1] ?? found[2]) as string;
    if (at + found[0].length > end) break;
    marks.push(wordAt(ownCopy(word), at + found[0].length - 1 - word.length));
    at += found[0].length;
  }
  const after = match(AFTER, text, at);
  const separator = after?.[3];
  bold ||= strong !== undefined && (after?.[1] !== undefined || after?.[4] !== undefined);
  const titleSpan = titleOf(text, Math.min(at + (after?.[0].length ?? 0), end), end);
  const whole = text.slice(titleSpan.start, titleSpan.end);
  const found = whole.includes("P") ? PRIORITY.exec(whole) : null;
  const flaws: Flaw[] = [];
  const word = lead === "" || lead === strong ? "" : lead.replace(/\*\*|__/, "").trim();
  if (word !== "") flaws.push("prefix");
  const open = strong !== undefined && after?.[1] === undefined;
  if (separator !== ":" || after?.[2] !== "" || open || marks.some(({ text }) => text !== "E"))
    flaws.push("separator");
  const sign = word === "" ? "" : word.replace(/(?:User Story|Story|Task|Criterion):?$/, "").trim();
  return {
    id,
    marks,
    priority: found ? wordAt(found[1] as string, titleSpan.start + found.index + 1) : undefined,
    title: ownCopy((found ? whole.replace(found[0], "") : whole).trim()),
    titleSpan,
    bold,
    sign: sign === "" ? undefined : wordAt(sign, start + lead.indexOf(sign)),
    flaws,
  };
}

/** Where the first letter is one that ids or `User Story`, `Task` begin with; false for nearly all lines. */
function mayBegin(text: string, start: number, end: number): boolean {
  const limit = Math.min(end, start + 12);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    // `[x] `
    if (code === 91 && text.charCodeAt(at + 2) === 93) at += 2;
    else if (code >= 65 && code <= 90) {
      const next = text.charCodeAt(at + 1);
      if (next <= 90) return next === 45 || next >= 48;
      return FULL_WORD.test(text.slice(at, at + 10));
    } else if (code >= 97 && code <= 122) return false;
  }
  return false;
}

const FULL_WORD = /^(?:User St|Story|Task|Criterio)/;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Whether a bracket comes next, behind spaces. */
function mayBeMark(text: string, at: number): boolean {
  let next = at;
  while (text[next] === " " || text[next] === "\t") next++;
  return text[next] === "[" || text[next] === "(";
}

function wordAt(text: string, start: number): WrittenWord {
  return { text, span: { start, end: start + text.length } };
}

/** To the end of the line, without bold markers around it. */
function titleOf(text: string, start: number, limit: number): Span {
  const newline = text.indexOf("\n", start);
  let end = newline < 0 || newline > limit ? limit : newline;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}
