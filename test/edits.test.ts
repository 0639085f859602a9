/** Edits that rest on what the editor and the disk have when they are handed out, and questions about several files. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Files } from "../server/host.ts";
import {
  ADD_TO_INCREMENT,
  ADR_EDIT,
  type AdrEditParams,
  type AdrEditResult,
  NEW_ADR,
  NEW_TERM,
  STATUS,
} from "../server/protocol.ts";
import { connectInMemory, memoryFiles } from "./fuzz/session/memory.ts";

const ROOT = "file:///w";
const QUEUE = "docs/adr/0001-queue.md";
const LOG = "docs/adr/0002-log.md";
const INDEX = "docs/adr/README.md";

const FILES: Readonly<Record<string, string>> = {
  [QUEUE]:
    "# ADR-0001: Use a queue\n\n## Issue\n\nLoad peaks.\n\n## Decision\n\nA queue, because load peaks.\n\n## Status\n\nProposed\n",
  [LOG]: "# ADR-0002: Use a log\n\n**Status**: Accepted\n\n## Decision\n\nA log, because it is there.\n",
  [INDEX]:
    "# Decisions\n\n| ID | Title | Status |\n|----|-------|--------|\n| [ADR-0001](0001-queue.md) | Use a queue | Proposed |\n| [ADR-0002](0002-log.md) | Use a log | Accepted |\n",
};

interface Doing {
  /** What the user answers when asked; without it, the client shows no questions. */
  readonly answer?: (titles: readonly string[]) => string | undefined;
  readonly read?: (disk: Map<string, string>, path: string) => void;
}

/** A server over files that can be changed behind its back. */
async function begin(files: Readonly<Record<string, string>>, { answer, read }: Doing = {}) {
  const disk = new Map(Object.entries(files));
  const own = memoryFiles(disk);
  const all: Files = {
    ...own,
    read: (path) => {
      read?.(disk, path);
      return own.read(path);
    },
  };
  const connection = connectInMemory(all);
  onTestFinished(() => connection.dispose());
  const questions: string[] = [];
  const warnings: string[] = [];
  connection.onRequest((method, params) => {
    if (method === "window/showMessageRequest") {
      const { message, actions } = params as { message: string; actions: { title: string }[] };
      questions.push(message);
      const title = answer?.(actions.map((one) => one.title));
      return title === undefined ? null : { title };
    }
    return method === "workspace/configuration"
      ? (params as { items: unknown[] }).items.map(() => null)
      : null;
  });
  const complete = new Promise<void>((resolve) => {
    connection.onNotification((method, params) => {
      if (method === STATUS && (params as { complete: boolean }).complete) resolve();
      if (method === "window/showMessage") warnings.push((params as { message: string }).message);
    });
  });
  connection.listen();
  const uriOf = (path: string) => `${ROOT}/${path}`;
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: ROOT,
    workspaceFolders: [{ uri: ROOT, name: "w" }],
    capabilities: {
      workspace: {
        configuration: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename"] },
      },
      textDocument: {
        diagnostic: {},
        codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
      },
      ...(answer && { window: { showMessage: {} } }),
    },
  });
  void connection.sendNotification("initialized", {});
  await complete;
  const texts = new Map<string, string>();
  const send = (path: string, text: string, version: number) => {
    texts.set(path, text);
    const textDocument = { uri: uriOf(path), version };
    void (version === 1
      ? connection.sendNotification("textDocument/didOpen", {
          textDocument: { ...textDocument, languageId: "markdown", text },
        })
      : connection.sendNotification("textDocument/didChange", { textDocument, contentChanges: [{ text }] }));
  };
  /** What an edit makes of the files, as the editor and the disk have them. */
  const made = (edit: WorkspaceEdit | undefined) =>
    Object.fromEntries(
      ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ textDocument, edits }) => {
        if (!edits || edits.length === 0) return [];
        const path = textDocument.uri.slice(ROOT.length + 1);
        const text = texts.get(path) ?? disk.get(path) ?? "";
        const document = TextDocument.create(path, "markdown", 1, text);
        return [[path, TextDocument.applyEdits(document, edits as never)]];
      }),
    );
  const ask = <T>(method: string, params: object) => connection.sendRequest<T>(method, params);
  const change = (path: string, change: AdrEditParams["change"]) =>
    ask<AdrEditResult>(ADR_EDIT, { uri: uriOf(path), change });
  return { disk, send, made, ask, change, uriOf, questions, warnings };
}

type At = Awaited<ReturnType<typeof begin>>;

