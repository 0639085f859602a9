import { statusKind } from "../../domain/adr.ts";
import { basename, stem } from "../../text/paths.ts";
import { adrAddress } from "../../workspace/adrEdits.ts";
import {
  type Listing,
  type ListingRow,
  listingRow,
  readListing,
  statusWord,
} from "../../workspace/adrListing.ts";
import {
  type AdrCollection,
  type AdrPlace,
  adrName,
  collectionOf,
  isSample,
  isSetAside,
} from "../../workspace/adrs.ts";
import { defineRule, type Fix, replace } from "../rule.ts";

type Data =
  | { readonly kind: "dead"; readonly row: ListingRow; readonly moved: AdrPlace | undefined }
  | { readonly kind: "unlisted"; readonly listing: Listing; readonly missing: readonly AdrPlace[] }
  | { readonly kind: "status"; readonly row: ListingRow; readonly place: AdrPlace };

const GIVEN = {
  "docs/adr/0001-a.md": "# ADR-0001: A\n\n**Status**: Accepted\n**Date**: 2025-01-02\n\n## Decision\n\nA.\n",
  "docs/adr/0003-c.md":
    "# ADR-0003: C\n\n**Status**: Superseded by [ADR-0001](0001-a.md)\n\n## Decision\n\nC.\n",
};

