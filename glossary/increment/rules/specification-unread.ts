import { defineRule } from "../../rule/rule.ts";
import type { Edit, Span } from "../../text/span.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import { linesOf } from "../model/parsers.ts";

interface Data {
  readonly why: "none" | "rule" | "missing" | "form";
  /** The name of the increment's folder, where SpecWeave takes it as an id. */
  readonly id: string | undefined;
}

export const specificationUnread = defineRule<Data, IncrementView>({
  id: "increment/specification-unread",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  concerns: layoutsThat((one) => one === specWeave),
  summary: "The coverage check of SpecWeave stops at a specification, because of its front matter.",
  why: `\`specweave validate\` reads \`spec.md\` only where its front matter has \`increment:\` with four digits and a name in small letters;
otherwise it stops with an error, and no criterion of the increment is checked (1.0.593). What stands between the first two lines \`---\`
is front matter to it, wherever they are: in a page without any, a thematic break is enough.

Reported are pages without front matter, with a break that is taken for it, without \`increment\`, and with one of another form. Mistakes
of YAML are those of \`markdown/invalid-front-matter\`. The quick fix adds the name of the folder, where that has the form.`,
  measured: `In 223 of the 847 increments of one public repository and 25 of the 51 of specweave, archived ones included: the real
parser stops at each of them.`,
  examples: [
    {
      title: "A break that is taken for front matter",
      path: ".specweave/increments/0012-search/spec.md",
      bad: "«# Search»\n\n**Status**: active\n\n---\n\n### US-001: Search\n",
      good: "---\nincrement: 0012-search\n---\n\n# Search\n\n**Status**: active\n\n---\n\n### US-001: Search\n",
    },
    {
      title: "Front matter that does not say which increment it is",
      path: ".specweave/increments/0012-search/spec.md",
      bad: "«---»\nstatus: active\n---\n\n# Search\n",
      good: "---\nincrement: 0012-search\nstatus: active\n---\n\n# Search\n",
    },
    {
      title: "A number alone",
      path: ".specweave/increments/0012-search/spec.md",
      bad: "---\nincrement: «0012»\nstatus: active\n---\n\n# Search\n",
      good: "---\nincrement: 0012-search\nstatus: active\n---\n\n# Search\n",
    },
    {
      title: "As it is read",
      path: ".specweave/increments/0012-search/spec.md",
      good: '---\nincrement: "0012-search"\nstatus: active\n---\n\n# Search\n\n---\n\nMore.\n',
    },
  ],
  message({ why, id = "0001-name" }) {
    const reason = {
      none: "it has no front matter",
      rule: "what stands behind the first “---” is read as front matter",
      missing: "its front matter has no “increment”",
      form: "“increment” has to be four digits and a name in small letters",
    }[why];
    const rest = why === "form" ? `write “${id}”` : `begin it with “increment: ${id}”`;
    return `The coverage check of SpecWeave stops at this page, because ${reason}: ${rest}`;
  },

  *check({ page, snapshot }) {
    if (page.exports.increment?.place.role !== "spec" || !page.path.includes(FOLDER)) return;
    const found = problemOf(page);
    const increment = found && activeIncrement(page, snapshot);
    if (increment)
      yield {
        span: found.span,
        data: { why: found.why, id: ID.test(increment.name) ? increment.name : undefined },
      };
  },

  fixes({ span, data: { why, id } }, { page }) {
    if (id === undefined) return [];
    const newline = page.exports.increment?.newline ?? "\n";
    const edit: Edit =
      why === "form"
        ? { span, text: id }
        : why === "missing"
          ? { span: { start: span.end, end: span.end }, text: `${newline}increment: ${id}` }
          : { span: { start: 0, end: 0 }, text: ["---", `increment: ${id}`, "---", "", ""].join(newline) };
    return [
      {
        title: `Add “increment: ${id}”`,
        changes: [{ kind: "edit", path: page.path, edits: [edit] }],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

const FOLDER = ".specweave/";
const ID = /^\d{4}[EGJA]?-[a-z0-9-]+$/;

function problemOf(page: ReadPage): { readonly why: Data["why"]; readonly span: Span } | undefined {
  const { matter, text } = page;
  if (matter.problems.length > 0) return undefined;
  if (matter.span?.start === 0 && text.startsWith("-")) {
    const field = matter.values.find(({ key }) => key === "increment");
    const value = typeof field?.value === "string" ? field.value : "";
    if (ID.test(value)) return undefined;
    return field && value !== ""
      ? { why: "form", span: field.span }
      : { why: "missing", span: { start: 0, end: 3 } };
  }
  const lines = linesOf(page).map((line) => line.trim());
  const first = lines.indexOf("---");
  const last = first < 0 ? -1 : lines.indexOf("---", first + 1);
  const block = first < 0 ? [] : lines.slice(first + 1, last < 0 ? undefined : last);
  if (block.some((line) => /^increment:[ \t]*["']?\d{4}[EGJA]?-[a-z0-9-]+["']?$/.test(line)))
    return undefined;
  const [heading] = page.facts.headings;
  const start = heading?.span.start ?? 0;
  const end = heading?.content.end ?? Math.min(text.length, page.lines[1] ?? text.length);
  return end > start ? { why: block.length > 0 ? "rule" : "none", span: { start, end } } : undefined;
}
