import { defineRule } from "../../rule/rule.ts";
import { firstFrom, type Span } from "../../text/span.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specKit } from "../layouts/specKit/layout.ts";

interface Data {
  readonly question: string;
  /** Whether there are tasks already. */
  readonly late: boolean;
}

export const needsClarification = defineRule<Data, IncrementView>({
  id: "increment/needs-clarification",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === specKit),
  summary: "A question that the specification asks is still open.",
  why: `spec-kit has whatever is not clear marked as \`[NEEDS CLARIFICATION: question]\`, to be answered before a plan is made. A mark that is left
in a feature with tasks is a decision that somebody else makes without knowing.

Reported are marks with a question in \`spec.md\` and \`plan.md\`; a piece of information as long as the feature has no tasks, for then asking
is what the page is for. Code, and lines that speak of such marks, are left alone.`,
  measured: "Never in the 40 features of six public repositories, nor in 16 of eight more on 2026-12-01.",
  examples: [
    {
      title: "Not answered, though there are tasks",
      path: "specs/003-pay/spec.md",
      given: { "specs/003-pay/tasks.md": "- [ ] T001 Form\n" },
      bad: "- **FR-001**: System MUST keep receipts for «[NEEDS CLARIFICATION: how long?]»\n",
    },
    {
      title: "About marks, and answered",
      path: "specs/003-pay/spec.md",
      given: { "specs/003-pay/tasks.md": "- [ ] T001 Form\n" },
      good: "- [x] No [NEEDS CLARIFICATION: …] markers remain\n- **FR-001**: System MUST keep receipts for ten years\n\n`[NEEDS CLARIFICATION: how long?]`\n",
    },
  ],
  message({ question, late }) {
    const asked = question.length > 60 ? `${question.slice(0, 59)}…` : question;
    return late
      ? `“${asked}” is not answered, though the feature has tasks: answer it and remove the mark`
      : `“${asked}” is not answered yet: answer it before tasks are made`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !(own.place.role === "spec" || own.place.role === "plan") || !page.text.includes(WORDS))
      return;
    const increment = activeIncrement(page, snapshot);
    if (!increment) return;
    const late = increment.tasks.size > 0;
    for (const match of page.text.matchAll(MARK)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const question = (match[1] ?? "").trim();
      if (question === "" || isCode(page, span) || isAbout(page, span)) continue;
      yield { span, data: { question, late }, ...(!late && { severity: "information" as const }) };
    }
  },
});

const WORDS = "NEEDS CLARIFICATION";
const MARK = /\[NEEDS CLARIFICATION[ \t]*[:：–—-]([^[\]\r\n]{1,500})\]/g;

/** True on a line that speaks of marks, or of an example of one. */
function isAbout({ text }: ReadPage, { start, end }: Span): boolean {
  const newline = text.indexOf("\n", end);
  const line =
    text.slice(text.lastIndexOf("\n", start) + 1, start) +
    text.slice(end, newline < 0 ? text.length : newline);
  return /\bmark(?:er)?s?\b|\bremain|\bexample\b|\bresolved\b|~~/i.test(line);
}

function isCode({ facts }: ReadPage, { start }: Span): boolean {
  const block = facts.codes[firstFrom(facts.codes, start + 1) - 1];
  return (
    (block !== undefined && start < block.span.end) ||
    facts.codeSpans.some((code) => code.start <= start && start < code.end)
  );
}
