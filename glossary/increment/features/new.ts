/** New increments: where they go, what they are called, and their files. */

import { ancestors, dirname } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import { isArchived } from "../../workspace/archived.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import { isSample } from "../../workspace/samples.ts";
import type { IncrementView } from "../index/view.ts";
import type { File, Layout, NewIncrement, Wanted } from "../layouts/layout.ts";
import { layoutOf } from "../layouts/layouts.ts";
import { LAYOUTS } from "../layouts/list.ts";
import type { Increment } from "../model/increment.ts";

export interface NewIncrementResult {
  /** The page that the author begins with. */
  readonly path: string;
  readonly text: string;
  readonly changes: readonly FileChange[];
  /** The first field to fill in, in that page. */
  readonly field: Span;
}

/** The folder that a new increment goes to: that of the others nearest to `from`. */
export function incrementsRoot(view: IncrementView, from: string, layout: Layout = LAYOUTS[0]): string {
  const above = ancestors(dirname(from));
  const near = (root: string) =>
    Math.min(
      ...ancestors(root)
        .map((one) => above.indexOf(one))
        .filter((at) => at >= 0),
    );
  const [nearest] = rootsOf(view, layout).sort((a, b) => near(a) - near(b) || (a < b ? -1 : 1));
  if (nearest !== undefined) return nearest;
  return (layout.first.find(({ sign }) => view.links.folders.has(sign)) ?? layout.first[0]).root;
}

/** The layouts that a new increment may have: that of the increments around `from`, else those in use, else the usual one. */
export function layoutsFor(view: IncrementView, from: string): readonly Layout[] {
  const all = LAYOUTS.filter(
    (layout) =>
      rootsOf(view, layout).length > 0 || layout.first.some(({ sign }) => view.links.folders.has(sign)),
  );
  const around = all.filter((layout) =>
    [...layout.first.map(({ root }) => root), ...rootsOf(view, layout)].some((root) =>
      `${from}/`.startsWith(`${root}/`),
    ),
  );
  if (around.length === 1) return around;
  return all.length > 0 ? all : [LAYOUTS[0]];
}

/** The folders that hold increments of a layout; samples and what is archived do not count. */
function rootsOf({ increments }: IncrementView, layout: Layout): string[] {
  const roots = new Set<string>();
  for (const one of increments.units.values())
    if (one.layout === layout.id) roots.add(layout.rootOf(one.unit));
  return [...roots].filter(
    (root) =>
      !isArchived(`${root}/x`) &&
      (layout.anywhere || !(isSample(`${root}/x`) || `/${root}/`.includes("/.specweave/"))),
  );
}

/**
 * The changes that make a new increment in `root`. `configuration` is the text of the page that its layout names for it;
 * `undefined` where there is none.
 */
export function newIncrement(
  view: IncrementView,
  root: string,
  layout: Layout,
  wanted: NewIncrement,
  configuration: string | undefined,
): NewIncrementResult {
  const title = wanted.title.replace(/\s+/g, " ").trim();
  const files = layout.draft({ ...wanted, title }, { view, root, configuration });
  const pathOf = ([file]: File) => `${root}/${file}`;
  const [first] = files;
  return {
    path: pathOf(first),
    text: first[1],
    changes: files.map((file): FileChange => ({ kind: "create", path: pathOf(file), text: file[1] })),
    field: firstField(first[1]),
  };
}

/** The page with what holds for increments like this one; `undefined` where its layout has none. */
export function configurationFor(view: IncrementView, increment: Increment): string | undefined {
  const layout = layoutOf(increment);
  return layout.configurationOf?.(incrementsRoot(view, `${increment.unit}/x`, layout));
}

/** A new story of an increment; `configuration` is the text of that page. */
export function newStory(
  view: IncrementView,
  increment: Increment,
  configuration: string | undefined,
): Extract<Wanted, { what: "story" }> {
  return { what: "story", project: layoutOf(increment).projectOf?.(view, configuration) };
}

/** The first `{{…}}`; the start of the text where there is none. */
export function firstField(text: string): Span {
  const match = /\{\{[^{}\n]+\}\}/.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: 0 };
}
