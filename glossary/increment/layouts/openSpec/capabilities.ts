/** The capabilities of a repository: where each is specified, and which open changes touch it. */

import type { IncrementView } from "../../index/view.ts";
import type { IncrementIndex } from "../../model/increment.ts";
import { type Entry, type OpenSpecPage, openSpecPage } from "./page.ts";
import { capabilityOf, isChange, mainPath, OPENSPEC, placeOf, rootOf } from "./places.ts";

export interface Capability {
  readonly name: string;
  /** The specification in force; `undefined` where there is none. */
  readonly main: string | undefined;
  /** The deltas of changes that are not archived, by path. */
  readonly deltas: readonly { readonly path: string; readonly unit: string }[];
}

/** By folder `openspec`, then by name. */
export type Capabilities = ReadonlyMap<string, ReadonlyMap<string, Capability>>;

const KNOWN = new WeakMap<IncrementIndex["units"], Capabilities>();

/** The capabilities there are; made once for all states with the same pages. */
export function capabilitiesOf({ increments: { units } }: Pick<IncrementView, "increments">): Capabilities {
  const known = KNOWN.get(units);
  if (known) return known;
  const roots = new Map<string, Map<string, Capability>>();
  for (const { layout, unit, shelf, paths } of units.values()) {
    if (layout !== OPENSPEC || shelf !== "live") continue;
    const root = rootOf(unit);
    const all = roots.get(root) ?? new Map<string, Capability>();
    roots.set(root, all);
    for (const path of paths) {
      const place = placeOf(path);
      const name = place ? capabilityOf(path, place) : "";
      if (name === "") continue;
      const before = all.get(name) ?? { name, main: undefined, deltas: [] };
      all.set(
        name,
        isChange({ unit })
          ? { ...before, deltas: [...before.deltas, { path, unit }] }
          : { ...before, main: mainPath(root, name) },
      );
    }
  }
  KNOWN.set(units, roots);
  return roots;
}

/** The capability of a name in the repository that a unit is of; `undefined` where nothing speaks of it. */
export function capabilityAt(view: IncrementView, unit: string, name: string): Capability | undefined {
  return capabilitiesOf(view).get(rootOf(unit))?.get(name);
}

/** The names of the capabilities that are specified where a unit is, in order. */
export function specified(view: IncrementView, unit: string): string[] {
  const all = capabilitiesOf(view).get(rootOf(unit))?.values() ?? [];
  return [...all].flatMap(({ name, main }) => (main === undefined ? [] : [name])).sort();
}

/** What a page says. */
export function saidAt({ pages }: IncrementView, path: string | undefined): OpenSpecPage | undefined {
  return path === undefined ? undefined : openSpecPage(pages.get(path)?.exports.increment);
}

/** What is written of the requirements of a capability, place by place: in force first. */
export interface EntryPlace {
  readonly path: string;
  /** The change; `undefined` for the specification in force. */
  readonly unit: string | undefined;
  readonly entry: Entry;
}

/** All places of a requirement in a capability, under its name or one that it is renamed from or to. */
export function placesOf(view: IncrementView, { main, deltas }: Capability, name: string): EntryPlace[] {
  const at = (path: string, unit: string | undefined) =>
    (saidAt(view, path)?.entries ?? [])
      .filter((entry) => entry.name === name || entry.to?.name === name)
      .map((entry): EntryPlace => ({ path, unit, entry }));
  return [
    ...(main === undefined ? [] : at(main, undefined)),
    ...deltas.flatMap(({ path, unit }) => at(path, unit)),
  ];
}
