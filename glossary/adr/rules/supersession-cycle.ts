import { defineRule } from "../../rule/rule.ts";
import { type AdrPlace, adrName, resolveRelation } from "../index/adrs.ts";
import { wayTo } from "../index/circle.ts";
import { keptRecord } from "../index/page.ts";
import { titleAt } from "../index/positions.ts";
import type { AdrView } from "../index/view.ts";

interface Data {
  /** From the record after this one to the one before it; empty where it names itself. */
  readonly others: readonly AdrPlace[];
}

export const supersessionCycle = defineRule<Data, AdrView>({
  id: "adr/supersession-cycle",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "Decisions supersede each other in a circle, so that none of them holds.",
  why: `Anyone who follows *superseded by* wants to arrive at the decision that holds. In a circle nobody arrives; mostly one of
the two directions was written into the wrong record.

The rule follows what the records say of themselves, from one to the next: *superseded by*, and *supersedes*. Which of
them is wrong only the author knows, so there is no quick fix.`,
  measured: `Never in 206 records of five repositories.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "Each superseded by the other",
      path: "docs/adr/0001-a.md",
      given: {
        "docs/adr/0002-b.md": "# 2. B\n\n## Status\n\nSuperseded by [A](0001-a.md)\n\n## Decision\n\nB.\n",
      },
      bad: "# 1. A\n\n## Status\n\nSuperseded by «[B](0002-b.md)»\n\n## Decision\n\nA.\n",
    },
    {
      title: "Itself",
      path: "docs/adr/0003-c.md",
      bad: "# ADR-0003: C\n\n**Status**: Accepted\n**Supersedes**: «ADR-0003»\n\n## Decision\n\nC.\n",
    },
    {
      title: "A chain that ends",
      path: "docs/adr/0001-a.md",
      given: {
        "docs/adr/0002-b.md": "# 2. B\n\n## Status\n\nSuperseded by [C](0003-c.md)\n\n## Decision\n\nB.\n",
        "docs/adr/0003-c.md":
          "# 3. C\n\n## Status\n\nAccepted\n\nSupersedes [B](0002-b.md)\n\n## Decision\n\nC.\n",
      },
      good: "# 1. A\n\n## Status\n\nSuperseded by [B](0002-b.md)\n\n## Decision\n\nA.\n",
    },
  ],
  message({ others }) {
    if (others.length === 0) return "A decision cannot supersede itself: name the other one";
    const names = others.slice(0, 3).map(({ record }) => adrName(record));
    const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
    return `This leads back here by way of ${names.join(", ")}${more}: correct the one that holds`;
  },

  *check({ page, snapshot }) {
    const record = keptRecord(page, snapshot);
    for (const relation of record?.kind === "record" ? record.relations : []) {
      if (relation.kind !== "superseded-by" && relation.kind !== "supersedes") continue;
      const [first, ...more] = resolveRelation(snapshot.adrs, snapshot.links, page.path, relation);
      if (!first || more.length > 0) continue;
      const others = wayTo(snapshot, first, page.path, relation.kind);
      if (!others) continue;
      const related = others.map(({ path, record }) => ({
        path,
        span: titleAt(snapshot, path),
        message: adrName(record),
      }));
      yield { span: relation.span, data: { others }, related };
    }
  },
});
