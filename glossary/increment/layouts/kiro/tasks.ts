/** `tasks.md`: `- [ ] 2.1 Title`, and `- [ ]* 2.2 Title` for what may be left out. */
import { bySection, type SectionText } from "../../../markdown/bySection.ts";
import type { Facts, Item, TaskBox } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import { bySpan, type Span } from "../../../text/span.ts";
import { movedField } from "../../model/fields.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementField, State, Step, Task, WrittenWord } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import { startingIn } from "../../model/sorted.ts";
import type { IncrementSource } from "../../model/source.ts";
import { taskOf } from "../../model/tasks.ts";
import { type Chunk, chunkAt, isInCode, movedChunk, piecesOf } from "./chunks.ts";
import { taskId } from "./ids.ts";
import { type Reference, referencesIn } from "./refs.ts";

/** The box of an optional task is none of GFM: a star stands behind it. */
const OPTIONAL = /^\[([ xX~-])\]\\?\*[ \t]+/;
const NUMBERED =
  /^((?:\*\*|__)?(?:Task[ \t]+)?)(?:([A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?)[.):：]?|(\d{1,3}[a-z]?)[.):：])(\\?\*)?(?:\*\*|__)?[.):：]?[ \t]+(\S[^\r\n]*)/;

/** A task where it is named. */
interface Named {
  readonly item: Item;
  readonly line: Span;
  readonly number: Span;
  readonly title: Span;
  readonly state: State;
  readonly marks: readonly WrittenWord[];
}

/** The tasks of a page, in order, and what it names. A box that is not ticked is open, whatever stands in it: `[-]` is being worked on. */
export function kiroTasks(source: IncrementSource): Chunk {
  const tasks: Task[] = [];
  const named: WrittenId[] = [];
  for (const chunk of chunksOn(source, source.sections ? "open" : "closed")) {
    for (const task of chunk.tasks) tasks.push(task);
    for (const id of chunk.named) named.push(id);
  }
  return { tasks, named };
}

const chunksOn = bySection<"open" | "closed", Chunk>((section, page) => {
  const { text, facts } = section;
  const starts: number[] = [];
  for (const { depth, marker, span } of facts.items) {
    if (depth !== 0) continue;
    BEGINS.lastIndex = marker.end;
    if (BEGINS.test(text)) starts.push(span.start);
  }
  return piecesOf(text.length, facts.headings, starts).map((piece) =>
    chunkAt(text, piece, page === "open", () => readChunk(section, piece)),
  );
}, movedChunk);

/** Behind the marker of an item that is a task, for all that can be told quickly. */
const BEGINS = /[ \t]+\[[ xX~-]\](?:\\?\*)?[ \t]+(?:\*\*|__)?(?:Task[ \t]+)?[A-Z]{0,2}\d/y;

function readChunk({ text, facts }: SectionText, piece: Span): Chunk {
  const named = startingIn(facts.items, piece).flatMap((item) => namedIn(text, facts, item) ?? []);
  const found = [
    ...referencesIn(text.slice(piece.start, piece.end)).flatMap(withTest),
    ...dependenciesIn(text.slice(piece.start, piece.end)),
  ]
    .map((field) => ({ ...field, ...movedField(field, piece.start) }))
    .filter(({ labelSpan }) => !isInCode(facts, labelSpan.start))
    .sort(bySpan);
  const tasks = named.map(({ item, line, number, title, state, marks }, i) => {
    // What stands behind the item and before the next task or heading is about this one, too.
    const next = named[i + 1]?.item.span.start ?? piece.end;
    const own = { start: title.start, end: Math.max(title.start, next) };
    const fields = startingIn(found, own);
    const wholes = wholesIn(fields);
    // A reference on the line of the title is none of its words.
    const [first] = fields;
    const words =
      first && first.span.start < title.end ? behindTitle(text, title.start, first.span.start) : title.end;
    const head = {
      id: taskId(text.slice(number.start, number.end), number),
      title: ownCopy(text.slice(title.start, words)),
      titleSpan: { start: title.start, end: words },
      marks,
      priority: undefined,
      bold: false,
      sign: undefined,
      flaws: NOTHING,
    };
    return taskOf({ ...EMPTY, text, fields }, head, {
      nameSpan: { start: line.start, end: title.end },
      span: item.span,
      bodyEnd: item.span.end,
      body: own,
      form: "item",
      depth: 0,
      flaws: NOTHING,
      state,
      under: undefined,
      steps: stepsIn(text, facts, { start: line.end, end: item.span.end }),
      stories: wholes,
    });
  });
  return { tasks, named: found.flatMap(({ ids }) => ids) };
}

