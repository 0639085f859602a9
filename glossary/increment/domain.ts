/** What the domain of increments gives: specifications, plans and tasks that refer to each other by ids. */
import { EMPTY } from "../markdown/page.ts";
import type { Domain } from "../workspace/domain.ts";
import { incrementCompletion } from "./features/complete.ts";
import { idHover } from "./features/idHover.ts";
import { idDefinition, idHighlights, idReferences } from "./features/idUses.ts";
import { incrementLenses } from "./features/lenses.ts";
import { planIdRename } from "./features/rename.ts";
import { incrementSymbols } from "./features/symbols.ts";
import {
  groupIncrements,
  type IncrementCache,
  type IncrementGroups,
  indexIncrements,
} from "./index/increments.ts";
import type { IncrementView } from "./index/view.ts";
import { incrementPlace, isDone, LAYOUT_FILES } from "./layouts/layouts.ts";
import { incrementOutside, readIncrement } from "./layouts/read.ts";
import type { IncrementPage } from "./model/index.ts";

/** Which pages belong together, and what has been worked out of them. */
interface Grouped {
  readonly groups: IncrementGroups;
  readonly cache: IncrementCache;
}

export const increment: Domain<"increment", IncrementPage | undefined, Grouped, IncrementView> = {
  name: "increment",
  files: LAYOUT_FILES.map(({ glob, starts, isSent, is }) => ({
    as: "page",
    globs: [glob],
    ...(starts !== undefined && { starts: [starts] }),
    ...(isSent && { sent: "files" }),
    is,
    facts: () => EMPTY,
  })),

  read: readIncrement,
  outside: incrementOutside,
  packed: true,

  // What is on its pages is looked at when an increment is asked for.
  follows: "paths",
  index: ({ pages }, before) => ({
    groups: groupIncrements(pages, incrementPlace),
    cache: before?.cache ?? new Map(),
  }),
  state: ({ groups, cache }, { pages }) => ({ increments: indexIncrements(groups, pages, cache, isDone) }),

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
