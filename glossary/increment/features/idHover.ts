/** What a hover over an id of an increment says: what it stands for, how far it is, and what belongs to it. */

import { escapeMarkdown, excerpt, withoutMarkup } from "../../markdown/excerpt.ts";
import { basename } from "../../text/paths.ts";
import type { Hover } from "../../workspace/answers.ts";
import { isRead } from "../../workspace/workspace.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import type { Increment, Placed } from "../model/increment.ts";
import { type Criterion, calledId, type Definition, type Story, type Task } from "../model/index.ts";
import { definitionsOf, featurePages, type IdAt, idAt } from "./idAt.ts";
import { counted, criteriaOf, sign, tasksOf } from "./progress.ts";
import { testsOf } from "./traceability.ts";

/** How many criteria, tasks and links are listed. */
const MOST = 8;
/** How much of a text is shown in a list, in UTF-16 units. */
const LONGEST = 110;

/** The hover over an id; `undefined` where none stands, and for ids that nothing is known of. */
export function idHover(snapshot: IncrementView, page: ReadPage, offset: number): Hover | undefined {
  const at = idAt(snapshot, page, offset);
  if (!at) return undefined;
  const said = describe(snapshot, page, at);
  if (!said) return undefined;
  const { blocks, sources } = said;
  const markdown = blocks.filter((block) => block !== "").join("\n\n");
  const shown = sources
    .filter(({ path, what: { id } }) => path !== page.path || id.span.start !== at.span.start)
    .slice(0, MOST)
    .map(({ path, what: { id } }) => ({
      label: `${calledId(id)} in ${basename(path)}`,
      path,
      span: id.span,
    }));
  return { span: at.span, markdown, sources: [...shown, ...(said.links ?? [])] };
}

interface Said {
  readonly blocks: readonly string[];
  readonly sources: readonly Placed<Definition>[];
  readonly links?: Hover["sources"];
}

function describe(snapshot: IncrementView, page: ReadPage, at: IdAt): Said | undefined {
  const { increment, id } = at;
  const [story] = increment.stories.get(id.key) ?? [];
  if (story) return aboutStory(increment, story);
  const [criterion] = increment.criteria.get(id.key) ?? [];
  if (criterion) return aboutCriterion(increment, criterion);
  const [task] = increment.tasks.get(id.key) ?? [];
  if (task) return aboutTask(increment, task);
  if (id.kind === "feature") return aboutFeature(snapshot, page, increment);
  const [other] = definitionsOf(increment, id.key);
  if (other) return aboutOther(snapshot, increment, other);
  return aboutCase(increment, at) ?? aboutNothing(snapshot, at);
}

function aboutStory(increment: Increment, story: Placed<Story>): Said {
  const { id, priority, role, want, benefit } = story.what;
  const criteria = criteriaOf(increment, id.key);
  const tasks = tasksOf(increment, id.key);
  const wish = [role, want, benefit].flatMap((field) =>
    field ? [`**${escapeMarkdown(field.label)}** ${escapeMarkdown(withoutMarkup(field.text))}`] : [],
  );
  const states = criteria.map(({ criterion: { what } }) => what.state?.work);
  return {
    blocks: [
      head(story.what, priority?.text),
      wish.join("  \n"),
      list(
        counted(states, "criterion", "criteria"),
        criteria.map(({ criterion: { what } }) => row(what, what.state?.work)),
      ),
      list(counted(works(tasks), "task", "tasks"), tasks.map(taskRow)),
    ],
    sources: [story, ...tasks],
  };
}

function aboutCriterion(increment: Increment, criterion: Placed<Criterion>): Said {
  const { id, title, state, story: key } = criterion.what;
  const [story] = (key !== undefined && increment.stories.get(key)) || [];
  const covered = increment.coverage.get(id.key);
  const tasks = covered?.tasks ?? [];
  const tests = covered ? testsOf(increment)(covered.criterion, tasks) : [];
  const open = covered && increment.linked && tasks.length === 0 ? ["*No task satisfies it*"] : [];
  return {
    blocks: [
      `**${escapeMarkdown(calledId(id))}**${state ? ` · *${state.work}*` : ""}`,
      escapeMarkdown(withoutMarkup(title)),
      story ? storyLine(story.what) : "",
      list("Satisfied by:", tasks.map(taskRow)),
      ...open,
      tests.length > 0
        ? `Tested by: ${[...new Set(tests.map((test) => escapeMarkdown(test.id)))].join(", ")}`
        : "",
    ],
    sources: [criterion, ...(story ? [story] : []), ...tasks],
  };
}

