/** A delta against what it changes: the specification in force, and the other open changes of it. */

import { grouped } from "../../../../text/groups.ts";
import { nearest } from "../../../../text/nearest.ts";
import { basename } from "../../../../text/paths.ts";
import type { Edit } from "../../../../text/span.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import type { Increment } from "../../../model/increment.ts";
import { type Capability, capabilityAt, saidAt, specified } from "../capabilities.ts";
import type { Delta } from "../delta.ts";
import { folded, type Named } from "../lines.ts";
import { unmatched } from "../merge.ts";
import { type Entry, type OpenSpecPage, openSpecPage, stampOf } from "../page.ts";
import { mainPath, rootOf } from "../places.ts";
import { type Check, edited, linesBehind, listed, mend, ownOf, type Told, told } from "./told.ts";
import { deltaFor } from "./version.ts";

const MOST_GUESSES = 20;

interface Compared {
  readonly delta: Delta;
  readonly own: OpenSpecPage;
  readonly increment: Increment;
  readonly capability: Capability;
  /** The requirements in force by name; `undefined` where there is no specification. */
  readonly inForce: ReadonlyMap<string, Entry> | undefined;
}

function compared(page: ReadPage, view: IncrementView): Compared | undefined {
  const at = ownOf(page, view);
  if (at?.own.kind !== "delta") return undefined;
  const { own, increment } = at;
  const capability = capabilityAt(view, increment.unit, own.capability);
  if (!capability) return undefined;
  const said = saidAt(view, capability.main);
  const inForce = said && new Map(said.entries.map((one) => [one.name, one]));
  return { delta: deltaFor(page, view), own, increment, capability, inForce };
}

export const leftOutScenarios: Check = function* (page, view) {
  const at = compared(page, view);
  if (!at?.inForce || at.delta.modified.length === 0) return;
  const { delta, inForce, capability } = at;
  const froms = new Map(delta.renamed.map(({ from, to }) => [to.name, from.name]));
  const away = new Set(delta.renamed.map(({ from }) => from.name));
  for (const block of delta.modified) {
    const current = away.has(block.name) ? undefined : currentOf(block.name, inForce, froms);
    if (!current) continue;
    const left = unmatched(
      current.scenarios.map(({ name }) => name),
      block.scenarios.map(({ name }) => name),
    );
    if (left.length === 0) continue;
    const missing = new Set(left);
    const texts = current.scenarios.filter(({ name }) => missing.has(name)).map(({ text }) => text);
    yield told(
      block.span,
      `“${block.name}” would lose ${left.length === 1 ? "the scenario" : "the scenarios"} ${listed(left)}: what is modified replaces all of it, so take over what is to stay`,
      {
        related: [
          {
            path: capability.main as string,
            span: current.span,
            message: `“${current.name}” as it is in force`,
          },
        ],
        mends: () =>
          mend(
            `Take over ${left.length === 1 ? "the scenario" : `${left.length} scenarios`} that it leaves out`,
            edited(
              page,
              linesBehind(
                page,
                delta.lines,
                block.end - 1,
                texts.flatMap((text) => ["", ...text.split("\n")]),
              ),
            ),
          ),
      },
    );
  }
};

/** What a name stands for before the delta is applied, by the renamings that lead to it. */
function currentOf(
  name: string,
  inForce: ReadonlyMap<string, Entry>,
  froms: ReadonlyMap<string, string>,
): Entry | undefined {
  const seen = new Set<string>();
  for (let key: string | undefined = name; key !== undefined && !seen.has(key); key = froms.get(key)) {
    const found = inForce.get(key);
    if (found) return found;
    seen.add(key);
  }
  return undefined;
}

