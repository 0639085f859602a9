/** Mongoose: `Order.find({ state })` (mongoosejs.com, "Queries"); collections of the driver of MongoDB. */
import { type Code, type Link, partsOf, stringAt, textAt } from "../code/chains.ts";
import { accessOf, pairAt } from "./access.ts";
import { readObject } from "./objects.ts";
import type { CallTool } from "./tool.ts";

const METHOD =
  /^(?:find|findOne|countDocuments|exists|updateOne|updateMany|deleteOne|deleteMany|replaceOne|findOneAndUpdate|findOneAndDelete|findOneAndReplace|aggregate)$/;

export const mongoose: CallTool = {
  name: "Mongoose",
  languages: ["script"],
  trigger: /\.(?:find|countDocuments|exists|update|delete|replaceOne|aggregate)/,
  inline:
    /\b(?:[A-Z]\w*|\w+Model|collection\(["'`]\w+["'`]\))\.(?:find(?:One)?|countDocuments|exists|(?:update|delete)(?:One|Many)|findOneAnd\w+)\(\s*\{/,
  read(chain, code) {
    const found = pairAt(chain, METHOD);
    const table = found && modelOf(code, found.on);
    if (!table) return undefined;
    const at = found.call.name === "aggregate" ? matched(code, found.call.args[0]) : found.call.args[0];
    if (at === undefined || textAt(code, at) !== "{" || isOptions(code, at)) return undefined;
    return accessOf(code, chain, table.at, readObject(code, at), { as: table.as });
  },
};

/** `Order`, `orderModel`, `collection("orders")` */
function modelOf(
  code: Code,
  { name, at, open, args }: Link,
): { readonly at: number; readonly as?: string | undefined } | undefined {
  if (name === "collection" && stringAt(code, args[0] ?? -1) !== undefined) return { at: args[0] as number };
  if (open >= 0) return undefined;
  const model = /^(\w+)Model$/.exec(name)?.[1];
  return model !== undefined && model !== "this"
    ? { at, as: model }
    : /^[A-Z]\w*[a-z]/.test(name)
      ? { at }
      : undefined;
}

/** The conditions of the first stage, where that selects. */
function matched(code: Code, at: number | undefined): number | undefined {
  const stage = at !== undefined && textAt(code, at) === "[" ? partsOf(code, at)[0] : undefined;
  return stage !== undefined && textAt(code, stage + 1) === "$match" ? stage + 3 : undefined;
}

/** True for the options of another library. */
function isOptions(code: Code, at: number): boolean {
  return partsOf(code, at).some((one) =>
    /^(?:where|include|relations|order|select|filter|query|limit)$/.test(textAt(code, one)),
  );
}
