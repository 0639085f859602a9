/** Reading SQL: how statements are cut, made parsable, and positions found again. */
import { describe, expect, it } from "vitest";
import { normalise } from "../../glossary/query/model/normalise.ts";
import { sqlReader } from "../../glossary/query/model/parse.ts";
import { splitSql } from "../../glossary/query/model/split.ts";
import { parseSql } from "../sql.ts";

describe("statements", () => {
  const CUT: readonly (readonly [what: string, source: string, statements: readonly string[]])[] = [
    ["semicolons", "SELECT 1; SELECT 2;", ["SELECT 1", "SELECT 2"]],
    ["a blank line and a word", "SELECT 1\nFROM a\n\nSELECT 2", ["SELECT 1\nFROM a", "SELECT 2"]],
    [
      "a word at the start of a line",
      "SELECT a FROM b\nUPDATE c SET d = 1",
      ["SELECT a FROM b", "UPDATE c SET d = 1"],
    ],
    ["unions stay whole", "SELECT 1\nUNION ALL\nSELECT 2", ["SELECT 1\nUNION ALL\nSELECT 2"]],
    ["subqueries stay whole", "SELECT * FROM (\nSELECT 1\n) a", ["SELECT * FROM (\nSELECT 1\n) a"]],
    [
      "common tables stay whole",
      "WITH a AS (\n  SELECT 1\n)\nSELECT * FROM a",
      ["WITH a AS (\n  SELECT 1\n)\nSELECT * FROM a"],
    ],
    ["quotes hide semicolons", "SELECT ';' FROM a; SELECT \"b;c\"", ["SELECT ';' FROM a", 'SELECT "b;c"']],
    [
      "dollar quotes hide semicolons",
      "DO $x$ BEGIN; END $x$; SELECT 1",
      ["DO $x$ BEGIN; END $x$", "SELECT 1"],
    ],
    ["comments hide semicolons", "SELECT 1 -- a; b\nFROM c", ["SELECT 1        \nFROM c"]],
    [
      "row locks stay whole",
      "SELECT a FROM b WHERE c = 1 FOR\nUPDATE",
      ["SELECT a FROM b WHERE c = 1 FOR\nUPDATE"],
    ],
    ["nothing but comments", "-- a\n/* b */", []],
  ];
  for (const [what, source, expected] of CUT) {
    it(`${what}`, () => {
      const found = splitSql(source, 100);
      expect(found.map(({ text }) => text)).toEqual(expected);
      for (const { span, text } of found)
        expect(text.replaceAll(/\s/g, "")).toBe(
          source.slice(span.start - 100, span.end - 100).replaceAll(/--.*|\s/g, ""),
        );
    });
  }

  it("have the comments before them, in them, and behind them", () => {
    const [first, second] = splitSql("-- one\nSELECT 1; -- two\n\n-- three\nSELECT 2 /* four */;");
    expect(first?.comments).toEqual(["-- one", "-- two"]);
    expect(second?.comments).toEqual(["-- three", "/* four */"]);
  });
});

describe("placeholders", () => {
  const MADE: readonly (readonly [source: string, text: string])[] = [
    ["a = $".concat("{id}"), "a = 'xxx'"],
    ["a = <user_id>", "a = 'xxxxxxx'"],
    ["a = :name AND b::text = '1'", "a = 'xxx' AND b::text = '1'"],
    ["a = $name AND b = $1", "a = 'xxx' AND b = $1"],
    ["a = @name", "a = 'xxx'"],
    ["a = %(name)s AND b = %s", "a = 'xxxxxx' AND b = ''"],
    ["a = ':name'", "a = ':name'"],
    ["SELECT ... FROM a", "SELECT 1   FROM a"],
    ["a IN (...ids)", "a IN (1     )"],
    ["a = 1 [AND b = $1]", "a = 1             "],
    ["a = 1 {% if b %}AND b = 2{% endif %}", "a = 1           AND b = 2           "],
    ["a == 1", "a =  1"],
    ["SELECT 1 FROM %s.a", "SELECT 1 FROM    a"],
    ["SELECT 1 FROM $".concat("{schema}.a"), "SELECT 1 FROM           a"],
    ["EXPLAIN ANALYZE SELECT 1", "                SELECT 1"],
    ["CREATE TABLE a (b INT, ...)", "CREATE TABLE a (b INT     )"],
  ];
  for (const [source, text] of MADE) {
    it(source, () => {
      expect(normalise(source)).toEqual({ text, cut: false, left: false });
      expect(text).toHaveLength(source.length);
    });
  }

  it("that stand for a condition leave the others", () => {
    for (const source of ["SELECT 1 FROM a WHERE b = 1 AND ...", "SELECT 1 FROM a WHERE …"])
      expect(normalise(source)).toMatchObject({ cut: false, left: true });
  });

  it("that stand for more of the statement leave nothing to be judged", () => {
    expect(normalise("SELECT 1 FROM a …").cut).toBe(true);
    expect(normalise("SELECT 1 FROM a JOIN b ON a.id = …").cut).toBe(true);
  });
});

describe("positions", () => {
  it("are counted in UTF-16 units, behind characters of two", () => {
    const read = sqlReader(parseSql);
    const text = "SELECT '😀 ü' FROM orders\nWHERE '😀' <> name AND customer_id = 1";
    const leaf = read({ text })?.scopes[0]?.where;
    expect(leaf?.kind).toBe("leaf");
    if (leaf?.kind !== "leaf") return;
    expect(text.slice(leaf.column.span.start, leaf.column.span.end)).toBe("customer_id");
  });

  it("are read once for one text", () => {
    let parsed = 0;
    const read = sqlReader((dialect, text) => {
      parsed++;
      return parseSql(dialect, text);
    });
    const text = "SELECT * FROM a WHERE b = 1";
    expect(read({ text })).toBe(read({ text: `${text}` }));
    expect(parsed).toBe(1);
  });
});
