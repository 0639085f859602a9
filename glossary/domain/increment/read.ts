/** A page of an increment, read: the one place where the parts of the model come together. */
import { ownCopy } from "../../text/ownCopy.ts";
import { idsIn } from "./ids.ts";
import { incrementPlace } from "./layout.ts";
import { readMetadata } from "./metadata.ts";
import type { IdMention, IncrementPage, MatterField } from "./model.ts";
import { outlineOf } from "./outline.ts";
import type { IncrementReading, IncrementSource } from "./source.ts";
import { criteriaOf, storiesOf } from "./stories.ts";
import { groupsOf, tasksOf } from "./tasks.ts";
import { readIncrementStatus } from "./words.ts";

/** Reads what a page exports of increments; `undefined` for a page that belongs to none. Never throws. */
export function readIncrement(source: IncrementSource): IncrementPage | undefined {
  const place = incrementPlace(source.path);
  if (!place) return undefined;
  const empty = {
    ...{
      place,
      title: "",
      titleSpan: undefined,
      stories: [],
      criteria: [],
      tasks: [],
      others: [],
      groups: [],
    },
    ...{ matrix: [], counts: [], matter: [], status: undefined, metadata: undefined, mentions: [] },
  };
  const { text, facts } = source;
  if (place.role === "metadata") {
    const metadata = readMetadata(text);
    const status = metadata.fields.find(({ key, type }) => key === "status" && type === "string");
    return {
      ...empty,
      metadata,
      status: status && readIncrementStatus(status.value, inner(status.span)),
      mentions: mentionsOf(source, place.number),
    };
  }
  const reading: IncrementReading = {
    ...{ path: source.path, text, facts, matter: source.matter, place, number: place.number },
    sections: outlineOf(text, facts.headings, place.number),
  };
  const [first] = facts.headings;
  const matter = matterOf(source);
  const status = matter.find(({ key }) => key.toLowerCase() === "status");
  const defines = place.role === "spec" || place.role === "requirements" || place.role === "copy";
  return {
    ...empty,
    title: first?.text ?? "",
    titleSpan: first?.content,
    stories: defines ? storiesOf(reading) : [],
    criteria: place.role === "other" ? [] : criteriaOf(reading),
    tasks: place.role === "tasks" ? tasksOf(reading) : [],
    groups: place.role === "tasks" ? groupsOf(reading) : [],
    matter,
    status: status && readIncrementStatus(status.value, status.span),
    mentions: mentionsOf(source, place.number),
  };
}

function inner({ start, end }: { readonly start: number; readonly end: number }) {
  return { start: start + 1, end: end - 1 };
}

function matterOf({ matter, text }: IncrementSource): MatterField[] {
  return matter.values.flatMap(({ key, value, span }) => {
    if (typeof value !== "string") return [];
    const quoted = /["']/.test(text[span.start] ?? "");
    return [{ key, value: ownCopy(value), span: quoted ? inner(span) : span }];
  });
}

/** Ids anywhere but in blocks of code. */
function mentionsOf({ text, facts }: IncrementSource, number: number | undefined): IdMention[] {
  const found = idsIn(text, { start: 0, end: text.length }, number);
  const { codes } = facts;
  let code = 0;
  return found.filter(({ span }) => {
    while (code < codes.length && (codes[code]?.span.end ?? 0) <= span.start) code++;
    return (codes[code]?.span.start ?? span.end) >= span.end;
  });
}

/** What of a page concerns other pages, without positions. */
export function incrementOutside(page: IncrementPage | undefined): string {
  if (!page) return "";
  const { stories, criteria, tasks, others, matrix, status, metadata } = page;
  const lines = [
    ...stories.map(({ id, title, priority, project }) => [id.text, title, priority?.text, project?.text]),
    // A number in a criterion is a bound that tests and targets are compared with.
    ...criteria.map(({ id, state, standing, story, title }) => [
      ...[id.text, state?.work, standing, story],
      /\d/.test(title) ? title : "",
    ]),
    ...tasks.map(({ id, title, work, stories, criteria, dependencies, fields }) => [
      ...[id.text, title, work, stories.join(), criteria.join(), dependencies.join()],
      fields.some(({ all }) => all) ? "all" : "",
    ]),
    ...others.map(({ id, title }) => [id.text, title]),
    ...matrix.map((row) => [row.criteria.join(), row.tasks.join(), row.tests.join()]),
    [status?.text, page.title],
    (metadata?.fields ?? []).map(({ key, value }) => `${key}=${value}`),
  ];
  return lines.map((line) => line.join("\t")).join("\n");
}
