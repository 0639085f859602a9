/** Prisma: `prisma.order.findMany({ where: { state } })` (Prisma Client API reference, "Model queries"). */
import { accessOf, pairAt } from "./access.ts";
import { readObject, whereIn } from "./objects.ts";
import type { CallTool } from "./tool.ts";

/** `findUnique` finds by what is unique. */
const METHOD =
  /^(?:findMany|findFirst|findFirstOrThrow|count|aggregate|groupBy|updateMany|updateManyAndReturn|deleteMany)$/;

export const prisma: CallTool = {
  name: "Prisma",
  languages: ["script"],
  trigger: /\.(?:find(?:Many|First)|count|aggregate|groupBy|(?:update|delete)Many)/,
  inline:
    /\.(?:find(?:Many|First(?:OrThrow)?)|(?:update|delete)Many)\(|\b(?:prisma|tx)\.\w+\.(?:count|aggregate|groupBy)\(/,
  read(chain, code) {
    const found = pairAt(chain, METHOD);
    if (!found || (chain.links.length < 3 && !found.call.name.startsWith("find"))) return undefined;
    const where = whereIn(code, found.call.args[0]);
    return where === undefined ? undefined : accessOf(code, chain, found.on.at, readObject(code, where));
  },
};
