/** Ids of stories, criteria, tasks and the rest. Compared by numbers, shown as written. */
import { ownCopy } from "../../text/ownCopy.ts";
import { type Span, shift } from "../../text/span.ts";

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

/** The same `by` UTF-16 units further on. */
export function movedId({ kind, key, text, span }: WrittenId, by: number): WrittenId {
  return { kind, key, text, span: shift(span, by) };
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

const SOURCE = [
  "AC-?(?:(?:[A-Z]{2,8}-)?US-?(?:[A-Z]{2,8}-)?[A-Z]?\\d{1,4}[A-Z]?-|NFR-?\\d{1,4}-|[A-Z]{2,6}\\d{0,4}-)?[A-Z]?\\d{1,4}[A-Z]?(?:-\\d{1,4})?",
  "US-?(?:[A-Z]{2,8}-)?[A-Z]?\\d{1,4}[A-Z]?(?:-\\d{1,4}[A-Z]?)?",
  "T(?:-\\d{1,4}(?:[A-Za-z]|-[A-Z]{1,16}|\\.\\d{1,3})?|-[A-Z]{1,8}-?\\d{1,4}[A-Za-z]?|\\d{1,3}\\.\\d{1,3}|\\d{2,4}(?:[A-Za-z]|-[A-Z])?)",
  "FS-\\d{1,4}(?:-\\d{2}-\\d{2}|[A-Z])?",
  "(?:FR|NFR|TC|SC|OQ|R|D|AD|TD|BR|EC)-\\d{1,4}[a-zA-Z]?",
].join("|");
const BEHIND = "(?![\\w]|-[\\dA-Za-z]|\\.\\d)";
const EXACT = new RegExp(`^(?:${SOURCE}|T\\d)$`);
const STRICT = new RegExp(`(?:${SOURCE})${BEHIND}`, "y");
const BARE = new RegExp(`(?:${SOURCE}|T\\d)${BEHIND}`, "y");
/** Several tasks may stand under one heading: `T-002-T-011`. */
const HEAD = new RegExp(`(?:T-\\d{1,4}-T-\\d{1,4}|${SOURCE}|T\\d)${BEHIND}`, "y");

/**
 * The id that a text is, whole. `increment` is the number of the increment it stands in: `US-018-001` is
 * `US-001` there. `undefined` for anything else.
 */
export function idOf(text: string, increment: number | undefined): IncrementId | undefined {
  return EXACT.test(text) ? made(text, increment) : undefined;
}

/** The id that something is defined by at an offset of a text. `T1` counts, and `T-002-T-011`. */
export function idAt(text: string, offset: number, increment: number | undefined): WrittenId | undefined {
  HEAD.lastIndex = offset;
  const match = HEAD.exec(text);
  if (!match) return undefined;
  const { kind, key, text: own } = made(match[0], increment);
  return { kind, key, text: own, span: { start: offset, end: offset + match[0].length } };
}

/** Ids repeat, in one increment and in all: each is looked at once. */
const seen = new Map<string, IncrementId>();
const MOST_SEEN = 20_000;

function made(text: string, increment: number | undefined): IncrementId {
  const known = seen.get(text);
  if (known) return known;
  const own = ownCopy(text);
  const prefix = (PREFIX.exec(own) as RegExpExecArray)[0];
  const id: IncrementId = { kind: KINDS[prefix] ?? "other", key: keyOf(own, prefix, increment), text: own };
  // What `US-018-001` means depends on where it stands.
  if (!QUALIFIED.test(own) && seen.size < MOST_SEEN) seen.set(own, id);
  return id;
}

const QUALIFIED = /^US-?\d+-/;
const PREFIX = /^(?:AC|US|NFR|FS|FR|TC|SC|OQ|AD|TD|BR|EC|T|R|D)/;

/**
 * All ids in a piece of text, in order. `bare`: `T1` counts as a task there, which elsewhere is rather the name of
 * something else.
 */
export function idsIn(
  whole: string,
  { start, end }: Span,
  increment: number | undefined,
  bare = false,
): WrittenId[] {
  // A search must not run on to the end of the file for each short piece of it.
  const text = start === 0 && end === whole.length ? whole : whole.slice(start, end);
  const found: WrittenId[] = [];
  const pattern = bare ? BARE : STRICT;
  let last = -1;
  CANDIDATE.lastIndex = 0;
  for (let candidate = CANDIDATE.exec(text); candidate; candidate = CANDIDATE.exec(text)) {
    const at = candidate.index;
    CANDIDATE.lastIndex = at + 1;
    if (at > 0 && isJoined(text, at, last)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const { kind, key, text: own } = made(match[0], increment);
    last = at + match[0].length;
    CANDIDATE.lastIndex = last;
    found.push({ kind, key, text: own, span: { start: start + at, end: start + last } });
  }
  return found;
}

/** Where an id may begin; much quicker to search for than ids themselves. */
const CANDIDATE = /[A-U][A-Z]{0,2}-?(?:[A-Z]{1,8}-?)?[A-Z]?\d|AC-[A-Z]{2,8}-[A-Z]{2,8}-?\d/g;

/** Whether what stands before belongs to the same word or path: letters, digits and `_/.#-`. */
function isJoined(text: string, at: number, last: number): boolean {
  const code = text.charCodeAt(at - 1);
  // `US-001/US-002`, `T-001..T-005`
  if (code === 47) return last !== at - 1;
  if (code === 46) return text.charCodeAt(at - 2) !== 46;
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 35 ||
    code === 45
  );
}

/** The key of the story that the key of a criterion names: `US-1` of `AC-US1-1`, `US-SPE-1` of `AC-SPE-US1-1`. */
export function storyOfCriterion(key: string): string | undefined {
  const match = /^AC-([A-Z]{2,8}-)?US([A-Z]?\d+[A-Z]?)-/.exec(key);
  return match ? `US-${match[1] ?? ""}${match[2]}` : undefined;
}

/** What the keys of the criteria of a story begin with: `AC-US1-` of `US-1`, `AC-SPE-US1-` of `US-SPE-1`. */
export function criterionPrefix(story: string): string {
  const [, project = "", number = ""] = /^US-([A-Z]{2,8}-)?(.*)$/.exec(story) ?? [];
  return `AC-${project}US${number}-`;
}

function keyOf(text: string, prefix: string, increment: number | undefined): string {
  const rest = text.slice(prefix.length).replace(/^-/, "").toUpperCase();
  if (prefix === "AC") {
    const match = /^([A-Z]{2,8}-)?(US|NFR)-?([A-Z]{2,8}-)?([A-Z]?\d+[A-Z]?)-(.+)$/.exec(rest);
    if (!match) return `AC-${plain(rest)}`;
    const [, before, what, behind, number = "", last = ""] = match;
    return `AC-${before ?? behind ?? ""}${what}${plain(number)}-${plain(last)}`;
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

/** An id as SpecWeave reads it: `US-001`, `AC-US1-01`, `T-001`. `undefined` for keys that have no such form: `T-8B`, `AC-1`. */
export function canonicalId(key: string): string | undefined {
  const match = /^(US-|T-|AC-US)(\d{1,4})(E?)(?:-(\d{1,4}))?$/.exec(key);
  if (!match) return undefined;
  const [, prefix = "", digits = "", suffix = "", criterion] = match;
  if ((prefix === "AC-US") !== (criterion !== undefined)) return undefined;
  return criterion === undefined
    ? `${prefix}${digits.padStart(3, "0")}${suffix}`
    : `${prefix}${digits}${suffix}-${criterion.padStart(2, "0")}`;
}

/** An id at the start of a sentence: what is only a number says what it is the number of. */
export function calledId({ kind, text }: Pick<IncrementId, "kind" | "text">): string {
  if (!/^#?\d[\d.]*[A-Za-z]?$/.test(text)) return text;
  return `${kind === "task" ? "Task" : kind === "criterion" ? "Criterion" : "Requirement"} ${text}`;
}
