/** Fences that end where a fence inside them ends, because both have the same length. */
import type { Span } from "../text/span.ts";

/** A line that opens or closes fenced code. */
interface FenceLine {
  /** The backticks or tildes. */
  readonly marker: Span;
  readonly char: string;
  readonly length: number;
  /** Columns before it. */
  readonly indent: number;
  /** With an info string it can only open. */
  readonly opens: boolean;
}

/** A block of code that was meant to hold others. */
export interface NestedFence {
  /** The markers of its first line and of the line that was meant to be its last. */
  readonly open: Span;
  readonly close: Span;
  /** Where it ends instead. */
  readonly ends: Span;
  /** How many characters its fence needs. */
  readonly length: number;
}

/** A line that was to close a block of code, but has something behind its fence, so that the block goes on. */
export interface LabelledClose {
  readonly marker: Span;
  /** What stands behind it. */
  readonly label: Span;
}

/** Languages of programs: a block of one of them holds no blocks of code. */
const PROGRAM =
  /^\s*\{?\.?(?:bash|sh|shell|zsh|console|powershell|ps1|python|py|javascript|js|typescript|ts|java|kotlin|go|golang|rust|rs|c|cpp|csharp|cs|ruby|rb|php|sql|json|yaml|yml|toml|ini|dockerfile|html|css|scss)\b/i;

/**
 * The first line of a page that was to close a block of code and has the name of a language or a text behind its fence:
 * in a block of a programming language, right behind a line of it, about as far in as its first line, and before a blank line
 * or with a text. `undefined` where there is none.
 */
export function labelledClose(text: string): LabelledClose | undefined {
  const lines = fenceLines(text);
  if (lines.length > MOST) return undefined;
  for (let at = 0; at < lines.length; ) {
    const end = closing(lines, at);
    const outer = lines[at] as FenceLine;
    if (outer.opens && PROGRAM.test(restOf(text, outer)))
      for (const line of lines.slice(at + 1, end)) {
        if (!intrudes(line, outer) || Math.abs(line.indent - outer.indent) > 3) continue;
        const label = restOf(text, line);
        const above = text.lastIndexOf("\n", line.marker.start - 2);
        const behind = /^[^\S\n]*(?:\n|$)/;
        const follows = text.slice(line.marker.end + label.length + 1);
        const isText = /^\s*[#*>|-]|[^\s]\s+[^\s].*\s/.test(label);
        if (text.slice(above + 1, line.marker.start).trim() === "") continue;
        if (!isText && !(/^\s*[\w+#-]+\s*$/.test(label) && behind.test(follows))) continue;
        const start = line.marker.end + (label.length - label.trimStart().length);
        return { marker: line.marker, label: { start, end: start + label.trim().length } };
      }
    at = end + 1;
  }
  return undefined;
}

/** What stands behind the fence of a line. */
function restOf(text: string, { marker }: FenceLine): string {
  const feed = text.indexOf("\n", marker.end);
  return text.slice(marker.end, feed < 0 ? text.length : feed);
}

const FENCE = /^([ \t]*)(`{3,}|~{3,})([^\r\n]*)/gm;

/** More fences than anybody writes: looking ahead takes its time for each. */
const MOST = 3_000;

/**
 * The blocks of a page that hold others with a fence as long as theirs, in order. What is meant is told from what
 * follows: only where the rest of the page makes more sense if a block is held by another one, it is.
 */
export function nestedFences(text: string): NestedFence[] {
  const lines = fenceLines(text);
  const found: NestedFence[] = [];
  if (lines.length > MOST) return found;
  for (let at = 0; at < lines.length; ) {
    const end = closing(lines, at);
    const nested = nestedAt(lines, at, end);
    if (nested) found.push(nested.fence);
    at = (nested?.last ?? end) + 1;
  }
  return found;
}

function fenceLines(text: string): FenceLine[] {
  const found: FenceLine[] = [];
  for (const match of text.matchAll(FENCE)) {
    const [all, indent = "", marker = "", rest = ""] = match;
    // Code in running text, such as ```this```.
    if (marker.startsWith("`") && rest.includes("`")) continue;
    const start = match.index + all.length - rest.length - marker.length;
    const span = { start, end: start + marker.length };
    found.push({
      marker: span,
      char: marker[0] as string,
      length: marker.length,
      indent: indent.replaceAll("\t", "    ").length,
      opens: rest.trim() !== "",
    });
  }
  return found;
}

/** The index of the line that closes the block opened at `at`, as Markdown has it; the number of lines where none does. */
function closing(lines: readonly FenceLine[], at: number): number {
  const { char, length, indent } = lines[at] as FenceLine;
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] as FenceLine;
    // Four more columns make it a line of the code.
    const fits = line.char === char && line.length >= length && line.indent < indent + 4;
    if (!line.opens && fits) return end;
  }
  return end;
}

/** True for a line that looks like the beginning of another block within a block that it cannot be part of unharmed. */
function intrudes(line: FenceLine, outer: FenceLine): boolean {
  return line.opens && line.char === outer.char && line.length >= outer.length;
}

function nestedAt(
  lines: readonly FenceLine[],
  at: number,
  end: number,
): { fence: NestedFence; last: number } | undefined {
  const outer = lines[at] as FenceLine;
  const ends = lines[end];
  if (!ends || !lines.slice(at + 1, end).some((line) => intrudes(line, outer))) return undefined;
  const last = meant(lines, at);
  const close = lines[last];
  if (!close || strange(lines, last + 1) >= strange(lines, end + 1)) return undefined;
  const longest = Math.max(...lines.slice(at, last + 1).map(({ length }) => length));
  return {
    fence: { open: outer.marker, close: close.marker, ends: ends.marker, length: longest + 1 },
    last,
  };
}

/** The line that closes the block opened at `at` if each line with an info string opens a block in it. */
function meant(lines: readonly FenceLine[], at: number): number {
  const open: FenceLine[] = [lines[at] as FenceLine];
  let index = at + 1;
  for (; index < lines.length && open.length > 0; index++) {
    const line = lines[index] as FenceLine;
    const inner = open.at(-1) as FenceLine;
    if (line.opens) open.push(line);
    else if (line.char === inner.char && line.length >= inner.length) open.pop();
  }
  return open.length === 0 ? index - 1 : lines.length;
}

/** How much is strange from a line on that stands outside of code: blocks in blocks, blocks without an end. */
function strange(lines: readonly FenceLine[], from: number): number {
  let count = 0;
  for (let at = from; at < lines.length; ) {
    const outer = lines[at] as FenceLine;
    const end = closing(lines, at);
    for (let i = at + 1; i < end; i++) if (intrudes(lines[i] as FenceLine, outer)) count++;
    if (end === lines.length) count++;
    at = end + 1;
  }
  return count;
}

/** True for code in which whole sections stand, each below a heading of its own. */
export function holdsSections(code: string): boolean {
  return /\n#{2,6} [^\r\n]*\r?\n\r?\n/.test(code);
}
