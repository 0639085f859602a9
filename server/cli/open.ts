/** Reads a whole repository for a command. */
import { AnalysisHost, DEFAULT_SETTINGS, isIndexed, type Snapshot } from "../../glossary/index.ts";
import { diskFiles } from "../files.node.ts";
import type { ReadFailure } from "../host.ts";
import { load } from "../loader.ts";

export interface Repository {
  readonly snapshot: Snapshot;
  readonly failures: readonly ReadFailure[];
}

/** All pages of `root`, with their text where `keepText`. What cannot be read is named on stderr. */
export async function openRepository(root: string, keepText: boolean): Promise<Repository> {
  const files = diskFiles(root);
  const host = new AnalysisHost();
  const list = await files.list();
  host.apply({ settings: DEFAULT_SETTINGS, ...(keepText ? { open: list.filter(isIndexed) } : {}) });
  const { failures } = await load(host, { ...files, list: async () => list });
  for (const { path, reason } of failures) tell(`${path} could not be read: ${reason}`);
  const snapshot = host.snapshot();
  if (snapshot.glossary.terms.size === 0)
    tell(
      `no glossary was found in ${root}: term pages go in a folder named “glossary”, such as docs/glossary/terms`,
    );
  return { snapshot, failures };
}

/** Says something to the user that is no part of the output. */
export function tell(message: string): void {
  process.stderr.write(`spec-glossary: ${message}\n`);
}

/** Writes all of a text to standard output: a process that ends early would cut it. */
export async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    // A reader that has seen enough, such as `head`, closes the pipe.
    process.stdout
      .on("error", () => {})
      .write(text, (error) =>
        error && (error as NodeJS.ErrnoException).code !== "EPIPE" ? reject(error) : resolve(),
      ),
  );
}