/** The part of a reading that the tasks of a list ask for. */
const EMPTY = { scenarios: [], steps: [] } as const;

/** What validates a requirement says how its task is tested, too. */
function withTest(reference: Reference): (Reference | IncrementField)[] {
  return reference.validates ? [reference, { ...reference, kind: "test", ids: [], keys: [] }] : [reference];
}

const DEPENDS = /([*_]{1,3})(Depends(?:[ \t]+on)?)[ \t]*[:：][ \t]*([^*_\r\n]{0,200})/gi;
/** An entry that is the number of a task, or two of them with a dash between; `Phase 3` and `2026-07-25` are something else. */
const PART =
  /(?<=^|[,;、，；&+]|\band\b)[ \t]*(?:tasks?[ \t]+|T-?|#)?(\d{1,3}(?:\.\d{1,3}){0,3})(?:[ \t]*[-–—~][ \t]*(\d{1,3}(?:\.\d{1,3}){0,3}))?[ \t]*(?=$|[,;、，；&+(（]|\band\b)/dgi;

/** `_Depends: 1.1, 2.3_`: the tasks that one waits for. */
function dependenciesIn(text: string): IncrementField[] {
  if (!text.includes("epends")) return [];
  return [...text.matchAll(DEPENDS)].map(
    ({ index, 0: all, 1: mark = "", 2: label = "", 3: written = "" }) => {
      const end = index + all.length;
      const value = { start: end - written.length, end: end - written.length + written.trimEnd().length };
      const ids = [...written.trimEnd().matchAll(PART)].flatMap(({ indices }) =>
        [indices?.[1], indices?.[2]].flatMap((at) =>
          at ? [taskId(written.slice(...at), { start: value.start + at[0], end: value.start + at[1] })] : [],
        ),
      );
      const labelSpan = { start: index + mark.length, end: index + mark.length + label.length };
      return {
        kind: "dependencies",
        label: ownCopy(label),
        labelSpan,
        span: { start: labelSpan.start, end: value.end },
        value,
        text: ownCopy(written.trim().slice(0, 160)),
        ids,
        keys: ids.map(({ key }) => key),
        all: false,
        none: /^(?:n\/?a\b|none\b|-|–|—|$)/i.test(written),
        canonical: true,
      };
    },
  );
}

/** Where the words of a title end before a reference: `Cook **Validates: Requirements 2.1**`. */
function behindTitle(text: string, start: number, reference: number): number {
  const words = text
    .slice(start, reference)
    .replace(/[ \t]*(?:[*_]{1,3}|[(（])(?:[\p{L} ]{2,30}[:：][ \t]*)?$/u, "");
  return start + words.length;
}

const NOTHING: readonly never[] = [];

/** The requirements that are meant as a whole; none where all are. */
function wholesIn(fields: readonly (Reference | IncrementField)[]): readonly string[] {
  const found = new Set<string>();
  for (const field of fields) {
    if (field.kind !== "criteria" || !field.all) continue;
    const wholes = "wholes" in field ? field.wholes : NOTHING;
    if (wholes.length === 0) return NOTHING;
    for (const one of wholes) found.add(one);
  }
  return found.size === 0 ? NOTHING : [...found];
}

/** The boxes in a task, those of its parts among them. A box is done or open here. */
function stepsIn(text: string, { boxes }: Facts, within: Span): readonly Step[] {
  return startingIn(boxes, within).map(({ span, state }) => {
    const newline = text.indexOf("\n", span.end);
    let end = newline < 0 ? text.length : newline;
    if (text[end - 1] === "\r") end--;
    const start = Math.min(end, span.end + (/[ \t]/.test(text[span.end] ?? "") ? 1 : 0));
    return { box: span, mark: state, work: /x/i.test(state) ? "done" : "open", text: { start, end } };
  });
}

function namedIn(text: string, facts: Facts, item: Item): Named | undefined {
  const { lead, marker } = item;
  // Most items have no box: they are what is said of a task.
  if (!lead || (lead.start - marker.end < 4 && text[lead.start] !== "[")) return undefined;
  const box = boxOf(facts, item);
  const line = text.slice(lead.start, lead.end);
  const optional = box ? undefined : OPTIONAL.exec(line);
  if (!box && !optional) return undefined;
  const before = optional?.[0].length ?? 0;
  const match = NUMBERED.exec(line.slice(before));
  if (!match) return item.ordered && item.depth === 0 && box ? byMarker(text, item, line, box) : undefined;
  const [all, lean = "", part, whole, star, title = ""] = match;
  const number = (part ?? whole) as string;
  const start = lead.start + before;
  const end = start + all.length;
  const mark = /^(?:\*\*|__)/.exec(lean)?.[0];
  const trimmed = title.trimEnd();
  const bare = mark && trimmed.endsWith(mark) ? trimmed.slice(0, -mark.length) : trimmed;
  const span = box?.span ?? { start: lead.start, end: lead.start + 3 };
  const [from, to, marks] = parallel(bare, end - title.length);
  return {
    item,
    line: { start: lead.start, end },
    number: { start: start + lean.length, end: start + lean.length + number.length },
    title: { start: from, end: to },
    marks,
    state: stateOf(
      box?.state ?? (optional?.[1] as string),
      span,
      optional !== undefined || star !== undefined,
    ),
  };
}

/** `1. [ ] Load carts`: the number stands before the box. */
function byMarker(text: string, item: Item, line: string, box: TaskBox): Named | undefined {
  const { marker, lead } = item;
  const title = /^[^\r\n]*/.exec(line)?.[0].trimEnd() ?? "";
  if (!lead || title === "") return undefined;
  const digits = (/^\d+/.exec(text.slice(marker.start, marker.end)) as RegExpExecArray)[0];
  const [from, to, marks] = parallel(title, lead.start);
  return {
    item,
    line: { start: lead.start, end: lead.start + title.length },
    number: { start: marker.start, end: marker.start + digits.length },
    title: { start: from, end: to },
    marks,
    state: stateOf(box.state, box.span, false),
  };
}

/** Where the words of a title are, without `(P)` before or behind them, which says that a task may be done beside others. */
function parallel(title: string, start: number): [start: number, end: number, marks: readonly WrittenWord[]] {
  const before = /^\(P\)[ \t]+/.exec(title)?.[0].length ?? 0;
  const behind = /[ \t]+\(P\)$/.exec(title)?.[0].length ?? 0;
  const at = before > 0 ? start + 1 : start + title.length - 2;
  const marks = before + behind === 0 ? NOTHING : [{ text: "P", span: { start: at, end: at + 1 } }];
  return [start + before, start + title.length - behind, marks];
}

/** What is optional and not done is settled all the same. */
function stateOf(mark: string, box: Span, optional: boolean): State {
  const work = /x/i.test(mark) ? "done" : optional ? "deferred" : "open";
  const word = work === "deferred" ? "optional" : undefined;
  return { work, box, mark, word, wordSpan: undefined, span: box };
}
