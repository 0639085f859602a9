/** Where ids are defined and where they are used: definition, references, highlights. */

import { encloses, type Span } from "../../text/span.ts";
import type { Destination, Use } from "../../workspace/answers.ts";
import { copiesOf, mentionsOf } from "../index/increments.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Increment, IncrementIndex } from "../model/increment.ts";
import { storyOfCriterion } from "../model/index.ts";
import { definitionsOf, featurePages, type IdAt, idAt } from "./idAt.ts";

/** Where the id at an offset is defined; its own place too, so that an editor can show the references there. */
export function idDefinition(snapshot: IncrementView, page: ReadPage, offset: number): Destination[] {
  const at = idAt(snapshot, page, offset);
  if (!at) return [];
  const places =
    at.id.kind === "feature"
      ? featurePages(snapshot, at.increment).map(({ path, what }) => ({ path, span: what }))
      : definitionsOf(at.increment, at.id.key).map(({ path, what }) => ({ path, span: what.id.span }));
  return places.map((place) => ({ origin: at.span, ...place }));
}

/** All places of the id at an offset, in the increment and its copies; `undefined` where no id stands. */
export function idReferences(snapshot: IncrementView, page: ReadPage, offset: number): Use[] | undefined {
  const at = idAt(snapshot, page, offset);
  return at && idUses(snapshot, at);
}

/** The same on the page alone. */
export function idHighlights(snapshot: IncrementView, page: ReadPage, offset: number): Use[] | undefined {
  return idReferences(snapshot, page, offset)?.filter(({ path }) => path === page.path);
}

/** All places of an id, by page: where it is written, and the ranges that mean it. */
export function idUses({ increments, pages }: IncrementView, { id: { key, kind }, increment }: IdAt): Use[] {
  const defining = new Map<string, Span[]>();
  const define = (path: string, span: Span) => {
    const known = defining.get(path);
    if (known) known.push(span);
    else defining.set(path, [span]);
  };
  for (const { path, what } of definitionsOf(increment, key)) define(path, what.id.span);
  for (const path of copiesOf(increments, increment)) {
    const copy = pages.get(path)?.exports.increment;
    for (const { id } of [...(copy?.stories ?? []), ...(copy?.criteria ?? [])])
      if (id.key === key) define(path, id.span);
  }
  const found = mentionsOf(increments, pages, increment, key).map(({ path, span }): Use => {
    const defines = defining.get(path)?.some((one) => encloses(one, span)) ?? false;
    return { path, span, defines };
  });
  const written = (path: string, span: Span) =>
    found.some((use) => use.path === path && encloses(span, use.span));
  // `User Story 1` defines US1 without being written so.
  for (const [path, spans] of defining)
    for (const span of spans) if (!written(path, span)) found.push({ path, span, defines: true });
  if (kind === "feature") found.push(...needing(increments, increment));
  const story = storyOfCriterion(key);
  for (const { path, what } of increment.coverage.get(key)?.tasks ?? [])
    for (const { kind, keys, all, value } of what.fields) {
      const ofAll = all && (story === undefined || keys.includes(story) || !keys.some(isStory));
      const means = (kind === "criteria" || kind === "references") && (ofAll || keys.includes(key));
      if (means && !written(path, value)) found.push({ path, span: value, defines: false });
    }
  return found;
}

/** Where other increments say that they need this one. */
function needing({ units, at }: IncrementIndex, { id, layout, unit: own }: Increment): Use[] {
  if (id === undefined || !layoutOf({ layout }).namesOthers) return [];
  return [...units.values()].flatMap((one) =>
    one.layout === layout && one.unit !== own ? needsIn(at(one.unit), id) : [],
  );
}

function needsIn(increment: Increment | undefined, key: string): Use[] {
  return [...(increment?.pages ?? [])].flatMap(([path, { needs }]) =>
    needs.flatMap((id) => (id.key === key ? [{ path, span: id.span, defines: false }] : [])),
  );
}

/** A field that names stories means all of these, no others. */
function isStory(key: string): boolean {
  return key.startsWith("US-");
}
