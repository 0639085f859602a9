/** The engine's state: put files in, get an immutable `Snapshot` out. Synchronous, without any I/O. */

import {
  askedBy,
  type Brought,
  DOMAINS,
  FILES,
  isAsked,
  isIndexed,
  type Page,
  type ReadPage,
  type Snapshot,
} from "./domains.ts";
import type { Reader } from "./markdown/facts.ts";
import { type Matter, readMatter } from "./markdown/matter.ts";
import { absoluteFacts, readSections, SectionMemo } from "./markdown/page.ts";
import { MDX_READERS, READERS } from "./markdown/readers.ts";
import { closed, pageOf, readPage, readWhole } from "./reading.ts";
import { ancestors, dirname, isMarkdown, isMdx } from "./text/paths.ts";
import type { Span } from "./text/span.ts";
import { StatesMap } from "./text/statesMap.ts";
import { BesideFiles } from "./workspace/beside.ts";
import type { BesideKind } from "./workspace/domain.ts";
import { Indexes } from "./workspace/indexes.ts";
import {
  CONFIGURATION_FILES,
  isConfiguration,
  readConfiguration,
} from "./workspace/settings/configuration.ts";
import {
  DEFAULT_SETTINGS,
  mergeSettings,
  type Settings,
  type SomeSettings,
} from "./workspace/settings/settings.ts";
import { type Page as AnyPage, type CoreView, isRead } from "./workspace/workspace.ts";

/** What has happened to the workspace folder. Paths are relative to it. */
export interface Change {
  /** Indexed files (see `isIndexed`), new or changed, with their text. */
  readonly put?: ReadonlyMap<string, string>;
  /** Closed pages as they were given out by `closedPage`, for files that have not changed since: see `readingKey`. */
  readonly restore?: ReadonlyMap<string, Page>;
  /** True while all files are read and more follow: pages that are put need not be seen at once. */
  readonly more?: boolean;
  /** Files that are gone. */
  readonly drop?: Iterable<string>;
  /** Pages whose text stays at hand; only these can be hovered and diagnosed. */
  readonly open?: Iterable<string>;
  /** Pages whose text is no longer needed. */
  readonly close?: Iterable<string>;
  /** Other files that exist; added to those known. */
  readonly files?: Iterable<string>;
  /** What is set outside of the workspace folder; it wins over the configuration in it. */
  readonly settings?: SomeSettings;
  /** Whether every file has been put. */
  readonly complete?: boolean;
  /** What is too large to be part of the engine; added to what has been brought in before. */
  readonly bring?: Brought;
}

export class AnalysisHost {
  readonly #pages = new StatesMap<string, Page>();
  /** Pages that are not seen yet, and files beside them. */
  readonly #held = new Map<string, Page | undefined>();
  readonly #files = new Set<string>();
  readonly #beside = new BesideFiles();
  readonly #open = new Set<string>();
  readonly #memos = new Map<string, SectionMemo>();
  readonly #readers: readonly Reader[];
  readonly #configurations = new Map<string, SomeSettings>();
  readonly #stale = new Set<string>();
  readonly #indexes = new Indexes(DOMAINS);
  #brought: Brought = {};
  #given: SomeSettings = {};
  #settings = DEFAULT_SETTINGS;
  #complete = false;
  #revision = 0;
  #generation = 0;
  #pagesRead = 0;
  #snapshot: Snapshot | undefined;

  constructor(readers: readonly Reader[] = READERS) {
    this.#readers = readers;
  }

