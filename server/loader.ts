/** Brings the files of a workspace folder into the engine. */
import { type AnalysisHost, isMarkdown, isSiteConfig } from "../glossary/index.ts";
import type { Files, ReadFailure } from "./host.ts";

export interface LoadOptions {
  /** Files that come first, before the rest is read: those a user is looking at. */
  readonly first?: readonly string[];
  /** Files whose text the engine has from elsewhere and must not be replaced. */
  readonly skip?: (path: string) => boolean;
  /** Called after each batch. */
  readonly progress?: (read: number, of: number) => void;
  /** True ends the loading after the batch at hand. */
  readonly stopped?: () => boolean;
}

export interface Loaded {
  readonly markdown: number;
  readonly failures: readonly ReadFailure[];
}

/** Small enough that a request waits for no more than a few milliseconds of reading. */
const BATCH = 16;

/**
 * Lists and reads a folder, what a user sees and glossaries first, in batches between which requests are
 * answered. The engine is complete afterwards, unless it was stopped.
 */
export async function load(host: AnalysisHost, files: Files, options: LoadOptions = {}): Promise<Loaded> {
  const all = await files.list();
  host.apply({ files: all.filter((path) => !isMarkdown(path)) });
  const first = new Set(options.first);
  const rank = (path: string) => (isSiteConfig(path) || first.has(path) ? 0 : /glossar/i.test(path) ? 1 : 2);
  const wanted = all
    .filter((path) => (isMarkdown(path) || isSiteConfig(path)) && !options.skip?.(path))
    .sort((a, b) => rank(a) - rank(b));
  const failures: ReadFailure[] = [];
  for (let at = 0; at < wanted.length; at += BATCH) {
    const texts = await Promise.all(
      wanted.slice(at, at + BATCH).map(async (path) => [path, await files.read(path)] as const),
    );
    if (options.stopped?.()) return { markdown: at, failures };
    const put = new Map<string, string>();
    for (const [path, text] of texts) {
      if (typeof text !== "string") failures.push(text);
      // It may have been opened while it was being read.
      else if (!options.skip?.(path)) put.set(path, text);
    }
    host.apply({ put });
    options.progress?.(Math.min(at + BATCH, wanted.length), wanted.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  host.apply({ complete: true });
  return { markdown: wanted.filter(isMarkdown).length, failures };
}
