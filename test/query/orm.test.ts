/** Queries without SQL: calls of Prisma, TypeORM, Drizzle and Knex. `«…»` stands around what is reported. */
import { describe, expect, it } from "vitest";
import { report, sql } from "./report.ts";

const fence = (label: string, ...lines: readonly string[]) => `\`\`\`${label}\n${lines.join("\n")}\n\`\`\`\n`;
const ts = (...lines: readonly string[]) => fence("ts", ...lines);

const PRISMA = fence(
  "prisma",
  "model Order {",
  "  id         Int      @id",
  "  number     String   @unique",
  "  customerId Int",
  "  customer   Customer @relation(fields: [customerId], references: [id])",
  "  state      String",
  "  paid       Boolean",
  "  placedAt   DateTime",
  "  @@index([state, placedAt])",
  "}",
);
const DRIZZLE = ts(
  'export const orders = pgTable("orders", {',
  '  id: serial("id").primaryKey(),',
  '  customerId: integer("customer_id"),',
  '  state: text("state"),',
  "}, (table) => [index().on(table.state)]);",
);
const TYPEORM = ts(
  "@Entity()",
  "export class Order {",
  "  @PrimaryGeneratedColumn() id: number;",
  "  @Column() customerId: number;",
  "  @Index() @Column() state: string;",
  "  @ManyToOne(() => Customer) customer: Customer;",
  "}",
);
const DDL = sql(
  "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT, state TEXT, total INT);",
  "CREATE INDEX s ON orders (state);",
);

describe("a call", () => {
  const REPORTED: readonly (readonly [what: string, schema: string, call: string, severity?: string])[] = [
    ["of Prisma", PRISMA, "await prisma.order.findMany({ where: { «customerId»: id } });"],
    ["of Prisma, short", PRISMA, "await prisma.order.findFirst({ where: { «customerId» }, take: 3 });"],
    [
      "in a transaction",
      PRISMA,
      "const all = await tx.order.count({ where: { «customerId»: { in: ids } } });",
    ],
    [
      "that deletes",
      PRISMA,
      "await this.prisma.order.deleteMany({ where: { «placedAt»: { lt: day } } });",
      "hint",
    ],
    [
      "with alternatives",
      PRISMA,
      'prisma.order.findMany({ where: { OR: [{ state: "new" }, { «customerId»: id }] } });',
    ],
    ["with a pattern", PRISMA, "prisma.order.findMany({ where: { «number»: { contains: word } } });"],
    ["by a flag", PRISMA, "prisma.order.findMany({ where: { «paid»: true } });", "hint"],
    ["of Drizzle", DRIZZLE, "await db.select().from(orders).where(eq(orders.«customerId», id));"],
    [
      "of Drizzle with two",
      DRIZZLE,
      "db.update(orders).set({ a }).where(and(eq(orders.«customerId», id), ne(orders.state, b)));",
    ],
    ["of Drizzle's queries", DRIZZLE, "db.query.orders.findFirst({ where: eq(orders.«customerId», id) });"],
    ["of TypeORM", TYPEORM, "await this.orderRepository.find({ where: { «customerId»: id } });"],
    ["of TypeORM by", TYPEORM, "await ordersRepo.findOneBy({ «customerId»: id });"],
    ["of an entity manager", TYPEORM, "await em.find(Order, { where: { «customerId»: MoreThan(9) } });"],
    ["of Knex", DDL, "await knex('orders').where('«customer_id»', id).orderBy('total');"],
    ["of Knex with an object", DDL, "await knex('orders').where({ «customer_id»: id });"],
    ["of Knex, select first", DDL, "await knex.select('*').from('orders').whereIn('«customer_id»', ids);"],
    ["of Knex with alternatives", DDL, "knex('orders').where('state', a).orWhere('«customer_id»', b);"],
    ["of Prisma, declared in SQL", DDL, "await prisma.order.findMany({ where: { «customerId»: id } });"],
    [
      "by a column that is not declared",
      PRISMA,
      "prisma.order.findMany({ where: { «phone» } });",
      "information",
    ],
    ["by the row that a column refers to", TYPEORM, "ordersRepo.findOneBy({ «customer»: id });"],
    [
      "of a model that is not declared",
      PRISMA,
      "prisma.invoice.findMany({ where: { «customerId» } });",
      "information",
    ],
    ["of nothing that is declared", "", "prisma.order.findMany({ where: { «customerId» } });", "information"],
  ];
  for (const [what, schema, call, severity = "warning"] of REPORTED) {
    it(what, () => {
      const { text, found, expected } = report("query/unindexed", `${schema}\n${ts(call)}`);
      expect(text).toBe(expected);
      expect(found.map((one) => one.severity)).toEqual([severity]);
    });
  }

  it("gets the index in the model", () => {
    const { found } = report(
      "query/unindexed",
      `${PRISMA}\n${ts("prisma.order.findMany({ where: { customerId } });")}`,
    );
    expect(found.map(({ message }) => message)).toEqual([
      "No index serves the filter by Order.customerId: add an index on Order(customerId), or say that the scan is intended",
    ]);
  });
});