function aboutTask(increment: Increment, task: Placed<Task>): Said {
  const { state, work, steps, priority, stories, under, criteria, dependencies } = task.what;
  const keys = stories.length > 0 ? stories : under === undefined ? [] : [under];
  const first = <T>(all: ReadonlyMap<string, readonly Placed<T>[]>, wanted: readonly string[]) =>
    wanted.flatMap((key) => all.get(key)?.slice(0, 1) ?? []);
  const own = first(increment.stories, keys);
  const satisfied = first(increment.criteria, criteria);
  const before = first(increment.tasks, dependencies);
  const said = state?.word ?? (work === "unknown" ? undefined : work);
  return {
    blocks: [
      head(task.what, said, priority?.text),
      own.map(({ what }) => storyLine(what)).join("  \n"),
      list(
        "Satisfies:",
        satisfied.map(({ what }) => row(what, what.state?.work)),
      ),
      steps.length > 0
        ? counted(
            steps.map((step) => step.work),
            "step",
            "steps",
          )
        : "",
      list("Depends on:", before.map(taskRow)),
    ],
    sources: [task, ...own, ...satisfied, ...before],
  };
}

function aboutFeature(snapshot: IncrementView, page: ReadPage, increment: Increment): Said {
  const criteria = [...increment.coverage.values()].map(({ criterion }) => criterion.what.state?.work);
  const tasks = works([...increment.tasks.values()].flat());
  const status = increment.status?.what.text;
  return {
    blocks: [
      `**${escapeMarkdown(increment.title || increment.name)}**${status ? ` · *${escapeMarkdown(status)}*` : ""}`,
      [
        counted(criteria, "criterion", "criteria"),
        // What is one page may have no place for tasks.
        ...(tasks.length === 0 && increment.pages.has(increment.unit)
          ? []
          : [counted(tasks, "task", "tasks")]),
      ].join(" · "),
    ],
    sources: [],
    links: featurePages(snapshot, increment)
      .filter(({ path }) => path !== page.path)
      .slice(0, MOST)
      .map(({ path, what }) => ({ label: basename(path), path, span: what })),
  };
}

/** A requirement or the like, with its first paragraph where the text is at hand. */
function aboutOther(snapshot: IncrementView, increment: Increment, place: Placed<Definition>): Said {
  const page = snapshot.pages.get(place.path);
  const { nameSpan, span, form } = place.what;
  let text = "";
  if (isRead(page) && form === "heading") {
    const body = page.facts.paragraphs.find((one) => one.span.start >= nameSpan.end);
    if (body && body.span.end <= span.end) text = excerpt(page.text, page.facts, body.span);
  }
  return {
    blocks: [head(place.what), text, tiedBy(increment, place.what.id.key)],
    sources: [place],
  };
}

/** A test case that only a table names. */
function aboutCase(increment: Increment, { id }: IdAt): Said | undefined {
  const tied = tiedBy(increment, id.key);
  return tied === "" ? undefined : { blocks: [`**${escapeMarkdown(id.text)}**`, tied], sources: [] };
}

/** The criteria that a table ties a test case to. */
function tiedBy(increment: Increment, key: string): string {
  const keys = [...increment.pages.values()].flatMap(({ matrix }) =>
    matrix.filter(({ tests }) => tests.includes(key)).flatMap(({ criteria }) => criteria),
  );
  const found = [...new Set(keys)].flatMap((one) => increment.criteria.get(one)?.slice(0, 1) ?? []);
  return list(
    "Tests:",
    found.map(({ what }) => row(what, what.state?.work)),
  );
}

/** An id that leads nowhere; only where everything has been read and there is a place for it to lead to. */
function aboutNothing({ complete }: IncrementView, { id, increment }: IdAt): Said | undefined {
  const all = { story: increment.stories, criterion: increment.criteria, task: increment.tasks };
  const known = id.kind in all ? all[id.kind as keyof typeof all] : undefined;
  if (!complete || !known || known.size === 0) return undefined;
  const text = `**${escapeMarkdown(id.text)}** is not defined in ${escapeMarkdown(increment.name)}.`;
  return { blocks: [text], sources: [] };
}

function head(definition: Definition, ...notes: readonly (string | undefined)[]): string {
  const more = notes.flatMap((note) => (note ? [` · *${escapeMarkdown(note)}*`] : []));
  const { id, title } = definition;
  return `**${name({ id: { ...id, text: calledId(id) }, title })}**${more.join("")}`;
}

function name({ id, title }: Pick<Definition, "id" | "title">): string {
  return escapeMarkdown(title === "" ? id.text : `${id.text}: ${withoutMarkup(title)}`);
}

/** A requirement says itself what it is. */
function storyLine(story: Story): string {
  return /^\p{L}+ \d/u.test(story.id.text) ? name(story) : `Story: ${name(story)}`;
}

function row({ id, title }: Definition, work: Parameters<typeof sign>[0]): string {
  const plain = withoutMarkup(title);
  const text = plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).trimEnd()}…` : plain;
  return `${sign(work)} ${name({ id, title: text })}`;
}

function taskRow({ what }: Placed<Task>): string {
  return row(what, what.work);
}

function works(tasks: readonly Placed<Task>[]): Task["work"][] {
  return tasks.map(({ what }) => what.work);
}

/** Lines below a line that says what they are; "" where there are none. */
function list(title: string, rows: readonly string[]): string {
  if (rows.length === 0) return "";
  const more = rows.length > MOST ? [`and ${rows.length - MOST} more`] : [];
  return [title, ...[...rows.slice(0, MOST), ...more].map((one) => `- ${one}`)].join("\n");
}
