/** Quick fixes through the protocol: of files that are not open, and many at once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { write } from "../folder.ts";
import { PLAIN, start, uriOf, VSCODE } from "./client.ts";

const RESOLVING: ClientCapabilities = {
  ...VSCODE,
  textDocument: {
    ...VSCODE.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

const FOLDER = ".specweave/increments/0012-search";
const TASKS = `${FOLDER}/tasks.md`;
const TASK = "### T-001: Index titles\n\n**User Story**: US-001 | **Satisfies ACs**: AC-US1-01\n";
const STORY = "### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n";
const UNCOVERED = `
-- ${FOLDER}/spec.md --
${STORY}- [ ] **AC$0-US1-02**: Nothing found says so
-- ${TASKS} --
# Tasks

${TASK}`;

/** A server on a fixture, with what it offers at the `$0`. */
async function offered(
  fixture: string,
  { capabilities = RESOLVING, only }: { capabilities?: ClientCapabilities; only?: readonly string[] } = {},
) {
  const client = await start(fixture, { capabilities });
  const ask = () =>
    client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri },
      range: { start: client.position, end: client.position },
      context: { diagnostics: [], ...(only && { only }) },
    });
  const find = async (title: RegExp) => {
    const actions = await ask();
    const action = actions.find((one) => title.test(one.title));
    if (!action) throw new Error(`offered: ${actions.map((one) => one.title).join(", ")}`);
    return action;
  };
  const resolve = (action: CodeAction) => client.request<CodeAction>("codeAction/resolve", action);
  return { ...client, ask, find, resolve };
}

/** The files of a folder after an edit, as far as it changes them. */
function changedBy(
  { root, files }: { root: string; files: ReadonlyMap<string, string> },
  { edit }: CodeAction,
) {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => {
      const path = [...files.keys()].find((one) => uriOf(root, one) === uri) ?? uri;
      const text = readFileSync(join(root, path), "utf8");
      return [path, TextDocument.applyEdits(TextDocument.create(uri, "markdown", 1, text), edits as never)];
    }),
  );
}

describe("a fix of a file that is not open", () => {
  it("is worked out when it is chosen", async () => {
    const at = await offered(UNCOVERED);
    const action = await at.find(/^Add AC-US1-02 to T-001/);
    expect(action.edit).toBeUndefined();
    expect(changedBy(at, await at.resolve(action))).toEqual({
      [TASKS]: `# Tasks\n\n${TASK.replace("AC-US1-01", "AC-US1-01, AC-US1-02")}`,
    });
  });

  it("fits what is on disk by then, though nobody has told of it", async () => {
    const at = await offered(UNCOVERED);
    const action = await at.find(/^Add AC-US1-02 to T-001/);
    write(at.root, TASKS, `# Tasks of the week\r\n\r\nWe begin.\r\n\r\n${TASK.replaceAll("\n", "\r\n")}`);
    expect(changedBy(at, await at.resolve(action))[TASKS]).toContain(
      "**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, AC-US1-02\r\n",
    );
  });

  it("is refused where what it would change is gone", async () => {
    const at = await offered(UNCOVERED);
    const action = await at.find(/^Add AC-US1-02 to T-001/);
    write(at.root, TASKS, "# Tasks\n\n### T-002: Rank\n\n**Satisfies ACs**: AC-US1-01\n");
    const said = at.next("window/showMessage");
    expect((await at.resolve(action)).edit).toBeUndefined();
    expect((await said).message).toMatch(/does not fit any more/);
  });

  it("is refused where its own document has changed", async () => {
    const at = await offered(UNCOVERED);
    const action = await at.find(/^Add AC-US1-02 to T-001/);
    at.edit(at.uri, 2, { text: "Nothing.\n" });
    expect((await at.resolve(action)).edit).toBeUndefined();
  });

  it("comes at once, from what is on disk, where the client does not ask again", async () => {
    const at = await offered(UNCOVERED, { capabilities: PLAIN });
    write(at.root, TASKS, `# Tasks of the week\n\n${TASK}`);
    const action = await at.find(/^Add AC-US1-02 to T-001/);
    expect(changedBy(at, action)[TASKS]).toContain("AC-US1-01, AC-US1-02\n");
  });
});

describe("many fixes at once", () => {
  const LINES = "- [ ] AC$0-US1-01: A title is found\n- [ ] AC-US1-02: Nothing found says so\n";
  const SPEC = `-- ${FOLDER}/spec.md --\n# Search\n\n### US-001: Search\n\n${LINES}- **AC-US1-03**: In view\n`;

  it("are those of one kind in the file", async () => {
    const at = await offered(SPEC);
    const action = await at.find(/^Fix all 3 of increment\/unparseable-criterion in this file$/);
    expect(changedBy(at, await at.resolve(action))[`${FOLDER}/spec.md`]).toBe(
      "# Search\n\n### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n- [ ] **AC-US1-02**: Nothing found says so\n- [ ] **AC-US1-03**: In view\n",
    );
  });

  it("are those of one kind in the increment, open or not", async () => {
    const at = await offered(
      `-- ${FOLDER}/spec.md --\n#### US$0-001: Search\n-- ${TASKS} --\n#### T-001: Index\n\n#### T-002: Rank\n`,
    );
    const action = await at.find(/^Fix all of increment\/unparseable-id in this increment$/);
    expect(changedBy(at, await at.resolve(action))).toEqual({
      [`${FOLDER}/spec.md`]: "### US-001: Search\n",
      [TASKS]: "### T-001: Index\n\n### T-002: Rank\n",
    });
  });

  it.each(["source.fixAll.specGlossary", "source.fixAll", "source"])(
    "are those that are safe, asked for by %s",
    async (kind) => {
      const at = await offered(SPEC, { only: [kind] });
      const [action, ...others] = await at.ask();
      expect(others).toEqual([]);
      expect(action).toMatchObject({ kind: "source.fixAll.specGlossary" });
      // A box says whether something is done: that is not added without being asked for.
      expect(changedBy(at, action as CodeAction)[`${FOLDER}/spec.md`]).toBe(
        "# Search\n\n### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n- [ ] **AC-US1-02**: Nothing found says so\n- **AC-US1-03**: In view\n",
      );
    },
  );

  it("are not offered where nothing is safe to fix", async () => {
    const fixture = `-- ${FOLDER}/spec.md --\n### US-001: Search\n\n- **AC$0-US1-01**: In view\n`;
    expect(await (await offered(fixture, { only: ["source.fixAll"] })).ask()).toEqual([]);
  });
});
