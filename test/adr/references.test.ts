/** Numbers of decisions that mean none, and options that are chosen together. */
import { describe, expect, it } from "vitest";
import { folder, found, messages } from "./found.ts";

const record = (n: number, more = "") =>
  `# ADR-000${n}: Thing ${n}\n\n**Status**: Accepted\n\n## Decision\n\nWe do it because it helps. ${more}\n`;
const THREE = { "0001-a": record(1), "0002-b": record(2), "0003-c": record(3) };
const of = (text: string) =>
  found(folder({ ...THREE, "0004-d": record(4, text) })).map((one) => one.split(" ")[1]);

describe("a number", () => {
  const SPOKEN_OF = [
    'Prose that refers to "ADR 37" is imprecise.',
    "Prose that refers to “ADR 37” is imprecise.",
    "To supersede one (ADR 9, for example), write `adr new -s 9`.",
    "To supersede one, e.g. ADR 9, ask us. Then ADR 9 is closed.",
    "Write `ADR-099` in the title.",
    "Three crates (consolidates the former ADR 0036 and ADR 0037).",
    "The rules of the former ADR-0036, ADR-0037 and ADR-0038 hold.",
    "Known as carts (formerly ADR-0036).",
    "Das war die frühere ADR-0036.",
  ];
  for (const text of SPOKEN_OF) it(`is spoken of: ${text}`, () => expect(of(text)).toEqual([]));
  const MEANT = [
    "As decided in ADR-0099.",
    "Earlier decisions such as ADR-0099 hold.",
    "See ADR-0099, (“why”).",
    "The former shop is described in ADR-0099.",
    "The former ADR 0002 was short. See ADR-0099.",
  ];
  for (const text of MEANT)
    it(`is a reference: ${text}`, () => expect(of(text)).toEqual(["unresolved-reference"]));
});

describe("a link to the glossary", () => {
  const TERM = { "docs/glossary/terms/index.md": "# Index\n\nAn order of rows.\n" };
  const check = (text: string) =>
    found({ ...folder({ ...THREE, "0003-again": record(3), "0004-d": text }), ...TERM }).filter((one) =>
      one.startsWith("0004"),
    );

  it("behind a number is not what the number means", () => {
    const row = (link: string) => `- ADR-0003: ${link} of rows\n`;
    const page = (link: string) => `${record(4)}\n## Related\n\n${row(link)}`;
    const link = "[Index](../glossary/terms/index.md)";
    expect(check(page("Index")).length).toBe(1);
    expect(check(page(link))).toEqual(check(page("Index")));
  });

  it("near the status leads to no successor", () => {
    const page = (word: string) =>
      `# ADR-0004: D\n\n**Status**: Superseded\n\n${word} first.\n\n## Decision\n\nWe do it because it helps.\n`;
    const without = check(page("Index"));
    expect(without.length).toBe(1);
    expect(check(page("[Index](../glossary/terms/index.md)"))).toEqual(without);
  });
});

