/**
 * Gives a story, a criterion, a task or the like another id, wherever it is written: in the increment, its copies, its
 * reports, and links to its heading. The criteria of a story go with it, and so do the names of its pages in the living
 * docs.
 */

import { grouped } from "../../text/groups.ts";
import { positionAt } from "../../text/lines.ts";
import { basename } from "../../text/paths.ts";
import { touches } from "../../text/span.ts";
import {
  fragmentEdits,
  fragmentLinks,
  movedFragments,
  pagesWithFragments,
  withFragmentsInHtml,
} from "../../workspace/links/fragments.ts";
import {
  type Refused,
  type RenameEdit,
  type RenamePlan,
  type Renaming,
  refused,
} from "../../workspace/renaming.ts";
import { isRead } from "../../workspace/workspace.ts";
import { copiesOf, mentioningPages } from "../index/increments.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import { shortStory } from "../layouts/words.ts";
import type { Increment } from "../model/increment.ts";
import {
  canonicalId,
  expandedKeys,
  type IncrementField,
  type IncrementPage,
  idsIn,
  storyOfCriterion,
  type WrittenId,
} from "../model/index.ts";
import { definitionsOf, type IdAt, idAt } from "./idAt.ts";
import { copyMoves, linkEdits, pagesLinkingTo } from "./renameCopies.ts";

const KINDS = {
  criterion: "a criterion",
  task: "a task",
  feature: "a feature",
  requirement: "a requirement",
  test: "a test",
  other: "this",
} as const;

const IN_CODE = "In code";
const IN_REPORT = "In a report that speaks of other increments too";
const OF_ANOTHER = "In the living docs of several increments with this number";

/** The plan for another id at an offset, or why that id cannot be another; `undefined` where none stands. */
export function planIdRename(
  snapshot: IncrementView,
  page: ReadPage,
  offset: number,
): RenamePlan<IncrementView> | Refused | undefined {
  const at = idAt(snapshot, page, offset);
  if (!at) return undefined;
  const { id, increment, span } = at;
  if (id.kind === "feature")
    return refused(
      `${id.text} is the number of the increment ${increment.name}: rename its ${increment.pages.has(increment.unit) ? "file" : "folder"} instead`,
    );
  const { notation, changedBy } = layoutOf(increment);
  if (changedBy !== undefined) return refused(`${id.text} is given by the tool: use ${changedBy} instead`);
  const placed = increment.criteria.get(id.key)?.find(({ what }) => notation.isPlace(what));
  if (placed)
    return refused(
      `${id.text} is a place in a list of ${basename(placed.path)}: move the criterion there instead`,
    );
  return {
    kind: "plan",
    span,
    name: id.text,
    needs: () => ({
      paths: pagesConcerned(snapshot, at),
      // Criteria are no headings that anything leads to.
      search:
        id.kind === "criterion"
          ? undefined
          : withFragmentsInHtml(mentioningPages(snapshot.increments, increment)),
      besides: [],
    }),
    begin: (now, wanted, _texts, canMove) => {
      const known = now.pages.get(page.path);
      const again = isRead(known) ? idAt(now, known, offset) : undefined;
      if (!again) return refused("There is no id here");
      // What concerns an increment stands on few pages.
      const pages = new Map<string, ReadPage>();
      return {
        take: (one) => pages.set(one.path, one),
        finish: () => renameId(now, again, wanted, pages, canMove),
      };
    },
  };
}

function pagesConcerned(snapshot: IncrementView, { id, increment }: IdAt): string[] {
  const own = new Set(mentioningPages(snapshot.increments, increment));
  const copies = id.kind === "story" ? copiesOf(snapshot.increments, increment) : [];
  const linking = copies.length > 0 ? pagesLinkingTo(snapshot, copies) : [];
  return [...new Set([...own, ...pagesWithFragments(snapshot.links, own), ...linking])];
}

function renameId(
  snapshot: IncrementView,
  at: IdAt,
  wanted: string,
  read: ReadonlyMap<string, ReadPage>,
  canMove: boolean,
): Renaming {
  const { id, increment } = at;
  const typed = wanted.trim();
  const { notation } = layoutOf(increment);
  const to = notation.idOf(typed, id.kind, increment.number);
  if (!to || to.kind !== id.kind || prefixOf(to.key) !== prefixOf(id.key))
    return refused(`“${typed}” is not an id of ${kindOf(at)}: write one like ${id.text}`);
  const keys = renamedKeys(id.key, to.key);
  const reason = takenBy(increment, at, keys) ?? withoutStory(increment, id.key, to.key);
  if (reason !== undefined) return refused(reason);
  const range = brokenRange(increment, read, keys);
  if (range !== undefined) return refused(range);
  const text = ({ key, text: written }: WrittenId) =>
    writtenLike(written, key, keys(key), key === id.key ? typed : notation.textOf(keys(key)));
  const concerns = (one: WrittenId) => keys(one.key) !== one.key || one.key === id.key;
  const edits = editsFor(snapshot, increment, read, concerns, text);
  const moves = canMove ? copyMoves(snapshot, increment, id.key, to.key) : [];
  return { kind: "edits", moves, edits: [...edits, ...linkEdits(snapshot, read, moves, edits)] };
}

function kindOf({ id: { kind }, increment }: IdAt): string {
  return kind === "story" ? `a ${shortStory(layoutOf(increment))}` : KINDS[kind];
}

type Keys = (key: string) => string;

