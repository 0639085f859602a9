/** Questions as requests of the protocol, and the edits in what comes back. */

import type { Ask } from "./acts.ts";
import { incrementFolderOf } from "./folders.ts";
import { type Player, positionIn } from "./player.ts";

/** Puts a question; gives what came back, an error as its message. */
export async function put(player: Player, { what, path, offset, word }: Ask): Promise<unknown> {
  const uri = player.uriOf(path);
  const textDocument = { uri };
  const text = player.documents.get(path)?.text ?? "";
  const position = positionIn(text, Math.min(offset, text.length));
  const whole = { start: { line: 0, character: 0 }, end: positionIn(text, text.length) };
  const ask = (method: string, params: unknown) =>
    player
      .request(method, params)
      .catch((error: Error & { code?: number }) => ({ error: error.message, code: error.code }));
  const folder = incrementFolderOf(path);
  const own = (method: string, more: object = {}) => ask(`specGlossary/${method}`, { uri, ...more });
  const actions = (only: readonly string[] | undefined) =>
    ask("textDocument/codeAction", {
      textDocument,
      range: whole,
      context: { diagnostics: [], ...(only && { only }) },
    });
  const at = { textDocument, position };
  const made = { title: "A made-up thing", date: "2025-01-31" };
  switch (what) {
    case "hover":
      return ask("textDocument/hover", at);
    case "completion":
      return ask("textDocument/completion", at);
    case "definition":
      return ask("textDocument/definition", at);
    case "references":
      return ask("textDocument/references", { ...at, context: { includeDeclaration: true } });
    case "highlights":
      return ask("textDocument/documentHighlight", at);
    case "symbols":
      return ask("textDocument/documentSymbol", { textDocument });
    case "lenses":
      return ask("textDocument/codeLens", { textDocument });
    case "links":
      return ask("textDocument/documentLink", { textDocument });
    case "diagnostics":
      return ask("textDocument/diagnostic", { textDocument });
    case "prepare rename":
      return ask("textDocument/prepareRename", at);
    case "adr log":
      return own("adrLog");
    case "adr folders":
      return own("adrFolders");
    case "increments":
      return own("increments", { position });
    case "traceability":
      return own("traceability", { folder });
    case "validate":
      return own("validateIncrement", { folder });
    case "performance":
      return own("performance");
    case "actions":
      return resolved(player, await actions(undefined));
    case "link first uses":
      return actions(["source.specGlossary.linkFirstUses"]);
    case "fix all":
      return actions(["source.fixAll.specGlossary"]);
    case "rename":
      return ask("textDocument/rename", { ...at, newName: word });
    case "new term":
      return own("newTerm", { name: word });
    case "copy starter":
      return own("copyStarter");
    case "new adr":
      return own("newAdr", {
        ...made,
        template: "madr-minimal",
        folder: path.slice(0, Math.max(0, path.lastIndexOf("/"))),
      });
    case "supersede by a new adr":
      return own("newAdr", {
        ...made,
        template: "nygard",
        folder: path.slice(0, Math.max(0, path.lastIndexOf("/"))),
        supersedes: uri,
      });
    case "set status":
      return own("adrEdit", { change: { kind: "status", status: word } });
    case "supersede":
      return own("adrEdit", { change: { kind: "supersede", by: player.uriOf(word) } });
    case "renumber":
      return own("adrEdit", { change: { kind: "renumber" } });
    case "new increment":
      return own("newIncrement", {
        ...made,
        type: "feature",
        priority: "P1",
        instant: "2025-01-31T09:12:00Z",
      });
    case "add story":
      return own("addToIncrement", { folder, add: { what: "story" } });
    case "add criterion":
      return own("addToIncrement", { folder, add: { what: "criterion", story: "US-1" } });
    case "add task":
      return own("addToIncrement", { folder, add: { what: "task", story: "US-1", criteria: ["AC-US1-1"] } });
  }
}

interface Action {
  readonly title: string;
  readonly edit?: unknown;
  readonly data?: unknown;
}

async function resolved(player: Player, actions: unknown): Promise<unknown> {
  if (!Array.isArray(actions)) return actions;
  const found: unknown[] = [];
  for (const action of actions as Action[]) {
    const whole =
      action.edit === undefined ? ((await player.request("codeAction/resolve", action)) as Action) : action;
    found.push({ title: whole.title, edit: whole.edit });
  }
  return found;
}
