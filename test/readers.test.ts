/**
 * The scanner gives what remark gives; sections put together give what the whole file gives; reading after edits
 * gives what reading anew gives. READERS_MUTATIONS: how many changed documents; READERS_SEED: which.
 */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteFacts, readFile, readSections, SectionMemo } from "../glossary/markdown/page.ts";
import { READERS } from "../glossary/markdown/readers.ts";
import { scan } from "../glossary/markdown/scan.ts";
import { split } from "../glossary/markdown/split.ts";
import { readTree, readWhole } from "../glossary/markdown/tree.ts";
import { effort } from "./effort.ts";
import {
  Comparison,
  difference,
  EXTENSIONS,
  markdownBelow,
  mutate,
  mutated,
  mutation,
  readText,
  SPECIFICATION,
  setting,
} from "./readers.documents.ts";

const SAMPLES = markdownBelow(fileURLToPath(new URL("../samples", import.meta.url))).map(readText);
const MUTATIONS = setting("READERS_MUTATIONS", 1500);
const SEED = setting("READERS_SEED", 1);
const LONG = 600_000;

function sectionsOf(text: string): string[] {
  const { starts } = split(text);
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}

const POOL = [...SPECIFICATION, ...EXTENSIONS, ...EXTENSIONS, ...SAMPLES.flatMap(sectionsOf)];

describe("the scanner", () => {
  it.each([
    ["the CommonMark specification", SPECIFICATION],
    ["the extensions of GitHub", EXTENSIONS],
    ["the samples", SAMPLES.flatMap(sectionsOf)],
  ])("agrees with remark on %s", (name, sections) => {
    const comparison = new Comparison();
    for (const section of sections) comparison.add(section);
    console.log(`${name}: ${comparison}`);
    expect(comparison.differences).toEqual([]);
  });

  it("agrees with remark on changed documents", { timeout: LONG }, () => {
    const comparison = new Comparison();
    const property = fc.property(mutated(POOL), (text) => {
      expect(comparison.compare(text)).toBe("");
    });
    fc.assert(property, { numRuns: MUTATIONS, seed: SEED });
    console.log(`changed documents: ${comparison}`);
  });

  it("agrees with remark on labels defined elsewhere", { timeout: LONG }, () => {
    const comparison = new Comparison();
    const env = { labels: ["1", "a", "b", "foo", "x"] };
    for (const section of [...SPECIFICATION, ...EXTENSIONS]) comparison.add(section, env);
    const property = fc.property(mutated(POOL), (text) => {
      expect(comparison.compare(text, env)).toBe("");
    });
    fc.assert(property, { numRuns: Math.ceil(MUTATIONS / 3), seed: SEED });
    expect(comparison.differences).toEqual([]);
  });
});

describe("sections", () => {
  /** Whole files are several documents, one behind the other. */
  const files = fc
    .array(fc.oneof(mutated(POOL), fc.constantFrom("# a\n", "```\n", "<!--\n", "---\n", "  <div>\n", "\n")), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(""));

  function expectSame(text: string): void {
    const whole = readWhole(text);
    expect(difference(absoluteFacts(readSections(text, [readTree])), whole)).toBe("");
    expect(difference(absoluteFacts(readSections(text, READERS)), whole)).toBe("");
    expect(difference(readFile(text, READERS).facts, whole)).toBe("");
  }

  it.each(SAMPLES.map((text, i) => [i, text]))("put together are the whole of sample %i", (_, text) =>
    expectSame(text as string),
  );

  it("put together are the whole of changed files", { timeout: LONG }, () => {
    fc.assert(fc.property(files, expectSame), { numRuns: Math.ceil(MUTATIONS / 6), seed: SEED });
  });

  it("put together are the whole of fences in and around lists", { timeout: LONG }, () => {
    const start = fc.constantFrom("", " ", "  ", "   ", "    ", "\t");
    const rest = fc.constantFrom(
      "- a",
      "* b",
      "+ c",
      "1. d",
      "2. e",
      "3) f",
      "10. g",
      "-   h",
      "- - -",
      "***",
      "-",
      "> i",
      "| j |",
      "|-|",
      "```",
      "```k",
      "~~~",
      "<div>",
      "<!--",
      "-->",
      "# l",
      "## m",
      "n",
      "[o]: p",
      "",
      "",
      "- ```",
      "1. <div>",
    );
    const lines = fc.array(
      fc.tuple(start, rest).map((parts) => parts.join("")),
      { minLength: 2, maxLength: 14 },
    );
    const property = fc.property(lines, (some) => expectSame(`${some.join("\n")}\n# end\n`));
    fc.assert(property, { numRuns: MUTATIONS, seed: SEED });
  });

  it("read after each edit are as read anew", { timeout: LONG }, () => {
    const edits = fc.array(mutation, { minLength: 1, maxLength: 12 });
    const property = fc.property(files, edits, (start, sequence) => {
      const memo = new SectionMemo();
      let text = start;
      for (const edit of sequence) {
        text = mutate(text, edit, POOL).slice(0, 6000);
        const incremental = readSections(text, READERS, memo);
        expect(incremental).toEqual(readSections(text, READERS));
      }
    });
    fc.assert(property, { numRuns: Math.ceil(MUTATIONS / 30), seed: SEED });
  });

  it("begin at headings that nothing hides", () => {
    expect(sectionsOf("a\n# b\n## c\n #d\n")).toEqual(["a\n", "# b\n", "## c\n #d\n"]);
    expect(sectionsOf("```\n# a\n```\n# b\n")).toEqual(["```\n# a\n```\n", "# b\n"]);
    expect(sectionsOf("<!--\n# a -->\n# b\n")).toEqual(["<!--\n# a -->\n", "# b\n"]);
    expect(sectionsOf("---\na: 1\n---\n# b\n")).toEqual(["# b\n"]);
    expect(sectionsOf("1. a\n   ```\n   # b\n   ```\n# c\n")).toEqual([
      "1. a\n   ```\n   # b\n   ```\n",
      "# c\n",
    ]);
  });
});

