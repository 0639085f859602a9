/** Which pages are records: by their folder, their neighbours, their sections, and what tools say. */
import { describe, expect, it } from "vitest";
import { folder, found, logged } from "./found.ts";

const record = (title: string, more = "") =>
  `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nThe shop needs it.\n\n## Decision\n\nWe do it because the shop needs it.${more}\n`;
const three = (title: (n: number) => string, more = "") =>
  Object.fromEntries([1, 2, 3].map((n) => [`00${n}-thing`, record(title(n), more)]));
const UPDATE =
  "## Context\n\nBuilding on what is there this tells what changes.\n\n### Changes\n\nThe loader moves.\n";

describe("a page among records", () => {
  it("is one by its number and title, though it has only a context", () => {
    const files = folder(
      {
        "adr-001-a": record("ADR 001: A", " See ADR 008."),
        "adr-002-b": record("ADR 002: B", " See ADR 008."),
        "adr-003-c": record("ADR 003: C", " See ADR 009."),
        "adr-008-update": `# ADR 008: Update\n\n## Changelog\n\n- Written\n\n${UPDATE}`,
      },
      "docs/shop-architecture",
    );
    expect(found(files)).toEqual(["adr-003-c:13 unresolved-reference", "adr-008-update:1 missing-status"]);
    expect(logged(files)).toContain("008 –");
  });

  it("is one by the numbers of its neighbours, in a folder of any name", () => {
    const files = folder({ ...three((n) => `Thing ${n}`), "008-update": `# Update\n\n${UPDATE}` }, "backend");
    expect(logged(files)).toEqual([
      "001 Accepted accepted",
      "002 Accepted accepted",
      "003 Accepted accepted",
      "008 –",
    ]);
  });

  it("is none where its name has another form, or too few are there", () => {
    const other = folder({ ...three((n) => `Thing ${n}`), "01-update": `# Update\n\n${UPDATE}` }, "backend");
    expect(logged(other)).toHaveLength(3);
    const chapters = folder(
      { "001-a": `# A\n\n${UPDATE}`, "002-b": `# B\n\n${UPDATE}`, "003-c": `# C\n\n${UPDATE}` },
      "course",
    );
    expect(logged(chapters)).toEqual([]);
  });

  it("is a number that is there, though nothing shows that it is a record", () => {
    const files = folder({
      "0001-a": record("1. A", " See ADR-0004."),
      "0002-b": record("2. B"),
      "0003-c": record("3. C"),
      "0004-notes": "- a\n- b\n",
    });
    expect(found(files)).toEqual([]);
  });
});

describe("a numbered page of any folder", () => {
  it("is one by its sections", () =>
    expect(logged(folder({ "013-logging": record("Logging") }, "backend"))).toEqual([
      "013 Accepted accepted",
    ]));

  const OTHERS: Readonly<Record<string, string>> = {
    "a request for comments":
      "# Groups\n\n## Summary\n\nS.\n\n## Background\n\nB.\n\n## Proposed Solution\n\nP.\n\n## Drawbacks\n\nD.\n",
    "a post": "# Flames\n\n## The problem\n\nP.\n\n## The solution\n\nS.\n\n## The impact\n\nI.\n",
    "a page of several decisions":
      "# All\n\n## Context\n\nC.\n\n## Decision\n\nA.\n\n## Decision\n\nB.\n\n## Consequences\n\nD.\n",
  };
  for (const [name, text] of Object.entries(OTHERS))
    it(`is none: ${name}`, () => expect(logged(folder({ "0013-page": text }, "text"))).toEqual([]));
});

describe("the name of a page", () => {
  const FILLED =
    '## Status\n\nAccepted\n\n## Context and Problem Statement\n\nMails are made of templates such as `Hello {name}`, with {greeting} and {name} in it.\n\n## Considered Options\n\n* Liquid\n* Mustache, which writes [name] and {{name}}\n\n## Decision Outcome\n\nChosen option: "Liquid", because people of the shop can write it.\n';

  it("may say “template” where that is decided", () => {
    const files = folder(
      { "0002-use-liquid-as-template-engine": `# Use Liquid as template engine\n\n${FILLED}` },
      "docs/decisions",
    );
    expect(logged(files)).toEqual(["0002 Accepted accepted"]);
    expect(found(files)).toEqual([]);
    expect(logged(folder({ "20210101-skeleton-of-the-shop": `# Skeleton\n\n${FILLED}` }))).toHaveLength(1);
  });

  for (const name of ["0000-modele-adr", "0000-template", "adr-template", "0000-adr-modèle"])
    it(`is that of a template: ${name}`, () =>
      expect(
        logged(folder({ [name]: "# {titre}\n\n## Contexte\n\n{contexte}\n\n## Décision\n\n{décision}\n" })),
      ).toEqual([]));

  it("is that of a template under the first number, as long as nobody filled it in", () => {
    const text =
      "# {short title}\n\n## Status\n\naccepted\n\n## Context\n\n{context}\n\n## Considered Options\n\n* {title of option 1}\n* {title of option 2}\n\n## Decision Outcome\n\n{decision}\n";
    expect(logged(folder({ "0001-template": text }))).toEqual([]);
    expect(found(folder({ "0001-template": text }))).toEqual([]);
  });

  it("is found under a number, where the template was copied", () => {
    const files = folder({
      "adr-001-a": record("ADR 001: A"),
      "adr-002-baskets":
        '# ADR 002: Baskets\n\n## Context\n\n> This section tells all that a reader has to know, and why it is a problem.\n\n## Decision\n\n> This section tells all details.\n\n## Status\n\n> A decision can be "proposed" when nobody has agreed to it, or "accepted" once they have.\n\n{Deprecated|Proposed|Accepted|Declined}\n\n## Consequences\n\n> This section tells what follows.\n',
    });
    expect(found(files)).toContain("adr-002-baskets:15 template-left");
    expect(logged(files)).toEqual(["001 Accepted accepted", "002 –"]);
  });
});