describe("what is chosen", () => {
  const page = (options: string, chosen: string, more = "") =>
    `# Readers\n\n## Context and Problem Statement\n\nWhich readers of pictures do we support?\n\n## Considered Options\n\n${options}\n\n## Decision Outcome\n\nChosen option: ${chosen}\n${more}`;
  const check = (text: string) => found(folder({ "0001-readers": text }, "docs/decisions"));
  const THREE_OPTIONS = "* Alpha, MIT\n* Beta, MIT\n* Gamma, GPL";
  const SETS = [
    '"All considered options", because they go together.',
    "Both, because they go together.",
    "A combination of the first two, because they go together.",
    "None of them, because all are slow.",
    '"Options 1 and 2", because they go together.',
  ];
  for (const chosen of SETS)
    it(`may be several: ${chosen}`, () => expect(check(page(THREE_OPTIONS, chosen))).toEqual([]));

  it("may be a list of options below", () =>
    expect(
      check(
        page(
          THREE_OPTIONS,
          "A prioritised set of readers based on quality and cost.",
          "\n1. **Alpha** first, because it is small.\n2. **Beta** where Alpha is missing.\n\n## Pros and Cons of the Options\n\n### Alpha\n\n* Good, because small\n* Bad, because slow\n\n### Beta\n\n* Good, because quick\n* Bad, because large\n",
        ),
      ),
    ).toEqual([]));

  it("may be an option that is no item of a list", () =>
    expect(
      check(
        page(
          "[@a]: Alpha 2.1 with a patch\n[@b]: Alpha 2.1\n\n- Beta\n- Gamma",
          '"Alpha 2.1 with a patch", because it is small.',
        ),
      ),
    ).toEqual([]));

  it("is compared with the options, and not with what is said of them", () => {
    const text = page(
      THREE_OPTIONS,
      '"Delta", because it is small.',
      "\n## Pros and Cons of the Options\n\n### Alpha\n\n* Good, because quick\n\n### Beta\n\n* Bad, because slow\n",
    );
    expect(messages(folder({ "0001-readers": text }, "docs/decisions"), "unconsidered-option")).toEqual([
      "“Delta” is not among the 3 considered options: name one of them, or add it",
    ]);
  });
});

describe("a title with a number and no sign behind it", () => {
  const plain = (title: string) =>
    `# ${title}\n\n## Status\n\nAccepted\n\n## Decision\n\nKeep them because they vanish.\n`;
  it("is compared where the others have one, too", () =>
    expect(
      found(
        folder({
          "0001-a": plain("1 Keep logs"),
          "0002-b": plain("1 Keep traces"),
          "0003-c": plain("3. Keep metrics"),
        }),
      ),
    ).toEqual(["0002-b:1 number-mismatch"]));
  it("may be a title that begins with a number", () => {
    expect(found(folder({ "0001-a": plain("1. A"), "0002-b": plain("3 Ways to log") }))).toEqual([]);
    expect(found(folder({ "0001-a": plain("1 Keep logs"), "0005-2-phases": plain("2 Phases") }))).toEqual([]);
  });
});

describe("a section that the others have", () => {
  const tables = (n: number, more: string) =>
    `# ADR-000${n}: T\n\n**Status**: Accepted\n**Date**: 2026-01-0${n}\n\n## Context\n\nIt is slow.\n\n## Decision\n\nWe do it because it is slow.\n\n## Consequences\n\nIt is fast.\n${more}`;
  const options = "\n## Alternatives Considered\n\nNone of them was quick enough for us.\n";
  const files = (more: Record<string, string> = {}) => ({
    ...folder({
      "0001-a": tables(1, options),
      "0002-b": tables(2, options),
      "0003-c": tables(3, options),
      "0004-d": tables(4, ""),
    }),
    ...more,
  });
  it("is that of a tool's style only where the tool is used", () => {
    expect(messages(files(), "missing-section")).toEqual([]);
    const used = files({ ".specweave/docs/a.md": "# A\n" });
    expect(messages(used, "missing-section")).toEqual([
      "No section about alternatives, which the SpecWeave style and the records around this one have: add it, or write “N/A”",
    ]);
  });
  it("may be called otherwise", () => {
    const other = tables(4, options).replace("## Consequences", "## Known issues");
    expect(messages({ ...files(), "docs/adr/0004-d.md": other }, "missing-section")).toEqual([]);
  });
});

describe("braces", () => {
  const accepted = (text: string) =>
    folder({ "0001-a": `# 1. A\n\n## Status\n\nAccepted\n\n## Decision\n\n${text}, because it is there.\n` });
  it("are what a message is made of", () =>
    expect(found(accepted("We write “Table {name} exists”"))).toEqual([]));
  it("are what was left in a sentence", () =>
    expect(found(accepted("We take A and {of this reason}"))).toEqual(["0001-a:9 template-left"]));
  it("that nobody answered are an answer", () =>
    expect(
      found(
        folder({
          "0001-a":
            "# 1. A\n\n## Status\n\nAccepted\n\n## Decision\n\nA, because it is there.\n\n## Consequences\n\n_No response_\n",
        }),
      ),
    ).toEqual([]));
});
