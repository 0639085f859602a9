/** A page as the increment model reads it. */
import type { Section as FactSection, Facts, Field, Item, TaskBox } from "../../markdown/facts.ts";

import { firstFrom, type Span } from "../../text/span.ts";
import { readField } from "./fields.ts";
import type { WrittenId } from "./ids.ts";
import type { IncrementPlace } from "./layout.ts";
import type { Criterion, IncrementField, Scenario } from "./model.ts";
import type { Section } from "./outline.ts";
import { lastUpTo } from "./sorted.ts";

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
  /** Of an open page. */
  readonly sections?: readonly FactSection[] | undefined;
  readonly matter: IncrementMatter;
}

/** A source and what all parts of the model use of it. Its lists are sorted by start. */
export interface IncrementReading {
  readonly text: string;
  readonly facts: Facts;
  readonly place: IncrementPlace;
  /** Of the increment. */
  readonly number: number | undefined;
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly boxes: readonly TaskBox[];
  readonly fields: readonly Field[];
  /** Ids outside of code. */
  readonly mentions: readonly WrittenId[];
  readonly scenarios: readonly Scenario[];
  readonly criteria: readonly Criterion[];
}

/** The index of the section that an offset is in, the innermost one; -1 before the first heading. */
export function sectionAt({ sections }: IncrementReading, offset: number): number {
  return firstFrom(sections, offset + 1) - 1;
}

/** The task box of an item. */
export function boxOf({ boxes }: IncrementReading, item: Item): TaskBox | undefined {
  const box = boxes[firstFrom(boxes, item.marker.end)];
  return box && item.lead && box.span.end <= item.lead.start ? box : undefined;
}

/** The fields within a span whose labels mean something. */
export function fieldsIn({ fields, text, number, mentions }: IncrementReading, span: Span): IncrementField[] {
  const found: IncrementField[] = [];
  for (let at = firstFrom(fields, span.start); at < fields.length; at++) {
    const field = fields[at] as Field;
    if (field.span.start >= span.end) break;
    const read = readField(field, text, number, mentions);
    if (read) found.push(read);
  }
  return found;
}

/** An item that begins with an id, or a paragraph whose label is one. */
export interface Lead {
  readonly id: WrittenId;
  readonly item: Item | undefined;
  /** The first line: of an item without its box. */
  readonly line: Span;
  readonly span: Span;
}

/** How far behind the start of its line an id may stand: `**`, `✅ `, `Task `. */
const NEAR = 10;

/** The items and labels of a page that begin with an id. */
export function leadsOf(reading: IncrementReading, kinds: ReadonlySet<string>): Lead[] {
  const { items, mentions, fields } = reading;
  const found: Lead[] = [];
  for (const id of mentions) {
    if (!kinds.has(id.kind)) continue;
    const { start } = id.span;
    const item = lastUpTo(items, start);
    if (item?.lead && start >= item.lead.start && start - item.lead.start <= NEAR) {
      found.push({ id, item, line: item.lead, span: item.span });
      continue;
    }
    const field = lastUpTo(fields, start);
    if (field?.labelSpan.start === start)
      found.push({
        id,
        item: undefined,
        line: { start: field.span.start, end: field.value.end },
        span: field.span,
      });
  }
  return found;
}