it("is a record with tables of measurements, which list no pages", () => {
  const table = `| Time | Size |\n|---|---|\n${"| 12 ms | 3 MB |\n".repeat(8)}`;
  expect(
    logged(folder({ "0008-sizes": record("8. Sizes", `\n\n${table}\n${table}\n${table}`) })),
  ).toHaveLength(1);
});

describe("a sign-post", () => {
  const FIRST = { "0001-a": record("1. A"), "0002-b": record("2. B") };
  const POSTS: Readonly<Record<string, string>> = {
    "to another record":
      "# PENDING: choices\n\n**Status:** RESOLVED\n**See:** [ADR 1](0001-a.md)\n\n*Kept for its history only. All choices have moved to ADR 1.*\n",
    "to a private place":
      "# 3. Scanning\n\nDate: 2024-01-05\n\n**Link to this record: https://docs.example/d/1abc**\n\n(Records about security are kept in private. This is only a sign-post.)\n",
    "in a line": "# 3. Queue\n\n**Status:** Resolved\n\nMoved to [ADR 1](0001-a.md).\n",
    "in German": "# 3. Queue\n\nVerschoben nach [ADR 1](0001-a.md).\n",
  };
  for (const [name, text] of Object.entries(POSTS))
    it(`decides nothing: ${name}`, () => {
      const files = folder({ ...FIRST, "0003-c": text });
      expect(found(files)).toEqual([]);
      expect(logged(files)).toHaveLength(2);
    });

  it("is none where something is decided", () => {
    const text =
      "# 3. Queue\n\n## Status\n\nAccepted\n\n## Decision\n\nOrders are moved to a queue, see https://example.com.\n";
    expect(found(folder({ ...FIRST, "0003-c": text }))).toEqual(["0003-c:1 missing-rationale"]);
  });

  it("keeps its number", () => {
    const files = folder({
      ...FIRST,
      "0003-c": POSTS["in a line"] as string,
      "0004-d": record("4. D", " See ADR-0003."),
    });
    expect(found(files)).toEqual([]);
  });
});

describe("a folder that a tool names", () => {
  const SHORT = { "0001-a": record("1. A"), "0002-short": "# 2. Short note\n\nWe take y because z.\n" };
  const TOOLS: readonly (readonly [file: string, text: string])[] = [
    [".adr-dir", "handbook/choices\n"],
    [".adr.json", '{"language":"en","path":"handbook/choices/","prefix":"","digits":4}\n'],
    [".log4brains.yml", "project:\n  name: Shop\n  adrFolder: ./handbook/choices\n"],
  ];
  for (const [file, text] of TOOLS)
    it(`holds records: ${file}`, () =>
      expect(logged({ ...folder(SHORT, "handbook/choices"), [file]: text })).toHaveLength(2));

  it("is none outside of the workspace folder", () =>
    expect(
      logged({ ...folder(SHORT, "handbook/choices"), ".adr-dir": "../handbook/choices\n" }),
    ).toHaveLength(1));
});

it("is docs/arch for pages with long numbers", () => {
  const bare = "# Carts in Redis\n\nCarts are kept in Redis, because every request reads them.\n";
  expect(logged(folder({ "0007-carts": bare }, "docs/arch"))).toHaveLength(1);
  expect(logged(folder({ "03-context": `# Context\n\n${UPDATE}` }, "docs/arch"))).toEqual([]);
});

describe("the decision that a page names in its front matter", () => {
  const spec = (adr: string) =>
    `---\nspec: SPEC-080\nadr: ${adr}\n---\n\n## Purpose\n\nBuilds are the same everywhere.\n`;
  it("is another one than the numbered page", () => {
    const pages = { "docs/specs/080-builds.md": spec("ADR-0010") };
    expect(logged(pages)).toEqual([]);
    expect(found(pages)).toEqual([]);
  });
  it("is its own where the numbers are the same", () =>
    expect(logged({ "docs/specs/080-builds.md": spec("ADR-0080") })).toHaveLength(1));
  it("is wrong in a folder of records", () =>
    expect(found(folder({ "0080-builds": spec("ADR-0010") })).join()).toContain("number-mismatch"));
});

it("a draft of which nothing is written but the status is an unwritten one", () => {
  const template =
    '# Carts\n\n- Status: draft\n- Date: [YYYY-MM-DD]\n\nTechnical Story: [description]\n\n## Context and Problem Statement\n\n[Describe the problem]\n\n## Decision Drivers\n\n- [driver 1]\n- [driver 2]\n\n## Considered Options\n\n- [option 1]\n- [option 2]\n\n## Decision Outcome\n\nChosen option: "[option 1]", because [justification].\n\n## Pros and Cons of the Options\n\n### [option 1]\n\n- Good, because [argument a]\n- Bad, because [argument b]\n';
  expect(found(folder({ "20240102-carts": template }))).toEqual(["20240102-carts:1 missing-rationale"]);
  const begun = template.replace("[Describe the problem]", "Carts are lost where a server starts anew.");
  expect(found(folder({ "20240102-carts": begun }))).toEqual([]);
});
