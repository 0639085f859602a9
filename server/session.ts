/** The server's state: an engine for each workspace folder, the open documents over it, the settings. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  AnalysisHost,
  isMarkdown,
  isRead,
  isSiteConfig,
  type ReadPage,
  type Settings,
  type Snapshot,
} from "../glossary/index.ts";
import type { Files } from "./host.ts";
import { load } from "./loader.ts";
import type { StatusParams } from "./protocol.ts";
import { normalUri, pathIn, uriOf } from "./uris.ts";

/** One workspace folder. */
export interface Folder {
  readonly root: string;
  readonly host: AnalysisHost;
  readonly files: Files;
  read: number;
  of: number;
  complete: boolean;
  removed: boolean;
}

/** What has happened to the files of one folder. */
interface FolderChange {
  readonly put: Map<string, string>;
  readonly drop: string[];
  readonly files: string[];
}

function newChange(): FolderChange {
  return { put: new Map(), drop: [], files: [] };
}

/** A document and what the engine knows of it. */
export interface At {
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly page: ReadPage;
}

export interface SessionHost {
  filesIn(root: string): Files;
  /** Called when the status of a folder has changed. */
  changed(): void;
  /** Called when what is known of all pages may have changed. */
  refresh(): void;
  warn(message: string): void;
}

/** The folder of documents that no workspace folder holds: it lists nothing. */
const NO_FILES: Files = {
  list: async () => [],
  read: async (path) => ({ path, reason: "it is outside the workspace folders" }),
};

