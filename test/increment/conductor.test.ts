/** Tracks in the layout of Conductor: where they are, what they say, and how new ones are made. */
import { describe, expect, it } from "vitest";
import { add, pageFor } from "../../glossary/increment/features/add.ts";
import { newIncrement } from "../../glossary/increment/features/new.ts";
import { traceability } from "../../glossary/increment/features/traceability.ts";
import { conductor } from "../../glossary/increment/layouts/conductor/layout.ts";
import { incrementPlace } from "../../glossary/increment/layouts/layouts.ts";
import { diagnose, RULES } from "../../glossary/index.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";
import { readOpen, readPage } from "./read.ts";

const TRACK = "conductor/tracks/keep_cart_20250601";
const SPEC = `${TRACK}/spec.md`;
const PLAN = `${TRACK}/plan.md`;
const FILES: Readonly<Record<string, string>> = {
  [SPEC]: `# Specification: Keep the cart

## 4. Acceptance Criteria

- [x] The cart survives a restart
- [ ] It is empty after a week

## Out of Scope

- Wish lists
`,
  [PLAN]: `# Implementation Plan: Keep the cart

## Phase 1: Storage [checkpoint: fb27625]

- [x] Task: Store carts [39870a4]
    - [x] Write tests
- [x] **Task: Load carts** 4f65eaf
- [~] Task: Empty carts
    - [ ] Sub-task: Write tests
- [ ] Task: Conductor - User Manual Verification 'Phase 1: Storage' (Protocol in workflow.md)
`,
};

function findingsIn(files: Readonly<Record<string, string>>): string[] {
  const { snapshot } = workspace(files);
  return Object.keys(files)
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => diagnose(RULES, snapshot, pageOf({ snapshot }, path), rethrow))
    .map(({ rule }) => rule);
}

describe("a place", () => {
  it.each([
    [SPEC, "spec", "live"],
    [PLAN, "tasks", "live"],
    ["shop/conductor/archive/old_20240101/plan.md", "tasks", "archived"],
  ])("is seen in %s", (path, role, shelf) => {
    expect(incrementPlace(path)).toMatchObject({ layout: "conductor", role, shelf });
  });

  it.each(["conductor/tracks.md", "conductor/product.md", `${TRACK}/metadata.json`, "docs/tracks/a/spec.md"])(
    "is none in %s",
    (path) => {
      expect(incrementPlace(path)).toBeUndefined();
    },
  );
});

describe("a track", () => {
  it.each(["\n", "\r\n"])("has criteria and tasks with line ends %j", (newline) => {
    const read = (path: string) => {
      const text = (FILES[path] as string).replaceAll("\n", newline);
      expect(readPage(path, text)).toEqual(readOpen(path, text));
      return readPage(path, text);
    };
    expect(read(SPEC).criteria.map(({ title, state }) => [title, state?.work])).toEqual([
      ["The cart survives a restart", "done"],
      ["It is empty after a week", "open"],
    ]);
    expect(read(PLAN).tasks.map(({ title, state, steps }) => [title, state?.mark, steps.length])).toEqual([
      ["Store carts", "x", 1],
      ["Load carts", "x", 0],
      ["Empty carts", "~", 1],
      ["Conductor - User Manual Verification 'Phase 1: Storage' (Protocol in workflow.md)", " ", 0],
    ]);
  });

  it("has no findings in the form of the tool", () => {
    expect(findingsIn(FILES)).toEqual([]);
  });

  it("tells of a task that is done with an open part", () => {
    const open = (FILES[PLAN] as string).replace("    - [x] Write tests", "    - [ ] Write tests");
    expect(findingsIn({ ...FILES, [PLAN]: open })).toEqual(["increment/task-done-open-steps"]);
  });

  it.each([
    "",
    "## Acceptance Criteria",
    "- [ ]",
    "- [x] Task:",
    "## Acceptance Criteria\n\n- ",
    "---\n- [~\n",
  ])("is read whatever it says: %j", (text) => {
    for (const path of [SPEC, PLAN]) expect(() => readPage(path, text)).not.toThrow();
  });

  it("is shown with its criteria and its tasks", () => {
    const { snapshot } = workspace(FILES);
    const trace = traceability(snapshot, TRACK);
    expect([trace?.title, trace?.stories[0]?.criteria.length, trace?.stories[0]?.tasks.length]).toEqual([
      "Keep the cart",
      2,
      4,
    ]);
  });

  it("gets tasks and criteria behind the last ones", () => {
    const { snapshot } = workspace(FILES);
    const increment = snapshot.increments.at(TRACK);
    if (!increment) throw new Error("there is no track");
    const made = (
      [
        { what: "criterion", story: undefined },
        { what: "task", story: undefined, criteria: [] },
      ] as const
    ).map((wanted) => add(increment, wanted, pageOf({ snapshot }, pageFor(increment, wanted))));
    expect(made.map((one) => (one && one !== "code" ? [one.path, one.text.trim()] : one))).toEqual([
      [SPEC, "- [ ] {{What can be seen when it is done}}"],
      [PLAN, "- [ ] Task: {{What is done}}"],
    ]);
  });

  it("is made in the form of the tool, with a name that is free", () => {
    const { snapshot } = workspace(FILES);
    const wanted = { title: "Keep cart", date: "2025-06-01", instant: "2025-06-01T09:12:00Z" };
    const { path, changes } = newIncrement(snapshot, "conductor/tracks", conductor, wanted, undefined);
    expect(path).toBe("conductor/tracks/keep_cart_20250601_2/spec.md");
    expect(changes.map((one) => one.path.split("/").at(-1))).toEqual([
      "spec.md",
      "plan.md",
      "metadata.json",
      "index.md",
    ]);
    const files = Object.fromEntries(
      changes.flatMap((one) =>
        one.kind === "create" ? [[one.path, one.text.replace(/\{\{[^}]*\}\}/g, "Words")]] : [],
      ),
    );
    expect(findingsIn(files)).toEqual([]);
  });
});
