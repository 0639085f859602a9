/** What the schema code of each tool declares: tables by their names in the database and in code, and their keys. */
import { describe, expect, it } from "vitest";
import { readSchemaCode } from "../../glossary/query/model/schemas/tools.ts";

/** As one line each: `table parcels = Parcel (id, carrierref)`, `index parcels(carrier_ref)`. */
function read(text: string, path?: string): string[] {
  return readSchemaCode(text, path).map((one) =>
    one.kind === "index"
      ? `${one.method === "tree" ? "index" : one.method} ${one.label}`
      : `table ${[one.name, ...one.models].join(" = ")} (${[...one.columns.keys()].join(", ")})`,
  );
}

type Case = readonly [what: string, text: string, declared: readonly string[], path?: string];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  Prisma: [
    [
      "a model with another name",
      'model Parcel {\n  id Int @id\n  carrierRef String @map("carrier_ref")\n  lost Boolean\n  @@index([carrierRef, lost(sort: Desc)])\n  @@map("parcels")\n}\n',
      [
        "table parcels = Parcel (id, carrierref, lost)",
        "index parcels(id)",
        "index parcels(carrier_ref, lost)",
      ],
    ],
    [
      "a search",
      "model A {\n  tags String[]\n  @@index([tags], type: Gin)\n}\n",
      ["table A = A (tags)", "gin A(tags)"],
    ],
  ],
  Drizzle: [
    [
      "a table with indexes in a list",
      'export const lockers = pgTable("lockers", { id: serial("id").primaryKey(), cityName: text("city") }, (t) => [index("i").on(t.cityName)]);',
      [
        "table lockers = lockers (id, city, cityname)",
        "index lockers(id)",
        "index lockers(city)",
        "index lockers(city)",
      ],
    ],
    [
      "indexes that were pulled",
      'const a = mysqlTable("a", { b: int("b") }, (table) => { return { i: index("i").using("btree", table.b.asc().nullsLast()) } });',
      ["table a = a (b)", "index a(b)"],
    ],
    [
      "a GIN index, a function and a key of two",
      'const a = pgTable("a", { b: text(), c: text() }, (t) => [index("i").using("gin", t.b), index().on(sql`lower($'.concat(
        "{t.c})`), primaryKey({ columns: [t.b, t.c] })]);",
      ),
      ["table a = a (b, c)", "gin a(b)", "index a(lower(c))", "index a(b, c)"],
    ],
  ],
  TypeORM: [
    [
      "an entity",
      '@Entity({ name: "parcels" })\n@Index(["state", "sentAt"])\nexport class Parcel {\n  @PrimaryGeneratedColumn() id: number;\n  @Column({ name: "carrier_ref", unique: true })\n  carrierRef: string;\n  @Column() state: string;\n}\n',
      [
        "table parcels = Parcel (id, carrierref, state)",
        "index parcels(state, sentAt)",
        "index parcels(id)",
        "index parcels(carrier_ref)",
      ],
    ],
    [
      "a migration",
      'await queryRunner.createTable(new Table({ name: "a", columns: [{ name: "id", type: "int", isPrimary: true }, { name: "b", type: "text" }] }));\nawait queryRunner.createIndex("a", new TableIndex({ name: "i", columnNames: ["b"] }));',
      ["table a (id, b)", "index a(id)", "index a(b)"],
    ],
  ],
  Sequelize: [
    [
      "a model",
      'const Parcel = sequelize.define("Parcel", { ref: { type: DataTypes.STRING, field: "carrier_ref", unique: true } }, { tableName: "parcels", indexes: [{ fields: ["state"] }] });',
      [
        "table parcels = Parcel (carrierref, ref, id)",
        "index parcels(carrier_ref)",
        "index parcels(carrier_ref)",
        "index parcels(id)",
        "index parcels(state)",
      ],
    ],
    ["a migration", 'await queryInterface.addIndex("parcels", ["a", "b"]);', ["index parcels(a, b)"]],
  ],
  Knex: [
    [
      "a migration",
      'await knex.schema.createTable("parcels", (table) => {\n  table.increments();\n  table.string("ref").unique();\n  table.string("note");\n  table.index(["note", "ref"]);\n});',
      [
        "table parcels (id, ref, note)",
        "index parcels(id)",
        "index parcels(ref)",
        "index parcels(note, ref)",
      ],
    ],
  ],
  Kysely: [
    [
      "a migration",
      'await db.schema.createTable("parcels").addColumn("id", "integer", (col) => col.primaryKey()).addColumn("ref", "text").execute();\nawait db.schema.createIndex("i").on("parcels").column("ref").execute();',
      ["table parcels (id, ref)", "index parcels(id)", "index parcels(ref)"],
    ],
  ],
  Mongoose: [
    [
      "a schema",
      'const parcelSchema = new Schema({ ref: { type: String, index: true }, note: String });\nparcelSchema.index({ note: 1, ref: -1 });\nmongoose.model("Parcel", parcelSchema);',
      [
        "table Parcel = Parcel (id, ref, note)",
        "index Parcel(_id)",
        "index Parcel(ref)",
        "index Parcel(note, ref)",
      ],
    ],
  ],
  SQLAlchemy: [
    [
      "a model",
      'class Parcel(Base):\n    __tablename__ = "parcels"\n    id: Mapped[int] = mapped_column(primary_key=True)\n    ref: Mapped[str] = mapped_column("carrier_ref", String(40), index=True)\n    note = Column(Text)\n    __table_args__ = (Index("i", "note", "carrier_ref"),)\n',
      [
        "table parcels = Parcel (id, carrierref, ref, note)",
        "index parcels(note, carrier_ref)",
        "index parcels(note, carrier_ref)",
        "index parcels(id)",
        "index parcels(carrier_ref)",
        "index parcels(carrier_ref)",
      ],
    ],
    [
      "an index below its class",
      'class A(Base):\n    __tablename__ = "a"\n    b = Column(Text)\n\nIndex("i", A.b)\n',
      ["table a = A (b)", "index A(b)"],
    ],
    [
      "a table",
      't = Table("a", metadata, Column("b", Text, unique=True))\n',
      ["table a = t (b)", "index a(b)"],
    ],
  ],
  Alembic: [
    [
      "a migration",
      'op.create_table("parcels", sa.Column("id", sa.Integer()), sa.PrimaryKeyConstraint("id"))\nop.create_index(op.f("ix"), "parcels", ["ref", sa.text("lower(city)")], schema="api")\n',
      ["table parcels (id)", "index parcels(id)", "index parcels(ref, lower(city))"],
    ],
    [
      "a batch",
      'with op.batch_alter_table("parcels") as batch_op:\n    batch_op.create_index("ix", ["ref"])\n',
      ["index parcels(ref)"],
    ],
  ],
  Django: [
    [
      "a model of an application",
      'class Parcel(models.Model):\n    ref = models.CharField(max_length=9, db_index=True)\n    locker = models.ForeignKey(Locker, on_delete=models.CASCADE)\n    lost = models.BooleanField()\n\n    class Meta:\n        indexes = [models.Index(fields=["lost", "-ref"])]\n',
      [
        "table shop_parcel = Parcel (id, pk, ref, lockerid, locker, lost)",
        "index shop_parcel(id)",
        "index shop_parcel(id)",
        "index shop_parcel(ref)",
        "index shop_parcel(locker_id)",
        "index shop_parcel(locker_id)",
        "index shop_parcel(lost, ref)",
      ],
      "shop/models.py",
    ],
    [
      "a migration",
      'migrations.AddIndex(model_name="parcel", index=models.Index(fields=["ref"], name="i"))\n',
      ["index parcel(ref)", "index shop_parcel(ref)"],
      "shop/migrations/0002_ref.py",
    ],
  ],
  "Active Record": [
    [
      "a schema",
      'create_table "parcels", force: :cascade do |t|\n  t.string "ref"\n  t.boolean "lost"\n  t.references :locker\n  t.index ["ref", "lost"], name: "i"\nend\n',
      [
        "table parcels (id, ref, lost, lockerid)",
        "index parcels(id)",
        "index parcels(locker_id)",
        "index parcels(ref, lost)",
      ],
    ],
    ["a migration", "add_index :parcels, %i[a b], unique: true\n", ["index parcels(a, b)"]],
  ],
  Ecto: [
    [
      "a migration",
      "create table(:parcels) do\n  add :ref, :string\nend\n\ncreate unique_index(:parcels, [:ref])\n",
      ["table parcels (id, ref)", "index parcels(id)", "index parcels(ref)"],
    ],
  ],
  Laravel: [
    [
      "a migration",
      "Schema::create('parcels', function (Blueprint $table) {\n    $table->id();\n    $table->string('ref')->unique();\n    $table->foreignId('locker_id')->constrained();\n    $table->text('note');\n    $table->index(['note', 'ref']);\n});\n",
      [
        "table parcels (id, ref, lockerid, note)",
        "index parcels(id)",
        "index parcels(ref)",
        "index parcels(locker_id)",
        "index parcels(note, ref)",
      ],
    ],
  ],
  Doctrine: [
    [
      "an entity",
      "#[ORM\\Entity]\n#[ORM\\Table(name: 'parcels')]\n#[ORM\\Index(columns: ['note'])]\nclass Parcel {\n    #[ORM\\Id]\n    #[ORM\\Column]\n    private int $id;\n    #[ORM\\Column(name: 'carrier_ref', unique: true)]\n    private string $ref;\n}\n",
      [
        "table parcels = Parcel (id, carrierref, ref)",
        "index parcels(note)",
        "index parcels(id)",
        "index parcels(carrier_ref)",
        "index parcels(carrier_ref)",
      ],
    ],
  ],
  "Entity Framework": [
    [
      "an entity",
      '[Table("parcels")]\n[Index(nameof(Ref), nameof(Sent))]\npublic class Parcel\n{\n    public int Id { get; set; }\n    [Column("carrier_ref")]\n    public string Ref { get; set; }\n    public DateTime Sent { get; set; }\n}\n',
      [
        "table parcels = Parcel (id, carrierref, ref, sent)",
        "index parcels(carrier_ref, Sent)",
        "index parcels(carrier_ref, Sent)",
        "index parcels(Id)",
      ],
    ],
    [
      "a configuration",
      'modelBuilder.Entity<Parcel>(e => { e.ToTable("parcels"); e.HasIndex(x => new { x.A, x.B }); });',
      ["index parcels(A, B)", "index Parcel(A, B)"],
    ],
    [
      "a migration",
      'migrationBuilder.CreateIndex(\n    name: "IX",\n    table: "Parcels",\n    columns: new[] { "A", "B" });',
      ["index Parcels(A, B)"],
    ],
  ],
  "Jakarta Persistence": [
    [
      "an entity",
      '@Entity\n@Table(name = "parcels", indexes = @Index(columnList = "note, carrier_ref DESC"))\npublic class Parcel {\n  @Id private Long id;\n  @Column(name = "carrier_ref", unique = true)\n  private String ref;\n  private String note;\n}\n',
      [
        "table parcels = Parcel (id, carrierref, ref, note)",
        "index parcels(note, carrier_ref)",
        "index parcels(note, carrier_ref)",
        "index parcels(id)",
        "index parcels(carrier_ref)",
        "index parcels(carrier_ref)",
      ],
    ],
    [
      "one of Kotlin with Room",
      '@Entity(tableName = "parcels", indices = [Index("ref")])\ndata class Parcel(\n  @PrimaryKey val id: Int,\n  val ref: String,\n)\n',
      ["table parcels = Parcel (id, ref)", "index parcels(ref)", "index parcels(id)"],
    ],
  ],
  Exposed: [
    [
      "a table",
      'object Parcels : IntIdTable("parcels") {\n  val ref = varchar("carrier_ref", 40).uniqueIndex()\n  val note = text("note")\n}\n',
      [
        "table parcels = Parcels (id, carrierref, ref, note)",
        "index parcels(id)",
        "index parcels(carrier_ref)",
        "index parcels(carrier_ref)",
      ],
    ],
  ],
  GORM: [
    [
      "a struct",
      'type Parcel struct {\n  gorm.Model\n  Ref string `gorm:"column:carrier_ref;uniqueIndex"`\n  Lost bool `gorm:"index:i,priority:2"`\n  State string `gorm:"index:i,priority:1"`\n}\n\nfunc (Parcel) TableName() string { return "parcels" }\n',
      [
        "table parcels = Parcel (id, createdat, updatedat, deletedat, carrierref, ref, lost, state)",
        "index parcels(id)",
        "index parcels(deleted_at)",
        "index parcels(carrier_ref)",
        "index parcels(carrier_ref)",
        "index parcels(State, Lost)",
      ],
    ],
  ],
  SeaORM: [
    [
      "a migration",
      'Table::create().table(Parcels::Table).col(ColumnDef::new(Parcels::Id).integer().primary_key())\nIndex::create().name("i").table(Parcels::Table).col(Parcels::CarrierRef)',
      ["table Parcels (id)", "index Parcels(Id)", "index Parcels(CarrierRef)"],
    ],
  ],
  Liquibase: [
    [
      "XML",
      '<createTable tableName="parcels"><column name="id" type="int"><constraints primaryKey="true"/></column><column name="ref" type="text"/></createTable>\n<createIndex indexName="i" tableName="parcels"><column name="ref"/></createIndex>\n',
      ["table parcels (id, ref)", "index parcels(id)", "index parcels(ref)"],
    ],
    [
      "YAML",
      "- createIndex:\n    indexName: i\n    tableName: parcels\n    columns:\n      - column:\n          name: ref\n",
      ["index parcels(ref)"],
    ],
    [
      "JSON",
      '{ "addUniqueConstraint": { "columnNames": "a, b", "tableName": "parcels" } }',
      ["index parcels(a, b)"],
    ],
  ],
  diagrams: [
    [
      "Mermaid",
      "erDiagram\n  PARCELS {\n    int id PK\n    string ref UK\n    bool lost\n  }\n",
      ["table PARCELS (id, ref, lost)", "index PARCELS(id)", "index PARCELS(ref)"],
    ],
    [
      "DBML",
      "Table parcels {\n  id int [pk]\n  ref text\n  indexes {\n    (ref, id) [unique]\n  }\n}\n",
      ["table parcels (id, ref)", "index parcels(id)", "index parcels(ref, id)"],
    ],
  ],
};

