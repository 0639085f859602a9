import { defineRule, replace } from "../../rule/rule.ts";
import { type AdrCollection, collectionOf, shareOf } from "../index/adrs.ts";
import { activeAdr, stateOf } from "../index/page.ts";
import type { AdrView } from "../index/view.ts";
import { type AdrDocument, type AdrStyle, type Meaning, REQUIRED, STYLE_NAMES } from "../model/index.ts";
import { SECTION_LANGUAGES } from "../model/words.ts";

interface Data {
  readonly document: AdrDocument;
  readonly meaning: Meaning;
  readonly style: AdrStyle;
  /** How the style is called where the repository uses it, and not only this record. */
  readonly named: string | undefined;
}

const NAMES: Readonly<Partial<Record<Meaning, string>>> = {
  context: "Context",
  decision: "Decision",
  consequences: "Consequences",
  alternatives: "Alternatives Considered",
};
const MADR_NAMES: Readonly<Partial<Record<Meaning, string>>> = {
  context: "Context and Problem Statement",
  decision: "Decision Outcome",
  alternatives: "Considered Options",
  consequences: "Consequences",
};
const ORDER: readonly Meaning[] = ["context", "drivers", "alternatives", "decision", "consequences"];
const SPECWEAVE_ORDER: readonly Meaning[] = ["context", "decision", "consequences", "alternatives"];
const TEXT: Readonly<Partial<Record<Meaning, string>>> = { alternatives: "No alternative was recorded." };
const NEIGHBOURS = { least: 3, share: 0.6 };

export const missingSection = defineRule<Data, AdrView>({
  id: "adr/missing-section",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A decision record lacks a section that its style asks for and its neighbours have.",
  why: `A reader who compares decisions looks for the same things in the same places.

Asked for are context, decision, alternatives and consequences: those that the template of the style has (Nygard,
MADR, Log4brains, Tyree and Akerman, SpecWeave), and of these only what at least 60% of three or more neighbours have.
A style is named only where most records around have it and, if it is that of a tool, the repository uses the tool.
Sections are recognised by what their headings mean, in ${SECTION_LANGUAGES} languages; a label (\`**Alternatives**: …\`) will do, and so
will *N/A*. Drafts and proposals are left alone.

The quick fix adds the heading, for alternatives with the sentence “No alternative was recorded.”: a record should not
invent its history.`,
  measured: `10 times in 206 records: 7 in specweave without alternatives, where 81 of 102 have them; 3 in log4brains without any
context. All 10 read: each lacks the section.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 16, of which 15 right and one arguable, where alternatives are compared under names of their own.`,
  examples: [
    {
      title: "The others tell what follows",
      path: "docs/adr/0004-d.md",
      given: Object.fromEntries(
        ["a", "b", "c"].map((name, i) => [
          `docs/adr/000${i + 1}-${name}.md`,
          `# ${i + 1}. ${name}\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n\n## Consequences\n\nE.\n`,
        ]),
      ),
      bad: "# «4. D»\n\n## Status\n\nAccepted\n\n## Context\n\nWe have to.\n\n## Decision\n\nWe do.\n",
      fix: "Add the section “Consequences”",
      good: "# 4. D\n\n## Status\n\nAccepted\n\n## Context\n\nWe have to.\n\n## Decision\n\nWe do.\n\n## Consequences\n\n<!-- What becomes easier, and what harder? -->\n",
    },
    {
      title: "Nobody here writes consequences",
      path: "docs/adr/0004-d.md",
      given: Object.fromEntries(
        ["a", "b", "c"].map((name, i) => [
          `docs/adr/000${i + 1}-${name}.md`,
          `# ${i + 1}. ${name}\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n`,
        ]),
      ),
      good: "# 4. D\n\n## Status\n\nAccepted\n\n## Context\n\nWe have to.\n\n## Decision\n\nWe do.\n",
    },
  ],
  message: ({ meaning, named }) =>
    `No section about ${meaning}, which ${named === undefined ? "" : `the ${named} style and `}the records around this one have: add it, or write “N/A”`,

  *check({ page, snapshot }) {
    const document = activeAdr(page, snapshot);
    const kind = stateOf(page, snapshot);
    if (!document || kind === "draft" || kind === "proposed") return;
    const collection = collectionOf(snapshot.adrs, page.path);
    if (!collection || collection.records.length <= NEIGHBOURS.least) return;
    const has = new Set(document.parts.map(({ meaning }) => meaning));
    // A record without any known section is written in a form of its own.
    if (!has.has("decision") && !has.has("context")) return;
    const used = isUsed(document.style, collection, snapshot);
    const named = used && collection.style === document.style ? STYLE_NAMES[document.style] : undefined;
    // What only looks like the records of a tool does not have to have what that tool asks for.
    const required = used ? (REQUIRED[document.style] ?? []) : COMMON;
    for (const meaning of required) {
      if (has.has(meaning) || (meaning === "context" && (has.has("drivers") || has.has("rationale"))))
        continue;
      if (meaning === "alternatives" && has.has("rationale")) continue;
      if (meaning === "consequences" && has.has("benefits")) continue;
      const share = shareOf(collection, page.path, ({ meanings }) => meanings.includes(meaning));
      if (share < NEIGHBOURS.share) continue;
      yield { span: document.titleSpan, data: { document, meaning, style: document.style, named } };
    }
  },

  fixes({ data: { document, meaning, style } }, context) {
    const headings = document.parts.filter(({ kind, depth }) => kind === "heading" && depth < 7);
    const names = style.startsWith("madr") || style === "log4brains" ? MADR_NAMES : NAMES;
    const known = new Set(Object.values({ ...NAMES, ...MADR_NAMES }).concat("Status", "Alternatives"));
    const name = names[meaning];
    // In another language, or with other headings, the author knows better what it is called.
    if (!name || !headings.some((part) => known.has(part.name))) return [];
    const order = style === "specweave" ? SPECWEAVE_ORDER : ORDER;
    const at = order.indexOf(meaning);
    const before = headings.findLast(
      (part) => part.meaning && order.indexOf(part.meaning) >= 0 && order.indexOf(part.meaning) < at,
    );
    const depth = Math.min(...headings.map((part) => part.depth));
    const top =
      before &&
      headings.find(
        (part) =>
          part.depth === depth && part.whole.end >= before.span.end && part.span.start <= before.span.start,
      );
    const place = top?.whole.end ?? context.page.text.length;
    const end = context.page.text.slice(0, place).trimEnd().length;
    const body = TEXT[meaning] ?? SKELETONS[meaning] ?? "";
    const last = context.page.text.slice(place).trim() === "";
    return [
      {
        title: `Add the section “${name}”`,
        changes: [
          replace(
            context,
            { start: end, end: place },
            `\n\n${"#".repeat(depth)} ${name}\n\n${body}\n${last ? "" : "\n"}`,
          ),
        ],
        safety: "review",
      },
    ];
  },
});

const COMMON: readonly Meaning[] = ["context", "decision", "consequences"];

/** Whether the tool that a style belongs to is used in the repository; of the others no file tells. */
function isUsed(style: AdrStyle, { tool }: AdrCollection, { adrs }: AdrView): boolean {
  if (style === "log4brains") return tool === style || adrs.tools.some((one) => one.tool === style);
  if (style === "specweave") return adrs.usesSpecWeave;
  return true;
}

const SKELETONS: Readonly<Partial<Record<Meaning, string>>> = {
  context: "<!-- What makes a decision necessary, and what limits it? -->",
  decision: "<!-- What do we do, and why? -->",
  consequences: "<!-- What becomes easier, and what harder? -->",
};
