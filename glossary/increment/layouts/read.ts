/** What pages of increments say, in whatever layout. */

import { newlineOf } from "../../text/lines.ts";
import type { IncrementField, IncrementPage } from "../model/model.ts";
import type { IncrementPlace } from "../model/place.ts";
import type { IncrementSource } from "../model/source.ts";
import type { Said } from "./layout.ts";
import { incrementPlace, layoutOf } from "./layouts.ts";

/** Reads what a page exports of increments; `undefined` for a page that belongs to none. Never throws. */
export function readIncrement(source: IncrementSource): IncrementPage | undefined {
  const place = incrementPlace(source.path);
  return place && pageOf(place, source.text, layoutOf(place).read(source, place));
}

const NONE: readonly never[] = [];

/** A page with all its properties, in one order: objects of one shape take less memory, and code on them is faster. */
function pageOf(place: IncrementPlace, text: string, said: Said): IncrementPage {
  return {
    place,
    title: said.title ?? "",
    titleSpan: said.titleSpan,
    stories: said.stories ?? NONE,
    criteria: said.criteria ?? NONE,
    tasks: said.tasks ?? NONE,
    others: said.others ?? NONE,
    groups: said.groups ?? NONE,
    matrix: said.matrix ?? NONE,
    counts: said.counts ?? NONE,
    matter: said.matter ?? NONE,
    status: said.status,
    metadata: said.metadata,
    needs: said.needs ?? NONE,
    partOf: said.partOf,
    projects: said.projects ?? NONE,
    statuses: said.statuses ?? NONE,
    mentions: said.mentions ?? NONE,
    own: said.own,
    newline: newlineOf(text),
    length: text.length,
  };
}

/** What of a page concerns other pages, without positions. */
export function incrementOutside(page: IncrementPage | undefined): string {
  if (!page) return "";
  const { stories, criteria, tasks, others, matrix, status, metadata, needs, partOf, projects, statuses } =
    page;
  const lines = [
    ...stories.map(({ id, title, priority, project }) => [id.text, title, priority?.text, project?.text]),
    // A number in a criterion is a bound that tests and targets are compared with.
    ...criteria.map(({ id, state, standing, putOff, story, title }) => [
      id.text,
      state?.work,
      putOff ? `${standing}, put off` : standing,
      story,
      /\d/.test(title) ? title : "",
    ]),
    ...others.map(({ id, title }) => [id.text, title]),
    ...matrix.map((row) => [
      row.criteria.join(),
      row.tasks.join(),
      row.tests.join(),
      row.excused ? "none" : "",
    ]),
    [status?.text, page.title],
    (metadata?.fields ?? []).map(({ key, value }) => `${key}=${value}`),
    needs.map(({ key }) => key),
    partOf ? [partOf.key] : NONE,
    projects,
    statuses,
    page.own ? [layoutOf(page.place).outside?.(page.own)] : NONE,
  ];
  // There may be a thousand tasks, and this is asked for at each key.
  let text = "";
  for (const { id, title, work, stories, criteria, dependencies, fields } of tasks) {
    text += `${id.text}\t${title}\t${work}\t${stories}\t${criteria}\t${dependencies}`;
    text += fields.some(isAll) ? "\tall\n" : "\n";
  }
  return text + lines.map((line) => line.join("\t")).join("\n");
}

function isAll({ all }: IncrementField): boolean {
  return all;
}
