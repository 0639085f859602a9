/** What stands at a place of an increment: which story, which criterion. */

import { type Span, touches } from "../../text/span.ts";
import { layoutOf } from "../layouts/layouts.ts";
import { type IncrementPage, storyOfCriterion } from "../model/index.ts";

export interface IncrementSpot {
  /** Keys: `US-1`, `AC-US1-1`. */
  readonly story: string | undefined;
  readonly criterion: string | undefined;
  /** True at a requirement of the whole increment, such as `FR-001` of spec-kit. */
  readonly requirement?: true;
}

/** The story and the criterion, or the requirement, that an offset of a page is about. */
export function spotAt(page: IncrementPage, offset: number): IncrementSpot {
  const at = <T extends { readonly span: Span }>(list: readonly T[]) =>
    list.findLast(({ span }) => touches(span, offset));
  const mention = page.mentions.find(({ span }) => touches(span, offset));
  if (mention?.kind === "criterion")
    return { criterion: mention.key, story: storyOfCriterion(mention.key) ?? at(page.stories)?.id.key };
  if (mention?.kind === "story") return { criterion: undefined, story: mention.key };
  const { whole } = layoutOf(page.place).words;
  if (whole && at(page.others)?.id.key.startsWith(whole.prefix))
    return { criterion: undefined, story: undefined, requirement: true };
  const criterion = at(page.criteria);
  const task = at(page.tasks);
  return {
    criterion: criterion?.id.key,
    story:
      criterion?.story ??
      task?.stories[0] ??
      task?.under ??
      at(page.stories)?.id.key ??
      at(page.groups)?.id.key,
  };
}