/** The edit of the quick fix with a title. */
async function fixed({ ask, uriOf }: At, path: string, title: RegExp): Promise<WorkspaceEdit | undefined> {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const params = { textDocument: { uri: uriOf(path) }, range, context: { diagnostics: [] } };
  const actions = await ask<CodeAction[]>("textDocument/codeAction", params);
  const action = actions.find((one) => title.test(one.title));
  if (!action) throw new Error(`offered: ${actions.map((one) => one.title).join(", ")}`);
  return action.edit ?? (await ask<CodeAction>("codeAction/resolve", action)).edit;
}

function editOf(result: AdrEditResult): WorkspaceEdit {
  if (result.kind !== "edit") throw new Error(JSON.stringify(result));
  return result.edit;
}

const REVIEWED = "<!-- reviewed -->\n\n";

describe("an edit of a decision", () => {
  it("fits what has been typed above its status", async () => {
    const at = await begin(FILES);
    const text = FILES[QUEUE] as string;
    at.send(QUEUE, text, 1);
    await at.ask("textDocument/diagnostic", { textDocument: { uri: at.uriOf(QUEUE) } });
    const typed = text.replace("Load peaks.\n", "Load peaks. They come each Monday.\n");
    at.send(QUEUE, typed, 2);
    const edit = editOf(await at.change(QUEUE, { kind: "status", status: "Accepted" }));
    expect(at.made(edit)[QUEUE]).toBe(typed.replace("Proposed", "Accepted"));
    expect(edit.documentChanges?.[0]).toMatchObject({ textDocument: { version: 2 } });
  });

  it("leads to the place where a title is now", async () => {
    const at = await begin({ ...FILES, "docs/page.md": "See ADR-0001.\n" });
    at.send("docs/page.md", "See ADR-0001.\n", 1);
    at.send(QUEUE, FILES[QUEUE] as string, 1);
    const asked = () =>
      at.ask<unknown>("textDocument/definition", {
        textDocument: { uri: at.uriOf("docs/page.md") },
        position: { line: 0, character: 6 },
      });
    expect(JSON.stringify(await asked())).toContain('"line":0');
    at.send(QUEUE, REVIEWED + FILES[QUEUE], 2);
    expect(JSON.stringify(await asked())).toContain('"start":{"line":2,"character":2}');
  });

  const CLOSED: readonly (readonly [what: string, do_: (at: At) => Promise<WorkspaceEdit | undefined>])[] = [
    ["supersede", async (at) => editOf(await at.change(QUEUE, { kind: "supersede", by: at.uriOf(LOG) }))],
    ["the quick fix for a missing link back", (at) => fixed(at, QUEUE, /^Add the link back/)],
    ["renumber", async (at) => editOf(await at.change(LOG, { kind: "renumber" }))],
    [
      "a new record that supersedes",
      async (at) =>
        (
          await at.ask<{ edit: WorkspaceEdit }>(NEW_ADR, {
            uri: at.uriOf(QUEUE),
            title: "Use both",
            template: "nygard",
            folder: "docs/adr",
            date: "2025-01-31",
            supersedes: at.uriOf(LOG),
          })
        ).edit,
    ],
  ];
  for (const [what, act] of CLOSED)
    it(`fits files that were changed on the disk without a word: ${what}`, async () => {
      const linked = (FILES[QUEUE] as string).replace("Proposed", "Superseded by [ADR-0002](0002-log.md)");
      const files = { ...FILES, [QUEUE]: linked };
      const [at, right] = [await begin(files), await begin({ ...files, [LOG]: REVIEWED + FILES[LOG] })];
      at.send(QUEUE, linked, 1);
      right.send(QUEUE, linked, 1);
      at.disk.set(LOG, REVIEWED + FILES[LOG]);
      const [own, wanted] = [at.made(await act(at)), right.made(await act(right))];
      expect(own).toEqual(wanted);
      expect(Object.keys(own).length).toBeGreaterThan(0);
      if (own[LOG] !== undefined) expect(own[LOG].startsWith(REVIEWED)).toBe(true);
    });

  it("fits an index that has other rows by now", async () => {
    const at = await begin(FILES);
    at.disk.set(INDEX, `A word before.\n\n${FILES[INDEX]}`);
    const edit = editOf(await at.change(QUEUE, { kind: "status", status: "Rejected" }));
    expect(at.made(edit)[INDEX]).toBe(`A word before.\n\n${FILES[INDEX]}`.replace("Proposed", "Rejected"));
  });

  it("is refused by name where a file does not come to rest", async () => {
    let count = 0;
    const restless = (disk: Map<string, string>, path: string) => {
      if (path === LOG && count++ > 0) disk.set(LOG, `${"<!-- again -->\n".repeat(count)}${FILES[LOG]}`);
    };
    const at = await begin(FILES, { read: restless });
    await expect(at.change(QUEUE, { kind: "supersede", by: at.uriOf(LOG) })).rejects.toThrow(
      `${LOG} has just been changed, and nothing has been done: try again in a moment`,
    );
  });

  it("is made of nothing where a file is gone", async () => {
    const at = await begin(FILES);
    at.disk.delete(LOG);
    expect(await at.change(QUEUE, { kind: "supersede", by: at.uriOf(LOG) })).toEqual({
      kind: "refused",
      reason: "The successor is not a decision record of this workspace folder.",
    });
  });

  it("names the version of a document that is typed in while files are read", async () => {
    const at = await begin(FILES);
    const text = FILES[QUEUE] as string;
    at.send(QUEUE, text, 1);
    const answer = at.change(QUEUE, { kind: "supersede", by: at.uriOf(LOG) });
    await new Promise((resolve) => setImmediate(resolve));
    at.send(QUEUE, REVIEWED + text, 2);
    const edit = editOf(await answer);
    const own = edit.documentChanges?.find((one) => "edits" in one && one.textDocument.uri.endsWith(QUEUE));
    const version = own && "edits" in own ? own.textDocument.version : undefined;
    if (version === 2)
      expect(at.made(edit)[QUEUE]).toContain("## Status\n\nSuperseded by [ADR-0002](0002-log.md)\n");
    else expect(version).toBe(1);
  });
});

