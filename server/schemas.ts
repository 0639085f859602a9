/** What a document with queries waits for: the parser for SQL, and the files that declare tables and indexes. */
import { type AnalysisHost, type ReadPage, wantsSchemas, wantsSql } from "../glossary/index.ts";
import type { Folder } from "./folder.ts";
import type { Files } from "./host.ts";
import { readFiles } from "./loader.ts";
import type { SqlParser } from "./sqlParser.ts";

/** More files of migrations and models are not read; those that say schema come first. */
const MOST_FILES = 5_000;

const READING = new WeakMap<AnalysisHost, Promise<void>>();

/** True where more could be said about a page with the parser, or with the files. */
export function wantsMore(page: ReadPage, host: AnalysisHost): boolean {
  const snapshot = host.snapshot();
  return (!snapshot.sql && wantsSql(page, snapshot)) || wantsSchemas(page, snapshot);
}

/** Brings in what one of the pages wants. */
export async function bringMore(
  folder: Folder,
  sql: SqlParser,
  pagesNow: () => readonly ReadPage[],
): Promise<void> {
  const { host, files } = folder;
  const snapshot = host.snapshot();
  if (!snapshot.sql && pagesNow().some((page) => wantsSql(page, snapshot))) await sql.bringTo(host);
  await bringSchemas(host, files, pagesNow(), () => folder.removed || folder.files !== files);
}

/** Reads the files that declare tables, if one of the pages asks for it. Several documents wait for one reading. */
export async function bringSchemas(
  host: AnalysisHost,
  files: Files,
  pages: readonly ReadPage[],
  stopped: () => boolean = () => false,
): Promise<void> {
  const snapshot = host.snapshot();
  if (!pages.some((page) => wantsSchemas(page, snapshot))) return;
  const reading = READING.get(host) ?? readAll(host, files, stopped).finally(() => READING.delete(host));
  READING.set(host, reading);
  await reading;
}

async function readAll(host: AnalysisHost, files: Files, stopped: () => boolean): Promise<void> {
  const rank = (path: string) => (/\.(?:sql|prisma)$|schema/i.test(path) ? 0 : 1);
  const paths = [...host.snapshot().unreadSchemas].sort((a, b) => rank(a) - rank(b));
  const failures = await readFiles(host, files, paths.slice(0, MOST_FILES), { stopped });
  if (stopped()) return;
  // What cannot be read, or is too much, declares nothing: nobody waits for it again.
  const rest = [...paths.slice(MOST_FILES), ...failures.filter(({ gone }) => !gone).map(({ path }) => path)];
  host.apply({ put: new Map(rest.map((path) => [path, ""])) });
}
