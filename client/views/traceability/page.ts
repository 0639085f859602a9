/** What the traceability view shows. A place is opened by its number. */
import type { TraceabilityResult, TraceNode, TraceWork } from "../../../server/protocol.ts";
import { fill, type Html, joined, NOTHING, type Value, viewOf, wholePage } from "../html.ts";
import PAGE from "./page.html";

type Story = TraceabilityResult["stories"][number];
type Criterion = Story["criteria"][number];
type Task = Story["tasks"][number];

/** What is shown of an increment, and what is meant by the numbers in it. */
export interface Content extends Html {
  readonly places: readonly TraceNode[];
  readonly criteria: readonly Criterion[];
}

const view = viewOf(PAGE);
const part = (id: string, values?: Readonly<Record<string, Value>>) => fill(view, id, values);

/** The whole page; `nonce` lets its own script and style run and nothing else. */
export function traceabilityPage(content: Content, nonce: string): string {
  return wholePage(view, content, nonce);
}

/** What is shown of an increment. */
export function traceabilityContent(shown: TraceabilityResult): Content {
  const places: TraceNode[] = [];
  const numbers: Numbers = { place: (node) => places.push(node) - 1, criterion: (one) => all.indexOf(one) };
  const all = shown.stories.flatMap(({ criteria }) => criteria);
  const html = [head(shown), figures(shown), ...(shown.stories.length === 0 ? [part("empty")] : stories())];
  return { html: joined(html, "\n").html, places, criteria: all };

  function stories(): Html[] {
    const hint =
      shown.linked || shown.naming === undefined ? [] : [part("unlinked", { naming: shown.naming })];
    const uncovered = all.filter(({ tasks }) => tasks.length === 0).length;
    const untested = all.filter(({ tasks, tests }) => tasks.length > 0 && tests.length === 0).length;
    return [...hint, bar(shown.linked ? uncovered : 0, untested), table(shown, numbers)];
  }
}

function head({ name, title, status }: TraceabilityResult): Html {
  return part("head", {
    title,
    status: status === "" ? NOTHING : part("status", { status }),
    folder: title === name ? NOTHING : part("name", { name }),
  });
}

/** How much is covered, tested and done. */
function figures({ stories, linked }: TraceabilityResult): Html {
  const criteria = stories.flatMap((one) => one.criteria);
  const tasks = new Map(
    stories
      .flatMap((one) => [...one.tasks, ...one.criteria.flatMap((each) => each.tasks)])
      .map((task) => [`${task.uri} ${task.id}`, task.work]),
  );
  const done = [...tasks.values()].filter((work) => work === "done").length;
  const covered = criteria.filter((one) => one.tasks.length > 0).length;
  const tested = criteria.filter((one) => one.tests.length > 0).length;
  const met = criteria.filter(({ work }) => work === "done").length;
  const all = criteria.length;
  return part("figures", {
    figures: [
      linked ? figure("criteria covered", covered, all, true) : NOTHING,
      figure("criteria with a test", tested, all, false),
      // Criteria without boxes say nothing of that.
      criteria.some(({ work }) => work !== undefined) ? figure("criteria met", met, all, false) : NOTHING,
      figure("tasks done", done, tasks.size, false),
    ],
  });
}

function figure(what: string, count: number, all: number, wanted: boolean): Html {
  if (all === 0) return NOTHING;
  return part("figure", { what, count, all, lacking: wanted && count < all ? "lacking" : "" });
}

function bar(uncovered: number, untested: number): Html {
  const toggles = [
    toggle("uncovered", "Only uncovered", uncovered),
    toggle("untested", "Only without test", untested),
  ];
  return part("bar", { toggles });
}

function toggle(kind: string, text: string, count: number): Html {
  return count === 0 ? NOTHING : part("toggle", { kind, text, count });
}

interface Numbers {
  place(node: TraceNode): number;
  criterion(one: Criterion): number;
}

function table({ stories, linked, naming }: TraceabilityResult, numbers: Numbers): Html {
  const groups = stories.map((one) => group(one, linked, naming !== undefined, numbers));
  // Tools that know no criteria leave two columns without a word.
  const only = naming === undefined && stories.every(({ criteria }) => criteria.length === 0);
  const [kind, label] = only ? ["tasks-only", "Tasks"] : ["", "Criteria, and the tasks and tests for each"];
  return part("table", { kind, label, stories: joined(groups, "\n") });
}

function group(
  { story, criteria, tasks }: Story,
  linked: boolean,
  linkable: boolean,
  numbers: Numbers,
): Html {
  const covered = criteria.filter((one) => one.tasks.length > 0).length;
  const name = story
    ? part("story-name", {
        opener: opener(story, numbers, story.id),
        title: story.title === story.id ? "" : story.title,
        priority: story.priority ? part("priority", { priority: story.priority }) : NOTHING,
      })
    : linkable
      ? "Without a user story"
      : "Tasks";
  const rows = criteria.map((one) => row(one, linked, numbers));
  if (tasks.length > 0) {
    const hint = linkable ? "Tasks that name no criterion" : "";
    rows.push(part("free", { hint, tasks: list(tasks, numbers) }));
  }
  if (rows.length === 0 && linkable) rows.push(part("no-criteria"));
  const sum = linked && criteria.length > 0 ? `${covered} of ${criteria.length} covered` : "";
  return part("story", { name, sum, rows: joined(rows, "\n") });
}

function row(one: Criterion, linked: boolean, numbers: Numbers): Html {
  const { id, title, work, tasks, tests } = one;
  return part("criterion", {
    kind: tasks.length === 0 ? "uncovered" : tests.length === 0 ? "untested" : "covered",
    unlinked: linked ? "" : "unlinked",
    mark: mark(work),
    opener: opener(one, numbers, id),
    words: part("words", { words: title }),
    tasks:
      tasks.length > 0 ? list(tasks, numbers) : part("no-task", { id, criterion: numbers.criterion(one) }),
    tests:
      tests.length > 0
        ? items(
            tests.map((test) => part("test", { opener: opener(test, numbers, test.id), title: test.title })),
          )
        : part("no-test", { text: tasks.length > 0 ? "No test" : "" }),
  });
}

function list(tasks: readonly Task[], numbers: Numbers): Html {
  return items(
    tasks.map((task) =>
      part("task", {
        mark: mark(task.work),
        opener: opener(task, numbers, task.id),
        words: part("words", { words: task.title }),
      }),
    ),
  );
}

/** As many stand in a cell; one more than that is not worth hiding. */
const MOST = 4;

/** A list; of a long one the beginning, and the rest on demand. */
function items(all: readonly Html[]): Html {
  const shown = all.length > MOST + 1 ? all.slice(0, MOST) : all;
  const rest = all.slice(shown.length);
  const listed = (some: readonly Html[]) =>
    part("list", { items: some.map((item) => part("item", { item })) });
  if (rest.length === 0) return listed(shown);
  return joined([listed(shown), part("more", { count: rest.length, rest: listed(rest) })]);
}

function opener(node: TraceNode, numbers: Numbers, text: string): Html {
  return part("opener", { place: numbers.place(node), text });
}

const SIGNS: Readonly<Record<TraceWork, readonly [sign: string, word: string]>> = {
  done: ["✓", "done"],
  open: ["○", "open"],
  deferred: ["…", "deferred"],
  dropped: ["✕", "dropped"],
  none: ["·", "without a status"],
};

/** A sign for the eye and a word for the ear. */
function mark(work: TraceWork): Html {
  const [sign, word] = SIGNS[work];
  return part("mark", { work, sign, word });
}
