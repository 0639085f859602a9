/** What a story names: its criteria, `(AC: #1, #3)` behind a task and `AC3` anywhere, and other stories. */

import type { Facts } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import { bySpan, type Span } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementField } from "../../model/model.ts";
import { lastUpTo } from "../../model/sorted.ts";
import { ALL, AND_WORD } from "../kiro/words.ts";
import { criterionId, storyId } from "./ids.ts";

/** `(AC: #1, #3)`, `(AC1, AC2)`, `[ACs: 1-4]`. */
const NAMED = /[([（](ACs?)(?![a-z])([^)\]）\r\n]{0,160})[)\]）]/gi;
const MARK = "(?:AC[ \\t]*[-:：]?[ \\t]*)?#?[ \\t]*";
const ONE = new RegExp(`[ \\t]*(${MARK})(\\d{1,3}[a-z]?)(?![\\w.])`, "iy");
const TO = new RegExp(`[ \\t]*(?:-|–|—|\\.\\.|to|through)[ \\t]*${MARK}(\\d{1,3})(?![\\w.])`, "iy");
const NEXT = new RegExp(`[ \\t]*(?:[,;&+/]|、|，|${AND_WORD})[ \\t]*(?:(?:and|&)[ \\t]+)?`, "iuy");
/** More than any story has; a range beyond says nothing. */
const MOST = 200;

/** The fields that tasks name criteria in, in order. */
export function criteriaFields(text: string, within: Span): IncrementField[] {
  const found: IncrementField[] = [];
  for (const { index, 0: all, 1: label = "", 2: written = "" } of text
    .slice(within.start, within.end)
    .matchAll(NAMED)) {
    const start = within.start + index;
    const labelSpan = { start: start + 1, end: start + 1 + label.length };
    const value = { start: labelSpan.end, end: labelSpan.end + written.length };
    const named = numbersIn(text, value);
    found.push({
      kind: "criteria",
      label: ownCopy(label),
      labelSpan,
      span: { start, end: start + all.length },
      value,
      text: ownCopy(written.trim()),
      ids: named.ids,
      keys: named.keys,
      all: ALL.test(written.replace(/^[ \t]*[:：#-]?[ \t]*/, "")),
      none: /^[ \t]*:?[ \t]*(?:n\/?a\b|none\b|-|–|—)?[ \t]*$/i.test(written),
      canonical: true,
    });
  }
  return found;
}

/** The numbers that a value begins with; words end them. */
function numbersIn(text: string, { start, end }: Span): { ids: WrittenId[]; keys: string[] } {
  const ids: WrittenId[] = [];
  const keys = new Set<string>();
  let at = start + (/^[ \t]*[:：-]?/.exec(text.slice(start, end)) as RegExpExecArray)[0].length;
  for (;;) {
    ONE.lastIndex = at;
    const one = ONE.exec(text);
    if (!one || ONE.lastIndex > end) break;
    const [all, , number = ""] = one;
    const behind = at + all.length;
    const id = criterionId(number, { start: behind - number.length, end: behind }, number);
    ids.push(id);
    keys.add(id.key);
    at = behind;
    TO.lastIndex = at;
    const to = TO.exec(text);
    if (to && TO.lastIndex <= end) {
      at += to[0].length;
      const last = to[1] as string;
      ids.push(criterionId(last, { start: at - last.length, end: at }, last));
      const [from, until] = [Number.parseInt(number, 10), Number(last)];
      for (let i = from; i <= until && i - from < MOST; i++) keys.add(criterionId(String(i), id.span).key);
    }
    NEXT.lastIndex = at;
    const next = NEXT.exec(text);
    if (!next || NEXT.lastIndex > end) break;
    at = NEXT.lastIndex;
  }
  return { ids, keys: [...keys] };
}

/** `Story 1.2`, `story 1-2`, `AC3`, `AC #3`, `AC-3`. */
const MENTION =
  /\bstory[ \t]+(\d{1,3}[a-z]?)[.-](\d{1,3}[a-z]?)(?![\w.]*\d)|\bAC[ \t]?[-#]?(\d{1,3}[a-z]?)(?![\w.-]*\d)/gi;
/** Behind `Story 1.2`, a criterion is one of that. */
const OF_ANOTHER = /\bstory[ \t]+\d[\w.-]*[^.;|\r\n]{0,12}$/i;

/** Stories that a page names and criteria of its own, outside of code, ascending; `above` is the folder of the project. */
export function mentionsIn(text: string, facts: Facts, above: string, from: number): WrittenId[] {
  const found: WrittenId[] = [];
  for (const { index, 0: all, 1: epic, 2: number = "", 3: criterion } of text.matchAll(MENTION)) {
    if (index < from || isInCode(facts, index)) continue;
    const span = { start: index, end: index + all.length };
    if (epic !== undefined) found.push(storyId(above, epic, number, all, span));
    else if (criterion !== undefined && !OF_ANOTHER.test(text.slice(Math.max(0, index - 40), index)))
      found.push(criterionId(criterion, span, all));
  }
  return found;
}

/** True in a block of code. */
export function isInCode({ codes }: Pick<Facts, "codes">, offset: number): boolean {
  const code = lastUpTo(codes, offset);
  return code !== undefined && offset < code.span.end;
}

/** Ids in their order, each place once: what comes first in the lists counts. */
export function together(...lists: readonly (readonly WrittenId[])[]): WrittenId[] {
  const taken = new Set<number>();
  const found: WrittenId[] = [];
  for (const list of lists)
    for (const id of list)
      if (!taken.has(id.span.start)) {
        taken.add(id.span.start);
        found.push(id);
      }
  found.sort(bySpan);
  // What begins within another one is a part of that.
  let end = 0;
  return found.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