  /** Takes in a change. The snapshots given out before are not affected. */
  apply(change: Change): void {
    if (change.more && !this.#complete && change.put && this.#hold(change.put)) return;
    this.#revision++;
    if (change.complete) this.#showHeld();
    if (change.settings) {
      this.#given = change.settings;
      this.#configure();
    }
    if (change.bring) {
      this.#brought = { ...this.#brought, ...change.bring };
      this.#generation++;
    }
    if (change.complete !== undefined && change.complete !== this.#complete) {
      this.#complete = change.complete;
      this.#invalidate();
    }
    for (const path of change.open ?? []) this.#open.add(path);
    for (const path of change.close ?? []) this.#close(path);
    for (const path of change.files ?? []) {
      if (!this.#files.has(path)) this.#invalidate();
      this.#files.add(path);
      const asked = askedBy(path);
      if (asked === undefined) continue;
      if (this.#beside.expect(asked, path)) this.#generation++;
    }
    for (const path of change.drop ?? []) this.#drop(path);
    for (const [path, page] of change.restore ?? []) if (!this.#open.has(path)) this.#keep(path, page);
    const texts = [...(change.put ?? [])];
    // How the others are read depends on these.
    for (const [path, text] of texts) if (isConfiguration(path)) this.#put(path, text);
    for (const [path, text] of texts) if (!isConfiguration(path)) this.#put(path, text);
  }

  /**
   * The state after all changes so far. Indexes over all pages are built here, if anything they rest on changed. While
   * more files are read, what is put is seen when there is as much of it as before: so the indexes are built now and
   * then, and a state lives on between.
   */
  snapshot(): Snapshot {
    if (this.#held.size > 0 && this.#held.size >= this.#pages.size) this.#showHeld();
    if (this.#snapshot?.revision !== this.#revision) this.#snapshot = this.#makeSnapshot();
    return this.#snapshot;
  }

  #makeSnapshot(): Snapshot {
    const pages = this.#pages.state();
    const links = this.#indexes.derive(pages, {
      files: this.#files,
      settings: this.#settings,
      complete: this.#complete,
      besideOf: (domain) => this.#beside.of(domain),
      apart: readApart,
    });
    const brought = this.#brought as Readonly<Record<string, unknown>>;
    const view: CoreView = {
      revision: this.#revision,
      pages,
      links,
      settings: this.#settings,
      complete: this.#complete,
      isTaken,
    };
    this.#indexes.forEach((domain, index) => {
      const beside = this.#beside.of(domain.name);
      const unread = this.#beside.unreadOf(domain.name);
      Object.assign(view, domain.state ? domain.state(index, { pages, beside, unread, brought }) : index);
    });
    return view as Snapshot;
  }

  /** What has been made from all pages so far, by name; nothing is made for it. */
  get made(): ReadonlyMap<string, unknown> {
    return this.#indexes.made;
  }

  /** How many texts have been read so far. */
  get pagesRead(): number {
    return this.#pagesRead;
  }

  /** Grows whenever something changed that pages other than the changed ones may depend on. */
  get generation(): number {
    return this.#generation;
  }

  /** Pages that were read under another key would now perhaps be read otherwise. */
  get readingKey(): string {
    return JSON.stringify(this.#settings);
  }

  /** What is known of a file that is not open; plain data, which can be stored. `undefined` for any other path. */
  closedPage(path: string): Page | undefined {
    const page = this.#pages.get(path) ?? this.#held.get(path);
    return isRead(page) ? undefined : page;
  }

  /** True for a file that is read only when a page asks, and has been read. */
  hasAsked(path: string): boolean {
    const owner = askedBy(path);
    return owner !== undefined && this.#beside.has(owner, path);
  }

  /** Closed pages that would now be read otherwise than they were: their texts have to be put again. */
  get stale(): ReadonlySet<string> {
    return this.#stale;
  }

  /** The known files at these paths, or below them; "" is the workspace folder. */
  pathsBelow(paths: Iterable<string>): string[] {
    const wanted = new Set(paths);
    const known = new Set([...this.#pages.keys(), ...this.#held.keys(), ...this.#files]);
    return [...known].filter(
      (one) => wanted.has(one) || ancestors(dirname(one)).some((at) => wanted.has(at)),
    );
  }

  /** Reads files without showing them yet. False where one of them has to be seen at once: then nothing is done. */
  #hold(texts: ReadonlyMap<string, string>): boolean {
    for (const path of texts.keys()) {
      const isKnown = this.#pages.get(path) !== undefined || this.#files.has(path);
      if (isKnown || this.#open.has(path) || isConfiguration(path) || besideOf(path)?.owner === "")
        return false;
    }
    for (const [path, text] of texts) {
      const beside = besideOf(path);
      if (beside) this.#beside.put(beside.owner, path, (beside.kind as BesideKind).read(path, text));
      this.#stale.delete(path);
      this.#held.set(path, beside ? undefined : closed(this.#read(path, text)));
    }
    return true;
  }

  #showHeld(): void {
    if (this.#held.size === 0) return;
    for (const [path, page] of this.#held) {
      if (page) this.#pages.set(path, page);
      else this.#files.add(path);
    }
    this.#held.clear();
    this.#revision++;
    this.#invalidate();
  }

  #put(path: string, text: string): void {
    const beside = besideOf(path);
    if (beside) {
      this.#beside.put(beside.owner, path, (beside.kind as BesideKind).read(path, text));
      // Where links lead depends on which files there are, and on sites.
      if (beside.owner === "" || !this.#files.has(path)) this.#indexes.invalidate();
      else this.#indexes.invalidateOf(beside.owner);
      this.#files.add(path);
      this.#generation++;
      return;
    }
    this.#stale.delete(path);
    if (isConfiguration(path)) {
      this.#configurations.set(path, readConfiguration(text).settings);
      this.#configure();
    }
    const page = this.#read(path, text);
    this.#keep(path, this.#open.has(path) ? page : closed(page));
  }

  #keep(path: string, page: Page): void {
    const before = this.#pages.get(path);
    if (!before) {
      // Pages stand in the order in which they came.
      this.#held.delete(path);
      this.#showHeld();
      this.#invalidate();
    }
    if (before && this.#indexes.replace(before, page)) this.#generation++;
    this.#pages.set(path, page);
  }

  #read(path: string, text: string): ReadPage {
    this.#pagesRead++;
    if (!isMarkdown(path) || !this.#open.has(path))
      return readPage(readWhole(path, text, this.#readers), this.#settings);
    const memo = this.#memos.get(path) ?? new SectionMemo();
    this.#memos.set(path, memo);
    const mdx = isMdx(path);
    const all = readSections(text, mdx ? MDX_READERS : this.#readers, memo, mdx);
    const matter = this.#matterOf(path, text, all.matter);
    const { sections } = all;
    return readPage(
      { path, text, facts: absoluteFacts(all), sections, matter, markdown: true },
      this.#settings,
    );
  }

  /** The front matter, read anew only where it has changed. */
  #matterOf(path: string, text: string, span: Span | undefined): Matter {
    const before = this.#pages.get(path);
    // It stands at the start of the file.
    const same =
      isRead(before) &&
      before.matter.span?.end === span?.end &&
      before.text.slice(0, span?.end ?? 0) === text.slice(0, span?.end ?? 0);
    return same ? before.matter : readMatter(text, span);
  }

  #close(path: string): void {
    this.#open.delete(path);
    this.#memos.delete(path);
    const page = this.#pages.get(path);
    if (isRead(page)) this.#pages.set(path, closed(page));
  }

  #drop(path: string): void {
    const gone = [this.#pages.delete(path), this.#files.delete(path)];
    this.#beside.drop(path);
    this.#held.delete(path);
    if (gone.includes(true)) this.#invalidate();
    this.#stale.delete(path);
    if (this.#configurations.delete(path)) this.#configure();
    this.#memos.delete(path);
  }

  /** Works out what holds now, and what of the pages has to be read again for it. */
  #configure(): void {
    const found = CONFIGURATION_FILES.map((path) => this.#configurations.get(path)).find(Boolean);
    const before = this.#settings;
    this.#settings = mergeSettings(found ?? {}, this.#given);
    if (JSON.stringify(before) === JSON.stringify(this.#settings)) return;
    this.#showHeld();
    this.#invalidate();
    for (const [path, page] of this.#pages) {
      if (!isReadOtherwise(path, before, this.#settings)) continue;
      if (isRead(page)) this.#put(path, page.text);
      else this.#stale.add(path);
    }
  }

  /** Nothing that follows from all pages holds any more. */
  #invalidate(): void {
    this.#indexes.invalidate();
    this.#generation++;
  }
}

function besideOf(path: string): (typeof FILES)[number] | undefined {
  const found = FILES.find(({ kind }) => kind.as === "beside" && kind.is(path));
  return found && isAsked(found) && isIndexed(path) ? undefined : found;
}

function isReadOtherwise(path: string, before: Settings, now: Settings): boolean {
  return DOMAINS.some(({ reading }) => reading && reading(path, before) !== reading(path, now));
}

function isTaken(page: AnyPage, span: Span): boolean {
  return DOMAINS.some(({ takes }) => takes?.(page, span));
}

/** One page by itself, for what needs the text of a file that is not open. */
export function readAlone(path: string, text: string): ReadPage {
  const host = new AnalysisHost();
  host.apply({ open: [path], put: new Map([[path, text]]) });
  return host.snapshot().pages.get(path) as ReadPage;
}

/** A closed page with its text, for a look at it: what others can see of it is not read again. */
export function withText(page: Page, text: string): ReadPage {
  return pageOf(readWhole(page.path, text, READERS), page.exports);
}

/** Texts as a workspace of their own. */
function readApart(texts: ReadonlyMap<string, string>): Snapshot {
  const host = new AnalysisHost();
  host.apply({ put: texts });
  return host.snapshot();
}
