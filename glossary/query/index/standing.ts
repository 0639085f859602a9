/**
 * Whether a query on a page asks a table of this repository, or one that is made up to explain something: documentation of
 * an ORM or a database declares and asks hundreds of tables that nobody has.
 */
import type { Candidate } from "../model/candidates.ts";
import type { Unserved } from "../model/cover.ts";
import { tableKey } from "../model/names.ts";
import type { Declared } from "../model/schema.ts";
import { isSchemaDocument } from "../model/schemaFiles.ts";
import { isSpecified } from "./pageKind.ts";
import { isDeclaredInRepository, ownDeclarations, tablesInFiles } from "./schema.ts";
import type { QueryView, ReadPage } from "./view.ts";

/** What is found on a page, as far as it is looked at here. */
interface Found {
  readonly candidate: Pick<Candidate, "call" | "kind">;
  readonly unserved: Pick<Unserved, "table" | "wanted" | "known">;
  /** The table is an example as far as one can tell. */
  readonly example: boolean;
}

/** Fewer pages are no documentation of something: one of them may well be all that a repository plans. */
const FEW_PAGES = 10;

/** What a page says that introduces a repository is an example as well: a library shows what it is for. */
const INTRODUCTION = /(?:^|\/)(?:readme|change-?log)\b[^/]*$/i;

/** Names of files and folders in which people write what they are going to build. */
const PLANNING =
  /(?:^|[/_.-])(?:specs?|specifications?|plans?|planning|designs?|proposals?|requirements|prds?|rfcs?|adrs?|decisions?|architecture|blueprints?|epics?|backlog|roadmap|implementation|data-?models?)(?=[/_.-])/i;

/** True for pages that plan, decide or describe a system of one's own. */
function plans(page: ReadPage): boolean {
  return isSpecified(page) || PLANNING.test(page.path);
}

/** What tells whose tables a repository speaks of. */
function evidence(snapshot: QueryView): { readonly hasTables: boolean; readonly isPlanned: boolean } {
  const { increments, adrs } = snapshot;
  return {
    hasTables: tablesInFiles(snapshot) > 0,
    isPlanned: increments.units.size > 0 || adrs.records.size > 0,
  };
}

/** True where the code on a page is an example unless a file of the repository declares tables. */
export function mayBeDocumentation(page: ReadPage, snapshot: QueryView): boolean {
  return snapshot.pages.size >= FEW_PAGES && !plans(page) && !evidence(snapshot).isPlanned;
}

/** True for a page of a repository that documents or teaches something, and has no database. */
export function isDocumentation(page: ReadPage, snapshot: QueryView): boolean {
  if (snapshot.makesDatabaseTool) return true;
  if (snapshot.unreadSchemas.size > 0 || !mayBeDocumentation(page, snapshot)) return false;
  return !evidence(snapshot).hasTables;
}

/**
 * Marks what asks tables that are examples. The evidence, in this order: where an ORM or a database is made, all are; a
 * page that plans is meant; so is a table that a
 * file of the repository declares, and all on a page that asks such a table too (`asked`: the tables of all queries on
 * it). What only the page itself declares is meant where the repository has a database, increments or decisions. All
 * the rest is an example where there are many pages, or files that declare other tables. Of calls that ask the
 * same of an example the first stays, of translated pages nothing.
 */
export function withExamples<One extends Found>(
  found: readonly One[],
  page: ReadPage,
  snapshot: QueryView,
  asked: () => readonly string[],
): readonly One[] {
  if (found.length === 0 || (plans(page) && !snapshot.makesDatabaseTool)) return found;
  const { hasTables, isPlanned } = evidence(snapshot);
  // Documentation has pages that are called “schemas” and “entities”, too.
  const isDescribed = (hasTables || isPlanned) && !isSchemaDocument(page.path);
  const isOwn = (name: string) => isDeclaredInRepository(tableKey(name), snapshot, isDescribed);
  if (snapshot.makesDatabaseTool) return onceEach(found, () => true, page, snapshot);
  if (found.every(({ unserved }) => isOwn(unserved.table.name)) || asked().some(isOwn)) return found;
  const declares = ownDeclarations(page, snapshot).some(({ declared }) => isOwn(nameOf(declared)));
  if (declares) return found;
  const isFew = snapshot.pages.size < FEW_PAGES;
  const isUndeclaredMeant = isFew && !hasTables && !INTRODUCTION.test(page.path);
  const isExample = ({ unserved: { known } }: One) =>
    known ? !(isFew || hasTables || isPlanned) : !isUndeclaredMeant;
  return onceEach(found, isExample, page, snapshot);
}

/** With examples marked, and only the first of those that ask the same by a call; none of a translated page. */
function onceEach<One extends Found>(
  found: readonly One[],
  isExample: (one: One) => boolean,
  page: ReadPage,
  snapshot: QueryView,
): readonly One[] {
  const seen = new Set<string>();
  const isCopy = isTranslated(page, snapshot);
  return found.flatMap((one) => {
    const { table, wanted } = one.unserved;
    if (!isExample(one)) return [one];
    const name = `${tableKey(table.name)} ${wanted.join(" ")}`;
    const { kind, call } = one.candidate;
    // Where somebody explains, a condition without a table is one of any.
    if (isCopy || kind === "part" || (call && seen.has(name))) return [];
    seen.add(name);
    return [{ ...one, example: true }];
  });
}

/** The table that a declaration is about; "" for an index of any. */
function nameOf(declared: Declared): string {
  return declared.kind === "table" ? declared.name : (declared.table ?? "");
}

/** A folder that is called as a language: `de`, `zh_CN`, `pt-br`. */
const LANGUAGE = /(^|\/)[a-z]{2}(?:[-_][A-Za-z]{2,4})?\//g;
/** Where Docusaurus 3 keeps translated pages. */
const IN_DOCUSAURUS = /(^|\/)i18n\/[\w-]+\/docusaurus-plugin-content-([a-z]+)\/current\//;

/** True for a page that another one is the original of: the same path without the language, or with English for it. */
function isTranslated({ path }: ReadPage, { pages }: QueryView): boolean {
  const [before = "", area = ""] = IN_DOCUSAURUS.exec(path)?.slice(1) ?? [];
  if (area !== "" && pages.has(path.replace(IN_DOCUSAURUS, `${before}${area}/`))) return true;
  for (const { 0: folder, 1: before = "", index } of path.matchAll(LANGUAGE)) {
    const behind = path.slice(index + folder.length);
    const roots = ["", "en/"].map((one) => path.slice(0, index) + before + one);
    if (roots.some((root) => root + behind !== path && pages.has(root + behind))) return true;
  }
  return false;
}
