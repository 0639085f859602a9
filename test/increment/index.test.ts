import { describe, expect, it } from "vitest";
import { isIndexed } from "../../glossary/domains.ts";
import {
  copiesOf,
  countOf,
  incrementOf,
  mentionsOf,
  nextNumber,
  uncovered,
} from "../../glossary/increment/index/increments.ts";
import { mark, workspace } from "../fixture.ts";

const ROOT = ".specweave/increments";
const FOLDER = `${ROOT}/0012-search`;

const FILES = `
  -- .specweave/increments/0012-search/spec.md --
  ---
  increment: 0012-search
  status: active
  total_tasks: 9
  ---

  # Search

  ### US-001: Find

  - [ ] **AC-US1-01**: A
  - [x] **AC-US1-02**: B
  - [ ] **AC-US1-03**: C

  ### US-002: Filter

  - [ ] **AC-US2-01**: D
  -- .specweave/increments/0012-search/tasks.md --
  ---
  total_tasks: 3
  completed: 1
  ---

  # Tasks

  ### T-001: One
  **User Story**: US-001 | **Satisfies ACs**: AC-US01-01 | **Status**: [x] completed

  ### T-002: Two
  **User Story**: US-001
  **Satisfies ACs**: AC-US1-01 through AC-US1-02
  **Status**: [ ] pending

  ### T-003: Three
  **Dependencies**: T-001
  **Status**: [ ] pending

  | AC | Task |
  |---|---|
  | AC-US2-01 | T-003 |
  -- .specweave/increments/0012-search/metadata.json --
  {"id": "0012-search", "status": "completed"}
  -- .specweave/increments/_archive/0011-old/spec.md --
  # Old
  -- .specweave/increments/_abandoned/0015-dead/tasks.md --
  # Dead
  -- .specweave/increments/0010E-imported/spec.md --
  # Imported
  -- .specweave/docs/internal/specs/web/FS-012/us-001-find.md --
  # US-001: Find

  - [ ] **AC-US1-01**: A
  -- .specweave/config.json --
  {"multiProject": {"projects": {"web": {}}}}
`;

const opened = () => {
  const at = workspace(FILES);
  const increment = at.snapshot.increments.at(FOLDER);
  if (!increment) throw new Error("no increment");
  return { ...at, increment, index: at.snapshot.increments };
};

describe("the index of increments", () => {
  it("has them by folder, in the order of their numbers", () => {
    const { index } = opened();
    expect([...index.units.values()].map(({ name, shelf }) => `${name} ${shelf}`)).toEqual([
      "0010E-imported live",
      "0011-old archived",
      "0012-search live",
      "0015-dead abandoned",
    ]);
    expect([...index.byId.keys()]).toEqual(["FS-10E", "FS-11", "FS-12", "FS-15"]);
    expect(nextNumber(index, "specweave")).toBe(16);
    expect(index.projects).toEqual(["web"]);
    expect(index.at("docs")).toBeUndefined();
  });

  it("starts at one", () => {
    expect(nextNumber(workspace("# A\n").snapshot.increments, "specweave")).toBe(1);
  });

  it("takes the status of the metadata before that of the specification", () => {
    const { increment } = opened();
    expect([increment.status?.what.text, increment.completed, increment.title]).toEqual([
      "completed",
      true,
      "Search",
    ]);
    expect(
      increment.statuses.map(({ path, what }) => `${path.slice(FOLDER.length + 1)} ${what.text}`),
    ).toEqual(["metadata.json completed", "spec.md active"]);
  });

  it("says what covers each criterion", () => {
    const { increment } = opened();
    expect(
      [...increment.coverage].map(([key, { tasks }]) => [key, tasks.map(({ what }) => what.id.text).join()]),
    ).toEqual([
      ["AC-US1-1", "T-001,T-002"],
      ["AC-US1-2", "T-002"],
      ["AC-US1-3", ""],
      ["AC-US2-1", "T-003"],
    ]);
    expect(uncovered(increment).map(({ criterion }) => criterion.what.id.text)).toEqual(["AC-US1-03"]);
  });

  it("finds nothing uncovered where no task names a criterion", () => {
    const { snapshot } = workspace({
      [`${FOLDER}/spec.md`]: "- [ ] **AC-US1-01**: A\n",
      [`${FOLDER}/tasks.md`]: "### T-001: A\n",
    });
    const increment = snapshot.increments.at(FOLDER);
    expect(increment?.linked).toBe(false);
    expect(increment && uncovered(increment)).toEqual([]);
  });

  it("lets `All` cover the criteria of the task's stories", () => {
    const { snapshot } = workspace({
      [`${FOLDER}/spec.md`]: "- [ ] **AC-US1-01**: A\n- [ ] **AC-US2-01**: B\n",
      [`${FOLDER}/tasks.md`]: "### T-001: A\n**User Story**: US-002\n**Satisfies ACs**: All\n",
    });
    const increment = snapshot.increments.at(FOLDER);
    expect(increment && uncovered(increment).map(({ criterion }) => criterion.what.id.text)).toEqual([
      "AC-US1-01",
    ]);
  });

  it("does not count copies, but finds what they mention", () => {
    const { index, snapshot, increment, files } = opened();
    const [copy] = copiesOf(index, increment);
    expect(copy).toBe(".specweave/docs/internal/specs/web/FS-012/us-001-find.md");
    expect(increment.criteria.get("AC-US1-1")).toHaveLength(1);
    const found = mentionsOf(index, snapshot.pages, increment, "AC-US1-1");
    expect(found.map(({ path }) => path.slice(path.lastIndexOf("/") + 1))).toEqual([
      "spec.md",
      "tasks.md",
      "tasks.md",
      "us-001-find.md",
    ]);
    for (const { path, span, mention } of found)
      expect(files.get(path)?.slice(span.start, span.end)).toBe(mention.text);
  });

  it("says what counts should say", () => {
    const { increment } = opened();
    const counts = [...increment.pages].flatMap(([path, { counts }]) =>
      counts.map((count) => [
        path.slice(FOLDER.length + 1),
        count.what,
        count.value,
        countOf(increment, path, count),
      ]),
    );
    expect(counts).toEqual([
      ["spec.md", "tasks", 9, 3],
      ["tasks.md", "tasks", 3, 3],
      ["tasks.md", "done", 1, 1],
    ]);
  });

  it("finds the increment of a page, and none of a copy", () => {
    const { snapshot, index, increment } = opened();
    const of = (path: string) => {
      const page = snapshot.pages.get(path);
      return page && incrementOf(index, page);
    };
    expect(of(`${FOLDER}/tasks.md`)).toBe(increment);
    expect(of(".specweave/docs/internal/specs/web/FS-012/us-001-find.md")).toBeUndefined();
    expect(of(".specweave/config.json")).toBeUndefined();
  });

  it("has two folders with one number", () => {
    const { snapshot } = workspace({
      [`${ROOT}/0012-a/spec.md`]: "# A\n",
      [`${ROOT}/_archive/0012-b/spec.md`]: "# B\n",
      [`${ROOT}/0012E-c/spec.md`]: "# C\n",
    });
    expect(snapshot.increments.byId.get("FS-12")?.map(({ name }) => name)).toEqual(["0012-a", "0012-b"]);
  });

  it("leaves out what the settings exclude", () => {
    const { snapshot } = workspace(FILES, { settings: { exclude: ["**/_archive/**"] } });
    expect([...snapshot.increments.units.values()].map(({ name }) => name)).not.toContain("0011-old");
  });

  it("joins the parts of a change of OpenSpec", () => {
    const { snapshot } = workspace({
      "openspec/changes/login/proposal.md": "# Login\n",
      "openspec/changes/login/tasks.md": "- [ ] 1.1 A\n",
      "openspec/changes/login/specs/auth/spec.md": "### Requirement: Two factors\n",
    });
    const increment = snapshot.increments.at("openspec/changes/login");
    expect([increment?.title, increment?.tasks.size, increment?.stories.size]).toEqual(["Login", 1, 1]);
    expect(nextNumber(snapshot.increments, "specweave")).toBe(1);
  });
});

