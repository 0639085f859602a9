/** The engine's state: put files in, get an immutable `Snapshot` out. Synchronous, without any I/O. */

import { type AdrIndex, buildAdrs } from "./adr/index/adrs.ts";
import { readSidecar, type Sidecar } from "./adr/index/sidecar.ts";
import { isSidecar } from "./adr/model/index.ts";
import {
  groupIncrements,
  type IncrementCache,
  type IncrementGroups,
  indexIncrements,
} from "./increment/index/increments.ts";
import { incrementPlace, isDone } from "./increment/layouts/layouts.ts";
import type { Facts, Reader } from "./markdown/facts.ts";
import { type Matter, NO_MATTER, readMatter } from "./markdown/matter.ts";
import { absoluteFacts, EMPTY, readFile, readSections, SectionMemo } from "./markdown/page.ts";
import { READERS } from "./markdown/readers.ts";
import { named } from "./named.ts";
import { isSchemaFile, type SchemaText, schemaFileTexts } from "./query/model/declared.ts";
import { type ParseSql, type ReadSql, sqlReader } from "./query/model/parse.ts";
import { buildGlossary, type Glossary } from "./terms/index/glossary.ts";
import { importedEntries } from "./terms/index/imports.ts";
import { compileMatcher, type Matcher } from "./terms/index/matcher.ts";
import { findMirrors, glossaryFiles, sourceRank } from "./terms/index/mirrors.ts";
import { scopedEntries } from "./terms/index/scoped.ts";
import { starterPages } from "./terms/starter/pages.ts";
import { lineStarts } from "./text/lines.ts";
import { ancestors, dirname, isMarkdown } from "./text/paths.ts";
import type { Span } from "./text/span.ts";
import { StatesMap } from "./text/statesMap.ts";
import {
  differentSides,
  type ExportSource,
  type Exports,
  type Named,
  readExports,
  type Side,
  sameIncrement,
  sameSchema,
} from "./workspace/exports.ts";
import { isContextive } from "./workspace/glossaryFolder.ts";
import { buildLinkSpace, type LinkSpace, resolveLink } from "./workspace/links/links.ts";
import { isSiteConfig, readSites, type Site } from "./workspace/links/site.ts";
import {
  CONFIGURATION_FILES,
  configurationFacts,
  isConfiguration,
  readConfiguration,
} from "./workspace/settings/configuration.ts";
import { countedPages } from "./workspace/settings/excluded.ts";
import { DEFAULT_SETTINGS, mergeSettings, type SomeSettings } from "./workspace/settings/settings.ts";
import { isRead, type Page, type ReadPage, type Snapshot } from "./workspace/workspace.ts";
import { yamlFacts } from "./workspace/yamlFacts.ts";

/** What has happened to the workspace folder. Paths are relative to it. */
export interface Change {
  /** Indexed files (see `isIndexed`), new or changed, with their text. */
  readonly put?: ReadonlyMap<string, string>;
  /** Closed pages as they were given out by `closedPage`, for files that have not changed since: see `readingKey`. */
  readonly restore?: ReadonlyMap<string, Page>;
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
  /** Reads SQL. It is large, so a host brings it in when a page wants it: see `wantsSql`. */
  readonly parseSql?: ParseSql;
}

/** Everything derived from all pages' exports, computed when first asked for. */
interface Derived {
  readonly glossary: Glossary;
  readonly matcher: Matcher;
  readonly links: LinkSpace;
  readonly adrs: AdrIndex;
  readonly increments: IncrementGroups;
}

export class AnalysisHost {
  readonly #pages = new StatesMap<string, Page>();
  readonly #files = new Set<string>();
  readonly #sites = new Map<string, readonly Site[]>();
  readonly #sidecars = new Map<string, Sidecar>();
  readonly #schemaFiles = new Map<string, readonly SchemaText[]>();
  /** A copy for snapshots, as long as no file changes: what follows from all of them is remembered by it. */
  #schemas: ReadonlyMap<string, readonly SchemaText[]> | undefined;
  readonly #open = new Set<string>();
  readonly #memos = new Map<string, SectionMemo>();
  readonly #readers: readonly Reader[];
  readonly #configurations = new Map<string, SomeSettings>();
  readonly #stale = new Set<string>();
  readonly #increments: IncrementCache = new Map();
  #sql: ReadSql | undefined;
  #given: SomeSettings = {};
  #settings = DEFAULT_SETTINGS;
  #complete = false;
  #revision = 0;
  #generation = 0;
  /** What of it still holds. */
  #known: { readonly [K in keyof Derived]?: Derived[K] | undefined } | undefined;
  #snapshot: Snapshot | undefined;

