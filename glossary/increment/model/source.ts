/** A page as the increment model reads it. */
import type { Section as FactSection, Facts, Heading } from "../../markdown/facts.ts";
import { firstFrom, type Span } from "../../text/span.ts";
import type { Head } from "./head.ts";
import type { WrittenId } from "./ids.ts";
import type { Count, Flaw, IncrementField, Scenario, State, Step, Task, WrittenWord } from "./model.ts";
import type { Section } from "./outline.ts";
import type { IncrementPlace } from "./place.ts";

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

/** An item that begins with an id, or a paragraph whose label is one. */
export interface Lead {
  readonly head: Head;
  /** False for a label. */
  readonly item: boolean;
  /** By the box of the item. */
  readonly state: State | undefined;
  /** The first line: of an item without its box. */
  readonly line: Span;
  readonly span: Span;
}

/** A box and what stands behind it; `span` is that of the box. */
export interface PlacedStep {
  readonly span: Span;
  readonly step: Step;
}

/** A number of a line that sums up, and where the value starts that it stands in. */
export interface Sum extends Pick<Count, "what" | "value" | "span"> {
  readonly at: number;
}

/** The heading of a story that begins with no id of its own: `User Story 1 - Title`. */
export interface StoryHead {
  readonly id: WrittenId;
  readonly title: string;
  readonly titleSpan: Span;
  readonly priority: WrittenWord | undefined;
  readonly flaws: readonly Flaw[];
}

/** How definitions are written, where that is not the same in all layouts. */
export interface Grammar {
  /** True where SpecWeave's own parsers read the page: what they would not see has a flaw. */
  readonly isStrict: boolean;
  /** The story that a heading begins, whatever ids stand in it; `undefined` for one that an id has to name. */
  storyOf?(text: string, heading: Heading): StoryHead | undefined;
  /** The tasks of a page on which no heading is one; without it, those are items that begin with an id. */
  tasksOf?(reading: IncrementReading): Task[];
}

/** A source and what all parts of the model use of it. Its lists are sorted by start. */
export interface IncrementReading {
  readonly text: string;
  readonly facts: Facts;
  readonly place: IncrementPlace;
  readonly grammar: Grammar;
  readonly sections: readonly Section[];
  /** Those whose labels mean something. */
  readonly fields: readonly IncrementField[];
  /** Ids outside of code. */
  readonly mentions: readonly WrittenId[];
  readonly leads: readonly Lead[];
  readonly steps: readonly PlacedStep[];
  readonly scenarios: readonly Scenario[];
  readonly sums: readonly Sum[];
}

/** The index of the section that an offset is in, the innermost one; -1 before the first heading. */
export function sectionAt({ sections }: IncrementReading, offset: number): number {
  return firstFrom(sections, offset + 1) - 1;
}
