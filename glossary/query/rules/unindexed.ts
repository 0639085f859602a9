import { defineRule } from "../../rule/rule.ts";
import type { Severity } from "../../workspace/settings/settings.ts";
import { dialectOfQuery, indexName, queryEdits } from "../edits/edits.ts";
import type { Looked } from "../index/context.ts";
import { type UnservedQuery, unservedOn } from "../index/queries.ts";
import type { QueryView } from "../index/view.ts";
import { isDefeating } from "../model/cover.ts";
import { ANY_TABLE } from "../model/names.ts";

export const unindexed = defineRule<UnservedQuery, QueryView>({
  id: "query/unindexed",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A query, in SQL or by a call of an ORM, filters by a column that no index serves.",
  why: `A query without an index reads the whole table. That goes unnoticed with the rows of a test and hurts with those of a
year, so the specification is the place to name the index.

**What is read.** SQL in fences, in code without a label, in strings of program code (put together, raw, heredocs), in values
of YAML and JSON, in functions and in inline code; also a bare
\`WHERE customer_id = ?\`; calls of ORMs and query builders in code and in inline code: Prisma, Drizzle, TypeORM, Sequelize, Knex, Kysely, Mongoose,
SQLAlchemy, Django, Active Record, Spring Data, Exposed, Entity Framework, Eloquent and GORM. What is no SQL of tables is
left alone: ksqlDB, WIQL, JQL, CQL, system catalogues, analytics stores, stand-ins such as \`table_name\`, whatever the
parser does not understand, calls whose conditions are put together elsewhere, and tests.

**What counts as an index.** \`CREATE INDEX\`, primary and unique keys, schema code and migrations of Prisma, Drizzle, TypeORM,
Sequelize, Knex, Kysely, Mongoose, SQLAlchemy, Alembic, Django, Active Record, Ecto, Laravel, Doctrine, Entity Framework,
Jakarta Persistence, Exposed, GORM, Bun, SeaORM and Liquibase, diagrams of entities, and sentences
such as “Add indexes on email, user_id” or \`**Index**: orders(customer_id)\`. They are looked for in the document, in its
increment, in documents that describe the database (\`schema.md\`, \`data-model.md\`), and in the \`*.sql\` files, models and
migrations of the repository, which are read when a query asks for them. “No index on …” does not count, and what is only planned makes it a
hint. What later migrations take away does not count. \`id\` is taken for the primary key.

**Whose tables.** Queries on pages that plan, decide or design are meant, those of tables that files declare, and those on
pages that ask such tables. In repositories that document or teach something, or make an ORM or a database, the others are examples and
hints.

**How it decides.** For each table: of conditions that all hold, one that an index serves is enough; of alternatives each
needs one. An index serves its first column. No tree serves \`LIKE '%…'\`, \`ILIKE\` or a function of its column.

| Severity | When |
|----------|------|
| warning | the table is declared and no index serves the query, or there is one that the condition cannot use |
| information | the table is not declared anywhere, or the page is a README |
| hint | only a join or the order is concerned, the column stands second in its index, it holds true or false, the table is uncertain, the statement runs once (checks, migrations, \`EXPLAIN\`) or names one thing by its value, the table is an example, or the page is a test guide or a tutorial (in those that teach, tables that nobody declares are left alone) |

Examples that are marked as bad, attacks by injection and what prevents them, and pages about stores such as Cassandra,
DynamoDB or Elasticsearch are left alone. See [queries](../../queries.md) for the limits.

A scan that is meant is marked by a comment \`-- unindexed-ok\` in the SQL, or \`<!-- unindexed-ok -->\` at the text.`,
  measured: `On 45 labelled statements of one repository (\`npm run eval:query\`) all 8 without an index are reported
and none of the other 37, 19 of which are no queries of tables. On 2026-12-01, on 64 public repositories, the rule was judged and
then mended: of 381 findings of the rules on queries 52 were right, 317 arguable (278 of them samples in the documentation of Laravel, Knex
and in two collections of lessons) and 12 wrong; now there are 249, of which 8 are warnings (5 right, 3 arguable, none wrong), 20
informations (13 right, 7 arguable) and 221 hints. In the documentation of GORM, Drizzle, TypeORM and Entity Framework it was 2,550 findings, 420
of them warnings; now some 500 hints. On 53 repositories in four draws that nobody had tuned to, each judged as it was found: 249
findings, 68 right, 146 arguable (statements that somebody types, standards with examples) and 35 wrong, 20 of these in jamals86/KalamDB, a
database of its own. In the last two draws, 21 repositories (AISecurityAssurance/ai-sec, Akkkkkkki/intel-prep-ace, 7and1/neural-coding.com,
98labs/patunay-admin and others): 29 findings, 10 of them warnings; 9 warnings right, 1 arguable, none wrong, and 3 others wrong, on tables that
Supabase brings along and that are left alone since.`,
  examples: [
    {
      title: "A filter by a column without an index",
      bad: `# Orders

\`\`\`sql
CREATE TABLE orders (
  id BIGINT PRIMARY KEY,
  customer_id BIGINT NOT NULL,
  placed_at TIMESTAMP NOT NULL
);
\`\`\`

The list of orders is read by

\`\`\`sql
SELECT id, placed_at FROM orders WHERE «customer_id» = ?;
\`\`\`
`,
      fix: "Add the index after the table orders",
      good: `# Orders

\`\`\`sql
CREATE TABLE orders (
  id BIGINT PRIMARY KEY,
  customer_id BIGINT NOT NULL,
  placed_at TIMESTAMP NOT NULL
);
CREATE INDEX idx_orders_customer_id ON orders (customer_id);
\`\`\`

The list of orders is read by

\`\`\`sql
SELECT id, placed_at FROM orders WHERE customer_id = ?;
\`\`\`
`,
    },
    {
      title: "In a specification",
      path: "specs/007-refunds/spec.md",
      bad: "# Refunds\n\nOpen refunds are `SELECT * FROM refunds WHERE «state» = 'open'`.\n",
      fix: "Add a line “Index: refunds(state)”",
      good: "# Refunds\n\nOpen refunds are `SELECT * FROM refunds WHERE state = 'open'`.\n\n**Index**: refunds(state)\n",
    },
    {
      title: "A condition that the index cannot use",
      bad: `\`\`\`sql
CREATE INDEX idx_customers_email ON customers (email);
SELECT * FROM customers WHERE lower(«email») = lower(:email);
\`\`\`
`,
      fix: "Add CREATE INDEX for customers(lower(email))",
      good: `\`\`\`sql
CREATE INDEX idx_customers_email ON customers (email);
SELECT * FROM customers WHERE lower(email) = lower(:email);
CREATE INDEX idx_customers_lower_email ON customers (lower(email));
\`\`\`
`,
    },
    {
      title: "A model of Prisma",
      bad: `\`\`\`prisma
model Invoice {
  id     Int    @id
  number String @unique
  state  String
}
\`\`\`

\`\`\`ts
await db.query("SELECT * FROM invoices WHERE «state» = $1", [state]);
\`\`\`
`,
      fix: "Add @@index([state]) to the model Invoice",
      good: `\`\`\`prisma
model Invoice {
  id     Int    @id
  number String @unique
  state  String
  @@index([state])
}
\`\`\`

\`\`\`ts
await db.query("SELECT * FROM invoices WHERE state = $1", [state]);
\`\`\`
`,
    },
    {
      title: "A call of Prisma",
      bad: `\`\`\`prisma
model Invoice {
  id     Int    @id
  number String @unique
  state  String
}
\`\`\`

\`\`\`ts
const open = await prisma.invoice.findMany({ where: { «state»: "open" } });
const one = await prisma.invoice.findFirst({ where: { number } });
\`\`\`
`,
      fix: "Add @@index([state]) to the model Invoice",
      good: `\`\`\`prisma
model Invoice {
  id     Int    @id
  number String @unique
  state  String
  @@index([state])
}
\`\`\`

\`\`\`ts
const open = await prisma.invoice.findMany({ where: { state: "open" } });
const one = await prisma.invoice.findFirst({ where: { number } });
\`\`\`
`,
    },
    {
      title: "A call of a table that nobody declares",
      bad: '```python\nOrder.objects.filter(«state»="open").count()\n```\n',
      fix: "Add a line “Index: Order(state)”",
      good: '```python\nOrder.objects.filter(state="open").count()\n```\n\n**Index**: Order(state)\n',
    },
    {
      title: "A scan on purpose",
      bad: "```sql\nSELECT count(*) FROM sessions WHERE «started_at» < :day;\n```\n",
      fix: "Mark the scan as intended",
      good: "```sql\n-- unindexed-ok\nSELECT count(*) FROM sessions WHERE started_at < :day;\n```\n",
    },
    {
      title: "Served by the text",
      good: "Add indexes on customer_id, placed_at.\n\n```sql\nSELECT * FROM orders WHERE customer_id = ? AND state = 'open';\n```\n",
    },
    {
      title: "Served by a file of the schema",
      given: {
        "db/schema.sql":
          "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT);\nCREATE INDEX i ON orders (customer_id);\n",
      },
      good: "`SELECT * FROM orders WHERE customer_id = ?`\n",
    },
    {
      title: "No table of yours",
      good: "```sql\nSELECT * FROM pg_stat_activity WHERE state = 'active';\nSELECT * FROM table_name WHERE column = 1;\n```\n",
    },
  ],

  message(query) {
    const { unserved } = query;
    const { table, column, leaf, index } = unserved;
    const name = column.parts.at(-1) as string;
    const wanted = indexName(query);
    if (table.name === ANY_TABLE)
      return `No index is declared that begins with ${name}: name the table and the index that serve this condition`;
    const own = `${table.name}.${name}`;
    const what = leaf ? HOW[leaf.made ? "made" : leaf.how] : undefined;
    switch (unserved.reason) {
      case "defeated":
        return `The index ${index?.label ?? ""} cannot serve ${what ?? "this condition"}: ${remedy(query)}`;
      case "inner":
        return `${own} is not the first column of its index, so few queries gain by it: add an index on ${wanted}`;
      case "join":
        return `The join looks up ${own}, which no index serves: add an index on ${wanted}`;
      case "sort":
        return `All of ${table.name} is read to be sorted by ${name}: add an index on ${wanted}`;
      default:
        if (leaf && isDefeating(leaf))
          return `No index serves ${what ?? "this condition"} on ${own}: ${remedy(query)}`;
        if (index)
          return `The index ${index.label} that would serve ${own} is only planned: declare it with the query`;
        return unserved.known
          ? `No index serves the filter by ${own}: add an index on ${wanted}, or say that the scan is intended`
          : `No index for ${own} is declared in ${places(query.looked)}: add an index on ${wanted}, or say that the scan is intended`;
    }
  },

  *check({ page, snapshot }) {
    for (const query of onceInText(unservedOn(page, snapshot)))
      yield { span: query.span, data: query, severity: severityOf(query, page.path) };
  },

  fixes({ data }, { page, snapshot }) {
    return queryEdits(data, page, snapshot).map(({ title, edit }, i) => ({
      title,
      changes: [{ kind: "edit" as const, path: page.path, edits: [edit] }],
      safety: "review" as const,
      ...(i === 0 && { preferred: true }),
    }));
  },
});

