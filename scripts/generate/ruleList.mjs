// glossary/rules.ts and glossary/workspace/settings/ruleIds.ts, from the files in the folders of rules.
import fs from "node:fs";
import path from "node:path";
import { root } from "../lib/root.mjs";
import { formatted } from "./biome.mjs";

export const RULE_LIST = "glossary/rules.ts";
export const RULE_IDS = "glossary/workspace/settings/ruleIds.ts";

/** Where rules are, and the area that begins their ids: its own name, unless it is said here. */
const FOLDERS = [
  { folder: "adr/rules", area: "adr" },
  { folder: "document/configuration", area: "configuration" },
  { folder: "document/link", area: "link" },
  { folder: "document/markdown", area: "markdown" },
  { folder: "increment/rules", area: "increment" },
  { folder: "query/rules", area: "query" },
  { folder: "target/rules", area: "target" },
  { folder: "terms/rules", area: "glossary" },
  { folder: "terms/rules/contextive", area: "contextive" },
];

/** The text of the list of rules. Each `<rule>.ts` exports one constant named after the file. */
export function ruleList() {
  const files = ruleFiles();
  const rules = files.map(({ area, rule, file }) => {
    const exported = camelCase(rule);
    const shared = files.filter((other) => other.rule === rule).length > 1;
    const name = shared ? camelCase(`${area}-${rule}`) : exported;
    return { name, clause: shared ? `${exported} as ${name}` : exported, from: `./${file}` };
  });
  return formatted(
    RULE_LIST,
    `// Generated from the files in the folders of rules by \`npm run generate\`. Do not edit.
${rules.map(({ clause, from }) => `import { ${clause} } from "${from}";`).join("\n")}
import type { Snapshot } from "./domains.ts";
import type { Rule } from "./rule/rule.ts";

export const RULES: readonly Rule<unknown, Snapshot>[] = [${rules.map(({ name }) => name).join(", ")}];
`,
  );
}

/** The text of ruleIds.ts: the names of the rules, for what must know them and not the rules. */
export function ruleIds() {
  const ids = ruleFiles().map(({ area, rule }) => `${area}/${rule}`);
  return formatted(
    RULE_IDS,
    `// Generated from the files in the folders of rules by \`npm run generate\`. Do not edit.

/** The id of each rule, in order. */
export const RULE_IDS: readonly string[] = ${JSON.stringify(ids)};
`,
  );
}

/** The file of each rule, relative to the engine, in the order of their ids. */
export function ruleFiles() {
  return FOLDERS.flatMap(({ folder, area }) =>
    fs
      .readdirSync(path.join(root, "glossary", folder))
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({ area, rule: file.slice(0, -".ts".length), file: `${folder}/${file}` })),
  ).sort((a, b) => compare(`${a.area}/${a.rule}`, `${b.area}/${b.rule}`));
}

function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
