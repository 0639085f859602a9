/** A page of an increment, read: the one place where the parts of the model come together. */
import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";
import { countsOf } from "../model/counts.ts";
import { criteriaOf } from "../model/criteria.ts";
import { idsIn, type WrittenId } from "../model/ids.ts";
import { readMetadata, readProjects } from "../model/metadata.ts";
import type { IncrementPage, MatterField } from "../model/model.ts";
import { outlineOf } from "../model/outline.ts";
import { fieldsOn, headsOn, leadsOn, mentionsOn, scenariosOn, stepsOn, sumsOn } from "../model/pieces.ts";
import type { IncrementPlace, IncrementRole } from "../model/place.ts";
import type { IncrementReading, IncrementSource } from "../model/source.ts";
import { othersOf, storiesOf } from "../model/stories.ts";
import { matrixOf } from "../model/tables.ts";
import { groupsOf, tasksOf } from "../model/tasks.ts";
import { type IncrementStatus, readIncrementStatus } from "../model/words.ts";
import { readKiro } from "./kiro/read.ts";
import { incrementPlace } from "./places.ts";

/** Reads what a page exports of increments; `undefined` for a page that belongs to none. Never throws. */
export function readIncrement(source: IncrementSource): IncrementPage | undefined {
  const place = incrementPlace(source.path);
  if (!place) return undefined;
  if (place.role === "metadata") return pageOf(place, source.text, metadataSays(source, place));
  if (place.role === "configuration")
    return pageOf(place, source.text, { projects: readProjects(source.text) });
  const said =
    place.role === "report" ? { mentions: mentionsOf(source, place) } : markdownSays(source, place);
  return pageOf(place, source.text, said);
}

/** What a page says. */
type Said = Partial<Omit<IncrementPage, "place" | "newline" | "length">>;

const NONE: readonly never[] = [];

/** A page with all its properties, in one order: objects of one shape take less memory, and code on them is faster. */
function pageOf(place: IncrementPlace, text: string, said: Said): IncrementPage {
  const first = text.indexOf("\n");
  return {
    place,
    title: said.title ?? "",
    titleSpan: said.titleSpan,
    stories: said.stories ?? [],
    criteria: said.criteria ?? [],
    tasks: said.tasks ?? [],
    others: said.others ?? [],
    groups: said.groups ?? [],
    matrix: said.matrix ?? [],
    counts: said.counts ?? [],
    matter: said.matter ?? [],
    status: said.status,
    metadata: said.metadata,
    projects: said.projects ?? NONE,
    mentions: said.mentions ?? [],
    newline: first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n",
    length: text.length,
  };
}

function metadataSays({ text }: IncrementSource, place: IncrementPlace): Said {
  const metadata = readMetadata(text);
  const field = metadata.fields.findLast(({ key, type }) => key === "status" && type === "string");
  return {
    metadata,
    status: field && readIncrementStatus(field.value, unquoted(text, field.span), "metadata"),
    mentions: idsIn(text, { start: 0, end: text.length }, place.number),
  };
}

/** Where stories and criteria are defined, or said again by copies. */
const DEFINING: ReadonlySet<IncrementRole> = new Set<IncrementRole>(["spec", "requirements", "copy"]);

