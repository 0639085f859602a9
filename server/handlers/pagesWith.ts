/** Looks for pages by their texts. */
import { isMarkdown, type ReadPage, type Snapshot } from "../../glossary/index.ts";
import type { ReadNow } from "../edits.ts";
import type { Slices } from "../slices.ts";

/** What is looked for: some pages, and all whose texts fit. */
export interface Wanted {
  readonly paths: readonly string[];
  readonly search: RegExp | undefined;
}

/**
 * The pages that are wanted, open or not: each is read when the one
 * before has been dealt with, so that thousands of texts are never in memory at once.
 */
export async function* pagesWith(
  read: ReadNow,
  { pages }: Snapshot,
  { paths, search }: Wanted,
  slices: Slices,
): AsyncGenerator<ReadPage> {
  const known = new Set(paths);
  for (const path of known) {
    await slices.next();
    const page = await read(path);
    if (page) yield page;
  }
  if (!search) return;
  for (const path of pages.keys()) {
    if (known.has(path) || !isMarkdown(path)) continue;
    await slices.next();
    const page = await read(path, search);
    if (page) yield page;
  }
}
