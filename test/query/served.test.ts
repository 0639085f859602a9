/** Queries of which nothing is said, and where an index may stand that serves them. */
import { describe, expect, it } from "vitest";
import { report, sql, USERS } from "./report.ts";

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
      sql("SELECT * FROM carts WHERE ...;", "SELECT * FROM carts WHERE …"),
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
    [
      "a table that is joined to few rows of another, as far as anybody declares",
      sql("SELECT * FROM carts c LEFT JOIN lines l ON l.cart_id = c.id AND l.state = 'open' WHERE c.id = 1"),
    ],
    ["aggregates", sql("SELECT owner, count(*) FROM carts GROUP BY owner")],
    ["an attack that ends in a comment", sql("SELECT * FROM users WHERE name = 'ann'--' AND code = 'x';")],
    ["an attack that is always true", sql("SELECT * FROM users WHERE name = '' OR '1'='1';")],
    ["an attack that adds rows", sql("SELECT * FROM users WHERE name = '' UNION SELECT code FROM keys;")],
    [
      "strings in double quotes",
      sql("CREATE INDEX a ON carts (owner);", 'SELECT * FROM carts WHERE owner = "ann"'),
    ],
    ["a column that is compared with true", sql("SELECT * FROM jobs WHERE done = TRUE AND failed = false")],
    [
      "what somebody writes against injections",
      "```js\n// Bad: it is open to SQL injection\nconst bad = \"SELECT * FROM users WHERE email = '\" + email;\n\n// A parameterized query\nconst good = 'SELECT * FROM users WHERE email = $1';\n```\n",
    ],
    [
      "code that a comment above it silences",
      "```ts\n// unindexed-ok: ten rows\nawait db.query(\n  'SELECT * FROM units WHERE symbol = $1',\n);\n```\n",
    ],
    [
      "a key whose index is named after what it refers to",
      `Lists by team use \`idx_carts_team\`.\n\n${sql("SELECT * FROM carts WHERE team_id = ?")}`,
    ],
    [
      "a store of another kind on its own page",
      `# Readings in Cassandra\n\n## Reads\n\n${sql("SELECT * FROM readings WHERE sensor = ?")}`,
    ],
    ["a search engine", "OpenSearch also takes `SELECT * FROM carts WHERE total > 30`.\n"],
    ["a spreadsheet", `## Queries (Google Sheets)\n\n${sql("SELECT * FROM Members WHERE nick = ?")}`],
  ];
  for (const [what, source] of SERVED) {
    it(what, () => {
      const { text, expected } = report("query/unindexed", source);
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
    "One `carts(owner, name, state)` table, primary key `(owner, name)`.",
    "- UNIQUE(owner, name)",
    "- INDEX(owner)",
  ];
  for (const sentence of SENTENCES) {
    it(`what “${sentence}” serves`, () => {
      const { text } = report("query/unindexed", `${sentence}\n\n\`SELECT * FROM carts WHERE owner = 1\`\n`);
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
      const { text } = report("query/unindexed", `${sentence}\n\n\`SELECT * FROM carts WHERE owner = 1\`\n`);
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
      const { text } = report("query/unindexed", `${QUERY}${files}`, "specs/001-carts/spec.md");
      expect(text.includes("«")).toBe(!counts);
    });
  }
});
