/** What the domain of increments answers: at ids, in the fields that name them, and at names. */
import type { Answers } from "../workspace/domain.ts";
import { incrementCompletion } from "./features/complete.ts";
import { idHover } from "./features/idHover.ts";
import { idDefinition, idHighlights, idReferences } from "./features/idUses.ts";
import { incrementLenses } from "./features/lenses.ts";
import { planIdRename } from "./features/rename.ts";
import { incrementSymbols } from "./features/symbols.ts";
import type { IncrementView, Page } from "./index/view.ts";
import type { Names } from "./layouts/layout.ts";
import { layoutOf } from "./layouts/layouts.ts";

export const incrementAnswers: Answers<IncrementView> = {
  name: "increment",
  triggers: ["-", ":"],
  hover: (...at) => namesOn(at[1])?.hover(...at) ?? idHover(...at),
  complete: (...[view, page, offset]) => {
    const items = namesOn(page)?.complete(view, page, offset) ?? incrementCompletion(view, page, offset);
    return items && { items };
  },
  definition: (...at) => {
    const named = namesOn(at[1])?.definition(...at) ?? [];
    return named.length > 0 ? named : idDefinition(...at);
  },
  references: (...at) => {
    const named = namesOn(at[1])?.references(...at);
    if (named) return named;
    const uses = idReferences(...at);
    return uses && { kind: "known", uses };
  },
  highlights: (...at) => namesOn(at[1])?.highlights(...at) ?? idHighlights(...at),
  rename: (...at) => namesOn(at[1])?.rename(...at) ?? planIdRename(...at),
  symbols: incrementSymbols,
  lenses: (...at) => [...(namesOn(at[1])?.lenses(...at) ?? []), ...incrementLenses(...at)],
};

/** What is answered at names on a page; `undefined` for pages whose layout has none. */
function namesOn({ exports: { increment } }: Pick<Page, "exports">): Names | undefined {
  return increment && layoutOf(increment.place).names;
}
