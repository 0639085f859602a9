/** What is said of lines that SpecWeave passes over, against its own parsers. It is installed once, from npm. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { add } from "../../glossary/increment/features/add.ts";
import { criteriaNotAList } from "../../glossary/increment/rules/criteria-not-a-list.ts";
import { exampleTaken } from "../../glossary/increment/rules/example-taken.ts";
import { specificationUnread } from "../../glossary/increment/rules/specification-unread.ts";
import { unparseableCriterion } from "../../glossary/increment/rules/unparseable-criterion.ts";
import { unparseableId } from "../../glossary/increment/rules/unparseable-id.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { pageOf, workspace } from "../fixture.ts";
import { temporaryFolder } from "../folder.ts";

const PACKAGE = "specweave@1.0.593";
const CACHE = resolve("node_modules/.cache", PACKAGE);
const SOURCE = join(CACHE, "node_modules/specweave/dist/src");
const UNIT = ".specweave/increments/0012-search";

interface Task {
  readonly id: string;
  readonly lineNumber: number;
  readonly satisfiesACs?: readonly string[];
}

interface Tool {
  parseSpecMd(path: string): { userStories: { id: string; lineNumber: number }[]; allACIds: string[] };
  parseTasksWithUSLinks(path: string): Record<string, Task[]>;
  ACStatusManager: new (
    root: string,
  ) => {
    parseSpecForACs(text: string): Map<string, { lineNumber: number }>;
    parseTasksForACStatus(text: string): Map<string, { tasks: string[]; isComplete: boolean }>;
    syncACStatus(increment: string): Promise<{ updated: string[] }>;
  };
}

let tool: Tool | undefined;

beforeAll(async () => {
  if (!existsSync(SOURCE)) {
    mkdirSync(CACHE, { recursive: true });
    const args = [
      "install",
      PACKAGE,
      "--prefix",
      CACHE,
      "--ignore-scripts",
      "--no-save",
      "--no-audit",
      "--no-fund",
    ];
    try {
      execFileSync("npm", args, { stdio: "ignore", timeout: 170_000, shell: process.platform === "win32" });
    } catch {
      console.log(`${PACKAGE} could not be installed: nothing is compared with it`);
    }
  }
  if (!existsSync(SOURCE)) return;
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(join(SOURCE, file)).href);
  const all = await Promise.all(
    [
      "generators/spec/spec-parser.js",
      "generators/spec/task-parser.js",
      "core/increment/ac-status-manager.js",
    ].map(load),
  );
  tool = Object.assign({}, ...all) as Tool;
}, 180_000);

beforeEach(({ skip }) => {
  if (!tool) skip();
});

type Part = "coverage" | "sync";

/** A folder with an increment of these pages, and the real parsers. */
function real(spec: string, tasks = "") {
  if (!tool) throw new Error(`${PACKAGE} is not installed`);
  const root = temporaryFolder();
  const folder = join(root, UNIT);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "spec.md"), spec);
  writeFileSync(join(folder, "tasks.md"), tasks);
  const own = tool;
  const manager = new own.ACStatusManager(root);
  return {
    spec: () => own.parseSpecMd(join(folder, "spec.md")),
    tasks: () => Object.values(own.parseTasksWithUSLinks(join(folder, "tasks.md"))).flat(),
    criteria: () => manager.parseSpecForACs(spec),
    statuses: () => manager.parseTasksForACStatus(tasks),
    synced: () => manager.syncACStatus("0012-search"),
  };
}

function ours(spec: string, tasks = "") {
  const at = workspace({ [`${UNIT}/spec.md`]: spec, [`${UNIT}/tasks.md`]: tasks });
  return { snapshot: at.snapshot, page: (file: string) => pageOf(at, `${UNIT}/${file}`) };
}

const HEAD = "---\nincrement: 0012-search\nstatus: active\n---\n\n";
const STORY = `${HEAD}### US-001: Search\n\n**Acceptance Criteria**:\n`;

function blind(found: Readonly<Record<Part, boolean>>): Part[] {
  return (["coverage", "sync"] as const).filter((part) => !found[part]);
}

