/** Which criteria of which stories are covered by which tasks, and what tests those: the rows of the traceability view. */

import { inside, type Span } from "../../text/span.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Increment, Placed } from "../model/increment.ts";
import type { Criterion, Scenario, Story, Task, Work } from "../model/index.ts";
import { incrementTitle } from "./title.ts";

/** Something on a page that can be gone to. */
export interface TraceNode {
  /** As written. */
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly span: Span;
}

export interface TraceTask extends TraceNode {
  readonly work: Work | "unknown";
}

export interface TraceTest {
  /** The task or the criterion that it stands in, or the id of a test case. */
  readonly id: string;
  readonly path: string;
  readonly span: Span;
  readonly kind: "scenario" | "field" | "case";
}

export interface TraceCriterion extends TraceNode {
  /** What it is compared by: `AC-US1-1`, and that of its story. */
  readonly key: string;
  readonly storyKey: string | undefined;
  /** `undefined` without a box. */
  readonly work: Work | undefined;
  readonly tasks: readonly TraceTask[];
  readonly tests: readonly TraceTest[];
}

/** A story with its criteria; `story` is `undefined` for the criteria of none. */
export interface TraceStory {
  readonly story: (TraceNode & { readonly priority: string }) | undefined;
  readonly criteria: readonly TraceCriterion[];
  /** Tasks of the story that name none of the increment's criteria. */
  readonly tasks: readonly TraceTask[];
}

export interface Traceability {
  readonly folder: string;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  /** False where no task names a criterion: then nothing can be said of coverage. */
  readonly linked: boolean;
  /** How a task names one, by example; `undefined` where none ever does. */
  readonly naming: string | undefined;
  readonly stories: readonly TraceStory[];
}

/** The rows for the increment in a folder; `undefined` where there is none. */
export function traceability({ increments }: IncrementView, folder: string): Traceability | undefined {
  const increment = increments.at(folder);
  if (!increment) return undefined;
  const tests = testsOf(increment);
  const criteria = [...increment.coverage.values()].map(({ criterion, tasks }) => ({
    story: criterion.what.story,
    row: {
      ...node(criterion),
      key: criterion.what.id.key,
      storyKey: criterion.what.story,
      work: criterion.what.state?.work,
      tasks: tasks.map(taskNode),
      tests: tests(criterion, tasks),
    } satisfies TraceCriterion,
  }));
  const covering = new Set([...increment.coverage.values()].flatMap(({ tasks }) => tasks));
  const free = [...increment.tasks.values()].flat().filter((task) => !covering.has(task));
  const keys = new Set<string | undefined>([...increment.stories.keys()]);
  const ofStory = ({ what: { stories, under } }: Placed<Task>) =>
    [...stories, under].find((key) => key !== undefined && keys.has(key));
  const known = (key: string | undefined) => (keys.has(key) ? key : undefined);
  const groups = [...keys, undefined].map((key): TraceStory => {
    const first = key === undefined ? undefined : increment.stories.get(key)?.[0];
    return {
      story: first && { ...node(first), priority: first.what.priority?.text ?? "" },
      criteria: criteria.filter(({ story }) => known(story) === key).map(({ row }) => row),
      tasks: free.filter((task) => ofStory(task) === key).map(taskNode),
    };
  });
  return {
    folder,
    name: increment.name,
    title: incrementTitle(increment),
    linked: increment.linked,
    status: increment.status?.what.text ?? "",
    naming: layoutOf(increment).naming,
    stories: groups.filter(({ story, criteria, tasks }) => story || criteria.length + tasks.length > 0),
  };
}

function node({ path, what }: Placed<Story | Criterion | Task>): TraceNode {
  return { id: what.id.text, title: what.title, path, span: what.nameSpan };
}

function taskNode(place: Placed<Task>): TraceTask {
  return { ...node(place), work: place.what.work };
}

type Tests = (criterion: Placed<Criterion>, tasks: readonly Placed<Task>[]) => TraceTest[];

/** The tests of a criterion: of its tasks, of test cases that a table ties to it, and scenarios that name it. */
export function testsOf({ pages, criteria }: Increment): Tests {
  const cases = new Map<string, TraceTest[]>();
  for (const [path, { matrix, mentions }] of pages)
    for (const { criteria: keys, tests, span: row } of matrix) {
      const found = inside(mentions, row)
        .filter(({ key }) => tests.includes(key))
        .map(({ text, span }): TraceTest => ({ id: text, path, span, kind: "case" }));
      for (const key of keys) cases.set(key, [...(cases.get(key) ?? []), ...found]);
    }
  return (criterion, tasks) => {
    const { key } = criterion.what.id;
    const own = (criteria.get(key) ?? []).flatMap(({ what }) => what.fields);
    const stated = own.filter(({ kind, none }) => kind === "test" && !none);
    return [
      ...tasks.flatMap((task) => testsOfTask(task, key)),
      ...(cases.get(key) ?? []),
      ...stated.map(
        ({ span }): TraceTest => ({ id: criterion.what.id.text, path: criterion.path, span, kind: "field" }),
      ),
    ];
  };
}

/** What a task says of how it is tested, without what it says of other criteria. */
function testsOfTask({ path, what }: Placed<Task>, key: string): TraceTest[] {
  const { scenarios, fields } = what;
  const id = what.id.text;
  const about = ({ keys }: Scenario) => keys.length === 0 || keys.includes(key);
  const found = scenarios.filter(about).map(({ span }): TraceTest => ({ id, path, span, kind: "scenario" }));
  if (scenarios.length > 0) return found;
  const [field] = fields.filter(({ kind, none }) => kind === "test" && !none);
  return field ? [{ id, path, span: field.value, kind: "field" }] : [];
}
