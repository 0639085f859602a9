import { describe, expect, it } from "vitest";
import { figuresOf, wilson } from "../../scripts/precision/figures.ts";
import {
  type Finding,
  findingOf,
  type Judged,
  judgedOf,
  type Verdict,
} from "../../scripts/precision/finding.ts";
import { match } from "../../scripts/precision/match.ts";
import { expectedOf, isFound, recall } from "../../scripts/precision/missed.ts";
import { causes, changes, precisionTable } from "../../scripts/precision/report.ts";
import { sample } from "../../scripts/precision/sample.ts";
import { judgementFile } from "../../scripts/precision/update.ts";

const SOME: Finding = {
  repository: "shop/specs",
  rule: "link/broken-relative",
  severity: "warning",
  path: "docs/orders.md",
  line: 7,
  message: "No such file: “carts.md”",
  text: "See [carts](carts.md).",
  context: "",
};

function finding(changed: Partial<Finding> = {}): Finding {
  return { ...SOME, ...changed };
}

function judged(verdict: Verdict, changed: Partial<Judged> = {}): Judged {
  return { ...SOME, note: "", ...changed, verdict };
}

describe("a finding", () => {
  const reported = { ...SOME, range: { start: { line: 1 } } };

  it("has its line and the lines around it", () => {
    const lines = ["# Orders", "  See [carts](carts.md).", "", "End"];
    const found = findingOf("shop/specs", reported, lines, { before: 2, after: 1 });
    expect(found).toMatchObject({ line: 2, text: "See [carts](carts.md)." });
    expect(found.context).toBe("# Orders\n  See [carts](carts.md).\n");
  });

  it("has an empty line where the file is shorter than reported", () => {
    expect(findingOf("shop/specs", reported, [], { before: 2, after: 2 })).toMatchObject({
      text: "",
      context: "",
    });
  });
});

describe("a judgement", () => {
  it("is read in any case, with a reason for a note", () => {
    expect(judgedOf({ ...row(), verdict: " Right ", reason: "no such file" })).toMatchObject({
      verdict: "right",
      note: "no such file",
    });
  });

  it("is none where the verdict is none", () => {
    expect(() => judgedOf({ ...row(), verdict: "rigth" })).toThrow(
      "“rigth” is no verdict: shop/specs docs/orders.md:7",
    );
  });

  function row() {
    return { ...SOME, line: "7" };
  }
});

describe("judgements", () => {
  it("are found again on another line", () => {
    const { matched, gone, fresh } = match([finding({ line: 30 })], [judged("right")]);
    expect(matched).toMatchObject([{ finding: { line: 30 }, judged: { verdict: "right" }, reworded: false }]);
    expect([gone, fresh]).toEqual([[], []]);
  });

  it("go to the nearest of equal ones, each to one", () => {
    const found = [finding({ line: 3 }), finding({ line: 90 })];
    const { matched } = match(found, [judged("wrong", { line: 80 }), judged("right", { line: 4 })]);
    expect(matched.map((one) => [one.finding.line, one.judged.verdict])).toEqual([
      [90, "wrong"],
      [3, "right"],
    ]);
  });

  it("are kept where the same line is reported in other words", () => {
    const { matched } = match([finding({ message: "carts.md is missing" })], [judged("right")]);
    expect(matched).toMatchObject([{ reworded: true }]);
  });

  it("without a text are found by the number of the line", () => {
    const label = judged("arguable", { message: "", text: "" });
    expect(match([finding()], [label]).matched).toMatchObject([{ reworded: false }]);
    expect(match([finding({ line: 8 })], [label])).toMatchObject({ matched: [], gone: [label] });
  });

  it("are gone where nothing is reported, and new where nothing was", () => {
    const other = finding({ text: "See [users](users.md).", line: 50 });
    expect(match([other], [judged("right")])).toMatchObject({
      matched: [],
      gone: [{ line: 7 }],
      fresh: [other],
    });
  });
});

describe("Wilson's interval", () => {
  it.each([
    [0, 0, 0, 1],
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
    [65, 97, 0.572, 0.755],
  ])("of %i of %i", (part, all, low, high) => {
    const [from, to] = wilson(part, all);
    expect(from).toBeCloseTo(low, 2);
    expect(to).toBeCloseTo(high, 2);
  });
});

it("what is not judged does not count", () => {
  expect(figuresOf(5, ["right", "-", "", "wrong", "right"])).toEqual({
    found: 5,
    right: 2,
    arguable: 0,
    wrong: 1,
  });
});

