/** Whether decisions that supersede each other lead back to where one began. */
import type { RelationKind } from "../model/index.ts";
import { type AdrPlace, resolveRelation } from "./adrs.ts";
import type { AdrView } from "./view.ts";

/** True where a record is superseded by `old` already, by whatever way: it cannot supersede that one. */
export function isSupersededBy(view: AdrView, by: AdrPlace, old: AdrPlace): boolean {
  return (
    wayTo(view, by, old.path, "superseded-by") !== undefined ||
    wayTo(view, old, by.path, "supersedes") !== undefined
  );
}

/** A circle of more records is nothing that anybody writes, and each of them would be followed all around. */
const LONGEST = 100;

/** The records from `first` to the one that names `home` by a relation of this kind; `undefined` where none does. */
export function wayTo(
  { adrs, links }: AdrView,
  first: AdrPlace,
  home: string,
  kind: RelationKind,
): AdrPlace[] | undefined {
  if (first.path === home) return [];
  const before = new Map<string, AdrPlace | undefined>([[first.path, undefined]]);
  const waiting = [first];
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    for (const relation of at.record.relations) {
      if (relation.kind !== kind) continue;
      for (const next of resolveRelation(adrs, links, at.path, relation)) {
        if (next.path === home) return wayFrom(at, before);
        if (before.has(next.path) || before.size > LONGEST) continue;
        before.set(next.path, at);
        waiting.push(next);
      }
    }
  }
  return undefined;
}

function wayFrom(last: AdrPlace, before: ReadonlyMap<string, AdrPlace | undefined>): AdrPlace[] {
  const way: AdrPlace[] = [];
  for (let at: AdrPlace | undefined = last; at; at = before.get(at.path)) way.unshift(at);
  return way;
}
