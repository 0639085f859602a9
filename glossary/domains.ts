/** The domains, in the order in which they are asked and in which pages say what they say. The one place that lists them. */
import { adr } from "./adr/domain.ts";
import type { AdrView, SaysAdr } from "./adr/index/view.ts";
import { increment } from "./increment/domain.ts";
import type { IncrementView, SaysIncrement } from "./increment/index/view.ts";
import { type QueryNeeds, query } from "./query/domain.ts";
import type { QueryView, SaysQuery } from "./query/index/view.ts";
import { target } from "./target/domain.ts";
import { terms } from "./terms/domain.ts";
import type { SaysTerms, TermsView } from "./terms/index/view.ts";
import type { Domain, FileKind } from "./workspace/domain.ts";
import { CORE_FILES } from "./workspace/files.ts";
import type {
  ClosedPage as AnyClosedPage,
  Page as AnyPage,
  ReadPage as AnyReadPage,
} from "./workspace/workspace.ts";

/** All domains; `answering.ts` has what they answer, in the same order. */
export const DOMAINS: readonly Domain[] = [increment, adr, terms, query, target];

/** What a page says in all domains. */
export type Said = SaysIncrement & SaysAdr & SaysTerms & SaysQuery;

/** A file with text. Of closed files only what others can see is kept. */
export type Page = AnyPage<Said>;

/** What is kept of a page whose text is not at hand. */
export type ClosedPage = AnyClosedPage<Said>;

/** A page whose text is at hand. */
export type ReadPage = AnyReadPage<Said>;

/** One state of the workspace as all domains see it; nothing in it changes. */
export interface Snapshot extends IncrementView, AdrView, TermsView, QueryView {
  readonly pages: ReadonlyMap<string, Page>;
  readonly increments: IncrementView["increments"];
  readonly adrs: AdrView["adrs"];
}

/** What a host can bring in that is too large to be part of the engine. */
export type Brought = QueryNeeds;

/** A kind of files, and whose it is: the name of a domain, "" for the core. */
export interface OwnFiles {
  readonly kind: FileKind;
  readonly owner: string;
}

/** All kinds of files that are read, those of most files first. */
export const FILES: readonly OwnFiles[] = [
  ...CORE_FILES.map((kind) => ({ kind, owner: "" })),
  ...DOMAINS.flatMap(({ name, files }) => (files ?? []).map((kind) => ({ kind, owner: name }))),
];

/** Fit all files that are read, and few others: what has to be watched. */
export const WATCHED: readonly string[] = FILES.flatMap(({ kind }) => kind.globs);

/** What of a page's exports is stored packed, by name. */
export const PACKED: readonly string[] = DOMAINS.flatMap(({ name, packed }) => (packed ? [name] : []));

/** True for the files whose text the engine wants; of others it wants to know that they exist. */
export function isIndexed(path: string): boolean {
  return READ.some((is) => is(path));
}

/** True for a kind of files that are read only when a page asks for them. */
export function isAsked({ kind }: OwnFiles): boolean {
  return kind.as === "beside" && kind.asked === true;
}

const READ = FILES.filter((one) => !isAsked(one)).map(({ kind }) => kind.is);

const ASKED: readonly OwnFiles[] = FILES.filter(isAsked);

/** Whose file it is that is read only when a page asks for it; `undefined` for other files. */
export function askedBy(path: string): string | undefined {
  const owner = ASKED.find(({ kind }) => kind.is(path))?.owner;
  return owner !== undefined && isIndexed(path) ? undefined : owner;
}

/** True for the files whose text the engine takes: at once, or when a page asks. */
export function isText(path: string): boolean {
  return isIndexed(path) || askedBy(path) !== undefined;
}