/** A text that explains speaks of the same call again and again: where it stands in inline code, the first is enough. */
function onceInText(queries: readonly UnservedQuery[]): UnservedQuery[] {
  const seen = new Set<string>();
  return queries.filter(({ candidate: { call, kind }, unserved: { table, wanted } }) => {
    const name = `${table.name} ${wanted.join(" ")}`;
    const isAgain = call !== undefined && kind === "inline" && seen.has(name);
    if (call) seen.add(name);
    return !isAgain;
  });
}

const HOW: Readonly<Record<string, string>> = {
  contains: "a pattern that begins with a wildcard",
  insensitive: "a comparison that ignores case",
  made: "a function of its column",
  within: "a search within its column",
  text: "a full-text search",
};

function remedy(query: UnservedQuery): string {
  const { leaf } = query.unserved;
  const dialect = dialectOfQuery(query);
  if (leaf?.made)
    return dialect === "mssql"
      ? "compare the column itself, or index a computed column"
      : `add an index on ${indexName(query)}, or compare the column itself`;
  const search = dialect === "other" ? "trigram" : "full-text";
  if (leaf?.how === "contains") return `add a ${search} index, or search from the start`;
  if (leaf?.how === "insensitive") return `add a ${search} index, or one on the lower case and compare that`;
  return `add ${leaf?.how === "text" ? "a full-text" : "a GIN"} index on ${indexName(query)}`;
}

/** “this document, its increment or 12 schema files” */
function places({ increment, files }: Looked): string {
  const schema = files === 0 ? [] : [files === 1 ? "the schema file" : `${files} schema files`];
  const all = ["this document", ...(increment ? ["its increment"] : []), ...schema];
  return all.length < 2 ? (all[0] as string) : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

/** A page that introduces something shows tables and queries as examples. */
const INTRODUCTION = /(?:^|\/)readme\b[^/]*$/i;

function severityOf({ unserved, once, example }: UnservedQuery, path: string): Severity {
  const { weak, reason, known } = unserved;
  if (weak || once || example || reason === "inner" || reason === "join" || reason === "sort") return "hint";
  return (reason === "defeated" || known) && !INTRODUCTION.test(path) ? "warning" : "information";
}
