/** `ROADMAP.md`: phases in a list with boxes and as headings, with the requirements and the phases that each names. */

import type { Facts, Item } from "../../../markdown/facts.ts";
import { lineEnd } from "../../../text/lines.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { IncrementField, State, Task } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import type { IncrementSource } from "../../model/source.ts";
import { stateOfBox } from "../../model/state.ts";
import { taskOf } from "../../model/tasks.ts";
import { dependenciesField, noRequirements, requirementsField } from "./fields.ts";
import { phaseId, phaseKey } from "./ids.ts";

/** `Phase 2.1: Name`, with signs before it. */
const PHASE =
  /^[^\p{L}\d\r\n]{0,12}(Phase[ \t]+(\d{1,4}[A-Z]?(?:\.\d{1,3}){0,3}))(?![\w.]*\d)[*_]*[ \t]*[:：—–-][ \t]*/iu;
const REQUIREMENTS =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)(Requirements?)(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])/gim;
const DEPENDS =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)(Depends on)(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])/gim;

interface Listed {
  readonly state: State;
  readonly item: Item;
  readonly line: Span;
}

/** The phases of a roadmap, in order: as they are headed, else as they are listed. */
export function phasesOf({ text, facts }: IncrementSource): Task[] {
  const listed = listedIn(text, facts);
  const passed = passedIn(text, facts);
  const headed = new Set<string>();
  const heads = facts.headings.filter(
    ({ depth, text: words }) => depth > 1 && depth < 5 && PHASE.test(words),
  );
  const tasks = heads.flatMap((heading): Task[] => {
    const { content, span, depth } = heading;
    const named = nameIn(text, content);
    if (!named) return [];
    const key = phaseKey(named.number);
    headed.add(key);
    const next = facts.headings.find((one) => one.span.start > span.start && one.depth <= depth);
    const body = { start: span.end, end: next?.span.start ?? text.length };
    const state = listed.get(key)?.state;
    return [phase(text, named, content, { start: span.start, end: body.end }, body, state, depth, passed)];
  });
  const others = [...listed].flatMap(([key, { item, line, state }]): Task[] => {
    const named = headed.has(key) ? undefined : nameIn(text, line);
    return named
      ? [phase(text, named, line, item.span, { start: line.end, end: item.span.end }, state, 0, passed)]
      : [];
  });
  return [...tasks, ...others].sort((a, b) => a.span.start - b.span.start);
}

interface Name {
  readonly number: string;
  readonly written: string;
  readonly span: Span;
  readonly title: Span;
}

function nameIn(text: string, { start, end }: Span): Name | undefined {
  const line = text.slice(start, end);
  const match = PHASE.exec(line);
  if (!match) return undefined;
  const [all, written = "", number = ""] = match;
  const at = start + all.indexOf(written);
  // In a list, bold ends before what the phase is about.
  const bold = line.indexOf("**", all.length);
  const until = line.startsWith("**") && bold > 0 ? bold : line.length;
  const title = { start: start + all.length, end: start + line.slice(0, until).trimEnd().length };
  return { number, written, span: { start: at, end: at + written.length }, title };
}

function phase(
  text: string,
  { number, written, span: idSpan, title }: Name,
  nameSpan: Span,
  span: Span,
  body: Span,
  state: State | undefined,
  depth: number,
  passed: ReadonlySet<string>,
): Task {
  const trimmed = { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length };
  const words = ownCopy(text.slice(title.start, Math.max(title.start, title.end)));
  const stated = fieldsIn(text, body).map((one) => ({
    ...one,
    ids: one.ids.filter(({ key }) => !passed.has(key)),
  }));
  const isUrgent = number.includes(".") || /\binserted\b/i.test(text.slice(title.start, nameSpan.end));
  const needs = !stated.some(({ kind }) => kind === "criteria");
  // Requirements are asked of phases that are planned and not done.
  const fields =
    needs && (isUrgent || state?.work === "done" || depth === 0)
      ? [noRequirements(body.start), ...stated]
      : stated;
  const head = {
    id: phaseId(number, written, idSpan),
    title: words,
    titleSpan: title,
    marks: NOTHING,
    priority: undefined,
    bold: false,
    sign: undefined,
    flaws: NOTHING,
  };
  return taskOf({ text, fields, scenarios: NOTHING, steps: NOTHING }, head, {
    nameSpan,
    span: trimmed,
    bodyEnd: trimmed.end,
    body,
    form: depth > 0 ? "heading" : "item",
    depth,
    flaws: NOTHING,
    state,
    under: undefined,
    steps: NOTHING,
    stories: NOTHING,
  });
}

const NOTHING: readonly never[] = [];

const RANGE = /\bPhases[ \t]+(\d{1,3})(?:\.\d+)*[ \t]*(?:-|–|—|to|through)[ \t]*(\d{1,3})(?!\d)/gi;

/** Phases of earlier milestones that only a table or a range still has: `Phases 1-4`, `| 3. Cart | Complete |`. */
function passedIn(text: string, { tables }: Facts): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, from, to] of text.matchAll(RANGE))
    for (let n = Number(from); n <= Number(to); n++) found.add(phaseKey(String(n)));
  for (const { rows } of tables)
    for (const [first] of rows) {
      const cell = first && text.slice(first.start, first.end);
      const number = /^(?:Phase[ \t]+)?(\d{1,4}[A-Z]?(?:\.\d{1,3}){0,3})(?![\w])/i.exec(cell ?? "")?.[1];
      if (number !== undefined) found.add(phaseKey(number));
    }
  return found;
}

/** The phases of lists, by key: the first box of each counts, as for the tool. */
function listedIn(text: string, facts: Facts): Map<string, Listed> {
  const found = new Map<string, Listed>();
  for (const item of facts.items) {
    const box = item.depth === 0 ? boxOf(facts, item) : undefined;
    if (!box || !item.lead) continue;
    const { start } = item.lead;
    const end = start + text.slice(start, Math.min(item.lead.end, lineEnd(text, start))).trimEnd().length;
    const named = nameIn(text, { start, end });
    const key = named && phaseKey(named.number);
    if (key && !found.has(key))
      found.set(key, { state: stateOfBox(box.state, box.span), item, line: { start, end } });
  }
  return found;
}

/** The fields of a phase, in order; without words in their line, they have the list below it. */
function fieldsIn(text: string, body: Span): IncrementField[] {
  const own = text.slice(body.start, body.end);
  const read = (pattern: RegExp, make: typeof requirementsField) =>
    [...own.matchAll(pattern)].slice(0, 1).map(({ 0: all, 1: label = "", index }) => {
      const from = body.start + index;
      const start = from + all.indexOf(label);
      return make(text, { start, end: start + label.length }, valueAt(text, from + all.length, body.end));
    });
  return [...read(REQUIREMENTS, requirementsField), ...read(DEPENDS, dependenciesField)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

function valueAt(text: string, from: number, limit: number): Span {
  const end = Math.min(limit, lineEnd(text, from));
  const words = text.slice(from, end);
  // What stands in a comment behind it is none of it.
  const value = words.replace(/<!--.*$/, "").trimEnd();
  const start = from + (/^[ \t]*/.exec(value) as RegExpExecArray)[0].length;
  if (value.trim() !== "") return { start, end: from + value.length };
  const list = /^(?:\r?\n[ \t]*)?(?:\r?\n[ \t]*[-*+][ \t]+[^\r\n]*)+/.exec(text.slice(end, limit));
  return { start: list ? end : start, end: end + (list?.[0].length ?? 0) };
}
