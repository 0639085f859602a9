/** Eloquent and the query builder of Laravel: `Order::where("state", $state)`, `DB::table("orders")->where(…)` (laravel.com, "Queries"). */
import { type Code, partsOf, stringAt, textAt } from "../code/chains.ts";
import { accessOf } from "./access.ts";
import { builderConditions } from "./builder.ts";
import { allOf, column, compare, flag, type Read } from "./conditions.ts";
import type { CallTool } from "./tool.ts";

/** What a query of a model begins with. */
const BEGINS =
  /^(?:(?:or|first)?[wW]here\w*|query|newQuery|with|withCount|withTrashed|onlyTrashed|without|select|distinct|orderBy|orderByDesc|latest|oldest|on)$/;

export const eloquent: CallTool = {
  name: "Eloquent",
  languages: ["php"],
  trigger: /[wW]here/,
  inline: /\b[A-Z]\w*::(?:firstWhere|where\w*|query\(\))|\bDB::table\(/,
  read(chain, code) {
    const { links } = chain;
    const from = links.findIndex(
      ({ name, args }, i) =>
        i > 0 && /^(?:table|from)$/.test(name) && stringAt(code, args[0] ?? -1) !== undefined,
    );
    const isModel =
      links.length > 1 &&
      /^[A-Z]/.test(links[0]?.name ?? "") &&
      links[0]?.open === -1 &&
      BEGINS.test(links[1]?.name ?? "");
    const table =
      from > 0 && links[0]?.name === "DB" ? links[from]?.args[0] : isModel ? links[0]?.at : undefined;
    if (table === undefined) return undefined;
    return accessOf(
      code,
      chain,
      table,
      builderConditions(code, links.slice(from > 0 ? from + 1 : 1), (one) => readList(code, one)),
    );
  },
};

/** `["state" => "open", ["total", ">", 9]]` */
function readList(code: Code, at: number): Read {
  if (textAt(code, at) !== "[") return undefined;
  return allOf(
    partsOf(code, at).map((one) => {
      if (textAt(code, one) === "[") {
        const [name, second, third] = partsOf(code, one);
        const plain = column(code, name ?? -1, "equal");
        return third === undefined
          ? plain
          : compare(plain, stringAt(code, second ?? -1) ?? "", stringAt(code, third));
      }
      if (textAt(code, one + 1) !== "=>") return undefined;
      const plain = column(code, one, "equal");
      const value = textAt(code, one + 2).toLowerCase();
      return value === "null"
        ? flag(plain, "null")
        : /^(?:true|false)$/.test(value)
          ? flag(plain, "flag")
          : plain;
    }),
  );
}
