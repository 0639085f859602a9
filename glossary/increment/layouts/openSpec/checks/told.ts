/** What a check of OpenSpec's pages tells a rule. */

import { type LineStarts, positionAt } from "../../../../text/lines.ts";
import type { Edit, Span } from "../../../../text/span.ts";
import type { FileChange } from "../../../../workspace/fileChange.ts";
import type { Severity } from "../../../../workspace/settings/settings.ts";
import { isActive } from "../../../index/active.ts";
import { incrementOf } from "../../../index/increments.ts";
import type { IncrementView, Page, ReadPage } from "../../../index/view.ts";
import type { Increment } from "../../../model/increment.ts";
import type { Line } from "../lines.ts";
import { type OpenSpecPage, openSpecPage } from "../page.ts";

export interface Mend {
  readonly title: string;
  readonly changes: readonly FileChange[];
  readonly safety: "safe" | "review";
  readonly preferred?: boolean;
}

/** What message and fixes need to know. */
export interface Telling {
  readonly text: string;
  readonly mends: () => readonly Mend[];
}

export interface Told {
  readonly span: Span;
  readonly data: Telling;
  readonly severity?: Severity;
  readonly related?: readonly { readonly path: string; readonly span: Span; readonly message: string }[];
}

export type Check = (page: ReadPage, view: IncrementView) => Iterable<Told>;

const NOTHING = () => [];

export function told(
  span: Span,
  text: string,
  more: Omit<Told, "span" | "data"> & { readonly mends?: Telling["mends"] } = {},
): Told {
  const { mends = NOTHING, ...rest } = more;
  return { span, data: { text, mends }, ...rest };
}

/** The one fix that is right unless the author knows better. */
export function mend(
  title: string,
  changes: readonly FileChange[],
  safety: Mend["safety"] = "review",
): readonly Mend[] {
  return [{ title, changes, safety, preferred: true }];
}

export function edited({ path }: Pick<Page, "path">, ...edits: readonly Edit[]): FileChange[] {
  return [{ kind: "edit", path, edits }];
}

/** What a page says to OpenSpec, as long as somebody works on it. */
export function ownOf(
  page: Pick<Page, "exports">,
  { increments }: IncrementView,
): { readonly own: OpenSpecPage; readonly increment: Increment } | undefined {
  const own = openSpecPage(page.exports.increment);
  const increment = own && incrementOf(increments, page);
  return own && increment && isActive(increment) ? { own, increment } : undefined;
}

/** Puts lines behind the line of this index, with the line ends of the page to come. */
export function linesBehind(
  { lines: starts, text }: { readonly lines: LineStarts; readonly text: string },
  lines: readonly Line[],
  index: number,
  added: readonly string[],
): Edit {
  const line = lines[index] as Line;
  const next = starts[positionAt(starts, line.start).line + 1];
  if (next !== undefined) return { span: { start: next, end: next }, text: `${added.join("\n")}\n` };
  return { span: { start: text.length, end: text.length }, text: `\n${added.join("\n")}\n` };
}

/** Exchanges what stands before a column of a line. */
export function lead({ start }: Line, length: number, text: string): Edit {
  return { span: { start, end: start + length }, text };
}

/** `1 requirement`, `2 requirements` */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** “A”, “B” and “C”; no more than five. */
export function listed(names: readonly string[]): string {
  const all = names.slice(0, 5).map((name) => `“${name}”`);
  if (names.length > 5) all.push(`${names.length - 5} more`);
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
