/** From the text of a file to a page. */
import { type ClosedPage, DOMAINS, FILES, type Page, type ReadPage } from "./domains.ts";
import type { Facts, Reader } from "./markdown/facts.ts";
import { NO_MATTER, readMatter } from "./markdown/matter.ts";
import { readFile } from "./markdown/page.ts";
import { MDX_READERS } from "./markdown/readers.ts";
import { hash } from "./text/hash.ts";
import { lineStarts, newlineOf } from "./text/lines.ts";
import { isMdx } from "./text/paths.ts";
import { type ExportSource, readCoreExports } from "./workspace/exports.ts";
import type { Settings } from "./workspace/settings/settings.ts";

/** What a text holds, and whether it is Markdown. */
interface Source extends ExportSource {
  readonly markdown: boolean;
}

/** A page as the settings want it to be read. */
export function readPage(source: Source, settings: Settings): ReadPage {
  return pageOf(source, readExports(source, settings));
}

/** All pages have the same properties in the same order: code on objects of one shape is faster. */
export function pageOf(
  { path, text, facts, sections, matter, markdown }: Source,
  exports: Page["exports"],
): ReadPage {
  return {
    path,
    text,
    facts,
    sections,
    matter,
    markdown,
    lines: lineStarts(text),
    newline: newlineOf(text),
    exports,
  };
}

/** What the page says in all domains. So with their exports: the names stand in the order of the domains. */
function readExports(source: ExportSource, settings: Settings): Page["exports"] {
  const exports = readCoreExports(source) as Page["exports"];
  const said = exports as unknown as Record<string, unknown>;
  for (const domain of DOMAINS) if (domain.read) said[domain.name] = domain.read(source, settings, exports);
  return exports;
}

/** A file that nobody edits, read without looking for sections. */
export function readWhole(path: string, text: string, readers: readonly Reader[]): Source {
  const other = factsOfOther(path, text);
  if (other) return { path, text, facts: other, matter: NO_MATTER, markdown: false };
  const mdx = isMdx(path);
  const { facts, matter } = readFile(text, mdx ? MDX_READERS : readers, mdx);
  return { path, text, facts, matter: readMatter(text, matter), markdown: true };
}

/** What is known of a file that is no Markdown; `undefined` for Markdown, whatever it is called. */
function factsOfOther(path: string, text: string): Facts | undefined {
  for (const { kind } of FILES) if (kind.as === "page" && kind.is(path)) return kind.facts?.(text);
  return undefined;
}

/** What is kept of a page whose text is not at hand. */
export function closed({ path, lines, newline, text, exports }: ReadPage): ClosedPage {
  return { path, lines, newline, stamp: hash(text), exports };
}
