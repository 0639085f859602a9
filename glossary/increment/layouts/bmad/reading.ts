/** What a story of BMAD says. */

import type { Heading } from "../../../markdown/facts.ts";
import type { Span } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { IncrementSource } from "../../model/source.ts";
import { ACCEPTANCE, TASK_COLUMN } from "../kiro/words.ts";
import type { Said } from "../layout.ts";
import { readTop } from "../written.ts";
import { criteriaIn } from "./criteria.ts";
import { storyId } from "./ids.ts";
import { numberOf, projectOf } from "./places.ts";
import { mentionsIn, together } from "./refs.ts";
import { readStatus, statusOn } from "./statuses.ts";
import { tasksIn } from "./tasks.ts";

/** A page that has neither criteria nor tasks is no story, whatever its name is: nothing is said of it but its title. */
export function readBmad(source: IncrementSource, { role }: IncrementPlace): Said {
  const { path, text, facts, matter } = source;
  if (role === "report") return { mentions: storiesNamed(source) };
  const top = readTop(source);
  const criteria = first(sectionsCalled(source, ACCEPTANCE), (one) => criteriaIn(text, facts, one));
  const tasks = first(sectionsCalled(source, TASK_COLUMN), (one) => tasksIn(source, one));
  if (criteria.length + tasks.length === 0) return { title: top.title ?? "", titleSpan: top.titleSpan };
  const from = matter.span?.end ?? 0;
  return {
    ...top,
    status: statusOn(text, facts) ?? (top.status && readStatus(top.status)),
    criteria,
    tasks,
    mentions: together(
      [...criteria, ...tasks].map(({ id }) => id),
      tasks.flatMap(({ fields }) => fields.flatMap(({ ids }) => ids)),
      ownId(source),
      mentionsIn(text, facts, projectOf(path), from),
    ),
  };
}

/** The stories that a plan speaks of; what it calls criteria are those of none. */
function storiesNamed({ path, text, facts, matter }: IncrementSource): WrittenId[] {
  return mentionsIn(text, facts, projectOf(path), matter.span?.end ?? 0).filter(
    ({ kind }) => kind === "feature",
  );
}

/** The story where its title names it. */
function ownId({ path, text, facts: { headings } }: IncrementSource): WrittenId[] {
  const [title] = headings;
  const number = numberOf(path);
  if (!title || !number) return [];
  const written = /^[^\p{L}]*story[ \t]+[\w.-]*\w/iu.exec(
    text.slice(title.content.start, title.content.end),
  )?.[0];
  if (written === undefined) return [];
  const start = title.content.start + written.search(/story/i);
  const span = { start, end: title.content.start + written.length };
  return [storyId(projectOf(path), ...number, text.slice(span.start, span.end), span)];
}

/** The sections below the title whose heading has one of these words. */
function sectionsCalled({ text, facts: { headings } }: IncrementSource, words: RegExp): Span[] {
  return headings.flatMap((heading, i): Span[] => {
    if (heading.depth < 2 || heading.depth > 3 || !words.test(heading.text)) return [];
    return [{ start: heading.span.end, end: behind(headings, i) ?? text.length }];
  });
}

/** Where the section ends that a heading begins; `undefined` at the end of the page. */
function behind(headings: readonly Heading[], at: number): number | undefined {
  const depth = headings[at]?.depth ?? 0;
  for (let i = at + 1; i < headings.length; i++) {
    const one = headings[i] as Heading;
    if (one.depth <= depth) return one.span.start;
  }
  return undefined;
}

/** What the first section has that has something. */
function first<T>(sections: readonly Span[], read: (section: Span) => readonly T[]): readonly T[] {
  for (const one of sections) {
    const found = read(one);
    if (found.length > 0) return found;
  }
  return [];
}
