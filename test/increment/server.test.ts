/** Increments through the protocol. */
import { describe, expect, it } from "vitest";
import {
  ADD_TO_INCREMENT,
  type AddToIncrementParams,
  type AddToIncrementResult,
  type ArchivePreviewResult,
  INCREMENTS,
  type IncrementsResult,
  NEW_INCREMENT,
  type NewIncrementResult,
  PREVIEW_ARCHIVE,
  TRACEABILITY,
  type TraceabilityResult,
  VALIDATE_INCREMENT,
  type ValidateResult,
} from "../../server/protocol.ts";
import { start, uriOf } from "../server/client.ts";

const FOLDER = ".specweave/increments/0012-search";
const ARCHIVED = ".specweave/increments/_archive/0003-old";
const FILES = `-- .specweave/config.json --
{"project": {"name": "shop"}, "testing": {"defaultCoverageTarget": 70}}
-- ${ARCHIVED}/spec.md --
---
status: completed
---

# Feature: Old

~~~
a &lt; b
~~~
-- ${FOLDER}/metadata.json --
{"id": "0012-search", "status": "active"}
-- ${FOLDER}/spec.md --
# Feature: Search

### US-001: Find (P1)

- [x] **AC-US1-01**: Found
- [ ] **AC-US1-02**: Not $0found

### US-002: Sort (P1)
-- ${FOLDER}/tasks.md --
# Tasks

### T-001: Index

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01 | **Status**: [x] completed

**Test**: **Given** a word
→ When it is sought → Then it is found

### T-002: Tidy

**Status**: [ ] pending
`;

