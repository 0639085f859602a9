/** What layouts call things, in the middle of sentences. */
import type { Increment } from "../model/increment.ts";
import type { StatusName } from "../model/words.ts";
import type { Layout } from "./layout.ts";
import { layoutOf } from "./layouts.ts";

/** `story` for `user story`, where it is clear whose. */
export function shortStory({ words: { story = "story" } }: Pick<Layout, "words">): string {
  return story.slice(story.lastIndexOf(" ") + 1);
}

/** What an increment of this layout calls a status. */
export function statusWord(increment: Increment, name: StatusName): string {
  return layoutOf(increment).statusWord?.(name, increment) ?? name;
}
