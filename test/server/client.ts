/** A language client for tests: it starts the real server as a process and keeps all that the server says. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type {
  ClientCapabilities,
  LogMessageParams,
  Position,
  PublishDiagnosticsParams,
  RegistrationParams,
  ShowMessageParams,
} from "vscode-languageserver-protocol";
import { STATUS, type StatusParams } from "../../server/protocol.ts";
import { BUNDLES } from "../bundles.ts";
import { parseFixture } from "../fixture.ts";
import { temporaryFolder } from "../folder.ts";

/** What VS Code can do. */
export const VSCODE: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
  },
  textDocument: { diagnostic: {} },
  window: { workDoneProgress: true },
};

/** A client that can do nothing but edit documents. */
export const PLAIN: ClientCapabilities = {};

export interface Options {
  /** The bundle of the server; the one of all tests unless named. */
  readonly bundle?: string;
  readonly capabilities?: ClientCapabilities;
  /** The folders to open; the folder of the fixture unless named. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** The system that the server takes this one for; folders may then be named by URIs. */
  readonly platform?: "win32" | "darwin";
  /** What the client answers when it is asked for a setting. */
  readonly settings?: (section: string, scope: string | undefined) => unknown;
}

/** What the tests look into of all that the server says. */
interface Said {
  readonly [STATUS]: StatusParams;
  readonly "$/progress": { readonly value: { readonly kind: string; readonly message?: string } };
  readonly "client/registerCapability": RegistrationParams;
  readonly "textDocument/publishDiagnostics": PublishDiagnosticsParams;
  readonly "window/logMessage": LogMessageParams;
  readonly "window/showMessage": ShowMessageParams;
}

export interface Message<M extends string = string> {
  readonly method: M;
  readonly params: M extends keyof Said ? Said[M] : unknown;
}

export type Client = Awaited<ReturnType<typeof connect>>;

const DEADLINE = 15_000;

/** Starts a server on a fixture (see test/fixture.ts) and opens the document that holds the `$0`. */
export async function start(fixture: string, options: Options = {}) {
  const { files, cursor } = parseFixture(fixture);
  const root = temporaryFolder(files);
  const client = await connect({ folders: [root], ...options });
  await client.initialize();
  await client.complete();
  const uri = uriOf(root, cursor?.path ?? "docs/page.md");
  const text = files.get(cursor?.path ?? "docs/page.md");
  if (text !== undefined) client.open(uri, text);
  const position = positionOf(text ?? "", cursor?.offset ?? 0);
  return { ...client, root, files, uri, position, at: { textDocument: { uri }, position } };
}

export function uriOf(root: string, path = ""): string {
  if (root.includes("://")) return path === "" ? root : `${root}/${path}`;
  return pathToFileURL(join(root, path)).toString();
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n/);
  return { line: before.length - 1, character: (before.at(-1) as string).length };
}

