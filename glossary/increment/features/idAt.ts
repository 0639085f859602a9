/** The id that stands at a place of a page of an increment, of its copy or of a report, and what it stands for. */

import { firstFrom, type Span, touches } from "../../text/span.ts";
import { copiesOf, incrementOf } from "../index/increments.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import type { Increment, IncrementIndex, Placed } from "../model/increment.ts";
import { type Definition, type IdMention, isSpecification } from "../model/index.ts";

export interface IdAt {
  readonly span: Span;
  readonly id: IdMention;
  /** The increment that the id belongs to. */
  readonly increment: Increment;
}

/** The id at an offset; `undefined` in code, on other pages, and in copies of what is not here. */
export function idAt({ increments }: IncrementView, page: ReadPage, offset: number): IdAt | undefined {
  const own = page.exports.increment;
  const id = own?.mentions[firstFrom(own.mentions, offset + 1) - 1];
  if (!own || !id || !touches(id.span, offset)) return undefined;
  const increment =
    id.kind === "feature"
      ? called(increments, id.key)
      : (incrementOf(increments, page) ?? increments.at(own.place.unit) ?? called(increments, own.place.id));
  return increment && { span: id.span, id, increment };
}

/** The increment that others call so; of several the one that is worked on. */
function called({ byId, at }: IncrementIndex, id: string | undefined): Increment | undefined {
  const found = (id !== undefined && byId.get(id)) || [];
  const one = found.find(({ shelf }) => shelf === "live" || shelf === "working") ?? found[0];
  return one && at(one.unit);
}

/**
 * Where an id is defined in its increment, the place that counts first. Of criteria those places that only say them
 * again are left out, unless there is no other.
 */
export function definitionsOf(increment: Increment, key: string): readonly Placed<Definition>[] {
  const { stories, criteria, tasks } = increment;
  const all = criteria.get(key) ?? [];
  const counted = all.filter(
    ({ what: { standing } }) => standing === "definition" || standing === "duplicate",
  );
  const found: Placed<Definition>[] = [
    ...(stories.get(key) ?? []),
    ...(counted.length > 0 ? counted : all),
    ...(tasks.get(key) ?? []),
  ];
  return found.length > 0 ? found : othersOf(increment, key);
}

function othersOf({ pages }: Increment, key: string): Placed<Definition>[] {
  return [...pages].flatMap(([path, { others }]) =>
    others.filter(({ id }) => id.key === key).map((what) => ({ path, what })),
  );
}

/** The pages that a feature such as `FS-047` is: the specification, and the page of the living docs about all of it. */
export function featurePages({ increments, pages }: IncrementView, increment: Increment): Placed<Span>[] {
  const own = [...increment.pages].filter(([, { place }]) => isSpecification(place)).map(([path]) => path);
  const copies = copiesOf(increments, increment).filter((path) => /\/(?:FEATURE|README)\.md$/.test(path));
  return [...own, ...copies].map((path) => ({
    path,
    what: pages.get(path)?.exports.increment?.titleSpan ?? { start: 0, end: 0 },
  }));
}
