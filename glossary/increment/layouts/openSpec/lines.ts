/**
 * A page as OpenSpec 1.13.2 reads it: line by line, by patterns, with nothing of Markdown but fences. What it sees differs
 * from what is shown: a heading that is indented is none, and nothing hides one but a fence.
 */

import type { Span } from "../../../text/span.ts";

/** A line without its end. */
export interface Line extends Span {
  readonly text: string;
  /** How many `#` it begins with. */
  readonly marks: number;
  /** Within a fence, the lines that open and close it among them. */
  readonly fenced: boolean;
}

export interface Named {
  /** Without blanks around it and a closing run of `#`. */
  readonly name: string;
  /** Where the name is written. */
  readonly span: Span;
}

/** A heading of any depth that stands in column 0. */
export interface LineHeading extends Named {
  readonly depth: number;
  /** The index of its line. */
  readonly line: number;
}

/** The lines of a text; a byte order mark belongs to none. Linear in the length of the text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let fence: { readonly mark: string; readonly length: number } | undefined;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    const isEnd = at >= text.length;
    if (!isEnd && code !== 10 && code !== 13) continue;
    const line = text.slice(start, at);
    const found = fenceOf(line);
    const fenced = fence !== undefined || found !== undefined;
    if (!fence) fence = found === undefined ? undefined : { mark: found.charAt(0), length: found.length };
    else if (found?.startsWith(fence.mark) && found.length >= fence.length && line.trim() === found)
      fence = undefined;
    lines.push({ start, end: at, text: line, marks: marksOf(line), fenced });
    if (isEnd) return lines;
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    start = at + 1;
  }
}

function marksOf(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === 35) count++;
  return count;
}

/** The marks that a line opens or closes a fence with. */
function fenceOf(line: string): string | undefined {
  return line.includes("```") || line.includes("~~~") ? /^\s*(`{3,}|~{3,})/.exec(line)?.[1] : undefined;
}

/**
 * How headings are read: up to version 1.16.0 `## X ##` is called `X ##`, from 1.16.1 on `X`, as Markdown has it (`closed`).
 */
export type Closing = "open" | "closed";

/** The heading that a line is. */
export function headingAt(
  lines: readonly Line[],
  index: number,
  closing: Closing = "open",
): LineHeading | undefined {
  const line = lines[index];
  if (!line || line.fenced || !isHeading(line) || line.text.length < line.marks + 2) return undefined;
  const { name, span } = closing === "closed" ? named(line, line.marks) : trimmed(line, line.marks);
  return { name, span, depth: line.marks, line: index };
}

/** True for a line that ends sections of this depth: `#` to that many, and a blank. */
export function endsSection(line: Line, depth: number): boolean {
  return !line.fenced && line.marks <= depth && isHeading(line);
}

/** True for a line that begins with one to six `#` and a blank, in a fence too. */
export function isHeading({ text, marks }: Line): boolean {
  return marks > 0 && marks < 7 && /\s/.test(text.charAt(marks));
}

/** The requirement that a line begins: `### Requirement: Name`, in capitals or not; a blank behind the `#` may be missing. */
export function requirementAt(lines: readonly Line[], index: number): LineHeading | undefined {
  const line = lines[index];
  if (!line || line.fenced || line.marks !== 3) return undefined;
  const match = /^###\s*Requirement:(?=.)/i.exec(line.text);
  if (!match) return undefined;
  const { name, span } = named(line, match[0].length);
  return { name, span, depth: 3, line: index };
}

/** The name that stands from a column of a line on, without what closes a heading. */
export function named(line: Line, from: number): Named {
  const bare = trimmed(line, from);
  if (!bare.name.endsWith("#")) return bare;
  let at = bare.name.length;
  while (bare.name[at - 1] === "#") at--;
  const isClosing = bare.name[at - 1] === " " || bare.name[at - 1] === "\t";
  return isClosing
    ? trimmed({ ...line, text: line.text.slice(0, bare.span.start - line.start + at) }, from)
    : bare;
}

function trimmed({ text, start }: Line, from: number): Named {
  const rest = text.slice(from);
  const name = rest.trim();
  const at = start + from + (rest.length - rest.trimStart().length);
  return { name, span: { start: at, end: at + name.length } };
}

/** Two spellings that differ in capitals or blanks alone are a slip, not two requirements. */
export function folded(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ");
}

/** The lines from one to before another as a text with `\n` between them. */
export function joined(lines: readonly Line[], from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += `${i > from ? "\n" : ""}${(lines[i] as Line).text}`;
  return text;
}
