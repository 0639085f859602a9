import { defineRule, type FileChange } from "../../rule/rule.ts";
import { grouped } from "../../text/groups.ts";
import { type Edit, encloses, firstFrom, type Span } from "../../text/span.ts";
import { nextCriterion, nextStory, nextTask } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import type { Layout } from "../layouts/layout.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Increment } from "../model/increment.ts";
import {
  type Criterion,
  calledId,
  canonicalId,
  type Definition,
  hasTasks,
  type IncrementPage,
  isSpecification,
  type Task,
} from "../model/index.ts";

type Kind = "story" | "criterion" | "task" | "requirement";

interface Data {
  readonly increment: Increment;
  readonly kind: Kind;
  readonly first: Definition;
  readonly again: Definition;
}

export const duplicateId = defineRule<Data, IncrementView>({
  id: "increment/duplicate-id",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  across: true,
  summary: "A story, a criterion or a task is defined twice under one id.",
  why: `Nobody can tell which of the two a task, a test or an issue means; tools take the first or the last one.

A criterion counts as defined again where it stands with a box like the first one; in a section that only sums up
(*Progress*, *Definition of Done*, *Coverage* …) or without a box it is said again, not defined. A story or task counts where
the titles differ, below a heading of the same depth. The quick fix gives the later one the next free number, together with the mentions in its own section:
those surely mean it. Of spec-kit, \`FR-001\` and \`SC-001\` count that are stated twice in sections for requirements and criteria. Of a story the criteria below it follow, with the references to those that exist nowhere else.
Tasks in the layout of Kiro may be counted anew below each heading.`,
  measured: `Never in specweave: one criterion is written a second time, as a note without a box, which is left alone.`,
  examples: [
    {
      title: "Another criterion",
      path: ".specweave/increments/0012-search/spec.md",
      bad: `### US-001: Search

- [ ] **AC-US1-01**: A title is found
- [ ] **AC-US1-02**: Nothing found says so
- [ ] **«AC-US1-01»**: The first hit is in view, see T-004
  - AC-US1-01 is checked by hand
`,
      good: `### US-001: Search

- [ ] **AC-US1-01**: A title is found
- [ ] **AC-US1-02**: Nothing found says so
- [ ] **AC-US1-03**: The first hit is in view, see T-004
  - AC-US1-03 is checked by hand
`,
    },
    {
      title: "Another story",
      path: ".specweave/increments/0012-search/spec.md",
      bad: `### US-001: Search

- [ ] **AC-US1-01**: A title is found

### «US-001»: Filter

- [ ] **AC-US1-02**: One colour, for US-001
`,
      good: `### US-001: Search

- [ ] **AC-US1-01**: A title is found

### US-002: Filter

- [ ] **AC-US2-02**: One colour, for US-002
`,
    },
    {
      title: "Another task",
      path: ".specweave/increments/0012-search/tasks.md",
      bad: "### T-001: Index titles\n\n### T-002: Rank hits\n\n### «T-001»: Index words\n",
      good: "### T-001: Index titles\n\n### T-002: Rank hits\n\n### T-003: Index words\n",
    },
    {
      title: "Said again",
      path: ".specweave/increments/0012-search/spec.md",
      good: `### US-001: Search

- [ ] **AC-US1-01**: A title is found

## Notes by story

### US-001: Search

- AC-US1-01: as in the old shop

## Progress

- [ ] **AC-US1-01**: A title is found
`,
    },
  ],
  message({ again }) {
    return `${calledId(again.id)} is already defined above: give this one another number`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !(isSpecification(own.place) || hasTasks(own.place))) return;
    const found = duplicatesIn(own, page);
    const increment = found.length > 0 ? activeIncrement(page, snapshot) : undefined;
    if (!increment) return;
    for (const { kind, first, again } of found)
      yield {
        span: again.id.span,
        data: { increment, kind, first, again },
        related: [{ path: page.path, span: first.nameSpan, message: `${first.id.text} is defined here` }],
      };
  },

  fixes({ data }, { page, given }) {
    const series = `${data.kind} ${groupOf(data)} of ${data.increment.unit}`;
    const id = nextId(data, given?.(series));
    if (!id) return [];
    return [
      {
        title: `Renumber to ${id}, with the mentions of this one`,
        changes: renumbered(data, page, id),
        safety: "review",
        preferred: true,
        series,
      },
    ];
  },
});

interface Duplicate {
  readonly kind: Kind;
  readonly first: Definition;
  readonly again: Definition;
}

function duplicatesIn(
  { stories, criteria, tasks, others, place }: IncrementPage,
  page: ReadPage,
): Duplicate[] {
  const byKey = new Map<string, Criterion>();
  for (const one of criteria) if (one.standing === "definition") byKey.set(one.id.key, one);
  const required = layoutOf(place).words.whole && isSpecification(place) ? requirementsIn(page, others) : [];
  return [
    ...otherTitles("story", stories),
    ...otherTitles("requirement", required),
    ...criteria.flatMap((again): Duplicate[] => {
      const first = again.standing === "duplicate" ? byKey.get(again.id.key) : undefined;
      return first ? [{ kind: "criterion", first, again }] : [];
    }),
    ...groupsOf(layoutOf(place), page, tasks).flatMap((list) => otherTitles("task", list)),
  ];
}

