/** Schema files that are large, many, go in circles or are in a language that nobody knows. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";
import { parseSql } from "../sql.ts";
import { report, sql } from "./report.ts";

const PLAN = "docs/plan.md";
const QUERY = sql("SELECT * FROM orders WHERE state = ?");
const page = (...files: readonly string[]) => `-- ${PLAN} --\n${QUERY}${files.join("")}`;
const file = (path: string, text: string) => `-- ${path} --\n${text}\n`;

/** What is said, and which statements the parser was given for it. */
function parsed(source: string) {
  const statements: string[] = [];
  const at = workspace(source, {
    bring: {
      parseSql: (dialect: string, statement: string) => {
        statements.push(statement);
        return parseSql(dialect, statement);
      },
    },
  });
  const rules = RULES.filter(({ id }) => id === "query/unindexed");
  const found = diagnose(rules, at.snapshot, pageOf(at, PLAN), rethrow);
  return { found: found.map(({ message }) => message), statements };
}

const ORDERS =
  'export const orders = pgTable("orders", { state: text("state") }, (t) => [index("a").on(t.state)]);\n';

describe("schema files", () => {
  it("a folder of 3,000 migrations: only what declares the table that a page asks is parsed", () => {
    const migrations = Array.from({ length: 3_000 }, (_, i) =>
      file(
        `db/migrations/${String(i).padStart(5, "0")}_a.sql`,
        `CREATE TABLE table_${i} (id INT PRIMARY KEY, state TEXT);\nCREATE INDEX i${i} ON table_${i} (state);`,
      ),
    );
    const own = file("db/migrations/03001_a.sql", "CREATE TABLE orders (id INT PRIMARY KEY, state TEXT);");
    const { found, statements } = parsed(page(...migrations, own));
    expect(found).toEqual([
      "No index serves the filter by orders.state: add an index on orders(state), or say that the scan is intended",
    ]);
    expect(new Set(statements).size).toBe(2);
    expect(statements.every((one) => one.includes("orders"))).toBe(true);
  });

  it("3,000 migrations that take away what others declare are read in time that grows with their number", () => {
    const many = (count: number) => {
      const files = Array.from({ length: count }, (_, i) =>
        file(
          `db/migrations/${String(i).padStart(5, "0")}_a.sql`,
          i % 2 === 0
            ? "CREATE INDEX idx_orders_state ON orders (state);"
            : "DROP INDEX IF EXISTS idx_orders_state;",
        ),
      );
      const started = performance.now();
      const { found } = parsed(
        page(file("db/migrations/00000_0.sql", "CREATE TABLE orders (id INT, state TEXT);"), ...files),
      );
      return { found: found.length, time: performance.now() - started };
    };
    expect(many(3_000).found).toBe(1);
    expect(many(2_999).found).toBe(0);
    expect(many(3_000).time).toBeLessThan(5_000);
  });

  it("a dump of 5 MB: its tables and indexes count, its rows are not read", () => {
    const rows = "INSERT INTO parcels VALUES (1, 'open'), (2, 'sent'), (3, 'CREATE TABLE none (a INT)');\n";
    const dump = (index: string) =>
      `CREATE TABLE orders (id INT PRIMARY KEY, state TEXT);\n${rows.repeat(60_000)}${index}`;
    expect(dump("").length).toBeGreaterThan(5_000_000);
    const started = performance.now();
    expect(parsed(page(file("db/dump-of-all.sql", dump("")))).found).toHaveLength(1);
    const index = "CREATE INDEX a ON orders (state);\n";
    const { found, statements } = parsed(page(file("db/dump-of-all.sql", dump(index))));
    expect(found).toEqual([]);
    expect(statements.some((one) => one.includes("INSERT"))).toBe(false);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("code of 5 MB is data, and is passed over", () => {
    const row = `export const row = "${"a".repeat(5_000)}";\n`;
    const code = `import { index, pgTable, text } from "drizzle-orm/pg-core";\n${row.repeat(1_100)}`;
    expect(code.length).toBeGreaterThan(5_000_000);
    expect(parsed(page(file("src/db/schema.ts", `${code}${ORDERS}`))).found).toHaveLength(1);
    expect(parsed(page(file("src/db/schema.ts", `${code.slice(0, 60)}${ORDERS}`))).found).toEqual([]);
  });

  it("modules that import each other in a circle: each is read, none is followed", () => {
    const orders = file(
      "src/db/schema/orders.ts",
      'import { parcels } from "./parcels";\nimport { index, integer, pgTable, text } from "drizzle-orm/pg-core";\nexport const orders = pgTable("orders", {\n  id: integer("id").primaryKey(),\n  parcel: integer("parcel_id").references(() => parcels.id),\n  state: text("state"),\n}, (t) => [index("a").on(t.state)]);\n',
    );
    const parcels = file(
      "src/db/schema/parcels.ts",
      'import { orders } from "./orders";\nimport { integer, pgTable } from "drizzle-orm/pg-core";\nexport const parcels = pgTable("parcels", {\n  id: integer("id").primaryKey(),\n  order: integer("order_id").references(() => orders.id),\n});\nexport * from "./parcels";\n',
    );
    expect(parsed(page(orders, parcels)).found).toEqual([]);
  });

  it("code in a language that nobody knows declares nothing, and asks nothing", () => {
    const query = "```zig\ntry db.exec(\"SELECT * FROM orders WHERE state = 'open'\");\n```\n";
    const pages = [
      ["zig", query],
      ["an unknown label", query.replace("zig", "qwertz")],
      ["a label of signs", query.replace("zig", "{#?!}")],
    ] as const;
    for (const [, text] of pages) expect(() => report("query/unindexed", text)).not.toThrow();
    const foreign = file("src/db/schema.zig", 'const orders = table("orders", .{ .index = "state" });');
    expect(parsed(page(foreign)).found).toHaveLength(1);
  });

  it("files that end in the middle, or hold no text", () => {
    for (const text of [
      "CREATE TABLE orders (",
      "\0\0\0",
      "ALTER TABLE",
      "DROP INDEX",
      "CREATE INDEX a ON",
      "😀",
    ])
      for (const path of [
        "db/migrations/1_a.sql",
        "db/migrate/1_a.rb",
        "src/db/schema.ts",
        "prisma/schema.prisma",
      ])
        expect(parsed(page(file(path, text))).found).toHaveLength(1);
  });
});
