/** The facts of a file's sections as those of the file: each list is put together when it is first asked for. */
import { type Span, shift } from "../text/span.ts";
import type { Facts } from "./facts.ts";

interface Part {
  /** Where the section starts in the file. */
  readonly start: number;
  readonly facts: Facts;
}

/** How one fact of each list is moved. */
type Movers = { readonly [K in keyof Facts]: (fact: Facts[K][number], by: number) => Facts[K][number] };

const spanned = <T extends { readonly span: Span }>(fact: T, by: number): T => ({
  ...fact,
  span: shift(fact.span, by),
});
const maybe = (span: Span | undefined, by: number) => span && shift(span, by);

const MOVERS: Movers = {
  headings: (one, by) => ({ ...one, span: shift(one.span, by), content: shift(one.content, by) }),
  paragraphs: spanned,
  items: (one, by) => ({
    ...one,
    span: shift(one.span, by),
    marker: shift(one.marker, by),
    lead: maybe(one.lead, by),
  }),
  codes: (one, by) => ({ ...one, span: shift(one.span, by), info: maybe(one.info, by) }),
  tables: (one, by) => ({
    ...one,
    span: shift(one.span, by),
    rows: one.rows.map((row) => row.map((cell) => shift(cell, by))),
  }),
  html: spanned,
  quotes: spanned,
  links: (one, by) => ({
    ...one,
    span: shift(one.span, by),
    text: shift(one.text, by),
    destination: maybe(one.destination, by),
  }),
  definitions: (one, by) => ({
    ...one,
    span: shift(one.span, by),
    destination: shift(one.destination, by),
  }),
  emphases: (one, by) => ({ ...one, span: shift(one.span, by), inner: shift(one.inner, by) }),
  codeSpans: shift,
  escapes: shift,
  prose: spanned,
  boxes: spanned,
  fields: (one, by) => ({
    ...one,
    span: shift(one.span, by),
    labelSpan: shift(one.labelSpan, by),
    value: shift(one.value, by),
  }),
  anchors: spanned,
  pragmas: spanned,
};

type Moved = { [K in keyof Facts]?: Facts[K] };

/**
 * What has been moved of a section, for the place it was moved to: an edit leaves the sections before it where
 * they are, and most of its lists are asked for again.
 */
const known = new WeakMap<Facts, { readonly start: number; readonly lists: Moved }>();

function listOf<K extends keyof Facts>({ start, facts }: Part, name: K): Facts[K] {
  if (start === 0) return facts[name];
  let moved = known.get(facts);
  if (moved?.start !== start) {
    moved = { start, lists: {} };
    known.set(facts, moved);
  }
  const found = moved.lists[name];
  if (found) return found;
  const list = facts[name] as readonly Facts[K][number][];
  const mover = MOVERS[name] as (fact: Facts[K][number], by: number) => Facts[K][number];
  const result = list.map((fact) => mover(fact, start)) as unknown as Facts[K];
  moved.lists[name] = result;
  return result;
}

function allOf(parts: readonly Part[], name: keyof Facts): unknown[] {
  const all: unknown[] = [];
  // Several times as fast as `flatMap`, and there are many sections.
  for (const part of parts) for (const fact of listOf(part, name)) all.push(fact);
  return all;
}

/** The facts of all parts, in order, with spans relative to the file. */
export function joined(parts: readonly Part[]): Facts {
  const facts = {};
  for (const name of Object.keys(MOVERS) as (keyof Facts)[]) {
    let list: readonly unknown[] | undefined;
    Object.defineProperty(facts, name, {
      enumerable: true,
      get: () => {
        list ??= allOf(parts, name);
        return list;
      },
    });
  }
  return facts as Facts;
}
