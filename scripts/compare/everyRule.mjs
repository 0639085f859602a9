// The settings with which every rule speaks.
import fs from "node:fs";
import path from "node:path";
import { parse } from "jsonc-parser";

/** What a folder's own configuration says, and every rule that both builds know as a warning. */
export function everyRule(builds, folder) {
  const [own, other] = builds.map(rulesOf);
  const both = own.filter((id) => other.includes(id));
  for (const id of new Set([...own, ...other]))
    if (!both.includes(id)) console.error(`… only one of the two knows the rule ${id}: it is left as it is`);
  const rules = Object.fromEntries(both.map((id) => [id, "warning"]));
  return { rules, settings: { ...configurationOf(folder), rules, overrides: [] } };
}

function rulesOf({ source }) {
  const schema = path.join(source, "schemas/spec-glossary.schema.json");
  return Object.keys(JSON.parse(fs.readFileSync(schema, "utf8")).properties.rules.properties);
}

function configurationOf(folder) {
  for (const name of [".spec-glossary.jsonc", ".spec-glossary.json"]) {
    const file = path.join(folder, name);
    if (fs.existsSync(file)) return parse(fs.readFileSync(file, "utf8")) ?? {};
  }
  return {};
}
