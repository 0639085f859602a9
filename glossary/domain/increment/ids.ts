/** Ids of stories, criteria, tasks and the rest. Compared by numbers, shown as written. */
import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";

export type IdKind = "story" | "criterion" | "task" | "feature" | "requirement" | "test" | "other";

export interface IncrementId {
  readonly kind: IdKind;
  /** What is compared: `US-1`, `AC-US1-1`, `T-8B`. */
  readonly key: string;
  /** As written. */
  readonly text: string;
}

/** An id and its place. */
export interface WrittenId extends IncrementId {
  readonly span: Span;
}

const KINDS: Readonly<Record<string, IdKind>> = {
  US: "story",
  AC: "criterion",
  T: "task",
  FS: "feature",
  FR: "requirement",
  NFR: "requirement",
  TC: "test",
};

/** The source of a pattern for any id; it holds no groups. */
const TAIL = "(?:-?[A-Z]?\\d{1,4}[A-Z]?)";
const SOURCE = [
  `AC-?(?:US-?${TAIL}|NFR-?\\d{1,4}|[A-Z]{2,6}\\d{0,4})?(?:-?[A-Z]?\\d{1,4}[A-Z]?)(?:-\\d{1,4})?`,
  "US-?(?:[A-Z]{2,8}-)?[A-Z]?\\d{1,4}[A-Z]?(?:-\\d{1,4}[A-Z]?)?",
  "T(?:-\\d{1,4}(?:[A-Za-z]|-[A-Z]{1,16}|\\.\\d{1,3})?|\\d{1,3}\\.\\d{1,3}|\\d{2,4}[A-Za-z]?)",
  "FS-\\d{1,4}(?:-\\d{2}-\\d{2}|[A-Z])?",
  "(?:FR|NFR|TC|SC|OQ|R|D|AD|TD|BR|EC)-\\d{1,4}[a-zA-Z]?",
].join("|");

/** The pattern with what must not stand around an id. */
export const ID_PATTERN = new RegExp(`(?<![\\w/.#-])(?:${SOURCE})(?![\\w]|-\\d|-[A-Za-z]|\\.\\d)`, "g");
const BARE_PATTERN = new RegExp(`(?<![\\w/.#-])(?:${SOURCE}|T\\d)(?![\\w]|-\\d|-[A-Za-z]|\\.\\d)`, "g");
const EXACT = new RegExp(`^(?:${SOURCE}|T\\d)$`);
const STICKY = new RegExp(`(?:${SOURCE}|T\\d)(?![\\w]|-\\d|\\.\\d)`, "y");

/**
 * The id that a text is, whole. `increment` is the number of the increment it stands in: `US-018-001` is
 * `US-001` there. `undefined` for anything else.
 */
export function idOf(text: string, increment: number | undefined): IncrementId | undefined {
  if (!EXACT.test(text)) return undefined;
  const prefix = (/^[A-Z]+?(?=-|\d|US|NFR|[A-Z]\d)/.exec(text) as RegExpExecArray)[0];
  const kind = KINDS[prefix] ?? "other";
  return { kind, key: keyOf(text, prefix, increment), text };
}

/** The id at an offset of a text. */
export function idAt(text: string, offset: number, increment: number | undefined): WrittenId | undefined {
  STICKY.lastIndex = offset;
  const match = STICKY.exec(text);
  const id = match && idOf(match[0], increment);
  return id && match ? { ...id, span: { start: offset, end: offset + match[0].length } } : undefined;
}

/** The key of the story that the key of a criterion names: `US-1` of `AC-US1-1`. */
export function storyOfCriterion(key: string): string | undefined {
  const match = /^AC-US([A-Z]?\d+[A-Z]?)-/.exec(key);
  return match ? `US-${match[1]}` : undefined;
}

/** All ids in a piece of text, in order. `bare`: `T1` counts as a task there, which elsewhere it need not be. */
export function idsIn(
  text: string,
  { start, end }: Span,
  increment: number | undefined,
  bare = false,
): WrittenId[] {
  const found: WrittenId[] = [];
  const piece = text.slice(start, end);
  if (!/\d/.test(piece)) return found;
  for (const match of piece.matchAll(bare ? BARE_PATTERN : ID_PATTERN)) {
    const id = idOf(match[0], increment);
    const at = start + match.index;
    if (id) found.push({ ...id, text: ownCopy(id.text), span: { start: at, end: at + match[0].length } });
  }
  return found;
}

function keyOf(text: string, prefix: string, increment: number | undefined): string {
  const rest = text.slice(prefix.length).replace(/^-/, "").toUpperCase();
  if (prefix === "AC") {
    const match = /^(US|NFR|[A-Z]{2,6})-?([A-Z]?\d+[A-Z]?)-(.+)$/.exec(rest);
    return match
      ? `AC-${match[1]}${plain(match[2] as string)}-${plain(match[3] as string)}`
      : `AC-${plain(rest)}`;
  }
  if (prefix === "US") {
    const match = /^(\d{1,4})-(\d{1,4}[A-Z]?)$/.exec(rest);
    if (match && increment !== undefined && Number(match[1]) === increment)
      return `US-${plain(match[2] as string)}`;
  }
  return `${prefix}-${plain(rest)}`;
}

/** Numbers without leading zeros. */
function plain(text: string): string {
  return text.replace(/\d+/g, (digits) => String(Number(digits)));
}
