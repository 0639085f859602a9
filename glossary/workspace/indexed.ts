/** Which files the engine reads. */
import { isSidecar } from "../domain/adr.ts";
import { isContextive } from "../domain/glossaryFolder.ts";
import { isIncrementJson } from "../domain/increment.ts";
import { isSchemaFile } from "../domain/sql/declared.ts";
import { isMarkdown } from "../text/paths.ts";
import { isConfiguration } from "./configuration.ts";
import { isSiteConfig } from "./site.ts";

/** True for the files whose text the engine wants; of others it wants to know that they exist. */
export function isIndexed(path: string): boolean {
  return (
    isMarkdown(path) ||
    isContextive(path) ||
    isSiteConfig(path) ||
    isConfiguration(path) ||
    isSidecar(path) ||
    isIncrementJson(path) ||
    isSchemaFile(path)
  );
}
