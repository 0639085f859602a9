import { defineRule } from "../../rule/rule.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { isSetAside } from "../../workspace/samples.ts";
import { relationEdit } from "../edits/edits.ts";
import { openStatusCells } from "../edits/listing.ts";
import { type AdrPlace, adrName, resolveRelation } from "../index/adrs.ts";
import { keptRecord } from "../index/page.ts";
import { placeAt, titleAt } from "../index/positions.ts";
import type { AdrView } from "../index/view.ts";
import { OPPOSITE, type Relation, type RelationKind } from "../model/index.ts";

interface Data {
  readonly from: AdrPlace;
  readonly to: AdrPlace;
  readonly kind: RelationKind;
}

export const missingBackLink = defineRule<Data, AdrView>({
  id: "adr/missing-back-link",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A decision supersedes or amends another one that knows nothing of it.",
  why: `A reader who opens the old record believes it, and one who opens the new record does not learn what came before.
Both have to point to each other.

Reported where a record states a relation (*supersedes*, *superseded by*, *amends*, *amended by*) to one other record
which neither links to it nor names its number. The quick fix adds the other direction to the other file: as its status
where it is superseded, else as a line near the top.`,
  measured: `6 times in 206 records, all read and right: in govuk-aws a record is superseded by one that does not mention it; in
specweave one record claims to supersede another that is still accepted, and four times a successor is named without
knowing it.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 7, of which 5 right, one arguable (a proposal) and one wrong: a record named twice in a line, since mended.`,
  examples: [
    {
      title: "The successor says nothing of it",
      path: "docs/adr/0001-a.md",
      given: { "docs/adr/0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n\n## Decision\n\nB.\n" },
      bad: "# 1. A\n\n## Status\n\nSuperseded by «[B](0002-b.md)»\n\n## Decision\n\nA.\n",
    },
    {
      title: "The old record still counts as accepted",
      path: "docs/adr/0002-b.md",
      given: { "docs/adr/0001-a.md": "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n" },
      bad: "# ADR-0002: B\n\n**Status**: Accepted\n**Supersedes**: «ADR-0001»\n\n## Decision\n\nB.\n",
    },
    {
      title: "Both directions",
      path: "docs/adr/0002-b.md",
      given: {
        "docs/adr/0001-a.md":
          "# ADR-0001: A\n\n**Status**: Superseded by [ADR-0002](0002-b.md)\n\n## Decision\n\nA.\n",
      },
      good: "# ADR-0002: B\n\n**Status**: Accepted\n\nSupersedes [ADR-0001](0001-a.md).\n\n## Decision\n\nB.\n",
    },
  ],
  message({ to, kind }) {
    const name = adrName(to.record);
    if (kind === "superseded-by")
      return `${name} does not mention this decision: add what it supersedes there`;
    if (kind === "supersedes") return `${name} does not say that this decision supersedes it: add that there`;
    return `${name} does not mention this decision: add the link back`;
  },

  *check({ page, snapshot }) {
    const record = keptRecord(page, snapshot);
    if (record?.kind !== "record") return;
    const from = { path: page.path, record };
    const said = new Set<string>();
    for (const relation of record.relations) {
      const to = theOther(snapshot, page.path, relation);
      if (!to || said.has(`${relation.kind} ${to.path}`) || isSetAside(to.path) || knows(snapshot, to, from))
        continue;
      said.add(`${relation.kind} ${to.path}`);
      const related = [{ path: to.path, span: titleAt(snapshot, to.path), message: adrName(to.record) }];
      yield { span: relation.span, data: { from, to, kind: relation.kind }, related };
    }
  },

  fixes({ data: { from, to, kind } }, { snapshot }) {
    const place = placeAt(snapshot, to.path);
    if (!place) return [];
    const relation = OPPOSITE[kind];
    const edit = relationEdit(place, relation, from, snapshot.adrs);
    const rows = relation === "superseded-by" ? openStatusCells(snapshot, to.path, "Superseded") : [];
    return [
      {
        title: `Add the link back to ${adrName(to.record)}`,
        changes: [{ kind: "edit", path: to.path, edits: [edit] }, ...rows],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

/** The record a relation leads to, if it is one other record. */
function theOther({ adrs, links }: AdrView, path: string, relation: Relation): AdrPlace | undefined {
  const [to, ...more] = resolveRelation(adrs, links, path, relation);
  return to && more.length === 0 && to.path !== path ? to : undefined;
}

/** Whether a record links to another one or names its number. */
function knows({ adrs, pages, links }: AdrView, { path }: AdrPlace, other: AdrPlace): boolean {
  const exports = pages.get(path)?.exports;
  if (!exports) return true;
  const key = other.record.id?.key;
  if (key !== undefined && exports.adr.mentions.some((mention) => mention.key === key)) return true;
  if (
    exports.adr.record?.relations.some(
      (relation) =>
        (key !== undefined && relation.key === key) ||
        resolveRelation(adrs, links, path, relation).some((one) => one.path === other.path),
    )
  )
    return true;
  return exports.links.some(({ url }) => {
    const target = resolveLink(links, path, url);
    return target.kind === "page" && target.path === other.path;
  });
}
