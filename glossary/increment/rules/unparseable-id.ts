import { defineRule } from "../../rule/rule.ts";
import type { Edit } from "../../text/span.ts";
import { addField, fieldOf, headingLine, targetOf, writtenId } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import { canonicalId, type Flaw, type Story, type Task } from "../model/index.ts";
import { blindTo, contrastOf, type Part, storyOn, subjectOf, taskOn } from "../model/parsers.ts";

interface Data {
  readonly kind: "task" | "story";
  readonly definition: Task | Story;
  /** The parts of SpecWeave that do not see it. */
  readonly parts: readonly Part[];
}

export const unparseableId = defineRule<Data, IncrementView>({
  id: "increment/unparseable-id",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  across: true,
  concerns: layoutsThat((one) => one === specWeave),
  summary: "A part of SpecWeave does not see a user story or task, because its heading has another form.",
  why: `SpecWeave looks for \`### US-001: Title\` and \`### T-001: Title\`, to the letter. What is written in another way is
missing from its counts, and what stands below it is taken for a part of the task before; nobody is told.

Its parts differ, and the message says which one passes over a heading. What is said here holds for 1.0.593:

- The *coverage check* (\`specweave validate\`) sees \`##\` and \`###\` for stories, whose ids may have a project (\`US-WEB-001\`),
  and \`###\` for tasks, with three digits or more and a colon right behind the id.
- The *status sync*, which ticks criteria when their tasks are done, takes tasks with any number of digits at \`###\` or deeper, but no
  letters. It reads no stories.

Nothing is said of a heading that both see. Ids with letters (\`T-008b\`, \`T-004-DOCS\`, \`T-MANUAL-1\`) and several tasks under one
heading (\`T-002-T-004\`) have no other form: they are only hints. Nothing is said of \`T-010E\`, which SpecWeave writes itself. The quick fix writes the heading as SpecWeave wants it; a sign such as ✅ or \`[RED]\` moves to
its end. References need no change: numbers count, not spellings.`,
  measured: `Every finding was compared with the parsers of SpecWeave 1.0.593, archived increments included: 327 in the 51 increments of
specweave and 1,230 in the 847 of another public repository, of which they refute none; of those before the parts were told apart they
refuted 116 and 511. Judged by hand in a third one: 12 of 12 right.`,
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
  message({ kind, definition: { id, flaws }, parts }) {
    const better = canonicalId(id.key);
    const seen = `${subjectOf(parts)} does not see ${id.text}`;
    // Of stories there is no other part that reads them.
    const rest = kind === "task" ? contrastOf(parts) : "";
    if (!better) return `${seen}${rest}: give the ${kind} a number of its own`;
    return `${seen} (${reason(flaws)})${rest}: write “### ${better}: …”`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || own.place.role === "copy") return;
    const stories = unseenIn(page, "story", own.stories);
    const tasks = unseenIn(page, "task", own.tasks);
    if (stories.length + tasks.length === 0 || !activeIncrement(page, snapshot)) return;
    for (const data of [...stories, ...tasks]) {
      const { id, nameSpan } = data.definition;
      const hint = canonicalId(id.key) === undefined;
      yield { span: nameSpan, data, ...(hint && { severity: "hint" as const }) };
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

/** Those that not all parts see; a heading that only speaks of one, such as “US-001 in detail”, defines none. */
function unseenIn(page: ReadPage, kind: Data["kind"], list: readonly (Story | Task)[]): Data[] {
  const found = list.map((definition): Data => {
    const { id, span } = definition;
    const line = lineAt(page.text, span.start);
    const parts = blindTo((part) => (kind === "story" ? storyOn(line) : taskOn(line, part)) === id.text);
    // What SpecWeave itself has brought in from outside, the status sync does not know.
    const isOwn = kind === "task" && /^T-\d+E$/.test(id.key) && !parts.includes("coverage");
    return { kind, definition, parts: isOwn ? [] : kind === "story" ? parts.slice(0, 1) : parts };
  });
  const seen = new Set(
    found.flatMap(({ parts, definition }) => (parts.length === 0 ? [definition.id.key] : [])),
  );
  return found.filter(({ parts, definition }) => parts.length > 0 && !seen.has(definition.id.key));
}

/** The line that begins at an offset, without its end. */
function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end).trimEnd();
}

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
