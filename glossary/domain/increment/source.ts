/** A page as the increment model reads it. */
import type { Facts, Field } from "../../markdown/facts.ts";
import type { Span } from "../../text/span.ts";
import { readField } from "./fields.ts";
import type { IncrementPlace } from "./layout.ts";
import type { IncrementField } from "./model.ts";
import type { Section } from "./outline.ts";

/** Front matter as far as increments use it. */
export interface IncrementMatter {
  readonly span: Span | undefined;
  readonly values: readonly {
    readonly key: string;
    readonly value: string | readonly string[];
    readonly span: Span;
  }[];
}

/** What a page is read from. Spans are relative to `text`. */
export interface IncrementSource {
  readonly path: string;
  readonly text: string;
  readonly facts: Facts;
  readonly matter: IncrementMatter;
}

/** A source and what all parts of the model use of it. */
export interface IncrementReading extends IncrementSource {
  readonly place: IncrementPlace;
  /** Of the increment. */
  readonly number: number | undefined;
  readonly sections: readonly Section[];
}

/** The items of a list sorted by start that start within a span. */
export function startingIn<T extends { readonly span: Span }>(list: readonly T[], { start, end }: Span): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as T).span.start < start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < list.length && (list[to] as T).span.start < end) to++;
  return list.slice(low, to);
}

/** The fields within a span. */
export function fieldsIn({ facts, text, number }: IncrementReading, span: Span): IncrementField[] {
  return startingIn(facts.fields as readonly Field[], span).map((field) => readField(field, text, number));
}
