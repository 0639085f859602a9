/** The page of the traceability view. */
import { describe, expect, it } from "vitest";
import { readMessage } from "../../client/views/traceability/messages.ts";
import { traceabilityContent, traceabilityPage } from "../../client/views/traceability/page.ts";
import { traceability } from "../../glossary/increment/features/traceability.ts";
import { traceabilityOf } from "../../server/handlers/traceability.ts";
import { workspace } from "../fixture.ts";

const FOLDER = ".specweave/increments/0012-search";

/** What is shown of an increment, from its pages. */
function contentOf(pages: Readonly<Record<string, string>>, folder = FOLDER) {
  const all = Object.entries(pages).map(([name, text]) => [`${folder}/${name}`, text] as const);
  const { snapshot, files } = workspace(Object.fromEntries(all));
  const found = traceability(snapshot, folder);
  if (!found) throw new Error("there is no increment");
  const place = { snapshot, uriOf: (path: string) => `file:///${path}` };
  const textOf = (path: string, { start, end }: { start: number; end: number }) =>
    (files.get(path) ?? "").slice(start, end);
  return traceabilityContent(traceabilityOf(place, found, textOf));
}

/** The text of the page, tags as bars. */
function shown(pages: Readonly<Record<string, string>>, folder = FOLDER): string {
  return contentOf(pages, folder)
    .html.replace(/<[^>]*>/g, "|")
    .replace(/\s*\|[|\s]*/g, "|");
}

const SPEC = `# Feature: Search

### US-001: Find (P1)

- [x] **AC-US1-01**: *Found* in [a list](list.md)
- [ ] **AC-US1-02**: Not found
`;
const TASKS = `# Tasks

### T-001: Index

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01 | **Status**: [x] completed

**Test**: **Given** a word → **When** it is sought → **Then** it is found

### T-002: Tidy

**User Story**: US-001 | **Status**: [ ] pending
`;

