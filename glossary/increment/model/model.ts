/** What a page of an increment says: plain data with spans, so that closed pages can keep it. */
import type { Span } from "../../text/span.ts";
import type { IncrementId, WrittenId } from "./ids.ts";
import type { Metadata } from "./metadata.ts";
import type { IncrementPlace } from "./place.ts";
import type { IncrementStatus, Work } from "./words.ts";

/** Why SpecWeave's own parsers do not see a definition, though people do. */
export type Flaw =
  /** `####` or `##` where `###` is expected. */
  | "depth"
  /** The id is of another form than `US-001`, `AC-US1-01`, `T-001`. */
  | "id"
  /** Something else than `: ` stands behind the id: a dash, a `[RED]`, nothing. */
  | "separator"
  /** A criterion that is not in bold. */
  | "bold"
  /** A criterion without a box, or with one that is neither `[ ]` nor `[x]`. */
  | "box"
  /** Something stands before the id. */
  | "prefix"
  /** A list item where a heading is expected, or the other way round. */
  | "form";

/** An id where it is defined. */
export interface Definition {
  readonly id: WrittenId;
  /** What follows the id, without markup around it and without a priority in brackets. */
  readonly title: string;
  /** The id and the title as one line: the content of the heading, or the first line of the item. */
  readonly nameSpan: Span;
  readonly titleSpan: Span;
  /** All that belongs to it: of a heading to the next one of its depth or above. */
  readonly span: Span;
  readonly form: "heading" | "item" | "label";
  /** Of a heading 1–6, else 0. */
  readonly depth: number;
  /** Empty for what SpecWeave's strict grammar accepts. */
  readonly flaws: readonly Flaw[];
}

/** `[x]` or what else says how far something is. */
export interface State {
  readonly work: Work;
  /** The brackets and what is between them. */
  readonly box: Span | undefined;
  /** What is in the box: " ", "x", "~", "-" … */
  readonly mark: string | undefined;
  /** `completed`, `Not Started`: as written. */
  readonly word: string | undefined;
  readonly wordSpan: Span | undefined;
  /** The whole value of the status field, or the box alone. */
  readonly span: Span;
}

/** What a field of a story or a task is about. */
export type FieldKind =
  | "story"
  | "criteria"
  | "references"
  | "status"
  | "test"
  | "dependencies"
  | "priority"
  | "project"
  | "role"
  | "want"
  | "benefit";

/** `**Label**: value`, with the ids in it. */
export interface IncrementField {
  readonly kind: FieldKind;
  readonly label: string;
  readonly labelSpan: Span;
  readonly span: Span;
  readonly value: Span;
  /** The value, or its beginning where it is long. */
  readonly text: string;
  /** Every id as it is written, in order; only of kinds that lead somewhere. */
  readonly ids: readonly WrittenId[];
  /** Keys of what the field means: ranges such as `AC-US1-01 through AC-US1-06` expanded; without repetition. */
  readonly keys: readonly string[];
  /** `All`: every criterion of the task's stories, or of the increment where it has none. */
  readonly all: boolean;
  /** `N/A`, `None`, `-`: stated to be nothing. */
  readonly none: boolean;
  /** False where SpecWeave would lose ids: ranges, annotations, `All`, prose, ids of an unusual form. */
  readonly canonical: boolean;
}

/** A box within a task or criterion. */
export interface Step {
  readonly box: Span;
  readonly mark: string;
  readonly work: Work;
  readonly text: Span;
}

export type Clause = "given" | "when" | "then";

/** Given, When, Then: in one line, as a list, or in a `gherkin` fence. */
export interface Scenario {
  readonly span: Span;
  readonly form: "line" | "list" | "fence" | "heading";
  /** The clauses it has, in their order. */
  readonly clauses: readonly { readonly name: Clause; readonly span: Span }[];
  /** What it does not have, in their order. */
  readonly missing: readonly Clause[];
  /** Criteria it names. */
  readonly keys: readonly string[];
}

/** A user story; of OpenSpec a requirement. */
export interface Story extends Definition {
  /** Where it ends without the blank lines and rules behind it. */
  readonly bodyEnd: number;
  /** `P1` in brackets at the end of the heading, or of the field. */
  readonly priority: WrittenWord | undefined;
  readonly role: IncrementField | undefined;
  readonly want: IncrementField | undefined;
  readonly benefit: IncrementField | undefined;
  readonly project: IncrementField | undefined;
  readonly fields: readonly IncrementField[];
  readonly scenarios: readonly Scenario[];
}

export interface WrittenWord {
  readonly text: string;
  readonly span: Span;
}

