/** What migrations take away again, in the order of their names. */
import { describe, expect, it } from "vitest";
import { removalsIn } from "../../glossary/query/model/removals.ts";
import { report, sql } from "./report.ts";

const QUERY = sql("SELECT * FROM orders WHERE state = ?");
const CREATED = "CREATE TABLE orders (id INT PRIMARY KEY, state TEXT, total INT);\n";
const INDEXED = `${CREATED}CREATE INDEX idx_orders_state ON orders (state);\n`;

/** What is said of the query on a plan, beside migrations by their names. */
function said(migrations: Readonly<Record<string, string>>, page = QUERY): string[] {
  const files = Object.entries(migrations).map(([path, text]) => `-- ${path} --\n${text}\n`);
  return report("query/unindexed", `-- docs/plan.md --\n${page}${files.join("")}`, "docs/plan.md").found.map(
    ({ severity, message }) => `${severity}: ${message.split(":")[0]}`,
  );
}

const MISSING = ["warning: No index serves the filter by orders.state"];
const RAILS = "class A < ActiveRecord::Migration[7.0]\n  def change\n    BODY\n  end\nend\n";
const rails = (body: string) => RAILS.replace("BODY", body);
const RAILS_TABLE = rails(
  "create_table :orders do |t|\n      t.string :state\n      t.index [:state]\n    end",
);

describe("an index that a later migration takes away does not count", () => {
  const CASES: readonly (readonly [how: string, migrations: Readonly<Record<string, string>>])[] = [
    [
      "by its name",
      { "db/migrations/001_a.sql": INDEXED, "db/migrations/002_b.sql": "DROP INDEX idx_orders_state;" },
    ],
    [
      "if it is there",
      {
        "db/migrations/001_a.sql": INDEXED,
        "db/migrations/002_b.sql": "DROP INDEX CONCURRENTLY IF EXISTS public.idx_orders_state;",
      },
    ],
    [
      "on its table",
      {
        "db/migrations/001_a.sql": INDEXED,
        "db/migrations/002_b.sql": "DROP INDEX `idx_orders_state` ON `orders`;",
      },
    ],
    [
      "by an alteration of the table",
      {
        "db/migrations/001_a.sql": CREATED,
        "db/migrations/002_b.sql": "ALTER TABLE orders ADD CONSTRAINT orders_one UNIQUE (state);",
        "db/migrations/003_c.sql": "ALTER TABLE orders DROP CONSTRAINT orders_one;",
      },
    ],
    [
      "of Rails, by its column",
      { "db/migrate/1_a.rb": RAILS_TABLE, "db/migrate/2_b.rb": rails("remove_index :orders, :state") },
    ],
    [
      "of Rails, by its columns",
      {
        "db/migrate/1_a.rb": RAILS_TABLE,
        "db/migrate/2_b.rb": rails("remove_index :orders, column: [:state]"),
      },
    ],
    [
      "of Rails, by its name",
      {
        "db/migrate/1_a.rb": RAILS_TABLE,
        "db/migrate/2_b.rb": rails('remove_index :orders, name: "index_orders_on_state"'),
      },
    ],
    [
      "of Alembic",
      {
        "alembic/versions/1_a.py":
          'def upgrade():\n    op.create_table("orders", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("state", sa.String()))\n    op.create_index("ix_orders_state", "orders", ["state"])\n',
        "alembic/versions/2_b.py":
          'def upgrade():\n    op.drop_index("ix_orders_state", table_name="orders")\n\ndef downgrade():\n    op.create_index("ix_orders_state", "orders", ["state"])\n',
      },
    ],
    [
      "of Knex",
      {
        "migrations/1_a.js":
          'exports.up = (knex) => knex.schema.createTable("orders", (t) => {\n  t.increments("id");\n  t.string("state").index();\n});\n',
        "migrations/2_b.js":
          'exports.up = (knex) => knex.schema.alterTable("orders", (t) => {\n  t.dropIndex(["state"]);\n});\n',
      },
    ],
    [
      "of Laravel",
      {
        "database/migrations/1_a.php":
          '<?php\nSchema::create("orders", function (Blueprint $table) {\n  $table->id();\n  $table->string("state")->index();\n});\n',
        "database/migrations/2_b.php":
          '<?php\nSchema::table("orders", function (Blueprint $table) {\n  $table->dropIndex("orders_state_index");\n});\n',
      },
    ],
  ];
  for (const [how, migrations] of CASES)
    it(how, () => {
      expect(said(migrations).map((one) => one.replace(/^.*?: /, ""))).toEqual([
        "No index serves the filter by orders.state",
      ]);
      const [first] = Object.entries(migrations);
      if (first && !how.includes("alteration")) expect(said(Object.fromEntries([first]))).toEqual([]);
    });
});

