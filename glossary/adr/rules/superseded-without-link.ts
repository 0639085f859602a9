import { defineRule } from "../../rule/rule.ts";
import type { Span } from "../../text/span.ts";
import { leadsToGlossary } from "../../workspace/links/toGlossary.ts";
import { relationEdit } from "../edits/edits.ts";
import { type AdrPlace, adrName, resolveRelation } from "../index/adrs.ts";
import { adrOf, keptRecord } from "../index/page.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import type { AdrDocument } from "../model/index.ts";

interface Data {
  readonly successors: readonly AdrPlace[];
}

const HEAD_LINES = 15;

export const supersededWithoutLink = defineRule<Data, AdrView>({
  id: "adr/superseded-without-link",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "A superseded decision does not say by what.",
  why: `Anyone who finds a decision that no longer holds needs the one that does.

The rule looks for a link to another record, or its number, in the status, in the first ${HEAD_LINES} lines, in quotes
near the top and in sections about the supersession; for any other link, or the number of a pull request, right behind the status. A decision that is deprecated or rejected needs no successor.

Where another record says that it supersedes this one, the quick fix writes that into the status.`,
  measured: `Twice in 206 records, both in specweave and both right: an empty page whose title says SUPERSEDED, and a record that was
overtaken by the code and not by another record.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: one, arguable: superseded by work that is done.`,
  examples: [
    {
      title: "A dead end",
      path: "docs/adr/0001-a.md",
      bad: "# «ADR-0001: A»\n\n**Status**: Superseded\n\n## Decision\n\nA.\n",
    },
    {
      title: "The successor knows",
      path: "docs/adr/0001-a.md",
      given: {
        "docs/adr/0002-b.md":
          "# ADR-0002: B\n\n**Status**: Accepted\n\nSupersedes [ADR-0001](0001-a.md).\n\n## Decision\n\nB.\n",
      },
      bad: "# «ADR-0001: A»\n\n**Status**: Superseded\n\n## Decision\n\nA.\n",
      good: "# ADR-0001: A\n\n**Status**: Superseded by [ADR-0002](0002-b.md)\n\n## Decision\n\nA.\n",
    },
    {
      title: "In front matter",
      path: "docs/decisions/0001-a.md",
      given: {
        "docs/decisions/0002-b.md":
          "---\nstatus: accepted\n---\n\n# B\n\nSupersedes [A](0001-a.md).\n\n## Decision Outcome\n\nB.\n",
      },
      bad: "---\nstatus: superseded\n---\n\n# «A»\n\n## Decision Outcome\n\nA.\n",
      good: '---\nstatus: "superseded by ADR-0002"\n---\n\n# A\n\n## Decision Outcome\n\nA.\n',
    },
    {
      title: "Said somewhere near the top",
      path: "docs/adr/0001-a.md",
      given: { "docs/adr/0002-b.md": "# ADR-0002: B\n\n**Status**: Accepted\n\n## Decision\n\nB.\n" },
      good: "# ADR-0001: A\n\n**Status**: Superseded\n\nSee [B](0002-b.md) instead.\n\n## Decision\n\nA.\n",
    },
  ],
  message: ({ successors: [first] }) =>
    first
      ? `${adrName(first.record)} supersedes this decision: link to it in the status`
      : "This decision is superseded: link to the one that holds now",

  *check({ page, snapshot }) {
    const record = keptRecord(page, snapshot);
    if (record?.kind !== "record") return;
    const { status, title, relations } = record;
    const byStatus = status?.kind === "superseded" && !/part(?:ly|ially)/i.test(status.text);
    if (!byStatus && !/\(superseded\b/i.test(title)) return;
    const document = adrOf(page);
    if (!document || relations.some(({ kind }) => kind === "superseded-by")) return;
    if (leadsOn(page, document, snapshot)) return;
    yield { span: document.titleSpan, data: { successors: successorsOf(page, snapshot) } };
  },

  fixes({ data: { successors } }, { page, snapshot }) {
    const { record } = page.exports.adr;
    if (!record) return [];
    const own = { path: page.path, record };
    return successors.map((place) => ({
      title: `Write “Superseded by ${adrName(place.record)}”`,
      changes: [
        { kind: "edit", path: page.path, edits: [relationEdit(own, "superseded-by", place, snapshot.adrs)] },
      ],
      safety: "review",
      preferred: successors.length === 1,
    }));
  },
});

/** A pull request or an issue: where the decision was made that holds now. */
const CHANGE = /(?<![\p{L}\p{N}&/])(?:(?:PR|MR|GH|pull request|issue)[ -]?#?\d{1,6}|[#!]\d{1,6})(?!\d)/iu;

/** From each status to the next heading or label, and sections about the supersession: what is linked there took its place. */
function behindStatus(page: ReadPage, { statuses, parts }: AdrDocument): Span[] {
  return [
    ...statuses.map(({ span: { start, end } }) => ({
      start,
      end: parts.find(({ span }) => span.start >= end)?.span.start ?? page.text.length,
    })),
    ...parts.filter(({ meaning }) => meaning === "afterthought").map(({ whole }) => whole),
  ];
}

/** Whether another record is linked or named where a reader would look for the successor. */
function leadsOn(page: ReadPage, document: AdrDocument, { adrs, links: space }: AdrView): boolean {
  const { parts, id } = document;
  const { exports, facts, lines, matter } = page;
  const links = exports.links.filter(({ url }) => !leadsToGlossary(space, page.path, url));
  const top = lines.findIndex((_, line) => (lines[line] as number) >= (matter.span?.end ?? 0));
  const end = lines[Math.min(lines.length - 1, Math.max(0, top) + HEAD_LINES)] as number;
  const places = [
    { start: 0, end },
    ...facts.quotes.filter(({ span }) => span.start < end).map(({ span }) => span),
    ...parts
      .filter(({ meaning }) => meaning === "afterthought" || meaning === "status")
      .map(({ whole }) => whole),
  ];
  const within = ({ start }: { start: number }) =>
    places.some((place) => place.start <= start && start < place.end);
  return (
    links.some(({ span, url }) => within(span) && /\.mdx?(?:#|$)|adr/i.test(url) && !url.startsWith("#")) ||
    behindStatus(page, document).some(
      ({ start, end: to }) =>
        CHANGE.test(page.text.slice(start, to)) ||
        links.some(({ span, url, image }) => !image && start <= span.start && span.end <= to && url !== ""),
    ) ||
    exports.adr.mentions.some(({ span, key }) => within(span) && key !== id?.key && adrs.byKey.has(key))
  );
}

/** The records that say they supersede this one. */
function successorsOf({ path }: ReadPage, { adrs, links }: AdrView): AdrPlace[] {
  return [...adrs.records].flatMap(([from, record]) =>
    record.relations.some(
      (relation) =>
        relation.kind === "supersedes" &&
        resolveRelation(adrs, links, from, relation).some((target) => target.path === path),
    )
      ? [{ path: from, record }]
      : [],
  );
}
