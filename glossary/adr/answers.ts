/** What the domain of decisions answers: at numbers such as `ADR-0043`, in records and their statuses. */
import type { Answers } from "../workspace/domain.ts";
import { adrCompletion } from "./features/completion.ts";
import { adrDefinition } from "./features/definition.ts";
import { adrHover } from "./features/hover.ts";
import { adrHighlights, adrLenses, adrReferences, adrSymbols } from "./features/uses.ts";
import type { AdrTermsView } from "./index/view.ts";

export const adrAnswers: Answers<AdrTermsView> = {
  name: "adr",
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
