/** What the domain of terms answers: at terms in running text, and at links to glossaries. */
import type { Completions, Typing } from "../workspace/answers.ts";
import type { Answers } from "../workspace/domain.ts";
import { completedTerm, completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { documentLinks } from "./features/documentLinks.ts";
import { hover, termMarkdown } from "./features/hover.ts";
import { planTermRename } from "./features/renameTerm.ts";
import { termHighlights, termReferences } from "./features/termUses.ts";
import type { ReadPage, TermsView } from "./index/view.ts";

/** What a link begins with, and its address. */
const TRIGGERS = ["[", "("];

export const termsAnswers: Answers<TermsView> = {
  name: "terms",
  triggers: TRIGGERS,
  hover,
  complete,
  describe,
  definition,
  // A term may be part of an id or of the number of a decision.
  yields: true,
  references: termReferences,
  highlights: termHighlights,
  rename: planTermRename,
  links: documentLinks,
};

/** After other characters only ids and numbers are completed. */
function complete(
  view: TermsView,
  page: ReadPage,
  offset: number,
  { invoked, trigger }: Typing,
): Completions | undefined {
  return trigger === undefined || TRIGGERS.includes(trigger)
    ? completion(view, page, offset, invoked)
    : undefined;
}

function describe(view: TermsView, id: string): string | undefined {
  const term = completedTerm(view, id);
  return term && termMarkdown(term);
}
