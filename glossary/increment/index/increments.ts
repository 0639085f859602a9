/** All increments of a workspace: which pages each has, and what follows from them together. */

import type { Span } from "../../text/span.ts";
import type { Coverage, Increment, IncrementIndex, IncrementUnit, Placed } from "../model/increment.ts";
import {
  type Count,
  type Criterion,
  criteriaOfRange,
  type IdMention,
  type IncrementPage,
  type IncrementPlace,
  type IncrementRole,
  type IncrementStatus,
  isBeside,
  type LayoutId,
  type Story,
  type Task,
} from "../model/index.ts";
import type { Page } from "./view.ts";

type Pages = ReadonlyMap<string, Pick<Page, "exports">>;

/** What can be told of increments from the paths alone; holds as long as no page comes or goes. */
export interface IncrementGroups {
  readonly units: ReadonlyMap<string, IncrementUnit>;
  readonly byId: ReadonlyMap<string, readonly IncrementUnit[]>;
  readonly copies: ReadonlyMap<string, readonly string[]>;
  readonly reports: ReadonlyMap<string, readonly string[]>;
  readonly configurations: readonly string[];
}

/** Sorts the pages into increments by their places. */
export function groupIncrements(
  pages: Pages,
  placeOf: (path: string) => IncrementPlace | undefined,
): IncrementGroups {
  const found = new Map<string, IncrementUnit & { paths: string[] }>();
  const copies = new Map<string, string[]>();
  const reports = new Map<string, string[]>();
  const configurations: string[] = [];
  for (const path of pages.keys()) {
    // By the path alone: what is on the page may not have been unpacked yet.
    const place = placeOf(path);
    if (!place) continue;
    if (place.role === "configuration") {
      configurations.push(path);
      continue;
    }
    if (place.role === "copy") {
      push(copies, place.name, path);
      continue;
    }
    if (place.role === "report") {
      push(reports, place.unit, path);
      continue;
    }
    const { unit, name, layout, id, number, suffix, shelf } = place;
    const known = found.get(unit);
    if (known) known.paths.push(path);
    else found.set(unit, { unit, name, layout, id, number, suffix, shelf, paths: [path] });
  }
  const sorted = [...found.values()].sort(
    (a, b) => (a.number ?? -1) - (b.number ?? -1) || compare(a.name, b.name) || compare(a.unit, b.unit),
  );
  const byId = new Map<string, IncrementUnit[]>();
  for (const one of sorted) {
    one.paths.sort();
    if (one.id !== undefined) push(byId, one.id, one);
  }
  return {
    units: new Map(sorted.map((one) => [one.unit, one])),
    byId,
    copies,
    reports,
    configurations,
  };
}

/** What has been worked out of increments, by unit, to be used again as long as their pages are the same. */
export type IncrementCache = Map<string, Increment>;

/** What is known of an increment before it is known whether it is done. */
export type Judged = Pick<Increment, "layout" | "status" | "tasks" | "configuration">;

/** The index over the pages as they are now. `isDone` is asked where no status says so. */
export function indexIncrements(
  groups: IncrementGroups,
  pages: Pages,
  cache: IncrementCache,
  isDone: (judged: Judged) => boolean,
  toolVersions: IncrementIndex["toolVersions"] = new Map(),
): IncrementIndex {
  const made = new Map<string, Increment>();
  const { units, byId, copies, reports, configurations } = groups;
  const at = (unit: string): Increment | undefined => {
    const known = made.get(unit);
    if (known) return known;
    const found = units.get(unit);
    if (!found) return undefined;
    const own = new Map<string, IncrementPage>();
    for (const path of found.paths) {
      const page = pages.get(path)?.exports.increment;
      if (page) own.set(path, page);
    }
    const configuration = configurationOf(found);
    const before = cache.get(unit);
    const isSame = before?.configuration === configuration && samePages(before?.pages, own);
    const increment = before && isSame ? before : makeIncrement(found, own, configuration, isDone);
    cache.set(unit, increment);
    made.set(unit, increment);
    return increment;
  };
  const configured = configurations.flatMap((path) => pages.get(path)?.exports.increment ?? []);
  const configurationOf = ({ layout, unit }: IncrementUnit) =>
    configured
      .filter(({ place }) => place.layout === layout && `${unit}/`.startsWith(place.unit && `${place.unit}/`))
      .sort((a, b) => b.place.unit.length - a.place.unit.length)[0];
  const projects = configured.flatMap((one) => one.projects);
  return { units, byId, copies, reports, projects, toolVersions, at };
}

