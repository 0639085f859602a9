/** Reads a whole repository for a command. */
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import {
  AnalysisHost,
  CONFIGURATION_FILES,
  isConfiguration,
  type Page,
  type ReadPage,
  type Snapshot,
  wantsSql,
  withText,
} from "../../glossary/index.ts";
import { diskFiles } from "../files.node.ts";
import type { Files, ReadFailure } from "../host.ts";
import { load } from "../loader.ts";
import { bringSchemas } from "../schemas.ts";
import { loadSql } from "../sql.node.ts";
import { diskStore } from "../store.node.ts";
import { readNamed } from "./places.ts";

export interface Repository {
  readonly snapshot: Snapshot;
  /** What could not be read so far; each has been named on stderr. */
  readonly failures: readonly ReadFailure[];
  /** The same state with what the queries on these pages want: the parser for SQL, files that declare tables. */
  withQueries(pages: readonly ReadPage[]): Promise<Snapshot>;
  /** Reads a page again with its text: thousands of texts need not be kept for that. */
  read(path: string): Promise<ReadPage | undefined>;
  /** Whether a file that is no page could be one, or a folder hold some; else it is among the failures. */
  isReadable(path: string): Promise<boolean>;
  /** A path as the disk spells it. */
  spelled(path: string): string;
  /** How the user knows a file, relative to the root. */
  nameOf(path: string): string;
}

export interface Opening {
  readonly root: string;
  /** Absolute: the configuration to be used instead of the one in `root`. */
  readonly config: string | undefined;
  /** Absolute: the folder in which is kept what is known of the files; `undefined` to keep nothing. */
  readonly cache: string | undefined;
  /** Whether archived documents count, whatever the configuration says. */
  readonly archived?: boolean;
}

/** All pages of a repository. What cannot be read is named on stderr. */
export async function openRepository({ root, config, cache, archived }: Opening): Promise<Repository> {
  const nameOf = (path: string) =>
    config !== undefined && isConfiguration(path) ? relative(root, config).split(sep).join("/") : path;
  const files = config === undefined ? diskFiles(root) : withConfiguration(diskFiles(root), config);
  const host = new AnalysisHost();
  if (archived) host.apply({ settings: { archived } });
  const store = cache === undefined ? undefined : diskStore(cache, root, fileURLToPath(import.meta.url));
  const failures: ReadFailure[] = [];
  const fail = (failure: ReadFailure) => {
    if (failures.some(({ path }) => path === failure.path)) return;
    failures.push(failure);
    tell(`${nameOf(failure.path)} could not be read: ${failure.reason}`);
  };
  const loaded = await load(host, files, store ? { store } : {});
  // Git goes on without them, too.
  for (const { path, reason } of loaded.unheeded) tell(`${path} could not be read: ${reason}`);
  for (const failure of loaded.failures) fail(failure);
  const snapshot = host.snapshot();
  const read = async (path: string) => {
    const page = snapshot.pages.get(path);
    const text = page && (await files.read(path));
    if (typeof text === "object") fail(text);
    return typeof text === "string" ? withText(page as Page, text) : undefined;
  };
  const isReadable = async (path: string) => {
    const text = await files.read(path);
    if (typeof text === "string" || text.isFolder) return true;
    fail(text);
    return false;
  };
  const spelled = (path: string) => files.spelling?.of(path) ?? path;
  const withQueries = async (pages: readonly ReadPage[]) => {
    const { sql } = host.snapshot();
    if (!sql && pages.some((page) => wantsSql(page, host.snapshot())))
      host.apply({ bring: { parseSql: await loadSql() } });
    await bringSchemas(host, files, pages);
    return host.snapshot();
  };
  return { snapshot, failures, nameOf, read, isReadable, spelled, withQueries };
}

/** Whether something in one of the folders could not be read. */
export function couldNotRead({ failures }: Repository, folders: readonly string[]): boolean {
  return failures.some(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

/** The files, with the one at `config` in the place of the configuration. */
function withConfiguration(files: Files, config: string): Files {
  const [name] = CONFIGURATION_FILES;
  const given = async (path: string) => {
    const text = await readNamed(config);
    return typeof text === "string" ? text : { path, ...text };
  };
  return {
    ...files,
    list: async () => [name, ...(await files.list()).filter((path) => !isConfiguration(path))],
    read: (path) => (path === name ? given(path) : files.read(path)),
  };
}

/** Says to who asks about terms that there are none. */
export function tellOfNoGlossary({ glossary }: Snapshot, root: string): void {
  if (glossary.terms.size > 0) return;
  tell(
    `no glossary was found in ${root}: term pages go in a folder named “glossary”, such as docs/glossary/terms`,
  );
}

/** Says something to the user that is no part of the output. */
export function tell(message: string): void {
  process.stderr.write(`spec-glossary: ${printable(message)}\n`);
}

/**
 * Text in which no character commands the terminal: much of it stands in documents that anybody may have written.
 * What stands for them means the same in JSON.
 */
function printable(text: string): string {
  return text.replace(
    /(?![\t\n])\p{Cc}/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Writes all of a text to standard output: a process that ends early would cut it. */
export async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    // A reader that has seen enough, such as `head`, closes the pipe.
    process.stdout
      .on("error", () => {})
      .write(printable(text), (error) =>
        error && (error as NodeJS.ErrnoException).code !== "EPIPE" ? reject(error) : resolve(),
      ),
  );
}
