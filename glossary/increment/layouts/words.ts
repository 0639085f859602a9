/** What layouts call things, in the middle of sentences. */
import type { Layout } from "./layout.ts";

/** `story` for `user story`, where it is clear whose. */
export function shortStory({ words: { story = "story" } }: Pick<Layout, "words">): string {
  return story.slice(story.lastIndexOf(" ") + 1);
}
