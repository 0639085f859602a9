/** Pages of increments for tests: read as closed pages are, and as open ones are. */
import { readIncrement } from "../../glossary/increment/layouts/read.ts";
import type { IncrementPage } from "../../glossary/increment/model/index.ts";
import { readMatter } from "../../glossary/markdown/matter.ts";
import { absoluteFacts, readFile, readSections } from "../../glossary/markdown/page.ts";
import { READERS } from "../../glossary/markdown/readers.ts";
import type { Span } from "../../glossary/text/span.ts";

export const FOLDER = ".specweave/increments/0012-search";

/** Reads a page of increment 12; `file` is its name there, or a path of its own. */
export function readPage(file: string, text: string): IncrementPage {
  const path = file.includes("/") ? file : `${FOLDER}/${file}`;
  const { matter, facts } = readFile(text, READERS);
  const page = readIncrement({ path, text, facts, matter: readMatter(text, matter) });
  if (!page) throw new Error(`${path} is no page of an increment`);
  return page;
}

/** The same, by sections. */
export function readOpen(file: string, text: string): IncrementPage | undefined {
  const path = file.includes("/") ? file : `${FOLDER}/${file}`;
  const sections = readSections(text, READERS);
  const matter = readMatter(text, sections.matter);
  return readIncrement({ path, text, facts: absoluteFacts(sections), sections: sections.sections, matter });
}

/** The text of a span; "" where there is none. */
export function cut(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : "";
}
