#!/usr/bin/env node
// npm run generate: rewrites what follows from the rules (their list, their pages, the setting, the README's table)
// and from the pages of the starter glossary.
//   npm run generate -- --check     changes nothing; exits with 1 and names the files that are out of date
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleRules } from "./generate/bundle.mjs";
import { indexPage, RULE_PAGES, rulePage, rulesTable } from "./generate/pages.mjs";
import { ruleList } from "./generate/ruleList.mjs";
import { withSetting } from "./generate/setting.mjs";
import { starterTexts } from "./generate/starter.mjs";
import { root } from "./lib/root.mjs";

const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;
const stale = [];

const list = await ruleList();
update("glossary/rules/all.ts", list);
update("glossary/starter/all.ts", starterTexts());

const { RULES, SEVERITIES, runExample } = await bundleRules(list);
const pages = new Map(RULES.map((rule) => [`${RULE_PAGES}/${rule.id}.md`, rulePage(rule, runExample)]));
pages.set(`${RULE_PAGES}/README.md`, indexPage(RULES));
for (const [file, text] of pages) update(file, text);
for (const file of markdownBelow(RULE_PAGES)) if (!pages.has(file)) remove(file);

update("package.json", withSetting(read("package.json"), RULES, SEVERITIES));
update("README.md", withTable(read("README.md"), rulesTable(RULES, `${RULE_PAGES}/`)));

if (check && stale.length > 0) {
  console.error(`Out of date, run "npm run generate":\n${stale.map((file) => `  ${file}`).join("\n")}`);
  process.exitCode = 1;
} else if (!check) console.log(stale.length > 0 ? `rewritten: ${stale.join(", ")}` : "nothing to rewrite");

function update(file, text) {
  if (read(file) === text) return;
  stale.push(file);
  if (check) return;
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

function remove(file) {
  stale.push(file);
  if (!check) fs.rmSync(path.join(root, file));
}

function read(file) {
  const location = path.join(root, file);
  return fs.existsSync(location) ? fs.readFileSync(location, "utf8").replaceAll("\r\n", "\n") : "";
}

function markdownBelow(folder) {
  const location = path.join(root, folder);
  if (!fs.existsSync(location)) return [];
  return fs
    .readdirSync(location, { recursive: true })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file.split(path.sep).join("/")}`);
}

/** Puts the table between `<!-- rules -->` and `<!-- /rules -->`, where they stand. */
function withTable(text, table) {
  return text.replace(
    /(<!-- rules -->)[\s\S]*?(<!-- \/rules -->)/,
    (_, open, close) => `${open}\n\n${table}\n${close}`,
  );
}
