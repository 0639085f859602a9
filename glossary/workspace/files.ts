/** The files that are read whatever domains there are: documents, the settings, the configurations of sites. */
import { isMarkdown } from "../text/paths.ts";
import type { FileKind } from "./domain.ts";
import { isSiteConfig, readSites } from "./links/site.ts";
import { CONFIGURATION_FILES, configurationFacts, isConfiguration } from "./settings/configuration.ts";

export const CORE_FILES: readonly FileKind[] = [
  { as: "page", globs: ["**/*.{md,mdx,markdown}"], sent: { language: "markdown" }, is: isMarkdown },
  {
    as: "page",
    globs: ["**/.spec-glossary.{json,jsonc}"],
    sent: "files",
    starts: CONFIGURATION_FILES,
    is: isConfiguration,
    facts: configurationFacts,
  },
  {
    as: "beside",
    globs: ["**/docusaurus.config.{js,cjs,mjs,ts,cts,mts}"],
    is: isSiteConfig,
    read: readSites,
  },
];
