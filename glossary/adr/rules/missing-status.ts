import { defineRule, type FileChange, type RuleContext, replace } from "../../rule/rule.ts";
import { belowTitle } from "../edits/edits.ts";
import { openStatusCells } from "../edits/listing.ts";
import { collectionOf } from "../index/adrs.ts";
import { activeAdr, lacksStatus } from "../index/page.ts";
import type { AdrView } from "../index/view.ts";
import type { AdrDocument } from "../model/index.ts";

export const missingStatus = defineRule<AdrDocument, AdrView>({
  id: "adr/missing-status",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "A decision record has no status, although its neighbours have one.",
  why: `Whether a decision is proposed, in force or superseded is the first thing a reader has to know.

A status can stand in the front matter, in a section, in a line or list item near the top (\`**Status**: …\`,
\`- Status: …\`) or in a table. “n/a”, “TBD”, “?” and a mark alone are none; a status that is the first word of the title, as in “Draft: …”, is one. The rule follows the habits of the folder: it reports nothing where fewer than half of
the other records have a status, or where there are fewer than two others.

The quick fixes add a status where the style keeps it, and in the index where that is open.`,
  measured: `Never in the five repositories: MADR's own records have no status, and those of the others all have one.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 3, all right.`,
  examples: [
    {
      title: "The others have one",
      path: "docs/adr/0003-c.md",
      given: {
        "docs/adr/0001-a.md": "# 1. A\n\n## Status\n\nAccepted\n\n## Decision\n\nA.\n",
        "docs/adr/0002-b.md": "# 2. B\n\n## Status\n\nAccepted\n\n## Decision\n\nB.\n",
      },
      bad: "# «3. C»\n\n## Context\n\nWhy.\n\n## Decision\n\nC.\n",
      fix: "Add the status “Proposed”",
      good: "# 3. C\n\n## Status\n\nProposed\n\n## Context\n\nWhy.\n\n## Decision\n\nC.\n",
    },
    {
      title: "As a line",
      path: "docs/adr/0003-c.md",
      given: {
        "docs/adr/0001-a.md": "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n",
        "docs/adr/0002-b.md": "# ADR-0002: B\n\n**Status**: Accepted\n\n## Decision\n\nB.\n",
      },
      bad: "# «ADR-0003: C»\n\n**Date**: 2025-01-02\n\n## Decision\n\nC.\n",
      fix: "Add the status “Accepted”",
      good: "# ADR-0003: C\n\n**Status**: Accepted\n\n**Date**: 2025-01-02\n\n## Decision\n\nC.\n",
    },
    {
      title: "Text right below the title",
      path: "docs/adr/0003-c.md",
      given: {
        "docs/adr/0001-a.md": "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n",
        "docs/adr/0002-b.md": "# ADR-0002: B\n\n**Status**: Accepted\n\n## Decision\n\nB.\n",
      },
      bad: "# «ADR-0003: C»\nC is new here.\n\n## Decision\n\nC.\n",
      fix: "Add the status “Accepted”",
      good: "# ADR-0003: C\n\n**Status**: Accepted\n\nC is new here.\n\n## Decision\n\nC.\n",
    },
    {
      title: "Nobody here writes a status",
      path: "docs/adr/0003-c.md",
      given: {
        "docs/adr/0001-a.md": "# A\n\n## Decision\n\nA.\n",
        "docs/adr/0002-b.md": "# B\n\n## Decision\n\nB.\n",
      },
      good: "# C\n\n## Decision\n\nC.\n",
    },
  ],
  message: () => "This record has no status: say whether it is proposed, accepted or superseded",

  *check({ page, snapshot }) {
    const document = activeAdr(page, snapshot);
    if (!document || !lacksStatus(page, snapshot)) return;
    yield { span: document.blankStatus ?? document.titleSpan, data: document };
  },

  fixes({ data }, context) {
    const { blankStatus: blank } = data;
    // Where a place for it says nothing, that is filled in.
    if (blank)
      return ["Proposed", "Accepted"].map((status) => ({
        title: `Write the status “${status}”`,
        changes: [replace(context, blank, status), ...openStatusCells(context.snapshot, data.path, status)],
        safety: "review",
      }));
    return ["Proposed", "Accepted"].map((status) => ({
      title: `Add the status “${status}”`,
      changes: [added(data, status, context), ...openStatusCells(context.snapshot, data.path, status)],
      safety: "review",
    }));
  },
});

/** The status in the form that most of the neighbours have. */
function added(document: AdrDocument, status: string, context: RuleContext<AdrView>): FileChange {
  const { matter } = context.page;
  const records = collectionOf(context.snapshot.adrs, document.path)?.records ?? [];
  const places = records.flatMap(({ record }) => record.status?.place ?? []);
  const count = (place: string) => places.filter((one) => one === place).length;
  if (matter.span && count("matter") * 2 >= places.length) {
    const at = context.page.text.indexOf("\n", matter.span.start) + 1;
    return replace(context, { start: at, end: at }, `status: ${status.toLowerCase()}\n`);
  }
  const bullets = records.some(
    ({ record }) => record.style === "madr-bullets" || record.style === "log4brains",
  );
  const text =
    count("section") * 2 >= places.length
      ? `## Status\n\n${status}`
      : bullets
        ? `- Status: ${status.toLowerCase()}`
        : `**Status**: ${status}`;
  const edit = belowTitle(document, text);
  return replace(context, edit.span, edit.text);
}