describe("nothing is said of a call", () => {
  const SILENT: readonly (readonly [what: string, schema: string, call: string])[] = [
    ["by what is unique", PRISMA, "prisma.order.findFirst({ where: { number } });"],
    ["that takes only what is unique", PRISMA, "prisma.order.findUnique({ where: { customerId } });"],
    [
      "by what another call shows to be unique",
      PRISMA,
      "prisma.order.findUnique({ where: { customerId } });\nprisma.order.findMany({ where: { customerId } });",
    ],
    ["by an index and more", PRISMA, 'prisma.order.findMany({ where: { state: "new", customerId } });'],
    ["by a relation", PRISMA, 'prisma.order.findMany({ where: { customer: { email: "a" }, customerId } });'],
    ["by what is added elsewhere", PRISMA, "prisma.order.findMany({ where: { customerId, ...more } });"],
    ["with conditions from elsewhere", PRISMA, "prisma.order.findMany({ where });"],
    ["without conditions", PRISMA, "prisma.order.findMany({ include: { customer: true } });"],
    ["by what is not", PRISMA, "prisma.order.findMany({ where: { customerId: { not: 1 } } });"],
    [
      "that is no query",
      PRISMA,
      "const one = order.find((a) => a.customerId === id);\nfilter({ where: { customerId } });",
    ],
    ["in a comment", PRISMA, "// prisma.order.findMany({ where: { customerId } });"],
    [
      "that is shown as bad",
      PRISMA,
      "// ❌ Bad: no index\nprisma.order.findMany({ where: { customerId } });",
    ],
    [
      "that is meant",
      PRISMA,
      "// unindexed-ok: once a day\nprisma.order.findMany({ where: { customerId } });",
    ],
    [
      "of Drizzle with a join",
      DRIZZLE,
      "db.select().from(orders).innerJoin(b, c).where(eq(orders.customerId, id));",
    ],
    ["of Drizzle with SQL", DRIZZLE, "db.select().from(orders).where(sql`a = b`);"],
    ["of Drizzle that is served", DRIZZLE, 'db.select().from(orders).where(eq(orders.state, "new"));'],
    ["of TypeORM that is served", TYPEORM, "orderRepository.findBy({ state, customerId });"],
    ["of Knex with alternatives that are served", DDL, "knex('orders').where('state', a).orWhere('id', b);"],
    ["of Knex with a function", DDL, "knex('orders').where(function () { this.where('customer_id', 1); });"],
    [
      "by a foreign key in MySQL",
      fence("prisma", 'datasource db { provider = "mysql" }', ...PRISMA.split("\n").slice(1, -2)),
      "prisma.order.findMany({ where: { customerId } });",
    ],
  ];
  for (const [what, schema, call] of SILENT) {
    it(what, () => {
      expect(report("query/unindexed", `${schema}\n${ts(call)}`).found.map(({ message }) => message)).toEqual(
        [],
      );
    });
  }

  it("however it is cut", () => {
    const call =
      "await prisma.order.findMany({ where: { AND: [{ customerId: id }, { paid: { not: false } }] } });";
    for (let end = 0; end < call.length; end++) {
      const { found } = report("query/unindexed", `${PRISMA}\n${ts(call.slice(0, end))}`);
      expect(found.filter(({ message }) => !message.includes("Order.customerId"))).toEqual([]);
    }
  });
});
