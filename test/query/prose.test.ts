/** Sentences about queries in a specification. `«…»` stands around what is reported. */
import { describe, expect, it } from "vitest";
import { report } from "./report.ts";

const SPEC = "specs/001-carts/spec.md";

function inSpec(text: string, path = SPEC, others = "") {
  return report("query/unindexed-prose", `-- ${path} --\n# Carts\n\n${text}\n${others}`, path);
}

describe("a sentence", () => {
  const SAID: readonly (readonly [severity: string, text: string])[] = [
    ["information", "There is no index on `«owner_id»` of the carts table."],
    ["information", "The search does a full table scan, as «ownerName» of the table is not indexed."],
    ["information", "Looking up carts by «owner_id» reads the database with a sequential scan."],
    ["information", "The SQL uses ILIKE '%name%' on `«title»`."],
    ["information", "- No index on `carts.«owner_id»`: each page load reads all of it"],
    ["information", "`carts` has no index on `«state»`, which would help the list."],
    ["information", "There is **no index on `carts(«owner_id»)`** today."],
    ["information", "Missing index on carts.«owner_id»."],
    ["hint", "The list queries the `carts` table by `«owner_id»`."],
    ["hint", "Rows are filtered by «owner_id» and sorted."],
    ["hint", "- The job looks up rows in the database by `carts.«expires_at»` each night"],
    ["hint", "Orders are grouped by «ownerId» in SQL."],
  ];
  for (const [severity, text] of SAID) {
    it(text, () => {
      const { text: marked, found, expected } = inSpec(text);
      expect(marked).toBe(expected);
      expect(found.map((one) => one.severity)).toEqual([severity]);
    });
  }

  const HARMLESS = [
    "Without it, each login would do a full table scan on `email` of the users table.",
    "This avoids a full table scan by `owner_id`.",
    "No full table scan is needed for `owner_id`.",
    "No new index on `owner_id` of the table is needed.",
    "`carts` had no index on `owner_id` until the last release.",
    "No index on `state`: the scan is acceptable.",
    "There is no index on page three of the book.",
    "A sequential scan of the table by `state` is acceptable: it has ten rows.",
    "Filter the list by `owner_id` in the UI; the table view keeps the order.",
    "The API filters by `owner_id` and returns rows of the table as JSON.",
    "Rows of the cache are looked up by `owner_id`.",
    "The database is queried by owner.",
    "Enable query logging to find slow queries of the database.",
    "Add an index on `owner_id`, as rows are looked up by `owner_id` in the database.",
    "Increment N+1 sorts the backlog by `priority`.",
    "The table is queried by `id`.",
    "The `carts` table is queried by `owner_id`. <!-- unindexed-ok: ten rows -->",
  ];
  for (const text of HARMLESS) {
    it(`without effect: ${text}`, () => {
      expect(inSpec(text).text).not.toContain("«");
    });
  }

  const ANYWHERE: readonly (readonly [reported: boolean, text: string])[] = [
    [true, "1. PostgreSQL: select new rows (WHERE changed_at > last run)"],
    [true, "The job selects rows of the database WHERE `ownerId` = ours."],
    [false, "1. PostgreSQL: select new rows (where changed_at > last run)"],
    [false, "Select new events (WHERE changed_at > last run)"],
    [false, "The database has rows WHERE changed_at is explained."],
    [false, "The list queries the `carts` table by `owner_id`."],
    [false, "PostgreSQL: select new rows (WHERE changed_at > last run), by the index on `changed_at`"],
  ];
  for (const [reported, text] of ANYWHERE) {
    it(`in a document that is no specification: ${text}`, () => {
      expect(inSpec(text, "docs/sync.md").found).toHaveLength(reported ? 1 : 0);
    });
  }

  const PLACES: readonly (readonly [path: string, reported: boolean])[] = [
    [SPEC, true],
    [".specweave/increments/0001-carts/plan.md", true],
    ["docs/rfcs/0007-carts.md", true],
    ["docs/guide.md", false],
    ["docs/glossary/terms/cart.md", false],
    ["CHANGELOG.md", false],
  ];
  for (const [path, reported] of PLACES) {
    it(`${reported ? "counts" : "does not count"} in ${path}`, () => {
      const { text } = inSpec("The list queries the `carts` table by `owner_id`.", path);
      expect(text.includes("«")).toBe(reported);
    });
  }

  it("is answered by a file of the schema", () => {
    const text = "The list queries the `carts` table by `owner_id`.";
    const sql = "-- db/schema.sql --\nCREATE INDEX a ON carts (owner_id);\n";
    expect(inSpec(text, SPEC, sql).text).not.toContain("«");
  });
});
