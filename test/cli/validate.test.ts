/** `spec-glossary validate` as a process, and `check --archived`. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GLOSSARY, repository, run } from "./run.ts";

const ROOT = ".specweave/increments";
/** Increments need no glossary. */
const FILES = `-- ${ROOT}/0007-search/spec.md --
---
increment: 0007-search
---

# Feature: Search

### US-001: Find

**Acceptance Criteria**:

- [x] **AC-US1-01**: Found
- [ ] **AC-US1-02**: Not found
-- ${ROOT}/0007-search/tasks.md --
# Tasks

### T-001: Index

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01 | **Status**: [x] completed

**Test**: Given a word → When it is sought → Then it is found
-- ${ROOT}/_archive/0003-old (1)/spec.md --
# Feature: Old

See [Redis](/docs/glossary/terms/redis).
-- ${ROOT}/0009-only spec/spec.md --
# Feature: Alone
`;

describe("an increment", () => {
  it("is validated by number, name, folder or file", async () => {
    const root = repository(FILES);
    const folder = `${ROOT}/0007-search`;
    for (const name of [
      "7",
      "0007",
      "0007-search",
      folder,
      `${folder}/`,
      `./${folder}`,
      `${folder}/tasks.md`,
    ]) {
      const { code, stdout, stderr } = await run(root, "validate", name);
      expect(stderr).toBe("");
      expect(stdout).toBe(`Search (${folder})
  ${folder}/spec.md:12:9  warning  No task satisfies AC-US1-02: add it to a task, or create one  increment/uncovered-criterion
1 of 2 criteria covered; 1 of 1 task done; findings: 1 warning
`);
      expect(code).toBe(1);
    }
    const elsewhere = await run(
      join(root, ROOT),
      "validate",
      "0007-search",
      "--root",
      root,
      "--fail-on",
      "error",
    );
    expect([elsewhere.code, elsewhere.stderr]).toEqual([0, ""]);
  });

  it("is validated although it is archived", async () => {
    const root = repository(GLOSSARY + FILES);
    const { code, stdout } = await run(root, "validate", "3", "--format", "markdown");
    expect(stdout).toContain("# Validation of 0003-old (1)\n\n- Title: Old\n");
    expect(stdout).toContain(
      `- [spec.md:3](${ROOT}/_archive/0003-old%20%281%29/spec.md#L3) warning: No glossary page “redis”`,
    );
    expect(code).toBe(1);
  });

  it("without tasks has nothing to be covered by", async () => {
    const root = repository(FILES);
    const { code, stdout } = await run(root, "validate", "9", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      increments: [
        {
          folder: `${ROOT}/0009-only spec`,
          name: "0009-only spec",
          title: "Alone",
          stories: 0,
          criteria: 0,
          criteriaDone: 0,
          tasks: 0,
          tasksDone: 0,
          findings: [],
        },
      ],
    });
  });

  it("that is not there is named", async () => {
    const root = repository(FILES);
    const { code, stdout, stderr } = await run(root, "validate", "8");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/no increment “8” was found in /);
    expect((await run(root, "validate", "7", "--strict")).stderr).toMatch(/--strict goes with --performance/);
  });
});

it("reports archived documents where that is asked for", async () => {
  const root = repository(GLOSSARY + FILES);
  expect((await run(root, "check", "--format", "json")).stdout).not.toContain("_archive");
  expect((await run(root, "check", "--archived", "--format", "json")).stdout).toContain("_archive");
});
