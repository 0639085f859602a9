/** A change, as far as OpenSpec looks at all of it. */

import type { Increment } from "../../model/increment.ts";
import type { ChangeSettings } from "./configuration.ts";
import { type OpenSpecPage, openSpecPage } from "./page.ts";

export interface ChangeFacts {
  readonly deltas: readonly OpenSpecPage[];
  readonly strays: readonly OpenSpecPage[];
  readonly settings: ChangeSettings | undefined;
}

/** What the pages of a change say together. */
export function changeFacts({ pages }: Increment): ChangeFacts {
  const said = [...pages.values()].flatMap((page) => openSpecPage(page) ?? []);
  return {
    deltas: said.filter(({ kind }) => kind === "delta"),
    strays: said.filter(({ kind }) => kind === "stray"),
    settings: said.find(({ kind }) => kind === "change")?.settings,
  };
}
