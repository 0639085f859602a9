// What the command line prints: findings, terms, decision records, increments.
import path from "node:path";
import { spread } from "./random.mjs";
import { runBoth } from "./sides.mjs";

/** How many increments are validated. */
const MOST_INCREMENTS = 6;

const NEVER = ["--fail-on", "never"];

/**
 * Compares all reports on a folder. `every` is a configuration with every rule on, `caches` an empty folder. Gives the
 * terms, and the files with findings when every rule is on.
 */
export async function compareReports(builds, folder, tally, { every, caches }) {
  // What is read with archived documents is kept apart: one cache holds what one configuration makes of the files.
  const cacheFor = (use) => ["--cache", ({ side }) => path.join(caches, side, use)];
  const cache = cacheFor("plain");
  const archived = cacheFor("archived");
  const report = async (what, args, split) => {
    const begin = performance.now();
    const answers = await runBoth(builds, args);
    const ms = performance.now() - begin;
    const key = args
      .filter((one) => typeof one === "string" && one !== "--cache" && one !== folder && one !== every)
      .join(" ");
    tally.add(
      "exit codes and messages",
      key,
      answers.map(({ code, stderr }) => `${code} ${stderr}`),
      ms,
    );
    const texts = answers.map(({ stdout }) => stdout);
    if (!split) tally.add(what, key, texts);
    return split ? split(texts) : texts;
  };

  await report(
    "findings",
    ["check", folder, "--format", "json", ...NEVER],
    each(tally, "findings", "findings"),
  );
  const files = await report(
    "findings, every rule",
    ["check", folder, "--format", "json", ...NEVER, "--config", every],
    each(tally, "findings, every rule", "findings"),
  );
  const { terms } = await report(
    "terms",
    ["terms", folder, "--format", "json", ...cache],
    each(tally, "terms", "terms"),
  );
  // The cache has been filled by now.
  await report("check with a cache", ["check", folder, "--format", "json", "--archived", ...archived]);
  await report("check, pretty", ["check", folder, ...cache]);
  await report("terms, pretty", ["terms", folder, ...cache]);
  for (const format of ["json", "markdown"])
    await report("adr list", ["adr", "list", folder, "--format", format, ...cache]);
  for (const format of ["json", "markdown", "mermaid"])
    await report("adr graph", ["adr", "graph", folder, "--format", format, ...cache]);
  return {
    terms: terms.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    withFindings: [...new Set((files.findings ?? []).map((one) => one.path))].sort(),
    async increments(names) {
      for (const [i, name] of spread(names, MOST_INCREMENTS).entries()) {
        const args = ["validate", name, "--root", folder];
        for (const format of i === 0 ? ["pretty", "json", "markdown"] : ["json"]) {
          await report("validate", [...args, ...archived, "--format", format, ...NEVER]);
          await report("validate --performance", [...args, ...cache, "--performance", "--format", format]);
        }
      }
    },
  };
}

/** Compares what belongs to each list in JSON one by one; gives both lists, without what is there twice. */
const each = (tally, what, field) => (texts) => {
  const parsed = texts.map(parse);
  const lists = parsed.map((one) => (Array.isArray(one[field]) ? one[field] : []));
  const length = Math.max(...lists.map((list) => list.length));
  for (let i = 0; i < length; i++)
    tally.add(
      what,
      nameOf(lists[0][i] ?? lists[1][i], i),
      lists.map((list) => list[i] ?? null),
    );
  // The rest of it: how it is written, and what stands beside the list.
  tally.add(`${what}: the whole output`, "output", texts);
  return { [field]: lists.flat() };
};

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function nameOf({ path: file, rule, range, name }, i) {
  return file ? `${file}:${range.start.line + 1} ${rule}` : (name ?? String(i));
}
