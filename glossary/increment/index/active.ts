/** The increment of a page, where rules may speak of it. */

import type { Increment } from "../model/increment.ts";
import { incrementOf } from "./increments.ts";
import type { IncrementView, Page } from "./view.ts";

/**
 * The increment that a page belongs to, as long as somebody works on it: `undefined` for pages of none and for copies
 * in the living docs; and for those of increments that are archived, abandoned or completed, by folder or by status,
 * unless the settings say that they matter too.
 */
export function activeIncrement(
  page: Pick<Page, "exports">,
  { increments, settings }: Pick<IncrementView, "increments" | "settings">,
): Increment | undefined {
  const increment = incrementOf(increments, page);
  return increment && (settings.archived || isActive(increment)) ? increment : undefined;
}

/** True for an increment that is neither put away nor completed. */
export function isActive({ shelf, status, completed }: Increment): boolean {
  if (completed || shelf === "archived" || shelf === "abandoned") return false;
  const name = status?.what.name;
  return name !== "abandoned";
}
