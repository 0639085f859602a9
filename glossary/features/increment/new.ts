/** New increments: where they go, what they are called, and their files. */
import { isArchived } from "../../domain/archived.ts";
import type { IncrementDefaults } from "../../domain/increment/configuration.ts";
import { ancestors, dirname } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import { incrementSlug } from "../../workspace/incrementName.ts";
import { type IncrementFolder, nextNumber } from "../../workspace/increments.ts";
import type { Snapshot } from "../../workspace/workspace.ts";
import { incrementFiles } from "./templates.ts";

const FIRST_ROOT = ".specweave/increments";

export interface NewIncrement {
  readonly title: string;
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
export function incrementsRoot({ increments }: Snapshot, from: string): string {
  const above = ancestors(dirname(from));
  const near = (root: string) =>
    Math.min(
      ...ancestors(root)
        .map((one) => above.indexOf(one))
        .filter((at) => at >= 0),
    );
  const roots = new Set(
    [...increments.folders.values()]
      .filter(({ layout }) => layout === "specweave")
      .map(rootOf)
      .filter((root) => !isArchived(`${root}/x`)),
  );
  const [nearest] = [...roots].sort((a, b) => near(a) - near(b) || (a < b ? -1 : 1));
  return nearest ?? FIRST_ROOT;
}

/** The folder of SpecWeave's configuration for the increments in `root`. */
export function configurationFor(root: string): string {
  return `${dirname(root)}${dirname(root) === "" ? "" : "/"}config.json`;
}

/** The changes that make a new increment, with the number after the highest of live, archived and abandoned ones. */
export function newIncrement(
  snapshot: Snapshot,
  root: string,
  wanted: NewIncrement,
  defaults: IncrementDefaults,
): NewIncrementResult {
  const title = wanted.title.replace(/\s+/g, " ").trim();
  const beside = dirname(root);
  const siblings = [...snapshot.increments.folders].filter(
    ([folder]) => beside === "" || folder.startsWith(`${beside}/`),
  );
  const number = String(nextNumber({ folders: new Map(siblings) })).padStart(4, "0");
  const name = `${number}-${incrementSlug(title)}`;
  const { testMode, coverageTarget } = defaults;
  const project = wanted.project ?? defaults.project;
  const files = incrementFiles({ ...wanted, title, name, project, testMode, coverageTarget });
  const changes = files.map(
    ([file, text]): FileChange => ({ kind: "create", path: `${root}/${name}/${file}`, text }),
  );
  const [[file, text]] = files as [readonly [string, string]];
  return { path: `${root}/${name}/${file}`, text, changes, field: firstField(text) };
}

/** The first `{{…}}`; the start of the text where there is none. */
export function firstField(text: string): Span {
  const match = /\{\{[^{}\n]+\}\}/.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: 0 };
}

/** `…/increments` of `…/increments/_archive/0047-x`. */
function rootOf({ folder }: IncrementFolder): string {
  const above = dirname(folder);
  return /(?:^|\/)_[a-z]+$/.test(above) ? dirname(above) : above;
}
