/** What is reported of queries, and what serves them. `«…»` stands around what is reported. */
import { describe, expect, it } from "vitest";
import { RULES } from "../../glossary/rules/all.ts";
import { diagnose } from "../../glossary/rules/run.ts";
import { mark, PAGE, pageOf, workspace } from "../fixture.ts";
import { parseSql } from "../sql.ts";

const rules = RULES.filter(({ id }) => id === "query/unindexed");

function report(source: string, path = PAGE) {
  const at = workspace(source, { parseSql });
  const page = pageOf(at, path);
  const found = diagnose(rules, at.snapshot, page, (_rule, _path, error) => {
    throw error;
  });
  return {
    text: mark(
      page.text,
      found.map(({ span }) => span),
    ),
    found,
    expected: mark(page.text, at.spans.get(path) ?? []),
  };
}

/** A fence of SQL. */
const sql = (...lines: readonly string[]) => `\`\`\`sql\n${lines.join("\n")}\n\`\`\`\n`;
const USERS = sql(
  "CREATE TABLE users (",
  "  id BIGINT PRIMARY KEY,",
  "  email TEXT NOT NULL,",
  "  name TEXT,",
  "  is_admin BOOLEAN,",
  "  team_id BIGINT REFERENCES teams (id),",
  "  tags JSONB,",
  "  created_at TIMESTAMP",
  ");",
);

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
      const { text, found, expected } = report(source);
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
        `${USERS}\n${sql("CREATE INDEX a ON users (email);", `SELECT * FROM users WHERE ${condition}`)}`,
      );
      expect(text).toBe(expected);
      expect(found.map((one) => one.severity)).toEqual(["warning"]);
      expect(found[0]?.message).toMatch(message);
    });
  }
});