export const indexOutOfDate = defineRule<Data>({
  id: "adr/index-out-of-date",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "The index of a folder of decision records does not match the records.",
  why: `An index that is kept by hand is where people look first, and where a new record is forgotten first.

The rule reads the table or list in the README (or index page) of a folder of records. It reports rows whose file does
not exist, records that no row leads to (once, at the head of the listing, if at least one record is listed), and cells
of a status column that contradict the record. Titles may be worded in another way.

The quick fixes lead a row to the record that has its name under another number, remove it, add the missing rows in the
form of the others, and copy the status.`,
  measured: `4 times in specweave, all right: three dead rows of ten, and 93 records that the index does not list. The other
repositories have no index by hand.`,
  examples: [
    {
      title: "A record that was renumbered",
      path: "docs/adr/README.md",
      given: GIVEN,
      bad: "# Decisions\n\n| ID | Title |\n|----|-------|\n| [ADR-0001](0001-a.md) | A |\n| [ADR-0002](«0002-c.md») | C |\n| [ADR-0003](0003-c.md) | C |\n",
      fix: "Remove the row",
      good: "# Decisions\n\n| ID | Title |\n|----|-------|\n| [ADR-0001](0001-a.md) | A |\n| [ADR-0003](0003-c.md) | C |\n",
    },
    {
      title: "A record that nobody listed",
      path: "docs/adr/README.md",
      given: GIVEN,
      bad: "# Decisions\n\n| «ID» | Title | Status | Date |\n|----|-------|--------|------|\n| [ADR-0003](0003-c.md) | C | Superseded | |\n",
      good: "# Decisions\n\n| ID | Title | Status | Date |\n|----|-------|--------|------|\n| [ADR-0003](0003-c.md) | C | Superseded | |\n| [ADR-0001](0001-a.md) | A | Accepted | 2025-01-02 |\n",
    },
    {
      title: "A status from before",
      path: "docs/adr/README.md",
      given: GIVEN,
      bad: "# Decisions\n\n| ID | Title | Status |\n|----|-------|--------|\n| [ADR-0001](0001-a.md) | A | Accepted |\n| [ADR-0003](0003-c.md) | C | «Accepted» |\n",
      good: "# Decisions\n\n| ID | Title | Status |\n|----|-------|--------|\n| [ADR-0001](0001-a.md) | A | Accepted |\n| [ADR-0003](0003-c.md) | C | Superseded |\n",
    },
    {
      title: "All there",
      path: "docs/adr/README.md",
      given: GIVEN,
      good: "# Decisions\n\n- [ADR-0001](0001-a.md): the letter A\n- [ADR-0003](0003-c.md): C\n\nSee [the template](https://adr.example/t.md).\n",
    },
  ],
  message(data) {
    if (data.kind === "status")
      return `${adrName(data.place.record)} is ${statusWord(data.place).toLowerCase()} by its own page: copy the status`;
    if (data.kind === "dead")
      return data.moved
        ? `There is no such record: link to ${basename(data.moved.path)}, or remove the row`
        : "There is no such record: remove the row, or correct the link";
    const names = data.missing.slice(0, 3).map(({ path }) => basename(path));
    const more = data.missing.length > 3 ? ` and ${data.missing.length - 3} more` : "";
    return `${count(data.missing.length)} not listed: add ${names.join(", ")}${more}`;
  },

  *check({ page, snapshot }) {
    if (page.exports.adr.record?.kind !== "index" || isSetAside(page.path) || isSample(page.path)) return;
    const collection = collectionOf(snapshot.adrs, page.path);
    const listing = collection && readListing(page, snapshot.links);
    if (!collection || !listing) return;
    const listed = new Set(page.exports.links.flatMap(({ url }) => targetsOf(url)));
    const missing = collection.records.filter(
      ({ path }) => !listed.has(basename(path)) && !isListed(listing, path),
    );
    if (missing.length > 0 && missing.length < collection.records.length)
      yield { span: listing.head, data: { kind: "unlisted", listing, missing } };
    for (const row of listing.rows) {
      if (row.target === undefined) {
        yield { span: row.link.destination, data: { kind: "dead", row, moved: movedTo(row, collection) } };
        continue;
      }
      const place = collection.records.find(({ path }) => path === row.target);
      const kind =
        row.status &&
        statusKind(page.text.slice(row.status.start, row.status.end).replace(/^[^\p{L}]+/u, ""));
      const own = place?.record.status;
      if (!place || !row.status || !kind || !own?.kind || own.placeholder || kind === own.kind) continue;
      if (holds(kind) && holds(own.kind)) continue;
      yield { span: row.status, data: { kind: "status", row, place }, severity: "information" };
    }
  },

  fixes({ span, data }, context) {
    if (data.kind === "status")
      return [
        {
          title: "Copy the status",
          changes: [replace(context, span, statusWord(data.place))],
          safety: "review",
          preferred: true,
        },
      ];
    if (data.kind === "unlisted") {
      const { listing, missing } = data;
      const rows = missing.map((place) => `\n${listingRow(listing, context.page.path, place)}`).join("");
      return [
        {
          title: `Add ${missing.length === 1 ? "the row" : `${missing.length} rows`}`,
          changes: [replace(context, { start: listing.end, end: listing.end }, rows)],
          safety: "review",
          preferred: true,
        },
      ];
    }
    const { row, moved } = data;
    const { text, path } = context.page;
    const end = text[row.span.end] === "\n" ? row.span.end + 1 : row.span.end;
    const fixes: Fix[] = [
      {
        title: "Remove the row",
        changes: [replace(context, { start: row.span.start, end }, "")],
        safety: "review",
      },
    ];
    if (moved)
      fixes.unshift({
        title: `Link to ${basename(moved.path)}`,
        changes: [replace(context, row.link.destination, adrAddress(path, moved.path))],
        safety: "review",
        preferred: true,
      });
    return fixes;
  },
});

function count(records: number): string {
  return records === 1 ? "One record is" : `${records} records are`;
}

function holds(kind: string): boolean {
  return kind === "accepted" || kind === "implemented";
}

function targetsOf(url: string): string[] {
  return /^[a-z][a-z+.-]*:/i.test(url) ? [] : [basename(url.replace(/[?#].*$/, ""))];
}

function isListed(listing: Listing, path: string): boolean {
  return listing.rows.some(({ target }) => target === path);
}

/** The record with the same name under another number. */
function movedTo({ link }: ListingRow, { records }: AdrCollection): AdrPlace | undefined {
  const wanted = bare(stem(basename(link.url.replace(/[?#].*$/, ""))));
  const same = records.filter(({ path }) => bare(stem(path)) === wanted);
  return wanted !== "" && same.length === 1 ? same[0] : undefined;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/^(?:adr)?[-_]?[\d-]+[-_]?/, "");
}
