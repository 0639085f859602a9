/** Where a reference to a decision leads. */

import type { Destination } from "../../workspace/answers.ts";
import { targetAt } from "../index/positions.ts";
import type { AdrTermsPage, AdrTermsView } from "../index/view.ts";
import { adrAt } from "./at.ts";

/** All decisions that a number may mean; nothing for links, which the editor follows itself. */
export function adrDefinition(snapshot: AdrTermsView, page: AdrTermsPage, offset: number): Destination[] {
  const at = adrAt(snapshot, page, offset);
  if (!at || at.link) return [];
  return at.targets.map((target) => ({
    origin: at.span,
    path: target.path,
    span: targetAt(snapshot, target),
  }));
}
