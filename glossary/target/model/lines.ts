/** The lines of a page on which targets stand, each with what its place says about the numbers in it. */

import type { Facts, Section } from "../../markdown/facts.ts";
import { firstFrom, type Span, shift } from "../../text/span.ts";
import { withoutEntities } from "./quantity.ts";
import {
  beginsDecision,
  beginsTask,
  columnRole,
  criterionId,
  headingRole,
  isExample,
  isExampleHeading,
  isPart,
  isRequired,
  type LineRole,
  labelRole,
  lineRole,
  tells,
} from "./roles.ts";

/** A line, a list item or a cell of a table. */
export interface Line {
  readonly span: Span;
  readonly role: LineRole;
  /** The criterion that stands on it: `AC-US1-01`. */
  readonly id: string | undefined;
  /** What its heading of a row says: the first cell of its row, else "". */
  readonly row: string;
  /** A heading such as `Phase 1` that limits what is said, in small letters, else "". */
  readonly setting: string;
  /** Where the section, task or decision that it belongs to begins. */
  readonly section: number;
  /** Where the section, or the list under a label of its own, begins: finer than `section`. */
  readonly group: number;
  /** As long as the span: markup is blank, and the signs that entities stand for are in their places. */
  readonly text: string;
  /** Of a cell that says by how much something changes: the cells of its row with the two values. */
  readonly cells?: { readonly before: string; readonly after: string };
}

/** What lines are read from. Spans are relative to `text`. */
export interface LineSource {
  readonly text: string;
  readonly facts: Facts;
}

/** A label on a line of its own, which says what the list below it is. */
const ENDS_WITH_COLON = /[:：][^\p{L}\p{N}]*$/u;
/** Longer lines are no requirement that anybody reads. */
const LONGEST = 2000;

