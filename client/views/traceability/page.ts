/** The HTML of the traceability view. Everything from the workspace is escaped; a place is opened by its number. */
import type { TraceabilityResult, TraceNode, TraceWork } from "../../../server/protocol.ts";
import { escaped, htmlPage } from "../html.ts";
import { SCRIPT, STYLE } from "./assets.ts";

type Story = TraceabilityResult["stories"][number];
type Criterion = Story["criteria"][number];
type Task = Story["tasks"][number];

/** What the page says to the extension. */
export type FromPage =
  | { readonly kind: "open"; readonly place: number }
  /** A task is wanted for a criterion. */
  | { readonly kind: "add"; readonly criterion: number }
  | { readonly kind: "choose" };

/** What the extension says to the page: the content has become another. */
export interface ToPage {
  readonly kind: "content";
  readonly html: string;
}

/** Reads what a page says; `undefined` for anything else. */
export function readMessage(message: unknown): FromPage | undefined {
  const { kind, place, criterion } = (message ?? {}) as Record<string, unknown>;
  if (kind === "choose") return { kind };
  if (kind === "open" && typeof place === "number") return { kind, place };
  return kind === "add" && typeof criterion === "number" ? { kind, criterion } : undefined;
}

/** What is shown of an increment, and what is meant by the numbers in it. */
export interface Content {
  readonly html: string;
  readonly places: readonly TraceNode[];
  readonly criteria: readonly Criterion[];
}

/** The whole page; `nonce` lets its own script and style run and nothing else. */
export function traceabilityPage({ html }: Content, nonce: string): string {
  const body = `<main id="content">${html}</main>`;
  return htmlPage({ title: "Traceability", style: STYLE, script: SCRIPT, body }, nonce);
}

/** What is shown of an increment. */
export function traceabilityContent(shown: TraceabilityResult): Content {
  const places: TraceNode[] = [];
  const numbers: Numbers = { place: (node) => places.push(node) - 1, criterion: (one) => all.indexOf(one) };
  const all = shown.stories.flatMap(({ criteria }) => criteria);
  const uncovered = all.filter(({ tasks }) => tasks.length === 0).length;
  const untested = all.filter(({ tasks, tests }) => tasks.length > 0 && tests.length === 0).length;
  const html = [
    head(shown),
    figures(shown),
    shown.stories.length === 0 ? EMPTY : "",
    shown.stories.length > 0 && !shown.linked ? unlinked(shown) : "",
    shown.stories.length === 0 ? "" : bar(shown.linked ? uncovered : 0, untested),
    shown.stories.length === 0 ? "" : table(shown, numbers),
  ];
  return { html: html.filter((part) => part !== "").join("\n"), places, criteria: all };
}

const EMPTY = `<p>This increment has no user stories, criteria or tasks yet.</p>
<p class="hint">“New User Story”, “New Acceptance Criterion” and “New Task” in the command palette add the first ones.</p>`;

function unlinked({ naming }: TraceabilityResult): string {
  if (naming === undefined) return "";
  return `<p class="hint">No task names a criterion yet. A line such as <code>${escaped(naming)}</code> below a task ties them together.</p>`;
}

function head({ name, title, status }: TraceabilityResult): string {
  const state = status === "" ? "" : `<span class="status">${escaped(status)}</span>`;
  const folder = title === name ? "" : `<span class="hint">${escaped(name)}</span>`;
  return `<header><h1>${escaped(title)}</h1>${state}${folder}<button type="button" class="link" data-run="choose">Another increment…</button></header>`;
}

/** How much is covered, tested and done. */
function figures({ stories, linked }: TraceabilityResult): string {
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
  return `<ul class="figures">${[
    linked ? figure("criteria covered", covered, all, true) : "",
    figure("criteria with a test", tested, all, false),
    // Criteria without boxes say nothing of that.
    criteria.some(({ work }) => work !== undefined) ? figure("criteria met", met, all, false) : "",
    figure("tasks done", done, tasks.size, false),
  ].join("")}</ul>`;
}

function figure(what: string, count: number, all: number, wanted: boolean): string {
  if (all === 0) return "";
  const lacking = wanted && count < all ? ' class="lacking"' : "";
  return `<li${lacking}><span><strong>${count} of ${all}</strong> ${what}</span><progress max="${all}" value="${count}" aria-hidden="true"></progress></li>`;
}

function bar(uncovered: number, untested: number): string {
  return `<div class="bar">
<input id="filter" type="search" placeholder="Filter by id or words" aria-label="Filter" spellcheck="false">
${toggle("uncovered", `Only uncovered (${uncovered})`, uncovered)}
${toggle("untested", `Only without test (${untested})`, untested)}
<span id="count" class="hint" role="status"></span>
</div>`;
}

