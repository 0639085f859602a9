/** Whether a query asks a table of the repository, or one that is made up to explain something. */
import { describe, expect, it } from "vitest";
import { report, sql } from "./report.ts";

/** As many pages as documentation has. */
const MANY = Array.from({ length: 10 }, (_, i) => `-- docs/part-${i}.md --\n# Part ${i}\n`).join("");
const TABLE = "CREATE TABLE orders (id INT PRIMARY KEY, state TEXT, total INT);";
const CALL = '```python\nOrder.objects.filter(state="open")\n```\n';
const QUERY = sql("SELECT * FROM orders WHERE state = ?");
const DECLARED = sql(TABLE, "SELECT * FROM orders WHERE state = ?");
const SCHEMA = `-- db/schema.sql --\n${TABLE}\n`;
const OTHER = "-- db/schema.sql --\nCREATE TABLE parcels (id INT PRIMARY KEY, state TEXT);\n";
const DECISION =
  "-- docs/adr/0001-parcels.md --\n# 1. Parcels\n\n## Status\n\nAccepted\n\n## Decision\n\nWe send them.\n";

/** The severities of what is found on a page. */
function severities(path: string, page: string, others = "", rule = "query/unindexed"): string[] {
  return report(rule, `-- ${path} --\n${page}${others}`, path).found.map(({ severity }) => severity);
}

describe("a query of a table that nobody declares", () => {
  const CASES: readonly (readonly [where: string, path: string, others: string, severity: string])[] = [
    ["in a repository of few pages", "docs/orders.md", "", "information"],
    ["in documentation", "docs/orders.md", MANY, "hint"],
    ["in a plan", "docs/plans/orders.md", MANY, "information"],
    ["in a design by its name", "docs/orders-design.md", MANY, "information"],
    ["in an increment", "specs/001-orders/plan.md", MANY, "information"],
    ["where files declare other tables", "docs/orders.md", OTHER, "hint"],
    ["in a plan where files declare other tables", "docs/plans/orders.md", OTHER, "information"],
    ["in what introduces a library", "README.md", "", "hint"],
  ];
  for (const [where, path, others, severity] of CASES) {
    it(`${where}: ${severity}`, () => {
      expect(severities(path, QUERY, others)).toEqual([severity]);
      expect(severities(path, CALL, others)).toEqual([severity]);
    });
  }

  it("on a page that asks a table of the repository, too: information", () => {
    const page = `${QUERY}${sql("SELECT * FROM parcels WHERE id = ?")}`;
    expect(severities("docs/orders.md", page, OTHER)).toEqual(["information"]);
  });
});

describe("a query of a table that a page declares itself", () => {
  const CASES: readonly (readonly [where: string, others: string, severity: string])[] = [
    ["in a repository of few pages", "", "warning"],
    ["in documentation", MANY, "hint"],
    ["where files declare it as well", `${MANY}${SCHEMA}`, "warning"],
    ["where files declare other tables", `${MANY}${OTHER}`, "warning"],
    ["where decisions are kept", `${MANY}${DECISION}`, "warning"],
  ];
  for (const [where, others, severity] of CASES)
    it(`${where}: ${severity}`, () => {
      expect(severities("docs/orders.md", DECLARED, others)).toEqual([severity]);
    });

  it("tables of playgrounds are no database", () => {
    const others = MANY + SCHEMA.replace("db/", "playground/db/");
    expect(severities("docs/orders.md", DECLARED, others)).toEqual(["hint"]);
    expect(severities("docs/orders.md", DECLARED, others.replace("playground", "example-project"))).toEqual([
      "hint",
    ]);
  });
});

