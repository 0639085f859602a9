/** What a change does to the requirements of a capability, as OpenSpec 1.13.2 reads it from `specs/…/spec.md`. */

import { type Block, blocksIn } from "./body.ts";
import {
  type Closing,
  headingAt,
  type Line,
  type LineHeading,
  linesOf,
  type Named,
  named,
  requirementAt,
} from "./lines.ts";

export const OPERATIONS = ["ADDED", "MODIFIED", "REMOVED", "RENAMED"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What begins with `## `. */
export interface DeltaSection extends LineHeading {
  /** `undefined` for a section that changes nothing. */
  readonly operation: Operation | undefined;
  /** The index of the line behind its last. */
  readonly end: number;
}

export interface Rename {
  readonly from: Named;
  readonly to: Named;
}

/** A `FROM:` without its `TO:`, or the other way round. */
export interface HalfRename extends Named {
  readonly side: "FROM" | "TO";
  readonly line: number;
}

export interface Delta {
  readonly lines: readonly Line[];
  readonly sections: readonly DeltaSection[];
  readonly added: readonly Block[];
  readonly modified: readonly Block[];
  /** By heading or by list item. */
  readonly removed: readonly Named[];
  readonly renamed: readonly Rename[];
  readonly halves: readonly HalfRename[];
  /** Requirements in no section that changes anything; they are passed over. */
  readonly outside: readonly LineHeading[];
  /** Headings among added and modified requirements that are none themselves; they are passed over. */
  readonly passedOver: readonly LineHeading[];
}

/** Reads a delta. Never throws; what is not there is empty. */
export function readDelta(text: string, closing: Closing = "open"): Delta {
  const lines = linesOf(text);
  const sections = sectionsOf(lines, closing);
  const of = (operation: Operation) => sections.filter((one) => one.operation === operation);
  const blocks = (operation: Operation) =>
    of(operation).flatMap(({ line, end }) => blocksIn(lines, line + 1, end));
  const renames = of("RENAMED").map((section) => renamesIn(lines, section));
  return {
    lines,
    sections,
    added: blocks("ADDED"),
    modified: blocks("MODIFIED"),
    removed: of("REMOVED").flatMap((section) => removedIn(lines, section)),
    renamed: renames.flatMap(({ pairs }) => pairs),
    halves: renames.flatMap(({ halves }) => halves),
    outside: outsideOf(lines, sections),
    passedOver: [...of("ADDED"), ...of("MODIFIED")].flatMap((section) => passedOverIn(lines, section)),
  };
}

/** True where a text has a section that changes something: what is in other files than `spec.md` is lost. */
export function hasDelta({ sections }: Delta): boolean {
  return sections.some(({ operation }) => operation !== undefined);
}

/** How many requirements a delta names: without any it cannot be archived. */
export function countEntries({ added, modified, removed, renamed }: Delta): number {
  return added.length + modified.length + removed.length + renamed.length;
}

const BY_TITLE: ReadonlyMap<string, Operation> = new Map(
  OPERATIONS.map((one) => [`${one.toLowerCase()} requirements`, one]),
);

/** The operation that a section of this title is for: `ADDED Requirements`, in capitals or not. */
export function operationOf(title: string): Operation | undefined {
  return BY_TITLE.get(title.toLowerCase());
}

function sectionsOf(lines: readonly Line[], closing: Closing): DeltaSection[] {
  const heads = lines.flatMap((line, i) => {
    const heading = line.marks === 2 ? headingAt(lines, i, closing) : undefined;
    return heading ?? [];
  });
  return heads.map((heading, i) => ({
    ...heading,
    operation: operationOf(heading.name),
    end: heads[i + 1]?.line ?? lines.length,
  }));
}

function removedIn(lines: readonly Line[], { line, end }: DeltaSection): Named[] {
  const found: Named[] = [];
  for (let i = line + 1; i < end; i++) {
    const one = requirementAt(lines, i) ?? listed(lines[i] as Line, ITEM);
    if (one) found.push(one);
  }
  return found;
}

const ITEM = /^[-*+]\s*`?###\s*Requirement:/;
const FROM = /^(?:[-*+]\s*)?FROM:\s*`?###\s*Requirement:/;
const TO = /^(?:[-*+]\s*)?TO:\s*`?###\s*Requirement:/;

/** The name behind a beginning, without the backtick at its end. */
function listed(line: Line, beginning: RegExp): Named | undefined {
  if (line.fenced || !line.text.includes("###")) return undefined;
  const bare = line.text.trimEnd();
  const text = bare.endsWith("`") ? bare.slice(0, -1) : bare;
  const lead = text.length - text.trimStart().length;
  const from = lead + (beginning.exec(text.slice(lead))?.[0].length ?? text.length);
  return from < text.length ? named({ ...line, text }, from) : undefined;
}

function renamesIn(lines: readonly Line[], { line, end }: DeltaSection) {
  const pairs: Rename[] = [];
  const halves: HalfRename[] = [];
  let from: HalfRename | undefined;
  for (let i = line + 1; i < end; i++) {
    const one = lines[i] as Line;
    const first = listed(one, FROM);
    const second = first ? undefined : listed(one, TO);
    if (first) {
      if (from) halves.push(from);
      from = { ...first, side: "FROM", line: i };
    } else if (second) {
      if (from) pairs.push({ from, to: second });
      else halves.push({ ...second, side: "TO", line: i });
      from = undefined;
    }
  }
  if (from) halves.push(from);
  return { pairs, halves };
}

function outsideOf(lines: readonly Line[], sections: readonly DeltaSection[]): LineHeading[] {
  const found: LineHeading[] = [];
  let next = 0;
  for (let i = 0; i < lines.length; i++) {
    while ((sections[next]?.line ?? lines.length) <= i) next++;
    const head = sections[next - 1]?.operation ? undefined : requirementAt(lines, i);
    if (head) found.push(head);
  }
  return found;
}

function passedOverIn(lines: readonly Line[], { line, end }: DeltaSection): LineHeading[] {
  const found: LineHeading[] = [];
  for (let i = line + 1; i < end; i++) {
    const heading =
      (lines[i] as Line).marks === 3 && !requirementAt(lines, i) ? headingAt(lines, i) : undefined;
    if (heading) found.push(heading);
  }
  return found;
}
