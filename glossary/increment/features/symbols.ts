/** The outline of a page of an increment: stories with their criteria, groups with their tasks. */

import { withoutMarkup } from "../../markdown/excerpt.ts";
import { encloses } from "../../text/span.ts";
import type { Outlined } from "../../workspace/answers.ts";
import type { ReadPage } from "../index/view.ts";
import type { Criterion, Definition, IncrementPage, StoryGroup, Task } from "../model/index.ts";

/** What ids define on a page, each thing below the one it stands in. The steps of tasks are left to the text. */
export function incrementSymbols(page: ReadPage): Outlined[] {
  const own = page.exports.increment;
  return own ? nested(flat(own)) : [];
}

function flat({ stories, criteria, tasks, others, groups, place }: IncrementPage): Outlined[] {
  const inTasks = place.role === "tasks";
  return [
    ...stories.map((story) => symbol("story", story, story.priority?.text)),
    // In the tasks, a list of criteria belongs to a field.
    ...(inTasks ? [] : criteria.filter(isCounted)).map((one) => symbol("criterion", one, one.state?.work)),
    ...groups.map(group),
    ...tasks.map((task) => symbol("task", task, stateOf(task))),
    ...others.map((other) => symbol("other", other, undefined)),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function isCounted({ standing }: Criterion): boolean {
  return standing === "definition" || standing === "duplicate" || standing === "mirror";
}

function stateOf({ state, work }: Task): string | undefined {
  return state?.word ?? (work === "unknown" ? undefined : work);
}

function symbol(
  kind: Outlined["kind"],
  { id, title, span, nameSpan }: Definition,
  detail: string | undefined,
): Outlined {
  const name = title === "" || title === id.text ? id.text : `${id.text}: ${withoutMarkup(title)}`;
  return { kind, name, detail: detail ?? "", span, nameSpan, children: [] };
}

function group({ id, span, nameSpan }: StoryGroup): Outlined {
  return { kind: "story", name: id.text, detail: "", span, nameSpan, children: [] };
}

/** Puts each symbol into the one before it that encloses it. */
function nested(sorted: readonly Outlined[]): Outlined[] {
  const top: Outlined[] = [];
  const open: (Outlined & { children: Outlined[] })[] = [];
  for (const one of sorted) {
    const own = { ...one, children: [] };
    while (open.length > 0 && !encloses((open.at(-1) as Outlined).span, one.span)) open.pop();
    const above = open.at(-1);
    if (above) above.children.push(own);
    else top.push(own);
    open.push(own);
  }
  return top;
}
