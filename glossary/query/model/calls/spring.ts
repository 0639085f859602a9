/** Spring Data: methods that say by their name what they find, `findByStateAndTotalGreaterThan` (Spring Data JPA, "Query Creation"). */
import { type Code, spanOf, textAt } from "../code/chains.ts";
import { type How, NOTHING } from "../conditions.ts";
import { accessOf, repositoryOf } from "./access.ts";
import { allOf, anyOf, flag, leaf, type Read } from "./conditions.ts";
import type { Access, CallTool } from "./tool.ts";

const METHOD =
  /^(?:find|read|get|query|search|stream|exists|count|delete|remove)(?:All|Distinct|First\d*|Top\d*|[A-Z][a-z]+)?By([A-Z]\w*)$/;
/** What ends a part, the longest first. */
const ENDS: readonly (readonly [RegExp, How | "not"])[] = [
  [/(?:IsNot|Not)(?:In|Like|Null|Containing|Contains)?$|IsNotNull$|NotNull$/, "not"],
  [/(?:Is)?Null$/, "null"],
  [/(?:Is)?(?:True|False)$/, "flag"],
  [/(?:Is)?(?:Between|LessThan(?:Equal)?|GreaterThan(?:Equal)?|After|Before)$/, "range"],
  [/(?:Is)?(?:StartingWith|StartsWith|Like)$/, "prefix"],
  [/(?:Is)?(?:Containing|Contains|EndingWith|EndsWith|Regex|Matches)$/, "contains"],
  [/(?:Is)?In$|Equals$|Is$/, "equal"],
];
const REPOSITORY = /(?:Repository|Repo)$/;

export const spring: CallTool = {
  name: "Spring Data",
  languages: ["java", "kotlin"],
  trigger: /\b(?:find|read|get|query|search|stream|exists|count|delete|remove)[A-Z0-9]?\w*By[A-Z]/,
  inline: /\b\w+(?:Repository|Repo)\.(?:find|exists|count|delete|stream)\w*By[A-Z]\w*\(/,
  read(chain, code) {
    const at = chain.links.findIndex(({ name, open }, i) => i > 0 && open >= 0 && METHOD.test(name));
    const [on, call] = [chain.links[at - 1], chain.links[at]];
    const table = on && repositoryOf(on);
    return call && table?.as !== undefined
      ? accessOf(code, chain, table.at, byName(code, call.at), { as: table.as, nested: true })
      : undefined;
  },
  readAll: (code) => {
    const found: Access[] = [];
    for (let i = 0; i < code.tokens.length; i++) {
      if (textAt(code, i) !== "interface") continue;
      const entity = entityOf(code, i);
      if (entity === undefined) continue;
      const open = code.tokens.findIndex(({ text }, n) => n > entity && text === "{");
      if (open < 0) break;
      found.push(...declaredIn(code, open, entity));
      i = code.partners[open] as number;
    }
    return found;
  },
};

/** The class of `interface OrderRepository extends JpaRepository<Order, Long>`. */
function entityOf(code: Code, at: number): number | undefined {
  for (let i = at + 1; i < at + 24 && textAt(code, i) !== "{"; i++)
    if (REPOSITORY.test(textAt(code, i)) && textAt(code, i + 1) === "<")
      return code.tokens[i + 2]?.kind === "word" ? i + 2 : undefined;
  return undefined;
}

/** The methods of an interface whose names say what they find; those with a query of their own are left to it. */
function declaredIn(code: Code, open: number, entity: number): Access[] {
  const end = code.partners[open] as number;
  const found: Access[] = [];
  let own = false;
  for (let i = open + 1; i < end; i++) {
    const text = textAt(code, i);
    if (text === "@" && /Query$/.test(textAt(code, i + 1))) own = true;
    if (text === "(") {
      const name = textAt(code, i - 1);
      const where = !own && METHOD.test(name) ? byName(code, i - 1) : undefined;
      const span = spanOf(code, i - 1, code.partners[i] as number);
      const { start, end: last } = code.tokens[entity]?.span ?? span;
      if (where && where.kind !== "nothing")
        found.push({
          table: { name: textAt(code, entity), span: { start, end: last } },
          where,
          span,
          nested: true,
        });
      if (textAt(code, i - 2) !== "@") own = false;
      i = code.partners[i] as number;
    }
  }
  return found;
}

/** What the name of a method restricts. */
function byName(code: Code, at: number): Read {
  const token = code.tokens[at];
  const names = METHOD.exec(token?.text ?? "")?.[1]?.replace(/OrderBy[A-Z]\w*$|(?:For|With)[A-Z]\w*$/, "");
  if (!token || !names) return undefined;
  let from = token.span.start + token.text.indexOf(names, 4);
  const ors = names.split(/Or(?=[A-Z])/).map((group) => {
    const ands = group.split(/And(?=[A-Z])/).map((part) => {
      const read = byPart(part.replace(/(?:All)?IgnoreCase$/, ""), from, /IgnoreCase$/.test(part));
      from += part.length + "And".length;
      return read;
    });
    from += "Or".length - "And".length;
    return allOf(ands);
  });
  return anyOf(ors);
}

function byPart(part: string, start: number, insensitive: boolean): Read {
  const [pattern, how] = ENDS.find(([one]) => one.test(part)) ?? [/$^/, "equal" as const];
  if (how === "not") return NOTHING;
  const name = part.replace(pattern, "");
  // `CustomerEmail` may be a column or one of another table.
  if (name === "" || name.includes("_")) return undefined;
  const property = name.charAt(0).toLowerCase() + name.slice(1);
  const span = { start, end: start + name.length };
  const read = insensitive ? leaf(property, span, "equal", `lower(${property})`) : leaf(property, span, how);
  return how === "null" || how === "flag" ? flag(read, how) : read;
}
