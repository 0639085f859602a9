/** Which files the engine reads. */
import { isSidecar } from "../adr/model/index.ts";
import { isIncrementFile } from "../increment/layouts/layouts.ts";
import { isSchemaFile } from "../query/model/declared.ts";
import { isMarkdown } from "../text/paths.ts";
import { isContextive } from "./glossaryFolder.ts";
import { isSiteConfig } from "./links/site.ts";
import { isConfiguration } from "./settings/configuration.ts";

/** True for the files whose text the engine wants; of others it wants to know that they exist. */
export function isIndexed(path: string): boolean {
  return (
    isMarkdown(path) ||
    isContextive(path) ||
    isSiteConfig(path) ||
    isConfiguration(path) ||
    isSidecar(path) ||
    isIncrementFile(path) ||
    isSchemaFile(path)
  );
}
