import { describe, expect, it } from "vitest";
import { readIncrementStatus, readMetadata, workOf } from "../../glossary/increment/model/index.ts";
import { readProjects } from "../../glossary/increment/model/metadata.ts";
import { unmark } from "../fixture.ts";
import { cut, readPage } from "./read.ts";

describe("metadata.json", () => {
  it("gives its fields with their places", () => {
    const text =
      '{\n  "id": "0012-search",\n  "status": "active",\n  "coverageTarget": 90,\n  "planning": { "parallel": false },\n  "epic_id": null\n}\n';
    const { fields, problems } = readMetadata(text);
    expect(fields.map(({ key, value, type }) => [key, value, type])).toEqual([
      ["id", "0012-search", "string"],
      ["status", "active", "string"],
      ["coverageTarget", "90", "number"],
      ["planning", '{ "parallel": false }', "object"],
      ["epic_id", "null", "null"],
    ]);
    expect(fields.map(({ keySpan }) => cut(text, keySpan))[1]).toBe('"status"');
    expect(fields.map(({ span }) => cut(text, span))[1]).toBe('"active"');
    expect(problems).toEqual([]);
  });

  /** The mistake between « and », then the fields read in spite of it. */
  const WRONG: readonly (readonly [marked: string, keys: string])[] = [
    ['{ "id": "a",« }»', "id"],
    ['{ "id": "a" «"status"»: "b" }', "id status"],
    ['{ «// note\n» "id": "a" }', "id"],
  ];
  for (const [marked, keys] of WRONG)
    it(`goes on behind the mistake in ${marked.replaceAll("\n", " ")}`, () => {
      const { text, spans } = unmark(marked);
      const { fields, problems } = readMetadata(text);
      expect(fields.map(({ key }) => key).join(" ")).toBe(keys);
      expect(problems.length).toBeGreaterThan(0);
      const [first] = spans;
      expect(problems[0]?.span.start).toBeGreaterThanOrEqual(first?.start ?? 0);
      expect(problems[0]?.span.start).toBeLessThanOrEqual(first?.end ?? 0);
    });

  for (const text of [
    "",
    "   ",
    "no JSON",
    "[]",
    '"text"',
    "{",
    '{"a":',
    "[".repeat(20_000),
    "{".repeat(20_000),
  ])
    it(`has a problem that is ${JSON.stringify(text.slice(0, 12))}`, () => {
      const { fields, problems } = readMetadata(text);
      expect(fields.filter(({ key }) => key === "status")).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
      for (const { span } of problems) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    });

  it("is the page of an increment, and says its status", () => {
    const text = '{"id": "0012-search", "status": "ready_for_review", "feature_id": "FS-012"}';
    const page = readPage("metadata.json", text);
    expect([page.status?.name, cut(text, page.status?.span)]).toEqual([
      "ready_for_review",
      "ready_for_review",
    ]);
    expect(page.mentions.map(({ key }) => key)).toEqual(["FS-12"]);
  });
});

describe("the configuration of SpecWeave", () => {
  it("names its projects, in the old way and in the new one", () => {
    expect(readProjects('{"multiProject": {"projects": {"web": {}, "api": {}}}}')).toEqual(["web", "api"]);
    expect(readProjects('{"workspace": {"repos": [{"id": "app"}, {"path": "x"}, 1]}}')).toEqual(["app"]);
  });

  for (const text of [
    "",
    "{}",
    "[1]",
    '{"multiProject": 1, "workspace": []}',
    '{"workspace": {"repos": {}}}',
  ])
    it(`names none in ${JSON.stringify(text)}`, () => {
      expect(readProjects(text)).toEqual([]);
    });
});

describe("a status", () => {
  const WORDS: readonly (readonly [word: string, name: string | undefined, known: boolean])[] = [
    ["planning", "planning", true],
    ["planned", "planning", true],
    ["active", "active", true],
    ["backlog", "backlog", true],
    ["paused", "paused", true],
    ["ready_for_review", "ready_for_review", true],
    ["completed", "completed", true],
    ["abandoned", "abandoned", true],
    ["Completed", "completed", false],
    ["in-progress", "active", false],
    ["In Progress", "active", false],
    ["ready for review", "ready_for_review", false],
    ["done", "completed", false],
    ["closed", "completed", false],
    ["superseded", "abandoned", false],
    ["nearly", undefined, false],
    ["constructor", undefined, false],
  ];
  for (const [word, name, known] of WORDS)
    it(`${word} is ${name}${known ? "" : ", but no word of SpecWeave"}`, () => {
      const status = readIncrementStatus(word, { start: 0, end: word.length }, "matter");
      expect([status.name, status.known]).toEqual([name, known]);
    });

  const PAGES: readonly (readonly [text: string, status: string])[] = [
    ["---\nstatus: active\n---\n# A\n", "active active matter"],
    ['---\nstatus: "done"\n---\n# A\n', "done completed matter"],
    ["# A\n\n**Status**: In Progress\n\n## B\n", "In Progress active line"],
    ["# A\n\n**Status**: ✅ Completed (2026)\n", "Completed completed line"],
    ["---\nstatus: planned\n---\n# A\n\n**Status**: done\n", "planned planning matter"],
  ];
  for (const [text, expected] of PAGES)
    it(`is read from ${JSON.stringify(text)}`, () => {
      const { status } = readPage("spec.md", text);
      expect([status?.text, status?.name, status?.from].join(" ")).toBe(expected);
      expect(cut(text, status?.span)).toBe(status?.text);
    });

  it("is not that of a section", () => {
    expect(readPage("spec.md", "# A\n\n## B\n\n**Status**: done\n").status).toBeUndefined();
  });
});

describe("a word for work", () => {
  for (const [word, work] of [
    ["completed", "done"],
    ["Done ✅", "done"],
    ["not started", "open"],
    ["partially done", "open"],
    ["deferred", "deferred"],
    ["cancelled", "dropped"],
    ["someone", undefined],
    ["", undefined],
  ] as const)
    it(`${JSON.stringify(word)} says ${work}`, () => {
      expect(workOf(word)).toBe(work);
    });
});
