/** The snippets for increments: what they insert is what SpecWeave reads, and what the commands make. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { snippetOf } from "../../client/commands/snippetOf.ts";
import { TASK_STYLE, taskLines } from "../../glossary/increment/edits/edits.ts";
import { incrementFiles } from "../../glossary/increment/layouts/specWeave/drafts.ts";
import { readPage } from "./read.ts";

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const read = (file: string): Snippet[] =>
  Object.values(JSON.parse(readFileSync(`client/snippets/${file}`, "utf8")));
const SNIPPETS = ["markdown.json", "increment.json", "increment.metadata.json"].flatMap(read);
const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/^TM_DIRECTORY.*$/, "0012-search"],
  [/^CURRENT_YEAR$/, "2025"],
  [/^CURRENT_MONTH$/, "06"],
  [/^CURRENT_(?:DATE|HOUR|MINUTE|SECOND)$/, "07"],
  [/^CURRENT_TIMEZONE_OFFSET$/, "+02:00"],
];

/** What is inserted: the first of several choices, each placeholder's own text. */
function inserted(prefix: string): string {
  const found = SNIPPETS.find((one) => one.prefix.includes(prefix));
  if (!found) throw new Error(`There is no snippet ${prefix}`);
  return expanded(found.body.join("\n"));
}

function expanded(body: string): string {
  const values = new Map<string, string>();
  return body
    .replace(/\$\{(\d+)\|([^,|]*)[^|]*\|\}/g, (_, n: string, first: string) => {
      values.set(n, first);
      return first;
    })
    .replace(/\$\{(\d+)\/.*?\/capitalize\}\/\}/g, (_, n: string) => {
      const value = values.get(n) ?? "";
      return value.slice(0, 1).toUpperCase() + value.slice(1);
    })
    .replace(
      /\$\{([A-Z_]+[^}]*)\}/g,
      (_, name: string) => VARIABLES.find(([one]) => one.test(name))?.[1] ?? name,
    )
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, "$1")
    .replace(/\$([1-9]\d*)/g, (_, n: string) => values.get(n) ?? "")
    .replace("$0", "")
    .replace(/\\([\\$}])/g, "$1");
}

describe("the snippet", () => {
  it("of each file is what the command makes", () => {
    const instant = "2025-06-07T07:07:07+02:00";
    const files = incrementFiles({
      name: "0012-search",
      title: "{{Title}}",
      type: "feature",
      priority: "P0",
      project: "{{project}}",
      date: "2025-06-07",
      instant,
      testMode: "TDD",
      coverageTarget: 90,
    });
    expect(files.map(([name]) => inserted(`increment-${name.replace(/\..*/, "")}`))).toEqual(
      files.map(([, text]) => text),
    );
  });

  it("of a story and of criteria is what SpecWeave reads", () => {
    const { stories, criteria } = readPage(
      "spec.md",
      `# S\n\n${inserted("story")}\n${inserted("criterion")}\n`,
    );
    expect(stories.map(({ id, flaws, priority }) => [id.text, flaws, priority?.text])).toEqual([
      ["US-001", [], "P1"],
    ]);
    expect(criteria.map(({ id, flaws }) => [id.text, flaws])).toEqual([
      ["AC-US1-01", []],
      ["AC-US1-02", []],
      ["AC-US1-01", []],
    ]);
  });

  it("of a task has a line for each field", () => {
    const scenario = "Given situation → When action → Then outcome";
    const task = { id: "T-001", title: "Title", story: "US-001", criteria: ["AC-US1-01"], scenario };
    expect(inserted("task")).toBe(taskLines(TASK_STYLE, task).join("\n"));
  });

  it.each(["test-plan", "gwt"])("%s is a whole scenario", (prefix) => {
    const test = prefix === "gwt" ? `**Test**: ${inserted(prefix)}` : inserted(prefix);
    const { tasks } = readPage("tasks.md", `# T\n\n### T-001: X\n\n${inserted("status")}\n\n${test}\n`);
    expect(tasks.map(({ work, scenarios }) => [work, scenarios.map(({ missing }) => missing)])).toEqual([
      ["open", [[]]],
    ]);
  });
});

describe("a text with fields", () => {
  it.each([
    ["a {{b}} c\n", "a §{1:{{b\\}\\}} c$0\n"],
    ["{{a}}{{a}}", "§{1:{{a\\}\\}}§{2:{{a\\}\\}}$0"],
    ["$x } \\ {{a $ b}}\r\n", "\\$x \\} \\\\ §{1:{{a \\$ b\\}\\}}$0\r\n"],
    ["{{}} {{a\nb}}", "{{\\}\\} {{a\nb\\}\\}$0"],
  ])("%j becomes the snippet %j", (text, marked) => {
    const snippet = marked.replaceAll("§", "$");
    expect(snippetOf(text)).toBe(snippet);
    expect(expanded(snippet)).toBe(text);
  });
});