function markdownSays(source: IncrementSource, place: IncrementPlace): Said {
  const { text, facts } = source;
  const { role } = place;
  const { headings } = facts;
  const kiro = place.layout === "kiro";
  const mentions = kiro ? [] : mentionsOf(source, place);
  const [first] = headings;
  const matter = matterOf(source);
  const page: Said = {
    matter,
    mentions,
    title: first?.text ?? "",
    titleSpan: first?.content,
    status: matterStatus(matter),
  };
  if (role === "other") return page;
  if (kiro) return { ...page, ...readKiro(source, place) };
  const defines = DEFINING.has(role);
  const reading: IncrementReading = {
    text,
    facts,
    place,
    mentions,
    sections: outlineOf(text, headings, headsOn(source, place)),
    fields: fieldsOn(source, place),
    leads: leadsOn(source, place),
    steps: role === "tasks" ? stepsOn(source, place) : [],
    scenarios: scenariosOn(source, place),
    sums: sumsOn(source, place),
  };
  const criteria = criteriaOf(reading);
  return {
    ...page,
    stories: defines ? storiesOf(reading) : [],
    criteria,
    tasks: role === "tasks" ? tasksOf(reading, criteria) : [],
    others: role === "copy" ? [] : othersOf(reading),
    groups: role === "tasks" ? groupsOf(reading) : [],
    matrix: role === "copy" ? [] : matrixOf(reading),
    counts: role === "tasks" || role === "spec" ? countsOf(reading, source.matter.span) : [],
    status: page.status ?? (role === "spec" ? lineStatus(reading) : undefined),
  };
}

/** Without the quotes around a value; the one at the end may be missing. */
function unquoted(text: string, { start, end }: Span): Span {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return { start, end };
  return { start: start + 1, end: end - 1 > start && text[end - 1] === quote ? end - 1 : end };
}

function matterOf({ matter, text }: IncrementSource): MatterField[] {
  return matter.values.flatMap(({ key, value, span }) => {
    if (typeof value !== "string") return [];
    return [{ key, value: ownCopy(value), span: unquoted(text, span) }];
  });
}

function matterStatus(matter: readonly MatterField[]): IncrementStatus | undefined {
  const field = matter.find(({ key, value }) => key.toLowerCase() === "status" && value !== "");
  return field && readIncrementStatus(field.value, field.span, "matter");
}

/** `**Status**: completed` before the first section. */
function lineStatus({ text, fields, sections }: IncrementReading): IncrementStatus | undefined {
  const end = sections.find(({ heading }) => heading.depth > 1)?.span.start ?? text.length;
  const field = fields.find(({ label, span }) => span.start < end && label.toLowerCase() === "status");
  const match =
    field &&
    /^[^\p{L}\r\n]{0,6}(\p{L}[\p{L} _-]{0,30}\p{L})/u.exec(text.slice(field.value.start, field.value.end));
  if (!field || !match) return undefined;
  const word = match[1] as string;
  const start = field.value.start + match[0].length - word.length;
  return readIncrementStatus(ownCopy(word), { start, end: start + word.length }, "line");
}

/** Ids anywhere but in blocks of code; those of the front matter too, behind which sections begin. */
function mentionsOf(source: IncrementSource, place: IncrementPlace): readonly WrittenId[] {
  const { text, matter, sections } = source;
  const found = mentionsOn(source, place);
  return sections && matter.span ? [...idsIn(text, matter.span, place.number), ...found] : found;
}

/** What of a page concerns other pages, without positions. */
export function incrementOutside(page: IncrementPage | undefined): string {
  if (!page) return "";
  const { stories, criteria, tasks, others, matrix, status, metadata, projects } = page;
  const lines = [
    ...stories.map(({ id, title, priority, project }) => [id.text, title, priority?.text, project?.text]),
    // A number in a criterion is a bound that tests and targets are compared with.
    ...criteria.map(({ id, state, standing, story, title }) => [
      id.text,
      state?.work,
      standing,
      story,
      /\d/.test(title) ? title : "",
    ]),
    ...tasks.map(({ id, title, work, stories, criteria, dependencies, fields }) => [
      id.text,
      title,
      work,
      stories.join(),
      criteria.join(),
      dependencies.join(),
      fields.some(({ all }) => all) ? "all" : "",
    ]),
    ...others.map(({ id, title }) => [id.text, title]),
    ...matrix.map((row) => [row.criteria.join(), row.tasks.join(), row.tests.join()]),
    [status?.text, page.title],
    (metadata?.fields ?? []).map(({ key, value }) => `${key}=${value}`),
    projects,
  ];
  return lines.map((line) => line.join("\t")).join("\n");
}
