import { defineRule } from "../../rule/rule.ts";
import type { Edit } from "../../text/span.ts";
import { fieldBeside, type IncrementTarget, targetOf, writtenId } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import type { Increment } from "../model/increment.ts";
import { canonicalId, criteriaOfRange, type IncrementField, idOf, type Task } from "../model/index.ts";
import { contrastOf, fieldOn, PARTS, type Part, subjectOf } from "../model/parsers.ts";

interface Data {
  readonly increment: Increment;
  readonly task: Task;
  readonly field: IncrementField;
  /** What SpecWeave does not understand. */
  readonly why: Why;
  /** The parts of it that lose a criterion, and what they still take. */
  readonly loses: readonly Loss[];
  /** How many more fields of the page have the same label. */
  readonly more: number;
}

type Why = "label" | "range" | "all" | "words" | "form";

interface Loss {
  readonly part: Part;
  readonly taken: readonly string[];
}

/** The label that all parts read. */
const LABEL = "Satisfies ACs";

export const criteriaNotAList = defineRule<Data, IncrementView>({
  id: "increment/criteria-not-a-list",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === specWeave),
  summary:
    "The criteria of a task are a range, “All”, or have words among them, and a part of SpecWeave loses some of them.",
  why: `Behind \`**Satisfies ACs**:\`, the parts of SpecWeave read different things (1.0.593), and the criteria that one does not
take count as not covered there, or are never ticked:

- The *coverage check* takes ids with commas between them, from the start of the field on, and stops at the first other sign: of
  \`AC-US1-01 (in part), AC-US1-02\` the second one is lost, of \`AC-US1-01 through AC-US1-04\` and \`AC-US1-01-04\` all but the first.
- The *status sync* takes each word that begins with \`AC-\`: words in between do no harm, but of a range it takes the ends alone, and
  \`AC-US1-01;\` or \`AC-US1-01..04\` is the id of nothing.
- Neither understands \`All\`. Of a field with another label, such as \`**Acceptance Criteria**\` or \`**AC**\`, the status sync reads the
  latter, the coverage check nothing. Of such fields that are lists, only the first one of a page is reported.

The message says which part loses what. Nothing is said where none does, as of \`AC-US1-01 (in part)\`.

The quick fix writes the ids with commas between them: those of a range that the specification has, and for \`All\` the
criteria of the task's stories, or of the increment where the task names none. Words that stood among them are kept as
they were, in a field \`**Note**\` behind it. Fields that hold no id at all, such as \`N/A\` or a sentence, are fine, and so are ids
that have no better form.`,
  measured: `Every finding was compared with the parsers of SpecWeave 1.0.593, archived increments included: 107 in the 51 increments of
specweave and 537 in the 847 of another public repository, of which they refute none; of those before they refuted 6 and 96. Judged by
hand in a third one: 3 of 12 right before, all 9 wrong ones being words behind an id that lose nothing; of these none is reported any more.`,
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

### T-005: Rank

**Satisfies ACs**: «AC-US1-01-02»

### T-006: Sort

**Acceptance Criteria**: «AC-US2-01»
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

### T-005: Rank

**Satisfies ACs**: AC-US1-01, AC-US1-02

### T-006: Sort

**Satisfies ACs**: AC-US2-01
`,
    },
    {
      title: "Lists, nothing, words behind the last id, and sentences",
      path: ".specweave/increments/0012-search/tasks.md",
      given: {
        ".specweave/increments/0012-search/spec.md": "### US-001: Search\n\n- [ ] **AC-US1-01**: Title\n",
      },
      good: "### T-001: Index\n\n**Satisfies ACs**: AC-US1-01, AC-US1-02\n\n### T-002: Notes\n\n**Satisfies ACs**: N/A\n\n### T-004: Rank\n\n**Satisfies ACs**: AC-US1-01 (in part)\n\n### T-003: Colours\n\n**AC**: all colours are found\n",
    },
  ],
  message({ field, why, loses, more }) {
    if (why === "label") {
      const parts = loses.map(({ part }) => part);
      const others = more === 0 ? "" : ` and ${more} more`;
      return `${subjectOf(parts)} does not read “${field.label}”${others}${contrastOf(parts)}: write “**${LABEL}**” and a list of ids`;
    }
    const given = field.text.length > 40 ? `${field.text.slice(0, 39)}…` : field.text;
    const what = {
      range: "a range",
      all: "“All”",
      words: "words among ids",
      form: "ids of another form",
    }[why];
    const rest = "list the ids, with commas between them";
    const takes = loses.map(({ part, taken }) => {
      const ids = taken.length > 3 ? `${taken.length} ids` : taken.join(", ");
      return {
        part: part === "coverage" ? "coverage check" : "status sync",
        ids: ids === "" ? "nothing" : `only ${ids}`,
      };
    });
    const [one, other] = takes;
    if (!one || (takes.every(({ ids }) => ids === "nothing") && other))
      return `SpecWeave does not understand ${what} in “${given}”: ${rest}`;
    const also = other ? `, its ${other.part} ${other.ids}` : "";
    return `The ${one.part} of SpecWeave takes ${one.ids} of “${given}” (${what})${also}: ${rest}`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (own?.place.role !== "tasks") return;
    const increment = activeIncrement(page, snapshot);
    if (!increment) return;
    const lists = new Map<string, Data & { more: number }>();
    for (const task of own.tasks)
      for (const field of task.fields) {
        if (field.kind !== "criteria") continue;
        const data = dataOf(increment, page.text, task, field);
        if (!data) continue;
        if (data.why !== "label" || !field.canonical) yield { span: field.value, data };
        else {
          const first = lists.get(field.label);
          if (first) first.more++;
          else lists.set(field.label, { ...data, more: 0 });
        }
      }
    for (const data of lists.values()) yield { span: data.field.value, data };
  },

  fixes({ data: { increment, task, field, why } }, { page }) {
    const keys = meantBy(increment, task, field);
    const target = targetOf(page);
    if (keys.length === 0 || !target) return [];
    const list = keys.map((key) => spelled(increment, field, key)).join(", ");
    const label = why === "label" ? [{ span: field.labelSpan, text: LABEL }] : [];
    const edits = [...label, ...(field.canonical ? [] : listed(target, page.text, task, field, list))];
    return [
      {
        title: `List the ids: ${list.length > 60 ? `${list.slice(0, 59)}…` : list}`,
        changes: [{ kind: "edit", path: page.path, edits }],
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

/** What of a field is not as it has to be. */
function reason(text: string, field: IncrementField): Why {
  if (field.all) return "all";
  if (wordsOf(text, field) !== "") return "words";
  const ranges =
    field.keys.length > field.ids.length || field.ids.some(({ key }) => criteriaOfRange(key).length > 0);
  if (ranges) return "range";
  return field.ids.every(({ key, text: written }) => canonicalId(key) === written) ? "words" : "form";
}

/** What is lost of a field, and why; `undefined` where nothing is. */
function dataOf(increment: Increment, text: string, task: Task, field: IncrementField): Data | undefined {
  const meant = meantBy(increment, task, field).filter((key) => canonicalId(key) !== undefined);
  if (meant.length === 0 && !field.all) return undefined;
  const newline = text.indexOf("\n", field.value.start);
  const start = text.lastIndexOf("\n", field.span.start) + 1;
  const line = text.slice(start, newline < 0 ? text.length : newline).trimEnd();
  const losses = PARTS.flatMap((part): Loss[] => {
    const taken = fieldOn(field.label, line, part) ?? [];
    const known = new Set(
      taken.flatMap((id) => [id, canonicalId(idOf(id, increment.number)?.key ?? "") ?? id]),
    );
    const lost = field.all ? known.size === 0 : meant.some((key) => !known.has(canonicalId(key) as string));
    // An id that nobody means is the id of nothing: `AC-US2-01-03`.
    const own = taken.filter((id) => field.all || meant.includes(idOf(id, increment.number)?.key ?? ""));
    return lost ? [{ part, taken: own }] : [];
  });
  const unread = losses.filter(({ part }) => fieldOn(field.label, line, part) === undefined);
  // A task may say the same behind the label that is read.
  if (unread.length > 0 && task.fields.some(({ label }) => label === LABEL)) return undefined;
  const read = losses.filter((loss) => !unread.includes(loss));
  if (read.length > 0) return { increment, task, field, why: reason(text, field), loses: read, more: 0 };
  return unread.length > 0 ? { increment, task, field, why: "label", loses: unread, more: 0 } : undefined;
}

/** The keys of the criteria that a field means. */
function meantBy(increment: Increment, task: Task, field: IncrementField): string[] {
  if (field.all) return allOf(increment, task, field);
  const { criteria } = increment;
  const keys = field.keys.flatMap((key) => {
    const range = criteria.has(key) ? [] : criteriaOfRange(key).filter((one) => criteria.has(one));
    return range.length > 0 ? range : [key];
  });
  return [...new Set(keys)].filter((key) => key.startsWith("AC-") && isKnown(increment, field, key));
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
