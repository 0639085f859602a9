/** What Taskmaster's `tasks.json` says, and the documents beside it. */

import type { Node } from "jsonc-parser";
import { ownCopy } from "../../../text/ownCopy.ts";
import { bySpan } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { IncrementField, State, Task } from "../../model/model.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { IncrementSource } from "../../model/source.ts";
import { type Work, workOf } from "../../model/words.ts";
import type { Said } from "../layout.ts";
import { readTop } from "../written.ts";
import { namedIn, taskId } from "./ids.ts";
import { elementsOf, memberOf, numberIn, spanOf, type TagNode, tagsIn, textIn } from "./tree.ts";

export function readTaskmaster(source: IncrementSource, { role }: IncrementPlace): Said {
  if (role !== "tasks") return { ...documentTop(source), mentions: namedIn(source.text) };
  const tasks = tagsIn(source.text).flatMap(tasksOf);
  const named = tasks.flatMap(({ id, fields }) => [id, ...fields.flatMap(({ ids }) => ids)]);
  return { tasks, mentions: named.sort(bySpan) };
}

/** Of a text without Markdown, the first line. */
function documentTop(source: IncrementSource): Said {
  const top = readTop(source);
  if (top.title !== "" || !source.path.endsWith(".txt")) return top;
  const match = /^[ \t]*#{0,6}[ \t]*(?=[^\s<#])[^\r\n]{1,120}/m.exec(source.text);
  if (!match) return top;
  const [line] = match;
  const title = line.replace(/^[ \t#]+/, "").trim();
  const start = match.index + line.indexOf(title);
  return { ...top, title: ownCopy(title), titleSpan: { start, end: start + title.length } };
}

/** A task or a part of one, before it is known what it waits for. */
interface Entry {
  readonly node: Node;
  readonly id: WrittenId;
  /** `5` of `5.2`; `undefined` for a task. */
  readonly parent: string | undefined;
}

function tasksOf({ tag, tasks }: TagNode): Task[] {
  const seen = new Map<string, number>();
  const entries = tasks.flatMap((node): Entry[] => {
    const number = numberIn(memberOf(node, "id"));
    if (!number) return [];
    const times = (seen.get(number.text) ?? 0) + 1;
    seen.set(number.text, times);
    // The parts of a second task with a number are not those of the first one.
    const parent = times === 1 ? number.text : `${number.text}~${times}`;
    return [
      { node, id: taskId(tag, number.text, number.span), parent: undefined },
      ...partsOf(tag, node, parent, number.text),
    ];
  });
  const known = new Set(entries.map(({ id }) => id.key));
  return entries.map((entry) => taskAt(tag, entry, known));
}

function partsOf(tag: string, node: Node, parent: string, shown: string): Entry[] {
  return (elementsOf(memberOf(node, "subtasks")) ?? []).flatMap((part): Entry[] => {
    const number = numberIn(memberOf(part, "id"));
    if (!number) return [];
    // Some write the whole number there.
    const own = number.text.slice(number.text.lastIndexOf(".") + 1);
    return [{ node: part, id: taskId(tag, `${parent}.${own}`, number.span, `${shown}.${own}`), parent }];
  });
}

function taskAt(tag: string, { node, id, parent }: Entry, known: ReadonlySet<string>): Task {
  const title = textIn(memberOf(node, "title"));
  const span = spanOf(node);
  const priority = textIn(memberOf(node, "priority"));
  const depending = dependenciesOf(tag, node, parent, known);
  const state = stateOf(node);
  const titleSpan = title?.span ?? id.span;
  return {
    id,
    title: ownCopy(title?.text ?? ""),
    nameSpan: titleSpan,
    titleSpan,
    span,
    bodyEnd: span.end,
    form: "item",
    depth: 0,
    flaws: NOTHING,
    state,
    work: state?.work ?? "unknown",
    fields: depending ? [depending] : NOTHING,
    stories: NOTHING,
    under: undefined,
    criteria: NOTHING,
    dependencies: depending?.keys ?? NOTHING,
    priority: priority && { text: ownCopy(priority.text), span: priority.span },
    steps: NOTHING,
    scenarios: NOTHING,
    marks: NOTHING,
  };
}

const NOTHING: readonly never[] = [];

const WORKS: Readonly<Record<string, Work>> = {
  done: "done",
  completed: "done",
  cancelled: "dropped",
  deferred: "deferred",
};

/** A status of the tool, or a word that says the same. */
function stateOf(node: Node): State | undefined {
  const status = textIn(memberOf(node, "status"));
  if (!status || status.text.trim() === "") return undefined;
  const { text, span } = status;
  const work = WORKS[text.toLowerCase()] ?? workOf(text) ?? "open";
  return { work, box: undefined, mark: undefined, word: ownCopy(text), wordSpan: span, span };
}

/** `"dependencies": [1, "2", "3.1"]`; `undefined` where there are none. */
function dependenciesOf(
  tag: string,
  node: Node,
  parent: string | undefined,
  known: ReadonlySet<string>,
): IncrementField | undefined {
  const list = memberOf(node, "dependencies");
  const ids = (elementsOf(list) ?? []).flatMap((one): WrittenId[] => {
    const number = numberIn(one);
    return number ? [meant(tag, number, one.type === "number", parent, known)] : [];
  });
  if (!list || ids.length === 0) return undefined;
  const span = spanOf(list);
  return {
    kind: "dependencies",
    label: "dependencies",
    labelSpan: { start: span.start, end: span.start },
    span,
    value: span,
    text: ids.map(({ text }) => text).join(", "),
    ids,
    keys: [...new Set(ids.map(({ key }) => key))],
    all: false,
    none: false,
    canonical: true,
  };
}

/**
 * What a number stands for. In a part of a task a bare one is another part of it, as a string a task; where there is
 * no such one, the other: the tool's commands write both.
 */
function meant(
  tag: string,
  { text, span }: { readonly text: string; readonly span: WrittenId["span"] },
  isBare: boolean,
  parent: string | undefined,
  known: ReadonlySet<string>,
): WrittenId {
  const whole = taskId(tag, text, span);
  if (parent === undefined || text.includes(".")) return whole;
  const beside = taskId(tag, `${parent}.${text}`, span, text);
  const [first, second] = isBare ? [beside, whole] : [whole, beside];
  return known.has(first.key) || !known.has(second.key) ? first : second;
}
