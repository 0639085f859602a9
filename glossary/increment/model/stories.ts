import type { Heading } from "../../markdown/facts.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";
import type { IdKind, WrittenId } from "./ids.ts";
import type { Definition, FieldKind, Flaw, IncrementField, Story, WrittenWord } from "./model.ts";
import { bodyEnd, type Section } from "./outline.ts";
import { startingIn } from "./sorted.ts";
import type { IncrementReading, StoryHead } from "./source.ts";

const STORY = /^US-(?:[A-Z]{2,8}-)?\d{3,}E?$/;

/** The stories of a page, in order. */
export function storiesOf(reading: IncrementReading): Story[] {
  return reading.sections.flatMap((section) => {
    const { head, heading } = section;
    const named = reading.grammar.storyOf?.(reading.text, heading);
    if (named) return [story(reading, section, named)];
    return head?.id.kind === "story" ? [story(reading, section, head)] : [];
  });
}

/** The story of a section that is known to be one. */
export function storyOf(
  reading: IncrementReading,
  section: Section,
  id: WrittenId,
  title: string,
  titleSpan: Span,
): Story {
  return story(reading, section, { id, title, titleSpan, priority: undefined, flaws: [] });
}

function story(reading: IncrementReading, { heading, span }: Section, named: StoryHead): Story {
  const { id, title, titleSpan } = named;
  const flaws: Flaw[] = [];
  if (reading.grammar.isStrict) {
    flaws.push(...named.flaws);
    if (heading.depth !== 3) flaws.push("depth");
    if (!STORY.test(id.text)) flaws.push("id");
  }
  const body = { start: heading.span.end, end: span.end };
  const fields = startingIn(reading.fields, body);
  const one = (kind: FieldKind) => fields.find((field) => field.kind === kind);
  const { text, place } = reading;
  // A copy is asked for its ids alone.
  const wish =
    (place.role !== "copy" && (wishOf(text, bodyStart(reading, body)) ?? wishOf(text, titleSpan))) || {};
  const stated = one("priority");
  return {
    id,
    title,
    titleSpan,
    nameSpan: heading.content,
    span,
    form: "heading",
    depth: heading.depth,
    flaws,
    priority: named.priority ?? (stated && { text: stated.text, span: stated.value }),
    role: wish.role,
    want: wish.want,
    benefit: wish.benefit,
    project: one("project"),
    fields,
    scenarios: startingIn(reading.scenarios, body),
    bodyEnd: bodyEnd(reading.text, span),
  };
}

/** `User Story 1 - Title (Priority: P1)`; `undefined` for other headings. */
export function userStory(text: string, { content }: Heading): StoryHead | undefined {
  const match = /^(User Story (\d{1,3}[A-Za-z]?))(?![\p{L}\d])[ \t]*(?:[-–—:][ \t]*)?(.*)$/u.exec(
    text.slice(content.start, content.end),
  );
  if (!match) return undefined;
  const [, lead = "", digits, title = ""] = match;
  const span = { start: content.start, end: content.start + lead.length };
  const id: WrittenId = {
    kind: "story",
    key: `US-${digits?.toUpperCase().replace(/^0+(?=\d)/, "")}`,
    text: lead,
    span,
  };
  return storyHead(id, title, { start: content.end - title.length, end: content.end });
}

/** The head of a story with this title, which may end with its priority. */
export function storyHead(id: WrittenId, title: string, titleSpan: Span): StoryHead {
  const priority = /\((?:Priority:[ \t]*)?(P\d)\)/.exec(title);
  return {
    id,
    title: ownCopy((priority ? title.replace(priority[0], "") : title).trim()),
    titleSpan,
    priority: priority
      ? at(priority[1] as string, titleSpan.start + title.indexOf(priority[1] as string))
      : undefined,
    flaws: [],
  };
}

function at(text: string, start: number): WrittenWord {
  return { text, span: { start, end: start + text.length } };
}