describe("nothing is said of", () => {
  const SERVED: readonly (readonly [what: string, source: string])[] = [
    ["a primary key", `${USERS}\n${sql("SELECT * FROM users WHERE id = ?")}`],
    [
      "the key of a table that is not declared",
      sql(
        "SELECT * FROM carts WHERE id = ?;",
        "SELECT * FROM users WHERE user_id = ?;",
        "SELECT * FROM settings WHERE key = 'a'",
      ),
    ],
    ["a function of a value", sql("SELECT * FROM users WHERE id = LEAST(1, 2)")],
    [
      "one condition among several that is served",
      `${USERS}\n${sql("SELECT * FROM users WHERE id = ? AND email = ? AND name LIKE '%a'")}`,
    ],
    [
      "alternatives that are all served",
      `${USERS}\n${sql("CREATE INDEX a ON users (email);", "SELECT * FROM users WHERE email = ? OR id = ?")}`,
    ],
    [
      "a parameter that may be missing",
      `${USERS}\n${sql("CREATE INDEX a ON users (email);", "SELECT * FROM users WHERE (? IS NULL OR email = ?)")}`,
    ],
    [
      "a pattern with a beginning",
      sql("CREATE INDEX a ON users (email);", "SELECT * FROM users WHERE email LIKE 'a%'"),
    ],
    [
      "a trigram index",
      sql(
        "CREATE INDEX a ON users USING gin (email gin_trgm_ops);",
        "SELECT * FROM users WHERE email ILIKE '%a%'",
      ),
    ],
    [
      "an index on an expression",
      sql("CREATE INDEX a ON users (lower(email));", "SELECT * FROM users WHERE LOWER(email) = ?"),
    ],
    [
      "a full-text index",
      sql(
        "CREATE TABLE posts (id INT, body TEXT, FULLTEXT KEY a (body));",
        "SELECT * FROM posts WHERE MATCH(body) AGAINST ('x')",
      ),
    ],
    [
      "a GIN index",
      `${USERS}\n${sql("CREATE INDEX a ON users USING gin (tags);", "SELECT * FROM users WHERE tags @> '{}'")}`,
    ],
    [
      "a partial index",
      sql(
        "CREATE INDEX a ON jobs (run_at) WHERE state = 'new';",
        "SELECT * FROM jobs WHERE state = 'new' ORDER BY run_at LIMIT 1",
      ),
    ],
    [
      "a unique column",
      sql("CREATE TABLE users (id INT, email TEXT UNIQUE);", "SELECT * FROM users WHERE email = ?"),
    ],
    [
      "a key added later",
      sql("ALTER TABLE users ADD CONSTRAINT u UNIQUE (email);", "SELECT * FROM users WHERE email = ?"),
    ],
    [
      "a key of MySQL",
      sql(
        "CREATE TABLE `a` (`id` INT, `b` INT, KEY `k` (`b`)) ENGINE=InnoDB;",
        "SELECT * FROM `a` WHERE `b` = 1",
      ),
    ],
    [
      "a foreign key of MySQL",
      sql(
        "CREATE TABLE `carts` (`id` INT, `owner` INT, FOREIGN KEY (`owner`) REFERENCES `users` (`id`)) ENGINE=InnoDB;",
        "SELECT * FROM `carts` WHERE `owner` = 1",
      ),
    ],
    [
      "an index of Prisma",
      "```prisma\nmodel Cart {\n  id Int @id\n  ownerId Int\n  @@index([ownerId, state(sort: Desc)])\n}\n```\n\n`SELECT * FROM carts WHERE owner_id = 1`\n",
    ],
    [
      "a mapped name of Prisma",
      '```prisma\nmodel Basket {\n  owner Int @unique @map("owner_no")\n  @@map("carts")\n}\n```\n\n`SELECT * FROM carts WHERE owner_no = 1`\n',
    ],
    [
      "an index of Drizzle",
      '```ts\nexport const carts = pgTable("carts", {\n  id: serial("id").primaryKey(),\n  owner: integer("owner_id"),\n}, (t) => [index("a").on(t.owner), index("b").on(t.owner_id)]);\n```\n\n`SELECT * FROM carts WHERE owner_id = 1`\n',
    ],
    [
      "an index of TypeORM",
      '```ts\n@Entity("carts")\nclass Cart {\n  @PrimaryGeneratedColumn() id: number;\n  @Index()\n  @Column()\n  ownerId: number;\n}\n```\n\n`SELECT * FROM carts WHERE owner_id = 1`\n',
    ],
    [
      "an index of Rails",
      "```ruby\nadd_index :carts, :owner_id\n```\n\n`SELECT * FROM carts WHERE owner_id = 1`\n",
    ],
    [
      "an index of Mongoose or Knex",
      "```js\ntable.index(['owner_id']);\n```\n\n`SELECT * FROM carts WHERE owner_id = 1`\n",
    ],
    [
      "an index made by code",
      "```ts\nawait db.exec(`CREATE INDEX a ON carts (owner)`);\n```\n\n`SELECT * FROM carts WHERE owner = 1`\n",
    ],
    [
      "what psql shows",
      '```\nIndexes:\n    "a_pkey" PRIMARY KEY, btree (id)\n    "a_owner" btree (owner)\n```\n\n`SELECT * FROM carts WHERE owner = 1`\n',
    ],
    [
      "a view",
      sql("CREATE VIEW open_carts AS SELECT * FROM carts;", "SELECT * FROM open_carts WHERE owner = 1;"),
    ],
    [
      "a temporary table",
      sql("CREATE TEMP TABLE stale (id INT);", "SELECT * FROM stale WHERE id = 1 OR age = 2;"),
    ],
    [
      "system catalogues",
      sql(
        "SELECT * FROM pg_stat_activity WHERE state = 'idle';",
        "SELECT * FROM information_schema.tables WHERE table_name = 'a';",
        "SELECT * FROM sqlite_master WHERE type = 'table'",
      ),
    ],
    [
      "stand-ins",
      sql(
        "SELECT * FROM table_name WHERE column_name = 1;",
        "SELECT * FROM my_table WHERE a_column = 2;",
        "SELECT * FROM t WHERE x = 1;",
        "SELECT * FROM orders WHERE column = 3",
      ),
    ],
    [
      "ksqlDB",
      sql(
        "SELECT * FROM clicks WHERE page = 'a' EMIT CHANGES;",
        "SELECT * FROM clicks_by_user WHERE owner = 1;",
      ),
    ],
    ["WIQL", sql("SELECT [System.Id] FROM WorkItems WHERE [System.State] = 'Active'")],
    ["CQL", sql("SELECT * FROM carts WHERE owner = 1 ALLOW FILTERING")],
    ["PartiQL", 'In PartiQL: `SELECT * FROM "Carts" WHERE owner = 1`\n'],
    [
      "Athena",
      '```bash\naws athena start-query-execution --query-string "SELECT * FROM carts WHERE owner = 1"\n```\n',
    ],
    ["Spark", '```python\nspark.sql("SELECT * FROM carts WHERE owner = 1")\n```\n'],
    ["an injection", sql("SELECT * FROM carts WHERE owner = 'ann' OR 1=1")],
    [
      "what a query around it looks for",
      sql(
        "SELECT * FROM users u WHERE EXISTS (SELECT 1 FROM carts c WHERE c.user_id = u.id AND c.state = 'open')",
      ),
    ],
    ["JQL", sql('project = SHOP AND status != Done AND "Team" = Carts')],
    [
      "functions",
      sql("SELECT * FROM carts_of('a') WHERE owner = 1;", "SELECT * FROM unnest(ARRAY[1]) u WHERE u = 1"),
    ],
    [
      "what no index would serve",
      sql("SELECT * FROM carts WHERE state <> 'open' AND NOT (owner = 1) AND name IS NOT NULL"),
    ],
    [
      "conditions with something left out",
      sql(
        "SELECT * FROM carts WHERE owner = 1 AND ...;",
        "SELECT * FROM carts WHERE ...;",
        "SELECT * FROM carts WHERE …",
      ),
    ],
    [
      "what is cut in the middle",
      sql("SELECT * FROM carts WHERE owner = ", "SELECT * FROM carts WHERE (owner = 1"),
    ],
    ["what is shown as bad", sql("-- ❌ Bad: no index", "SELECT * FROM carts WHERE owner = 1;")],
    [
      "what is shown as bad by the heading",
      `## Anti-pattern: filter without an index\n\n${sql("SELECT * FROM carts WHERE owner = 1;")}`,
    ],
    ["what is intended", sql("-- unindexed-ok: ten rows", "SELECT * FROM carts WHERE owner = 1;")],
    ["what is intended by a comment", "`SELECT * FROM carts WHERE owner = 1` <!-- unindexed-ok -->\n"],
    ["what Rust writes", "The bound `where T == U` and `where: { owner: 1 }`.\n"],
    ["prompts", "```\nSelect projects:\n> 1. shop\nUpdate all from here? (y/n)\n```\n"],
    [
      "joins of what is not declared",
      sql("SELECT * FROM carts c LEFT JOIN lines l ON l.cart_id = c.id WHERE c.id = 1"),
    ],
    ["aggregates", sql("SELECT owner, count(*) FROM carts GROUP BY owner")],
    [
      "strings in double quotes",
      sql("CREATE INDEX a ON carts (owner);", 'SELECT * FROM carts WHERE owner = "ann"'),
    ],
  ];
  for (const [what, source] of SERVED) {
    it(what, () => {
      const { text, expected } = report(source);
      expect(text).toBe(expected);
      expect(expected).not.toContain("«");
    });
  }

  const SENTENCES = [
    "Add indexes on owner, email.",
    "Add indexes on: email, owner",
    "- [ ] **T-002**: Add indexes on email and owner for fast lookups",
    "There is an index on the owner column.",
    "A composite index on (owner, state DESC).",
    "Composite index `(owner, state)` serves the list.",
    "An index on `carts(owner, state)` exists.",
    "The `carts.owner` index serves it.",
    "Lookups use the indexed `owner` column.",
    "`idx_carts_owner` on `owner`",
    "The index idx_carts_owner is there.",
    "- `owner`: bigint, indexed",
    "| owner | bigint | NOT NULL, INDEX |",
    "- **owner** (text, unique)",
    "**Index**: carts(owner)",
    "Index: carts_by_owner (owner, id)",
    "`owner` has a unique index.",
    "Indices: `owner`, `state`",
  ];
  for (const sentence of SENTENCES) {
    it(`what “${sentence}” serves`, () => {
      const { text } = report(`${sentence}\n\n\`SELECT * FROM carts WHERE owner = 1\`\n`);
      expect(text).not.toContain("«");
    });
  }

  const OTHERS = [
    "No index on owner.",
    "There is an index on frequently queried columns.",
    "Drop the index on `owner`.",
    "See index.ts for the owner.",
    "Queries run without an index on `owner`.",
  ];
  for (const sentence of OTHERS) {
    it(`but “${sentence}” serves nothing`, () => {
      const { text } = report(`${sentence}\n\n\`SELECT * FROM carts WHERE owner = 1\`\n`);
      expect(text).toContain("«owner»");
    });
  }
});

