/** GORM: `db.Where("state = ?", state).Find(&orders)`, `db.First(&order, "number = ?", number)` (gorm.io, "Query"). */
import { type Chain, type Code, partEnd, partsOf, stringAt, textAt } from "../code/chains.ts";
import { NOTHING } from "../conditions.ts";
import { accessOf } from "./access.ts";
import { allOf, anyOf, column, type Read } from "./conditions.ts";
import type { CallTool } from "./tool.ts";
import { writtenCondition } from "./written.ts";

const ENDS = /^(?:First|Find|Take|Last|Delete|Scan|FirstOrCreate|FirstOrInit|FindInBatches)$/;
const ROOT = /^(?:\w*(?:db|DB|Db)|tx|conn|orm|gorm\w*)$/;

export const gorm: CallTool = {
  name: "GORM",
  languages: ["go"],
  trigger: /\.(?:Where|First|Find|Take|Last|Delete)\(/,
  inline:
    /\b(?:db|DB|tx)\.(?:\w+\([^()]*\)\.){0,3}(?:Where\(|(?:First|Find|Take|Last|Delete)\(&\w[\w.]*(?:\{\})?, *["`])/,
  read(chain, code) {
    const { links } = chain;
    const first = links.findIndex(({ open }) => open >= 0);
    if (
      !ROOT.test(links[first - 1]?.name ?? "") ||
      links.some(({ name }) => /Join|^Raw$|^Exec$|^Group$/.test(name))
    )
      return undefined;
    const table = tableOf(chain, code);
    return table && accessOf(code, chain, table.at, conditions(chain, code), { as: table.as });
  },
};

/** The type or table: of `Model(&Order{})`, `Table("orders")`, or of what is filled. */
function tableOf(
  { links }: Chain,
  code: Code,
): { readonly at: number; readonly as?: string | undefined } | undefined {
  const called = (name: RegExp) => links.find((one) => name.test(one.name) && one.args.length > 0)?.args[0];
  const table = called(/^Table$/);
  if (table !== undefined) return stringAt(code, table) === undefined ? undefined : { at: table };
  const at = called(/^Model$/) ?? called(ENDS);
  if (at === undefined) return undefined;
  const word = lastWord(code, textAt(code, at) === "&" ? at + 1 : at);
  if (word === undefined) return undefined;
  if (textAt(code, word + 1) === "{") return { at: word };
  return { at: word, as: typeOf(code, textAt(code, word)) };
}

/** `Order` of `models.Order` and of `[]Order`. */
function lastWord(code: Code, at: number): number | undefined {
  let i = textAt(code, at) === "[" ? at + 2 : at;
  if (code.tokens[i]?.kind !== "word") return undefined;
  while (textAt(code, i + 1) === "." && code.tokens[i + 2]?.kind === "word") i += 2;
  return code.tokens[i]?.kind === "word" ? i : undefined;
}

/** The type of a variable: `var orders []models.Order`, `order := Order{}`, `order *Order`; its own name where nothing tells. */
function typeOf(code: Code, name: string): string {
  for (let i = 0; i < code.tokens.length; i++) {
    if (textAt(code, i) !== name || textAt(code, i - 1) === ".") continue;
    let at = textAt(code, i + 1) === ":=" ? i + 2 : i + 1;
    while (/^[&*[\]]$/.test(textAt(code, at))) at++;
    const word = lastWord(code, at);
    if (word !== undefined && /^[A-Z]/.test(textAt(code, word))) return textAt(code, word);
  }
  return name;
}

function conditions({ links }: Chain, code: Code): Read {
  const groups: Read[][] = [[]];
  for (const { name, args } of links) {
    if (name === "Scopes") return undefined;
    const first = args[ENDS.test(name) ? 1 : 0];
    if (name === "Not" || (!/^(?:Where|Or)$/.test(name) && !ENDS.test(name))) continue;
    if (first === undefined) continue;
    if (name === "Or" && groups.at(-1)?.length) groups.push([]);
    // `db.First(&order, 10)` finds by the key.
    if (ENDS.test(name) && stringAt(code, first) === undefined)
      groups.at(-1)?.push(/^\d+$/.test(textAt(code, first)) ? NOTHING : undefined);
    else groups.at(-1)?.push(condition(code, first, args.length));
  }
  return anyOf(groups.map(allOf));
}

/** `"state = ?", state`, `&Order{State: state}`, `map[string]any{"state": state}` */
function condition(code: Code, at: number, count: number): Read {
  const text = stringAt(code, at);
  if (text !== undefined) {
    // `Where("state", state)`
    if (/^\w+$/.test(text)) return count === 2 ? column(code, at, "equal") : undefined;
    return writtenCondition(text, code.tokens[at]?.content?.start ?? 0);
  }
  const end = partEnd(code, at);
  const open = code.partners[end - 1];
  if (open === undefined || open <= at || textAt(code, open) !== "{" || !/^(?:&|map)$/.test(textAt(code, at)))
    return undefined;
  return allOf(
    partsOf(code, open).map((one) =>
      textAt(code, one + 1) === ":" ? column(code, one, "equal") : undefined,
    ),
  );
}
