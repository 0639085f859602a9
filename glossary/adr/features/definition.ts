/** Where a reference to a decision leads. */

import type { Destination } from "../../workspace/answers.ts";
import type { ReadPage, Snapshot } from "../../workspace/workspace.ts";
import { adrAt } from "./at.ts";

/** All decisions that a number may mean; nothing for links, which the editor follows itself. */
export function adrDefinition(snapshot: Snapshot, page: ReadPage, offset: number): Destination[] {
  const at = adrAt(snapshot, page, offset);
  if (!at || at.link) return [];
  return at.targets.map(({ path, span }) => ({ origin: at.span, path, span }));
}
