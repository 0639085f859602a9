import { defineRule } from "../../rule/rule.ts";
import type { Edit } from "../../text/span.ts";
import { fieldBeside, type IncrementTarget, targetOf, writtenId } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import type { Increment } from "../model/increment.ts";
import type { IncrementField, Task } from "../model/index.ts";

interface Data {
  readonly increment: Increment;
  readonly task: Task;
  readonly field: IncrementField;
  /** What SpecWeave does not understand. */
  readonly why: "range" | "all" | "words";
}

export const criteriaNotAList = defineRule<Data, IncrementView>({
  id: "increment/criteria-not-a-list",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === specWeave),
  summary:
    "The criteria of a task are a range, “All”, or have words among them, and SpecWeave loses some of them.",
  why: `SpecWeave splits the field at its commas and drops whatever is not exactly an id: of \`AC-US1-01 through AC-US1-04\`,
of \`All\` and of \`AC-US2-01 (in part)\` nothing is left, and the criteria count as not covered.

The quick fix writes the ids with commas between them: those of a range that the specification has, and for \`All\` the
criteria of the task's stories, or of the increment where the task names none. Words that stood among them are kept as
they were, in a field \`**Note**\` behind it. Fields that hold no id at all, such as \`N/A\` or a sentence, are fine, and so are ids
that have no better form.`,
  measured: `88 fields in 21 of the 51 increments of specweave, archived and completed ones included; 23 were read, all right: mostly
words in brackets behind an id. In those that somebody works on: never. Four times in increments of nine other repositories, all right.`,
  examples: [
    {
      title: "A range, all, and words",
      path: ".specweave/increments/0012-search/tasks.md",
      given: {
        ".specweave/increments/0012-search/spec.md":
          "### US-001: Search\n\n- [ ] **AC-US1-01**: Title\n- [ ] **AC-US1-02**: Empty\n- [ ] **AC-US1-04**: In view\n\n### US-002: Filter\n\n- [ ] **AC-US2-01**: One colour\n",
      },
      bad: `### T-001: Index

**Satisfies ACs**: «AC-US1-01 through AC-US1-04»

### T-002: Filter

**User Story**: US-002 | **Satisfies ACs**: «All» | **Status**: [ ] pending

### T-003: Empty

**Satisfies ACs**: «AC-US1-02 (in part), AC-US2-01»

### T-004: View

**Satisfies ACs**: «AC-US1-01..04»
`,
      good: `### T-001: Index

**Satisfies ACs**: AC-US1-01, AC-US1-02, AC-US1-04

### T-002: Filter

**User Story**: US-002 | **Satisfies ACs**: AC-US2-01 | **Status**: [ ] pending

### T-003: Empty

**Satisfies ACs**: AC-US1-02, AC-US2-01
**Note**: AC-US1-02 (in part), AC-US2-01

### T-004: View

**Satisfies ACs**: AC-US1-01, AC-US1-02, AC-US1-04
`,
    },
    {
      title: "Lists, nothing, and sentences",
      path: ".specweave/increments/0012-search/tasks.md",
      given: {
        ".specweave/increments/0012-search/spec.md": "### US-001: Search\n\n- [ ] **AC-US1-01**: Title\n",
      },
      good: "### T-001: Index\n\n**Satisfies ACs**: AC-US1-01, AC-US1-02\n\n### T-002: Notes\n\n**Satisfies ACs**: N/A\n\n### T-003: Colours\n\n**AC**: all colours are found\n",
    },
  ],
  message({ field, why }) {
    const given = field.text.length > 40 ? `${field.text.slice(0, 39)}…` : field.text;
    const what = { range: "a range", all: "“All”", words: "words among ids" }[why];
    return `SpecWeave does not understand ${what} in “${given}”: list the ids, with commas between them`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (own?.place.role !== "tasks") return;
    const increment = activeIncrement(page, snapshot);
    if (!increment) return;
    for (const task of own.tasks)
      for (const field of task.fields) {
        const why = field.kind === "criteria" && !field.canonical ? reason(page.text, field) : undefined;
        if (why) yield { span: field.value, data: { increment, task, field, why } };
      }
  },

  fixes({ data: { increment, task, field, why } }, { page }) {
    const keys = field.all
      ? allOf(increment, task, field)
      : field.keys.filter((key) => isKnown(increment, field, key));
    const target = targetOf(page);
    if (keys.length === 0 || !target) return [];
    const list = keys.map((key) => spelled(increment, field, key)).join(", ");
    return [
      {
        title: `List the ids: ${list.length > 60 ? `${list.slice(0, 59)}…` : list}`,
        changes: [{ kind: "edit", path: page.path, edits: listed(target, page.text, task, field, list) }],
        safety: why === "range" ? "safe" : "review",
        preferred: true,
      },
    ];
  },
});

