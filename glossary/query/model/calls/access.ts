/** What tools make of a chain. */
import type { Span } from "../../../text/span.ts";
import { type Chain, type Code, type Link, spanOf } from "../code/chains.ts";
import type { Token } from "../code/tokens.ts";
import type { Read } from "./conditions.ts";
import type { Access } from "./tool.ts";

/** The access of a whole chain to the table that the token at `table` names, a word or a string. */
export function accessOf(
  code: Code,
  chain: Chain,
  table: number,
  where: Read,
  more: Partial<Access> & { readonly as?: string | undefined } = {},
): Access | undefined {
  const token = code.tokens[table] as Token;
  if (!where || where.kind === "nothing" || token.kind === "punctuation") return undefined;
  const { start, end } = token.content ?? token.span;
  const { as: given, ...rest } = more;
  const name = given ?? code.text.slice(start, end).replace(/\s+as\s.*$/i, "");
  return { table: { name, span: { start, end } }, where, span: spanOfChain(code, chain), ...rest };
}

export function spanOfChain(code: Code, { links, end }: Chain): Span {
  return spanOf(code, (links[0] as Link).at, end);
}

/** The link before the first whose name matches, and that link. */
export function pairAt(chain: Chain, name: RegExp): { readonly on: Link; readonly call: Link } | undefined {
  const at = chain.links.findIndex((one, i) => i > 0 && one.open >= 0 && name.test(one.name));
  return at < 1 ? undefined : { on: chain.links[at - 1] as Link, call: chain.links[at] as Link };
}

/** `Order` of `orderRepository`, and of `getRepository(Order)`; `undefined` for what is no repository. */
export function repositoryOf(link: Link): { readonly at: number; readonly as?: string } | undefined {
  const inner = link.generic >= 0 ? link.generic : link.args[0];
  if (/^get(?:\w*)Repository$/.test(link.name) && inner !== undefined) return { at: inner };
  const name = /^_?(?:(?:[jJ]pa|[jJ]dbc|[mM]ongo)(?=[A-Z]))?(\w+?)(?:Repo|Repository)$/.exec(link.name)?.[1];
  return name === undefined || name === "this" ? undefined : { at: link.at, as: name };
}
