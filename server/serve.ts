/** The language server: capabilities and the flow of documents. Knows no environment; see entry.*.ts. */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { actionHandlers } from "./handlers/actions.ts";
import { pullDiagnostics, pushDiagnostics } from "./handlers/diagnostics.ts";
import { readingHandlers } from "./handlers/reading.ts";
import type { Files } from "./host.ts";
import { onceATurn } from "./onceATurn.ts";
import { STATUS, type StatusParams } from "./protocol.ts";
import { Session } from "./session.ts";
import { readSettings, SECTION } from "./settings.ts";

/** A rule threw: reported once for each rule and page. */
export type Failed = (rule: string, path: string, error: unknown) => void;

/** Serves a connection until it closes. `filesIn` gives access to a workspace folder by its URI. */
export function serve(connection: Connection, filesIn: (root: string) => Files): void {
  const documents = new TextDocuments(TextDocument);
  let client: InitializeParams["capabilities"] = {};
  let refresh = () => {};

  const reported = new Set<string>();
  const failed: Failed = (rule, path, error) => {
    if (reported.has(`${rule} ${path}`)) return;
    reported.add(`${rule} ${path}`);
    connection.console.error(`The rule ${rule} failed on ${path}: ${(error as Error).stack ?? error}`);
  };

  const session = new Session({
    filesIn,
    refresh: () => refresh(),
    changed: () => sendStatus(),
    warn: (message) => connection.console.warn(message),
  });

  // The last state always arrives; between two there is time for requests.
  let sent = "";
  const sendStatus = onceATurn(() => {
    const status = session.status;
    if (JSON.stringify(status) === sent) return;
    sent = JSON.stringify(status);
    void connection.sendNotification(STATUS, status);
    void progress(status);
  });

  let reporter: ReturnType<Connection["window"]["createWorkDoneProgress"]> | undefined;
  async function progress({ read, of, complete }: StatusParams): Promise<void> {
    if (!client.window?.workDoneProgress) return;
    if (complete) {
      const ending = reporter;
      reporter = undefined;
      (await ending)?.done();
    } else if (of > 0) {
      if (!reporter) {
        reporter = connection.window.createWorkDoneProgress();
        (await reporter).begin("Indexing glossary", 0, `0/${of}`, false);
      }
      (await reporter)?.report(Math.floor((100 * read) / of), `${read}/${of} files`);
    }
  }

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    // Reading starts after the answer: `initialize` waits for nothing.
    setTimeout(() => {
      for (const root of roots) session.addFolder(root);
      sendStatus();
    }, 0);
    const pulls = client.textDocument?.diagnostic !== undefined;
    if (pulls) {
      pullDiagnostics(connection, session, failed);
      if (client.workspace?.diagnostics?.refreshSupport)
        refresh = onceATurn(() => connection.languages.diagnostics.refresh());
    } else {
      refresh = onceATurn(() => pushDiagnostics(connection, session, failed));
    }
    return {
      serverInfo: { name: "Spec Glossary", version: process.env.SPEC_GLOSSARY_VERSION ?? "" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ["[", "("], resolveProvider: true },
        definitionProvider: true,
        documentLinkProvider: { resolveProvider: false },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(pulls && {
          diagnosticProvider: {
            identifier: SECTION,
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        for (const { uri } of removed) session.removeFolder(uri);
        for (const { uri } of added) session.addFolder(uri);
        await configure();
      });
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: "**/*.{md,mdx,markdown}", kind: WatchKind.Create | WatchKind.Change },
          {
            globPattern: "**/docusaurus.config.{js,cjs,mjs,ts,cts,mts}",
            kind: WatchKind.Create | WatchKind.Change,
          },
          // A folder that goes is one event, whatever it held.
          { globPattern: "**/*", kind: WatchKind.Delete },
        ],
      });
    }
    await configure();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    // A client that cannot be asked sends its settings along.
    if (client.workspace?.configuration) await configure();
    else for (const root of session.roots) session.configure(root, readSettings(settings?.[SECTION]));
  });

  async function configure(): Promise<void> {
    if (!client.workspace?.configuration) return;
    for (const root of session.roots) {
      session.configure(
        root,
        readSettings(await connection.workspace.getConfiguration({ scopeUri: root, section: SECTION })),
      );
    }
  }

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const gone = changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri);
    const changed = changes.filter(({ type }) => type !== FileChangeType.Deleted).map(({ uri }) => uri);
    if (gone.length > 0) session.drop(gone);
    if (changed.length > 0) await session.reload(changed);
  });

  const pushing = () => {
    if (client.textDocument?.diagnostic === undefined) refresh();
  };
  documents.onDidChangeContent(({ document }) => {
    session.open(document);
    pushing();
  });
  documents.onDidClose(async ({ document }) => {
    await session.close(document.uri);
    if (client.textDocument?.diagnostic === undefined)
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  readingHandlers(connection, session);
  actionHandlers(connection, session, failed);
  documents.listen(connection);
  connection.listen();
}
