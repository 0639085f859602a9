/** Calls and loops end to end: each case is a document with the tables of parcels and lockers, and what is found in it. */
import { describe, expect, it } from "vitest";
import { report, sql } from "./report.ts";

const PARCELS = `# Parcels

\`\`\`prisma
model Parcel {
  id         Int @id
  lockerId   Int
  carrierRef String
  state      Int
  sentAt     DateTime
}
model Locker {
  id Int @id
}
\`\`\`

${sql(
  "CREATE TABLE parcels (id BIGINT PRIMARY KEY, locker_id BIGINT, carrier_ref TEXT, sent_at TIMESTAMP, state INT);",
  "CREATE TABLE lockers (id BIGINT PRIMARY KEY);",
)}
`;

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;

type Row = readonly [language: string, code: string];

const CALLS: readonly Row[] = [
  ["ts", "await prisma.parcel.findMany({ where: { carrierRef: ref } });"],
  ["ts", "await db.select().from(parcels).where(eq(parcels.carrierRef, ref));"],
  [
    "ts",
    'await dataSource.getRepository(Parcel).createQueryBuilder("p").where("p.carrierRef = :ref", { ref }).getMany();',
  ],
  ["js", "await Parcel.findAll({ where: { carrierRef: ref } });"],
  ["ts", 'await db.selectFrom("parcels").where("carrier_ref", "=", ref).selectAll().execute();'],
  ["python", "Parcel.objects.filter(carrier_ref=ref)"],
  ["python", "session.scalars(select(Parcel).where(Parcel.carrier_ref == ref))"],
  ["ruby", "Parcel.find_by(carrier_ref: ref)"],
  [
    "java",
    "interface ParcelRepository extends JpaRepository<Parcel, Long> {\n  List<Parcel> findByCarrierRef(String carrierRef);\n}",
  ],
  ["csharp", "await db.Parcels.Where(p => p.CarrierRef == reference).ToListAsync();"],
  ["kotlin", "Parcels.select { Parcels.carrierRef eq ref }"],
];

const LOOPS: readonly Row[] = [
  [
    "ts",
    'await Promise.all(lockers.map((l) => db.query("SELECT * FROM parcels WHERE locker_id = $1", [l.id])));',
  ],
  ["ts", "for (const l of lockers) {\n  l.parcels = await this.parcelRepository.findByLocker(l.id);\n}"],
  [
    "python",
    'for locker in lockers:\n    rows = conn.execute("SELECT * FROM parcels WHERE locker_id = %s", (locker.id,)).fetchall()',
  ],
  [
    "python",
    "for locker in session.query(Locker):\n    n = session.query(Parcel).filter_by(locker_id=locker.id).count()",
  ],
  [
    "go",
    'for _, l := range lockers {\n  rows, err := db.Query("SELECT * FROM parcels WHERE locker_id = $1", l.ID)\n}',
  ],
  [
    "java",
    'for (Locker l : lockers) {\n  List<Parcel> ps = jdbc.query("SELECT * FROM parcels WHERE locker_id = ?", mapper, l.getId());\n}',
  ],
  ["ruby", "lockers.each do |l|\n  l.count = Parcel.where(locker_id: l.id).count\nend"],
  ["php", 'foreach ($lockers as $l) {\n  $l->parcels = Parcel::where("locker_id", $l->id)->get();\n}'],
  ["kotlin", "lockers.forEach { l ->\n  l.parcels = parcelRepository.findByLockerId(l.id)\n}"],
  ["bash", 'for id in $ids; do\n  psql -c "SELECT * FROM parcels WHERE locker_id = $id"\ndone'],
];

describe("a filter of an ORM or query builder by a column without an index", () => {
  it.each(CALLS)("in %s: %s", (language, code) => {
    const { found } = report("query/unindexed", `${PARCELS}${fence(language, code)}`);
    expect(found.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it.each(CALLS)("undeclared, in %s: %s", (language, code) => {
    const { found } = report("query/unindexed", fence(language, code));
    expect(found.map(({ severity }) => severity)).toEqual(["information"]);
  });

  it("in inline code", () => {
    const page = `${PARCELS}- Query \`prisma.parcel.findMany({ where: { «lockerId»: id } })\` first.\n`;
    const { text, expected } = report("query/unindexed", page);
    expect(text).toBe(expected);
  });

  it("in a fence without a label", () => {
    const page = `${PARCELS}${fence("", "Parcel.objects.filter(«carrier_ref»=ref)")}`;
    const { text, expected } = report("query/unindexed", page);
    expect(text).toBe(expected);
  });
});

describe("a loop with a query", () => {
  it.each(LOOPS)("in %s: %s", (language, code) => {
    const { found } = report("query/n-plus-one", fence(language, code));
    expect(found.length).toBe(1);
  });
});

describe("of tables that nobody declares", () => {
  const HINTS: readonly Row[] = [
    ["python", "Order.objects.filter(is_active=True)"],
    ["php", "DB::table('orders')->where('finalized', 1)->avg('price');"],
    ["ruby", "Order.where(paid: true)"],
    ["csharp", "db.Orders.Where(o => o.IsOpen).ToList();"],
    ["ts", "prisma.order.findMany({ where: { published: true } });"],
  ];
  it.each(HINTS)("a column that says yes or no is a hint, in %s: %s", (language, code) => {
    const { found } = report("query/unindexed", fence(language, code));
    expect(found.map(({ severity }) => severity)).toEqual(["hint"]);
  });

  const SILENT: readonly Row[] = [
    ["ts", "prisma.order.findFirst({ where: { id } });"],
    ["ts", "prisma.order.findMany({ where: { deletedAt: null } });"],
    ["ts", 'await Order.findOne({ _id: id, state: "open" });'],
    ["python", "Order.objects.filter(pk=order_id)"],
    ["python", "Order.objects.get(number=number)"],
    ["python", "Order.objects.filter(user=request.user)"],
    ["python", "Order.objects.filter(customer_id=customer.id)"],
    ["python", 'Post.objects.filter(slug=slug, state="open")'],
    ["ruby", "Order.find_or_create_by(number: number)"],
    ["ruby", 'Order.where(number: number).first_or_create(state: "new")'],
    ["csharp", "db.Orders.Where(o => o.CustomerId == id).ToList();"],
    ["php", "Order::where('id', $id)->first();"],
    ["go", 'db.First(&order, "id = ?", id)'],
    ["java", "orderRepository.findByIdAndState(id, state);"],
  ];
  it.each(SILENT)("what has an index by convention is left alone, in %s: %s", (language, code) => {
    expect(report("query/unindexed", fence(language, code)).found).toEqual([]);
  });
});