describe("what a client puts in a place itself", () => {
  const ACRONYMS = "docs/glossary.md";
  const SPEC = ".specweave/increments/0001-search/spec.md";
  const TASKS = ".specweave/increments/0001-search/tasks.md";
  const MORE = {
    [ACRONYMS]:
      "# Glossary\n\n| Term | Definition |\n|------|------------|\n| Berth | A place for a ship. |\n| Quay | A wall. |\n",
    [SPEC]: "# Search\n\n### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n",
    [TASKS]: "# Tasks\n\n### T-001: Index\n\n**Satisfies ACs**: AC-US1-01\n",
  };

  interface Placed {
    readonly kind: string;
    readonly version: number | null;
    readonly position: { readonly line: number };
  }

  it("has the version of an open document, and none of a file", async () => {
    const at = await begin(MORE);
    const term = () => at.ask<Placed>(NEW_TERM, { uri: at.uriOf(SPEC), name: "Crane" });
    const task = () =>
      at.ask<Placed>(ADD_TO_INCREMENT, {
        uri: at.uriOf(SPEC),
        folder: ".specweave/increments/0001-search",
        add: { what: "task", story: "US-1", criteria: ["AC-US1-1"] },
      });
    expect([(await term()).version, (await task()).version]).toEqual([null, null]);
    at.send(ACRONYMS, MORE[ACRONYMS], 1);
    at.send(TASKS, MORE[TASKS], 1);
    at.send(TASKS, `${MORE[TASKS]}\n`, 2);
    expect([(await term()).version, (await task()).version]).toEqual([1, 2]);
  });

  it("is a place in what is on the disk", async () => {
    const at = await begin(MORE);
    const before = await at.ask<Placed>(NEW_TERM, { uri: at.uriOf(SPEC), name: "Crane" });
    at.disk.set(ACRONYMS, `A word before.\n\n${MORE[ACRONYMS]}`);
    const after = await at.ask<Placed>(NEW_TERM, { uri: at.uriOf(SPEC), name: "Crane" });
    expect(after.position.line).toBe(before.position.line + 2);
  });
});

