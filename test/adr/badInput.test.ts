/** Decision records that are wrong, many, or made to make a tool hang. */
import { describe, expect, it } from "vitest";
import { adrLogPage } from "../../client/views/adrLog/page.ts";
import { adrLog, graphMermaid } from "../../glossary/adr/features/log.ts";
import { adrLenses } from "../../glossary/adr/features/uses.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { effort, SOON } from "../effort.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";

const ADR_RULES = RULES.filter(({ id }) => id.startsWith("adr/"));

function messages(files: Record<string, string>, path: string): string[] {
  const at = workspace(files);
  return diagnose(ADR_RULES, at.snapshot, pageOf(at, path), rethrow).map(
    ({ rule, message }) => `${rule}: ${message}`,
  );
}

describe("bad input", () => {
  it("names the other record of a number", () => {
    const files = {
      "docs/adr/0001-a.md":
        "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA, because it is there.\n",
      "docs/adr/0001-b.md":
        "# ADR-0001: B\n\n**Status**: Accepted\n\n## Decision\n\nB, because it is there.\n",
    };
    expect(messages(files, "docs/adr/0001-a.md")).toEqual([
      "adr/duplicate-number: 0001 is also the number of 0001-b.md: renumber one of them",
    ]);
  });

  it("survives a circle of supersession", () => {
    const files = {
      "docs/adr/0001-a.md": "# 1. A\n\n## Status\n\nSuperseded by [B](0002-b.md)\n\n## Decision\n\nA.\n",
      "docs/adr/0002-b.md": "# 2. B\n\n## Status\n\nSuperseded by [A](0001-a.md)\n\n## Decision\n\nB.\n",
    };
    expect(messages(files, "docs/adr/0001-a.md")).toEqual([
      "adr/supersession-cycle: This leads back here by way of ADR-0002: B: correct the one that holds",
    ]);
    const at = workspace(files);
    expect(adrLenses(at.snapshot, pageOf(at, "docs/adr/0001-a.md")).map(({ title }) => title)).toEqual([
      "superseded by ADR-0002: B",
      "used in 1 document",
    ]);
    expect(graphMermaid(adrLog(at.snapshot)).split("\n")).toHaveLength(5);
  });

  it("says that a day does not exist", () => {
    const files = {
      "docs/adr/0001-a.md": "# 1. A\n\nDate: 2020-01-45\n\n## Decision\n\nA, because it is there.\n",
    };
    expect(messages(files, "docs/adr/0001-a.md")).toEqual([
      "adr/invalid-date: There is no 2020-01-45: write the day of the decision as year-month-day",
    ]);
  });

  it("reads a status of 2,000 characters at once", () => {
    const long = "superseded by [x](".repeat(120);
    const spent = effort();
    messages(
      { "docs/adr/0001-a.md": `# ADR-1: A\n\n**Status**: ${long}\n\n## Decision\n\nA.\n` },
      "docs/adr/0001-a.md",
    );
    expect(spent()).toBeLessThan(SOON);
  });

  it("cuts a status of 2,000 characters short when it speaks of it", () => {
    const text = `# ADR-1: A\n\n**Status**: ${"Whatever".repeat(250)}\n\n## Decision\n\nA, because it is there.\n`;
    const [message, ...others] = messages({ "docs/adr/0001-a.md": text }, "docs/adr/0001-a.md");
    expect(message).toMatch(/^adr\/unknown-status: “Whatever.{0,120}” is no known status: use one such as/);
    expect(others).toEqual([]);
  });

  it("does not hang on long lines of what its patterns look for", () => {
    const pieces = [
      "because ",
      "to avoid ",
      "ADR-1",
      "**ADR-1**: ",
      "{",
      "[",
      "Status: ",
      "rejected: ",
      "um x ",
      "a | b | ",
      "- ",
      "due ",
    ];
    const spent = effort();
    for (const piece of pieces) {
      const text = `# ADR-0001: A\n\n**Status**: Accepted ${piece.repeat(2_000)}\n\n## Decision\n\n${piece.repeat(3_000)}\n`;
      messages({ "docs/adr/0001-a.md": text }, "docs/adr/0001-a.md");
      messages({ "docs/plan.md": text }, "docs/plan.md");
    }
    expect(spent()).toBeLessThan(SOON);
  });

  it("does not hang on blanks, quotes and letters without end before something else", () => {
    const spent = effort();
    for (const piece of [" ", "\t", '"', "] ", "a"]) {
      const long = `${piece.repeat(30_000)}x`;
      const text = `---\nsuperseded-by: x ${long}\n---\n# 1. A\n\n* Status: Accepted ${long}\n\n[b](0002-b.md) ${long}\n`;
      messages({ "docs/adr/0001-a.md": text }, "docs/adr/0001-a.md");
    }
    expect(spent()).toBeLessThan(SOON);
  });

  it("takes for 5,000 records in a folder about four times as long as for 1,250", () => {
    // Whatever compares each record with each other one takes sixteen times as long, however busy the machine is.
    const ratio = () => manyRecords(5_000) / manyRecords(1_250);
    expect(Math.min(ratio(), ratio(), ratio())).toBeLessThan(9);
  });
});

/** How long it takes to read that many records, each superseding the one before, and to work with them, in ms. */
function manyRecords(count: number): number {
  const name = (i: number) => String(i).padStart(4, "0");
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `docs/adr/${name(i + 1)}-n.md`,
      `# ADR-${name(i + 1)}: N\n\n**Status**: Accepted\n\nSupersedes ADR-${name(i)}.\n\n## Decision\n\nN, because it is there.\n`,
    ]),
  );
  const spent = effort();
  const at = workspace(files, { open: ["docs/adr/0100-n.md"] });
  const page = pageOf(at, "docs/adr/0100-n.md");
  const found = diagnose(ADR_RULES, at.snapshot, page, () => {});
  expect(found.map(({ rule }) => rule)).toEqual(["adr/missing-back-link"]);
  expect(adrLenses(at.snapshot, page).map(({ title }) => title)).toEqual(["used in 1 document"]);
  const log = adrLog(at.snapshot);
  expect(log.edges).toHaveLength(count - 1);
  expect(graphMermaid(log).split("\n")).toHaveLength(2 * count);
  const html = adrLogPage({ ...log, entries: log.entries.map((one) => ({ ...one, uri: one.path })) }, "n");
  expect(html).toContain(`ADR-${name(count)}`);
  return spent();
}
