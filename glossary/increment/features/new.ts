/** New increments: where they go, what they are called, and their files. */

import { ancestors, dirname } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import { isArchived } from "../../workspace/archived.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import { isSample } from "../../workspace/samples.ts";
import { incrementSlug } from "../edits/name.ts";
import { nextNumber } from "../index/increments.ts";
import type { IncrementView } from "../index/view.ts";
import { specFiles } from "../layouts/kiro/drafts.ts";
import { changeFiles } from "../layouts/openSpec/drafts.ts";
import { featureFiles } from "../layouts/specKit/drafts.ts";
import type { IncrementDefaults } from "../layouts/specWeave/configuration.ts";
import { incrementFiles } from "../layouts/specWeave/drafts.ts";
import type { IncrementUnit } from "../model/increment.ts";
import type { IncrementLayout } from "../model/index.ts";

/** The layouts that increments are made in. */
export type NewLayout = Exclude<IncrementLayout, "living-docs">;

/** Where the first increment of a repository goes, and the folder that shows that its tool is in use. */
const FIRST: Readonly<Record<NewLayout, { readonly root: string; readonly sign: string }>> = {
  specweave: { root: ".specweave/increments", sign: ".specweave" },
  "spec-kit": { root: "specs", sign: ".specify" },
  openspec: { root: "openspec/changes", sign: "openspec" },
  kiro: { root: ".kiro/specs", sign: ".kiro" },
};

export interface NewIncrement {
  readonly layout: NewLayout;
  readonly title: string;
  /** What a change in the layout of OpenSpec is about; by its own name where that is new. */
  readonly capability?: string | undefined;
  readonly type: string;
  readonly priority: string;
  readonly project: string | undefined;
  /** `2025-01-31` */
  readonly date: string;
  /** `2025-01-31T09:12:00Z` */
  readonly instant: string;
}

export interface NewIncrementResult {
  /** The page that the author begins with. */
  readonly path: string;
  readonly text: string;
  readonly changes: readonly FileChange[];
  /** The first field to fill in, in that page. */
  readonly field: Span;
}

/** The folder that a new increment goes to: that of the others nearest to `from`. */
export function incrementsRoot(
  snapshot: IncrementView,
  from: string,
  layout: NewLayout = "specweave",
): string {
  const above = ancestors(dirname(from));
  const near = (root: string) =>
    Math.min(
      ...ancestors(root)
        .map((one) => above.indexOf(one))
        .filter((at) => at >= 0),
    );
  const [nearest] = rootsOf(snapshot, layout).sort((a, b) => near(a) - near(b) || (a < b ? -1 : 1));
  return nearest ?? FIRST[layout].root;
}

/** The layouts that a new increment may have: that of the increments around `from`, else those in use, else SpecWeave's. */
export function layoutsFor(snapshot: IncrementView, from: string): NewLayout[] {
  const all = (Object.keys(FIRST) as NewLayout[]).filter(
    (layout) => rootsOf(snapshot, layout).length > 0 || snapshot.links.folders.has(FIRST[layout].sign),
  );
  const around = all.filter((layout) =>
    [FIRST[layout].root, ...rootsOf(snapshot, layout)].some((root) => `${from}/`.startsWith(`${root}/`)),
  );
  if (around.length === 1) return around;
  return all.length > 0 ? all : ["specweave"];
}

/** The folders that hold increments of a layout; samples and what is archived do not count. */
function rootsOf({ increments }: IncrementView, layout: NewLayout): string[] {
  const roots = new Set<string>();
  for (const one of increments.units.values()) if (one.layout === layout) roots.add(rootOf(one));
  return [...roots].filter(
    (root) =>
      !isArchived(`${root}/x`) &&
      (layout === "specweave" || !(isSample(`${root}/x`) || `/${root}/`.includes("/.specweave/"))),
  );
}

/** What the specifications in the layout of OpenSpec are about, for changes in `root`. */
export function capabilitiesFor({ increments }: IncrementView, root: string): string[] {
  const beside = `${dirname(root)}/specs/`;
  return [...increments.units.values()].flatMap(({ layout, unit, name }) =>
    layout === "openspec" && unit.startsWith(beside) ? [name] : [],
  );
}

