import { defineRule } from "../../rule/rule.ts";
import { type Edit, firstFrom } from "../../text/span.ts";
import { writtenId } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import { type Criterion, canonicalId, type Flaw } from "../model/index.ts";

export const unparseableCriterion = defineRule<Criterion, IncrementView>({
  id: "increment/unparseable-criterion",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === specWeave),
  summary: "SpecWeave does not see an acceptance criterion, because its line has another form.",
  why: `SpecWeave looks for \`- [ ] **AC-US1-01**: Text\`, to the letter. A criterion in another form is not counted, not ticked
when its tasks are done, and not synchronised, and nobody is told.

Reported are criteria of a specification that are not bold, have no box, are headings or paragraphs, have another sign
than \`: \` behind the id, or an id of another form. Only a hint are ids that have no other form, such as \`AC-001\`, which
belongs to no story; \`[~]\` and \`[-]\` are taken as meant. The quick fix writes the line as SpecWeave wants it. A criterion
without a box gets an open one, or a ticked one where a ✅ says so; a heading with text below it is left to you.`,
  measured: `254 criteria in 11 of the 51 increments of specweave, archived and completed ones included, 43 of them only hints; 24 were
read, and all are lines that SpecWeave passes over. In those that somebody works on: never. In increments of nine other
repositories seven times, all right: ids that are not bold, and boxes behind the id. Never in pages of spec-kit, OpenSpec and Kiro.`,
  examples: [
    {
      title: "Plain text, without a box, with a dash",
      path: ".specweave/increments/0012-search/spec.md",
      bad: `### US-001: Search

- [x] «AC-US1-01: A title is found»
- **«AC-US1-02**: Nothing found says so»
- [ ] **«AC-US1-3** — The first hit is in view»
`,
      good: `### US-001: Search

- [x] **AC-US1-01**: A title is found
- [ ] **AC-US1-02**: Nothing found says so
- [ ] **AC-US1-03**: The first hit is in view
`,
    },
    {
      title: "A box behind the id",
      path: ".specweave/increments/0012-search/spec.md",
      bad: `- **US-001**: Search
  - **«AC-US1-01**: [ ] A title is found»
  - **«AC-US1-02**: [x] Nothing found says so»
`,
      good: `- **US-001**: Search
  - [ ] **AC-US1-01**: A title is found
  - [x] **AC-US1-02**: Nothing found says so
`,
    },
    {
      title: "A paragraph and a heading",
      path: ".specweave/increments/0012-search/spec.md",
      bad: `### US-001: Search

**«AC-US1-01**: A title is found»

#### «AC-US1-02: Nothing found says so ✅»
`,
      good: `### US-001: Search

- [ ] **AC-US1-01**: A title is found

- [x] **AC-US1-02**: Nothing found says so ✅
`,
    },
    {
      title: "Of no story",
      path: ".specweave/increments/0012-search/spec.md",
      bad: "### US-001: Search\n\n- [ ] **«AC-001**: A title is found»\n",
    },
    {
      title: "As SpecWeave wants it, put off, and in a plan",
      path: ".specweave/increments/0012-search/spec.md",
      given: { ".specweave/increments/0012-search/plan.md": "- AC-US1-01: by an index\n" },
      good: "### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n- [~] **AC-US1-02**: Typing errors are forgiven\n",
    },
  ],
  message({ id, flaws }) {
    const better = canonicalId(id.key);
    return better
      ? `SpecWeave does not see ${id.text} (${reason(flaws)}): write “- [ ] **${better}**: …”`
      : `SpecWeave does not see ${id.text}: name its story, as in “AC-US1-01”`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (own?.place.role !== "spec") return;
    if (!own.criteria.some(isFlawed) || !activeIncrement(page, snapshot)) return;
    for (const criterion of own.criteria)
      if (isFlawed(criterion))
        yield {
          span: spanOf(criterion),
          data: criterion,
          ...(canonicalId(criterion.id.key) === undefined && { severity: "hint" as const }),
        };
  },

  fixes({ data: criterion }, { page }) {
    const edits = rewritten(page, criterion);
    if (!edits) return [];
    const careful = criterion.flaws.some((flaw) => flaw !== "bold" && flaw !== "separator");
    return [
      {
        title: `Write “- [ ] **${writtenId(criterion.id.key)}**: …”`,
        changes: [{ kind: "edit", path: page.path, edits }],
        safety: careful ? "review" : "safe",
        preferred: true,
      },
    ];
  },
});

/** From the id to the end of its line. */
function spanOf({ id, nameSpan }: Criterion) {
  return { start: id.span.start, end: nameSpan.end };
}

function isFlawed({ flaws, standing, state }: Criterion): boolean {
  if (flaws.length === 0 || (standing !== "definition" && standing !== "duplicate")) return false;
  return !(flaws.length === 1 && flaws[0] === "box" && state?.mark !== undefined);
}

const REASONS: readonly (readonly [Flaw, string])[] = [
  ["form", "no list item"],
  ["box", "no box"],
  ["bold", "id not bold"],
  ["prefix", "text before the id"],
  ["id", "form of the id"],
  ["separator", "no colon right behind the id"],
];

function reason(flaws: readonly Flaw[]): string {
  return REASONS.filter(([flaw]) => flaws.includes(flaw))
    .map(([, text]) => text)
    .join(", ");
}

/** `**AC-US1-01**: [ ] A title is found` */
const BOX = /^\[([ xX])\][ \t]+/;

/** The line in the form that is seen; `undefined` where it cannot be had without moving other text. */
function rewritten({ text, facts }: ReadPage, criterion: Criterion): Edit[] | undefined {
  const { id, form, nameSpan, titleSpan, span, state } = criterion;
  const better = canonicalId(id.key);
  if (!better) return undefined;
  if (form === "heading" && text.slice(nameSpan.end, span.end).trim() !== "") return undefined;
  const item = facts.items[firstFrom(facts.items, span.start)];
  const start = form === "item" ? item?.marker.end : span.start;
  if (start === undefined || (form === "heading" && text[start] !== "#")) return undefined;
  const before = text.slice(state?.box?.end ?? start, id.span.start);
  const between = text.slice(id.span.end, titleSpan.start);
  const said = [before.replace(/^#+/, ""), between]
    .map((one) => one.replace(/\*\*|__|[:—–|]|-(?=[ \t]|$)|\.(?=[ \t]|$)|\bCriterion\b/g, "").trim())
    .filter((one) => one !== "");
  const behind = state ? undefined : BOX.exec(text.slice(titleSpan.start, titleSpan.end));
  const title = [...said, text.slice(titleSpan.start + (behind?.[0].length ?? 0), titleSpan.end)].join(" ");
  const mark = state?.mark ?? behind?.[1] ?? (/^✅|✅$|✓/u.test(title) ? "x" : " ");
  const lead = form === "item" ? "" : "-";
  return [
    {
      span: { start, end: Math.max(titleSpan.end, nameSpan.end) },
      text: `${lead} [${mark}] **${better}**: ${title}`,
    },
  ];
}