describe("the traceability view", () => {
  it("shows for each criterion its tasks and tests", () => {
    const text = shown({ "spec.md": SPEC, "tasks.md": TASKS });
    expect(text).toContain(
      "|1 of 2|criteria covered|1 of 2|criteria with a test|1 of 2|criteria met|1 of 2|tasks done|",
    );
    expect(text).toContain("|Only uncovered (1)|");
    expect(text).toContain("|US-001|Find|P1|1 of 2 covered|");
    expect(text).toContain(
      "|✓|AC-US1-01|Found in a list|✓|T-001|Index|T-001|Given a word → When it is sought → Then it is found|",
    );
    expect(text).toContain("|○|AC-US1-02|Not found|No task|Add one|");
    expect(text).toContain("|Tasks that name no criterion|○|T-002|Tidy|");
  });

  it("leads from each number to a place", () => {
    const { html, places, criteria } = contentOf({ "spec.md": SPEC, "tasks.md": TASKS });
    const numbers = [...html.matchAll(/data-open="(\d+)"[^>]*>([^<]*)</g)];
    expect(numbers.map(([, place, text]) => [places[Number(place)]?.id, text])).toEqual(
      ["US-001", "AC-US1-01", "T-001", "T-001", "AC-US1-02", "T-002"].map((id) => [id, id]),
    );
    const [, add] = /data-add="(\d+)"/.exec(html) ?? [];
    expect(criteria[Number(add)]).toMatchObject({ key: "AC-US1-2", storyKey: "US-1" });
  });

  it("says what is missing where no task names a criterion", () => {
    const text = shown({ "spec.md": SPEC });
    expect(text).toContain("No task names a criterion yet");
    expect(text).not.toContain("uncovered");
    expect(shown({ "spec.md": "# Feature: Search\n" })).toContain("no user stories, criteria or tasks yet");
  });

  it("asks for no criteria where tasks never name any", () => {
    const spec = "## ADDED Requirements\n\n### Requirement: Find\nThe system SHALL find.\n";
    const tasks = "## 1. Work\n\n- [x] 1.1 Index\n";
    const text = shown({ "specs/search/spec.md": spec, "tasks.md": tasks }, "openspec/changes/add-search");
    expect(text).toMatch(/\|Acceptance criterion\|Tasks\|Tests\|Find\|Tasks\|✓\|1.1\|Index\|/);
    expect(text).not.toMatch(/No task names|No criteria|name no criterion/);
  });

  it("shows test cases that a table ties to criteria, and what belongs to no story", () => {
    const matrix = "# Plan\n\n| AC | Tasks | Tests |\n|---|---|---|\n| AC-US1-02 | T-002 | TC-007 |\n";
    const spec = `${SPEC}\n## Other Criteria\n\n- [ ] **AC-009**: Alone\n`;
    const text = shown({ "spec.md": spec, "plan.md": matrix, "tasks.md": TASKS });
    expect(text).toContain("|AC-US1-02|Not found|○|T-002|Tidy|TC-007|");
    expect(text).toMatch(/\|Without a user story\|[^✓]*AC-009\|Alone\|/);
  });

  it("cuts what is too long for a cell at a word", () => {
    const text = shown({ "spec.md": SPEC.replace("Not found", "not found ".repeat(50)), "tasks.md": TASKS });
    expect(/\|((?:not found )+[^|]*)\|/.exec(text)?.[1]).toBe(`${"not found ".repeat(24)}…`);
  });

  it("hides what is too much for a cell until it is asked for", () => {
    const scenarios = Array.from({ length: 7 }, (_, i) => `- Given ${i} → When b → Then c\n`).join("\n");
    const tasks = TASKS.replace(/\*\*Given.*/, `\n\n${scenarios}`);
    const { html } = contentOf({ "spec.md": SPEC, "tasks.md": tasks });
    expect(html).toMatch(
      /Given 3 → [^<]*<\/span><\/li><\/ul><details><summary>3 more<\/summary><ul><li>.*Given 4 /,
    );
  });

  it("escapes what comes from the workspace", () => {
    const spec = SPEC.replace("Not found", `<img src=x onerror="a"> </span><script>`).replace(
      "Find",
      "A & B",
    );
    const content = contentOf({ "spec.md": spec, "tasks.md": TASKS.replace("Index", "</td><b>") });
    const html = traceabilityPage(content, "n");
    expect(html).not.toMatch(/<img|<\/span><script|<\/td><b>|A & B/);
    expect(html).toContain("&#60;img src=x onerror=&#34;a&#34;&#62;");
    expect(html).toMatch(/content="default-src 'none'; style-src 'nonce-n'; script-src 'nonce-n'"/);
  });

  it("takes only messages that it knows", () => {
    expect(readMessage({ kind: "open", place: 3 })).toEqual({ kind: "open", place: 3 });
    expect(readMessage({ kind: "add", criterion: 1 })).toEqual({ kind: "add", criterion: 1 });
    expect(readMessage({ kind: "choose", more: 1 })).toEqual({ kind: "choose" });
    for (const bad of [undefined, null, 1, "open", {}, { kind: "open" }, { kind: "open", place: "/etc" }])
      expect(readMessage(bad)).toBeUndefined();
  });

  it("stays small with 2,000 tasks", () => {
    const stories = Array.from({ length: 100 }, (_, i) => i + 1);
    const ac = (i: number, k: number) => `AC-US${i}-${String(k).padStart(2, "0")}`;
    const spec = stories.map(
      (i) =>
        `### US-${String(i).padStart(3, "0")}: S${i}\n\n${Array.from({ length: 10 }, (_, k) => `- [ ] **${ac(i, k + 1)}**: C`).join("\n")}\n`,
    );
    const tasks = Array.from({ length: 2000 }, (_, i) => {
      const story = (i % 100) + 1;
      return `### T-${String(i + 1).padStart(3, "0")}: Do it\n\n**User Story**: US-${String(story).padStart(3, "0")} | **Satisfies ACs**: ${ac(story, (i % 9) + 1)} | **Status**: [ ] pending\n\n**Test**: Given a → When b → Then c\n`;
    });
    const pages = { "spec.md": `# S\n\n${spec.join("\n")}`, "tasks.md": `# T\n\n${tasks.join("\n")}` };
    const { snapshot } = workspace(
      Object.fromEntries(Object.entries(pages).map(([name, text]) => [`${FOLDER}/${name}`, text])),
    );
    const found = traceability(snapshot, FOLDER);
    const place = { snapshot, uriOf: (path: string) => `file:///${path}` };
    const { html, places } = traceabilityContent(
      traceabilityOf(place, found as NonNullable<typeof found>, () => "x"),
    );
    expect(places.length).toBe(100 + 1000 + 4000);
    expect(html.length).toBeLessThan(2_000_000);
  });
});
