/** Temporary folders for tests that read files. They are removed after the test. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A new folder, with these files in it. */
export function temporaryFolder(files: Iterable<readonly [string, string | Uint8Array]> = []): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "spec glossary ")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of files) write(folder, path, content);
  return folder;
}

/** Writes a file and the folders it needs. */
export function write(folder: string, path: string, content: string | Uint8Array): void {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}
