/** Adds a story, a criterion or a task to an increment: the right text, with the next id, at the right place. */

import { basename } from "../../text/paths.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import { targetOf } from "../edits/edits.ts";
import { countOf } from "../index/increments.ts";
import type { ReadPage } from "../index/view.ts";
import type { Wanted } from "../layouts/layout.ts";
import { layoutOf } from "../layouts/layouts.ts";
import { shortStory } from "../layouts/words.ts";
import type { Increment } from "../model/increment.ts";
import { type Count, hasTasks } from "../model/index.ts";

/** What is put where. `{{…}}` is what the author fills in. */
export interface Addition {
  readonly path: string;
  /** True for a page that does not exist yet: `text` is all of it. */
  readonly create: boolean;
  readonly at: number;
  readonly text: string;
  /** Counts of the increment that were right and are to stay so. */
  readonly counts: readonly FileChange[];
}

/** The page that an addition goes to, and that has to be read for `add`; `from` is the path of the page at hand. */
export function pageFor(increment: Increment, wanted: Wanted, from?: string): string {
  const story = wanted.what === "criterion" ? wanted.story : undefined;
  const places = (story !== undefined && increment.stories.get(story)) || [];
  const own = places.find(({ path }) => path === from) ?? places[0];
  return own?.path ?? layoutOf(increment).add.page(increment, wanted.what, from);
}

/**
 * What to put where. `page` is the one that `pageFor` names, `undefined` where it does not exist. The result is
 * `undefined` where there is no specification to add to, or no such story; "code" where the place for it is in a block
 * of code that nobody has closed.
 */
export function add(
  increment: Increment,
  wanted: Wanted,
  page: ReadPage | undefined,
): Addition | "code" | undefined {
  const target = targetOf(page);
  const adding = layoutOf(increment).add;
  if (!page || !target) {
    const text = adding.text(increment, wanted);
    const path = pageFor(increment, wanted);
    return text === undefined ? undefined : { path, create: true, at: 0, text, counts: [] };
  }
  const edit = adding.edit(increment, wanted, page, target);
  if (!edit) return undefined;
  const at = edit.span.start;
  if (isInCode(page, at)) return "code";
  const counts = countEdits(increment, wanted, page.path, at);
  return { path: page.path, create: false, at, text: edit.text, counts };
}

/** Why `add` has no place for something, as a sentence. */
export function refusal(increment: Increment, wanted: Wanted): string {
  const layout = layoutOf(increment);
  const own = layout.refusal?.(increment, wanted);
  if (own !== undefined) return own;
  const story = shortStory(layout);
  if (wanted.what === "criterion") return `The ${story} is not in the specification of ${increment.name}.`;
  const page = basename(pageFor(increment, wanted));
  return `${increment.name} has no ${page} to add a ${wanted.what === "story" ? story : wanted.what} to.`;
}

/** True within a block of code, and behind one that runs to the end of the page. */
function isInCode({ facts, text }: ReadPage, at: number): boolean {
  return facts.codes.some(
    ({ span, closed }) =>
      span.start < at && (at < span.end || (!closed && text.slice(span.end, at).trim() === "")),
  );
}

/** What there is one more of. A new story comes with a criterion. */
const COUNTED: Readonly<Record<Wanted["what"], readonly Count["what"][]>> = {
  story: ["stories", "criteria"],
  criterion: ["criteria"],
  task: ["tasks"],
};

/** The counts that said how many there were, saying one more. */
function countEdits(increment: Increment, wanted: Wanted, path: string, at: number): FileChange[] {
  return [...increment.pages].flatMap(([one, { counts, place }]): FileChange[] => {
    const edits = counts.flatMap((count) => {
      if (!COUNTED[wanted.what].includes(count.what) || countOf(increment, one, count) !== count.value)
        return [];
      if (wanted.what === "task" && hasTasks(place)) {
        const { within, story, from } = count;
        if (one !== path || at < within.start || at > within.end) return [];
        if (from === "matter" && story !== undefined && story !== wanted.story) return [];
      }
      return [{ span: count.span, text: String(count.value + 1) }];
    });
    return edits.length > 0 ? [{ kind: "edit", path: one, edits }] : [];
  });
}
