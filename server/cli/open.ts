/** Reads a whole repository for a command. */
import { AnalysisHost, DEFAULT_SETTINGS, isMarkdown, type Snapshot } from "../../glossary/index.ts";
import { diskFiles } from "../files.node.ts";
import type { ReadFailure } from "../host.ts";
import { load } from "../loader.ts";

export interface Repository {
  readonly snapshot: Snapshot;
  readonly failures: readonly ReadFailure[];
}

/** All pages of `root`, with their text where `keepText`. Files that cannot be read are named on stderr. */
export async function openRepository(root: string, keepText: boolean): Promise<Repository> {
  const files = diskFiles(root);
  const host = new AnalysisHost();
  const list = await files.list();
  host.apply({ settings: DEFAULT_SETTINGS, ...(keepText ? { open: list.filter(isMarkdown) } : {}) });
  const { failures } = await load(host, { ...files, list: async () => list });
  for (const { path, reason } of failures)
    process.stderr.write(`spec-glossary: ${path} could not be read: ${reason}\n`);
  return { snapshot: host.snapshot(), failures };
}

/** Writes all of a text to standard output: a process that ends early would cut it. */
export async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    process.stdout.write(text, (error) => (error ? reject(error) : resolve())),
  );
}
