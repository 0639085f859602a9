/** Whatever a document holds: no finding rather than a wrong one, and no long wait. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { effort, SOON } from "../effort.ts";
import { PAGE, pageOf, workspace } from "../fixture.ts";
import { parseSql } from "../sql.ts";

const fence = (text: string, label = "sql") => `\`\`\`${label}\n${text}\n\`\`\`\n`;
/** Something of another rule, which has to be found all the same. */
const BROKEN = "\n## Glossary\n\n**A**\n\n[gone](/docs/glossary/terms/gone)\n";

/** How long the first look keeps the processor busy, in milliseconds, and what is found. */
function look(text: string, parse = parseSql) {
  const files = { [PAGE]: text, "docs/glossary/terms/a.md": "# A\n\nA thing.\n" };
  const at = workspace(files, { bring: { parseSql: parse } });
  const page = pageOf(at);
  const spent = effort();
  const found = diagnose(RULES, at.snapshot, page, (rule, _path, error) => {
    throw new Error(`${rule} failed`, { cause: error });
  });
  const columns = found.flatMap(({ rule, span }) =>
    rule === "query/unindexed" ? [page.text.slice(span.start, span.end)] : [],
  );
  return {
    columns,
    time: spent(),
    rules: found.map(({ rule }) => rule),
    again: () => diagnose(RULES, at.snapshot, page, () => {}),
  };
}

const queries = ({ rules }: { rules: readonly string[] }) =>
  rules.filter((rule) => rule.startsWith("query/"));

const KEYWORDS =
  "select from where group order by table index user value values key limit offset join left right inner outer on as and or not null true false case when then else end union all distinct into set update delete insert create drop alter primary foreign references unique default check constraint with recursive window over partition range rows between like in is exists any some having using natural cross".split(
    " ",
  );

const nested = (open: string, n: number, inner: string) => `${open.repeat(n)}${inner}${")".repeat(n)}`;
const deep = (n: number) => `SELECT * FROM carts WHERE ${"(".repeat(n)}owner = 1${")".repeat(n)}`;
const long = (n: number) => `SELECT * FROM carts WHERE owner IN (${"1234567, ".repeat(n)}1)`;