/** The folder of SpecWeave's configuration for the increments in `root`. */
export function configurationFor(root: string): string {
  return `${dirname(root)}${dirname(root) === "" ? "" : "/"}config.json`;
}

/** The changes that make a new increment, with the number after the highest of live, archived and abandoned ones. */
export function newIncrement(
  snapshot: IncrementView,
  root: string,
  wanted: NewIncrement,
  defaults: IncrementDefaults,
): NewIncrementResult {
  const title = wanted.title.replace(/\s+/g, " ").trim();
  const { name, files } = draftOf(snapshot, root, { ...wanted, title }, defaults);
  const changes = files.map(
    ([file, text]): FileChange => ({ kind: "create", path: `${root}/${name}/${file}`, text }),
  );
  const [[file, text]] = files as [readonly [string, string]];
  return { path: `${root}/${name}/${file}`, text, changes, field: firstField(text) };
}

interface Draft {
  /** Of the folder. */
  readonly name: string;
  readonly files: readonly (readonly [name: string, text: string])[];
}

function draftOf(
  snapshot: IncrementView,
  root: string,
  wanted: NewIncrement,
  defaults: IncrementDefaults,
): Draft {
  if (wanted.layout === "spec-kit") return featureDraft(snapshot, root, wanted);
  if (wanted.layout === "openspec") return changeDraft(snapshot, root, wanted);
  if (wanted.layout === "kiro") return specDraft(snapshot, root, wanted);
  const { title } = wanted;
  const beside = dirname(root);
  const siblings = [...snapshot.increments.units].filter(
    ([unit]) => beside === "" || unit.startsWith(`${beside}/`),
  );
  const number = String(nextNumber({ units: new Map(siblings) })).padStart(4, "0");
  const name = `${number}-${incrementSlug(title)}`;
  const { testMode, coverageTarget } = defaults;
  const project = wanted.project ?? defaults.project;
  return { name, files: incrementFiles({ ...wanted, title, name, project, testMode, coverageTarget }) };
}

function featureDraft({ increments }: IncrementView, root: string, { title, date }: NewIncrement): Draft {
  const siblings = [...increments.units].filter(([unit]) => dirname(unit) === root);
  const number = String(nextNumber({ units: new Map(siblings) }, "spec-kit")).padStart(3, "0");
  const name = `${number}-${incrementSlug(title)}`;
  return { name, files: featureFiles({ name, title, date }) };
}

function changeDraft(snapshot: IncrementView, root: string, { title, capability }: NewIncrement): Draft {
  const files = changeFiles(title, capability ?? incrementSlug(title));
  return { name: freeName(snapshot, root, title), files };
}

function specDraft(snapshot: IncrementView, root: string, { title }: NewIncrement): Draft {
  return { name: freeName(snapshot, root, title), files: specFiles(title) };
}

/** The name of a folder without a number: one that is taken gets one behind it. */
function freeName({ increments }: IncrementView, root: string, title: string): string {
  const slug = incrementSlug(title);
  let name = slug;
  for (let i = 2; increments.units.has(`${root}/${name}`); i++) name = `${slug}-${i}`;
  return name;
}

/** The first `{{…}}`; the start of the text where there is none. */
export function firstField(text: string): Span {
  const match = /\{\{[^{}\n]+\}\}/.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: 0 };
}

/**
 * `…/increments` of `…/increments/_archive/0047-x`, `specs` of `specs/007-x`, `openspec/changes` of all in `openspec`,
 * `.kiro/specs` of all below it.
 */
function rootOf({ unit, layout }: IncrementUnit): string {
  if (layout === "openspec") return `${/^(?:.*\/)?openspec(?=\/)/.exec(unit)?.[0] ?? "openspec"}/changes`;
  if (layout === "kiro") return /^(?:.*\/)?\.kiro\/specs(?=\/)/.exec(unit)?.[0] ?? FIRST.kiro.root;
  const above = dirname(unit);
  return /(?:^|\/)_[a-z]+$/.test(above) ? dirname(above) : above;
}
