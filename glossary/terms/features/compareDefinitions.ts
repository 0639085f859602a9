/** Two pages that define one term differently, to be looked at side by side. */

import type { Rule } from "../../rule/rule.ts";
import { diagnose, type OnFailure } from "../../rule/run.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { conflictingDefinition } from "../rules/conflicting-definition.ts";

/** The path of the source that the page, a copy, differs from; `undefined` where nothing is reported in `span`. */
export function sourceToCompare(
  snapshot: TermsView,
  page: ReadPage,
  span: Span,
  failed: OnFailure,
): string | undefined {
  return diagnose([conflictingDefinition as Rule], snapshot, page, failed).find((found) =>
    overlaps(found.span, span),
  )?.related[0]?.path;
}