describe("a reader", () => {
  const repeated = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));
  const MEGABYTE = 1 << 20;
  /** On the slowest machine a linear reader needs a fraction of it, a quadratic one hours. */
  const SECONDS = 30;

  function expectQuick(text: string): void {
    const spent = effort();
    scan(text, { labels: [] });
    const { facts } = readFile(text, READERS);
    for (const name of Object.keys(Object.getPrototypeOf(facts))) void Reflect.get(facts, name);
    readSections(text, READERS);
    expect(spent()).toBeLessThan(SECONDS * 1000);
  }

  it.each(["[", "*", "`", "<", ">", "- ", "|", "&", "_", "\n", "\r", "\0", "\ud800", "\udc00\ud800"])(
    "takes a megabyte of %j",
    { timeout: LONG },
    (piece) => expectQuick(repeated(piece, MEGABYTE)),
  );

  it.each([
    ["nested block quotes", Array.from({ length: 600 }, (_, i) => `${"> ".repeat(i)}a\n`).join("")],
    ["nested lists", Array.from({ length: 600 }, (_, i) => `${"  ".repeat(i)}- a\n`).join("")],
    ["a deep list and blank lines", `${"- ".repeat(2000)}a\n${"\n".repeat(MEGABYTE)}`],
    ["one line of five megabytes", repeated("some words ", 5 * MEGABYTE)],
    ["100,000 headings", "# heading\n".repeat(100_000)],
    ["brackets within brackets", `[a]: b\n\n${"[".repeat(300_000)}${"]".repeat(300_000)}`],
    ["runs of backticks of all lengths", Array.from({ length: 1200 }, (_, i) => "`".repeat(i + 1)).join(" ")],
    ["nested emphasis", `${"*a **b ".repeat(40_000)}${"b** a* ".repeat(40_000)}`],
    ["nested images in a heading", `# ${"![".repeat(5000)}a${"](b)".repeat(5000)}`],
    ["footnotes and stars", `[^a]: x\n\n${"*a ".repeat(5000)}${"b* ".repeat(5000)}`],
    ["punctuation behind an address", `http://a.b${"!".repeat(MEGABYTE)}x`],
    ["fields on one line", `**a**: ${"**b** | **c**: d ".repeat(40_000)}`],
    ["openings without an end", repeated("<!-- <? <![CDATA[ <a b='", 400_000)],
    ["titles without an end", repeated("[a](b (c ", 400_000)],
    [
      "many labels in many sections",
      Array.from({ length: 20_000 }, (_, i) => `# h\n[l${i}]: u\n[l${i + 1}]\n`).join(""),
    ],
  ])("takes %s", { timeout: LONG }, (_, text) => expectQuick(text));

  it("takes any characters", () => {
    const any = fc.string({ unit: "binary", maxLength: 300 });
    const labels = { labels: [] };
    fc.assert(
      fc.property(any, (text) => {
        expect(difference(scan(text, labels).facts, readTree(text, labels).facts)).toBe("");
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});
