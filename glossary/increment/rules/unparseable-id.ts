import { defineRule } from "../../rule/rule.ts";
import type { Edit } from "../../text/span.ts";
import { addField, fieldOf, headingLine, targetOf, writtenId } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import { canonicalId, type Definition, type Flaw, type Story, type Task } from "../model/index.ts";

interface Data {
  readonly kind: "task" | "story";
  readonly definition: Task | Story;
}

export const unparseableId = defineRule<Data, IncrementView>({
  id: "increment/unparseable-id",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  across: true,
  concerns: layoutsThat((one) => one === specWeave),
  summary: "SpecWeave does not see a user story or task, because its heading has another form.",
  why: `SpecWeave looks for \`### US-001: Title\` and \`### T-001: Title\`, to the letter. What is written in another way is
missing from its counts, its coverage and its synchronisation, and nobody is told.

Reported are headings of another depth, ids without the dash or with too few digits, another sign than \`: \` behind the
id, and words or signs before it. A task that has a letter behind its number (\`T-008b\`) or is a part of another one
(\`T-004-DOCS\`) is only a hint. The quick fix writes the heading as SpecWeave wants it; a sign such as ✅ or \`[RED]\` moves to
its end. References need no change: numbers count, not spellings.`,
  measured: `324 headings in 22 of the 51 increments of specweave, archived and completed ones included, 31 of them only hints; 24 were
read, and all are headings that SpecWeave passes over. In those that somebody works on: never; 3 times in its test data.`,
  examples: [
    {
      title: "Too deep, with a mark behind the id",
      path: ".specweave/increments/0012-search/tasks.md",
      bad: "# Tasks\n\n#### «T-001 [RED]: Index titles»\n\n**Status**: [ ] pending\n\n## «T3 — Rank»\n\n### Steps\n\nOne.\n",
      good: "# Tasks\n\n### T-001: Index titles [RED]\n\n**Status**: [ ] pending\n\n### T-003: Rank\n\n#### Steps\n\nOne.\n",
    },
    {
      title: "A story without a dash",
      path: ".specweave/increments/0012-search/spec.md",
      bad: "## User Stories\n\n### «US1: Search (P1)»\n\n### «✅ US-002: Filter»\n",
      good: "## User Stories\n\n### US-001: Search (P1)\n\n### US-002: Filter ✅\n",
    },
    {
      title: "A task that would lose its story",
      path: ".specweave/increments/0012-search/tasks.md",
      bad: "### US-001: Search\n\n#### «T-001: Index titles»\n\n**Status**: [ ] pending\n",
      good: "### US-001: Search\n\n### T-001: Index titles\n\n**User Story**: US-001\n**Status**: [ ] pending\n",
    },
    {
      title: "A part of a task",
      path: ".specweave/increments/0012-search/tasks.md",
      bad: "### T-008: Index\n\n### «T-008b: Index again»\n",
    },
    {
      title: "As SpecWeave wants it",
      path: ".specweave/increments/0012-search/tasks.md",
      good: "## User Story: US-001 - Search\n\n### T-001: Index titles\n\n#### T-001 in detail\n\n### T-010E: From outside\n\n- T-001 and T-010E\n",
    },
  ],
  message({ kind, definition: { id, flaws } }) {
    const better = canonicalId(id.key);
    const name = kind === "task" ? "task" : "story";
    if (!better) return `SpecWeave does not see ${id.text}: give the ${name} a number of its own`;
    return `SpecWeave does not see ${id.text} (${reason(flaws)}): write “### ${better}: …”`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own) return;
    const { stories, tasks, place } = own;
    const flawed = (list: readonly Definition[]) => list.some(({ flaws }) => flaws.length > 0);
    if (place.role === "copy" || !(flawed(stories) || flawed(tasks))) return;
    if (!activeIncrement(page, snapshot)) return;
    for (const [kind, list] of [
      ["story", stories],
      ["task", tasks],
    ] as const) {
      // A heading that only speaks of a story, such as “US-001 in detail”, defines none.
      const seen = new Set(list.flatMap(({ flaws, id }) => (flaws.length === 0 ? [id.key] : [])));
      for (const definition of list) {
        const { flaws, nameSpan, id } = definition;
        if (flaws.length === 0 || seen.has(id.key)) continue;
        const lettered = canonicalId(id.key) === undefined;
        yield {
          span: nameSpan,
          data: { kind, definition },
          ...(lettered && { severity: "hint" as const }),
        };
      }
    }
  },

  fixes({ data: { definition } }, { page }) {
    const edits = rewritten(page, definition);
    if (!edits) return [];
    const moves = definition.flaws.some((flaw) => flaw === "depth" || flaw === "id" || flaw === "prefix");
    return [
      {
        title: `Write “### ${writtenId(definition.id.key)}: …”`,
        changes: [{ kind: "edit", path: page.path, edits }],
        safety: moves ? "review" : "safe",
        preferred: true,
      },
    ];
  },
});