/** Starts a server that knows nothing yet. */
export async function connect({
  bundle = join(BUNDLES, "server.cjs"),
  capabilities = VSCODE,
  folders = [],
  ...options
}: Options = {}) {
  const pretence = `Object.defineProperty(process, "platform", { value: "${options.platform}" });`;
  const preload = `data:text/javascript,${encodeURIComponent(pretence)}`;
  const flags = options.platform ? ["--import", preload] : [];
  const server = spawn(process.execPath, [...flags, bundle, "--stdio"], { stdio: "pipe" });
  const exited = new Promise<number | null>((resolve) => server.once("exit", resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  let stderr = "";
  server.stderr.on("data", (data) => {
    stderr += data;
  });
  function take(method: string, params: unknown): void {
    received.push({ method, params });
    for (const look of [...waiting]) look();
  }
  let settings = options.settings ?? (() => null);
  connection.onNotification((method, params) => take(method, params));
  connection.onRequest((method, params) => {
    take(method, params);
    if (method !== "workspace/configuration") return null;
    const { items } = params as { items: { section: string; scopeUri?: string }[] };
    return items.map(({ section, scopeUri }) => settings(section, scopeUri) ?? null);
  });
  connection.onUnhandledProgress(({ token, value }) => take("$/progress", { token, value }));
  connection.listen();
  onTestFinished(() => {
    connection.dispose();
    server.kill();
  });

  /** The first thing the server said, says or will say that fits. */
  function until<T>(what: string, find: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        const said = received.map(({ method, params }) => `${method} ${JSON.stringify(params)}`);
        reject(new Error(`no ${what} in time; the server said:\n${said.join("\n").slice(-3000)}\n${stderr}`));
      }, DEADLINE);
      function look(): void {
        const found = find();
        if (found === undefined || found === false) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      }
      waiting.add(look);
      look();
    });
  }

  const isOf =
    <M extends string>(method: M) =>
    (message: Message): message is Message<M> =>
      message.method === method;
  const all = <M extends string>(method: M) => received.filter(isOf(method));
  const next = async <M extends string>(
    method: M,
    fits: (params: Message<M>["params"]) => boolean = () => true,
  ) => {
    const from = received.length;
    const found = () =>
      received
        .slice(from)
        .filter(isOf(method))
        .find((one) => fits(one.params));
    return (await until(method, found)).params;
  };
  const request = <R>(method: string, params?: unknown): Promise<R> => connection.sendRequest(method, params);
  // To a server that is gone nothing can be said; what the test waits for then tells.
  const notify = (method: string, params: unknown) =>
    void connection.sendNotification(method, params).catch(() => {});

  return {
    server,
    exited,
    received,
    all,
    /** The next message of this kind that comes from now on. */
    next,
    until,
    /** Asks again whenever the server has said something, until the answer fits. */
    async eventually<T>(what: string, ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
      for (;;) {
        const from = received.length;
        const answer = await ask();
        if (fits(answer)) return answer;
        await until(what, () => received.length > from);
      }
    },
    request,
    /** A request that can be called off. */
    cancellable<R>(method: string, params?: unknown) {
      const source = new CancellationTokenSource();
      const answer = connection.sendRequest<R>(method, params, source.token);
      return { answer, cancel: () => source.cancel() };
    },
    notify,
    stderr: () => stderr,

    async initialize() {
      const result = await request<{ capabilities: Record<string, unknown> }>("initialize", {
        processId: process.pid,
        capabilities,
        rootUri: folders[0] === undefined ? null : uriOf(folders[0]),
        workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
        initializationOptions: options.initializationOptions,
      });
      notify("initialized", {});
      return result;
    },
    /** Waits until every file has been read. */
    complete: () =>
      until("complete index", () => {
        const status = all(STATUS).at(-1)?.params;
        return status?.complete && status;
      }),
    /** Waits for a status that fits, from now on or the last one. */
    status: (fits: (status: StatusParams) => boolean) =>
      until("status", () => {
        const status = all(STATUS).at(-1)?.params;
        return status && fits(status) && status;
      }),
    open(uri: string, text: string, languageId = "markdown", version = 1) {
      notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
    },
    edit(uri: string, version: number, ...contentChanges: { range?: unknown; text: string }[]) {
      notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    },
    configure(next: NonNullable<Options["settings"]>) {
      settings = next;
      notify("workspace/didChangeConfiguration", { settings: null });
    },
    /** Tells of files that were created (1), changed (2) or deleted (3). */
    happened(...changes: readonly (readonly [uri: string, type: 1 | 2 | 3])[]) {
      notify("workspace/didChangeWatchedFiles", { changes: changes.map(([uri, type]) => ({ uri, type })) });
    },
    pull: (uri: string, previousResultId?: string) =>
      request<{
        kind: string;
        resultId: string;
        items: { code: string; message: string; severity: number }[];
      }>("textDocument/diagnostic", { textDocument: { uri }, previousResultId }),
    pushed: (uri: string, fits: (pushed: PublishDiagnosticsParams) => boolean) =>
      until("published diagnostics", () => {
        const last = all("textDocument/publishDiagnostics")
          .filter(({ params }) => params.uri === uri)
          .at(-1);
        return last && fits(last.params) && last.params;
      }),
  };
}
