/** The files that are read whatever domains there are: documents, the settings, what sites say of their addresses. */
import { isMarkdown } from "../text/paths.ts";
import type { FileKind } from "./domain.ts";
import { isRedirections, readRedirections } from "./links/docfx.ts";
import { isSiteConfig, readSites, type Site } from "./links/site.ts";
import { CONFIGURATION_FILES, configurationFacts, isConfiguration } from "./settings/configuration.ts";

/**
 * The languages that editors take Markdown for. Files for assistants have their own in VS Code since early 2026:
 * `*.prompt.md`, `*.instructions.md`, `*.agent.md` and `SKILL.md`.
 */
export const MARKDOWN_LANGUAGES = ["markdown", "mdx", "prompt", "instructions", "chatagent", "skill"];

/** True for a language that editors take Markdown for. */
export function isMarkdownLanguage(language: string): boolean {
  return MARKDOWN_LANGUAGES.includes(language);
}

export const CORE_FILES: readonly FileKind[] = [
  { as: "page", globs: ["**/*.{md,mdx,markdown}"], sent: { languages: MARKDOWN_LANGUAGES }, is: isMarkdown },
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
    read: (path, text): SaidOfSites => ({ sites: readSites(path, text) }),
  },
  {
    as: "beside",
    globs: ["**/.openpublishing.redirection*.json"],
    is: isRedirections,
    read: (path, text): SaidOfSites => ({ redirected: readRedirections(path, text) }),
  },
];

/** What the core keeps of a file beside pages. */
export interface SaidOfSites {
  readonly sites?: readonly Site[];
  /** Paths of files that a site redirects, in small letters. */
  readonly redirected?: readonly string[];
}
