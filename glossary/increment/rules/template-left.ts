import { defineRule, replace } from "../../rule/rule.ts";
import { positionAt } from "../../text/lines.ts";
import { firstFrom, type Span } from "../../text/span.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { IncrementRole } from "../model/index.ts";

interface Data {
  readonly text: string;
  /** The whole line, with its end, where nothing but blanks stands on it. */
  readonly line: Span | undefined;
}

/** What the author was to fill in: `{{…}}`, and what the templates of SpecWeave and spec-kit put in brackets. */
// It looks behind only where a bracket is: that is many times faster.
const MARK = new RegExp(
  [
    String.raw`\{\{(?<![$={]\{\{)[ ]?[\p{L}_][^{}\r\n]{0,120}\}\}(?!\})`,
    String.raw`\[(?:(?:User )?Story Title|Task Title|Feature (?:Title|Name)|FEATURE(?: NAME)?|Increment Name|user type|###-feature-name|Brief Title|initial state|expected outcome|boundary condition|error scenario|Specific, (?:measurable|testable) criterion|What needs to be done)\](?![(:[])`,
    String.raw`\[(?:Component|Criterion|Requirement|Metric|Dependency|Decision|Challenge|Entity|Goal|Benefit) [1-9]\](?![(:[])`,
    String.raw`\[(?<=\*\*(?:As an?|I want(?: to)?|So that)\*\*:? \[)[^\]\r\n]{1,80}\](?![(:[])`,
  ].join("|"),
  "gu",
);

/** States in which nobody works on an increment yet: what is to be filled in is. */
const LATER: ReadonlySet<string> = new Set(["planning", "backlog"]);
const WRITTEN: ReadonlySet<IncrementRole> = new Set<IncrementRole>([
  "spec",
  "whole",
  "plan",
  "tasks",
  "rubric",
  "requirements",
]);

const PATH = ".specweave/increments/0003-carts/spec.md";
const SPEC = (body: string) => `---\nstatus: active\n---\n\n# Carts\n\n${body}`;

export const templateLeft = defineRule<Data, IncrementView>({
  id: "increment/template-left",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  across: true,
  summary: "An increment that is being worked on still has text of its template.",
  why: `\`{{What stays as it is}}\` or \`[Story Title]\` was meant to be replaced before the work begins. Assistants
that read the page take it for what is wanted.

Reported are \`{{…}}\` outside of code, and the words that the templates of SpecWeave and spec-kit put in brackets;
other words in brackets are not, nor is a line that speaks of templates or placeholders; of an increment that is one file,
only what stands alone on its line. Increments in planning or in
the backlog, and those that are completed or archived, are left alone. Where nothing else stands on the line, the
quick fix removes it.`,
  measured: `Never in the repository of SpecWeave, with or without archived and completed increments: what looks like
it stands in code.`,
  examples: [
    {
      title: "A blank that was left",
      path: PATH,
      bad: SPEC("## Out of Scope\n\n- Wish lists\n- «{{What stays as it is}}»\n"),
      good: SPEC("## Out of Scope\n\n- Wish lists\n"),
    },
    {
      title: "A story without a story",
      path: PATH,
      bad: SPEC("### US-001: «[Story Title]» (P1)\n\n**As a** «[user type]»\n"),
    },
    {
      title: "Code, links, other brackets",
      path: PATH,
      good: SPEC("Write `{{name}}`, [Title], [Component 1](a.md), [x] and [T-001].\n\n```\n{{name}}\n```\n"),
    },
    {
      title: "In planning",
      path: PATH,
      good: "---\nstatus: planned\n---\n\n# Carts\n\n{{What changes}}\n",
    },
  ],

  message: ({ text }) => `“${text}” was left by the template: fill it in or remove it`,

  *check({ page, snapshot }) {
    const place = page.exports.increment?.place;
    if (!place || !WRITTEN.has(place.role)) return;
    const { role } = place;
    const { filledLast, tasksInParts } = layoutOf(place);
    let wanted: boolean | undefined;
    let last: { span: Span; text: string; line: number } | undefined;
    for (const match of page.text.matchAll(MARK)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (match[0] === filledLast || isCode(page, span) || isAbout(page, span)) continue;
      // What is one page speaks of code as well, in sentences.
      if ((role === "whole" || tasksInParts) && !isAlone(page, span)) continue;
      const increment = wanted === undefined ? activeIncrement(page, snapshot) : undefined;
      wanted ??= increment !== undefined && !LATER.has(increment.status?.what.name ?? "");
      if (!wanted) return;
      const { line } = positionAt(page.lines, span.start);
      if (last?.line === line) last = { ...last, span: { start: last.span.start, end: span.end } };
      else {
        if (last) yield found(page, last);
        last = { span, text: match[0], line };
      }
    }
    if (last) yield found(page, last);
  },

  fixes({ data: { line } }, context) {
    if (!line) return [];
    return [{ title: "Remove the line", changes: [replace(context, line, "")], safety: "review" }];
  },
});

/** One finding for each line: from its first blank to its last one. */
function found(
  { text, lines }: ReadPage,
  { span, text: mark, line }: { span: Span; text: string; line: number },
) {
  const start = lines[line] as number;
  const end = lines[line + 1] ?? text.length;
  const alone =
    /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?$/.test(text.slice(start, span.start)) &&
    /^[ \t]*\r?\n?$/.test(text.slice(span.end, end)) &&
    new RegExp(`^(?:${MARK.source})$`, "u").test(text.slice(span.start, span.end));
  return { span, data: { text: mark, line: alone ? { start, end } : undefined } };
}

/** True where nothing but the marker of an item and its number stands before it, and nothing behind. */
function isAlone({ text, lines }: ReadPage, { start, end }: Span): boolean {
  const { line } = positionAt(lines, start);
  return (
    /^[ \t]*(?:[-*+][ \t]+)?(?:\[[ xX]\][ \t]+)?(?:#\d{1,4}[ \t]+)?$/.test(text.slice(lines[line], start)) &&
    /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, lines[line + 1] ?? text.length))
  );
}

/** True on a line that speaks of templates: there it is the subject. */
function isAbout({ text, lines }: ReadPage, { start, end }: Span): boolean {
  const { line } = positionAt(lines, start);
  return /placeholder|template|variable|interpolat|moustache|mustache|handlebars/i.test(
    text.slice(lines[line], start) + text.slice(end, lines[line + 1] ?? text.length),
  );
}

function isCode({ facts }: ReadPage, { start }: Span): boolean {
  const block = facts.codes[firstFrom(facts.codes, start + 1) - 1];
  if (block && start < block.span.end) return true;
  return facts.codeSpans.some((code) => code.start <= start && start < code.end);
}