const ALONE = /^all(?: (?:acs?|ac ids?|acceptance criteria|criteria))?$/i;
const CONNECTED = /(?:\b(?:through|thru|to|until|bis)\b|\.{2,3}|[–—→-])(?:[ \t]*\d{1,3}(?![\w-]))?/gi;

/** What stands between and around the ids, without ranges. */
function wordsOf(text: string, { value, ids }: IncrementField): string {
  let rest = "";
  let at = value.start;
  for (const { span } of [...ids, { span: { start: value.end, end: value.end } }]) {
    rest += ` ${text.slice(at, span.start).replace(CONNECTED, " ")}`;
    at = span.end;
  }
  return rest.replace(/[\s,;&+/()`*_]|\band\b/gi, "");
}

function reason(text: string, field: IncrementField): Data["why"] | undefined {
  if (field.all) return "all";
  if (!field.ids.some(({ kind }) => kind === "criterion")) return undefined;
  if (wordsOf(text, field) !== "") return "words";
  // Ids of another form are a matter of their own.
  return field.keys.length > field.ids.length || !isSeparated(text, field) ? "range" : undefined;
}

function isSeparated(text: string, { value, ids }: IncrementField): boolean {
  return ids.every(({ span }, i) => {
    const before = ids[i - 1];
    return /^,?[ \t]*$/.test(text.slice(before ? before.span.end : value.start, span.start));
  });
}

/** `All`, not `All critical ones`. */
const EVERY =
  /^\W*all\b\W{0,3}(?:$|\(|acs?\b|ac-ids?\b|(?:acceptance )?criteria\b|(?:user )?stories\b|us-?\d)/i;

/** The criteria of the stories that the field names, or the task; else of the increment. */
function allOf({ coverage }: Increment, { stories }: Task, { text, keys }: IncrementField): string[] {
  if (!EVERY.test(text)) return [];
  const named = keys.filter((key) => key.startsWith("US-"));
  const wanted = named.length > 0 ? named : stories;
  return [...coverage].flatMap(([key, { criterion }]) =>
    wanted.length === 0 || wanted.includes(criterion.what.story ?? "") ? [key] : [],
  );
}

/** An id that is written there, or one between two that the specification has. */
function isKnown({ coverage }: Increment, { ids }: IncrementField, key: string): boolean {
  return ids.some((id) => id.key === key) || coverage.size === 0 || coverage.has(key);
}

function spelled({ criteria }: Increment, { ids }: IncrementField, key: string): string {
  const written = writtenId(key);
  return written !== key
    ? written
    : (ids.find((id) => id.key === key)?.text ?? criteria.get(key)?.[0]?.what.id.text ?? key);
}

/** The list in place of the value, and what else the value said behind it. */
function listed(
  target: IncrementTarget,
  text: string,
  task: Task,
  field: IncrementField,
  list: string,
): Edit[] {
  const value = text.slice(field.value.start, field.value.end);
  const plain = field.all ? ALONE.test(value.replace(/\W+/g, " ").trim()) : wordsOf(text, field) === "";
  const edit = { span: field.value, text: list };
  return plain ? [edit] : fieldBeside(target, task, field, list, { label: "Note", value });
}