  constructor(readers: readonly Reader[] = READERS) {
    this.#readers = readers;
  }

  /** Takes in a change. The snapshots given out before are not affected. */
  apply(change: Change): void {
    this.#revision++;
    if (change.settings) {
      this.#given = change.settings;
      this.#configure();
    }
    if (change.parseSql) {
      this.#sql = sqlReader(change.parseSql);
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
    }
    for (const path of change.drop ?? []) this.#drop(path);
    for (const [path, page] of change.restore ?? []) if (!this.#open.has(path)) this.#keep(path, page);
    const texts = [...(change.put ?? [])];
    // How the others are read depends on these.
    for (const [path, text] of texts) if (isConfiguration(path)) this.#put(path, text);
    for (const [path, text] of texts) if (!isConfiguration(path)) this.#put(path, text);
  }

  /** The state after all changes so far. Indexes over all pages are built here, if anything they rest on changed. */
  snapshot(): Snapshot {
    if (this.#snapshot?.revision !== this.#revision) {
      const derived = this.#derive();
      this.#known = derived;
      // That there is no glossary is known only when everything has been read.
      const wantsStarter = this.#settings.starter && this.#complete && derived.glossary.terms.size === 0;
      const pages = this.#pages.state();
      this.#schemas ??= new Map(this.#schemaFiles);
      this.#snapshot = {
        revision: this.#revision,
        pages,
        schemas: this.#schemas,
        sql: this.#sql,
        settings: this.#settings,
        complete: this.#complete,
        ...derived,
        increments: indexIncrements(derived.increments, pages, this.#increments, isDone),
        starter: wantsStarter ? readStarter : undefined,
      };
    }
    return this.#snapshot;
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
    const page = this.#pages.get(path);
    return isRead(page) ? undefined : page;
  }

  /** Closed pages that would now be read otherwise than they were: their texts have to be put again. */
  get stale(): ReadonlySet<string> {
    return this.#stale;
  }

  /** The known files at these paths, or below them; "" is the workspace folder. */
  pathsBelow(paths: Iterable<string>): string[] {
    const wanted = new Set(paths);
    const known = new Set([...this.#pages.keys(), ...this.#files]);
    return [...known].filter(
      (one) => wanted.has(one) || ancestors(dirname(one)).some((at) => wanted.has(at)),
    );
  }

  #put(path: string, text: string): void {
    if (isSiteConfig(path)) {
      this.#sites.set(path, readSites(path, text));
      this.#files.add(path);
      this.#invalidate();
      return;
    }
    if (isSidecar(path)) {
      this.#sidecars.set(path, readSidecar(text));
      this.#files.add(path);
      this.#invalidate();
      return;
    }
    if (isSchemaFile(path)) {
      this.#schemaFiles.set(path, schemaFileTexts(path, text));
      this.#schemas = undefined;
      if (!this.#files.has(path)) this.#invalidate();
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
    const sides = before && differentSides(before.exports, page.exports);
    if (!before) this.#invalidate();
    else if (sides && sides.length > 0) this.#invalidate(sides);
    else if (!sameIncrement(before.exports, page.exports) || !sameSchema(before.exports, page.exports))
      this.#generation++;
    this.#pages.set(path, page);
  }

  #read(path: string, text: string): ReadPage {
    const said = isMarkdown(path) ? named(path, this.#settings) : NOT_NAMED;
    if (!isMarkdown(path) || !this.#open.has(path)) {
      const { facts, matter } = readWhole(path, text, this.#readers);
      return readPage({ path, text, facts, matter }, said);
    }
    const memo = this.#memos.get(path) ?? new SectionMemo();
    this.#memos.set(path, memo);
    const sections = readSections(text, this.#readers, memo);
    const matter = this.#matterOf(path, text, sections.matter);
    return readPage(
      { path, text, facts: absoluteFacts(sections), sections: sections.sections, matter },
      said,
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
    const gone = [this.#pages.delete(path), this.#files.delete(path), this.#sites.delete(path)];
    this.#sidecars.delete(path);
    if (this.#schemaFiles.delete(path)) this.#schemas = undefined;
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
    this.#invalidate();
    for (const [path, page] of this.#pages) {
      if (!isMarkdown(path)) continue;
      const [was, is] = [named(path, before), named(path, this.#settings)];
      if (was.listed === is.listed && was.adr === is.adr && was.acronyms === is.acronyms) continue;
      if (isRead(page)) this.#put(path, page.text);
      else this.#stale.add(path);
    }
  }

  /** What follows from these sides of the pages is no longer known; without them nothing is. */
  #invalidate(sides?: readonly Side[]): void {
    if (!sides || !this.#known) this.#known = undefined;
    else {
      // Terms are joined by where links lead.
      const { links, adrs, increments, ...terms } = this.#known;
      this.#known = {
        ...(!sides.includes("links") && { links }),
        ...(!sides.includes("decisions") && { adrs }),
        increments,
        ...(!sides.includes("links") && !sides.includes("terms") && terms),
      };
    }
    this.#generation++;
  }

  /** Makes what is not known. */
  #derive(): Derived {
    const known = this.#known ?? {};
    if (known.glossary && known.matcher && known.links && known.adrs && known.increments)
      return known as Derived;
    const sites = [...this.#sites.values()].flat();
    const pages = new Map(this.#pages);
    const links = known.links ?? buildLinkSpace(pages, this.#files, sites, this.#complete);
    const counted = countedPages(pages, this.#settings);
    const glossary = known.glossary ?? this.#joinTerms(counted, links, sites);
    return {
      glossary,
      matcher: known.matcher ?? compileMatcher(glossary),
      links,
      adrs: known.adrs ?? buildAdrs(counted, this.#sidecars),
      increments: known.increments ?? groupIncrements(counted, incrementPlace),
    };
  }

  #joinTerms(pages: ReadonlyMap<string, Page>, links: LinkSpace, sites: readonly Site[]): Glossary {
    const entries = scopedEntries(importedEntries(pages), this.#settings);
    const mirrors = findMirrors(glossaryFiles(entries.map(({ path }) => path)), sites);
    const resolve = (from: string, url: string) => {
      const target = resolveLink(links, from, url);
      return target.kind === "page" ? target.path : undefined;
    };
    return buildGlossary(entries, resolve, mirrors, (home) => sourceRank(home, sites));
  }
}

const NOT_NAMED: Named = { listed: false, adr: undefined, acronyms: false };

function readPage(source: ExportSource, said: Named): ReadPage {
  return pageOf(source, readExports(source, said));
}

/** All pages have the same properties in the same order: code on objects of one shape is faster. */
function pageOf({ path, text, facts, sections, matter }: ExportSource, exports: Exports): ReadPage {
  return { path, text, facts, sections, matter, lines: lineStarts(text), exports };
}

/** A file that nobody edits, read without looking for sections. */
function readWhole(
  path: string,
  text: string,
  readers: readonly Reader[],
): { readonly facts: Facts; readonly matter: Matter } {
  if (isConfiguration(path)) return { facts: configurationFacts(text), matter: NO_MATTER };
  if (isContextive(path)) return { facts: yamlFacts(text), matter: NO_MATTER };
  if (!isMarkdown(path)) return { facts: EMPTY, matter: NO_MATTER };
  const { facts, matter } = readFile(text, readers);
  return { facts, matter: readMatter(text, matter) };
}

/** One page by itself, for what needs the text of a file that is not open. */
export function readAlone(path: string, text: string): ReadPage {
  const host = new AnalysisHost();
  host.apply({ open: [path], put: new Map([[path, text]]) });
  return host.snapshot().pages.get(path) as ReadPage;
}

/** A closed page with its text, for a look at it: what others can see of it is not read again. */
export function withText(page: Page, text: string): ReadPage {
  const { path, exports } = page;
  const { facts, matter } = readWhole(path, text, READERS);
  return pageOf({ path, text, facts, matter }, exports);
}

/** What is kept of a page whose text is not at hand. */
function closed({ path, lines, exports }: Page): Page {
  return { path, lines, exports };
}

let starter: Snapshot | undefined;

/** The starter glossary as a workspace of its own. */
function readStarter(): Snapshot {
  if (!starter) {
    const host = new AnalysisHost();
    host.apply({ put: starterPages() });
    starter = host.snapshot();
  }
  return starter;
}
