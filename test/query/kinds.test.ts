/** Kinds of queries that looked as if they had no index, or were named wrongly. */
import { describe, expect, it } from "vitest";
import { report, sql } from "./report.ts";

const PLACES =
  "CREATE TABLE dbo.Places (Id INT PRIMARY KEY, Spot GEOMETRY, Kind INT, Model INT, Sample VECTOR(8));";

describe("nothing is said of", () => {
  const SERVED: readonly (readonly [what: string, source: string])[] = [
    [
      "a condition beside one that an index for places serves",
      sql(
        PLACES,
        "GO",
        "CREATE SPATIAL INDEX SIX_Places ON dbo.Places (Spot) USING GEOMETRY_GRID;",
        "GO",
        "SELECT Id FROM dbo.Places p WHERE p.Spot.STIntersects(@area) = 1 AND p.Kind = @kind;",
      ),
    ],
    [
      "one by PostGIS",
      sql(
        "CREATE TABLE shops (id INT PRIMARY KEY, spot GEOMETRY, kind INT);",
        "CREATE INDEX a ON shops USING gist (spot);",
        "SELECT id FROM shops WHERE ST_DWithin(spot, $1, 500) AND kind = $2;",
      ),
    ],
    [
      "a distance of vectors",
      sql(PLACES, "SELECT Id FROM dbo.Places WHERE VECTOR_DISTANCE('cosine', Sample, @one) < 0.2;"),
    ],
    [
      "a table of columns",
      sql(
        "CREATE TABLE dbo.Hits (Id BIGINT NOT NULL, ModelId INT NOT NULL);",
        "CREATE CLUSTERED COLUMNSTORE INDEX CCI_Hits ON dbo.Hits;",
        "SELECT COUNT(*) FROM dbo.Hits WHERE ModelId = @model;",
      ),
    ],
    [
      "a key that a block of statements adds",
      sql(
        "CREATE TABLE rules (id INT PRIMARY KEY, feed_id INT);",
        "DO $$ BEGIN",
        "  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'uq_rules') THEN",
        "    ALTER TABLE rules ADD CONSTRAINT uq_rules UNIQUE (feed_id);",
        "  END IF;",
        "END $$;",
        "SELECT * FROM rules WHERE feed_id = ?;",
      ),
    ],
    ["the id of a node of a graph", sql("SELECT * FROM graph.Nodes n WHERE n.$node_id = @id")],
    ["the number of a row", sql("SELECT * FROM ranked WHERE rn = 1")],
    ["a view by its name", sql("SELECT * FROM admin.feed_overview WHERE feed = ?")],
    ["the name of a user of Django", sql("SELECT * FROM auth_user WHERE username = ?")],
    ["a table that Supabase brings along", sql("SELECT * FROM auth.users WHERE email = ?")],
    ["such a user by a call", "```python\nUser.objects.filter(username=name).first()\n```\n"],
    ["a model that stands for any", "```python\nYourModel.objects.filter(state=state)\n```\n"],
    ["a row that another refers to", "```ruby\nOrder.where(restaurant: restaurant).first\n```\n"],
    ["… of the session", "```ruby\nOrder.where(user: current_user)\n```\n"],
    [
      "what a context of Entity Framework tracks",
      "```csharp\nvar changed = _context.ChangeTracker.Entries<Order>().Where(e => e.State == EntityState.Modified);\n```\n",
    ],
  ];
  for (const [what, source] of SERVED)
    it(what, () => {
      expect(report("query/unindexed", source).found.map(({ message }) => message)).toEqual([]);
    });
});

