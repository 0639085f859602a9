/** The numbers of Kiro as ids: `Requirement 3` is the story `US-3`, its criterion `3.2` is `AC-US3-2`, the task `4.1` is `T-4.1`. */
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { IncrementId, WrittenId } from "../../model/ids.ts";

/** `3`, or `27A`, without zeros in front. */
function plain(number: string): string {
  return number.toUpperCase().replace(/^0+(?=\d)/, "");
}

/** A requirement, or the criterion of one. */
export function requirementId(
  number: string,
  criterion: string | undefined,
  text: string,
  span: Span,
): WrittenId {
  const known = seen.get(text) ?? made(number, criterion, ownCopy(text));
  return { kind: known.kind, key: known.key, text: known.text, span };
}

/** Numbers repeat: each is looked at once. */
const seen = new Map<string, IncrementId>();
const MOST_SEEN = 5_000;

function made(number: string, criterion: string | undefined, text: string): IncrementId {
  const id: IncrementId =
    criterion === undefined
      ? { kind: "story", key: `US-${plain(number)}`, text }
      : { kind: "criterion", key: criterionKey(number, Number(criterion)), text };
  if (seen.size < MOST_SEEN) seen.set(text, id);
  return id;
}

/** The key of a criterion. */
export function criterionKey(number: string, criterion: number): string {
  return `AC-US${plain(number)}-${criterion}`;
}

/** A task; `number` is `4` or `4.1`, or `T4.1`, which is the same. */
export function taskId(number: string, span: Span): WrittenId {
  const key = `T-${number
    .toUpperCase()
    .replace(/^T(?=\d)/, "")
    .replace(/(^|\.)0+(?=\d)/g, "$1")}`;
  return { kind: "task", key, text: ownCopy(number), span };
}

/** A key as Kiro writes it: `3`, `3.2`, `4.1`. */
export function kiroNumber(key: string): string {
  const criterion = /^AC-US(\w+)-(\d+)$/.exec(key);
  return criterion ? `${criterion[1]}.${criterion[2]}` : key.replace(/^(?:US|T)-/, "");
}

/** What somebody has typed as the new number of an id of this kind; `undefined` for anything else. */
export function kiroIdOf(text: string, kind: IncrementId["kind"]): IncrementId | undefined {
  const span = { start: 0, end: text.length };
  if (kind === "task") return /^\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?$/.test(text) ? taskId(text, span) : undefined;
  const match = /^(?:\p{L}+[ \t]?)?(\d{1,3}[A-Z]?)(?:\.(\d{1,3}))?$/u.exec(text);
  if (!match || (match[2] === undefined) !== (kind === "story")) return undefined;
  return requirementId(match[1] as string, match[2], text, span);
}
