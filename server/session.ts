/** The server's state: an engine for each workspace folder, the open documents over it, the settings. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  isIndexed,
  isMarkdownLanguage,
  isRead,
  type Page,
  type ReadPage,
  readAlone,
  type SomeSettings,
} from "../glossary/index.ts";
import type { Place } from "./convert.ts";
import {
  type Folder,
  type FolderEvents,
  type Held,
  lookAgain,
  looseFolder,
  newFolder,
  readFolder,
  readStale,
  statusOf,
  type Way,
  wayInto,
} from "./folder.ts";
import { MOST_MEGABYTES, type SessionHost } from "./host.ts";
import type { StatusParams } from "./protocol.ts";
import { bringMore, wantsMore } from "./schemas.ts";
import { SqlParser } from "./sqlParser.ts";
import type { Made } from "./timings.ts";
import { folded, isBeside, normalUri, type Platform, pathIn } from "./uris.ts";

/** A workspace folder, and the way into it. */
export interface Here extends Place, Way {}

/** An open document and what the engine knows of it. */
export interface At extends Here {
  readonly uri: string;
  readonly page: ReadPage;
}

/** What holds in one workspace folder. */
export interface FolderSettings {
  readonly settings: SomeSettings;
  /** Patterns of files that do not count. */
  readonly exclude: readonly string[];
}

/** How the URIs of reports begin. */
const OWN_SCHEMES = "spec-glossary-";

interface Open extends Held {
  readonly document: TextDocument;
}

export class Session {
  readonly platform: Platform;
  readonly #folders = new Map<string, Folder>();
  readonly #open = new Map<string, Open>();
  readonly #host: SessionHost;
  readonly #events: FolderEvents;
  readonly #sql: SqlParser;
  /** What holds for documents outside the workspace folders. */
  #looseSettings: SomeSettings = {};
  /** Work on files, one after the other: what was asked first must not win over what came later. */
  #work: Promise<void> = Promise.resolve();

  constructor(host: SessionHost) {
    this.#host = host;
    this.platform = host.platform;
    this.#sql = new SqlParser(host);
    this.#events = { progress: () => host.changed(), warn: (message) => host.warn(message) };
  }