/** Lines of criteria that all are `AC-US1-01` but for what is said. */
const CRITERIA: readonly string[] = [
  "- [ ] **AC-US1-01**: A title is found",
  "- [x] **AC-US1-01**: A title is found",
  "- [X] **AC-US1-01**: A title is found",
  "- [ ] **AC-US1-01** (P1): A title is found",
  "- [ ] **AC-US1-01** (edge case): A title is found",
  "- [ ] **AC-US1-01** A title is found",
  "- [ ] **AC-US1-01** — A title is found",
  "- [ ] **AC-US1-01** : A title is found",
  "- [ ] **AC-US1-01:** A title is found",
  "- [ ] **AC-US1-01: A title is found**",
  "- [ ] AC-US1-01: A title is found",
  "- [ ] AC-US1-01 (P1): A title is found",
  "- [ ] AC-US1-01 - A title is found",
  "- [ ] ✅ **AC-US1-01**: A title is found",
  "- [ ] Criterion AC-US1-01: A title is found",
  "- **AC-US1-01**: A title is found",
  "- AC-US1-01: A title is found",
  "* [ ] **AC-US1-01**: A title is found",
  "+ [x] **AC-US1-01**: A title is found",
  "1. [ ] **AC-US1-01**: A title is found",
  "  - [ ] **AC-US1-01**: A title is found",
  "-  [ ]  **AC-US1-01**: A title is found",
  "- [ ] **AC-US1-1**: A title is found",
  "- [ ] **AC-US001-01**: A title is found",
  "- [ ] **AC-US1E-01**: A title is found",
  "- [ ] **AC-US1-001**: A title is found",
  "- [ ] **AC-WEB-US1-01**: A title is found",
  "- [ ] **AC-001**: A title is found",
  "- [ ] **AC-US1-01**:A title is found",
  "#### AC-US1-01: A title is found",
  "**AC-US1-01**: A title is found",
];

/** What stands before a line that both see elsewhere. */
const PLACES: readonly (readonly [string, string])[] = [
  ["### US-001: Search\n\n", "below the heading"],
  ["### US-001: Search\n\n**Acceptance Criteria**\n\n", "a label without a colon"],
  ["### US-001: Search\n\n#### Acceptance Criteria\n\n", "a heading of their own"],
  ["### US-001: Search\n\n**Acceptance Criteria**:\n\n#### Details\n\n", "behind another heading"],
  ["### US-001: Search\n\n**Acceptance Criteria**:\n\n**Details**:\n\n", "behind another label"],
  ["### US-001: Search\n\nSee the Acceptance Criteria of the old shop.\n\n", "behind a sentence"],
  ["## Acceptance Criteria\n\n", "without a story"],
  ["# Search\n\n", "below the title"],
  ["## US-001: Search\n\n**Acceptance Criteria**:\n\n", "a story at ##"],
  ["### US-001: Search\n\n## Acceptance Criteria\n\n", "a section behind the stories"],
];

const STORIES: readonly string[] = [
  "### US-001: Search",
  "## US-001: Search",
  "#### US-001: Search",
  "# US-001: Search",
  "### US-001: Search (P1)",
  "### US-01: Search",
  "### US1: Search",
  "### US-0001: Search",
  "### US-001E: Search",
  "### US-WEB-001: Search",
  "### US-001 - Search",
  "### US-001 : Search",
  "### **US-001**: Search",
  "### ✅ US-001: Search",
  "### User Story US-001: Search",
];

const TASKS: readonly string[] = [
  "### T-001: Index",
  "## T-001: Index",
  "#### T-001: Index",
  "##### T-001: Index",
  "### T-01: Index",
  "### T-1: Index",
  "### T001: Index",
  "### T-0001: Index",
  "### T-001 [RED]: Index",
  "### T-001 (P): Index",
  "### T-001 - Index",
  "### T-001. Index",
  "### **T-001**: Index",
  "### ✅ T-001: Index",
  "### Task T-001: Index",
  "### T-001b: Index",
  "### T-001-DOCS: Index",
  "### T-A-01: Index",
  "### T-MANUAL-1: Index",
  "### T-002-T-011: Index",
  "###  T-001: Index",
];