/** `FR-001` and `SC-001` where they are stated: in a section for them, not where they are spoken of again. */
function requirementsIn({ facts }: ReadPage, others: readonly Definition[]): Definition[] {
  return others.filter(({ id, span }) => {
    const heading = facts.headings[firstFrom(facts.headings, span.start) - 1];
    return /^(?:FR|SC)-/.test(id.key) && heading !== undefined && STATED.test(heading.text);
  });
}

const STATED = /\b(?:requirements?|criteria|outcomes?)\b/i;

/** The tasks that are to have different numbers, list by list. */
function groupsOf(
  { countsAnew, comparesTasks }: Layout,
  page: ReadPage,
  tasks: readonly Task[],
): readonly (readonly Task[])[] {
  if (comparesTasks) return [];
  return countsAnew ? byHeading(page, tasks) : [tasks];
}

function byHeading({ facts }: ReadPage, tasks: readonly Task[]): Task[][] {
  return [...grouped(tasks, ({ span }) => firstFrom(facts.headings, span.start)).values()];
}

function otherTitles(kind: Kind, list: readonly Definition[]): Duplicate[] {
  const firsts = new Map<string, Definition>();
  return list.flatMap((again) => {
    const first = firsts.get(again.id.key);
    if (!first) firsts.set(again.id.key, again);
    return first && isAnother(first, again) ? [{ kind, first, again }] : [];
  });
}

/** Not `#### T-001 in detail`, which speaks of the first one. */
function isAnother(first: Definition, again: Definition): boolean {
  if (again.depth !== first.depth || again.flaws.includes("separator")) return false;
  return again.title !== "" && wordsOf(first.title) !== wordsOf(again.title);
}

function wordsOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}

/** Criteria are numbered within their story. */
function groupOf({ kind, again }: Pick<Data, "kind" | "again">): string {
  return kind === "criterion" ? ((again as Criterion).story ?? "") : "";
}

function nextId({ increment, kind, again }: Data, further?: number): string | undefined {
  // Numbers that are places follow from those.
  if (layoutOf(increment).notation.isByPlace) return undefined;
  if (kind === "requirement") return nextRequirement(increment, again, further);
  // What counts in another way has no next number here.
  if (!canonicalId(again.id.key)) return undefined;
  if (kind === "story") return nextStory(increment, further);
  if (kind === "criterion") return nextCriterion(increment, groupOf({ kind, again }), further);
  const next = nextTask(increment, further);
  return /^T\d/.test(again.id.text) ? next.replace("-", "") : next;
}

/** The next number of a series such as `FR-001`, with as many digits. */
function nextRequirement({ pages }: Increment, { id: { text, key } }: Definition, further = 0): string {
  const prefix = key.slice(0, key.indexOf("-") + 1);
  const numbers = [...pages.values()].flatMap(({ others }) =>
    others.flatMap(({ id }) =>
      id.key.startsWith(prefix) ? [Number.parseInt(id.key.slice(prefix.length), 10)] : [],
    ),
  );
  const digits = /\d+/.exec(text)?.[0].length ?? 3;
  return `${prefix}${String(Math.max(0, ...numbers) + 1 + further).padStart(digits, "0")}`;
}

function renumbered(data: Data, page: ReadPage, id: string): FileChange[] {
  const { kind, again, increment } = data;
  const own = increment.pages.get(page.path) as IncrementPage;
  const within = mentionsIn(own, again.span).filter(({ key }) => key === again.id.key);
  const edits: Edit[] = within.map(({ span }) => ({ span, text: id }));
  if (kind !== "story") return [{ kind: "edit", path: page.path, edits }];
  return withCriteria(data, own, page.path, id, edits);
}

function mentionsIn({ mentions }: IncrementPage, span: Span) {
  return mentions.filter((one) => encloses(span, one.span));
}

/** The criteria below a story get its new number; those that exist nowhere else in all of the increment. */
function withCriteria(
  { again, increment }: Data,
  own: IncrementPage,
  path: string,
  id: string,
  edits: readonly Edit[],
): FileChange[] {
  const below = own.criteria.filter(
    ({ span, story }) => encloses(again.span, span) && story === again.id.key,
  );
  const numbers = new Map(
    below.flatMap(({ id: old }) => {
      const tail = /-(\d+)$/.exec(old.key)?.[1];
      const next = tail && canonicalId(`AC-US${Number(id.slice("US-".length))}-${tail}`);
      return next ? [[old.key, next] as const] : [];
    }),
  );
  const elsewhere = (key: string) =>
    own.criteria.some(
      (one) => one.id.key === key && one.standing !== "repeat" && !encloses(again.span, one.span),
    );
  const changes = new Map<string, Edit[]>([[path, [...edits]]]);
  for (const [other, page] of increment.pages)
    for (const { key, span } of page.mentions) {
      const next = numbers.get(key);
      if (!next || !((other === path && encloses(again.span, span)) || !elsewhere(key))) continue;
      const list = changes.get(other) ?? [];
      changes.set(other, [...list, { span, text: next }]);
    }
  return [...changes].map(([one, list]) => ({ kind: "edit", path: one, edits: list }));
}
