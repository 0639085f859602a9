/** What holds for the words of all languages together, and that nobody changes the tables made of them unawares. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knowsReasons } from "../../glossary/adr/model/reasonWords.ts";
import { STATUS_WORDS } from "../../glossary/adr/model/statusWords.ts";
import { SECTION_WORDS } from "../../glossary/adr/model/words.ts";
import { LANGUAGES } from "../../glossary/languages/all.ts";
import type { Language } from "../../glossary/languages/language.ts";
import { listed, patternOf, wordsOf } from "../../glossary/languages/merge.ts";
import { hash } from "../../glossary/text/hash.ts";

/** A list with the keys that lead to it: `adr.sections.status`. */
interface List {
  readonly language: Language;
  readonly path: string;
  readonly words: readonly string[];
}

const LISTS: readonly List[] = LANGUAGES.flatMap((language) =>
  listsIn(language).map(([path, words]) => ({ language, path, words: listed(words) })),
);

function listsIn(words: object, path = ""): (readonly [path: string, words: string])[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (path === "" && (key === "code" || key === "name")) return [];
    const place = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[place, value] as const] : listsIn(value, place);
  });
}

/** Where words are phrases; patterns everywhere else. */
const PHRASES =
  /^(?:smallWords|adr\.(?:sections|statuses|reasonLabels|reasons\.(?!patterns|clauses|enclosed|concluding)|placeholders\.sentences|relations\.(?!labels))|requirements\.and|glossary\.emptyWords)/;
const named = ({ language, path }: List, word: string) => `${language.code} ${path}: ${word}`;

describe("each list", () => {
  it("has words, each of them once", () => {
    const wrong = LISTS.flatMap((list) =>
      list.words
        .filter((word, i) => word === "" || list.words.indexOf(word) < i)
        .map((word) => named(list, word)),
    );
    expect(wrong).toEqual([]);
  });

  it("is written as it is compared: phrases in small letters, characters in one piece", () => {
    const wrong = LISTS.flatMap((list) =>
      list.words
        .filter(
          (word) =>
            word !== word.normalize("NFC") || (PHRASES.test(list.path) && word !== word.toLowerCase()),
        )
        .map((word) => named(list, word)),
    );
    expect(wrong).toEqual([]);
  });

  it("of patterns can be compiled by itself", () => {
    for (const list of LISTS.filter(
      ({ path }) => !PHRASES.test(path) && path !== "adr.rationaleHeading.name",
    ))
      for (const word of list.words)
        expect(() => new RegExp(`(?:${word})`, "u"), named(list, word)).not.toThrow();
  });
});

describe("a word has one meaning", () => {
  it("as the name of a section", () => {
    expect(twice(SECTION_WORDS.map(([meaning, words], i) => [`${i} ${meaning}`, words]))).toEqual({});
  });

  it("as a status", () => {
    expect(twice(STATUS_WORDS)).toEqual({});
  });

  it("as a relation", () => {
    const kinds = ["supersedes", "supersededBy", "amends", "amendedBy"] as const;
    expect(twice(kinds.map((kind) => [kind, wordsOf(({ adr }) => adr?.relations?.[kind])]))).toEqual({});
  });

  function twice(
    table: readonly (readonly [kind: string, words: readonly string[]])[],
  ): Record<string, string> {
    const seen = new Map<string, string>();
    const found: Record<string, string> = {};
    for (const [kind, words] of table)
      for (const word of words) {
        const before = seen.get(word);
        if (before !== undefined) found[word] = `${before}, ${kind}`;
        else seen.set(word, kind);
      }
    return found;
  }
});

describe("a language", () => {
  it("is in the file of its code", () => {
    const files = readdirSync("glossary/languages").filter((file) => /^[a-z]{2}\.ts$/.test(file));
    expect(LANGUAGES.map(({ code }) => `${code}.ts`)).toEqual(files.sort());
    for (const { code } of LANGUAGES)
      expect(readFileSync(`glossary/languages/${code}.ts`, "utf8")).toContain(
        `export const ${code}: Language`,
      );
  });

  it("whose reasons are known can be told from others, and has what a record needs", () => {
    for (const language of LANGUAGES.filter(knowsReasons)) {
      const { smallWords, adr, name } = language;
      // The scripts of Japanese, Korean and Chinese tell them.
      if (adr?.reasons?.unspaced === undefined) expect(listed(smallWords).length, name).toBeGreaterThan(9);
      expect(listed(adr?.sections?.decision), name).not.toEqual([]);
      expect(listed(adr?.sections?.rationale), name).not.toEqual([]);
      expect(listed(adr?.statuses?.accepted), name).not.toEqual([]);
      expect(listed(adr?.reasonLabels), name).not.toEqual([]);
      if (language.code !== "en") expect(adr?.rationaleHeading?.name, name).toBeTruthy();
    }
  });

  it("names a new section of reasons by a word that it knows, below a decision of its own only", () => {
    const own = LANGUAGES.flatMap(({ adr }) => adr?.rationaleHeading ?? []);
    const known = wordsOf(({ adr }) => adr?.sections?.rationale);
    for (const { below, name } of own) {
      expect(known).toContain(name.toLowerCase());
      const others = own.filter((one) => one.name !== name);
      for (const word of listed(below))
        expect(
          others.filter((one) => new RegExp(`^(?:${listed(one.below).join("|")})`, "i").test(word)),
        ).toEqual([]);
    }
  });

  it("has a hint for each title and file name, by which others are left out", () => {
    const titles = new RegExp(
      patternOf(({ glossary }) => glossary?.titles?.hints),
      "i",
    );
    const names = new RegExp(
      patternOf(({ glossary }) => glossary?.files?.nameHints),
      "i",
    );
    const parts =
      /^glossary\.titles\.(?:glossary|glossaryAlone|terminology|vocabulary|definitions|acronyms)$/;
    for (const list of LISTS)
      for (const word of list.words) {
        if (parts.test(list.path)) expect(word, named(list, word)).toMatch(titles);
        if (/^glossary\.files\.(?:names|folders)$/.test(list.path))
          expect(word, named(list, word)).toMatch(names);
      }
  });
});

describe("the merged tables", () => {
  /**
   * How many words each has, and a hash of them. A word that is added or taken away on purpose changes one line here:
   * `npx vitest run test/languages/tables.test.ts -u` writes it.
   */
  it("have changed on purpose only", async () => {
    const paths = [...new Set(LISTS.map(({ path }) => path))].sort();
    const lines = paths.map((path) => {
      const words = [
        ...new Set(LISTS.filter((list) => list.path === path).flatMap((list) => list.words)),
      ].sort();
      return `${path} ${words.length} ${hash(words.join("\n"))}`;
    });
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("tables.txt");
  });
});