/** Fields of a task, and the numbers of the criteria that they mean. */
const FIELDS: readonly (readonly [string, readonly number[]])[] = [
  ["**Satisfies ACs**: AC-US1-01", [1]],
  ["**Satisfies ACs**: AC-US1-01, AC-US1-02, AC-US1-03", [1, 2, 3]],
  ["**Satisfies ACs**: AC-US1-01,AC-US1-02", [1, 2]],
  ["**Satisfies ACs**: AC-US1-01 (in part)", [1]],
  ["**Satisfies ACs**: AC-US1-01, AC-US1-02 (in part)", [1, 2]],
  ["**Satisfies ACs**: AC-US1-01 (in part), AC-US1-02", [1, 2]],
  ["**Satisfies ACs**: AC-US1-01(in part), AC-US1-02", [1, 2]],
  ["**Satisfies ACs**: AC-US1-01 and AC-US1-02", [1, 2]],
  ["**Satisfies ACs**: AC-US1-01; AC-US1-02", [1, 2]],
  ["**Satisfies ACs**: AC-US1-01 AC-US1-02", [1, 2]],
  ["**Satisfies ACs**: AC-US1-01 through AC-US1-03", [1, 2, 3]],
  ["**Satisfies ACs**: AC-US1-01..03", [1, 2, 3]],
  ["**Satisfies ACs**: AC-US1-01-03", [1, 2, 3]],
  ["**Satisfies ACs**: AC-US1-01 – AC-US1-03", [1, 2, 3]],
  ["**Satisfies ACs**: All", [1, 2, 3]],
  ["**Satisfies ACs**: All ACs", [1, 2, 3]],
  ["**Satisfies ACs**: preparation for AC-US1-02", [2]],
  ["**Satisfies ACs**: N/A", []],
  ["**Satisfies ACs**: AC-US1-01 · **Owner**: shop", [1]],
  ["**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, AC-US1-02 | **Status**: [ ] pending", [1, 2]],
  ["**AC**: AC-US1-01, AC-US1-02", [1, 2]],
  ["**Acceptance Criteria**: AC-US1-01", [1]],
  ["- **Satisfies ACs**: AC-US1-02", [2]],
];

const MATTER: readonly (readonly [string, string])[] = [
  ["---\nincrement: 0012-search\n---\n", "a name"],
  ['---\nincrement: "0012-search"\n---\n', "in quotes"],
  ["---\nincrement: 0012E-search\n---\n", "with a letter"],
  ["---\nincrement: 0012\n---\n", "a number alone"],
  ["---\nincrement: 12-search\n---\n", "two digits"],
  ["---\nincrement: 0012-Search\n---\n", "a capital"],
  ["---\nincrement: 0012_search\n---\n", "an underline"],
  ["---\nstatus: active\n---\n", "without it"],
  ["---\n---\n", "empty"],
  ["", "none"],
  ["# Search\n\n---\n\nText\n\n---\n", "breaks"],
  ["\n---\nincrement: 0012-search\n---\n", "behind a blank line"],
  ["# Search\n\n---\nincrement: 0012-search\n---\n", "behind the title"],
];

/** Which parts do not see a criterion, by the tool and by the rule. */
function criterionBlind(spec: string, id: string): readonly [Part[], Part[]] {
  const made = real(spec);
  const { page, snapshot } = ours(spec);
  const told = [...unparseableCriterion.check({ page: page("spec.md"), snapshot })];
  return [
    blind({ coverage: made.spec().allACIds.includes(id), sync: made.criteria().has(id) }),
    [...new Set(told.flatMap(({ data }) => data.parts))].sort(),
  ];
}

describe("a criterion is seen by the same parts", () => {
  it.each(CRITERIA)("%s", (line) => {
    const [tool, rule] = criterionBlind(`${STORY}${line}\n`, /AC-[\w-]+/.exec(line)?.[0] ?? "");
    expect(rule).toEqual(tool);
  });

  it.each(PLACES)("%j", (before) => {
    const [tool, rule] = criterionBlind(
      `${HEAD}${before}- [ ] **AC-US1-01**: A title is found\n`,
      "AC-US1-01",
    );
    expect(rule).toEqual(tool);
  });

  it("but for one that is put off by its mark, which the tool has no sign for", () => {
    const [tool, rule] = criterionBlind(`${STORY}- [~] **AC-US1-01**: A title is found\n`, "AC-US1-01");
    expect([tool, rule]).toEqual([["coverage", "sync"], []]);
  });
});

describe("a story is seen", () => {
  it.each(STORIES)("%s", (line) => {
    const spec = `${HEAD}${line}\n\n**Acceptance Criteria**:\n`;
    const { page, snapshot } = ours(spec);
    const told = [...unparseableId.check({ page: page("spec.md"), snapshot })];
    expect(told.length === 0).toBe(real(spec).spec().userStories.length > 0);
  });
});

