/** The language server: capabilities and the flow of documents. Knows no environment; see entry.*.ts. */
import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type OnFailure, TRIGGERS, WATCHED } from "../glossary/index.ts";
import { SOURCE } from "./convert.ts";
import { Edits } from "./edits.ts";
import { actionHandlers, LINK_FIRST_USES } from "./handlers/actions.ts";
import { adrHandlers } from "./handlers/adr.ts";
import { pullDiagnostics, pushDiagnostics } from "./handlers/diagnostics.ts";
import { FIX_ALL } from "./handlers/fixes.ts";
import { incrementHandlers } from "./handlers/increment.ts";
import { navigationHandlers } from "./handlers/navigation.ts";
import { performanceHandlers, performanceLenses } from "./handlers/performance.ts";
import { readingHandlers } from "./handlers/reading.ts";
import { renameHandlers } from "./handlers/rename.ts";
import type { ServerHost } from "./host.ts";
import { onceATurn } from "./onceATurn.ts";
import { type ExperimentalCapabilities, STATUS, type StatusParams } from "./protocol.ts";
import { sayOnce } from "./sayOnce.ts";
import { Session } from "./session.ts";
import { EXCLUDE_SECTION, readExclude, readSettings, readTimings, SECTION } from "./settings.ts";
import { Timings } from "./timings.ts";
import { pathIn } from "./uris.ts";

