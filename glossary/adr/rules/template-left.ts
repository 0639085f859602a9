import { defineRule, replace } from "../../rule/rule.ts";
import type { Span } from "../../text/span.ts";
import { activeAdr } from "../index/page.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import { NOTHING_TO_SAY } from "../model/fieldNames.ts";
import { type AdrDocument, countPlaceholders, hasSubstance, type Part, statusKind } from "../model/index.ts";

type Data =
  | { readonly kind: "section"; readonly name: string }
  | { readonly kind: "residue"; readonly text: string }
  | { readonly kind: "status"; readonly choices: readonly string[] };

/** What only templates contain, wherever it stands. */
const RESIDUE =
  /\{DATE_[A-Z_]{1,20}\}|\[Insert [^\]\n]{1,60}\]|\{(?:short )?title[^{}\n]{0,80}\}|\[(?:short )?title of [^\]\n]{1,80}\]|\{YYYY-MM-DD[^{}\n]{0,80}\}|\[YYYY-MM-DD[^\]\n]{0,80}\]|\bYYYY-MM-DD\b|\[(?:Decision )?Title\]|\[Your Name\]|\[option \d\]|\{title of option \d\}/g;
/** A blank in a sentence: words in braces that stand alone. */
const BLANK =
  /(?<![^\s"'“(*_>-])\{(?:\p{L}[\p{L}’']{0,20}(?: [\p{L}’']{1,20}){1,8}|reason|names|concern|option|quality|downside|argument)\}(?=[.,;:!?"”')*_]*(?:\s|$))/gu;

export const templateLeft = defineRule<Data, AdrView>({
  id: "adr/template-left",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "An accepted decision still has parts of its template.",
  why: `A section that only says *TBD*, or a date \`YYYY-MM-DD\`, was meant to be filled in before the decision was accepted.

Reported are, in records that are accepted or in force: sections about context, decision, alternatives, rationale and
consequences that hold placeholders and nothing else; what only templates contain (\`[short title of …]\`,
\`[Insert …]\`, \`{of this reason}\`, \`YYYY-MM-DD\`); and in every record a status that still lists what it could be.
Placeholders in code are what the text is about. Sections that are empty, *None* and *N/A* are an answer. The quick fixes
choose one of the listed statuses; what else is missing only the author can write.`,
  measured: `Never in 206 records of five repositories; their templates are recognised as such.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 13, all right.`,
  examples: [
    {
      title: "A section nobody came back to",
      path: "docs/adr/0001-a.md",
      bad: "# 1. A\n\nDate: 2024-05-01\n\n## Status\n\nAccepted\n\n## Context\n\nWe have to choose because of the move.\n\n## Decision\n\nA, because it is there.\n\n«## Consequences»\n\nTBC\n",
    },
    {
      title: "Marks of a template",
      path: "docs/adr/0002-b.md",
      bad: "# ADR-0002: B\n\n**Status**: Accepted\n**Date**: «YYYY-MM-DD»\n\n## Decision\n\nB, because it is there.\n",
    },
    {
      title: "A sentence with a blank in it",
      path: "docs/adr/0005-e.md",
      bad: "# 5. E\n\n## Status\n\nAccepted\n\n## Decision\n\nWe take E, because it is there and «{of this reason}».\n",
    },
    {
      title: "All that it could be",
      path: "docs/adr/0003-c.md",
      bad: "# ADR-0003: C\n\n**Status**: «Proposed | Accepted | Deprecated»\n\n## Decision\n\nC, because it is there.\n",
      fix: "Choose “Accepted”",
      good: "# ADR-0003: C\n\n**Status**: Accepted\n\n## Decision\n\nC, because it is there.\n",
    },
    {
      title: "Filled in, and about placeholders",
      path: "docs/adr/0004-d.md",
      good: "# 4. D\n\n## Status\n\nAccepted\n\n## Decision\n\nWe write `{name}` and `YYYY-MM-DD`, because everybody knows them. Keys look like {order id}:{line number} or a/{line number}.\n\n## Consequences\n\nNone.\n",
    },
  ],
  message(data) {
    if (data.kind === "status") return "The status still lists what it could be: choose one";
    return data.kind === "section"
      ? `“${data.name}” holds only a placeholder, but the decision is accepted: fill it in, or write “None”`
      : `“${data.text}” was left by the template: fill it in or remove it`;
  },

  *check({ page, snapshot }) {
    const document = activeAdr(page, snapshot);
    if (!document) return;
    const [status] = document.statuses;
    if (status?.placeholder) {
      const choices = choicesOf(page.text.slice(status.span.start, status.span.end));
      yield { span: status.span, data: { kind: "status", choices } };
      return;
    }
    if (status?.kind !== "accepted" && status?.kind !== "implemented") return;
    for (const part of document.parts) {
      if (isUnfilled(part, document))
        yield { span: headingSpan(part), data: { kind: "section", name: part.name } };
    }
    for (const pattern of [RESIDUE, BLANK])
      for (const { 0: text, index } of document.visible.matchAll(pattern)) {
        const span = { start: index, end: index + text.length };
        if (!inCode(page, span)) yield { span, data: { kind: "residue", text } };
      }
  },

  fixes({ span, data }, context) {
    const choices = data.kind === "status" ? data.choices : [];
    return choices.map((choice) => ({
      title: `Choose “${choice}”`,
      changes: [replace(context, span, choice)],
      safety: "review",
    }));
  },
});

/** The statuses that a value lists. */
function choicesOf(text: string): string[] {
  const words = text.replace(/#.*$|[[\]{}"'`*]/g, "").split(/[|,/]/);
  return words.map((one) => one.trim()).filter((one) => statusKind(one) !== undefined && one.length <= 30);
}

const ASKED: ReadonlySet<string> = new Set([
  "context",
  "decision",
  "alternatives",
  "rationale",
  "consequences",
  "drivers",
]);

function isUnfilled({ kind, depth, meaning, whole }: Part, { visible }: AdrDocument): boolean {
  if (kind !== "heading" || depth > 6 || !meaning || !ASKED.has(meaning)) return false;
  const text = visible.slice(whole.start, whole.end);
  return (
    text.trim() !== "" && !NOTHING_TO_SAY.test(text) && !hasSubstance(text) && countPlaceholders(text) > 0
  );
}

function headingSpan({ span }: Part): Span {
  return span;
}

function inCode({ facts, text }: ReadPage, span: Span): boolean {
  return (
    facts.codeSpans.some(({ start, end }) => start <= span.start && span.end <= end) ||
    /[\w/<]/.test(text[span.start - 1] ?? "")
  );
}
