/** What the domain of decisions gives: records, and what refers to them. */
import { isMarkdown } from "../text/paths.ts";
import type { Domain } from "../workspace/domain.ts";
import { isOfAdr } from "./features/at.ts";
import { adrCompletion } from "./features/completion.ts";
import { adrDefinition } from "./features/definition.ts";
import { adrHover } from "./features/hover.ts";
import { adrHighlights, adrLenses, adrReferences, adrSymbols } from "./features/uses.ts";
import { type AdrIndex, buildAdrs } from "./index/adrs.ts";
import { readSidecar, type Sidecar } from "./index/sidecar.ts";
import type { AdrTermsView } from "./index/view.ts";
import { type AdrExports, adrOutside, adrRole, isSidecar, readAdrExports } from "./model/index.ts";

export const adr: Domain<"adr", AdrExports, { readonly adrs: AdrIndex }, AdrTermsView> = {
  name: "adr",
  files: [
    {
      as: "beside",
      globs: ["**/keps/**/kep.yaml"],
      is: isSidecar,
      read: (_, text): Sidecar => readSidecar(text),
    },
  ],

  read: (source, settings) => readAdrExports({ ...source, role: roleOf(source.path, settings) }),
  reading: (path, settings) => roleOf(path, settings) ?? "",
  outside: adrOutside,

  index: ({ pages, beside }) => ({ adrs: buildAdrs(pages, beside as ReadonlyMap<string, Sidecar>) }),

  takes: isOfAdr,

  triggers: ["-"],
  hover: adrHover,
  complete: (view, page, offset) => {
    const items = adrCompletion(view, page, offset);
    return items.length > 0 ? { items } : undefined;
  },
  definition: adrDefinition,
  references: (view, page, offset) => {
    const uses = adrReferences(view, page, offset);
    return uses && { kind: "known", uses };
  },
  highlights: (_, page, offset) => adrHighlights(page, offset),
  symbols: adrSymbols,
  lenses: adrLenses,
};

function roleOf(path: string, settings: Parameters<typeof adrRole>[1]): ReturnType<typeof adrRole> {
  return isMarkdown(path) ? adrRole(path, settings) : undefined;
}
