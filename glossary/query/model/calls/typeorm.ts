/** TypeORM: `orderRepository.findBy({ state })`, `em.find(Order, { where })`, and its query builder (typeorm.io, "Find Options"). */
import { type Chain, type Code, type Link, stringAt, textAt } from "../code/chains.ts";
import { accessOf, pairAt, repositoryOf } from "./access.ts";
import { allOf, anyOf, type Read } from "./conditions.ts";
import { readObject, whereIn } from "./objects.ts";
import type { Access, CallTool } from "./tool.ts";
import { writtenCondition } from "./written.ts";

const WITH_WHERE = /^(?:find|findOne|findOneOrFail|findAndCount|count|exists?)$/;
/** With the conditions themselves. */
const BY = /^(?:findBy|findOneBy|findOneByOrFail|findAndCountBy|countBy|existsBy)$/;

export const typeorm: CallTool = {
  name: "TypeORM",
  languages: ["script"],
  trigger: /\.(?:find|count|exist|createQueryBuilder|where)/,
  inline:
    /\.(?:find(?:One)?By|findOneByOrFail|findAndCountBy|countBy|existsBy|createQueryBuilder)\(|(?:Repo|Repository)\.(?:find|count|exist)|\b(?:em|manager|entityManager)\.find\w*\(\s*[A-Z]/,
  read(chain, code) {
    return withBuilder(chain, code) ?? withObject(chain, code);
  },
};

function withObject(chain: Chain, code: Code): Access | undefined {
  const found = pairAt(chain, /^(?:find|count|exist)/);
  if (!found) return undefined;
  const { on, call } = found;
  const by = BY.test(call.name);
  if (!by && !WITH_WHERE.test(call.name)) return undefined;
  // `em.find(Order, { where })`
  const entity =
    /^[A-Z]/.test(textAt(code, call.args[0] ?? -1)) && call.args.length > 1 ? call.args[0] : undefined;
  const table = entity === undefined ? (repositoryOf(on) ?? model(on)) : { at: entity, as: undefined };
  if (!table) return undefined;
  const first = call.args[entity === undefined ? 0 : 1];
  const at = by ? first : whereIn(code, first);
  return at === undefined
    ? undefined
    : accessOf(code, chain, table.at, readObject(code, at), { as: table.as });
}

/** `Order.findBy(…)` of an entity that is its own repository. */
function model({ name, at, open }: Link): { readonly at: number; readonly as?: string } | undefined {
  return /^[A-Z]\w*[a-z]/.test(name) && open < 0 ? { at } : undefined;
}

/** `createQueryBuilder("o").where("o.state = :state", { state })` */
function withBuilder({ links, end }: Chain, code: Code): Access | undefined {
  const at = links.findIndex(({ name }) => name === "createQueryBuilder");
  const builder = links[at];
  if (!builder) return undefined;
  const from = links.find(({ name, args }) => /^(?:from|update)$/.test(name) && args.length > 0);
  const entity = [from?.args[0], builder.args[0]].find((one) => /^[A-Z]/.test(textAt(code, one ?? -1)));
  const named = builder.args[0];
  const table =
    entity === undefined
      ? (repositoryOf(links[at - 1] ?? builder) ??
        // Of a repository without a name the alias tells.
        ((stringAt(code, named ?? -1)?.length ?? 0) > 2 ? { at: named as number, as: undefined } : undefined))
      : { at: entity, as: undefined };
  if (!table || links.some(({ name }) => /inner|^having|^where(?:Exists|InIds)|^brackets/i.test(name)))
    return undefined;
  const alias = [from?.args[1], builder.args[entity === builder.args[0] ? 1 : 0]]
    .map((one) => stringAt(code, one ?? -1))
    .find((one) => one !== undefined);
  const groups: Read[][] = [[]];
  for (const { name, args } of links.slice(at)) {
    if (!/^(?:and|or)?where$/i.test(name)) continue;
    if (name === "orWhere" && groups.at(-1)?.length) groups.push([]);
    groups.at(-1)?.push(condition(code, args[0] ?? -1, alias));
  }
  return accessOf(code, { links, end }, table.at, anyOf(groups.map(allOf)), { as: table.as });
}

/** A condition of the table with this alias; of others nothing is known. */
function condition(code: Code, at: number, alias: string | undefined): Read {
  const text = stringAt(code, at);
  if (text === undefined) return readObject(code, at);
  const others = [...text.matchAll(/\b([A-Za-z_]\w*)\.\w/g)].some((match) => match[1] !== alias);
  return others ? undefined : writtenCondition(text, code.tokens[at]?.content?.start ?? 0);
}
