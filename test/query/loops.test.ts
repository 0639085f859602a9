/** Queries in loops. `«…»` stands around what is reported. */
import { describe, expect, it } from "vitest";
import { queriesInLoops } from "../../glossary/query/model/loops/loops.ts";
import { mark, unmark } from "../fixture.ts";

function found(code: string) {
  const { text, spans } = unmark(code);
  const queries = queriesInLoops(text, "script");
  return {
    marked: mark(
      text,
      queries.map(({ span }) => span),
    ),
    expected: mark(text, spans),
    queries,
  };
}

describe("a query in a loop", () => {
  const READS = [
    "for (const a of all) { a.b = await «prisma.b.findMany»({ where: { a: a.id } }); }",
    "for (const a of all) a.b = await «db.query»('SELECT * FROM b WHERE a = ?', [a.id]);\nawait db.query('SELECT 1 FROM c');",
    "for (const a of all)\n  await «this.orderRepository.findOne»({ a })\nconst b = await prisma.b.findMany()",
    "for (let i = 0; i < ids.length; i++) {\n  if (ids[i]) { await «pool.query»(`SELECT * FROM a WHERE id = 1`); }\n}",
    "for (const a of all) { a.b = await «knex»('items').where('a_id', a.id).first(); }",
    "for (const a of all) { const { data } = await «supabase.from»('items').select('*').eq('a_id', a.id); }",
    "for (const a of all) { a.b = await «db.select»().from(items).where(eq(items.aId, a.id)); }",
    "while (i < all.length) { await «customerRepository.findOneBy»({ id: all[i].b }); i++; }",
    "while (i < n) { rows.push(await «db.users.get»(i++)); }",
    "const all = await ids.reduce(async (a, id) => { await «User.findById»(id); return a; }, 0);",
    "all.forEach(async (a) => {\n  a.b = await «em.findOne»(B, a.id);\n});",
    "all.forEach(async (id) => { await «Cart.findById»(id); });",
    "all.map(async function (a) { return await «prisma.b.findFirst»({ a }); });",
    "for await (const a of stream) { await «prisma.$queryRaw»`SELECT * FROM b WHERE a = 1`; }",
    "for (const a of all) {\n  // it's a comment with ' and {\n  const c = /[{'\"]/.test(a);\n  await «db.query»('SELECT * FROM b');\n}",
  ];
  for (const code of READS) {
    it(`reads: ${code.split("\n")[0]}`, () => {
      const { marked, expected, queries } = found(code);
      expect(marked).toBe(expected);
      expect(queries.map(({ writes, together }) => [writes, together])).toEqual(
        queries.map(() => [false, false]),
      );
      expect(queries.length).toBe(1);
    });
  }

  it("writes", () => {
    const { marked, expected, queries } = found(
      "for (const a of all) {\n  await «tx.item.create»({ data: a });\n  await «db.query»('UPDATE b SET c = 1');\n}",
    );
    expect(marked).toBe(expected);
    expect(queries.every(({ writes }) => writes)).toBe(true);
  });

  it("is sent with all others at once", () => {
    const { marked, expected, queries } = found(
      "await Promise.all(all.map((a) => «prisma.b.findUnique»({ where: { id: a.b } })));",
    );
    expect(marked).toBe(expected);
    expect(queries.every(({ together }) => together)).toBe(true);
  });
});

describe("no query in a loop is", () => {
  const NONE = [
    "const all = await prisma.a.findMany();\nfor (const a of all) { console.log(a); }",
    "for (const a of await prisma.a.findMany()) { use(a); }",
    "do { step(); } while (busy);\nawait prisma.a.findMany();",
    "for (const a of all) { const b = list.find((c) => c.id === a); await page.locator(a).count(); }",
    "const names = all.map((a) => a.name);\nawait prisma.a.findMany({ where: { name: { in: names } } });",
    "for (const batch of batches) { await prisma.a.findMany({ where: { id: { in: batch } } }); }",
    "while (hasMore) { const page = await db.query('SELECT * FROM a WHERE id > ? LIMIT 100', [last]); }",
    "for (let attempt = 0; attempt < 3; attempt++) { await db.query('SELECT 1 FROM a'); }",
    "for (const id of ['a', 'b']) { await db.users.delete(id); }",
    "it('counts', async () => { for (const a of all) { await prisma.a.create({ data: a }); } });",
    "it.each(cases)('counts', async (all) => { for (const a of all) { await prisma.a.findMany({ where: a }); } });",
    "test.skip('counts', async () => { for (const a of all) { await db.query('SELECT * FROM a'); } });",
    "Deno.test('counts', async () => { all.forEach(async (a) => { await prisma.a.findMany({ where: a }); }); });",
    "for (const a of all) { a.b = await customerLoader.load(a.id); }",
    "for (const some of all) { await knex('items').whereIn('a_id', some); }",
    "do { last = await db.query('SELECT * FROM a WHERE id > ?', [last]); } while (last);",
    "const loader = new DataLoader(load);\nfor (const a of all) { await prisma.a.findUnique({ a }); }",
    "for (const a of all) { queue.push(prisma.a.findMany({ a })); }",
    "for (const a of all) { await fetch(a.url); await fs.promises.readFile(a); await cache.get(a); }",
    'const text = "for (const a of all) { await prisma.a.findMany(); }";',
    "// for (const a of all) { await prisma.a.findMany(); }",
    "const a = { for: 1, map: 2 }; a.for(b); await prisma.a.findMany();",
    "for (const migration of migrations) { await db.query(migration.sql); }",
    "await Promise.all(statements.map((one) => db.execute(one)));",
    "class A { async map(a) { return await this.prisma.a.findMany(); } }",
  ];
  for (const code of NONE) {
    it(code.split("\n")[0] as string, () => {
      const { marked, expected } = found(code);
      expect(marked).toBe(expected);
    });
  }
});
