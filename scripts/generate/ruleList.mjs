// glossary/rules/all.ts, from the files in that folder.
import fs from "node:fs";
import path from "node:path";
import { root } from "../lib/root.mjs";
import { formatted } from "./biome.mjs";

const FOLDER = "glossary/rules";

/** The text of all.ts. Each `<area>/<rule>.ts` exports one constant named after the file. */
export function ruleList() {
  const files = ruleFiles();
  const rules = files.map(({ area, rule }) => {
    const exported = camelCase(rule);
    const shared = files.filter((other) => other.rule === rule).length > 1;
    const name = shared ? camelCase(`${area}-${rule}`) : exported;
    return { name, clause: shared ? `${exported} as ${name}` : exported, from: `./${area}/${rule}.ts` };
  });
  return formatted(
    `${FOLDER}/all.ts`,
    `// Generated from the files in this folder by \`npm run generate\`. Do not edit.
${rules.map(({ clause, from }) => `import { ${clause} } from "${from}";`).join("\n")}
import type { Rule } from "./rule.ts";

export const RULES: readonly Rule[] = [${rules.map(({ name }) => name).join(", ")}];
`,
  );
}

/** The text of ruleIds.ts: the names of the rules, for what must know them and not the rules. */
export function ruleIds() {
  const ids = ruleFiles().map(({ area, rule }) => `${area}/${rule}`);
  return formatted(
    "glossary/domain/ruleIds.ts",
    `// Generated from the files in glossary/rules by \`npm run generate\`. Do not edit.

/** The id of each rule, in order. */
export const RULE_IDS: readonly string[] = ${JSON.stringify(ids)};
`,
  );
}

function ruleFiles() {
  return fs
    .readdirSync(path.join(root, FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: area }) =>
      fs
        .readdirSync(path.join(root, FOLDER, area))
        .filter((file) => file.endsWith(".ts"))
        .map((file) => ({ area, rule: file.slice(0, -".ts".length) })),
    )
    .sort((a, b) => compare(`${a.area}/${a.rule}`, `${b.area}/${b.rule}`));
}

function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
