/** The starter glossary is read completely and refers only to itself. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../glossary/rule/run.ts";
import { parseNames, type Term } from "../glossary/terms/model/term.ts";
import { starterPages } from "../glossary/terms/starter/pages.ts";
import { RULES } from "./example.ts";
import { pageOf, rethrow, workspace } from "./fixture.ts";

const TO = "docs/glossary/categories";

const files = Object.fromEntries(starterPages());
const at = workspace(files);
const { glossary } = at.snapshot;
const terms = [...glossary.terms.values()];

/** Lines that are bold as a whole. */
const boldLines = (text: string) => [...text.matchAll(/^\*\*_?(.+?)_?\*\*$/gm)].map((match) => match[1]);
const related = ({ definition }: Term) =>
  definition
    .split("\n")
    .flatMap((line) => /^- Related: (.+)$/.exec(line)?.[1]?.split(", ") ?? [])
    .map((name) => name.replaceAll("\\", ""));
const named = (name: string) => terms.filter((term) => [term.name, ...term.aliases].includes(name));
const namesOf = (some: readonly Term[]) => some.map(({ name }) => name);

describe("the starter glossary", () => {
  it("has terms enough", () => {
    expect(Object.keys(files)).toHaveLength(5);
    expect(terms.length).toBeGreaterThanOrEqual(70);
  });

  for (const [path, text] of Object.entries(files)) {
    it(`has an entry for each bold line of ${path.slice(TO.length + 1)}, and no other`, () => {
      const found = pageOf(at, path).exports.terms.entries.filter(({ kind }) => kind !== "usage");
      expect(found.map(({ title }) => title)).toEqual(boldLines(text));
      expect(found.map(({ kind, link }) => kind + link)).toEqual(found.map(() => "category"));
    });

    it(`says in ${path.slice(TO.length + 1)} when to use at least 8 terms, all of them its own`, () => {
      const rows = pageOf(at, path).exports.terms.entries.filter(({ kind }) => kind === "usage");
      expect(rows.length).toBeGreaterThanOrEqual(8);
      expect(rows.filter(({ useWhen, avoidWhen }) => !useWhen || !avoidWhen)).toEqual([]);
      const strangers = rows.filter(({ title }) =>
        named(title).every(({ entries }) => entries[0]?.path !== path),
      );
      expect(strangers.map(({ title }) => title)).toEqual([]);
    });

    it(`has no findings in ${path.slice(TO.length + 1)}`, () => {
      const findings = diagnose(RULES, at.snapshot, pageOf(at, path), rethrow);
      expect(findings).toEqual([]);
    });
  }

  it("covers performance", () => {
    const expected = [
      "Caching",
      "Redis",
      "CDN",
      "Horizontal Scaling",
      "Vertical Scaling",
      "Load Balancing",
      "Database Indexing",
      "Query Optimization",
      "Connection Pooling",
      "APM",
      "Profiling",
      "Metrics",
    ];
    for (const name of expected)
      expect(
        named(name).map(({ category }) => category),
        name,
      ).toEqual(["Performance & Scalability"]);
  });

  it("gives each term a category and a summary that fits in a line or two", () => {
    expect(namesOf(terms.filter(({ category }) => category === ""))).toEqual([]);
    expect(namesOf(terms.filter(({ summary }) => summary.length < 20 || summary.length > 200))).toEqual([]);
  });

  it("gives each term two to five bullets", () => {
    const bullets = ({ definition }: Term) => definition.split("\n").filter((line) => line.startsWith("- "));
    expect(namesOf(terms.filter((term) => bullets(term).length < 2 || bullets(term).length > 5))).toEqual([]);
  });

  it("says of many terms when to use them", () => {
    expect(terms.filter(({ useWhen }) => useWhen !== "").length).toBeGreaterThanOrEqual(40);
  });

  it("relates each term to others, all of them its own", () => {
    expect(namesOf(terms.filter((term) => related(term).length === 0))).toEqual([]);
    const wrong = terms.flatMap((term) =>
      related(term)
        .filter((name) => named(name).length !== 1 || named(name)[0] === term)
        .map((name) => `${term.name}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has one term for each name", () => {
    expect([...glossary.byName].filter(([, some]) => some.length > 1).map(([name]) => name)).toEqual([]);
    // Two entries of one name would have become one term.
    const entries = terms.flatMap((term) => term.entries.filter(({ kind }) => kind !== "usage"));
    expect(entries).toHaveLength(terms.length);
  });

  it("takes abbreviations and what they stand for as names of one term", () => {
    const titles = Object.values(files).flatMap(boldLines);
    const short = titles.filter((title) => title?.includes("(") && !title.startsWith("P95"));
    expect(short.filter((title) => parseNames(title as string).length !== 2)).toEqual([]);
  });
});
