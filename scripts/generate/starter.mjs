// glossary/terms/starter/all.ts: the texts of the starter glossary, so that the bundles hold them.
import fs from "node:fs";
import path from "node:path";
import { root } from "../lib/root.mjs";
import { formatted } from "./biome.mjs";

const FOLDER = "glossary/terms/starter";

/** The text of all.ts: one entry for each page, by file name. */
export function starterTexts() {
  const pages = fs
    .readdirSync(path.join(root, FOLDER))
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => [file, fs.readFileSync(path.join(root, FOLDER, file), "utf8").replaceAll("\r\n", "\n")]);
  return formatted(
    `${FOLDER}/all.ts`,
    `// Generated from the pages in this folder by \`npm run generate\`. Do not edit.

/** The pages of the starter glossary by file name. */
export const STARTER: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(pages))};
`,
  );
}
