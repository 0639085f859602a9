import { defineRule, type Finding, type Related } from "../../rule/rule.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import type { Increment, IncrementIndex } from "../model/increment.ts";
import { calledId, type IncrementField, type WrittenId } from "../model/index.ts";

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
  summary: "Increments, or tasks of one, wait for each other.",
  why: `None of them can be begun, and tools that order them by what they need find no order.

It is reported where an increment or a task says what it waits for, on each of them that is being worked on. What an increment is a
part of is no dependency: it may well wait for its parts. Archived increments do not count.`,
  measured: `Never in the 3,400 tasks of seven public repositories in the layout of Backlog.md, and never in the open
lists of nine in the layout of Taskmaster.`,
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
      title: "Tasks of one increment",
      path: ".taskmaster/tasks/tasks.json",
      bad: `{"tasks": [
  {"id": 1, "title": "Keep", "status": "pending", "dependencies": [«2»]},
  {"id": 2, "title": "Empty", "status": "pending", "dependencies": [«1»]},
  {"id": 3, "title": "Share", "status": "pending", "dependencies": [2]}
]}
`,
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
    if (way.length === 0) return `${calledId(id)} waits for itself: take it out`;
    const through = way.length > 1 ? ` by way of ${way.slice(0, -1).join(", ")}` : "";
    return `${calledId(id)} waits for this one in turn${through}: take one of the dependencies out`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    const waits =
      own && (own.needs.length > 0 || own.tasks.some(({ dependencies }) => dependencies.length > 0));
    const increment = waits ? activeIncrement(page, snapshot) : undefined;
    if (!own || !increment) return;
    const ofOthers = (key: string) => needsOf(snapshot.increments, key);
    if (increment.id !== undefined) for (const id of own.needs) yield* circle(id, increment.id, ofOthers);
    const circular = circularTasks(increment);
    for (const { id, fields } of own.tasks)
      if (circular.has(id.key))
        for (const one of dependenciesIn(fields))
          yield* circle(one, id.key, (key) => circular.get(key) ?? []);
  },
});

interface Step {
  readonly path: string;
  readonly id: WrittenId;
}

type Needs = (key: string) => readonly Step[];

/** What is said where `to` names what leads back to it; nothing elsewhere. */
function* circle(id: WrittenId, to: string, needs: Needs): Iterable<Finding<Data>> {
  const steps = wayBack(id.key, to, needs);
  if (!steps) return;
  yield {
    span: id.span,
    data: { id, way: steps.map((step) => step.id.text) },
    related: steps.map(
      (step): Related => ({ path: step.path, span: step.id.span, message: `Waits for ${step.id.text}` }),
    ),
  };
}

/** What leads from one key back to another one, the shortest way; empty where it is the same one. */
function wayBack(from: string, to: string, needs: Needs): readonly Step[] | undefined {
  if (from === to) return [];
  const seen = new Set([from]);
  const open: { readonly key: string; readonly way: readonly Step[] }[] = [{ key: from, way: [] }];
  // What is found is put behind, and looked at in its turn.
  for (const { key, way } of open)
    for (const step of needs(key)) {
      const next = [...way, step];
      if (step.id.key === to) return next;
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

function dependenciesIn(fields: readonly IncrementField[]): WrittenId[] {
  return fields.flatMap(({ kind, ids }) =>
    kind === "dependencies" ? ids.filter((id) => id.kind === "task") : [],
  );
}

const CIRCULAR = new WeakMap<Increment, ReadonlyMap<string, readonly Step[]>>();

/** The tasks that may wait for each other, with what they wait for: those that are left when no other can be begun. */
function circularTasks(increment: Increment): ReadonlyMap<string, readonly Step[]> {
  const known = CIRCULAR.get(increment);
  if (known) return known;
  const left = new Map<string, readonly Step[]>();
  const waiting = new Map<string, string[]>();
  for (const [key, [place]] of increment.tasks) {
    if (!place || place.what.dependencies.length === 0) continue;
    const needed = dependenciesIn(place.what.fields).filter((id) => increment.tasks.has(id.key));
    if (needed.length === 0) continue;
    left.set(
      key,
      needed.map((id) => ({ path: place.path, id })),
    );
    for (const id of needed) {
      const others = waiting.get(id.key);
      if (others) others.push(key);
      else waiting.set(id.key, [key]);
    }
  }
  const counts = new Map([...left].map(([key, needed]) => [key, needed.length]));
  const free = [...increment.tasks.keys()].filter((key) => !left.has(key));
  for (const key of free)
    for (const one of waiting.get(key) ?? []) {
      const count = (counts.get(one) ?? 0) - 1;
      counts.set(one, count);
      if (count > 0) continue;
      left.delete(one);
      free.push(one);
    }
  CIRCULAR.set(increment, left);
  return left;
}