export class Session {
  readonly #folders = new Map<string, Folder>();
  readonly #open = new Map<string, TextDocument>();
  readonly #host: SessionHost;

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** Adds a workspace folder and reads it in the background. */
  addFolder(uri: string): void {
    const root = normalUri(uri);
    if (this.#folders.has(root)) return;
    const folder = this.#newFolder(root, this.#host.filesIn(root));
    this.#folders.set(root, folder);
    for (const document of this.#open.values())
      if (this.#folderOf(document.uri) === folder) this.#put(document);
    void this.#load(folder);
  }

  removeFolder(uri: string): void {
    const root = normalUri(uri);
    const folder = this.#folders.get(root);
    if (!folder) return;
    folder.removed = true;
    this.#folders.delete(root);
    for (const document of this.#open.values())
      if (pathIn(root, normalUri(document.uri)) !== undefined) this.#put(document);
    this.#host.changed();
  }

  /** A document was opened or changed. */
  open(document: TextDocument): void {
    this.#open.set(normalUri(document.uri), document);
    this.#put(document);
  }

  /** A document was closed: the file on disk counts again. */
  async close(uri: string): Promise<void> {
    this.#open.delete(normalUri(uri));
    const found = this.#locate(uri);
    if (!found) return;
    found.folder.host.apply({ close: [found.path] });
    await this.reload([uri]);
  }

  /** Files changed on disk, appeared or went. Open documents are not touched. */
  async reload(uris: readonly string[]): Promise<void> {
    const changes = new Map<Folder, FolderChange>();
    await Promise.all(
      uris.map(async (uri) => {
        const found = this.#locate(uri);
        if (!found || this.#open.has(normalUri(uri))) return;
        const { folder, path } = found;
        const change = changes.get(folder) ?? newChange();
        changes.set(folder, change);
        if (!isMarkdown(path) && !isSiteConfig(path)) {
          change.files.push(path);
          return;
        }
        const text = await folder.files.read(path);
        // It may have been opened while it was being read.
        if (this.#open.has(normalUri(uri))) return;
        if (typeof text === "string") change.put.set(path, text);
        else change.drop.push(path);
      }),
    );
    this.#apply(changes);
  }

  /** Files or folders are gone. */
  drop(uris: readonly string[]): void {
    const changes = new Map<Folder, FolderChange>();
    for (const uri of uris) {
      const found = this.#locate(uri);
      if (!found) continue;
      const { folder, path } = found;
      const change = changes.get(folder) ?? newChange();
      changes.set(folder, change);
      const gone = folder.host
        .pathsBelow(path)
        .filter((one) => !this.#open.has(normalUri(uriOf(folder.root, one))));
      change.drop.push(...gone);
    }
    this.#apply(changes);
  }

  #apply(changes: ReadonlyMap<Folder, FolderChange>): void {
    if (changes.size === 0) return;
    for (const [folder, change] of changes) folder.host.apply(change);
    this.#host.refresh();
    this.#host.changed();
  }

  /** Sets what holds in one workspace folder. */
  configure(root: string, settings: Settings): void {
    this.#folders.get(normalUri(root))?.host.apply({ settings });
    this.#host.refresh();
  }

  get roots(): readonly string[] {
    return [...this.#folders.keys()];
  }

  /** What is known of an open document; `undefined` for a document that is not open or no Markdown. */
  at(uri: string): At | undefined {
    const found = this.#locate(uri);
    if (!found) return undefined;
    const snapshot = found.folder.host.snapshot();
    const page = snapshot.pages.get(found.path);
    return isRead(page) ? { root: found.folder.root, snapshot, page } : undefined;
  }

  /** The snapshot of a workspace folder by its URI. */
  snapshotOf(root: string): Snapshot | undefined {
    return this.#folders.get(root)?.host.snapshot();
  }

  /** The root and snapshot that a file belongs to, whether or not it is open. */
  placeOf(uri: string): { root: string; snapshot: Snapshot } | undefined {
    const found = this.#locate(uri);
    return found && { root: found.folder.root, snapshot: found.folder.host.snapshot() };
  }

  versionOf(uri: string): number | null {
    return this.#open.get(normalUri(uri))?.version ?? null;
  }

  get openDocuments(): Iterable<TextDocument> {
    return this.#open.values();
  }

  get status(): StatusParams {
    const folders = [...this.#folders.values()];
    const complete = folders.every((folder) => folder.complete);
    const sum = (pick: (folder: Folder) => number) => folders.reduce((all, folder) => all + pick(folder), 0);
    return {
      read: sum(({ read }) => read),
      of: sum(({ of }) => of),
      // Counting builds the index over all pages: not worth it for every batch.
      terms: complete ? sum(({ host }) => host.snapshot().glossary.terms.size) : 0,
      complete,
    };
  }

  async #load(folder: Folder): Promise<void> {
    const isOpen = (path: string) =>
      [...this.#open.keys()].some(
        (uri) => this.#folderOf(uri) === folder && pathIn(folder.root, uri) === path,
      );
    const progress = (read: number, of: number) => {
      folder.read = read;
      folder.of = of;
      this.#host.changed();
    };
    try {
      const { failures } = await load(folder.host, folder.files, {
        skip: isOpen,
        progress,
        stopped: () => folder.removed,
      });
      for (const { path, reason } of failures) this.#host.warn(`${path} could not be read: ${reason}`);
    } catch (error) {
      this.#host.warn(`${folder.root} could not be read: ${(error as Error).message}`);
    }
    folder.complete = true;
    this.#host.changed();
    this.#host.refresh();
  }

  #put(document: TextDocument): void {
    const { folder, path } = this.#locate(document.uri) ?? this.#alone(document.uri);
    if (!isMarkdown(path)) return;
    const before = folder.host.generation;
    folder.host.apply({ open: [path], put: new Map([[path, document.getText()]]) });
    // Other documents may have gained or lost what they refer to.
    if (folder.host.generation !== before && folder.complete) {
      this.#host.refresh();
      this.#host.changed();
    }
  }

  /** A document outside all workspace folders gets a folder of its own. */
  #alone(uri: string): { folder: Folder; path: string } {
    const normal = normalUri(uri);
    const root = normal.slice(0, normal.lastIndexOf("/"));
    const folder = this.#newFolder(root, NO_FILES);
    folder.complete = true;
    this.#folders.set(root, folder);
    return { folder, path: pathIn(root, normal) ?? normal.slice(root.length + 1) };
  }

  #newFolder(root: string, files: Files): Folder {
    return { root, host: new AnalysisHost(), files, read: 0, of: 0, complete: false, removed: false };
  }

  #locate(uri: string): { folder: Folder; path: string } | undefined {
    const folder = this.#folderOf(uri);
    const path = folder && pathIn(folder.root, normalUri(uri));
    return folder && path !== undefined ? { folder, path } : undefined;
  }

  /** The innermost workspace folder that holds a document. */
  #folderOf(uri: string): Folder | undefined {
    const normal = normalUri(uri);
    let best: Folder | undefined;
    for (const folder of this.#folders.values()) {
      if (pathIn(folder.root, normal) === undefined) continue;
      if (!best || folder.root.length > best.root.length) best = folder;
    }
    return best;
  }
}
