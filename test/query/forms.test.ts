/** The ways to write a query, and to declare an index: what counts in one language counts in all. */
import { describe, expect, it } from "vitest";
import { report, sql } from "./report.ts";

const fence = (language: string, ...lines: readonly string[]) =>
  `\`\`\`${language}\n${lines.join("\n")}\n\`\`\`\n`;
const QUERY = "SELECT id FROM parcels WHERE carrier_ref = ";
const PARCELS = sql(
  "CREATE TABLE parcels (id BIGINT PRIMARY KEY, locker_id BIGINT, carrier_ref TEXT, sent_at TIMESTAMP);",
);
const queries = (text: string) => report("query/unindexed", text).found.length;

describe("a query is found", () => {
  const FORMS: readonly (readonly [what: string, text: string])[] = [
    ...[
      "sql",
      "postgres",
      "plpgsql",
      "tsql",
      "t-sql",
      "sqlite",
      "oracle",
      "mariadb",
      "pl/sql",
      "sql+jinja",
    ].map((label) => [label, fence(label, `${QUERY}?;`)] as const),
    ["in HTML", `<pre><code>${QUERY}?</code></pre>\n`],
    ["in a step", fence("", "1. Find them", `   ${QUERY}'x'`, "2. Mark them")],
    ["at a prompt", fence("console", `shop=> ${QUERY}'x';`)],
    ["in a difference", fence("diff", "-SELECT 1", `+${QUERY}?`)],
    [
      "in Python, side by side",
      fence("python", 'sql = ("SELECT id "', '       "FROM parcels "', '       "WHERE carrier_ref = %s")'),
    ],
    ["in Go, with a plus", fence("go", 'q := "SELECT id FROM parcels " +', '  "WHERE carrier_ref = $1"')],
    [
      "in Java, with a value",
      fence("java", 'String q = "SELECT id FROM parcels "', '  + "WHERE carrier_ref = \'" + ref + "\'";'),
    ],
    [
      "in Java, appended",
      fence("java", 'sb.append("SELECT id FROM parcels ");', 'sb.append("WHERE carrier_ref = ?");'),
    ],
    [
      "in Ruby",
      fence(
        "ruby",
        "conn.exec(<<~SQL, [ref])",
        "  SELECT id",
        "  FROM parcels",
        "  WHERE carrier_ref = $1",
        "SQL",
      ),
    ],
    ["in PHP, a heredoc", fence("php", "$q = <<<SQL", `  ${QUERY}?`, "  SQL;")],
    ["in PHP, with dots", fence("php", '$q = "SELECT id FROM parcels " . "WHERE carrier_ref = ?";')],
    [
      "in C#, verbatim",
      fence("csharp", 'var q = @"', "  SELECT id", "  FROM parcels", '  WHERE carrier_ref = @ref";'),
    ],
    ["in C#, raw", fence("csharp", 'var q = """', `  ${QUERY}@ref`, '  """;')],
    ["in Rust, raw", fence("rust", `sqlx::query!(r#"${QUERY}$1"#, r)`)],
    ["in C++, raw", fence("cpp", `auto q = R"(${QUERY}?)";`)],
    ["in Kotlin", fence("kotlin", 'val q = """', `  ${QUERY}?`, '  """')],
    ["in Scala", fence("scala", `sql"${QUERY}$ref".query[Long]`)],
    ["in Elixir", fence("elixir", `Repo.query("${QUERY}$1", [ref])`)],
    ["in Lua", fence("lua", `local q = [[${QUERY}?]]`)],
    ["in a shell", fence("bash", "psql <<SQL", `${QUERY}'x';`, "SQL")],
    ["in YAML", fence("yaml", `query: ${QUERY}:ref`)],
    [
      "in YAML, a block",
      fence("yaml", "query: |", "  SELECT id FROM parcels", "  WHERE carrier_ref = :ref", "other: 1"),
    ],
    ["in JSON", fence("json", `{ "query": "${QUERY}?" }`)],
    ["in TOML", fence("toml", 'query = """', `${QUERY}?`, '"""')],
    ["in XML", fence("xml", `<select id="a">${QUERY}#{ref} AND sent_at &lt; now()</select>`)],
    [
      "in a function",
      sql(
        "CREATE FUNCTION f() RETURNS void AS $$",
        "BEGIN",
        "  DELETE FROM parcels",
        "  WHERE carrier_ref = p_ref;",
        "END;",
        "$$ LANGUAGE plpgsql;",
      ),
    ],
    [
      "in a loop of a function",
      sql(
        "DO $a$ BEGIN FOR r IN SELECT * FROM parcels WHERE carrier_ref = 'x' LOOP NULL; END LOOP; END $a$;",
      ),
    ],
    ["for another delimiter", sql("DELIMITER //", `${QUERY}1 //`, "DELIMITER ;")],
    ["before GO", sql("SELECT 1", "GO", `${QUERY}1`, "GO")],
    ["over several lines", sql("UPDATE parcels", "SET sent_at = now()", "WHERE carrier_ref = 'x';")],
    ["with a list left out", sql("SELECT id FROM parcels WHERE carrier_ref IN (...refs)")],
    ["with an optional part", sql(`${QUERY}? [AND sent_at = ?] ORDER BY id`)],
    [
      "with a schema that is put in",
      fence("go", 'q := fmt.Sprintf("SELECT id FROM %s.parcels WHERE carrier_ref = $1", s)'),
    ],
    [
      "for each row of another",
      sql("SELECT l.id, (SELECT max(sent_at) FROM parcels p WHERE p.carrier_ref = l.ref) FROM lockers l"),
    ],
  ];

  it.each(FORMS)("%s", (_, text) => {
    expect(queries(`${PARCELS}\n# Case\n\n${text}`)).toBe(1);
  });
});