describe("examples", () => {
  it("that ask the same by calls are shown once on a page", () => {
    expect(severities("docs/orders.md", CALL.repeat(3), MANY)).toEqual(["hint"]);
  });

  it("of translated pages are those of the original", () => {
    const original = `-- docs/orders.md --\n${CALL}`;
    expect(severities("docs/de/orders.md", CALL, MANY + original)).toEqual([]);
    expect(severities("docs/zh_CN/orders.md", CALL, MANY + original)).toEqual([]);
    expect(severities("docs/de/other.md", CALL, MANY + original)).toEqual(["hint"]);
    const english = `-- content/en/orders.md --\n${CALL}`;
    expect(severities("content/pt-br/orders.md", CALL, MANY + english)).toEqual([]);
    expect(severities("content/en/orders.md", CALL, MANY)).toEqual(["hint"]);
    const site = "i18n/fr/docusaurus-plugin-content-docs/current/orders.md";
    expect(severities(site, CALL, MANY + original)).toEqual([]);
  });
});

describe("a query in a loop", () => {
  const LOOP =
    "```ts\nfor (const order of orders) {\n  order.items = await prisma.item.findMany({ where: { orderId: order.id } });\n}\n```\n";
  const CASES: readonly (readonly [where: string, path: string, others: string, severity: string])[] = [
    ["in a repository of few pages", "docs/orders.md", "", "warning"],
    ["in documentation", "docs/orders.md", MANY, "hint"],
    ["in documentation of a repository with a database", "docs/orders.md", `${MANY}${OTHER}`, "warning"],
    ["in a plan", "docs/plans/orders.md", MANY, "warning"],
    ["where decisions are kept", "docs/orders.md", `${MANY}${DECISION}`, "warning"],
  ];
  for (const [where, path, others, severity] of CASES)
    it(`${where}: ${severity}`, () => {
      expect(severities(path, LOOP, others, "query/n-plus-one")).toEqual([severity]);
    });
});

it("a condition without a table is nobody's in documentation", () => {
  const page = "Encrypted columns defeat `WHERE email = ?`.\n";
  expect(severities("docs/encryption.md", page, MANY)).toEqual([]);
  expect(severities("docs/encryption.md", page)).toEqual(["hint"]);
});

it("a decision about schemas declares no tables of other pages", () => {
  const indexed = `${TABLE}\nCREATE INDEX a ON orders (state);`;
  const decision = (name: string) => `-- docs/${name}.md --\n# Schemas\n\n${sql(indexed)}`;
  expect(severities("docs/orders.md", QUERY, decision("022-independent-schema"))).toEqual(["information"]);
  expect(severities("docs/orders.md", QUERY, decision("database-schema"))).toEqual([]);
  expect(severities("docs/orders.md", QUERY, decision("02-database-schema"))).toEqual([]);
});

describe("where an ORM or a database is made", () => {
  const TOOLS: readonly string[] = [
    "# Ledger\n\nLedger is a small ORM for TypeScript.\n",
    "<h1>Ledger</h1>\n\n**Ledger** is an open-source, embedded SQL database written in Rust.\n",
    "[Ledger](https://example.org) is a query builder that types its results.\n",
    "# Ledger\n\nLedger is an object-relational mapper, and more.\n",
  ];
  for (const tool of TOOLS)
    it(`${tool.trim().split("\n").at(-1)}: all is an example`, () => {
      const others = `-- README.md --\n${tool}`;
      expect(severities("docs/orders.md", DECLARED, others)).toEqual(["hint"]);
      expect(severities("docs/plans/orders.md", DECLARED, others + SCHEMA)).toEqual(["hint"]);
    });

  const OTHERS: readonly string[] = [
    "# Ledger\n\nLedger is a web application with a database of orders.\n",
    "# Ledger\n\nLedger is a database-backed web application.\n\nPrisma is an ORM for TypeScript.\n",
    "# Ledger\n\n- **Prisma**: the ORM\n- PostgreSQL: the database\n",
  ];
  for (const other of OTHERS)
    it(`not with: ${other.trim().split("\n").at(2)}`, () => {
      expect(severities("docs/orders.md", DECLARED, `-- README.md --\n${other}`)).toEqual(["warning"]);
    });
});