describe("is still reported", () => {
  const FOUND: readonly (readonly [what: string, severity: string, source: string])[] = [
    [
      "a condition beside one on a place without an index",
      "warning",
      sql(PLACES, "SELECT Id FROM dbo.Places p WHERE p.Spot.STIntersects(@area) = 1 AND p.«Kind» = @kind;"),
    ],
    [
      "an update that names its table by an alias",
      "warning",
      sql(PLACES, "UPDATE p SET Kind = 2 FROM dbo.Places p WHERE p.«Model» = @model;"),
    ],
    [
      "columns of which each is second in an index",
      "hint",
      sql(
        PLACES,
        "CREATE UNIQUE INDEX a ON dbo.Places (Spot, Kind, Model);",
        "SELECT * FROM dbo.Places WHERE «Kind» = @kind AND Model = @model;",
      ),
    ],
    ["a column of another kind", "information", '```ruby\nOrder.where(«restaurant»: "Da Vinci")\n```\n'],
    ["users of one's own", "information", sql("SELECT * FROM shop.users WHERE «email» = ?")],
    ["a name of a user elsewhere", "information", "```python\nMember.objects.filter(«username»=name)\n```\n"],
  ];
  for (const [what, severity, source] of FOUND)
    it(`${what}: ${severity}`, () => {
      const { text, found, expected } = report("query/unindexed", source);
      expect(text).toBe(expected);
      expect(found.map((one) => one.severity)).toEqual([severity]);
    });

  it("an update by an alias names the table", () => {
    const page = sql(PLACES, "UPDATE p SET Kind = 2 FROM dbo.Places p WHERE p.Model = @model;");
    expect(report("query/unindexed", page).found[0]?.message).toContain("dbo.Places.Model");
  });
});

describe("a loop", () => {
  it("that reads what comes next, a number of times that a variable holds: nothing", () => {
    const page =
      '```csharp\nfor (int i = 0; i < maxWords; i++)\n{\n  using var command = new SqlCommand("SELECT TOP 1 Word FROM Words WHERE Before = @words", connection);\n  words.Add(command.ExecuteScalar());\n}\n```\n';
    expect(report("query/n-plus-one", page).found).toEqual([]);
    const listed = page.replace("words.Add(", "words.Add(ids[i], ");
    expect(report("query/n-plus-one", listed).found).toHaveLength(1);
  });

  it("that is shown as the old one: nothing", () => {
    const page = (comment: string) =>
      `\`\`\`ts\n// ${comment}\nfor (const day of days) {\n  await prisma.sale.findMany({ where: { day: day.start } });\n}\n\`\`\`\n`;
    expect(report("query/n-plus-one", page("OLD: 7 queries")).found).toEqual([]);
    expect(report("query/n-plus-one", page("NEW: sales of each day")).found).toHaveLength(1);
    expect(report("query/n-plus-one", page("The oldest day comes first")).found).toHaveLength(1);
  });
});

describe("a loop over few or one", () => {
  const loop = (language: string, ...lines: readonly string[]) =>
    report("query/n-plus-one", `\`\`\`${language}\n${lines.join("\n")}\n\`\`\`\n`).found.length;

  it("a list that the code writes down: nothing", () => {
    const body = ["for (const language of languages) {", "  await pageRepository.findBy({ language });", "}"];
    expect(loop("ts", 'const languages = ["en", "fr"];', ...body)).toBe(0);
    expect(loop("ts", "const languages = await prisma.language.findMany();", ...body)).toBe(1);
    const python = ["for kind in kinds:", "    Page.objects.filter(kind=kind).count()"];
    expect(loop("python", 'kinds = ["news", "blog"]', ...python)).toBe(0);
    expect(loop("python", "kinds = Kind.objects.all()", ...python)).toBe(1);
  });

  it("a result that is one thing: nothing", () => {
    const body = (on: string) =>
      loop("kotlin", `val posts = ${on}.flatMap { user ->`, "    postRepository.findByAuthor(user.id)", "}");
    expect(body("result")).toBe(0);
    expect(body("userRepository.findById(id)")).toBe(0);
    expect(body("users")).toBe(1);
  });
});

it("calls that are typed in a shell are read", () => {
  const page = '```bash\npython manage.py shell\n\nOrder.objects.filter(«state»="open").delete()\n```\n';
  const { text, found, expected } = report("query/unindexed", page);
  expect(text).toBe(expected);
  expect(found.map(({ severity }) => severity)).toEqual(["hint"]);
});
