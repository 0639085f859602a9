/** A workspace folder as every domain sees it: its pages, where links lead, and the settings. */

import type { Facts, Section } from "../markdown/facts.ts";
import type { Matter } from "../markdown/matter.ts";
import { hash } from "../text/hash.ts";
import type { LineStarts, Newline } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { CoreExports } from "./exports.ts";
import type { LinkSpace } from "./links/links.ts";
import type { Settings } from "./settings/settings.ts";

/** A file with text, and `Said`: what it says to other pages in each domain. Of closed files only that is kept. */
export interface Page<Said = unknown> {
  readonly path: string;
  readonly lines: LineStarts;
  readonly newline: Newline;
  readonly exports: CoreExports & Said;
}

/** A page of which the text is not kept. */
export interface ClosedPage<Said = unknown> extends Page<Said> {
  /** The hash of its text: what has been worked out holds as long as the file has the same. */
  readonly stamp: number;
}

/** A page whose text is at hand. */
export interface ReadPage<Said = unknown> extends Page<Said> {
  readonly text: string;
  /** Spans are relative to the file. */
  readonly facts: Facts;
  /** Of an open page the sections that the facts are put together from. */
  readonly sections?: readonly Section[] | undefined;
  readonly matter: Matter;
  /** False for YAML and JSON, of which there are no facts but comments. */
  readonly markdown: boolean;
}

/**
 * What every domain sees of one state of the workspace; nothing in it changes. A domain adds its own index, and says in
 * `Said` what it asks pages for; functions take the view that they need.
 */
export interface CoreView<Said = unknown> {
  readonly revision: number;
  readonly pages: ReadonlyMap<string, Page<Said>>;
  readonly links: LinkSpace;
  readonly settings: Settings;
  /** False until every file has been read: until then nothing may be called absent. */
  readonly complete: boolean;
  /** True for a span of a page that a domain has taken for its own: it says nothing in the others. */
  isTaken(page: Page, span: Span): boolean;
}

/** What the pages of a view say. */
export type SaidIn<View extends CoreView> = View extends CoreView<infer Said> ? Said : never;

/** True where a page was read from this text. */
export function isOf(page: Page | ClosedPage, text: string): boolean {
  if (isRead(page)) return page.text === text;
  return "stamp" in page && page.stamp === hash(text);
}

/** True for a page whose text is at hand. */
export function isRead<Said>(page: Page<Said> | undefined): page is ReadPage<Said> {
  return page !== undefined && "text" in page;
}
