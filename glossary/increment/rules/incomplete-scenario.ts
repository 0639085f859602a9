import { defineRule } from "../../rule/rule.ts";
import { positionAt } from "../../text/lines.ts";
import type { Edit } from "../../text/span.ts";
import { linesAfter, targetOf } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import type { Clause, Scenario } from "../model/index.ts";
import { hasTasks } from "../model/place.ts";

export const incompleteScenario = defineRule<Scenario, IncrementView>({
  id: "increment/incomplete-scenario",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  summary: "A test says what is given, but not what happens or what is expected then.",
  why: `A scenario has three parts: *Given* a state, *When* something happens, *Then* something can be seen. Without the last one
nothing is tested; without the second one nobody knows when.

What stands behind the last arrow of a line is the outcome: *Given an expired card → returns 402*.

Looked at are the scenarios of tasks: in one line, as a list and in \`gherkin\` code. A background needs no more than *Given*.`,
  measured: `242 times in the 847 increments of one public repository, archived ones included; 254 fewer since the words behind an arrow are an outcome, which
was wrong in 7 of 12 that were judged by hand. In 37 further
repositories of five spec tools, on 2026-12-01, never; with finished ones 7 times, 6 of them wrong, where words of their own follow a *Given*. Never in specweave, whose tasks have 955 scenarios.`,
  examples: [
    {
      title: "Without an end",
      path: ".specweave/increments/0012-search/tasks.md",
      bad: `### T-001: Index

**Test**: «Given a title → When it is indexed»

### T-002: Rank

**Test Plan**:

- **«Given** two titles»
`,
      good: `### T-001: Index

**Test**: Given a title → When it is indexed → Then …

### T-002: Rank

**Test Plan**:

- **Given** two titles
- **When** …
- **Then** …
`,
    },
    {
      title: "All three",
      path: ".specweave/increments/0012-search/tasks.md",
      good: `### T-001: Index

**Test**: Given a title → When it is indexed → Then it is found

### T-002: Rank

- **Given** two titles
- **When** they are ranked
- **Then** the shorter one comes first
`,
    },
  ],
  message({ missing }) {
    const names = missing.map(capital).join(" and ");
    return `This scenario has no ${names}: complete it`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !hasTasks(own.place)) return;
    const found = own.tasks.flatMap(({ scenarios }) => scenarios.filter(({ missing }) => missing.length > 0));
    if (found.length === 0 || !activeIncrement(page, snapshot)) return;
    for (const scenario of found) yield { span: scenario.span, data: scenario };
  },

  fixes({ data: scenario }, { page }) {
    const edits = completed(page, scenario);
    if (edits.length === 0) return [];
    const names = scenario.missing.map((name) => `${capital(name)} …`).join(" → ");
    return [
      {
        title: `Add “${names}” to fill in`,
        changes: [{ kind: "edit", path: page.path, edits }],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

function capital(name: Clause): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What is missing, behind the clause that comes before it; bold where that is. Not in code, where each has a line. */
function completed(page: ReadPage, { form, clauses, missing }: Scenario): Edit[] {
  const { text, lines } = page;
  const bold = clauses.some(({ span }) => text.slice(span.start - 2, span.start) === "**");
  const words = missing.map((name) => (bold ? `**${capital(name)}** …` : `${capital(name)} …`));
  const given = clauses.find(({ name }) => name === "given");
  const target = targetOf(page);
  if (form === "fence" || !given || !target || words.length === 0) return [];
  const { span } = clauses.find(({ name }) => name === "when") ?? given;
  const { line } = positionAt(lines, span.start);
  const lead = ITEM.exec(text.slice(lines[line], span.start))?.[1];
  if (lead !== undefined) {
    const items = words.map((one) => lead + one);
    return [linesAfter(target, lines[lastOf(page, line)] as number, items)];
  }
  return [{ span: { start: span.end, end: span.end }, text: words.map((one) => ` → ${one}`).join("") }];
}

const ITEM = /^([ \t]*[-*+][ \t]+)(?:\*\*|__)?$/;
/** `And` and `But`, which belong to the clause before them, and the further lines of an item. */
const BELONGS = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?(?:and|but)\b|^[ \t]+[^\s*+-]/i;

/** The last line of what an item on a line says. */
function lastOf({ text, lines }: ReadPage, line: number): number {
  let last = line;
  while (last + 1 < lines.length && BELONGS.test(text.slice(lines[last + 1], lines[last + 2]))) last++;
  return last;
}
