/** The acceptance criteria of a story: a numbered list, or paragraphs, items and headings that begin with `AC1`. */

import type { Facts } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { Criterion } from "../../model/model.ts";
import { isBlank, isPutOff } from "../../model/putOff.ts";
import { criterionId } from "./ids.ts";
import { isInCode } from "./refs.ts";

/** At the beginning of a line that is not indented: `1. **AC1: Title**`, `- [ ] **AC-2:**`, `### AC #3 — Title`. */
const LABELLED =
  /^(?:#{2,6}[ \t]+|(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?[*_`]{0,3}\[?((?:AC|Acceptance Criterion)[ \t]?[-#]?[ \t]?#?\d{1,3}[a-z]?)(?![\w.]*\d)[\])]?(.*)$/gim;
/** `1. Title`, `1) Title`, `**1. Title**`, `### 1. Title`. */
const NUMBERED = /^(?:#{2,6}[ \t]+)?(?:\*\*)?(\d{1,3})[.)](?:\*\*)?[ \t]+(\S.*)$/gm;

interface Found {
  readonly number: string;
  /** `AC-1`, `1` */
  readonly written: string;
  readonly writtenSpan: Span;
  readonly title: Span;
  readonly line: Span;
}

/** The criteria in a section, in order; none where its numbers do not say which is which. */
export function criteriaIn(text: string, facts: Facts, section: Span): Criterion[] {
  const labelled = linesIn(text, facts, section, LABELLED);
  if (labelled.length > 0) return criteriaOf(text, section, labelled);
  const numbered = linesIn(text, facts, section, NUMBERED);
  const isLazy = numbered.length > 1 && numbered.every(({ number }) => Number(number) === 1);
  if (isLazy)
    return criteriaOf(
      text,
      section,
      numbered.map((one, i) => ({ ...one, number: String(i + 1) })),
    );
  const isClear = numbered.every(
    ({ number }, i) => i === 0 || Number(number) > Number(numbered[i - 1]?.number),
  );
  return isClear ? criteriaOf(text, section, numbered) : [];
}

function linesIn(text: string, facts: Facts, { start, end }: Span, pattern: RegExp): Found[] {
  return [...text.slice(start, end).matchAll(pattern)].flatMap((match): Found[] => {
    const [all, written = "", rest = ""] = match;
    const from = start + match.index;
    if (isInCode(facts, from)) return [];
    const line = { start: from, end: from + all.trimEnd().length };
    const behind = all.length - rest.length;
    const at = from + all.lastIndexOf(written, behind - 1);
    const writtenSpan = { start: at, end: at + written.length };
    const number = (/\d+[a-z]?$/i.exec(written) as RegExpExecArray)[0];
    return [{ number, written, writtenSpan, title: titleIn(text, line, from + behind), line }];
  });
}

/** The words behind a number, without marks before and behind them. */
function titleIn(text: string, line: Span, from: number): Span {
  const rest = text.slice(Math.min(from, line.end), line.end);
  const before = (/^[\s*_`:：.)\]—–-]*/.exec(rest) as RegExpExecArray)[0].length;
  const behind = (/[\s*_:：]*$/.exec(rest.slice(before)) as RegExpExecArray)[0].length;
  const start = line.end - rest.length + before;
  return { start, end: Math.max(start, line.end - behind) };
}

function criteriaOf(text: string, section: Span, found: readonly Found[]): Criterion[] {
  const seen = new Set<string>();
  return found.map(({ number, written, writtenSpan, title, line }, i): Criterion => {
    const id = criterionId(number, writtenSpan, isNumber(written) ? undefined : written);
    const isAgain = seen.has(id.key);
    seen.add(id.key);
    const words = text.slice(title.start, line.end);
    const next = found[i + 1]?.line.start ?? section.end;
    return {
      id,
      title: ownCopy(text.slice(title.start, title.end)),
      nameSpan: line,
      titleSpan: title,
      span: { start: line.start, end: line.start + text.slice(line.start, next).trimEnd().length },
      form: "item",
      depth: 0,
      flaws: NOTHING,
      standing: isAgain ? "duplicate" : "definition",
      putOff: isPutOff(text.slice(line.start, writtenSpan.start), words) || isBlank(words),
      state: undefined,
      story: undefined,
      under: undefined,
      fields: NOTHING,
    };
  });
}

/** What is only a place in a list is called by the word for it. */
function isNumber(written: string): boolean {
  return /^\d/.test(written);
}

const NOTHING: readonly never[] = [];