/** What stands between the heading of a story and the next one, as far as a wish may reach. */
function bodyStart({ sections }: IncrementReading, { start, end }: Span): Span {
  const next = startingIn(sections, { start, end })[0]?.span.start ?? end;
  return { start, end: Math.min(next, start + LONGEST_WISH) };
}

type Wish = Partial<Record<"role" | "want" | "benefit", IncrementField>>;

/** `As a … I want … So that …`, in one paragraph or on lines of their own. */
function wishOf(text: string, { start, end }: Span): Wish | undefined {
  const head = text.slice(start, end);
  const role = /^[ \t>*_+-]*(?:(?:user story|objective)[:* \t]{1,6})?\b(As\b(?:\*\*)?[ \t]an?)\b/im.exec(
    head,
  );
  // Without a role, these are words like others.
  if (!role) return undefined;
  const roleAt = role.index + role[0].length - (role[1] as string).length;
  const want = after(head, roleAt, /\b(?:I (?:want|need|can)|we (?:want|need))\b(?: to\b)?/i);
  const benefit = after(head, want?.at ?? roleAt, /\b(?:so that|so I can|in order to)\b/i);
  const marks = [want?.at, benefit?.at, paragraphEnd(head, benefit?.at ?? want?.at ?? roleAt)];
  const make = (kind: keyof Wish, at: number, label: string) => {
    const limit = Math.min(...marks.flatMap((one) => (one !== undefined && one > at ? [one] : [])));
    return clause(kind, text, start + at, label, start + limit);
  };
  const found: Wish = { role: make("role", roleAt, role[1] as string) };
  if (want) found.want = make("want", want.at, want.word);
  if (benefit) found.benefit = make("benefit", benefit.at, benefit.word);
  return found;
}

function after(text: string, from: number, pattern: RegExp): { at: number; word: string } | undefined {
  const match = pattern.exec(text.slice(from));
  return match ? { at: from + match.index, word: match[0] } : undefined;
}

const LONGEST_WISH = 1_000;

function paragraphEnd(text: string, from: number): number {
  const blank = /\r?\n[ \t]*(?:\r?\n|$)/.exec(text.slice(from));
  return blank ? from + blank.index : text.length;
}

/** What stands between a label and its value, and between a value and the next label. */
const BEFORE = new Set(" \t\r\n:*_");
const BEHIND = new Set(" \t\r\n,*_>+-");

function clause(kind: FieldKind, text: string, start: number, label: string, limit: number): IncrementField {
  const labelSpan = { start, end: start + label.length };
  let from = labelSpan.end;
  let to = limit;
  while (from < to && BEFORE.has(text[from] as string)) from++;
  while (to > from && BEHIND.has(text[to - 1] as string)) to--;
  const value = { start: from, end: to };
  const bare = text.slice(from, to);
  return {
    kind,
    label: ownCopy(label),
    labelSpan,
    span: { start, end: value.end },
    value,
    text: ownCopy(bare.slice(0, 300)),
    ids: [],
    keys: [],
    all: false,
    none: false,
    canonical: true,
  };
}

const OTHERS: ReadonlySet<IdKind> = new Set<IdKind>(["requirement", "test", "other"]);

/** Requirements, tests and all else that is defined by an id in a heading, an item or a label. */
export function othersOf(reading: IncrementReading): Definition[] {
  const found: Definition[] = [];
  for (const { head, heading, span } of reading.sections)
    if (head && OTHERS.has(head.id.kind)) {
      const { id, title, titleSpan } = head;
      const { content: nameSpan, depth } = heading;
      found.push({ id, title, titleSpan, nameSpan, span, form: "heading", depth, flaws: [] });
    }
  for (const { head, line, span } of reading.leads) {
    // A sentence may begin with an id: it is a definition in bold or before a colon.
    if (!OTHERS.has(head.id.kind) || !(head.bold || !head.flaws.includes("separator"))) continue;
    const { id, title, titleSpan } = head;
    const nameSpan = { start: line.start, end: Math.max(titleSpan.end, id.span.end) };
    found.push({ id, title, titleSpan, nameSpan, span, form: "item", depth: 0, flaws: [] });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
