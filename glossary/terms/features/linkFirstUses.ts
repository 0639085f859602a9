/** Links the first use of each term in each section of a document, all at once. */

import type { FileChange, Rule } from "../../rule/rule.ts";
import { fixesAt, type OnFailure } from "../../rule/run.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { unlinkedTerm } from "../rules/unlinked-term.ts";

/**
 * The change that makes the page clean under `glossary/unlinked-term`, whether or not the rule is switched on;
 * `undefined` where there is nothing to link. Places where a comment silences the rule stay as they are.
 */
export function linkFirstUses(
  snapshot: TermsView,
  page: ReadPage,
  failed: OnFailure,
): FileChange | undefined {
  const settings = {
    ...snapshot.settings,
    rules: { [unlinkedTerm.id]: unlinkedTerm.severity },
    overrides: [],
    archived: true,
  };
  const whole = { start: 0, end: page.text.length };
  const fixes = fixesAt([unlinkedTerm as Rule], { ...snapshot, settings }, page, whole, failed);
  const edits = fixes.flatMap(({ fix }) =>
    fix.changes.flatMap((change) => (change.kind === "edit" ? change.edits : [])),
  );
  return edits.length > 0 ? { kind: "edit", path: page.path, edits } : undefined;
}
