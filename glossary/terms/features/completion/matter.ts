/** Terms in lists of the front matter, such as `related: [adr, user-stories]`. */

import { touches } from "../../../text/span.ts";
import type { ReadPage, TermsView } from "../../index/view.ts";
import { nameKey } from "../../model/term.ts";
import type { CompletionPlace } from "./place.ts";

/** True where the list at an offset names its terms by their ids. Names are what people read, so they win a tie. */
export function listsIds({ glossary }: TermsView, { matter }: ReadPage, offset: number): boolean {
  const list = matter.values.find(({ span }) => touches(span, offset))?.value ?? [];
  const items = typeof list === "string" ? [list] : list;
  const isId = (item: string) => glossary.terms.has(item) && glossary.terms.get(item)?.name !== item;
  const isName = (item: string) =>
    (glossary.byName.get(nameKey(item)) ?? []).some(({ name, aliases }) => [name, ...aliases].includes(item));
  return items.filter(isId).length > items.filter(isName).length;
}

/** An item as YAML wants it: in quotation marks where it would be something else without. */
export function listItem(
  { text: source }: ReadPage,
  text: string,
  { replace }: CompletionPlace,
): string | undefined {
  const quote = source[replace.start - 1] ?? "";
  if (quote === '"' || quote === "'") return text.includes(quote) || text.includes("\\") ? undefined : text;
  const plain = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _./()’'+-]*[\p{L}\p{M}\p{N}.)+])?$/u.test(text);
  const other = /^(?:true|false|yes|no|on|off|null|y|n|[\d.+-]+(?:e\d+)?)$/i.test(text);
  if (plain && !other) return text;
  return /["\\\r\n]/.test(text) ? undefined : `"${text}"`;
}