describe("increments", () => {
  it("are listed, with what stands at the cursor", async () => {
    const client = await start(FILES);
    const { uri, position } = client;
    const found = await client.request<IncrementsResult>(INCREMENTS, { uri, position });
    expect(found.increments.map(({ name, title, closed }) => [name, title, closed])).toEqual([
      ["0003-old", "Old", true],
      ["0012-search", "Search", false],
    ]);
    expect(found.current).toMatchObject({ folder: FOLDER, story: "US-1", criterion: "AC-US1-2" });
    expect(
      found.current?.stories.map(({ id, criteria }) => [id, criteria.map((one) => one.covered)]),
    ).toEqual([
      ["US-001", [true, false]],
      ["US-002", []],
    ]);
    const folder = await client.request<IncrementsResult>(INCREMENTS, { uri: uriOf(client.root, ARCHIVED) });
    expect(folder.current?.folder).toBe(ARCHIVED);
  });

  it("are created with the configuration of the repository", async () => {
    const client = await start(FILES);
    const wanted = {
      title: "Sort by price",
      answers: { type: "bug", priority: "P0" },
      date: "2025-01-02",
    };
    const made = await client.request<NewIncrementResult>(NEW_INCREMENT, {
      uri: client.uri,
      ...wanted,
      instant: "2025-01-02T03:04:05Z",
    });
    expect(made.uri).toBe(uriOf(client.root, ".specweave/increments/0013-sort-by-price/spec.md"));
    const text = JSON.stringify(made.edit);
    expect(text).toContain("coverage_target: 70");
    expect(text).toContain("**Project**: shop");
    expect(made.edit.documentChanges).toHaveLength(8);
  });

  it("get a task at a place of an open document", async () => {
    const client = await start(FILES);
    const added = await client.request<AddToIncrementResult>(ADD_TO_INCREMENT, {
      uri: client.uri,
      folder: FOLDER,
      add: { what: "task", story: "US-1", criteria: ["AC-US1-2"] },
    });
    expect(added).toMatchObject({
      kind: "insert",
      uri: uriOf(client.root, `${FOLDER}/tasks.md`),
      position: { line: 8, character: 0 },
    });
    expect(added.kind === "insert" && added.text).toContain("### T-003: {{What is done}}");
  });

  it("refuse what has no place", async () => {
    const client = await start(FILES);
    const ask = (folder: string) =>
      client.request<AddToIncrementResult>(ADD_TO_INCREMENT, {
        uri: client.uri,
        folder,
        add: { what: "criterion", story: "US-9" },
      });
    expect(await ask(FOLDER)).toEqual({
      kind: "refused",
      reason: "The story is not in the specification of 0012-search.",
    });
    expect(await ask("nowhere")).toEqual({
      kind: "refused",
      reason: "This increment does not exist any more.",
    });
  });

  it("are made in the layout that is in use, and added to as it wants", async () => {
    const client = await start(`-- openspec/specs/login/spec.md --
# Login

## Requirements

### Requirement: Names

Names SHALL be short.
-- openspec/changes/add-search/proposal.md --
## Why

Nobody finds anything.
-- openspec/changes/add-search/specs/login/spec.md --
## ADDED Requirements

### Requirement: Find

Names SHALL be $0found.
`);
    const { uri, position } = client;
    const found = await client.request<IncrementsResult>(INCREMENTS, { uri, position });
    const [offered, ...others] = found.layouts.filter(({ isOffered }) => isOffered);
    expect([offered?.id, offered?.asks[0]?.values, others]).toEqual(["openspec", ["login"], []]);
    expect(found.increments.map(({ title }) => title)).toEqual(["add-search", "login"]);
    expect(found.current).toMatchObject({
      folder: "openspec/changes/add-search",
      words: { story: "requirement", criterion: "scenario" },
      story: "find",
    });
    const made = await client.request<NewIncrementResult>(NEW_INCREMENT, {
      uri,
      title: "Sort",
      layout: "openspec",
      answers: { capability: "login" },
      date: "2025-01-02",
      instant: "2025-01-02T03:04:05Z",
    });
    expect(made.uri).toBe(uriOf(client.root, "openspec/changes/sort/proposal.md"));
    const ask = (folder: string, add: AddToIncrementParams["add"]) =>
      client.request<AddToIncrementResult>(ADD_TO_INCREMENT, { uri, folder, add });
    expect(await ask("openspec/changes/add-search", { what: "criterion", story: "find" })).toMatchObject({
      kind: "insert",
      uri,
      position: { line: 5, character: 0 },
    });
    expect(await ask("openspec/changes/add-search", { what: "criterion" })).toEqual({
      kind: "refused",
      reason: "The requirement is not in the specification of add-search.",
    });
    expect(await ask("openspec/specs/login", { what: "task", criteria: [] })).toEqual({
      kind: "refused",
      reason: "login is a specification in force: tasks belong to a change of it.",
    });
  });

  it("are validated with all their pages, closed ones too", async () => {
    const client = await start(FILES);
    const ask = (folder: string) =>
      client.request<ValidateResult>(VALIDATE_INCREMENT, { uri: client.uri, folder });
    const { report, files, links, summary } = await ask(ARCHIVED);
    expect(summary).toBe("1 information");
    expect(files.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
      ["markdown/entity-in-code"],
    ]);
    expect(report).toMatch(/^# Validation of 0003-old\n\n- Title: Old\n- Status: completed\n/);
    expect(report).toContain("- spec.md:8 information: ");
    const [link] = links;
    expect(report.split("\n")[link?.range.start.line ?? 0]?.slice(2, 11)).toBe("spec.md:8");
    expect([link?.uri, link?.line]).toEqual([uriOf(client.root, `${ARCHIVED}/spec.md`), 7]);
    expect((await ask(FOLDER)).files.map(({ uri }) => uri.slice(uri.lastIndexOf("/") + 1))).toEqual([
      "spec.md",
      "tasks.md",
      "metadata.json",
    ]);
    expect(await ask("nowhere")).toBeNull();
  });

  it("are traced from stories to tests, and follow what is typed", async () => {
    const client = await start(FILES);
    const ask = () => client.request<TraceabilityResult>(TRACEABILITY, { uri: client.uri, folder: FOLDER });
    const rows = ({ stories }: TraceabilityResult) =>
      stories.map(({ story, criteria, tasks }) => [
        story?.id,
        ...criteria.map(({ id, work, tasks: own, tests }) =>
          [id, work, ...own.map((task) => task.id), ...tests.map((test) => test.title)].join(" "),
        ),
        ...tasks.map(({ id, work }) => `${id} ${work}`),
      ]);
    expect(rows(await ask())).toEqual([
      [
        "US-001",
        "AC-US1-01 done T-001 Given a word → When it is sought → Then it is found",
        "AC-US1-02 open",
      ],
      ["US-002"],
      [undefined, "T-002 open"],
    ]);
    client.edit(client.uri, 2, { text: "# Feature: Search\n\n- [ ] **AC-US1-01**: Found\n" });
    expect(rows(await ask()).flat()).toContain(
      "AC-US1-01 open T-001 Given a word → When it is sought → Then it is found",
    );
  });
});

it("what archiving would do is shown as it is written now", async () => {
  const requirement = (text: string) =>
    `### Requirement: Pay\nThe system SHALL ${text}.\n\n#### Scenario: Card\n- **WHEN** it is paid\n- **THEN** it is sent\n`;
  const main = `# shop Specification\n\n## Purpose\nLets shoppers pay.\n\n## Requirements\n\n${requirement("take cards")}`;
  const client = await start(`-- openspec/changes/pay/specs/shop/spec.md --
## MODIFIED Requirements

${requirement("take $0vouchers")}
-- openspec/changes/pay/specs/new/spec.md --
## MODIFIED Requirements

${requirement("take nothing")}
-- openspec/specs/shop/spec.md --
${main}`);
  const { uri, root } = client;
  const asked = { uri, folder: "openspec/changes/pay" };
  expect(await client.request<ArchivePreviewResult>(PREVIEW_ARCHIVE, asked)).toEqual({
    name: "pay",
    isArchived: true,
    pages: [
      {
        uri: uriOf(root, "openspec/specs/shop/spec.md"),
        title: "shop",
        exists: true,
        text: main.replace("cards", "vouchers"),
      },
    ],
    refusals: ["Of new: there is no specification in force: only new requirements can be added to it."],
    warnings: [],
  });
  expect(
    await client.request<ArchivePreviewResult>(PREVIEW_ARCHIVE, { uri, folder: "openspec/specs/shop" }),
  ).toMatchObject({ isArchived: false, pages: [] });
});
