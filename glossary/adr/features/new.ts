/** New decision records: where they go, what they are called, and the row they get in the index. */

import { ancestors, basename, dirname } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import { type FileChange, inLineEnds } from "../../workspace/fileChange.ts";
import { isSample, isSetAside } from "../../workspace/samples.ts";
import { adrLink, adrSlug, slugLink } from "../edits/edits.ts";
import { emptyListing } from "../edits/generated.ts";
import { listingRow, newRow, readListing } from "../edits/listing.ts";
import { nextDigits } from "../edits/numbers.ts";
import type { AdrCollection, AdrPlace } from "../index/adrs.ts";
import type { PlacedAdr } from "../index/positions.ts";
import type { AdrTool } from "../index/tools.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import { type AdrTemplate, draftText, templateOf } from "./templates.ts";

/** A folder in which records are kept, and how. */
export interface AdrFolder {
  readonly folder: string;
  readonly count: number;
  /** The style that fits the records there; `undefined` where there are none, or in a style of their own. */
  readonly template: AdrTemplate | undefined;
  /** The page that lists them. */
  readonly indexes: readonly string[];
}

const FIRST_FOLDER = "docs/adr";
const SPECWEAVE_FOLDER = ".specweave/docs/internal/architecture/adr";

/** The folders that a new record may go to, the one nearest to `from` first. */
export function adrFolders({ adrs, pages, settings }: AdrView, from: string): AdrFolder[] {
  const above = ancestors(dirname(from));
  const near = (folder: string) =>
    Math.min(
      ...ancestors(folder)
        .map((one) => above.indexOf(one))
        .filter((at) => at >= 0),
    );
  const own = [...adrs.collections.values()].filter(
    ({ folder, style }) =>
      !isSetAside(`${folder}/x`) &&
      !isSample(`${folder}/x`) &&
      basename(folder) !== "template" &&
      // Proposals have templates of their own.
      style !== "kep" &&
      style !== "rfc",
  );
  if (own.length === 0) {
    const [tool] = adrs.tools.filter(({ folders }) => folders.length > 0);
    const named = settings.adrFiles.map(folderOf).find((one) => one !== "") ?? tool?.folders[0];
    if (named !== undefined)
      return [{ folder: named, count: 0, template: tool && TOOL_TEMPLATES[tool.tool], indexes: [] }];
    const folder = [...pages.keys()].some((path) => path.startsWith(".specweave/"))
      ? SPECWEAVE_FOLDER
      : FIRST_FOLDER;
    return [
      { folder, count: 0, template: folder === SPECWEAVE_FOLDER ? "specweave" : undefined, indexes: [] },
    ];
  }
  return own
    .sort(
      (a, b) =>
        near(a.folder) - near(b.folder) ||
        b.records.length - a.records.length ||
        (a.folder < b.folder ? -1 : 1),
    )
    .map(({ folder, records, style, indexes }) => ({
      folder,
      count: records.length,
      template: templateOf(style),
      indexes,
    }));
}

/** The template that a tool brings along, or the one that is most like it. */
const TOOL_TEMPLATES: Readonly<Record<AdrTool["tool"], AdrTemplate>> = {
  "adr-tools": "nygard",
  adr: "nygard",
  log4brains: "madr-minimal",
};

/** The folder that a pattern names, without what is left to be matched: `docs/choices` of `docs/choices/*.md`. */
function folderOf(pattern: string): string {
  const segments = pattern.replace(/^(?:\.?\/)+|(?<!\/)\/+$/g, "").split("/");
  const open = segments.findIndex((one) => /[*?{}[\]!]|\.mdx?$/.test(one));
  return (open < 0 ? segments : segments.slice(0, open)).join("/");
}

export interface NewAdr {
  readonly title: string;
  readonly template: AdrTemplate;
  readonly folder: string;
  /** `2025-01-31` */
  readonly date: string;
  readonly supersedes: readonly AdrPlace[];
}

export interface NewAdrResult {
  readonly path: string;
  readonly text: string;
  readonly changes: readonly FileChange[];
  /** The first field to fill in, in the new file. */
  readonly field: Span;
  readonly place: PlacedAdr;
}