describe("after a change", () => {
  it("the index has the new places, and closed pages too", () => {
    const { host, files } = opened();
    const text = `# Title\n\n${files.get(`${FOLDER}/tasks.md`)}`;
    host.apply({ put: new Map([[`${FOLDER}/tasks.md`, text]]), close: [`${FOLDER}/spec.md`] });
    const increment = host.snapshot().increments.at(FOLDER);
    const spans = [...(increment?.tasks.values() ?? [])].flat().map(({ what }) => what.id.span);
    expect(mark(text, spans).match(/«[^»]*»/g)).toEqual(["«T-001»", "«T-002»", "«T-003»"]);
    expect(increment?.criteria.size).toBe(4);
  });

  it("an earlier snapshot says what it said", () => {
    const { host, snapshot } = opened();
    host.apply({ put: new Map([[`${FOLDER}/tasks.md`, "### T-009: Nine\n"]]) });
    expect(host.snapshot().increments.at(FOLDER)?.tasks.size).toBe(1);
    expect(snapshot.increments.at(FOLDER)?.tasks.size).toBe(3);
  });

  it("of one increment the others are not worked out again", () => {
    const { host, snapshot } = opened();
    const other = snapshot.increments.at(`${ROOT}/0010E-imported`);
    host.apply({ put: new Map([[`${FOLDER}/tasks.md`, "### T-009: Nine\n"]]) });
    expect(host.snapshot().increments.at(`${ROOT}/0010E-imported`)).toBe(other);
  });

  /** What is done to the tasks, and whether other pages may have to be looked at again. */
  const CHANGES: readonly (readonly [what: string, change: (text: string) => string, concerns: boolean])[] = [
    ["a box is ticked", (text) => text.replace("[ ] pending", "[x] completed"), true],
    ["a criterion is named", (text) => text.replace("AC-US01-01", "AC-US1-03"), true],
    ["a sentence is written", (text) => text.replace("**Dependencies**", "Soon.\n\n**Dependencies**"), false],
  ];
  for (const [what, change, concerns] of CHANGES)
    it(`in which ${what}, others ${concerns ? "are" : "are not"} concerned`, () => {
      const { host, files } = opened();
      const before = host.generation;
      host.apply({ put: new Map([[`${FOLDER}/tasks.md`, change(files.get(`${FOLDER}/tasks.md`) ?? "")]]) });
      expect(host.generation > before).toBe(concerns);
    });

  it("of the configuration the projects are those it names now", () => {
    const path = ".specweave/config.json";
    const { host } = workspace({ [path]: "{}" });
    expect(host.snapshot().increments.projects).toEqual([]);
    host.apply({ put: new Map([[path, '{"workspace": {"repos": [{"id": "app"}]}}']]) });
    expect(host.snapshot().increments.projects).toEqual(["app"]);
  });

  it("an increment that is gone is gone", () => {
    const { host } = opened();
    host.apply({ drop: ["spec.md", "tasks.md", "metadata.json"].map((name) => `${FOLDER}/${name}`) });
    expect(host.snapshot().increments.at(FOLDER)).toBeUndefined();
  });
});

describe("files", () => {
  for (const path of [`${FOLDER}/metadata.json`, ".specweave/config.json"])
    it(`${path} is read`, () => {
      expect(isIndexed(path)).toBe(true);
    });
});