/** What each key becomes: the criteria of a story have its number in theirs. */
function renamedKeys(from: string, to: string): Keys {
  const number = (key: string) => key.slice("US-".length);
  return (key) => {
    if (key === from) return to;
    if (storyOfCriterion(key) !== from) return key;
    return `AC-US${number(to)}${key.slice(`AC-US${number(from)}`.length)}`;
  };
}

/** What has one of the new ids already. */
function takenBy(increment: Increment, { id }: IdAt, keys: Keys): string | undefined {
  const defined = [increment.stories, increment.criteria, increment.tasks].flatMap((all) => [...all.keys()]);
  for (const key of new Set([id.key, ...defined])) {
    const to = keys(key);
    const [taken] = to === key ? [] : definitionsOf(increment, to);
    if (taken) return `${taken.what.id.text} is taken: “${taken.what.title}”`;
  }
  return undefined;
}

function withoutStory(increment: Increment, from: string, to: string): string | undefined {
  const { stories } = increment;
  const { textOf } = layoutOf(increment).notation;
  const story = storyOfCriterion(to);
  return story === undefined || story === storyOfCriterion(from) || stories.size === 0 || stories.has(story)
    ? undefined
    : `There is no story ${textOf(story)} for ${textOf(to)}`;
}

/** A range that would mean something else: `AC-US1-01 through AC-US1-04`. */
function brokenRange(
  { paths }: Increment,
  read: ReadonlyMap<string, ReadPage>,
  keys: Keys,
): string | undefined {
  for (const path of paths) {
    const page = read.get(path);
    const own = page?.exports.increment;
    if (!page || !own) continue;
    for (const { ids, keys: before, value } of fieldsOf(own)) {
      if (!before.some((key) => keys(key) !== key)) continue;
      const now = expandedKeys(
        page.text,
        ids.map((one) => ({ ...one, key: keys(one.key) })),
      );
      if (same(now, before.map(keys))) continue;
      const line = positionAt(page.lines, value.start).line + 1;
      return `${basename(path)} names it by a range in line ${line}: write out the ids there first`;
    }
  }
  return undefined;
}

function fieldsOf({ stories, criteria, tasks }: IncrementPage): IncrementField[] {
  return [...stories, ...criteria, ...tasks].flatMap(({ fields }) => fields);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key) => b.includes(key));
}

function editsFor(
  { increments, links }: IncrementView,
  increment: Increment,
  read: ReadonlyMap<string, ReadPage>,
  concerns: (id: WrittenId) => boolean,
  text: (id: WrittenId) => string,
): RenameEdit[] {
  const copies = copiesOf(increments, increment);
  const several = (increments.byId.get(increment.id ?? "") ?? []).length > 1;
  const found: RenameEdit[] = [];
  const add = (path: string, ids: readonly WrittenId[], doubt: string | undefined) => {
    for (const id of ids)
      if (concerns(id) && text(id) !== id.text) found.push({ path, span: id.span, text: text(id), doubt });
  };
  for (const path of mentioningPages(increments, increment)) {
    const page = read.get(path);
    const own = page?.exports.increment;
    if (!page || !own) continue;
    const doubt =
      several && copies.includes(path)
        ? OF_ANOTHER
        : own.place.role === "report" && speaksOfOthers(page.text, increment)
          ? IN_REPORT
          : undefined;
    // A number of a list stands for an id that is not written there.
    const written = writtenIn(own).filter(({ span, text }) => page.text.slice(span.start, span.end) === text);
    add(path, written, doubt);
    if (layoutOf(increment).notation.isByPlace) continue;
    for (const { span } of page.facts.codes)
      add(path, idsIn(page.text, span, own.place.number), doubt ?? IN_CODE);
  }
  const moved = new Map(
    [...grouped(found, ({ path }) => path)].map(([path, own]) => [
      path,
      movedFragments(read.get(path) as ReadPage, own),
    ]),
  );
  const pointing = [...read.values()].flatMap(fragmentLinks);
  for (const edit of fragmentEdits(links, pointing, moved)) found.push({ ...edit, doubt: undefined });
  return found;
}

/** True for a text with the name of another increment: `0031-login`. */
function speaksOfOthers(text: string, { number }: Increment): boolean {
  return [...text.matchAll(/\b(\d{4})[A-Z]?-[a-z]/g)].some(([, digits]) => Number(digits) !== number);
}

/** The ids of a page, with definitions that are written in another way, as `User Story 1`. */
function writtenIn({ mentions, stories, criteria, tasks, others }: IncrementPage): WrittenId[] {
  const defined = [...stories, ...criteria, ...tasks, ...others].map(({ id }) => id);
  const unusual = defined.filter(
    ({ span }) => !mentions.some((one) => touches(one.span, span.start) || touches(one.span, span.end)),
  );
  return [...mentions, ...unusual];
}

/**
 * The id `to` as the id `from` is written here: with its zeros, with or without a hyphen. `otherwise` where the new
 * one has another shape.
 */
function writtenLike(written: string, from: string, to: string, otherwise: string): string {
  const shape = (key: string) => key.replace(/\d+/g, "0");
  if (from === to || shape(from) !== shape(to)) return otherwise;
  const canonical = canonicalId(to);
  if (canonical !== undefined && written === canonicalId(from)) return canonical;
  const numbers = to.match(/\d+/g) ?? [];
  const groups = written.match(/\d+/g) ?? [];
  // `US-018-001` begins with the number of the increment.
  let at = numbers.length - groups.length;
  return written.replace(/\d+/g, (digits) => numbers[at++]?.padStart(digits.length, "0") ?? digits);
}

function prefixOf(key: string): string {
  return key.slice(0, key.indexOf("-"));
}
