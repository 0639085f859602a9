/** What is reported of queries. `«…»` stands around what is reported. */
import { describe, expect, it } from "vitest";
import { report, sql, USERS } from "./report.ts";

describe("a query", () => {
  const CASES: readonly (readonly [what: string, severity: string, source: string])[] = [
    ["of a declared table", "warning", `${USERS}\n${sql("SELECT * FROM users WHERE «email» = ?;")}`],
    ["of another table", "information", sql("SELECT * FROM invoices WHERE «state» = 'open'")],
    [
      "by a column that the declaration does not show",
      "information",
      `${USERS}\n${sql("SELECT * FROM users WHERE «phone» = ?;")}`,
    ],
    ["by two columns", "warning", `${USERS}\n${sql("SELECT * FROM users WHERE «email» = ? AND name = ?")}`],
    [
      "by one of two columns",
      "warning",
      `${USERS}\n${sql("CREATE INDEX a ON users (email);", "SELECT * FROM users WHERE email = ? OR «name» = ?")}`,
    ],
    ["that updates", "information", sql("UPDATE carts SET closed = true WHERE «owner» = $1")],
    ["that deletes", "information", sql("DELETE FROM carts WHERE «updated_at» < now() - interval '30 days'")],
    [
      "that inserts what it reads",
      "information",
      sql("INSERT INTO archive SELECT * FROM carts WHERE «updated_at» < ?"),
    ],
    [
      "in a common table",
      "information",
      sql("WITH old AS (SELECT * FROM carts WHERE «updated_at» < ?)", "SELECT * FROM old WHERE owner = 1"),
    ],
    [
      "in a subquery",
      "information",
      sql("SELECT * FROM carts WHERE id IN (SELECT cart_id FROM cart_lines WHERE «product» = ?)"),
    ],
    [
      "in a union",
      "information",
      sql("SELECT id FROM carts WHERE «owner» = 1 UNION SELECT id FROM orders WHERE «owner» = 1"),
    ],
    ["with an alias and a schema", "information", sql("SELECT * FROM shop.carts AS c WHERE c.«owner» = ?")],
    ["in capitals and quotes", "information", sql('SELECT * FROM "Carts" WHERE «"ownerName"» = $1')],
    [
      "in backticks, within a quote",
      "information",
      "> ```sql\n> SELECT * FROM `carts`\n> WHERE «`owner`» = ?;\n> ```\n",
    ],
    [
      "in a list item",
      "information",
      "- Read:\n\n  ```sql\n  SELECT * FROM carts WHERE «owner» = ?;\n  ```\n",
    ],
    ["in inline code", "information", "The list is `SELECT * FROM carts WHERE «owner» = ?`.\n"],
    [
      "in a cell of a table",
      "information",
      "| Use | Query |\n|---|---|\n| list | `SELECT * FROM carts WHERE «owner» = ?` |\n",
    ],
    ["in code without a label", "information", "```\nselect * from carts where «owner» = 1\n```\n"],
    ["in indented code", "information", "Text\n\n    SELECT * FROM carts WHERE «owner» = 1\n"],
    [
      "in a string of TypeScript",
      "information",
      "```ts\nconst a = await db.query('SELECT * FROM carts WHERE «owner» = $1', [it]);\n```\n",
    ],
    [
      "in a template",
      "information",
      "```ts\nawait sql`\n  SELECT * FROM carts\n  WHERE «owner» = $".concat("{it}\n`;\n```\n"),
    ],
    [
      "in a string of Python",
      "information",
      '```python\ncursor.execute("""\n  SELECT * FROM carts\n  WHERE «owner» = %s\n""", (it,))\n```\n',
    ],
    ["in a command", "information", "```bash\npsql -c \"SELECT * FROM carts WHERE «owner» = 'a'\"\n```\n"],
    ["that is explained", "hint", sql("EXPLAIN ANALYZE SELECT * FROM carts WHERE «owner» = 1")],
    [
      "to verify something",
      "hint",
      `Verify the migration:\n\n${sql("SELECT count(*) FROM carts WHERE «owner» = 1")}`,
    ],
    ["of which only the condition is shown", "hint", "Add `WHERE «owner» = ?` to it.\n"],
    ["by a column of two values", "hint", `${USERS}\n${sql("SELECT * FROM users WHERE «is_admin»")}`],
    ["for what is empty", "hint", `${USERS}\n${sql("SELECT * FROM users WHERE «email» IS NULL")}`],
    [
      "by the second column of an index",
      "hint",
      `${USERS}\n${sql("CREATE INDEX a ON users (name, email);", "SELECT * FROM users WHERE «email» = ?")}`,
    ],
    [
      "for which an index is planned",
      "hint",
      `${USERS}\n${sql("SELECT * FROM users WHERE «email» = ?")}\nA follow-up adds an index on \`users.email\`.\n`,
    ],
    [
      "without an index, as the text says",
      "warning",
      `${USERS}\n${sql("SELECT * FROM users WHERE «email» = ?")}\nThere is no index on \`email\`.\n`,
    ],
    [
      "with an index that is commented out",
      "warning",
      `${USERS}\n${sql("-- CREATE INDEX a ON users (email);", "SELECT * FROM users WHERE «email» = ?")}`,
    ],
    [
      "of two tables by columns of one",
      "warning",
      `${USERS}\n${sql("SELECT * FROM users u JOIN teams t ON t.id = u.team_id WHERE u.«email» = ?")}`,
    ],
    [
      "of two tables by a column of either",
      "hint",
      sql("SELECT * FROM carts c JOIN lines l ON l.x = c.y WHERE «owner» = 1"),
    ],
    [
      "that joins by a column without an index",
      "hint",
      `${USERS}\n${sql("SELECT * FROM teams t JOIN users u ON u.«team_id» = t.id WHERE t.id = 3")}`,
    ],
    [
      "that sorts the whole table",
      "hint",
      `${USERS}\n${sql("SELECT * FROM users ORDER BY «created_at» DESC LIMIT 10")}`,
    ],
  ];
  for (const [what, severity, source] of CASES) {
    it(what, () => {
      const { text, found, expected } = report("query/unindexed", source);
      expect(text).toBe(expected);
      expect([...new Set(found.map((one) => one.severity))]).toEqual([severity]);
    });
  }

  const DEFEATED: readonly (readonly [condition: string, message: RegExp])[] = [
    ["«email» LIKE '%@example.com'", /begins with a wildcard/],
    ["«email» LIKE '%' || ? || '%'", /begins with a wildcard/],
    ["«email» LIKE concat('%', ?)", /begins with a wildcard/],
    ["«email» ILIKE 'a%'", /ignores case/],
    ["«email» ~* '^a'", /ignores case/],
    ["lower(«email») = ?", /users\(lower\(email\)\)/],
    ["«email»::text = ?", /function of its column/],
  ];
  for (const [condition, message] of DEFEATED) {
    it(`that its index cannot serve: ${condition}`, () => {
      const { text, found, expected } = report(
        "query/unindexed",
        `${USERS}\n${sql("CREATE INDEX a ON users (email);", `SELECT * FROM users WHERE ${condition}`)}`,
      );
      expect(text).toBe(expected);
      expect(found.map((one) => one.severity)).toEqual(["warning"]);
      expect(found[0]?.message).toMatch(message);
    });
  }
});

