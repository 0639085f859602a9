/** What the page around a query says of it: that its table is a view, that the SQL is only shown. */
import { bySection } from "../../markdown/bySection.ts";
import { firstFrom } from "../../text/span.ts";
import { tableKey } from "../model/names.ts";
import type { Page, QueryView, ReadPage } from "./view.ts";

const MENTION =
  /`([A-Za-z_][\w.]{1,80})`\s+(?:\w+\s+){0,2}views?\b|\b(?:views?|materiali[sz]ed view)\s+`([A-Za-z_][\w.]{1,80})`/gi;
/** A line that leads in to a list of views: “**Views** (T076):” */
const LIST =
  /^[^\n`]{0,40}\bviews?\b[^\n`]{0,40}:\**[ \t]*\r?\n(?:[ \t]*\r?\n)?((?:[ \t]*[-*+|][^\n]*\n?){1,60})/gim;

const namedOn = bySection<undefined, string>(
  ({ text }) => {
    if (!/\bviews?\b/i.test(text)) return [];
    const mentioned = [...text.matchAll(MENTION)].map((match) => (match[1] ?? match[2]) as string);
    const listed = [...text.matchAll(LIST)].flatMap(([, list = ""]) =>
      [...list.matchAll(/^[ \t]*[-*+|][ \t]*(?:\*\*)?`([A-Za-z_][\w.]{1,80})`/gm)].map(
        (match) => match[1] as string,
      ),
    );
    return [...mentioned, ...listed].map(tableKey);
  },
  (name) => name,
);

/** The keys of the tables that a page calls views (see `tableKey`). */
export function viewsNamedOn(page: ReadPage): ReadonlySet<string> {
  return new Set(namedOn(page, undefined));
}

const VIEWS = /\bviews\b/i;

/** True for a place below a heading about views: “Analytics SQL Views”. */
export function isBelowViews({ facts: { headings } }: ReadPage, at: number): boolean {
  let depth = 7;
  for (let i = firstFrom(headings, at) - 1; i >= 0 && depth > 1; i--) {
    const heading = headings[i];
    if (!heading || heading.depth >= depth) continue;
    depth = heading.depth;
    if (VIEWS.test(heading.text)) return true;
  }
  return false;
}

/** What has been looked through for an index. */
export interface Looked {
  readonly increment: boolean;
  /** How many files declare tables or indexes. */
  readonly files: number;
}

const COUNTS = new WeakMap<QueryView["schemas"], number>();

/** What counts for a page. */
export function lookedThrough({ exports }: Page, { schemas }: QueryView): Looked {
  let files = COUNTS.get(schemas);
  if (files === undefined) {
    files = [...schemas.values()].filter((texts) => texts.length > 0).length;
    COUNTS.set(schemas, files);
  }
  return { increment: exports.increment?.place !== undefined, files };
}
