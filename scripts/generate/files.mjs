// What follows from the kinds of files that are read: why the extension starts, and which documents the editor sends.
import { formatted } from "./biome.mjs";

export const DOCUMENTS = "client/documents.ts";

/** package.json with an activation event for each kind of files that is a reason to start. */
export function withActivation(source, files) {
  const manifest = JSON.parse(source);
  const languages = files.flatMap(({ kind: { sent } }) => sent?.languages ?? []);
  const patterns = files.flatMap(({ kind: { starts } }) => starts ?? []);
  manifest.activationEvents = [
    ...languages.map((language) => `onLanguage:${language}`),
    ...patterns.map((pattern) => `workspaceContains:${pattern}`),
  ];
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The text of documents.ts: which documents the client sends to the server. */
export function documents(files) {
  const filters = files.flatMap(({ kind: { sent, globs } }) => {
    if (!sent) return [];
    const languages = sent === "files" ? [] : sent.languages.map((language) => ({ language }));
    return [...languages, ...globs.map((pattern) => ({ pattern }))];
  });
  const languages = files.flatMap(({ kind: { sent } }) => sent?.languages ?? []);
  return formatted(
    DOCUMENTS,
    `// Generated from the kinds of files in the domains by \`npm run generate\`. Do not edit.
import type { LanguageClientOptions } from "vscode-languageclient";

/** The documents that the server is told of as they are typed. */
export const DOCUMENTS: NonNullable<LanguageClientOptions["documentSelector"]> = ${JSON.stringify(filters)};

/** The languages that editors take Markdown for. */
export const MARKDOWN_LANGUAGES: readonly string[] = ${JSON.stringify(languages)};
`,
  );
}
