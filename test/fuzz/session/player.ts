/** A client that does what it is told, and knows what an editor would know: which documents are open, and their versions. */
import type { MessageConnection } from "vscode-jsonrpc/node";
import { STATUS, type StatusParams } from "../../../server/protocol.ts";

export const ROOT = "file:///work%20space";

/** What VS Code can do, as far as edits depend on it. */
export const CAPABILITIES = {
  window: { showMessage: { messageActionItem: { additionalPropertiesSupport: false } } },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: {},
    },
  },
  textDocument: {
    diagnostic: {},
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

interface Document {
  readonly version: number;
  readonly text: string;
}

/** Where a server says what it has to say of itself. */
export interface Heard {
  readonly errors: string[];
  complete: boolean;
}

export class Player {
  readonly #connection: MessageConnection;
  readonly #root: string;
  /** Open documents by path. */
  readonly documents = new Map<string, Document>();
  readonly heard: Heard = { errors: [], complete: false };
  #waiting: (() => void) | undefined;

  constructor(connection: MessageConnection, root: string = ROOT) {
    this.#connection = connection;
    this.#root = root;
    connection.onRequest((method, params) => {
      // Whoever is asked says yes.
      if (method === "window/showMessageRequest")
        return (params as { actions?: unknown[] }).actions?.[0] ?? null;
      if (method !== "workspace/configuration") return null;
      return (params as { items: unknown[] }).items.map(() => null);
    });
    connection.onNotification((method, params) => {
      if (method === "window/logMessage" && (params as { type: number }).type === 1)
        this.heard.errors.push((params as { message: string }).message);
      if (method === STATUS) this.heard.complete = (params as StatusParams).complete;
      if (method === STATUS && this.heard.complete) this.#waiting?.();
    });
    connection.listen();
  }

  uriOf(path: string): string {
    return path === "" ? this.#root : `${this.#root}/${path.split("/").map(encodeURIComponent).join("/")}`;
  }

  /** Begins a session, and waits until all files have been read. */
  async begin(): Promise<void> {
    await this.request("initialize", {
      processId: null,
      rootUri: this.#root,
      workspaceFolders: [{ uri: this.#root, name: "work" }],
      capabilities: CAPABILITIES,
    });
    const complete = new Promise<void>((resolve) => {
      this.#waiting = resolve;
    });
    this.notify("initialized", {});
    await complete;
  }

  request(method: string, params: unknown): Promise<unknown> {
    return this.#connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.#connection.sendNotification(method, params).catch(() => {});
  }

  open(path: string, text: string, version = 1): void {
    this.documents.set(path, { version, text });
    const uri = this.uriOf(path);
    this.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: languageOf(path), version, text },
    });
  }

  /** Sends only what differs, as editors do. */
  type(path: string, text: string): void {
    const known = this.documents.get(path);
    if (!known) return;
    const version = known.version + 1;
    this.documents.set(path, { version, text });
    const uri = this.uriOf(path);
    const change = differenceOf(known.text, text);
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [change] });
  }

  close(path: string): void {
    if (this.documents.delete(path))
      this.notify("textDocument/didClose", { textDocument: { uri: this.uriOf(path) } });
  }

  /** Tells that files were created (1), changed (2) or deleted (3). */
  happened(path: string, type: 1 | 2 | 3): void {
    this.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: this.uriOf(path), type }] });
  }

  end(): void {
    this.#connection.dispose();
  }
}

function languageOf(path: string): string {
  return /\.ya?ml$/.test(path) ? "yaml" : /\.jsonc?$/.test(path) ? "jsonc" : "markdown";
}

/** One change that makes a text of another one. */
function differenceOf(before: string, now: string): unknown {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start++;
  let [end, until] = [before.length, now.length];
  while (end > start && until > start && before[end - 1] === now[until - 1]) {
    end--;
    until--;
  }
  // Within `\r\n` no position can be named.
  while (start > 0 && (before[start - 1] === "\r" || now[start - 1] === "\r")) start--;
  while (end < before.length && (before[end] === "\n" || now[until] === "\n") && before[end] !== undefined) {
    end++;
    until++;
  }
  const range = { start: positionIn(before, start), end: positionIn(before, end) };
  return { range, text: now.slice(start, until) };
}

/** The position of an offset; a line ends with `\r\n`, `\n` or `\r`. */
export function positionIn(
  text: string,
  offset: number,
): { readonly line: number; readonly character: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
