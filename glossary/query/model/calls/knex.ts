/** Knex: `knex("orders").where("state", state)`; Kysely: `db.selectFrom("orders").where("state", "=", state)`. */
import { accessOf } from "./access.ts";
import { builderConditions } from "./builder.ts";
import { readObject } from "./objects.ts";
import type { CallTool } from "./tool.ts";

const ROOT = /^(?:knex|db|trx|tx|conn|database)$/i;
const FROM = /^(?:from|table|into|selectFrom|updateTable|deleteFrom)$/;

export const knex: CallTool = {
  name: "Knex and Kysely",
  languages: ["script"],
  trigger: /[wW]here/,
  inline: /\b(?:knex|trx|db)\(\s*["'`]|\.(?:from|table|selectFrom|updateTable|deleteFrom)\(\s*["'`]/,
  read(chain, code) {
    const at = chain.links.findIndex(
      ({ name, args }, i) =>
        code.tokens[args[0] ?? -1]?.kind === "string" &&
        (i === 0 || FROM.test(name) || ROOT.test(name)) &&
        (i > 0 || ROOT.test(name)),
    );
    const link = chain.links[at];
    if (!link) return undefined;
    const where = builderConditions(code, chain.links.slice(at + 1), (one) => readObject(code, one));
    return accessOf(code, chain, link.args[0] as number, where);
  },
};