describe("a change of more than one file", () => {
  const supersede = (at: At) => at.change(QUEUE, { kind: "supersede", by: at.uriOf(LOG) });

  it("is asked about, by the number of files and their names", async () => {
    const at = await begin(FILES, { answer: ([yes]) => yes });
    const edit = editOf(await supersede(at));
    expect(at.questions).toEqual([
      `Supersede ADR changes 3 files: ${QUEUE}, ${LOG}, ${INDEX}. One undo takes it back.`,
    ]);
    expect(Object.keys(at.made(edit)).sort()).toEqual([QUEUE, LOG, INDEX].sort());
  });

  it("is left where the user does not want it", async () => {
    const at = await begin(FILES, { answer: () => undefined });
    expect(await supersede(at)).toEqual({ kind: "left" });
  });

  it("fits what has happened while somebody thought about it", async () => {
    const files = new Map<string, string>();
    const at = await begin(FILES, {
      answer: ([yes]) => {
        files.set(LOG, REVIEWED + FILES[LOG]);
        for (const [path, text] of files) at.disk.set(path, text);
        return yes;
      },
    });
    const edit = editOf(await supersede(at));
    expect(at.questions).toHaveLength(1);
    expect(at.made(edit)[LOG]).toBe(
      `${REVIEWED}${FILES[LOG]}`.replace(
        "# ADR-0002: Use a log",
        "# ADR-0002: Use a log\n\nSupersedes [ADR-0001](0001-queue.md)",
      ),
    );
  });

  it("is asked about when a quick fix is chosen, and says nothing more where it is left", async () => {
    const twice = { ...FILES, "docs/adr/0001-other.md": (FILES[QUEUE] as string).replace("queue", "stack") };
    const yes = await begin(twice, { answer: ([one]) => one });
    yes.send(QUEUE, FILES[QUEUE] as string, 1);
    expect(Object.keys(yes.made(await fixed(yes, QUEUE, /^Renumber/)))).toHaveLength(2);
    expect(yes.questions[0]).toMatch(/^“Renumber to 0003, with the links to it” changes 2 files: /);
    const no = await begin(twice, { answer: () => undefined });
    no.send(QUEUE, FILES[QUEUE] as string, 1);
    expect(await fixed(no, QUEUE, /^Renumber/)).toBeUndefined();
    expect(no.warnings).toEqual([]);
  });

  it("is asked about where something is added and another file counts one more", async () => {
    const folder = ".specweave/increments/0001-search";
    const files = {
      [`${folder}/spec.md`]: "# Search\n\n### US-001: Search\n\n- [ ] **AC-US1-01**: A title is found\n",
      [`${folder}/tasks.md`]:
        "---\ntotal_acs: 1\n---\n\n# Tasks\n\n### T-001: Index\n\n**Satisfies ACs**: AC-US1-01\n",
    };
    const add = (at: At) =>
      at.ask<{ kind: string; edit?: WorkspaceEdit }>(ADD_TO_INCREMENT, {
        uri: at.uriOf(`${folder}/spec.md`),
        folder,
        add: { what: "criterion", story: "US-1" },
      });
    const yes = await begin(files, { answer: ([one]) => one });
    const added = await add(yes);
    expect(added.kind).toBe("insert");
    expect(yes.made(added.edit)[`${folder}/tasks.md`]).toContain("total_acs: 2");
    expect(yes.questions).toEqual([
      `The new criterion changes 2 files: ${folder}/tasks.md, ${folder}/spec.md. One undo takes it back.`,
    ]);
    const no = await begin(files, { answer: () => undefined });
    expect(await add(no)).toEqual({ kind: "left" });
  });

  it("names the version of an open document that gets another name", async () => {
    const at = await begin(FILES, { answer: ([yes]) => yes });
    at.send(LOG, FILES[LOG] as string, 1);
    at.send(LOG, `${FILES[LOG]}\nMore.\n`, 2);
    const edit = editOf(await at.change(LOG, { kind: "renumber" }));
    expect(edit.documentChanges?.slice(0, 2)).toMatchObject([
      { textDocument: { uri: at.uriOf(LOG), version: 2 }, edits: [] },
      { kind: "rename", oldUri: at.uriOf(LOG) },
    ]);
  });

  it("is no question for a rename, of which the editor shows all places on demand", async () => {
    const page = "docs/page.md";
    const files = {
      "docs/glossary.md": "# Glossary\n\n## Crane\n\nA lifter.\n\n## Quay\n\nA wall.\n",
      [page]: "[Crane](glossary.md#crane)\n",
    };
    const at = await begin(files, { answer: () => undefined });
    at.send(page, files[page] as string, 1);
    const edit = await at.ask<WorkspaceEdit>("textDocument/rename", {
      textDocument: { uri: at.uriOf(page) },
      position: { line: 0, character: 3 },
      newName: "Hoist",
    });
    expect(at.made(edit)).toEqual({
      "docs/glossary.md": "# Glossary\n\n## Hoist\n\nA lifter.\n\n## Quay\n\nA wall.\n",
      [page]: "[Hoist](glossary.md#hoist)\n",
    });
    expect(at.questions).toEqual([]);
  });

  it("is no question where one file is changed, or the client shows none", async () => {
    const { [INDEX]: _, ...alone } = FILES;
    const one = await begin(alone, { answer: () => undefined });
    editOf(await one.change(QUEUE, { kind: "status", status: "Accepted" }));
    const none = await begin(FILES);
    editOf(await supersede(none));
    expect([...one.questions, ...none.questions]).toEqual([]);
  });
});

it("there is one way from changes to the edits of the protocol", () => {
  const users = readdirSync("server", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && file !== "convert.ts")
    .filter((file) =>
      /\b(?:toWorkspaceEdit|toRenameEdit|documentChanges|readAgain\()/.test(
        readFileSync(`server/${file}`, "utf8"),
      ),
    );
  expect(users.sort()).toEqual(["edits.ts", "session.ts"]);
});
