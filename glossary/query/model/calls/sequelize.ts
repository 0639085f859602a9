/** Sequelize: `Order.findAll({ where: { state } })` (sequelize.org, "Model Querying"). */
import { accessOf, pairAt } from "./access.ts";
import { readObject, whereIn } from "./objects.ts";
import type { CallTool } from "./tool.ts";

const FINDS = /^(?:findAll|findOne|findAndCountAll|count|max|min|sum|destroy|restore|increment|decrement)$/;

export const sequelize: CallTool = {
  name: "Sequelize",
  languages: ["script"],
  trigger: /\bwhere\b/,
  inline: /\b[A-Z]\w*\.(?:findAll|findOne|findAndCountAll|count|sum|update|destroy)\(\s*\{/,
  read(chain, code) {
    const found = pairAt(
      chain,
      /^(?:find|count$|max$|min$|sum$|update$|destroy$|restore$|increment$|decrement$)/,
    );
    if (!found || !/^[A-Z]\w*[a-z]/.test(found.on.name) || found.on.open >= 0) return undefined;
    const { name, args } = found.call;
    const options =
      name === "update" || /^(?:max|min|sum|increment|decrement)$/.test(name)
        ? args[1]
        : FINDS.test(name)
          ? args[0]
          : undefined;
    const where = whereIn(code, options);
    return where === undefined ? undefined : accessOf(code, chain, found.on.at, readObject(code, where));
  },
};
