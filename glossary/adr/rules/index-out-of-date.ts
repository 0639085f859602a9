import { defineRule, type Fix, type RuleContext, replace } from "../../rule/rule.ts";
import { lineEnd } from "../../text/lines.ts";
import { basename, stem } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import { isSample, isSetAside } from "../../workspace/samples.ts";
import { adrAddress } from "../edits/edits.ts";
import { generatedPart, isStale, regenerated } from "../edits/generated.ts";
import { type Listing, type ListingRow, listingRow, readListing, statusWord } from "../edits/listing.ts";
import { type AdrCollection, type AdrPlace, adrName, collectionOf } from "../index/adrs.ts";
import type { AdrView, ReadPage } from "../index/view.ts";

type Data = (
  | { readonly kind: "dead"; readonly row: ListingRow; readonly moved: AdrPlace | undefined }
  | { readonly kind: "unlisted"; readonly missing: readonly AdrPlace[] }
  | { readonly kind: "status"; readonly row: ListingRow; readonly place: AdrPlace }
) &
  Index;

/** The index, as far as it can be read. */
interface Index {
  readonly listing: Listing | undefined;
  /** Where a tool writes it. */
  readonly part: Span | undefined;
  readonly records: readonly AdrPlace[];
}

const GIVEN = {
  "docs/adr/0001-a.md": "# ADR-0001: A\n\n**Status**: Accepted\n**Date**: 2025-01-02\n\n## Decision\n\nA.\n",
  "docs/adr/0003-c.md":
    "# ADR-0003: C\n\n**Status**: Superseded by [ADR-0001](0001-a.md)\n\n## Decision\n\nC.\n",
};

export const indexOutOfDate = defineRule<Data, AdrView>({
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
form of the others, and copy the status. Where the list stands between two comments, such as
\`<!-- adrlog -->\` and \`<!-- adrlogstop -->\`, it is rewritten between them: rows that are right stay as they are.`,
  measured: `4 times in specweave, all right: three dead rows of ten, and 93 records that the index does not list. The other
repositories have no index by hand.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 5, all right.`,
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
      title: "Columns with other names",
      path: "docs/adr/README.md",
      given: GIVEN,
      bad: "# Decisions\n\n| «What» | Status |\n|----|--------|\n| [C](0003-c.md) | Superseded |\n",
      good: "# Decisions\n\n| What | Status |\n|----|--------|\n| [C](0003-c.md) | Superseded |\n| [A](0001-a.md) | Accepted |\n",
    },
    {
      title: "A status from before",
      path: "docs/adr/README.md",
      given: GIVEN,
      bad: "# Decisions\n\n| ID | Title | Status |\n|----|-------|--------|\n| [ADR-0001](0001-a.md) | A | Accepted |\n| [ADR-0003](0003-c.md) | C | «Accepted» |\n",
      good: "# Decisions\n\n| ID | Title | Status |\n|----|-------|--------|\n| [ADR-0001](0001-a.md) | A | Accepted |\n| [ADR-0003](0003-c.md) | C | Superseded |\n",
    },
    {
      title: "A generated list",
      path: "docs/adr/README.md",
      given: GIVEN,
      bad: "# Decisions\n\n<!-- adrlog -->\n\n* [C](0003-c.md), after all\n* [B](«0002-b.md»)\n* [A](0001-a.md)\n\n<!-- adrlogstop -->\n\nAsk us.\n",
      fix: "Rewrite the list between the comments",
      good: "# Decisions\n\n<!-- adrlog -->\n\n* [C](0003-c.md), after all\n* [A](0001-a.md)\n\n<!-- adrlogstop -->\n\nAsk us.\n",
    },
    {
      title: "A generated list that was never written",
      path: "docs/adr/README.md",
      given: GIVEN,
      bad: "# Decisions\n\n«<!-- adr-list -->»\n<!-- /adr-list -->\n",
      good: "# Decisions\n\n<!-- adr-list -->\n\n- [ADR-0001: A](0001-a.md)\n- [ADR-0003: C](0003-c.md)\n\n<!-- /adr-list -->\n",
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
      return `${adrName(data.place.record)} is ${statusWord(data.place).toLowerCase()} according to its own page: copy the status`;
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
    const generated = collection && generatedPart(page);
    if (!collection || !(listing || generated)) return;
    const { records } = collection;
    const part = generated && (!listing || isWithin(listing.head, generated)) ? generated : undefined;
    const index: Index = { listing, part, records };
    const rows = listing?.rows ?? [];
    const listed = new Set(page.exports.links.flatMap(({ url }) => targetsOf(url)));
    const meant = new Set(rows.flatMap((row) => row.target ?? movedTo(row, collection)?.path ?? []));
    const missing = records.filter(({ path }) => !listed.has(basename(path)) && !meant.has(path));
    // A list that names none of them may be about something else, unless it says that it is generated.
    const all = part !== undefined || (missing.length < records.length && !isMap(page, rows, collection));
    if (missing.length > 0 && all)
      yield { span: headOf(index, page.text), data: { kind: "unlisted", missing, ...index } };
    for (const row of rows) {
      if (row.target === undefined) {
        const moved = movedTo(row, collection);
        yield { span: row.link.destination, data: { kind: "dead", row, moved, ...index } };
        continue;
      }
      const place = records.find(({ path }) => path === row.target);
      if (place && row.status && isStale(page.text, row, place))
        yield {
          span: row.status,
          data: { kind: "status", row, place, ...index },
          severity: "information",
        };
    }
  },

  fixes({ span, data }, context) {
    const { part, listing, records } = data;
    const edit = part && regenerated(context.page, part, listing, records, context.snapshot.adrs);
    const rewrite: Fix[] = edit
      ? [
          {
            title: "Rewrite the list between the comments",
            changes: [replace(context, edit.span, edit.text)],
            safety: "review",
            preferred: true,
          },
        ]
      : [];
    return [...rewrite, ...singleFixes(data, span, context, edit === undefined)];
  },
});