describe("nothing is a query", () => {
  it.each([
    ["WQL", fence("", "SELECT * FROM Win32_Process WHERE Name = 'a.exe'")],
    ["NRQL", sql("SELECT count(*) FROM Transaction WHERE appName = 'a' SINCE 1 day ago")],
    ["a view by its name", sql("SELECT * FROM dbo.OrganizationUserView WHERE UserId = @id")],
    [
      "a view by its heading",
      `## Analytics views\n\n### Hours\n\n${sql("SELECT * FROM chats WHERE hour = 1")}`,
    ],
    [
      "a view that is listed",
      `**Views**:\n- \`chats\`: by hour\n\n${sql("SELECT * FROM chats WHERE hour = 1")}`,
    ],
    ["a warehouse", sql("SELECT * FROM PRD.SHOP.ORDERS WHERE STATE = 1")],
    ["a method of a spatial type", sql("SELECT 1 FROM dbo.Place WHERE Location.STDistance(@p) < 9")],
    ["a column of the system", "The update matched no row: `WHERE xmin = 0`.\n"],
    ["what an update expects", "The conditional UPDATE (`WHERE state = 'new'`) wins once.\n"],
    [
      "SQL that a library makes",
      `It produces the following SQL:\n\n${sql("SELECT * FROM posts WHERE author = 1")}`,
    ],
    ["a negated pattern", sql("SELECT 1 FROM posts WHERE author !~ '^a'")],
  ])("%s", (_, text) => {
    expect(queries(text)).toBe(0);
  });
});

describe("an index serves", () => {
  const FORMS: readonly (readonly [what: string, text: string])[] = [
    [
      "of Django",
      fence(
        "python",
        "class Parcel(models.Model):",
        "    carrier_ref = models.CharField(max_length=40, db_index=True)",
      ),
    ],
    ["of SQLAlchemy", fence("python", 'Index("ix", Parcel.carrier_ref)')],
    [
      "of Rails",
      fence("ruby", "create_table :parcels do |t|", "  t.string :carrier_ref, index: true", "end"),
    ],
    ["of GORM", fence("go", "type Parcel struct {", '  CarrierRef string `gorm:"index"`', "}")],
    [
      "of Bun",
      fence("go", "type Parcel struct {", '  CarrierRef string `bun:"carrier_ref,notnull,unique"`', "}"),
    ],
    [
      "of JPA",
      fence(
        "java",
        "@Entity class Parcel {",
        '  @Column(name = "carrier_ref", unique = true) String carrierRef;',
        "}",
      ),
    ],
    ["of Laravel", fence("php", '$table->string("carrier_ref")->index();')],
    ["of Knex", fence("js", 'table.string("carrier_ref").index();')],
    [
      "of Sequelize",
      fence(
        "js",
        'Parcel.init({ carrier_ref: DataTypes.STRING }, { indexes: [{ fields: ["carrier_ref"] }] });',
      ),
    ],
    [
      "of Liquibase",
      fence(
        "yaml",
        "- createIndex:",
        "    tableName: parcels",
        "    columns:",
        "      - column:",
        "          name: carrier_ref",
      ),
    ],
    ["of Ecto", fence("elixir", "create index(:parcels, [:carrier_ref])")],
    ["in a string of Rust", fence("rust", 'conn.execute("CREATE INDEX i ON parcels (carrier_ref)", [])?;')],
    ["of a diagram", fence("mermaid", "erDiagram", "  PARCELS {", "    string carrier_ref UK", "  }")],
    ["of a table of columns", "| Column | Type | Index |\n|---|---|---|\n| carrier_ref | text | yes |\n"],
    ["called B-tree", "A B-tree on `carrier_ref` keeps look-ups quick.\n"],
    ["in code of a sentence", "There is no (a, b) composite, but `@@index([carrierRef])` is on Parcel.\n"],
    [
      "that the parser refuses",
      sql(
        "CREATE TABLE parcels (id BIGINT, carrier_ref TEXT, INDEX i (carrier_ref) WHERE carrier_ref IS NOT NULL);",
      ),
    ],
    [
      "with included columns",
      sql("CREATE NONCLUSTERED INDEX i ON dbo.parcels ([carrier_ref]) INCLUDE (id) WITH (ONLINE = ON)"),
    ],
    [
      "between GO",
      sql(
        "CREATE TABLE parcels (id INT PRIMARY KEY, carrier_ref INT)",
        "GO",
        "CREATE INDEX i ON parcels (carrier_ref)",
        "GO",
      ),
    ],
  ];

  it.each(FORMS)("%s", (_, text) => {
    expect(queries(`${text}\n# Read\n\n${sql(`${QUERY}$1;`)}`)).toBe(0);
  });

  it.each([
    ["of another column", "| Column | Index |\n|---|---|\n| carrier_ref | no |\n| id | yes |\n"],
    ["that a sentence denies", "There is no B-tree on `carrier_ref`.\n"],
  ])("not one %s", (_, text) => {
    expect(queries(`${text}\n# Read\n\n${sql(`${QUERY}$1;`)}`)).toBe(1);
  });
});

describe("the message", () => {
  it("names the table that is declared, and the operator as it is written", () => {
    const { found } = report(
      "query/unindexed",
      `${sql("CREATE TABLE shop.events (id INT PRIMARY KEY, flags INT);")}\n${fence("go", 'q := fmt.Sprintf("SELECT 1 FROM %s.events WHERE flags & 3 = 3", s)')}`,
    );
    expect(found[0]?.message).toContain("shop.events(flags & 3)");
  });

  it("says what was looked through", () => {
    const { found } = report("query/unindexed", sql("SELECT 1 FROM posts WHERE author = 1"));
    expect(found[0]?.message).toContain("is declared in this document:");
  });
});