for (const [tool, cases] of Object.entries(CASES))
  describe(tool, () => {
    it.each(cases.map((one) => ({ what: one[0], one })))("$what", ({ one: [, text, declared, path] }) => {
      expect(read(text, path)).toEqual(declared);
    });
  });

describe("other code", () => {
  it.each([
    ["a class", "class Parcel(Thing):\n    ref = field()\n"],
    ["an interface", "export interface Parcel { id: number; ref: string }"],
    ["comments", "// @Entity() class Parcel { @Index() ref: string }\n"],
    ["nothing", ""],
  ])("declares nothing: %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });

  const HOSTILE: readonly string[] = [
    "pgTable(",
    'pgTable("a", {',
    "class A(models.Model):\n",
    "create_table :a do |t|\n",
    "@Entity() class A {",
    "Schema::create('a',",
    "erDiagram\n A {\n",
    "Table a {\n",
    "model A {\n",
    "migrations.CreateModel(",
    "<createTable tableName=",
    "new Schema({",
    "op.create_index(",
    "'",
    '"',
    "(",
    "#[ORM\\Entity]\n",
    "type A struct {\n",
    'gorm:"',
    "modelBuilder.Entity<A>(",
    'sequelize.define("a", {',
    "Index::create()",
    "a ",
    "\n ",
    "self.table_name = ",
  ];

  it.each(HOSTILE)("of many %j is read in time that grows with its length", (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    const started = performance.now();
    readSchemaCode(`index unique @Entity class ${text}`);
    readSchemaCode(`@Entity() pgTable( models.CharField( gorm:" ORM\\ ${text}`);
    expect(performance.now() - started).toBeLessThan(6_000);
  });
});