function samePages(
  a: ReadonlyMap<string, IncrementPage> | undefined,
  b: ReadonlyMap<string, IncrementPage>,
): boolean {
  return a?.size === b.size && [...a].every(([path, page]) => b.get(path) === page);
}

function makeIncrement(
  found: IncrementUnit,
  pages: ReadonlyMap<string, IncrementPage>,
  configuration: IncrementPage | undefined,
  isDone: (judged: Judged) => boolean,
): Increment {
  const by = (...roles: readonly IncrementRole[]) =>
    roles.flatMap((role) => [...pages].filter(([, { place }]) => place.role === role));
  const stories = new Map<string, Placed<Story>[]>();
  const criteria = new Map<string, Placed<Criterion>[]>();
  const tasks = new Map<string, Placed<Task>[]>();
  for (const [path, page] of by("spec", "whole", "requirements", "plan", "rubric", "tasks", "other")) {
    for (const what of page.stories) push(stories, what.id.key, { path, what });
    for (const what of page.criteria) push(criteria, what.id.key, { path, what });
    for (const what of page.tasks) push(tasks, what.id.key, { path, what });
  }
  for (const places of criteria.values())
    places.sort(
      (a, b) => Number(b.what.standing === "definition") - Number(a.what.standing === "definition"),
    );
  const statuses = by("metadata", "spec", "whole").flatMap(([path, { status }]): Placed<IncrementStatus>[] =>
    status ? [{ path, what: status }] : [],
  );
  const [metadata] = by("metadata").flatMap(([path, page]) =>
    page.metadata ? [{ path, what: page.metadata }] : [],
  );
  const [spec] = by("spec", "whole");
  const status = statuses.find(({ what }) => what.name) ?? statuses[0];
  return {
    ...found,
    pages,
    title: spec?.[1].title ?? "",
    configuration,
    metadata,
    status,
    statuses,
    completed:
      found.shelf === "completed" ||
      status?.what.name === "completed" ||
      isDone({ layout: found.layout, status, tasks, configuration }),
    stories,
    criteria,
    tasks,
    ...coverageOf(criteria, tasks, by("whole", "tasks", "plan", "rubric")),
  };
}

function coverageOf(
  criteria: ReadonlyMap<string, readonly Placed<Criterion>[]>,
  tasks: ReadonlyMap<string, readonly Placed<Task>[]>,
  pages: readonly (readonly [string, IncrementPage])[],
): Pick<Increment, "coverage" | "linked"> {
  const byCriterion = new Map<string, Set<Placed<Task>>>();
  const cover = (key: string, task: Placed<Task>) => {
    const known = byCriterion.get(key);
    if (known) known.add(task);
    else byCriterion.set(key, new Set([task]));
  };
  const excused = new Set<string>();
  let linked = false;
  for (const place of [...tasks.values()].flat()) {
    const { what } = place;
    for (const key of what.criteria) {
      cover(key, place);
      if (!criteria.has(key)) for (const one of criteriaOfRange(key)) cover(one, place);
    }
    linked ||= what.criteria.length > 0;
    if (!what.fields.some(({ all }) => all)) continue;
    linked = true;
    for (const [key, [first]] of criteria)
      if (what.stories.length === 0 || what.stories.includes(first?.what.story ?? "")) cover(key, place);
  }
  for (const [, { matrix }] of pages)
    for (const row of matrix)
      for (const key of row.criteria.flatMap((one) => criteriaOf(one, criteria))) {
        linked ||= row.tasks.length > 0;
        if (row.excused) excused.add(key);
        for (const task of row.tasks)
          for (const place of tasks.get(task) ?? partsOf(task, tasks)) cover(key, place);
      }
  const coverage = new Map<string, Coverage>();
  for (const [key, places] of criteria) {
    const criterion = places.find(({ what }) => what.standing === "definition");
    if (!criterion) continue;
    const own = [...(byCriterion.get(key) ?? [])];
    coverage.set(
      key,
      excused.has(key) ? { criterion, tasks: own, excused: true } : { criterion, tasks: own },
    );
  }
  return { coverage, linked };
}

