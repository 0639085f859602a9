// glossary/languages/all.ts from the files beside it, and docs/languages.md from what stands in them.
import fs from "node:fs";
import path from "node:path";
import { root } from "../lib/root.mjs";
import { formatted } from "./biome.mjs";

const FOLDER = "glossary/languages";
export const LANGUAGE_LIST = `${FOLDER}/all.ts`;
export const LANGUAGE_PAGE = "docs/languages.md";

/** The text of the list: each `<code>.ts` exports one constant named after the file. */
export function languageList() {
  const codes = fs
    .readdirSync(path.join(root, FOLDER))
    .filter((file) => /^[a-z]{2}\.ts$/.test(file))
    .map((file) => file.slice(0, 2))
    .sort();
  return formatted(
    LANGUAGE_LIST,
    `// Generated from the files in this folder by \`npm run generate\`. Do not edit.
${codes.map((code) => `import { ${code} } from "./${code}.ts";`).join("\n")}
import type { Language } from "./language.ts";

export const LANGUAGES: readonly Language[] = [${codes.join(", ")}];
`,
  );
}

/** What the page shows: a title, a short one for the table, and where the lists are. */
const PARTS = [
  { title: "Sections of decisions", head: "Sections", of: ({ adr }) => adr?.sections },
  { title: "Statuses of decisions", head: "Statuses", of: ({ adr }) => adr?.statuses },
  { title: "Relations of decisions", head: "Relations", of: ({ adr }) => adr?.relations },
  { title: "Reasons", head: "Reasons", of: ({ adr }) => adr?.reasons, whole: true },
  { title: "Requirements of Kiro", head: "Kiro", of: ({ requirements }) => requirements },
  { title: "Titles of glossaries", head: "Titles", of: ({ glossary }) => glossary?.titles, whole: true },
  { title: "Columns of glossaries", head: "Columns", of: ({ glossary }) => glossary?.columns },
  { title: "Statistics", head: "Statistics", of: ({ quantity }) => quantity, whole: true },
  { title: "Targets", head: "Targets", of: ({ targets }) => targets, whole: true },
];

/** So many words of a list are shown, and lists of so many letters; the rest is in the file. */
const MOST_WORDS = 6;
const LONGEST = 40;

/** docs/languages.md; `listed` gives the items of a list. */
export function languagePage(languages, listed) {
  const byName = languages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const most = PARTS.map(({ of }) => Math.max(...languages.map((one) => keysOf(of(one)).length)));
  const rows = byName.map((one) => {
    const cells = PARTS.map(({ of, whole }, i) => {
      const count = keysOf(of(one)).length;
      return count === 0 ? "–" : whole ? "yes" : `${count} of ${most[i]}`;
    });
    return `| [${one.name}](#${one.name.toLowerCase()}) | ${cells.join(" | ")} |`;
  });
  const blocks = [
    `<!-- Generated from the files in ${FOLDER} by npm run generate. Do not edit. -->`,
    "# Languages",
    `Documents may be written in any language. What follows is which words of which language are known: where a document uses others, Spec Glossary says nothing rather than something wrong. The words of a language are in one file, which those who speak it can read and add to; \`${FOLDER}/language.ts\` says what each list is for.`,
    "Reasons are asked for in decisions only where *Reasons* says yes; a text in another language is left alone. A number says for how many of the kinds of words that are known in any language there are some in this one: sections of decisions, for one, are about thirteen things.",
    [
      `| Language | ${PARTS.map(({ head }) => head).join(" | ")} |`,
      `|----------|${PARTS.map(({ head }) => "-".repeat(head.length + 2)).join("|")}|`,
      ...rows,
    ].join("\n"),
    "In English only are read: sentences about queries and indexes, what stands around the numbers of a target, the labels of SpecWeave, spec-kit and OpenSpec, and headings that announce something. Keywords, units and other words that a standard or a program fixes are the same everywhere.",
    ...byName.flatMap((one) => languageBlock(one, listed)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function languageBlock(language, listed) {
  const lines = PARTS.flatMap(({ title, of }) => {
    const words = linesOf(of(language), listed);
    return words.length === 0 ? [] : [`- ${title}: ${words.join("; ")}`];
  });
  return [
    `## ${language.name}`,
    lines.length === 0
      ? "Only small words, by which a text is known to be in a language of which nothing can be said."
      : lines.join("\n"),
    `All of it: [${FOLDER}/${language.code}.ts](../${FOLDER}/${language.code}.ts)`,
  ];
}

/** The keys that hold words, those of lists within lists among them. */
function keysOf(words) {
  return Object.entries(words ?? {}).flatMap(([key, value]) =>
    typeof value === "string" ? [key] : keysOf(value),
  );
}

/** “*draft* `entwurf`” for each list. */
function linesOf(words, listed) {
  return Object.entries(words ?? {}).flatMap(([key, value]) => {
    if (typeof value !== "string") return linesOf(value, listed);
    const all = listed(value);
    const shown = all.filter((one) => one.length <= LONGEST).slice(0, MOST_WORDS);
    if (shown.length === 0) return [];
    const more = shown.length < all.length ? " …" : "";
    return [`*${spaced(key)}* ${shown.map((one) => `\`${one}\``).join(" ")}${more}`];
  });
}

function spaced(key) {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