/** How deep brackets stand within each other. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const char of text) {
    if (char === "(") most = Math.max(most, ++depth);
    if (char === ")") depth--;
  }
  return most;
}

describe("bad input", () => {
  const SILENT: readonly (readonly [what: string, text: string])[] = [
    ["a statement of a megabyte", fence(long(120_000))],
    [
      "a string of a megabyte",
      fence(`db.query("SELECT * FROM carts WHERE a = '${"x".repeat(1_000_000)}'")`, "ts"),
    ],
    ["brackets within brackets", fence(deep(5_000))],
    ["conditions without end", fence(`SELECT * FROM carts WHERE ${"a = 1 OR ".repeat(2_000)}`)],
    [
      "quotes without end",
      fence("SELECT * FROM carts WHERE owner = 'a;\nSELECT * FROM carts WHERE owner = 1;"),
    ],
    ["dollar quotes without end", fence("DO $a$ SELECT * FROM carts WHERE owner = 1")],
    ["comments without end", fence("/* SELECT * FROM carts WHERE owner = 1")],
    ["a fence without end", "```sql\nSELECT * FROM carts WHERE (owner"],
    ["conditions beyond number", fence(`SELECT * FROM carts WHERE a = 1${" OR owner = 1".repeat(1_400)}`)],
    ["casts beyond number", fence(`SELECT * FROM carts WHERE owner${"::int".repeat(3_000)} = 1`)],
    ["sums beyond number", fence(`SELECT * FROM carts WHERE owner = 1${"+1".repeat(8_000)}`)],
    ["only quotes", fence("'".repeat(50_001))],
    ["only newlines", fence("\n".repeat(200_000))],
    ["only hyphens", fence("-".repeat(200_000))],
    ["words at the start of lines", fence("SELECT\n".repeat(30_000))],
    ["templates within templates", fence(`${"`${".repeat(20_000)}`, "ts")],
    ["loops within loops", fence("for (const a of b) ".repeat(10_000), "ts")],
    ["chains without end", fence(`await ${"db.".repeat(20_000)}query(`, "ts")],
    ["models without end", fence(`${"model A {\n".repeat(5_000)}`, "prisma")],
    ["tables of Drizzle without end", fence(`${'pgTable("a", {\n a: text('.repeat(5_000)}`, "ts")],
    ["a line about indexes without end", `index on ${"a, ".repeat(100_000)}`],
    ["words about indexes without end", "index on `a` ".repeat(50_000)],
    ["names without end", fence(`SELECT * FROM ${"a, ".repeat(5_000)}carts WHERE owner = 1`)],
    ["functions within functions", fence(`SELECT * FROM carts WHERE owner = ${nested("CAST(", 9, "a b")}`)],
    [
      "positions within positions",
      fence(`SELECT * FROM carts WHERE owner = ${nested("POSITION(", 6, "a b")}`),
    ],
    ["pivots without end", fence(`SELECT * FROM carts ${nested("PIVOT(", 7, "a")} WHERE owner = 1`)],
    ["intervals without end", fence(`SELECT * FROM carts WHERE owner = ${"INTERVAL ".repeat(250)}1`)],
    ["nulls and marks", fence("SELECT \0 FROM \ufeff WHERE \ud800 = \udc00")],
  ];
  for (const [what, text] of SILENT) {
    it(`of ${what} is passed over`, () => {
      const found = look(text);
      expect(queries(found)).toEqual([]);
      expect(found.time).toBeLessThan(SOON);
      expect(parseSql("generic", "SELECT 1"), "the parser is alive").toBeDefined();
    });
  }

  it("of ten thousand statements is read as far as the limit goes, and once", () => {
    const text = fence(
      Array.from({ length: 10_000 }, (_, i) => `SELECT * FROM carts WHERE owner = ${i};`).join("\n"),
    );
    let given = 0;
    const found = look(text + BROKEN, (...statement) => {
      given++;
      return parseSql(...statement);
    });
    expect(queries(found)).toHaveLength(400);
    expect(found.rules).toContain("glossary/dangling-link");
    expect(found.time / 400).toBeLessThan(20);
    const first = given;
    expect(found.again()).toHaveLength(found.rules.length);
    expect([first, given]).toEqual([400, 400]);
  });

  it("gives the parser few statements, short and flat ones, and none twice", () => {
    const given: string[] = [];
    const statements = [
      ...SILENT.map(([, text]) => text),
      fence(Array.from({ length: 10_000 }, (_, i) => `SELECT * FROM carts WHERE owner = ${i};`).join("\n")),
      fence("SELECT * FROM carts WHERE owner = 1 AND …;\nSELECT … FROM carts WHERE …"),
    ];
    for (const text of statements)
      look(text, (dialect, statement) => {
        given.push(`${dialect} ${statement}`);
        return parseSql(dialect, statement);
      });
    expect(Math.max(...given.map((one) => one.length))).toBeLessThan(20_020);
    expect(Math.max(...given.map((one) => one.match(/\w+|[^\s\w]/g)?.length ?? 0))).toBeLessThan(2_600);
    expect(Math.max(...given.map(depthOf))).toBeLessThan(7);
    expect(given.filter((one) => one.includes("…"))).toEqual([]);
    expect(new Set(given).size).toBe(given.length);
    expect(given.filter((one) => /owner = \d+$/.test(one))).toHaveLength(400);
  });

  it("of any keyword as a name names nothing else, and does not throw", () => {
    for (const word of KEYWORDS) {
      const bare = look(
        fence(`SELECT * FROM ${word} WHERE ${word} = 1;\nUPDATE ${word} SET ${word} = 1 WHERE ${word} = 2;`),
      );
      expect(bare.columns.filter((column) => column !== word)).toEqual([]);
    }
    const quoted = KEYWORDS.filter((word) => word !== "key");
    const found = look(fence(quoted.map((word) => `SELECT * FROM carts WHERE "${word}" = $1;`).join("\n")));
    expect(found.columns.length).toBeGreaterThan(quoted.length - 5);
    expect(found.columns.filter((column) => !quoted.includes(column.slice(1, -1)))).toEqual([]);
  });

  it("in one statement leaves the others", () => {
    const found = look(
      `${fence("SELECT * FRM carts WHERE;\nSELECT * FROM carts WHERE owner = 1;\nSELECT (;")}${BROKEN}`,
    );
    expect(queries(found)).toEqual(["query/unindexed"]);
    expect(found.rules).toContain("glossary/dangling-link");
  });

  it("cut anywhere never names a wrong column", () => {
    const text =
      "SELECT a.id FROM carts a JOIN lines b ON b.cart_id = a.id WHERE a.owner = 'x' AND b.product LIKE '%y%' ORDER BY a.id";
    for (let end = 0; end <= text.length; end++) {
      const bare = look(fence(text.slice(0, end)));
      expect(bare.columns.filter((column) => !/^o(?:w(?:n(?:er?)?)?)?$/.test(column))).toEqual([]);
      const cut = look(fence(`${text.slice(0, end)}…`));
      expect(cut.columns.filter((column) => !/^(?:owner|product)$/.test(column))).toEqual([]);
    }
  });
});