function singleFixes(data: Data, span: Span, context: RuleContext<AdrView>, preferred: boolean): Fix[] {
  const { page } = context;
  if (data.kind === "status")
    return [
      {
        title: "Copy the status",
        changes: [replace(context, span, statusWord(data.place))],
        safety: "review",
        preferred,
      },
    ];
  if (data.kind === "unlisted") {
    const { listing, missing } = data;
    if (!listing || !preferred) return [];
    const rows = missing
      .map((place) => `\n${listingRow(listing, page, place, context.snapshot.adrs)}`)
      .join("");
    return [
      {
        title: `Add ${missing.length === 1 ? "the row" : `${missing.length} rows`}`,
        changes: [replace(context, { start: listing.end, end: listing.end }, rows)],
        safety: "review",
        preferred,
      },
    ];
  }
  const { row, moved } = data;
  const end = Math.min(lineEnd(page.text, row.span.end) + 1, page.text.length);
  const remove: Fix = {
    title: "Remove the row",
    changes: [replace(context, { start: row.span.start, end }, "")],
    safety: "review",
  };
  if (!moved) return [remove];
  const lead: Fix = {
    title: `Link to ${basename(moved.path)}`,
    changes: [replace(context, row.link.destination, adrAddress(page.path, moved.path))],
    safety: "review",
    preferred,
  };
  return [lead, remove];
}

/** True for a table of numbers that the records had before: it is complete, though other records are there. */
function isMap({ exports }: ReadPage, rows: readonly ListingRow[], { records }: AdrCollection): boolean {
  const other = rows.filter(({ span, link, target }) => {
    const mention = exports.adr.mentions.find(
      (one) => span.start <= one.span.start && one.span.end <= link.span.start,
    );
    const record = records.find(({ path }) => path === target)?.record;
    return mention !== undefined && record !== undefined && record.id?.key !== mention.key;
  });
  return other.length * 2 > rows.length;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Where a finding about the whole index stands: at the head of the list, or at the comment that is to be followed by one. */
function headOf({ listing, part }: Index, text: string): Span {
  if (listing) return listing.head;
  const end = part?.start ?? 0;
  return { start: text.lastIndexOf("<!--", end), end };
}

function count(records: number): string {
  return records === 1 ? "One record is" : `${records} records are`;
}

function targetsOf(url: string): string[] {
  return /^[a-z][a-z+.-]*:/i.test(url) ? [] : [basename(url.replace(/[?#].*$/, ""))];
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
