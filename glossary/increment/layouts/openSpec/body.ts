/** What a requirement says, as OpenSpec 1.13.2 reads it: its text, and its scenarios. */

import type { Span } from "../../../text/span.ts";
import {
  endsSection,
  isHeading,
  joined,
  type Line,
  type LineHeading,
  type Named,
  named,
  requirementAt,
} from "./lines.ts";

/** A heading `####` below a requirement, whatever it is called. */
export interface Scenario extends Named {
  /** The index of its line, and of the one behind its last. */
  readonly line: number;
  readonly end: number;
  /** False for one without anything below it, which does not count. */
  readonly hasBody: boolean;
}

/** A requirement with all that follows it, to the next one or the end of its section. */
export interface Block extends LineHeading {
  /** Behind its last line that is not blank. */
  readonly end: number;
  /** Its text without blank lines, at most one line for a line; "" where it has none. */
  readonly text: string;
  readonly scenarios: readonly Scenario[];
  readonly span: Span;
}

/** The requirements of some lines, which are a section. */
export function blocksIn(lines: readonly Line[], from: number, to: number): Block[] {
  const heads: LineHeading[] = [];
  for (let i = from; i < to; i++) {
    const head = requirementAt(lines, i);
    if (head) heads.push(head);
  }
  return heads.map((head, i) => block(lines, head, heads[i + 1]?.line ?? to));
}

function block(lines: readonly Line[], { name, span, depth, line }: LineHeading, to: number): Block {
  let end = to;
  while (end > line + 1 && (lines[end - 1] as Line).text.trim() === "") end--;
  const text = textOf(lines, line + 1, end);
  return { name, span, depth, line, end, text, scenarios: scenariosIn(lines, line + 1, end) };
}

/** The block as it is merged: with `\n` between its lines, without blanks at its end. */
export function rawOf(lines: readonly Line[], { line, end }: Pick<Block, "line" | "end">): string {
  return joined(lines, line, end).trimEnd();
}

/** Lines to the first heading, without fences; `**Label**: value` counts only where there is nothing else. */
function textOf(lines: readonly Line[], from: number, to: number): string {
  const said: string[] = [];
  const fields: string[] = [];
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line;
    if (line.fenced) continue;
    if (isHeading(line)) break;
    const bare = line.text.trim();
    if (bare !== "") (bare.startsWith("**") && /^\*\*[^*]+\*\*:/.test(bare) ? fields : said).push(bare);
  }
  return (said.length > 0 ? said : fields).join("\n");
}

function scenariosIn(lines: readonly Line[], from: number, to: number): Scenario[] {
  const found: Scenario[] = [];
  for (let i = from; i < to; i++) {
    if (!isScenario(lines[i] as Line)) continue;
    let end = i + 1;
    while (end < to && !endsSection(lines[end] as Line, 4)) end++;
    const { name, span } = scenarioName(lines[i] as Line);
    found.push({ name, span, line: i, end, hasBody: isFilled(lines, i + 1, end) });
  }
  return found;
}

function isFilled(lines: readonly Line[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((lines[i] as Line).text.trim() !== "") return true;
  return false;
}

/** A heading of this depth below a requirement is a scenario. */
export function isScenario(line: Line): boolean {
  return line.marks === 4 && !line.fenced && isHeading(line);
}

/** What scenarios are compared by: without the word for what they are. */
function scenarioName(line: Line): Named {
  const all = named(line, 4);
  const word = /^Scenario:\s*/i.exec(all.name);
  if (!word) return all;
  return {
    name: all.name.slice(word[0].length),
    span: { start: all.span.start + word[0].length, end: all.span.end },
  };
}

/** The words of RFC 2119 that OpenSpec looks for, in capitals. */
export function isNormative(text: string): boolean {
  return /\b(?:SHALL|MUST)\b/.test(text);
}
