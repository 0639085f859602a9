import { defineRule, replace } from "../../rule/rule.ts";
import { activeAdr } from "../index/page.ts";
import type { AdrView } from "../index/view.ts";
import type { AdrStatus, StatusKind } from "../model/index.ts";

interface Data {
  readonly first: AdrStatus;
  readonly second: AdrStatus;
}

/** Kinds that say the same of a decision: it holds. */
const HOLDS: ReadonlySet<StatusKind> = new Set(["accepted", "implemented"]);

export const statusConflict = defineRule<Data, AdrView>({
  id: "adr/status-conflict",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A decision record states two different statuses.",
  why: `Front matter says *accepted*, the section below *proposed*: tools believe the one, readers the other.

Compared are the front matter, the first line or table in the head of the record, and its first section named *Status*.
What is said further below, about amendments or single parts, does not count. *Accepted* and *implemented* go together.`,
  measured: `Never in 206 records of five repositories.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: one, wrong and since mended: a status in bold with a sentence behind it.`,
  examples: [
    {
      title: "Front matter and section",
      path: "docs/adr/0001-a.md",
      bad: "---\nstatus: accepted\n---\n\n# 1. A\n\n## Status\n\n«Proposed»\n\n## Decision\n\nA.\n",
      good: "---\nstatus: accepted\n---\n\n# 1. A\n\n## Status\n\nAccepted\n\n## Decision\n\nA.\n",
    },
    {
      title: "The same, in other words",
      path: "docs/adr/0002-b.md",
      good: "# ADR-0002: B\n\n**Status**: Accepted\n\n## Status\n\nImplemented in May\n\n## Decision\n\nB.\n",
    },
  ],
  message: ({ first, second }) =>
    `The status is “${second.text}” here, but “${first.text}” above: make them agree`,

  *check({ page, snapshot }) {
    const [first, ...others] =
      activeAdr(page, snapshot)?.statuses.filter(({ placeholder }) => !placeholder) ?? [];
    if (!first?.kind) return;
    for (const second of others) {
      if (!second.kind || second.kind === first.kind) continue;
      if (HOLDS.has(first.kind) && HOLDS.has(second.kind)) continue;
      const related = [{ path: page.path, span: first.span, message: first.text }];
      yield { span: second.span, data: { first, second }, related };
    }
  },

  fixes({ data: { first, second } }, context) {
    const { text } = context.page;
    const word = (status: AdrStatus) => status.word.charAt(0).toUpperCase() + status.word.slice(1);
    return [
      {
        title: `Write “${word(first)}” here`,
        changes: [replace(context, second.span, like(text, second, word(first)))],
        safety: "review",
      },
      {
        title: `Write “${word(second)}” above`,
        changes: [replace(context, first.span, like(text, first, word(second)))],
        safety: "review",
      },
    ];
  },
});

/** In small letters where the status it replaces is. */
function like(text: string, { span }: AdrStatus, word: string): string {
  return /^[^\p{L}]*\p{Ll}/u.test(text.slice(span.start, span.end)) ? word.toLowerCase() : word;
}