/** Something that may be an id stands near the start, behind a task box or not. */
const NAMED = /^[^\p{L}\p{N}]{0,12}(?:[xX]\][^\p{L}\p{N}]{0,6})?[A-Z]{1,5}-?[A-Z]{0,6}-?\d/u;
/** A digit that is not part of a name such as `T-001`. */
const NUMBER = /(?:^|[^\w#-])\d/;
/** What a line needs to say something of targets where its place says nothing: a comparison, a change, or a label. */
const TELLING =
  /[<>≤≥→⟶]|&[lg][te];|\b(?:under|below|within|than|at (?:most|least)|exceed\w*|above|measured|achieved|observed|to|max|maximum|min|minimum)\b|\b(?:target|goal|objective)s?\s?:|^\W{0,12}(?:load|stress|soak|spike|performance|alert|alarm|before|baseline|current|existing|previous|as-is|today|after|target|goal|slo|objective|actual|measured|achieved|result|observed|tests?|given|when|then|verify|verification|validation)/i;

/** A heading with what it says of what stands below it. */
interface Above {
  readonly depth: number;
  /** What is below is shown as it should not be. */
  readonly example: boolean;
  readonly role: LineRole;
  readonly id: string | undefined;
}

/** What was read of a section: with spans of its own, below these headings. */
interface Part {
  readonly otherwise: LineRole;
  readonly below: readonly Above[];
  readonly lines: readonly Line[];
  /** The headings that what follows stands below, unless its own first heading ends them. */
  readonly above: readonly Above[];
}

/** A section says the same of targets as long as it and the headings above it stay as they are. */
const PARTS = new WeakMap<Facts, Part>();

/** The lines of a section; they stay the same objects until it changes. */
export interface LinesOfPart {
  /** Where the section begins: what the positions of its lines are relative to. */
  readonly start: number;
  readonly lines: readonly Line[];
}

/**
 * The lines of a page that hold numbers or criteria, in order, by section; sections without any are left out.
 * `otherwise` is the role where no place says one. Of an open page only the sections are read that an edit has changed.
 */
export function readLines(
  page: LineSource & { readonly sections?: readonly Section[] | undefined },
  otherwise: LineRole = "text",
): LinesOfPart[] {
  if (!page.sections) return [{ start: 0, lines: readPart(page, otherwise, []).lines }];
  const found: LinesOfPart[] = [];
  let above: readonly Above[] = [];
  for (const { start, length, facts } of page.sections) {
    let part = PARTS.get(facts);
    if (!part || part.otherwise !== otherwise || !isSame(part.below, above)) {
      const source = { text: page.text.slice(start, start + length), facts };
      part = { otherwise, below: above, ...readPart(source, otherwise, above) };
      PARTS.set(facts, part);
    }
    above = part.above;
    if (part.lines.length > 0) found.push({ start, lines: part.lines });
  }
  return found;
}

function isSame(one: readonly Above[], other: readonly Above[]): boolean {
  if (one === other) return true;
  const is = (a: Above, b: Above | undefined) =>
    a.depth === b?.depth && a.role === b.role && a.id === b.id && a.example === b.example;
  return one.length === other.length && one.every((heading, i) => is(heading, other[i]));
}

/** A line as it stands `by` further on. */
export function moveLine(line: Line, by: number): Line {
  const { span, section, group } = line;
  return { ...line, span: shift(span, by), section: section + by, group: group + by };
}

/** The lines of a source that stands below the headings `above`, and the headings at its end. */
function readPart(
  source: LineSource,
  otherwise: LineRole,
  above: readonly Above[],
): { readonly lines: Line[]; readonly above: readonly Above[] } {
  const { facts, text } = source;
  const { headings: titles, tables } = facts;
  const lines: Line[] = [];
  let headings = [...above];
  let heading = 0;
  let table = 0;
  let section = 0;
  let within = headings.findLast(({ role }) => role !== "text")?.role ?? otherwise;
  let group = 0;
  /** What a label such as `**Baseline**:` says of the list below it. */
  let listed: LineRole | undefined;
  let setting = "";
  const enter = (limit: number) => {
    for (; (titles[heading]?.span.start ?? Number.POSITIVE_INFINITY) < limit; heading++) {
      const { depth, text: title, span } = titles[heading] as Facts["headings"][number];
      headings = headings.filter((one) => one.depth < depth);
      headings.push({
        depth,
        role: headingRole(title),
        id: criterionId(title),
        example: isExampleHeading(title),
      });
      section = group = span.start;
      listed = undefined;
      setting = isPart(title) ? title.toLowerCase() : "";
      within = headings.findLast(({ role }) => role !== "text")?.role ?? otherwise;
    }
  };
  const enterTables = (limit: number) => {
    for (; (tables[table]?.span.start ?? Number.POSITIVE_INFINITY) < limit; table++) {
      const one = tables[table] as Facts["tables"][number];
      enter(one.span.start);
      if (headings.some(({ example }) => example)) continue;
      if (NUMBER.test(text.slice(one.span.start, one.span.end)))
        for (const line of tableLines(source, one.rows, within, { section, group: one.span.start, setting }))
          lines.push(line);
    }
  };
  for (const { span, depth } of facts.paragraphs) {
    enterTables(span.start);
    enter(span.start);
    if (headings.some(({ example }) => example)) continue;
    for (const piece of pieces(source, span)) {
      if (piece.end - piece.start > LONGEST) continue;
      const raw = text.slice(piece.start, piece.end);
      // Ids and targets have digits; most pieces have none.
      const counts = /\d/.test(raw);
      const blank = counts && NAMED.test(raw.slice(0, 32)) ? shown(source, piece) : "";
      // `**T-001**: …` begins a task, as a heading does.
      if (depth === 0 && blank && (beginsTask(blank) || beginsDecision(blank))) {
        section = group = piece.start;
        listed = undefined;
        within = beginsTask(blank) ? "task" : otherwise;
      }
      if (depth === 0) {
        listed = undefined;
        if (raw.length < 60 && ENDS_WITH_COLON.test(raw)) {
          listed = labelRole(shown(source, piece));
          group = piece.start;
        }
      }
      const own = criterionId(blank);
      const id = own ?? (depth > 0 ? headings.at(-1)?.id : undefined);
      const required = (listed ?? within) === "criterion" && isRequired(raw);
      const telling = counts && NUMBER.test(raw) && (tells(listed ?? within) || TELLING.test(raw));
      if ((id === undefined && !required && !telling) || isExample(raw)) continue;
      const line = blank || shown(source, piece);
      const role = own !== undefined ? "criterion" : lineRole(line, listed ?? within);
      lines.push({
        span: piece,
        role,
        id,
        row: "",
        setting: tells(role) ? setting : "",
        section,
        group,
        text: line,
      });
    }
  }
  enterTables(Number.POSITIVE_INFINITY);
  enter(Number.POSITIVE_INFINITY);
  return { lines, above: headings };
}

/** The line, list item or cell at an offset, whatever stands on it; `undefined` outside of running text. */
export function lineAt(source: LineSource, offset: number): Line | undefined {
  const { facts } = source;
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  const paragraph = facts.paragraphs.find(({ span }) => holds(span));
  const piece = paragraph
    ? pieces(source, paragraph.span).find(holds)
    : facts.tables
        .find(({ span }) => holds(span))
        ?.rows.flat()
        .find(holds);
  if (!piece || piece.end - piece.start > LONGEST) return undefined;
  const text = shown(source, piece);
  return { span: piece, role: "text", id: undefined, row: "", setting: "", section: -1, group: -1, text };
}

function tableLines(
  source: LineSource,
  rows: readonly (readonly Span[])[],
  within: LineRole,
  at: Pick<Line, "section" | "group" | "setting">,
): Line[] {
  const [header = [], ...body] = rows;
  const columns = header.map((cell) => columnRole(shown(source, cell).trim()));
  // What the heading of a target adds tells it from other targets, not from the baseline beside it.
  const isPair =
    columns.filter(({ role }) => role === "target").length === 1 &&
    columns.some(({ role }) => role === "baseline" || role === "current");
  return body.flatMap(([first, ...cells]) => {
    if (!first) return [];
    const row = shown(source, first).trim();
    const id = criterionId(row);
    const cellOf = (is: (role: LineRole | undefined) => boolean) => {
      const cell = cells[columns.findIndex(({ role }) => is(role)) - 1];
      return cell ? shown(source, cell) : "";
    };
    const scenario = (before: readonly Span[]) => before.map((cell) => shown(source, cell).trim()).join(" ");
    return cells.flatMap((span, i): Line[] => {
      const { role: own = labelRole(`${row}:`) === "criterion" ? "criterion" : undefined, rest = "" } =
        columns[i + 1] ?? {};
      const role = id !== undefined && (own ?? "target") === "target" ? "criterion" : (own ?? "text");
      if (
        span.end - span.start > LONGEST ||
        isExample(source.text.slice(span.start, span.end)) ||
        role === "text" ||
        !(role === "change" ? /\d/ : NUMBER).test(` ${source.text.slice(span.start, span.end)}`)
      )
        return [];
      return [
        {
          span,
          role: (within === "baseline" || within === "current") && role === "target" ? "text" : role,
          id,
          // What is measured in a scenario stands in the cells before its measure.
          row:
            role === "criterion" && i > 0 && id === undefined ? `${row} ${scenario(cells.slice(0, i))}` : row,
          ...at,
          setting: (isPair ? "" : rest) || at.setting,
          text: shown(source, span),
          ...(role === "change" && {
            cells: {
              before: cellOf((one) => one === "baseline" || one === "current"),
              after: cellOf((one) => one === "target"),
            },
          }),
        },
      ];
    });
  });
}

/** A paragraph cut before each line that begins with bold text: a label, or the id of a criterion. */
function pieces({ text, facts }: LineSource, span: Span): Span[] {
  const found: Span[] = [];
  let from = span.start;
  for (let at = text.indexOf("\n", from); at >= 0 && at < span.end; at = text.indexOf("\n", at + 1)) {
    let next = at + 1;
    while (next < span.end && /[\s>]/.test(text[next] as string)) next++;
    const emphasis = facts.emphases[firstFrom(facts.emphases, next)];
    if (emphasis?.span.start !== next || !emphasis.strong) continue;
    found.push({ start: from, end: at });
    from = next;
  }
  found.push({ start: from, end: span.end });
  return found;
}

/** Code that is nothing but a comparison is a way to write a target; all other code is not read. */
const COMPARISON = /^`{1,2}\s?[\w .%~+,/-]{0,40}(?:[<>=≤≥]|&[lg]t;)[\w .%<>=≤≥~+,/;&-]{1,40}`{1,2}$/;

/** A piece of text as it is read; as long as it is written. */
function shown({ text, facts }: LineSource, span: Span): string {
  const { prose, codeSpans, escapes } = facts;
  const parts: string[] = [];
  let at = span.start;
  const put = (start: number, end: number) => {
    if (start < at || end > span.end) return;
    parts.push(" ".repeat(start - at), text.slice(start, end));
    at = end;
  };
  const kept: Span[] = codeSpans
    .slice(firstIn(codeSpans, span.start), firstIn(codeSpans, span.end))
    .filter((code) => COMPARISON.test(text.slice(code.start, code.end)))
    .map((code) => ({ start: code.start + 1, end: code.end - 1 }));
  for (const one of escapes.slice(firstIn(escapes, span.start), firstIn(escapes, span.end)))
    kept.push(text[one.start] === "\\" ? { start: one.start + 1, end: one.end } : one);
  let first = firstFrom(prose, span.start);
  if (first > 0 && (prose[first - 1] as { span: Span }).span.end > span.start) first--;
  for (let i = first; i < prose.length; i++) {
    const { span: one } = prose[i] as { span: Span };
    if (one.start >= span.end) break;
    kept.push({ start: Math.max(one.start, span.start), end: Math.min(one.end, span.end) });
  }
  for (const one of kept.sort((a, b) => a.start - b.start)) put(one.start, one.end);
  parts.push(" ".repeat(Math.max(0, span.end - at)));
  return withoutEntities(parts.join("").replace(/[\r\n]/g, " "));
}

/** The index of the first span that starts at `offset` or behind it, in a sorted list. */
function firstIn(list: readonly Span[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
