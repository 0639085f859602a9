/** Words of a language stand in its page and nowhere else in the engine. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../glossary/languages/all.ts";
import { listed } from "../../glossary/languages/merge.ts";
import { listsIn } from "./lists.ts";

/** Letters that are signs: units, differences, the German s in an address, ranges of alphabets. */
const SIGNS = /[µμ×δßà-ÿа-яё]|й/gu;

/** Words of other languages that English has as well. */
const ENGLISH_TOO: ReadonlySet<string> = new Set(["concept"]);

/** Letters of other alphabets that are no words: marks of one language's writing in a class of characters. */
const WRITING: Readonly<Record<string, string>> = {
  "terms/edits/linkPlace.ts": "ー",
  "terms/index/words.ts": "ー",
  "terms/model/term.ts": "ー",
};

/** Files with lists that are none of a language, by the reason why. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "names of files, folders and keys, and codes of languages": [
    "adr/model/source.ts",
    "adr/model/words.ts",
    "adr/rules/duplicate-number.ts",
    "query/index/pageKind.ts",
    "query/index/standing.ts",
    "target/model/documents.ts",
    "terms/features/completion/matter.ts",
    "terms/formats/termMatter.ts",
    "workspace/glossaryFolder.ts",
    "workspace/links/movedTarget.ts",
    "workspace/samples.ts",
  ],
  "keywords and names of formats, programs and products": [
    "adr/model/lineParts.ts",
    "document/markdown/damaged.ts",
    "document/markdown/entity-in-code.ts",
    "increment/layouts/gsd/ids.ts",
    "increment/model/ids.ts",
    "markdown/mdx.ts",
    "markdown/nestedFences.ts",
    "query/model/calls/activerecord.ts",
    "query/model/calls/builder.ts",
    "query/model/calls/calls.ts",
    "query/model/calls/django.ts",
    "query/model/calls/eloquent.ts",
    "query/model/calls/entityFramework.ts",
    "query/model/calls/gorm.ts",
    "query/model/calls/mongoose.ts",
    "query/model/calls/prisma.ts",
    "query/model/calls/sequelize.ts",
    "query/model/calls/served.ts",
    "query/model/calls/spring.ts",
    "query/model/candidates.ts",
    "query/model/loops/find.ts",
    "query/model/loops/lazy.ts",
    "query/model/loops/loops.ts",
    "query/model/loops/queries.ts",
    "query/model/schemaFiles.ts",
    "query/model/schemas/jpa.ts",
    "query/model/schemas/laravel.ts",
    "query/model/schemas/liquibase.ts",
    "query/model/code/chains.ts",
    "query/model/code/tokens.ts",
    "query/model/conditions.ts",
    "query/model/declared.ts",
    "query/model/dialect.ts",
    "query/model/limits.ts",
    "query/model/names.ts",
    "query/model/normalise.ts",
    "query/model/parse.ts",
    "query/model/places.ts",
    "query/model/refused.ts",
    "query/model/schemaFiles.ts",
    "query/model/schemas/jpa.ts",
    "query/model/schemas/laravel.ts",
    "query/model/schemas/liquibase.ts",
    "query/model/reject.ts",
    "query/model/routines.ts",
    "query/model/split.ts",
    "target/model/roles.ts",
    "target/model/subject.ts",
    "target/model/units.ts",
    "target/performance/evidence.ts",
    "terms/edits/linkPlace.ts",
    "terms/model/commonCapitals.ts",
    "terms/model/ordinaryWords.ts",
  ],
  "sections and labels that a tool or its template prescribes": [
    "adr/model/role.ts",
    "increment/layouts/gsd/requirements.ts",
    "increment/model/criteria.ts",
    "increment/model/fields.ts",
    "increment/model/scenarios.ts",
    "increment/model/tasks.ts",
    "increment/rules/task-without-criterion.ts",
    "increment/rules/template-left.ts",
  ],
  "the grammar of English: words between others, and forms of words": [
    "query/model/describedColumns.ts",
    "query/model/introduction.ts",
    "query/model/prose.ts",
    "query/model/sentences.ts",
    "target/model/improvement.ts",
    "target/model/leaning.ts",
    "target/model/lines.ts",
    "target/model/measure.ts",
    "target/rules/alert-looser-than-objective.ts",
    "target/rules/dimension-mismatch.ts",
    "target/rules/missing-load.ts",
    "target/rules/missing-statistic.ts",
    "terms/formats/headings.ts",
    "terms/index/wordForms.ts",
  ],
};

/** The engine without its languages: code by file, without comments and without the examples of rules. */
const code = new Map(
  readdirSync("glossary", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !/^languages\/|^terms\/starter\//.test(file))
    .map((file) => [file, bare(readFileSync(`glossary/${file}`, "utf8"))]),
);

function bare(source: string): string {
  return source
    .replace(/^ {2}(?:examples: \[[\s\S]*?^ {2}\]|(?:why|measured|summary): [\s\S]*?[`"]),$/gm, "")
    .replace(/^\s*\/\*\*[\s\S]*?\*\/$/gm, "")
    .replace(/^\s*\/\/.*$/gm, "");
}

describe("outside of languages/", () => {
  it("stands no letter that English does not have", () => {
    const found = [...code].flatMap(([file, text]) => {
      const letters = text.replace(SIGNS, "").match(/[^\P{L}a-zA-Z]+/gu) ?? [];
      return letters.filter((one) => !WRITING[file]?.includes(one)).map((one) => `${file}: ${one}`);
    });
    expect(found).toEqual([]);
  });

  it("stands no word of another language", () => {
    const english = new Set(LANGUAGES.filter(({ code: one }) => one === "en").flatMap(wordsIn));
    const foreign = new Set(LANGUAGES.flatMap(wordsIn).filter((one) => one.length > 4 && !english.has(one)));
    const found = [...code].flatMap(([file, text]) =>
      [...text.matchAll(/(?<![\w$.-])[A-Za-z]{5,}(?![\w$-])/g)]
        .filter(([word]) => foreign.has(word.toLowerCase()) && !ENGLISH_TOO.has(word.toLowerCase()))
        .map(([word]) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it("stands no list of words", () => {
    const known = Object.values(OTHERS).flat();
    const found = [...code].filter(([, text]) => listsIn(text).length > 0);
    const fresh = found.flatMap(([file, text]) =>
      known.includes(file) ? [] : listsIn(text).map((list) => `${file}: ${list}`),
    );
    expect(fresh).toEqual([]);
    expect(known.filter((file) => !found.some(([one]) => one === file))).toEqual([]);
  });
});

/** The name of the language, and patterns with words in them that they rule out. */
const NO_WORDS: ReadonlySet<string> = new Set(["name", "patterns", "clauses", "enclosed"]);

/** All words in small letters that stand in the lists of a language, without what patterns add to them. */
function wordsIn(words: unknown): string[] {
  if (typeof words === "string")
    return listed(words).flatMap((one) => one.toLowerCase().match(/(?<![\\\p{L}])\p{L}+/gu) ?? []);
  return Object.entries(words as object).flatMap(([key, value]) => (NO_WORDS.has(key) ? [] : wordsIn(value)));
}

describe("the search for lists", () => {
  it("finds alternatives and words in a string", () => {
    const pattern = "const A = /^(?:one|two|threes?|four|five|six|seven|eight)$/i;";
    const string = "const A = new Set(`one two three four five six\n  seven eight`.split(/\\s+/));";
    expect(listsIn(pattern)).toHaveLength(1);
    expect(listsIn(string)).toHaveLength(1);
  });

  it("takes neither few words nor a sentence for one", () => {
    expect(listsIn("const A = /^(?:one|two|three|four)$/i;")).toEqual([]);
    expect(listsIn("message: `This decision does not say why it was made: no reason was found`")).toEqual([]);
  });
});