describe("a task is seen by the same parts", () => {
  it.each(TASKS)("%s", (line) => {
    const tasks = `${line}\n\n**Satisfies ACs**: AC-US1-01\n**Status**: [x] completed\n`;
    const made = real(STORY, tasks);
    const { page, snapshot } = ours(STORY, tasks);
    const id = /T-?[\w-]*\d\w*(?:-[A-Z]+)?/.exec(line)?.[0] ?? "";
    const sync = [...made.statuses().values()].flatMap((status) => status.tasks).includes(id);
    const told = [...unparseableId.check({ page: page("tasks.md"), snapshot })];
    const tool = blind({ coverage: made.tasks().some((task) => task.id === id), sync });
    expect(told.flatMap(({ data }) => data.parts)).toEqual(tool);
  });

  it("but for one that the tool has brought in from outside", () => {
    const tasks = "### T-001E: Index\n\n**Satisfies ACs**: AC-US1-01\n";
    const { page, snapshot } = ours(STORY, tasks);
    expect(real(STORY, tasks).statuses().size).toBe(0);
    expect([...unparseableId.check({ page: page("tasks.md"), snapshot })]).toEqual([]);
  });
});

describe("a field loses criteria in the same parts", () => {
  const SPEC = `${STORY}${[1, 2, 3].map((one) => `- [ ] **AC-US1-0${one}**: Text\n`).join("")}`;

  it.each(FIELDS)("%s", (line, meant) => {
    const tasks = `### T-001: Index\n\n${line}\n**Status**: [ ] pending\n`;
    const made = real(SPEC, tasks);
    const { page, snapshot } = ours(SPEC, tasks);
    const ids = meant.map((one) => `AC-US1-0${one}`);
    const covered = made.tasks().flatMap(({ satisfiesACs }) => satisfiesACs ?? []);
    const synced = made.statuses();
    const tool = blind({
      coverage: ids.every((id) => covered.includes(id)),
      sync: ids.every((id) => synced.has(id)),
    });
    const told = [...criteriaNotAList.check({ page: page("tasks.md"), snapshot })];
    expect(told.flatMap(({ data }) => data.loses.map(({ part }) => part))).toEqual(tool);
  });
});

describe("front matter is read", () => {
  it.each(MATTER)("%j", (matter) => {
    const spec = `${matter}\n# Search\n\n### US-001: Search\n`;
    const { page, snapshot } = ours(spec);
    const stops = () => real(spec).spec();
    const told = [...specificationUnread.check({ page: page("spec.md"), snapshot })];
    if (told.length > 0) expect(stops).toThrow();
    else expect(stops).not.toThrow();
  });
});

describe("an example in a block of code", () => {
  const TASK = (heading: string) =>
    `# Tasks\n\n\`\`\`markdown\n${heading}\n**Satisfies ACs**: AC-US1-01\n**Status**: [x] completed\n\`\`\`\n\n### T-001: Index\n`;

  it.each(["### T-000: Name", "### T-NNN: Name", "#### T-000: Name", "    ### T-000: Name"])(
    "%s",
    (heading) => {
      const tasks = TASK(heading);
      const made = real(STORY, tasks);
      const { page, snapshot } = ours(STORY, tasks);
      const tool = blind({
        coverage: !made.tasks().some(({ id }) => id !== "T-001"),
        sync: made.statuses().size === 0,
      });
      const told = [...exampleTaken.check({ page: page("tasks.md"), snapshot })];
      expect(told.flatMap(({ data }) => data.parts)).toEqual(tool);
    },
  );
});

describe("a new task", () => {
  const SPEC = `${STORY}- [ ] **AC-US1-01**: Titles are found\n- [ ] **AC-US1-02**: Words are found\n`;
  const ONE_LINE =
    "### T-001: Index\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01 | **Status**: [x] completed\n";

  it.each(["# Tasks\n", ONE_LINE])("is ticked when it is done, behind %j", async (before) => {
    const { snapshot, page } = ours(SPEC, before);
    const increment = snapshot.increments.at(UNIT);
    if (!increment) throw new Error("There is no increment");
    const wanted = { what: "task", story: "US-1", criteria: ["AC-US1-2"] } as const;
    const made = add(increment, wanted, page("tasks.md"));
    if (!made || made === "code") throw new Error("Nothing was added");
    const edit = { span: { start: made.at, end: made.at }, text: made.text };
    const tasks = applyEdits(before, [edit]).replace("[ ] pending", "[x] completed");
    const { updated } = await real(SPEC, tasks).synced();
    expect(updated).toContain("AC-US1-02");
  });
});