describe("an index counts", () => {
  const CASES: readonly (readonly [when: string, migrations: Readonly<Record<string, string>>])[] = [
    [
      "that is made anew",
      {
        "db/migrations/001_a.sql": INDEXED,
        "db/migrations/002_b.sql": "DROP INDEX idx_orders_state;",
        "db/migrations/010_c.sql": "CREATE INDEX idx_orders_state ON orders (state);",
      },
    ],
    [
      "that is made anew in the same file",
      {
        "db/migrations/001_a.sql": INDEXED,
        "db/migrations/002_b.sql":
          "DROP INDEX idx_orders_state;\nCREATE INDEX idx_orders_state ON orders (state);",
      },
    ],
    [
      "that only the way back takes away",
      {
        "db/migrations/001_a.up.sql": INDEXED,
        "db/migrations/001_a.down.sql": "DROP INDEX idx_orders_state;",
      },
    ],
    [
      "that only the second half of its file takes away",
      { "db/migrations/001_a.sql": `-- +goose Up\n${INDEXED}-- +goose Down\nDROP INDEX idx_orders_state;\n` },
    ],
    [
      "that the schema of today has",
      {
        "db/migrate/1_a.rb": RAILS_TABLE,
        "db/migrate/2_b.rb": rails("remove_index :orders, :state"),
        "db/schema.rb":
          'ActiveRecord::Schema.define do\n  create_table "orders" do |t|\n    t.string "state"\n    t.index ["state"], name: "i"\n  end\nend\n',
      },
    ],
    [
      "while another is taken away",
      { "db/migrations/001_a.sql": INDEXED, "db/migrations/002_b.sql": "DROP INDEX idx_parcels_state;" },
    ],
    [
      "of a table that is copied under its name",
      {
        "drizzle/0001_a.sql": INDEXED,
        "drizzle/0002_b.sql": `${CREATED.replace("orders", "orders_new")}DROP TABLE orders;\nALTER TABLE orders_new RENAME TO orders;\nCREATE INDEX i ON orders (state);\n`,
      },
    ],
    [
      "of a table that was called otherwise",
      {
        "db/migrations/001_a.sql": INDEXED.replaceAll("orders", "purchases"),
        "db/migrations/002_b.sql": "ALTER TABLE purchases RENAME TO orders;",
      },
    ],
  ];
  for (const [when, migrations] of CASES)
    it(when, () => {
      expect(said(migrations)).toEqual([]);
    });
});

describe("tables and columns that are taken away", () => {
  it("a table is not declared any more", () => {
    const migrations = {
      "migrations/1_a.sql": CREATED,
      "migrations/2_b.sql": "DROP TABLE IF EXISTS orders;",
    };
    expect(said({ "migrations/1_a.sql": CREATED })).toEqual(MISSING);
    expect(said(migrations)).toEqual([
      "information: No index for orders.state is declared in this document or 2 schema files",
    ]);
  });

  it("the table that is copied under its name keeps its columns", () => {
    const copied = `${CREATED.replace("orders", "orders_new")}DROP TABLE orders;\nALTER TABLE orders_new RENAME TO orders;\n`;
    expect(said({ "migrations/1_a.sql": INDEXED, "migrations/2_b.sql": copied })).toEqual(MISSING);
  });

  it("a column takes its indexes along", () => {
    const dropped = "ALTER TABLE orders DROP COLUMN state;";
    expect(said({ "migrations/1_a.sql": INDEXED, "migrations/2_b.sql": dropped })).toHaveLength(1);
  });

  it("a table that is renamed in a circle is none", () => {
    const migrations = {
      "migrations/1_a.sql": "ALTER TABLE orders RENAME TO parcels;\nALTER TABLE parcels RENAME TO orders;",
      "migrations/2_b.sql": "ALTER TABLE parcels RENAME TO orders;",
    };
    expect(said(migrations)).toHaveLength(1);
  });
});

describe("what a migration takes away", () => {
  const CASES: readonly (readonly [path: string, text: string, removed: string])[] = [
    [
      "migrations/1_a.cs",
      'migrationBuilder.DropIndex(\n  name: "IX_Orders_State",\n  table: "Orders");',
      "index Orders IX_Orders_State",
    ],
    [
      "migrations/1_a.cs",
      'migrationBuilder.RenameTable(name: "Orders", newName: "Purchases");',
      "rename Orders Purchases",
    ],
    ["priv/repo/migrations/1_a.exs", "drop index(:orders, [:state, :total])", "index orders state,total"],
    [
      "priv/repo/migrations/1_a.exs",
      "rename table(:orders), to: table(:purchases)",
      "rename orders purchases",
    ],
    ["app/migrations/0002_b.py", 'migrations.RemoveIndex(model_name="order", name="i")', "index order i"],
    [
      "app/migrations/0002_b.py",
      'migrations.RemoveField(model_name="order", name="state")',
      "column order state",
    ],
    ["migrations/2_b.js", 'await queryInterface.removeIndex("orders", ["state"]);', "index orders state"],
    ["migrations/2_b.ts", 'await queryRunner.query(`DROP INDEX "IDX_1"`);', "index  IDX_1"],
    ["db/migrate/2_b.rb", "rename_table :orders, :purchases", "rename orders purchases"],
    ["src/schema.ts", 'db.dropIndex("a")', ""],
    ["db/migrations/001_a.down.sql", "DROP TABLE orders;", ""],
    ["db/migrations/001_a.sql", "-- DROP TABLE orders;", ""],
  ];
  for (const [path, text, removed] of CASES)
    it(`${path}: ${removed || "nothing"}`, () => {
      const found = removalsIn(path, text).map(
        ({ what, table, name, keys }) => `${what} ${table ?? ""} ${keys.join() || name}`,
      );
      expect(found).toEqual(removed === "" ? [] : [removed]);
    });

  it("is found in time that grows with the length of the file", () => {
    for (const piece of [
      "DROP INDEX ",
      "ALTER TABLE a DROP ",
      "remove_index :a, [",
      ".alterTable(",
      "DROP TABLE [a",
    ]) {
      const started = performance.now();
      removalsIn("migrations/1_a.sql", piece.repeat(40_000));
      expect(performance.now() - started).toBeLessThan(3_000);
    }
  });
});
