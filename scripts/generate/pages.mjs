// The documentation pages of the rules.

export const RULE_PAGES = "docs/rules";

/** docs/rules/<id>.md; `file` is the rule's own, relative to the engine. */
export function rulePage(rule, file, runExample) {
  const { id, since, severity, off, summary, why, measured, examples } = rule;
  const ran = examples.map((example) => ({ example, outcome: runExample(rule, example) }));
  const bad = ran.filter(({ example }) => example.bad !== undefined);
  const clean = ran.filter(({ example }) => example.bad === undefined);
  return page([
    generatedFrom(`glossary/${file}`),
    `# ${id}`,
    summary,
    table(
      ["Severity", off ? `off (${severity} when switched on)` : severity],
      ["Since", since],
      ["Quick fix", rule.fixes ? "yes" : "no"],
      ...(rule.concerns ? [["Layouts", rule.concerns.layouts.join(", ")]] : []),
    ),
    "## Why",
    why,
    ...(measured ? ["## In real repositories", measured] : []),
    "## What it reports",
    "`«` and `»` stand around exactly what is reported.",
    ...bad.flatMap((one) => badExample(rule, one)),
    ...(clean.length > 0 ? ["## What it leaves alone", ...clean.flatMap(cleanExample)] : []),
    ...howToSet(rule),
    ...howToSilence(rule),
    "[All rules](../README.md)",
  ]);
}

/** A table of one row. */
function table(...columns) {
  const line = (cells) => `|${cells.join("|")}|`;
  return [
    line(columns.map(([name]) => ` ${name} `)),
    line(columns.map(([name]) => "-".repeat(name.length + 2))),
    line(columns.map(([, value]) => ` ${value} `)),
  ].join("\n");
}

/** docs/rules/README.md */
export function indexPage(rules) {
  return page([
    generatedFrom("glossary/rules.ts"),
    "# Rules",
    "What Spec Glossary reports. The severity of each rule can be changed or switched off in [`.spec-glossary.jsonc`](../configuration.md) or with the setting `specGlossary.rules`; its page says how, and how to silence it in one place.",
    rulesTable(rules, "").trimEnd(),
  ]);
}

/** One row a rule; `folder` is where the pages are. Ends with a line end. */
export function rulesTable(rules, folder) {
  const rows = rules.map(
    ({ id, severity, off, summary, fixes }) =>
      `| [${id}](${folder}${id}.md) | ${summary.replaceAll("|", "\\|")} | ${off ? "off" : severity} | ${fixes ? "yes" : "no"} |`,
  );
  return `${["| Rule | Reports | Severity | Quick fix |", "|------|---------|----------|-----------|", ...rows].join("\n")}\n`;
}

function badExample(rule, { example, outcome }) {
  const { reported, applied, created, renamed, changed, after } = outcome;
  const titles = [...new Set(applied.map(({ title }) => `*${title}*`))];
  const several = titles.length > 1;
  const named = `The quick ${several ? "fixes" : "fix"} ${titles.join(titles.length > 2 ? ", " : " and ")}`;
  const others = [...new Set(outcome.fixes.map(({ title }) => title))].filter(
    (title) => !applied.some((fix) => fix.title === title),
  );
  return [
    `### ${example.title}`,
    ...given(example),
    fence(example.bad),
    ...new Set(reported.map(({ message }) => `> ${message}`)),
    ...(applied.length > 0 && after !== outcome.before
      ? [`${named} ${several ? "make" : "makes"} of it:`, fence(after)]
      : rule.fixes === undefined && example.good !== undefined
        ? ["Better:", fence(example.good)]
        : []),
    ...[...created].flatMap(([path, text]) => [
      `${named} ${several ? "create" : "creates"} \`${path}\`:`,
      fence(text),
    ]),
    ...(renamed ? [`… and names the file \`${renamed}\`.`] : []),
    ...[...changed].flatMap(([path, text]) => [`… and changes \`${path}\` to:`, fence(text)]),
    ...(others.length > 0 ? [`It can also be fixed by: ${others.map((one) => `*${one}*`).join(", ")}.`] : []),
  ];
}

function cleanExample({ example }) {
  return [`### ${example.title}`, ...given(example), fence(example.good)];
}

/** Where the document is, and what else there is. */
function given({ path, given: files = {} }) {
  const paths = Object.keys(files).map((file) => `\`${file}\``);
  const place = path === undefined ? "" : `In \`${path}\``;
  if (paths.length === 0) return place ? [`${place}:`] : [];
  const beside = `${paths.slice(0, -1).join(", ")}${paths.length > 1 ? " and " : ""}${paths.at(-1)}`;
  return [`${place ? `${place}, in` : "In"} a repository with ${beside}:`];
}

function howToSet({ id, severity }) {
  const other = severity === "hint" ? "information" : "hint";
  return [
    "## How to set its severity",
    "In `.spec-glossary.jsonc` at the root of the repository, one of `off`, `hint`, `information`, `warning` and `error`:",
    fence(`${JSON.stringify({ rules: { [id]: other } }, undefined, 2)}\n`, "jsonc"),
    "The setting `specGlossary.rules` of the editor takes the same and wins; `overrides` in the file are for some paths only: see [Configuration](../../configuration.md).",
  ];
}

function howToSilence({ id }) {
  const comment = (form) => `\`<!-- spec-glossary-${form} ${id} -->\``;
  return [
    "## How to silence it",
    "A comment in the document silences it where it is not wanted:",
    [
      "| Comment | Silences it |",
      "|---------|-------------|",
      `| ${comment("disable-next-line")} | in the next line that is not blank |`,
      `| ${comment("disable-line")} | in the line of the comment |`,
      `| ${comment("disable")} … ${comment("enable")} | from one comment to the other |`,
      `| ${comment("disable-file")} | in the whole document |`,
    ].join("\n"),
    "Several rules are separated by commas; a comment that names none silences all of them.",
  ];
}

function generatedFrom(source) {
  return `<!-- Generated from ${source} by npm run generate. Do not edit. -->`;
}

/** Blocks, a blank line between them. */
function page(blocks) {
  return `${blocks.map((block) => block.trim()).join("\n\n")}\n`;
}

/** A fence that is longer than any in the text. */
function fence(text, language = "markdown") {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text.replace(/\n*$/, "\n")}${marks}`;
}
