#!/usr/bin/env node
// npm run generate: rewrites what follows from the rules (their list, their pages, the README's table), from the
// settings (the JSON schema, the editor's settings, their tables), from the kinds of files that are read (when the
// extension starts, what the editor sends), from the pages of the starter glossary, from the layouts of increments
// (their snippets, and the paths in the menus), and from the pages of the languages (their list and what is read in each).
//   npm run generate -- --check     changes nothing; exits with 1 and names the files that are out of date
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleRules } from "./generate/bundle.mjs";
import { withSettings } from "./generate/editorSettings.mjs";
import { DOCUMENTS, documents, withActivation } from "./generate/files.mjs";
import { LANGUAGE_LIST, LANGUAGE_PAGE, languageList, languagePage } from "./generate/languages.mjs";
import { withMenus } from "./generate/menus.mjs";
import { indexPage, RULE_PAGES, rulePage, rulesTable } from "./generate/pages.mjs";
import { RULE_IDS, RULE_LIST, ruleFiles, ruleIds, ruleList } from "./generate/ruleList.mjs";
import { SCHEMA, schemaText } from "./generate/schema.mjs";
import { settingsTable } from "./generate/settingsTable.mjs";
import { snippets } from "./generate/snippets.mjs";
import { starterTexts } from "./generate/starter.mjs";
import { root } from "./lib/root.mjs";

const CONFIGURATION = "docs/configuration.md";

const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;
const stale = [];

const generated = new Map([
  [RULE_IDS, ruleIds()],
  [RULE_LIST, ruleList()],
  [LANGUAGE_LIST, languageList()],
]);
for (const [file, text] of generated) update(file, text);
update("glossary/terms/starter/all.ts", starterTexts());

const { FILES, LANGUAGES, listed, REASON_LANGUAGES, RULES, runExample, SETTINGS, SEVERITIES, LAYOUTS } =
  await bundleRules(generated);
const files = new Map(ruleFiles().map(({ area, rule, file }) => [`${area}/${rule}`, file]));
const pages = new Map(
  RULES.map((rule) => [`${RULE_PAGES}/${rule.id}.md`, rulePage(rule, files.get(rule.id), runExample)]),
);
pages.set(`${RULE_PAGES}/README.md`, indexPage(RULES));
for (const [file, text] of pages) update(file, text);
for (const file of markdownBelow(RULE_PAGES)) if (!pages.has(file)) remove(file);

for (const [file, text] of snippets(LAYOUTS)) update(file, text);

const schema = { settings: SETTINGS, rules: RULES, severities: SEVERITIES };
update(SCHEMA, schemaText(schema));
update(DOCUMENTS, documents(FILES));
update("package.json", withMenus(withActivation(withSettings(read("package.json"), schema), FILES), LAYOUTS));
const readme = withTable(read("README.md"), "rules", rulesTable(RULES, `${RULE_PAGES}/`));
update("README.md", withWords(readme, "reasons", String(REASON_LANGUAGES.length)));
update(LANGUAGE_PAGE, languagePage(LANGUAGES, listed));
update(CONFIGURATION, withTable(read(CONFIGURATION), "settings", settingsTable(SETTINGS)));

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

/** Puts the table between `<!-- name -->` and `<!-- /name -->`, where they stand. */
function withTable(text, name, table) {
  return withWords(text, name, `\n\n${table}\n`);
}

/** Puts words between `<!-- name -->` and `<!-- /name -->`, where they stand. */
function withWords(text, name, words) {
  const [before, after] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(before);
  const end = text.indexOf(after);
  if (start < 0 || end < start) return text;
  return `${text.slice(0, start + before.length)}${words}${text.slice(end)}`;
}