describe("how much it matters where a query stands", () => {
  const QUERY = `${USERS}\n${sql("SELECT * FROM users WHERE «email» = ?")}`;
  const PLACES: readonly (readonly [path: string, severity: string])[] = [
    ["docs/database.md", "warning"],
    ["specs/004-users/data-model.md", "warning"],
    ["README.md", "information"],
    ["docs/runbooks/users.md", "hint"],
    ["docs/testing/users.md", "hint"],
    ["tutorials/sql.md", "hint"],
    ["docs/guidelines/sql.md", "hint"],
    [".claude/skills/users/SKILL.md", "hint"],
    ["AGENTS.md", "hint"],
    ["specs/004-course-notes/spec.md", "warning"],
    ["specs/004-course-notes/data-model.md", "warning"],
    ["docs/rfcs/0012-testing.md", "warning"],
  ];
  for (const [path, severity] of PLACES) {
    it(`${path}: ${severity}`, () => {
      const { text, found, expected } = report("query/unindexed", `-- ${path} --\n${QUERY}`, path);
      expect(text).toBe(expected);
      expect(found.map((one) => one.severity)).toEqual([severity]);
    });
  }

  it("a table of columns: hint", () => {
    const page = sql(
      "CREATE TABLE hits (id INT, page TEXT) ENGINE = MergeTree ORDER BY id;",
      "SELECT * FROM users WHERE «email» = ?",
    );
    expect(report("query/unindexed", page).found.map((one) => one.severity)).toEqual(["hint"]);
  });
});
