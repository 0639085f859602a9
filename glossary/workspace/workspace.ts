/** A workspace folder as the engine sees it: its pages, and what follows from all of them together. */

import type { AdrIndex } from "../adr/index/adrs.ts";
import type { IncrementIndex } from "../increment/model/increment.ts";
import type { Facts, Section } from "../markdown/facts.ts";
import type { Matter } from "../markdown/matter.ts";
import type { SchemaText } from "../query/model/declared.ts";
import type { ReadSql } from "../query/model/parse.ts";
import type { Glossary } from "../terms/index/glossary.ts";
import type { Matcher } from "../terms/index/matcher.ts";
import type { LineStarts } from "../text/lines.ts";
import type { Exports } from "./exports.ts";
import type { LinkSpace } from "./links/links.ts";
import type { Settings } from "./settings/settings.ts";

/** A Markdown file. Of closed files only what others can see is kept. */
export interface Page {
  readonly path: string;
  readonly lines: LineStarts;
  readonly exports: Exports;
}

/** A page whose text is at hand. */
export interface ReadPage extends Page {
  readonly text: string;
  /** Spans are relative to the file. */
  readonly facts: Facts;
  /** Of an open page the sections that the facts are put together from. */
  readonly sections?: readonly Section[] | undefined;
  readonly matter: Matter;
}

/** One state of the workspace; nothing in it changes. */
export interface Snapshot {
  readonly revision: number;
  readonly pages: ReadonlyMap<string, Page>;
  readonly glossary: Glossary;
  readonly matcher: Matcher;
  readonly links: LinkSpace;
  readonly adrs: AdrIndex;
  readonly increments: IncrementIndex;
  /** The tables and indexes that files of a database schema declare, by path. */
  readonly schemas: ReadonlyMap<string, readonly SchemaText[]>;
  /** Reads SQL; `undefined` until the host has brought a parser in. */
  readonly sql: ReadSql | undefined;
  readonly settings: Settings;
  /** False until every file has been read: until then nothing may be called absent. */
  readonly complete: boolean;
  /** The starter glossary, for a workspace that has no glossary of its own; read when first asked for. */
  readonly starter: (() => Snapshot) | undefined;
}

/** True for a page whose text is at hand. */
export function isRead(page: Page | undefined): page is ReadPage {
  return page !== undefined && "text" in page;
}
