/** The status of a story: `Status: ready-for-dev` above its sections, in front matter, or in a section of its own. */

import type { Facts } from "../../../markdown/facts.ts";
import { lineEnd } from "../../../text/lines.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Increment } from "../../model/increment.ts";
import { type IncrementStatus, readIncrementStatus, type StatusName } from "../../model/words.ts";

/** The words of the tool, in the order in which a story has them. */
export const BMAD_STATUSES: readonly string[] = ["draft", "ready-for-dev", "in-progress", "review", "done"];

const NAMES: Readonly<Record<string, StatusName>> = {
  drafted: "planning",
  "ready-for-dev": "active",
  approved: "active",
  "ready-for-review": "ready_for_review",
  deferred: "paused",
  blocked: "paused",
};

const LINE = /^(?:[-*][ \t]+)?[*_]{0,2}status[*_]{0,2}[ \t]*[:：][*_]{0,2}[ \t]*([^\r\n]*)/im;
const WORD = /\p{L}[\p{L}_-]*(?: for \p{L}+| progress)?/iu;

/** The status that a page states outside of its front matter; `undefined` where it does not. */
export function statusOn(text: string, { headings }: Facts): IncrementStatus | undefined {
  const section = headings.findIndex(({ depth }) => depth > 1);
  const end = headings[section]?.span.start ?? text.length;
  const top = LINE.exec(text.slice(0, Math.min(end, FAR)));
  if (top) return wordIn(text, top.index + top[0].length - (top[1] ?? "").length, top.index + top[0].length);
  // Version 4 gives it a section.
  const own = headings[section];
  if (!own || !/^status$/i.test(own.text)) return undefined;
  const next = headings[section + 1]?.span.start ?? text.length;
  const from = own.span.end + (/^\s*/.exec(text.slice(own.span.end, next)) as RegExpExecArray)[0].length;
  return wordIn(text, from, Math.min(next, lineEnd(text, from)));
}

/** How far down a page the line may stand, in UTF-16 units. */
const FAR = 4_000;

function wordIn(text: string, start: number, end: number): IncrementStatus | undefined {
  const match = WORD.exec(text.slice(start, end));
  if (!match) return undefined;
  const at = start + match.index;
  return readStatus(readIncrementStatus(ownCopy(match[0]), { start: at, end: at + match[0].length }, "line"));
}

/** A status with what the tool means by it. */
export function readStatus(status: IncrementStatus): IncrementStatus {
  const own = NAMES[status.text.trim().toLowerCase().replace(/[ _]+/g, "-")];
  return own === undefined ? status : { ...status, name: own };
}

/** The word of the tool for a status. */
export function statusWord(name: StatusName, _increment: Increment): string {
  const [draft, , active, review, done] = BMAD_STATUSES;
  const words: Partial<Record<StatusName, string | undefined>> = {
    planning: draft,
    active,
    ready_for_review: review,
    completed: done,
  };
  return words[name] ?? name;
}