/** The tasks `2.1`, `2.2` of a group that is no task itself: `2.*`. */
function partsOf(
  group: string,
  tasks: ReadonlyMap<string, readonly Placed<Task>[]>,
): readonly Placed<Task>[] {
  return [...tasks].flatMap(([key, places]) => (key.startsWith(`${group}.`) ? places : []));
}

/** The keys of the criteria that a key stands for: of a story, all of its criteria. */
function criteriaOf(key: string, criteria: ReadonlyMap<string, readonly Placed<Criterion>[]>): string[] {
  if (!key.startsWith("US-")) return [key];
  return [...criteria].flatMap(([one, [first]]) => (first?.what.story === key ? [one] : []));
}

/** The criteria that no task covers and that are for now, in an increment whose tasks name criteria at all; else none. */
export function uncovered({ coverage, linked }: Increment): Coverage[] {
  return linked
    ? [...coverage.values()].filter(
        ({ tasks, criterion, excused }) => tasks.length === 0 && !excused && !criterion.what.putOff,
      )
    : [];
}

/** The increment a page belongs to; `undefined` for pages of none, those beside increments among them. */
export function incrementOf(index: IncrementIndex, page: Pick<Page, "exports">): Increment | undefined {
  const place = page.exports.increment?.place;
  return place && !isBeside(place) ? index.at(place.unit) : undefined;
}

/** The pages of the living docs that say again what an increment says, by the number of their feature. */
export function copiesOf({ copies }: IncrementIndex, { number, suffix }: IncrementUnit): readonly string[] {
  if (number === undefined) return [];
  return [...copies].flatMap(([name, paths]) => {
    const match = /^FS-(\d{1,4})([A-Z]?)$/.exec(name);
    return match && Number(match[1]) === number && match[2] === suffix.toUpperCase() ? paths : [];
  });
}

/**
 * The number that a count on the page at `path` should say; `undefined` where that cannot be told, as how many tasks
 * are done where some do not say, or where there is nothing to be counted. What a specification counts is what the whole increment has.
 */
export function countOf(increment: Increment, path: string, count: Count): number | undefined {
  const own = increment.pages.get(path);
  if (!own) return undefined;
  const inSpec = own.place.role !== "tasks";
  const within = <T extends { readonly span: Span }>(list: readonly T[]) =>
    list.filter(({ span }) => count.within.start <= span.start && span.start < count.within.end);
  switch (count.what) {
    case "tasks":
    case "done": {
      const some = inSpec ? [...increment.pages.values()].flatMap(({ tasks }) => tasks) : within(own.tasks);
      const counted =
        count.story === undefined || count.from === "line"
          ? some
          : some.filter(
              ({ stories, under }) => stories.includes(count.story as string) || under === count.story,
            );
      if (counted.length === 0) return undefined;
      if (count.what === "tasks") return counted.length;
      return counted.some(({ work }) => work === "unknown")
        ? undefined
        : counted.filter(({ work }) => work === "done").length;
    }
    case "criteria":
      return increment.coverage.size || undefined;
    case "criteria-done": {
      const states = [...increment.coverage.values()].map(({ criterion }) => criterion.what.state);
      return states.length === 0 || states.includes(undefined)
        ? undefined
        : states.filter((state) => state?.work === "done").length;
    }
    case "stories":
      return increment.stories.size || undefined;
  }
}

/** The number for a new increment: one more than any there is, wherever it has been put. */
export function nextNumber({ units }: Pick<IncrementIndex, "units">, wanted: LayoutId): number {
  let most = 0;
  for (const { number, layout } of units.values())
    if (layout === wanted && number !== undefined && number < 9999) most = Math.max(most, number);
  return most + 1;
}

/** All pages on which ids of an increment are written: its own, its copies, its reports. */
export function mentioningPages(index: IncrementIndex, own: IncrementUnit): readonly string[] {
  return [...own.paths, ...copiesOf(index, own), ...(index.reports.get(own.unit) ?? [])];
}

/** Every mention of an id in the increment, its copies and its reports. */
export function mentionsOf(
  index: IncrementIndex,
  pages: Pages,
  { unit }: Pick<IncrementUnit, "unit">,
  key: string,
): { readonly path: string; readonly mention: IdMention; readonly span: Span }[] {
  const own = index.units.get(unit);
  if (!own) return [];
  return mentioningPages(index, own).flatMap((path) =>
    (pages.get(path)?.exports.increment?.mentions ?? [])
      .filter((mention) => mention.key === key)
      .map((mention) => ({ path, mention, span: mention.span })),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
