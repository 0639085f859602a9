/** Ids for what is added to an increment, written like those that are there. */
import type { Increment } from "../../workspace/increments.ts";

/** `US-004`: one more than the highest number of a story. */
export function nextStoryId({ stories }: Increment): string {
  const written = [...stories.values()].flatMap(([first]) => (first ? [first.what.id.text] : []));
  return following(written, "US-001");
}

/** `T-008`: one more than the highest number of a task. */
export function nextTaskId({ tasks }: Increment): string {
  const written = [...tasks.values()].flatMap(([first]) => (first ? [first.what.id.text] : []));
  return following(written, "T-001");
}

/** `AC-US2-04`: one more than the highest number of a criterion of the story. */
export function nextCriterionId({ criteria, stories }: Increment, story: string): string {
  const written = [...criteria.values()].flatMap(([first]) =>
    first?.what.story === story ? [first.what.id.text] : [],
  );
  const id = stories.get(story)?.[0]?.what.id.text ?? story;
  return following(written, `AC-US${storyNumber(id)}-01`);
}

/** What the criteria of a story are called by: `1` of `US-001`, `1E` of `US-001E`. */
export function storyNumber(id: string): string {
  const match = /([A-Z]?)0*(\d+[A-Z]?)$/.exec(id);
  return match ? `${id.startsWith("US") && match.index === 0 ? "" : match[1]}${match[2]}` : "1";
}

/** The id after the highest of those written, in its form; `first` where there are none. */
function following(written: readonly string[], first: string): string {
  let highest: RegExpExecArray | undefined;
  for (const id of written) {
    const match = /^(.*?)(\d+)[A-Za-z]?$/.exec(id);
    if (match && (!highest || Number(match[2]) > Number(highest[2]))) highest = match;
  }
  if (!highest) return first;
  const [, before, digits = ""] = highest;
  return `${before}${String(Number(digits) + 1).padStart(digits.length, "0")}`;
}