describe("an index counts", () => {
  const QUERY = "-- specs/001-carts/spec.md --\n`SELECT * FROM carts WHERE owner_id = 1`\n";
  const PLACES: readonly (readonly [what: string, files: string, counts: boolean])[] = [
    [
      "in the plan of the increment",
      "-- specs/001-carts/plan.md --\nAdd an index on `carts.owner_id`.\n",
      true,
    ],
    ["in a file of the schema", "-- db/schema.sql --\nCREATE INDEX a ON carts (owner_id);\n", true],
    [
      "in a schema of Prisma",
      "-- prisma/schema.prisma --\nmodel Cart {\n  ownerId Int\n  @@index([ownerId])\n}\n",
      true,
    ],
    ["not in another increment", "-- specs/002-other/plan.md --\nAdd an index on `carts.owner_id`.\n", false],
    [
      "not in another document",
      "-- docs/tutorial.md --\n```sql\nCREATE INDEX a ON carts (owner_id);\n```\n",
      false,
    ],
    ["not in a test", "-- test/fixtures/a.sql --\nCREATE INDEX a ON carts (owner_id);\n", false],
  ];
  for (const [what, files, counts] of PLACES) {
    it(what, () => {
      const { text } = report(`${QUERY}${files}`, "specs/001-carts/spec.md");
      expect(text.includes("«")).toBe(!counts);
    });
  }
});
