import { defineRule, type Related } from "../../rule/rule.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import type { Increment, IncrementIndex } from "../model/increment.ts";
import type { WrittenId } from "../model/index.ts";

interface Data {
  readonly id: WrittenId;
  /** What leads back from there, as it is written; empty for what waits for itself. */
  readonly way: readonly string[];
}

const TASK = (id: string, dependencies: string) =>
  `---\nid: ${id}\ntitle: Carts\nstatus: To Do\ndependencies: [${dependencies}]\n---\n`;

export const circularDependency = defineRule<Data, IncrementView>({
  id: "increment/circular-dependency",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat(({ namesOthers }) => namesOthers === true),
  summary: "Increments wait for each other.",
  why: `None of them can be begun, and tools that order them by what they need find no order.

It is reported where an increment says what it waits for, on each of them that is being worked on. What an increment is a
part of is no dependency: it may well wait for its parts. Archived increments do not count.`,
  measured: `Never in the 3,400 tasks of seven public repositories in the layout of Backlog.md.`,
  examples: [
    {
      title: "In a circle",
      path: "backlog/tasks/task-1 - Keep.md",
      given: {
        "backlog/tasks/task-2 - Empty.md": TASK("TASK-2", "TASK-3"),
        "backlog/tasks/task-3 - Share.md": TASK("TASK-3", "TASK-1"),
        "backlog/tasks/task-4 - Pay.md": TASK("TASK-4", ""),
      },
      bad: TASK("TASK-1", "TASK-4, «TASK-2»"),
    },
    {
      title: "For itself",
      path: "backlog/tasks/task-1 - Keep.md",
      bad: TASK("TASK-1", "«task-1»"),
    },
    {
      title: "For a part of it",
      path: "backlog/tasks/task-1 - Keep.md",
      given: {
        "backlog/tasks/task-1.1 - Table.md": `---\nid: TASK-1.1\ntitle: Table\nstatus: To Do\nparent_task_id: TASK-1\n---\n`,
      },
      good: TASK("TASK-1", "TASK-1.1"),
    },
  ],

  message({ id, way }) {
    if (way.length === 0) return `${id.text} waits for itself: take it out`;
    const through = way.length > 1 ? ` by way of ${way.slice(0, -1).join(", ")}` : "";
    return `${id.text} waits for this one in turn${through}: take one of the dependencies out`;
  },

  *check({ page, snapshot }) {
    const needs = page.exports.increment?.needs ?? [];
    const increment = needs.length > 0 ? activeIncrement(page, snapshot) : undefined;
    if (!increment) return;
    for (const id of needs) {
      const steps = wayBack(snapshot.increments, id.key, increment);
      if (steps)
        yield {
          span: id.span,
          data: { id, way: steps.map((step) => step.id.text) },
          related: steps.map(
            (step): Related => ({
              path: step.path,
              span: step.id.span,
              message: `Waits for ${step.id.text}`,
            }),
          ),
        };
    }
  },
});

interface Step {
  readonly path: string;
  readonly id: WrittenId;
}

/** What leads from an increment back to another one, the shortest way; empty where it is the same one. */
function wayBack(index: IncrementIndex, from: string, to: Increment): readonly Step[] | undefined {
  if (from === to.id) return [];
  const seen = new Set([from]);
  const open: { readonly key: string; readonly way: readonly Step[] }[] = [{ key: from, way: [] }];
  // What is found is put behind, and looked at in its turn.
  for (const { key, way } of open)
    for (const step of needsOf(index, key)) {
      const next = [...way, step];
      if (step.id.key === to.id) return next;
      if (seen.has(step.id.key)) continue;
      seen.add(step.id.key);
      open.push({ key: step.id.key, way: next });
    }
  return undefined;
}

function needsOf({ byId, at }: IncrementIndex, key: string): Step[] {
  return (byId.get(key) ?? [])
    .filter(({ shelf }) => shelf !== "archived")
    .flatMap(({ unit }) => [...(at(unit)?.pages ?? [])])
    .flatMap(([path, { needs }]) => needs.map((id) => ({ path, id })));
}