export const unknownRequirements: Check = function* (page, view) {
  const at = compared(page, view);
  if (!at) return;
  const { delta, inForce } = at;
  if (!inForce) {
    yield* withoutSpecification(page, view, at);
    return;
  }
  const names = new Set(inForce.keys());
  const folds = grouped([...names, ...delta.renamed.map(({ to }) => to.name)], folded);
  const near = (name: string, but?: string) =>
    folds.get(folded(name))?.find((one) => one !== but && names.has(one));
  let guesses = 0;
  // Comparing hundreds of names with hundreds of others takes long, and nobody reads so many guesses.
  const guess = (name: string) => (guesses++ < MOST_GUESSES ? nearest(name, names) : undefined);
  const elsewhere = addedElsewhere(view, at);
  const unknown = (what: string, entry: Named): Told => {
    const meant = near(entry.name) ?? guess(entry.name);
    const change = elsewhere.get(entry.name);
    if (meant === undefined && change !== undefined)
      return told(
        entry.span,
        `“${entry.name}” is not in force yet: archive the change “${change}”, which adds it, before this one`,
        { severity: "information" },
      );
    return told(
      entry.span,
      `There is no requirement “${entry.name}” to ${what}, so archiving refuses the change${meant === undefined ? ": write the name as it is in force" : `: write “${meant}”`}`,
      meant === undefined
        ? {}
        : { mends: () => mend(`Write “${meant}”`, edited(page, { span: entry.span, text: meant })) },
    );
  };
  for (const { from, to } of delta.renamed) {
    if (!names.has(from.name)) {
      // Done before, by hand or by another change.
      if (names.has(to.name) && near(from.name, to.name) === undefined) continue;
      yield unknown("rename", from);
      continue;
    }
    const other = names.has(to.name) ? to.name : near(to.name, from.name);
    if (other !== undefined)
      yield told(
        to.span,
        `There is a requirement “${other}” already: archiving refuses to rename another one to that`,
      );
    names.delete(from.name);
    names.add(to.name);
  }
  for (const entry of delta.removed) {
    if (names.delete(entry.name)) continue;
    if (near(entry.name) !== undefined) yield unknown("remove", entry);
    else yield gone(page, entry, guess(entry.name));
  }
  for (const block of delta.modified) if (!names.has(block.name)) yield unknown("modify", block);
  for (const block of delta.added) {
    const known = inForce.get(block.name);
    if (known && names.has(block.name)) {
      // Equal texts have been merged before, by hand or by another change.
      if (known.stamp !== stampOf(delta.lines, block))
        yield told(
          block.span,
          `“${block.name}” is in force already, so archiving refuses to add it: put it under “## MODIFIED Requirements”, with all its scenarios`,
          { ...related(at, known), mends: () => asModified(page, delta, inForce) },
        );
      continue;
    }
    const other = near(block.name);
    if (other !== undefined)
      yield told(
        block.span,
        `“${other}” is in force, which differs in capitals or blanks alone, so archiving refuses to add this: modify that one, or choose another name`,
      );
  }
};

/** Removing all that is in force leaves a specification that OpenSpec refuses to write. */
export const emptied: Check = function* (page, view) {
  const at = compared(page, view);
  if (!at?.inForce || at.delta.added.length > 0 || at.delta.removed.length === 0) return;
  const removed = new Set(at.delta.removed.map(({ name }) => name));
  if (![...at.inForce.keys()].every((name) => removed.has(name))) return;
  const [settingsPath, settings] =
    [...at.increment.pages].find(([, one]) => openSpecPage(one)?.kind === "change") ?? [];
  if (openSpecPage(settings)?.settings?.mayRetire) return;
  const marker = "retire_capabilities: true\n";
  yield told(
    at.delta.removed[0]?.span ?? { start: 0, end: 0 },
    `This removes all requirements of ${at.own.capability}, and archiving refuses to leave none: write “retire_capabilities: true” in .openspec.yaml to have its specification deleted`,
    {
      mends: () =>
        mend("Let the specification be deleted", [
          settingsPath !== undefined && settings
            ? {
                kind: "edit",
                path: settingsPath,
                edits: [appended(view, settingsPath, settings.length, marker)],
              }
            : {
                kind: "create",
                path: `${at.increment.unit}/.openspec.yaml`,
                text: `schema: spec-driven\n${marker}`,
              },
        ]),
    },
  );
};

/** A line at the end of a page, behind one that may have no end. */
function appended({ pages }: IncrementView, path: string, length: number, line: string): Edit {
  const isEnded = (pages.get(path)?.lines.at(-1) ?? 0) === length;
  return { span: { start: length, end: length }, text: isEnded ? line : `\n${line}` };
}

/** What is not there need not be removed; OpenSpec passes over it with a warning. */
function gone(page: ReadPage, entry: Named, meant: string | undefined): Told {
  return told(
    entry.span,
    `There is no requirement “${entry.name}” to remove${meant === undefined ? "" : `, but “${meant}”`}: archiving passes over it`,
    meant === undefined
      ? {}
      : { mends: () => mend(`Write “${meant}”`, edited(page, { span: entry.span, text: meant })) },
  );
}

function related({ capability }: Compared, { name, span }: Entry): Pick<Told, "related"> {
  return capability.main === undefined
    ? {}
    : { related: [{ path: capability.main, span, message: `“${name}” is in force here` }] };
}