function toggle(kind: string, text: string, count: number): string {
  return count === 0
    ? ""
    : `<button type="button" class="toggle ${kind}" data-kind="${kind}" aria-pressed="false">${text}</button>`;
}

interface Numbers {
  place(node: TraceNode): number;
  criterion(one: Criterion): number;
}

function table({ stories, linked, naming }: TraceabilityResult, numbers: Numbers): string {
  const head = ["Acceptance criterion", "Tasks", "Tests"].map((name) => `<th scope="col">${name}</th>`);
  const bodies = stories.map((one) => group(one, linked, naming !== undefined, numbers));
  return `<table aria-label="Criteria, and the tasks and tests for each">
<thead><tr>${head.join("")}</tr></thead>
${bodies.join("\n")}
</table>
<p id="nothing" hidden>Nothing matches. <button type="button" class="link" data-run="clear">Show all</button></p>`;
}

function group(
  { story, criteria, tasks }: Story,
  linked: boolean,
  linkable: boolean,
  numbers: Numbers,
): string {
  const covered = criteria.filter((one) => one.tasks.length > 0).length;
  const sum = linked && criteria.length > 0 ? `${covered} of ${criteria.length} covered` : "";
  const name = story
    ? `${opener(story, numbers, story.id)} ${escaped(story.title === story.id ? "" : story.title)}${story.priority ? ` <span class="priority">${escaped(story.priority)}</span>` : ""}`
    : linkable
      ? "Without a user story"
      : "Tasks";
  const rows = criteria.map((one) => row(one, linked, numbers));
  if (tasks.length > 0)
    rows.push(
      `<tr class="free"><td class="hint">${linkable ? "Tasks that name no criterion" : ""}</td><td>${list(tasks, numbers)}</td><td></td></tr>`,
    );
  if (rows.length === 0 && linkable)
    rows.push('<tr class="free"><td class="hint" colspan="3">No criteria yet</td></tr>');
  return `<tbody><tr class="story"><th scope="rowgroup" colspan="3">${name}<span class="sum hint">${sum}</span></th></tr>
${rows.join("\n")}</tbody>`;
}

function row(one: Criterion, linked: boolean, numbers: Numbers): string {
  const kind = one.tasks.length === 0 ? "uncovered" : one.tests.length === 0 ? "untested" : "covered";
  const tasks =
    one.tasks.length > 0
      ? list(one.tasks, numbers)
      : `<span class="none">No task</span> <button type="button" class="link" data-add="${numbers.criterion(one)}" aria-label="Add a task for ${escaped(one.id)}">Add one</button>`;
  const tests =
    one.tests.length > 0
      ? items(
          one.tests.map(
            (test) =>
              `${opener(test, numbers, test.id)} <span class="words" title="${escaped(test.title)}">${escaped(test.title)}</span>`,
          ),
        )
      : `<span class="none">${one.tasks.length > 0 ? "No test" : ""}</span>`;
  return `<tr data-kind="${kind}"${linked ? "" : ' class="unlinked"'}><th scope="row">${mark(one.work)}${opener(one, numbers, one.id)} <span class="words">${escaped(one.title)}</span></th><td>${tasks}</td><td>${tests}</td></tr>`;
}

function list(tasks: readonly Task[], numbers: Numbers): string {
  return items(
    tasks.map(
      (task) =>
        `${mark(task.work)}${opener(task, numbers, task.id)} <span class="words">${escaped(task.title)}</span>`,
    ),
  );
}

/** As many stand in a cell; one more than that is not worth hiding. */
const MOST = 4;

/** A list; of a long one the beginning, and the rest on demand. */
function items(all: readonly string[]): string {
  const shown = all.length > MOST + 1 ? all.slice(0, MOST) : all;
  const rest = all.slice(shown.length);
  const listed = (some: readonly string[]) => `<ul>${some.map((one) => `<li>${one}</li>`).join("")}</ul>`;
  const more = `<details><summary>${rest.length} more</summary>${listed(rest)}</details>`;
  return listed(shown) + (rest.length > 0 ? more : "");
}

function opener(node: TraceNode, numbers: Numbers, text: string): string {
  return `<button type="button" class="open" data-open="${numbers.place(node)}">${escaped(text)}</button>`;
}

const SIGNS: Readonly<Record<TraceWork, readonly [sign: string, word: string]>> = {
  done: ["✓", "done"],
  open: ["○", "open"],
  deferred: ["…", "deferred"],
  dropped: ["✕", "dropped"],
  none: ["·", "without a status"],
};

/** A sign for the eye and a word for the ear. */
function mark(work: TraceWork): string {
  const [sign, word] = SIGNS[work];
  return `<span class="mark ${work}" role="img" aria-label="${word}" title="${word}">${sign}</span>`;
}