describe("a sample", () => {
  const items = [..."aaaaaaaab"].map((group, i) => ({ group, i }));

  it("takes one of each group in turn, the same ones each time", () => {
    const chosen = [...sample(items, 4, ({ group }) => group)];
    expect(chosen.filter(({ group }) => group === "b")).toHaveLength(1);
    expect(chosen).toHaveLength(4);
    expect([...sample(items, 4, ({ group }) => group)]).toEqual(chosen);
  });

  it("is all there is where that is less", () => {
    expect(sample(items, 100, ({ group }) => group).size).toBe(9);
  });
});

describe("the file of judgements", () => {
  it("keeps what was judged at its new place, what is gone, and asks for new ones up to the number", () => {
    const found = [finding({ line: 9 }), finding({ text: "x", line: 20 }), finding({ text: "y", line: 30 })];
    const earlier = [judged("right", { note: "seen" }), judged("wrong", { text: "z", line: 40 })];
    const rows = judgementFile(match(found, earlier), 2);
    expect(rows.map(({ line, verdict }) => [line, verdict])).toEqual([
      [9, "right"],
      expect.arrayContaining([20]),
      expect.arrayContaining([30]),
      [40, "wrong"],
    ]);
    expect(rows.map(({ verdict }) => verdict).sort()).toEqual(["", "-", "right", "wrong"]);
  });
});

describe("the report", () => {
  const hint = finding({ text: "b", severity: "hint" });
  const matching = match(
    [finding(), hint, finding({ text: "c" })],
    [
      judged("right"),
      judged("right", { text: "b" }),
      judged("wrong", { text: "d", note: "a template", line: 12 }),
    ],
  );

  it("has a row for each rule, for the warnings and for all", () => {
    const lines = precisionTable(matching).split("\n").slice(2);
    expect(lines).toEqual([
      "| link/broken-relative | 3 | 2 | 2 | 0 | 0 | 100 % (34–100) | 0 % (0–66) |  |",
      "| all warnings | 2 | 1 | 1 | 0 | 0 | 100 % (21–100) | 0 % (0–79) |  |",
      "| all | 3 | 2 | 2 | 0 | 0 | 100 % (34–100) | 0 % (0–66) |  |",
    ]);
  });

  it("marks a rule that is too often not right, but no hint", () => {
    const wrong = [judged("wrong")];
    expect(precisionTable(match([finding()], wrong))).toContain("| below 90 % |");
    expect(precisionTable(match([finding({ severity: "hint" })], wrong))).not.toContain("below");
  });

  it("says what has changed", () => {
    const text = changes(matching);
    expect(text).toContain("Right, and gone: 0");
    expect(text).toContain("Wrong, and gone: 1\n  shop/specs docs/orders.md:12 warning link/broken-relative");
    expect(text).toContain("Right, and said more quietly: 1");
    expect(text).toContain("New, to be judged: 1");
  });

  it("groups what is wrong by its cause", () => {
    const notes = ["a view", "a view", "a template"].map((note, i) =>
      judged("wrong", { note, text: `${i}` }),
    );
    const found = notes.map(({ text }) => finding({ text }));
    expect(causes(match(found, notes).matched).split("\n")[0]).toBe("2 link/broken-relative: a view");
  });
});

describe("a place where something should be found", () => {
  const place = expectedOf({ ...SOME, kind: "sql", rule: "query/unindexed", line: "5", last: "8" });

  it("is found by a finding of its rule between its lines", () => {
    expect(isFound(place, [finding({ rule: "query/unindexed", line: 8 })])).toBe(true);
    expect(isFound(place, [finding({ rule: "query/unindexed", line: 9 })])).toBe(false);
    expect(isFound(place, [finding()])).toBe(false);
  });

  it("is the whole page for a record", () => {
    const record = expectedOf({ ...SOME, kind: "rationale", rule: "adr/missing-rationale", line: "1" });
    expect(isFound(record, [finding({ rule: "adr/missing-rationale", line: 30 })])).toBe(true);
  });

  it("is counted by its kind", () => {
    expect(recall([place], []).split("\n")).toEqual([
      "| Places | expected | found | share, 95 % |",
      "|---|---|---|---|",
      "| sql | 1 | 0 | 0 % (0–79) |",
      "| all | 1 | 0 | 0 % (0–79) |",
      "",
      "Missed: 1",
      "  shop/specs docs/orders.md:5 query/unindexed ()",
    ]);
  });
});