  /** Adds a workspace folder. It is read when its settings are known: see `configure`. */
  addFolder(uri: string): void {
    const key = this.#key(uri);
    if (this.#folders.has(key)) return;
    const root = normalUri(uri, this.platform);
    this.#folders.set(key, newFolder(root, this.#host.storeFor(root)));
    this.#placeAgain();
    this.#host.changed();
  }

  removeFolder(uri: string): void {
    const key = this.#key(uri);
    const folder = this.#folders.get(key);
    if (!folder) return;
    folder.removed = true;
    this.#folders.delete(key);
    this.#placeAgain();
    this.#host.changed();
    this.#host.refresh();
  }

  /** Sets what holds in a workspace folder, and begins to read it in the background if that is to be done. */
  configure(root: string, { settings, exclude }: FolderSettings): void {
    const folder = this.#folders.get(this.#key(root));
    if (!folder) return;
    folder.host.apply({ settings });
    const key = JSON.stringify(exclude);
    if (folder.exclude !== key) {
      folder.exclude = key;
      folder.files = this.#host.filesIn(folder.root, exclude);
      // The disk may spell them otherwise.
      if (folder.files.spelling) this.#placeAgain();
      void this.#read(folder);
    } else this.#readStale(folder);
    this.#host.refresh();
  }

  /** Sets what holds for documents outside the workspace folders. */
  configureLoose(settings: SomeSettings): void {
    this.#looseSettings = settings;
    for (const { folder } of this.#open.values()) {
      if (!this.#exists(folder)) folder.host.apply({ settings });
    }
  }

  /** A document was opened or changed. */
  open(document: TextDocument): void {
    // What the extension itself shows is no part of the workspace.
    if (document.uri.startsWith(OWN_SCHEMES)) return;
    const uri = this.#key(document.uri);
    const known = this.#open.get(uri);
    const { folder, path } = known ?? this.#placeFor(document.uri);
    if (!known && !isIndexed(path) && !isMarkdownLanguage(document.languageId)) return;
    this.#open.set(uri, { document, folder, path });
    folder.open.add(path);
    const before = folder.host.generation;
    const text = document.getText();
    if (text.length > MOST_MEGABYTES * 1024 * 1024) {
      if (folder.host.pathsBelow([path]).length > 0) folder.host.apply({ drop: [path] });
      folder.host.apply({ files: [path] });
      if (!known) this.#host.warn(`${path} is larger than ${MOST_MEGABYTES} MB and is not read`);
    } else folder.host.apply({ open: [path], put: new Map([[path, text]]) });
    this.#readStale(folder);
    // Other documents may have gained or lost what they refer to.
    if (folder.host.generation !== before && folder.complete) {
      this.#host.refresh();
      this.#host.changed();
    }
  }

  /** A document was closed: the file on disk counts again. */
  async close(uri: string): Promise<void> {
    const open = this.#open.get(this.#key(uri));
    if (this.#open.delete(this.#key(uri)) && open) await this.#release(open);
  }

  /**
   * Something happened to these files or folders: they changed, appeared or went. Open documents stay, and what is in
   * no workspace folder is ignored.
   */
  async look(uris: readonly string[]): Promise<void> {
    const paths = new Map<Folder, string[]>();
    for (const uri of uris) {
      const holding = this.#holding(uri);
      if (holding.length === 0) this.#host.ignored(uri);
      for (const { folder, path } of holding) {
        const list = paths.get(folder);
        if (list) list.push(path);
        else paths.set(folder, [path]);
      }
    }
    if (paths.size === 0) return;
    await this.#after(async () => {
      for (const [folder, list] of paths) {
        // What counts as a file may be another matter now.
        if (list.some((path) => /(?:^|\/)\.gitignore$/.test(path))) await readFolder(folder, this.#events);
        else await lookAgain(folder, list, this.#events);
      }
    });
  }

  /** Looks for whatever has happened to the folder of a document, for clients that do not watch files. */
  async lookAround(uri: string): Promise<void> {
    const folder = this.#folderOf(uri);
    if (folder?.complete) await this.#after(() => readFolder(folder, this.#events));
  }

  get roots(): readonly string[] {
    return [...this.#folders.values()].map(({ root }) => root);
  }

  /**
   * Brings in what the queries of a document want and is not there yet, the parser for SQL and the files that declare
   * tables: resolves when it is. `undefined`
   * where there is nothing to wait for.
   */
  bringSql(uri: string): Promise<void> | undefined {
    const at = this.at(uri);
    const folder = at && (this.#hostOf(uri) ?? this.#open.get(this.#key(uri))?.folder);
    if (!folder || !wantsMore(at.page, folder.host)) return undefined;
    return bringMore(folder, this.#sql, () => [this.at(uri)?.page ?? at.page]);
  }

  /** The same for pages, open or not, of the workspace folder that `uri` belongs to. */
  async bringSqlFor(uri: string, pages: readonly ReadPage[]): Promise<void> {
    const folder = this.#folderOf(uri);
    if (folder) await bringMore(folder, this.#sql, () => pages);
  }

  /** What is known of an open document; `undefined` for a document that is not open or no Markdown. */
  at(uri: string): At | undefined {
    const open = this.#open.get(this.#key(uri));
    if (!open) return undefined;
    const { folder, path, document } = open;
    const snapshot = folder.host.snapshot();
    const page = snapshot.pages.get(path);
    if (!isRead(page)) return undefined;
    const own = { uri: document.uri, path };
    const host = this.#hostOf(uri);
    if (!host) return { uri, ...wayInto(folder, this.platform, own), snapshot, page };
    // It may use the terms, but nothing can be said about where its links lead.
    const around = host.host.snapshot();
    const pages = new Map(around.pages).set(path, page);
    const way = wayInto(host, this.platform, own);
    return { uri, ...way, snapshot: { ...around, pages, complete: false }, page };
  }

  /** The workspace folder that a document, file or folder belongs to, when all of it has been read. */
  async placeOf(uri: string): Promise<Here | undefined> {
    const folder = this.#folderOf(uri) ?? this.#hostOf(uri);
    if (!folder) return undefined;
    await folder.reading;
    return { ...wayInto(folder, this.platform), snapshot: folder.host.snapshot() };
  }

  /** What a document or folder is known by, however its URI is written. */
  #key(uri: string): string {
    return folded(normalUri(uri, this.platform), this.platform);
  }

  /** A page with its text, open or not, of the folder that `uri` belongs to; with `search`, one whose text fits. */
  async pageIn(uri: string, path: string, search?: RegExp): Promise<ReadPage | undefined> {
    const found = await this.#found(uri, path);
    const text = typeof found === "string" ? found : found?.text;
    if (text === undefined || search?.test(text) === false) return undefined;
    return typeof found === "string" ? readAlone(path, found) : found;
  }

  /** A page as it is known now, by its path in the folder that `uri` belongs to. */
  pageNow(uri: string, path: string): Page | undefined {
    const open = this.#open.get(this.#key(uri));
    const folder = open?.path === path ? open.folder : (this.#folderOf(uri) ?? this.#hostOf(uri));
    return folder?.host.snapshot().pages.get(path);
  }

  /** The text of a page, open or not, of the workspace folder that `uri` belongs to. */
  async textIn(uri: string, path: string): Promise<string | undefined> {
    const found = await this.#found(uri, path);
    return typeof found === "string" ? found : found?.text;
  }

  async #found(uri: string, path: string): Promise<ReadPage | string | undefined> {
    const folder = this.#folderOf(uri);
    const page = folder?.host.snapshot().pages.get(path);
    if (isRead(page)) return page;
    const text = await folder?.files.read(path);
    return typeof text === "string" ? text : undefined;
  }

  /** Reads files again that are not open, so that what is said of them holds for what is on disk now. */
  async readAgain(uri: string, paths: Iterable<string>): Promise<void> {
    const folder = this.#folderOf(uri);
    const closed = [...paths].filter((path) => !folder?.open.has(path));
    if (!folder || closed.length === 0) return;
    const before = folder.host.generation;
    await this.#next(() => lookAgain(folder, closed, this.#events));
    if (folder.host.generation === before) return;
    this.#host.refresh();
    this.#host.changed();
  }

  /** The version of the open document at a URI; `null` where none is open. */
  versionOf(uri: string): number | null {
    return this.#open.get(this.#key(uri))?.document.version ?? null;
  }

  get openDocuments(): readonly TextDocument[] {
    return [...this.#open.values()].map(({ document }) => document);
  }

  /** What has been made so far, without making anything. */
  get made(): Made {
    const folders = new Set([
      ...this.#folders.values(),
      ...[...this.#open.values()].map(({ folder }) => folder),
    ]);
    const hosts = [...folders].map(({ host }) => host);
    return {
      pages: hosts.reduce((sum, { pagesRead }) => sum + pagesRead, 0),
      indexes: new Map(hosts.map((host) => [host, host.made])),
    };
  }

  get status(): StatusParams {
    return statusOf([...this.#folders.values()]);
  }

  async #read(folder: Folder): Promise<void> {
    folder.reading = readFolder(folder, this.#events);
    await folder.reading;
    this.#host.changed();
    this.#host.refresh();
  }

  /** After a change of the configuration some files may have to be read again. */
  #readStale(folder: Folder): void {
    if (folder.complete && folder.host.stale.size > 0)
      void this.#after(() => readStale(folder, this.#events));
  }

  async #after(work: () => Promise<void>): Promise<void> {
    await this.#next(work);
    this.#host.refresh();
    this.#host.changed();
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch((error: Error) => this.#host.warn(error.stack ?? String(error)));
    return this.#work;
  }

  /** Gives documents to other folders where the workspace folders have changed. */
  #placeAgain(): void {
    for (const [uri, open] of [...this.#open]) {
      const best = this.#folderOf(uri);
      if (
        best &&
        best === open.folder &&
        wayInto(best, this.platform).pathOf(open.document.uri) === open.path
      )
        continue;
      if (!best && !this.#exists(open.folder) && !open.folder.removed) continue;
      this.#open.delete(uri);
      void this.#release(open);
      this.open(open.document);
    }
  }

  /** The folder no longer has the document: what is on disk counts. */
  async #release({ folder, path }: Open): Promise<void> {
    folder.open.delete(path);
    if (!folder.complete) folder.fresh.add(path);
    folder.host.apply({ close: [path] });
    if (!this.#exists(folder)) return;
    if (!isIndexed(path)) folder.host.apply({ drop: [path] });
    await this.#after(() => lookAgain(folder, [path], this.#events));
  }

  /** Whether findings are told: a document that is not saved yet will be, any other that is no file is only looked at. */
  reportsOn(uri: string): boolean {
    return uri.startsWith("untitled:") || !this.#isGuest(uri);
  }

  /** A document that is no file: not saved yet, or the old state of one beside a diff. */
  #isGuest(uri: string): boolean {
    return !uri.startsWith("file:") && !this.#folderOf(uri);
  }

  /** The workspace folder whose terms a guest may use: the one where its path lies, else the first. */
  #hostOf(uri: string): Folder | undefined {
    if (!this.#isGuest(uri)) return undefined;
    const [first, ...others] = this.#folders.values();
    return others.find(({ root }) => isBeside(root, uri, this.platform)) ?? first;
  }

  #exists(folder: Folder): boolean {
    return this.#folders.get(this.#key(folder.root)) === folder;
  }

  /** The folder for a document that is opened; one outside all workspace folders gets one of its own. */
  #placeFor(uri: string): Held {
    const known = this.#folderOf(uri);
    const inside = known && wayInto(known, this.platform).pathOf(uri);
    if (known && inside) return { folder: known, path: inside };
    const loose = looseFolder(uri, this.platform);
    loose.folder.host.apply({ settings: this.#looseSettings });
    return loose;
  }

  /** The innermost workspace folder that holds a document, or is it. */
  #folderOf(uri: string): Folder | undefined {
    const [first, ...others] = this.#holding(uri);
    return others.reduce((best, one) => (one.path.length < best.path.length ? one : best), first as Held)
      ?.folder;
  }

  /** The workspace folders that hold a document: they may lie within each other, and each has its own view of it. */
  #holding(uri: string): Held[] {
    return [...this.#folders.values()].flatMap((folder) => {
      const path = pathIn(folder.root, uri, this.platform);
      return path === undefined ? [] : [{ folder, path }];
    });
  }
}
