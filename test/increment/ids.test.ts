import { describe, expect, it } from "vitest";
import { idOf, idsIn, storyOfCriterion } from "../../glossary/increment/model/index.ts";

/** In increment 18. */
const IDS: readonly (readonly [text: string, kind: string, key: string])[] = [
  ["US-001", "story", "US-1"],
  ["US1", "story", "US-1"],
  ["US-1000", "story", "US-1000"],
  ["US-018-001", "story", "US-1"],
  ["US-016-001", "story", "US-16-1"],
  ["US-001E", "story", "US-1E"],
  ["US-009A", "story", "US-9A"],
  ["US-A001", "story", "US-A1"],
  ["US-SPE-001", "story", "US-SPE-1"],
  ["AC-US1-01", "criterion", "AC-US1-1"],
  ["AC-US001-01", "criterion", "AC-US1-1"],
  ["AC-US06-01", "criterion", "AC-US6-1"],
  ["AC-US9A-01", "criterion", "AC-US9A-1"],
  ["AC-USA001-01", "criterion", "AC-USA1-1"],
  ["AC-US3-A1", "criterion", "AC-US3-A1"],
  ["AC-US3-01-03", "criterion", "AC-US3-1-3"],
  ["AC-NFR1-01", "criterion", "AC-NFR1-1"],
  ["AC-TD-01", "criterion", "AC-TD-1"],
  ["AC-0120-01", "criterion", "AC-120-1"],
  ["AC-001", "criterion", "AC-1"],
  ["AC1", "criterion", "AC-1"],
  ["T-001", "task", "T-1"],
  ["T-01", "task", "T-1"],
  ["T001", "task", "T-1"],
  ["T1", "task", "T-1"],
  ["T-008b", "task", "T-8B"],
  ["T-034A", "task", "T-34A"],
  ["T-024-A", "task", "T-24-A"],
  ["T071-A", "task", "T-71-A"],
  ["T-001-DISCIPLINE", "task", "T-1-DISCIPLINE"],
  ["T2.1", "task", "T-2.1"],
  ["FS-047", "feature", "FS-47"],
  ["FS-25-11-18", "feature", "FS-25-11-18"],
  ["FS-042G", "feature", "FS-42G"],
  ["FR-001", "requirement", "FR-1"],
  ["NFR-1", "requirement", "NFR-1"],
  ["TC-042a", "test", "TC-42A"],
  ["SC-001", "other", "SC-1"],
  ["R-001", "other", "R-1"],
  ["D-001", "other", "D-1"],
  ["OQ-1", "other", "OQ-1"],
];

describe("an id", () => {
  for (const [text, kind, key] of IDS)
    it(`${text} is the ${kind} ${key}`, () => {
      expect(idOf(text, 18)).toEqual({ kind, key, text });
    });

  for (const text of ["", "US", "AC-ID", "T", "T-", "UTF-8", "ADR-0043", "AC-US1-01 ", "us-001", "X-001"])
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(idOf(text, 18)).toBeUndefined();
    });

  it("of a criterion names its story", () => {
    expect(["AC-US1-1", "AC-US9A-1", "AC-NFR1-1", "AC-1"].map(storyOfCriterion)).toEqual([
      "US-1",
      "US-9A",
      undefined,
      undefined,
    ]);
  });
});

const TEXTS: readonly (readonly [text: string, found: readonly string[]])[] = [
  ["See US-001, AC-US1-01 and T-003.", ["US-001", "AC-US1-01", "T-003"]],
  ["US-001/US-002 and T-001..T-005", ["US-001", "US-002", "T-001", "T-005"]],
  ["(T-001)[T-002] **T-003**: `T-004`", ["T-001", "T-002", "T-003", "T-004"]],
  ["trust tier T1, size T2", []],
  ["T001 [P] [US1]", ["T001", "US1"]],
  ["path/T-001.md #T-001 x_T-001 CAT-001 LIST-001", []],
  ["T-001-some-slug AC-US1-01-related", []],
  ["US-0011111", []],
  ["UTF-8, SHA-256, ISO-8601, RFC-7231, PR-12", []],
  ["AC-US1-01—a dash", ["AC-US1-01"]],
];

describe("ids in a text", () => {
  for (const [text, found] of TEXTS)
    it(JSON.stringify(text), () => {
      const ids = idsIn(text, { start: 0, end: text.length }, 18);
      expect(ids.map(({ text }) => text)).toEqual(found);
      expect(ids.map(({ span }) => text.slice(span.start, span.end))).toEqual(found);
    });

  it("are found within a piece alone, and `T1` where tasks are named", () => {
    const text = "US-001 T1, T2 US-002";
    expect(idsIn(text, { start: 7, end: 13 }, 18, true)).toEqual([
      { kind: "task", key: "T-1", text: "T1", span: { start: 7, end: 9 } },
      { kind: "task", key: "T-2", text: "T2", span: { start: 11, end: 13 } },
    ]);
  });
});