const WATCHERS: FileSystemWatcher[] = [
  ...WATCHED.map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
  { globPattern: "**/.gitignore", kind: WatchKind.Change },
  // A folder that comes or goes is one event, whatever it holds.
  { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
];

/** Serves a connection until it closes. */
export function serve(connection: Connection, host: ServerHost, timings: Timings = new Timings()): void {
  const documents = new TextDocuments(TextDocument);
  let client: InitializeParams["capabilities"] = {};
  let initialized = false;
  let refresh = () => {};
  /** The settings of a client that cannot be asked for them. */
  let given: unknown;
  /** How often settings have been asked for. */
  let asked = 0;

  const own = () => (client.experimental ?? {}) as ExperimentalCapabilities;
  const shows = (what: "outline" | "schema") => own().specGlossaryShown?.includes(what) === true;

  const reported = new Set<string>();
  // A rule that throws is reported once for each page.
  const failed: OnFailure = (rule, path, error) => {
    if (reported.has(`${rule} ${path}`)) return;
    reported.add(`${rule} ${path}`);
    connection.console.error(`The rule ${rule} failed on ${path}: ${(error as Error).stack ?? error}`);
  };

  const ignored = sayOnce((message) => connection.console.warn(message));

  const session = new Session({
    ...host,
    filesIn: (root, exclude) => timings.counting(host.filesIn(root, exclude)),
    refresh: () => refresh(),
    changed: () => sendStatus(),
    warn: (message) => connection.console.warn(message),
    ignored: (uri) => ignored(`${uri} is in no workspace folder: what happens there is ignored`),
  });

  timings.watch({
    made: () => session.made,
    nameOf: (uri) => session.roots.flatMap((root) => pathIn(root, uri, host.platform) ?? [])[0] ?? uri,
    say: (line) => connection.console.info(line),
  });

  // The last state always arrives; between two there is time for requests.
  let sent = "";
  const tellStatus = () => {
    if (!initialized) return;
    const status = session.status;
    if (JSON.stringify(status) === sent) return;
    sent = JSON.stringify(status);
    void connection.sendNotification(STATUS, status);
    void progress(status);
  };
  const sendStatus = onceATurn(() => timings.run("status", tellStatus));

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
    given = params.initializationOptions;
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    for (const root of roots) session.addFolder(root);
    const pulls = client.textDocument?.diagnostic !== undefined;
    const reporting = { failed, schemaShown: shows("schema") };
    if (pulls) {
      pullDiagnostics(connection, session, reporting);
      refresh = onceATurn(() => {
        if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
        // What stands above a story depends on its tasks.
        if (client.workspace?.codeLens?.refreshSupport)
          void connection.sendRequest(CodeLensRefreshRequest.type);
      });
    } else {
      refresh = onceATurn(() => pushDiagnostics(connection, session, reporting));
    }
    return {
      serverInfo: { name: "Spec Glossary", version: process.env.SPEC_GLOSSARY_VERSION ?? "" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
        // Two outlines of one document stand side by side, and the path to the cursor is then that of either.
        ...(!shows("outline") && { documentSymbolProvider: { label: SOURCE } }),
        codeLensProvider: { resolveProvider: false },
        documentLinkProvider: { resolveProvider: false },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, LINK_FIRST_USES, FIX_ALL],
          resolveProvider: true,
        },
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
    initialized = true;
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        for (const { uri } of removed) session.removeFolder(uri);
        for (const { uri } of added) session.addFolder(uri);
        await configure();
      });
    }
    sendStatus();
    await Promise.all([configure(), register()]);
  });

  async function register(): Promise<void> {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      const section = [SECTION, EXCLUDE_SECTION];
      await connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
    if (watches()) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS });
    }
  }

  /** Whether the client tells what happens to files. */
  function watches(): boolean {
    return client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  connection.onDidChangeConfiguration(async ({ settings }) => {
    // A client that cannot be asked sends its settings along.
    given = settings;
    await configure();
  });

  /** Asks for what holds in each folder, or takes it from what was sent; folders that are new are read then. */
  async function configure(): Promise<void> {
    const { roots } = session;
    if (!client.workspace?.configuration) {
      const answer = (given as Record<string, unknown> | undefined)?.[SECTION] ?? given;
      const settings = readSettings(answer);
      timings.level = readTimings(answer);
      session.configureLoose(settings);
      for (const root of roots) session.configure(root, { settings, exclude: [] });
      return;
    }
    const number = ++asked;
    const items = roots.flatMap((scopeUri) => [
      { scopeUri, section: SECTION },
      { scopeUri, section: EXCLUDE_SECTION },
    ]);
    const answer: unknown[] = await connection.workspace
      .getConfiguration([{ section: SECTION }, ...items])
      .catch((error: Error) => {
        connection.console.error(`The settings could not be read: ${error.message}`);
        return [];
      });
    // What was asked later holds, whichever answer comes first.
    if (number !== asked) return;
    timings.level = readTimings(answer[0]);
    session.configureLoose(readSettings(answer[0]));
    for (const [i, root] of roots.entries()) {
      const settings = readSettings(answer[2 * i + 1]);
      session.configure(root, { settings, exclude: readExclude(answer[2 * i + 2]) });
    }
  }

  connection.onDidChangeWatchedFiles(({ changes }) => session.look(changes.map(({ uri }) => uri)));

  const pulls = () => client.textDocument?.diagnostic !== undefined;
  documents.onDidChangeContent(({ document }) => {
    session.open(document);
    if (!pulls()) refresh();
  });
  documents.onDidOpen(async ({ document }) => {
    if (!watches()) await session.lookAround(document.uri);
  });
  documents.onDidSave(async ({ document }) => {
    if (!watches()) await session.lookAround(document.uri);
  });
  documents.onDidClose(async ({ document }) => {
    if (!pulls()) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    await session.close(document.uri);
  });

  readingHandlers(connection, session);
  const canRename = () => client.workspace?.workspaceEdit?.resourceOperations?.includes("rename") === true;
  const canRun = (command: string) => own().specGlossaryCommands?.includes(command) === true;
  const canResolve = () =>
    client.textDocument?.codeAction?.dataSupport === true &&
    client.textDocument.codeAction.resolveSupport?.properties.includes("edit") === true;
  const canConfirm = () => client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  const canAsk = () => client.window?.showMessage !== undefined;
  const edits = new Edits(connection, session, { canConfirm, canAsk });
  actionHandlers(connection, session, edits, failed, { canRename, canRun, canResolve });
  renameHandlers(connection, session, edits, { canRename });
  navigationHandlers(connection, session, (uri, slices) => performanceLenses(session, uri, slices, failed));
  adrHandlers(connection, session, edits);
  performanceHandlers(connection, session, failed);
  incrementHandlers(connection, session, edits, failed);
  documents.listen(connection);
  connection.listen();
}
