import { describe, expect, it } from "vitest";
import { acronymsIn, readAcronyms } from "../../glossary/terms/index/acronyms.ts";
import { isCommonCapitals } from "../../glossary/terms/model/commonCapitals.ts";
import { expansionBefore, isSpelledOut, phrasesFor } from "../../glossary/terms/model/expansion.ts";
import { mark, PAGE, pageOf, workspace } from "../fixture.ts";

const RULE = "glossary/undefined-acronym";

function page(text: string) {
  return pageOf(workspace({ [PAGE]: text }));
}

describe("acronyms", () => {
  it("are words by themselves in running text and tables, each at its first place", () => {
    const marked =
      "# PRD\n\nA «PRD», PRDs, «OWASP’s» list, (the «ROI»), **«KPI»**.\n\n| «ETL» |\n|---|\n| «W3X» |\n\n" +
      "`DAG` [x](CFR) US-001 ADR_DIR SLA/SLO DON’T X a.b.LLD DNS.md PRD NICE TO HAVE, «PCI» «DSS»\n";
    const text = marked.replaceAll(/[«»]/g, "");
    const { facts } = page(text);
    expect(mark(text, [...acronymsIn(text, facts).values()])).toBe(marked.replace("«OWASP’s»", "OWASP’s"));
  });

  for (const [name, text] of [
    ["DR", "Disaster Recovery (DR)."],
    ["DR", "**disaster recovery** (DR, see below)"],
    ["DR", "DR (Disaster Recovery)"],
    ["DR", "**DR**: disaster recovery"],
    ["DR", "DR = disaster recovery"],
    ["DR", "DR stands for “disaster recovery”."],
    ["DR", "| DR | Disaster recovery |\n|---|---|\n"],
    ["DR", "<!-- DR: disaster recovery -->"],
    ["DR", "```\n# DR - disaster recovery\n```"],
    ["HTML", "HyperText Markup Language (HTML)"],
    ["JSON", "JSON (JavaScript Object Notation)"],
    ["TOC", "table of contents (TOC)"],
    ["SFTP", "SFTP (secure file transfer protocol)"],
  ] as const) {
    it(`expands ${name} in: ${text.split("\n")[0]}`, () => {
      expect(readAcronyms(text, page(text).facts)).toContainEqual(
        expect.objectContaining({ name, expanded: true }),
      );
    });
  }

  for (const text of ["The plan (DR).", "DR: a plan", "DR (see below)", "The directory (DR-12)", "DR"]) {
    it(`expands nothing in: ${text}`, () => {
      expect(readAcronyms(text, page(text).facts).filter(({ expanded }) => expanded)).toEqual([]);
    });
  }

  it("are ordinary words where a document has them in small letters, too", () => {
    const text = "AGAIN and again. PRD in `prd` and prd-1. DR.\n";
    const ordinary = readAcronyms(text, page(text).facts).filter((one) => one.ordinary);
    expect(ordinary.map(({ name }) => name)).toEqual(["AGAIN"]);
  });

  it("are expanded as far as the brackets say", () => {
    expect(expansionBefore("RTO", "we know the Recovery Time Objective ")).toBe("Recovery Time Objective");
    expect(expansionBefore("DR", "no letters")).toBe("");
    expect(expansionBefore("SLA", "the SLA")).toBe("");
    expect(isSpelledOut("TOC", "Table of Contents, and more")).toBe(true);
    expect(isSpelledOut("TOC", "Table of things")).toBe(false);
    expect(phrasesFor(new Set(["CISO", "TL"]), "The Chief Information Security Officer; TechLead")).toEqual(
      new Map([["CISO", "Chief Information Security Officer"]]),
    );
  });

  it("that everybody knows, and other capitals, are left alone", () => {
    const common = "MUST TODO GET SELECT ENOENT README MIT KB UTC USD YYYY AC HTML AWS IV P1 SEV2 Q3 ES2020";
    expect(common.split(" ").filter((word) => !isCommonCapitals(word))).toEqual([]);
    expect("PRD DR SLO OWASP E2E CIVIC".split(" ").filter(isCommonCapitals)).toEqual([]);
  });
});

describe("counting acronyms", () => {
  const files = { "a.md": "The PRD.\n", "glossary/terms/x.md": "# X\n\nY.\n" };
  const acronyms = (one: ReturnType<typeof workspace>) =>
    [...one.host.snapshot().pages.values()].flatMap((page) =>
      page.exports.terms.acronyms.map(({ name }) => name),
    );

  it("is done only for the rule that needs them", () => {
    expect(acronyms(workspace(files))).toEqual([]);
    expect(acronyms(workspace(files, { settings: { rules: { [RULE]: "hint" } } }))).toEqual(["PRD"]);
    expect(acronyms(workspace(files, { settings: { rules: { [RULE]: "off" } } }))).toEqual([]);
    const overrides = [{ files: ["docs/**"], rules: { [RULE]: "hint" as const } }];
    expect(acronyms(workspace(files, { settings: { overrides } }))).toEqual(["PRD"]);
  });

  it("begins with pages that are open, and asks for the texts of the others", () => {
    const one = workspace(files);
    one.host.apply({ close: ["glossary/terms/x.md"] });
    one.host.apply({ settings: { rules: { [RULE]: "hint" } } });
    expect(acronyms(one)).toEqual(["PRD"]);
    expect([...one.host.stale]).toEqual(["glossary/terms/x.md"]);
  });
});
