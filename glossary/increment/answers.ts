/** What the domain of increments answers: at ids, and in the fields that name them. */
import type { Answers } from "../workspace/domain.ts";
import { incrementCompletion } from "./features/complete.ts";
import { idHover } from "./features/idHover.ts";
import { idDefinition, idHighlights, idReferences } from "./features/idUses.ts";
import { incrementLenses } from "./features/lenses.ts";
import { planIdRename } from "./features/rename.ts";
import { incrementSymbols } from "./features/symbols.ts";
import type { IncrementView } from "./index/view.ts";

export const incrementAnswers: Answers<IncrementView> = {
  name: "increment",
  triggers: ["-", ":"],
  hover: idHover,
  complete: (view, page, offset) => {
    const items = incrementCompletion(view, page, offset);
    return items && { items };
  },
  definition: idDefinition,
  references: (view, page, offset) => {
    const uses = idReferences(view, page, offset);
    return uses && { kind: "known", uses };
  },
  highlights: idHighlights,
  rename: planIdRename,
  symbols: incrementSymbols,
  lenses: incrementLenses,
};