const REASONS: readonly (readonly [Flaw, string])[] = [
  ["form", "a list item"],
  ["depth", "depth of the heading"],
  ["prefix", "text before the id"],
  ["id", "form of the id"],
  ["separator", "no colon right behind the id"],
];

function reason(flaws: readonly Flaw[]): string {
  return REASONS.filter(([flaw]) => flaws.includes(flaw))
    .map(([, text]) => text)
    .join(", ");
}

/** The heading in the form that is seen; `undefined` where it has none, or is no heading of one line. */
function rewritten(page: ReadPage, definition: Task | Story): Edit[] | undefined {
  const { id, form, span, nameSpan, titleSpan, depth } = definition;
  const { text, facts } = page;
  const better = canonicalId(id.key);
  const lead = text.slice(span.start, nameSpan.start);
  if (!better || form !== "heading" || !/^#{1,6}[ \t]+$/.test(lead)) return undefined;
  const title = text.slice(titleSpan.start, titleSpan.end);
  const line = headingLine(better, title, keptBeside(text, definition));
  const deepened =
    depth < 3 ? facts.headings.filter(({ span: one }) => one.start > span.start && one.start < span.end) : [];
  return [
    { span: { start: span.start, end: nameSpan.end }, text: line },
    ...deepened.flatMap(({ span: { start }, depth: own }): Edit[] =>
      own < 6 && text[start] === "#"
        ? [{ span: { start, end: start }, text: "#".repeat(Math.min(6 - own, 3 - depth)) }]
        : [],
    ),
    ...withStory(page, definition),
  ];
}

/** What stood around the id and says something: `✅`, `[x]`, `[RED]`. */
function keptBeside(text: string, { id, nameSpan, titleSpan }: Task | Story): string {
  const before = text
    .slice(nameSpan.start, id.span.start)
    .replace(/\*\*|__|\b(?:User Story|Story|Task|Criterion)\b:?/g, "");
  const behind = text
    .slice(id.span.end, titleSpan.start)
    .replace(/\*\*|__|[:—–|]|-(?=[ \t]|$)|\.(?=[ \t]|$)/g, "");
  return [before, behind]
    .map((one) => one.trim())
    .flatMap((one) => (one === "" ? [] : [` ${one}`]))
    .join("");
}

/** The story that a task stands under, as a field, where its heading will no longer be below the story's. */
function withStory(page: ReadPage, definition: Task | Story): Edit[] {
  const target = targetOf(page);
  if (!("under" in definition) || definition.depth <= 3 || !definition.under || !target) return [];
  const group = target.page.groups.findLast(
    ({ id, span }) => id.key === definition.under && span.start < definition.span.start,
  );
  if (!group || group.depth < 3 || fieldOf(definition, "story")) return [];
  const edit = addField(target, definition, "story", writtenId(definition.under));
  return edit ? [edit] : [];
}
