// Generated from the kinds of files in the domains by `npm run generate`. Do not edit.
import type { LanguageClientOptions } from "vscode-languageclient";

/** The documents that the server is told of as they are typed. */
export const DOCUMENTS: NonNullable<LanguageClientOptions["documentSelector"]> = [
  { language: "markdown" },
  { language: "mdx" },
  { language: "prompt" },
  { language: "instructions" },
  { language: "chatagent" },
  { language: "skill" },
  { pattern: "**/*.{md,mdx,markdown}" },
  { pattern: "**/.spec-glossary.{json,jsonc}" },
  { pattern: "**/increments/**/metadata.json" },
  { pattern: "**/.openspec.yaml" },
  { pattern: "**/openspec/config.{yaml,yml}" },
  { pattern: "**/.taskmaster/tasks/tasks.json" },
  { pattern: "**/.taskmaster/docs/**/*.txt" },
  { pattern: "**/*.glossary.{yml,yaml}" },
  { pattern: "**/.contextive/definitions.{yml,yaml}" },
];

/** The languages that editors take Markdown for. */
export const MARKDOWN_LANGUAGES: readonly string[] = [
  "markdown",
  "mdx",
  "prompt",
  "instructions",
  "chatagent",
  "skill",
];