/** Where all that a section adds is in force, its heading is all that is wrong. */
function asModified(page: ReadPage, delta: Delta, inForce: ReadonlyMap<string, Entry>) {
  const sections = delta.sections.filter(({ operation }) => operation === "ADDED");
  const [section] = sections;
  const isAll = delta.added.every(({ name }) => inForce.has(name));
  if (!section || sections.length > 1 || !isAll) return [];
  const span = { start: section.span.start, end: section.span.start + "ADDED".length };
  return mend("Put them under “MODIFIED Requirements”", edited(page, { span, text: "MODIFIED" }));
}

function* withoutSpecification(page: ReadPage, view: IncrementView, at: Compared): Iterable<Told> {
  const { delta, own, increment } = at;
  const [first] = [...delta.modified, ...delta.renamed.map(({ from }) => from)];
  if (!first) return;
  const others = at.capability.deltas.filter(({ path, unit }) => {
    const said = unit === increment.unit ? undefined : saidAt(view, path);
    return said?.entries.some(({ operation }) => operation === "ADDED") ?? false;
  });
  if (others[0]) {
    const change = basename(others[0].unit);
    yield told(
      first.span,
      `There is no specification of ${own.capability} yet: archive the change “${change}”, which adds to it, before this one`,
      { severity: "information" },
    );
    return;
  }
  const meant = nearest(own.capability, specified(view, increment.unit));
  const to = meant === undefined ? undefined : `${increment.unit}/specs/${meant}/spec.md`;
  const isFree = to !== undefined && !view.pages.has(to);
  yield told(
    first.span,
    `There is no specification of ${own.capability} (${mainPath(rootOf(increment.unit), own.capability)}), so nothing can be modified or renamed${meant === undefined ? "" : `: it is called ${meant}`}`,
    isFree
      ? { mends: () => mend(`Move the delta to ${meant}`, [{ kind: "rename", path: page.path, to }]) }
      : {},
  );
}

/** What other open changes add to the capability, with the name of the change. */
function addedElsewhere(
  view: IncrementView,
  { capability, increment }: Compared,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, unit } of capability.deltas) {
    if (unit === increment.unit) continue;
    for (const { operation, name, to } of saidAt(view, path)?.entries ?? []) {
      const made = operation === "ADDED" ? name : to?.name;
      if (made !== undefined && !found.has(made)) found.set(made, basename(unit));
    }
  }
  return found;
}

/** Pairs of operations that undo one another, whichever change is archived last. */
function isContested(one: Entry, other: Entry): boolean {
  const [a, b] = [one.operation, other.operation];
  // Equal texts end as the same, and what two changes remove is gone.
  if (a === b && (a === "REMOVED" || (one.stamp !== 0 && one.stamp === other.stamp))) return false;
  if (a === "RENAMED" && b === "RENAMED") return one.to?.name !== other.to?.name;
  // One that is added has to be archived before what modifies it.
  return (a === "ADDED") === (b === "ADDED");
}

export const contested: Check = function* (page, view) {
  const at = compared(page, view);
  const others = at?.capability.deltas.filter(({ unit }) => unit !== at.increment.unit) ?? [];
  if (!at || others.length === 0) return;
  const byName = new Map<string, { readonly path: string; readonly unit: string; readonly entry: Entry }[]>();
  for (const { path, unit } of others)
    for (const entry of saidAt(view, path)?.entries ?? []) {
      const list = byName.get(entry.name) ?? [];
      byName.set(entry.name, [...list, { path, unit, entry }]);
    }
  for (const entry of at.own.entries) {
    const found = (byName.get(entry.name) ?? []).filter((one) => isContested(entry, one.entry));
    if (found.length === 0) continue;
    const changes = listed([...new Set(found.map(({ unit }) => basename(unit)))]);
    yield told(
      entry.span,
      `“${entry.name}” is ${DONE[entry.operation ?? "MODIFIED"]} here and ${DONE[found[0]?.entry.operation ?? "MODIFIED"]} by the open change ${changes}: whichever is archived last undoes the other or is refused, so bring them together`,
      {
        related: found.map((one) => ({
          path: one.path,
          span: one.entry.span,
          message: `“${one.entry.name}” is ${DONE[one.entry.operation ?? "MODIFIED"]} by ${basename(one.unit)}`,
        })),
      },
    );
  }
};

const DONE = { ADDED: "added", MODIFIED: "modified", REMOVED: "removed", RENAMED: "renamed" } as const;