/**
 * `definition`: the place that counts. `duplicate`: another one that looks the same. `repeat`: with a box, in a section
 * that only sums up. `note`: without a box, beside a definition with one. `mirror`: in tasks, plan or rubric.
 */
export type CriterionRole = "definition" | "duplicate" | "repeat" | "note" | "mirror";

export interface Criterion extends Definition {
  readonly standing: CriterionRole;
  /** True where nobody expects a task now (otherwise false or absent): put off in words, out of scope, struck through, or not written yet. */
  readonly putOff?: boolean;
  /** `undefined` without a box. */
  readonly state: State | undefined;
  /** The key of the story that the id names, else of the one it stands under. */
  readonly story: string | undefined;
  /** The key of the story it stands under. */
  readonly under: string | undefined;
  /** `- **Priority**: P1`, `- **Testable**: Yes` and others below it. */
  readonly fields: readonly IncrementField[];
}

export interface Task extends Definition {
  /** Where it ends without the blank lines and rules behind it. */
  readonly bodyEnd: number;
  /** How far it is by its status field, its own box or its heading; `undefined` where nothing says so. */
  readonly state: State | undefined;
  /** By `state`, else by its boxes: done where it has some and none is open. `unknown` where it has neither. */
  readonly work: Work | "unknown";
  readonly fields: readonly IncrementField[];
  /** Stories by field or `[US1]`; empty where the task only stands under one. */
  readonly stories: readonly string[];
  /** The key of the story whose heading it stands under. */
  readonly under: string | undefined;
  /** Criteria that its fields name, ranges expanded, `All` not. */
  readonly criteria: readonly string[];
  /** Keys of tasks. */
  readonly dependencies: readonly string[];
  readonly priority: WrittenWord | undefined;
  readonly steps: readonly Step[];
  readonly scenarios: readonly Scenario[];
  /** `[P]`, `[RED]` and other marks behind the id. */
  readonly marks: readonly WrittenWord[];
}

/** A heading for the tasks of one story: `## User Story: US-001 - Title`. */
export interface StoryGroup {
  readonly id: WrittenId;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly depth: number;
}

/** A row of a table that ties criteria to tasks: `AC Coverage Matrix`. */
export interface MatrixRow {
  readonly span: Span;
  readonly criteria: readonly string[];
  readonly tasks: readonly string[];
  readonly tests: readonly string[];
  /** True where it says that its criteria need no task. */
  readonly excused?: boolean;
}

/** A number that sums up what can be counted. */
export interface Count {
  readonly what: "tasks" | "done" | "criteria" | "criteria-done" | "stories";
  readonly value: number;
  /** The digits. */
  readonly span: Span;
  readonly from: "matter" | "line";
  /** The key of the story whose tasks are counted; `undefined` for those of the whole file. */
  readonly story: string | undefined;
  /** The section in which the line stands. */
  readonly within: Span;
}

/** A key of the front matter and its value, without quotes. */
export interface MatterField {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
}

/** An id anywhere but in code. */
export interface IdMention extends IncrementId {
  readonly span: Span;
}

/** All that other pages can know of a page of an increment. */
export interface IncrementPage {
  readonly place: IncrementPlace;
  /** Of the first heading, as shown. */
  readonly title: string;
  readonly titleSpan: Span | undefined;
  readonly stories: readonly Story[];
  readonly criteria: readonly Criterion[];
  readonly tasks: readonly Task[];
  /** Requirements and all else that is defined by an id: `FR-001`, `SC-001`, `R-001`. */
  readonly others: readonly Definition[];
  readonly groups: readonly StoryGroup[];
  readonly matrix: readonly MatrixRow[];
  readonly counts: readonly Count[];
  readonly matter: readonly MatterField[];
  /** The status by front matter or a line at the top. */
  readonly status: IncrementStatus | undefined;
  /** Of `metadata.json` alone. */
  readonly metadata: Metadata | undefined;
  /** Ids of other increments: those that this one waits for, and the one that it is a part of. */
  readonly needs: readonly WrittenId[];
  readonly partOf: WrittenId | undefined;
  /** Of a configuration: the names that stories may state as their project, and the words for how far an increment is. */
  readonly projects: readonly string[];
  readonly statuses: readonly string[];
  /** Ids anywhere but in code, definitions among them, ascending. */
  readonly mentions: readonly IdMention[];
  /** What its layout alone reads and knows: plain data. */
  readonly own: object | undefined;
  /** How its lines end, and how long it is in UTF-16 units: to insert lines, its text need not be at hand. */
  readonly newline: "\n" | "\r\n";
  readonly length: number;
}