/** The changes that make a new record: its file, and its row in the pages that list records, `indexes`. */
export function newAdr(snapshot: AdrView, wanted: NewAdr, indexes: readonly ReadPage[]): NewAdrResult {
  const { title, folder, template, date } = wanted;
  const collection = snapshot.adrs.collections.get(folder);
  const tool = snapshot.adrs.tools.find(({ folders }) => folders.includes(folder));
  const dated = tool?.tool === "log4brains";
  const digits = dated ? "" : nextDigits(collection, tool?.digits);
  const path = freePath(snapshot, folder, fileName(collection, digits, title, date, tool));
  const supersedes = wanted.supersedes.map((place) =>
    dated ? slugLink(snapshot.adrs, path, place) : adrLink(path, place),
  );
  const text = draftText(template, { title, digits, date, supersedes, tool: tool?.tool });
  const place: PlacedAdr = { path, record: draftRecord(title, digits, date) };
  const changes: FileChange[] = [{ kind: "create", path, text }, ...rowChanges(snapshot, indexes, place)];
  return { path, text, changes: inLineEnds(snapshot, changes), field: firstField(text), place };
}

/** A row for a record in each index that lists some, in the form of the others; a list that is empty is begun in the first index. */
export function rowChanges(snapshot: AdrView, indexes: readonly ReadPage[], place: AdrPlace): FileChange[] {
  return indexes.flatMap((index, at): FileChange[] => {
    const listing = readListing(index, snapshot.links) ?? (at === 0 ? emptyListing(index) : undefined);
    if (!listing) return [];
    const row = listingRow(listing, index, place, snapshot.adrs);
    return [{ kind: "edit", path: index.path, edits: [newRow(listing, row)] }];
  });
}

function fileName(
  collection: AdrCollection | undefined,
  digits: string,
  title: string,
  date: string,
  tool: AdrTool | undefined,
): string {
  const name = adrSlug(title);
  const [model] = collection?.records ?? [];
  const own = model ? basename(model.path) : "";
  if (digits === "") {
    const compact =
      tool?.tool === "log4brains" ||
      /^\d{8}-/.test(own) ||
      /^\d{8}-/.test(basename(dirname(model?.path ?? "")));
    const stamp = compact ? date.replaceAll("-", "") : date;
    return /^(?:readme|index)\./i.test(own) ? `${stamp}-${name}/${own}` : `${stamp}-${name}.md`;
  }
  const prefix = (model ? /^adr[-_]?/i.exec(own)?.[0] : tool?.prefix) ?? "";
  return /^(?:readme|index)\./i.test(own) ? `${digits}-${name}/${own}` : `${prefix}${digits}-${name}.md`;
}

function freePath({ pages }: AdrView, folder: string, file: string): string {
  const base = folder === "" ? file : `${folder}/${file}`;
  for (let i = 1; ; i++) {
    const path = i === 1 ? base : base.replace(/(\/[^/]*\.md|\.md)$/, `-${i}$1`);
    if (!pages.has(path)) return path;
  }
}

/** What will be known of a record once it has been written. */
function draftRecord(title: string, digits: string, date: string): PlacedAdr["record"] {
  const nowhere = { start: 0, end: 0 };
  return {
    kind: "record",
    role: undefined,
    id: digits === "" ? undefined : { key: String(Number(digits)), digits },
    title,
    titleSpan: nowhere,
    below: 0,
    status: {
      text: "Proposed",
      word: "proposed",
      kind: "proposed",
      span: nowhere,
      place: "line",
      placeholder: false,
    },
    date,
    style: "free-form",
    relations: [],
    meanings: [],
    decision: "",
  };
}

/** The first `{…}` below the title, without what comes before the text proper. */
function firstField(text: string): Span {
  const from = Math.max(0, text.search(/^## (?!Status)/m));
  const match = /\{[^{}\n]+\}/.exec(text.slice(from));
  return match
    ? { start: from + match.index, end: from + match.index + match[0].length }
    : { start: 0, end: 0 };
}
