/** A specification in force, as OpenSpec 1.13.2 reads it. Three readers of it differ; each is followed where it decides. */

import type { Span } from "../../../text/span.ts";
import { type Block, blocksIn } from "./body.ts";
import { operationOf } from "./delta.ts";
import {
  type Closing,
  endsSection,
  headingAt,
  joined,
  type Line,
  type LineHeading,
  linesOf,
  requirementAt,
} from "./lines.ts";

export interface MainSpec {
  readonly lines: readonly Line[];
  /** The first heading called Purpose, of any depth, and what stands below it. */
  readonly purpose: { readonly heading: LineHeading; readonly text: string; readonly span: Span } | undefined;
  /** The first heading called Requirements, of any depth, which validation looks below. */
  readonly requirements: LineHeading | undefined;
  /** What stands directly below it: each is taken for a requirement, whatever it is called. */
  readonly children: readonly { readonly heading: LineHeading; readonly scenarios: number }[];
  /** The first `## Requirements`, which merging looks below, and the line behind its section. */
  readonly section: { readonly line: number; readonly end: number } | undefined;
  readonly blocks: readonly Block[];
  /** `## ADDED Requirements` and the like, which belong to changes. */
  readonly deltas: readonly LineHeading[];
  /** Requirements outside of the section. */
  readonly outside: readonly LineHeading[];
  /** Requirements of a name that another has before them, with that one. */
  readonly twice: readonly { readonly again: LineHeading; readonly first: LineHeading }[];
}

/** Reads a specification in force. Never throws. */
export function readMainSpec(text: string, closing: Closing = "open"): MainSpec {
  const lines = linesOf(text);
  const headings = lines.flatMap((_, i) => headingAt(lines, i, closing) ?? []);
  const called = (name: string) => headings.find((one) => one.name.toLowerCase() === name);
  const requirements = called("requirements");
  const section = sectionOf(lines, headings);
  const heads = lines.flatMap((line, i) => (/^###\s/.test(line.text) ? (requirementAt(lines, i) ?? []) : []));
  const isInside = ({ line }: LineHeading) => section && line > section.line && line < section.end;
  return {
    lines,
    purpose: purposeOf(lines, called("purpose")),
    requirements,
    children: requirements ? childrenOf(lines, headings, requirements) : [],
    section,
    blocks: section ? blocksIn(lines, section.line + 1, section.end) : [],
    deltas: headings.filter(
      ({ depth, name }) => depth === 2 && /^(?:ADDED|MODIFIED|REMOVED|RENAMED)\s+Requirements$/i.test(name),
    ),
    outside: heads.filter((one) => !isInside(one)),
    twice: twiceIn(heads.filter(isInside)),
  };
}

function purposeOf(lines: readonly Line[], heading: LineHeading | undefined): MainSpec["purpose"] {
  if (!heading) return undefined;
  const end = endOf(lines, heading);
  const first = lines[heading.line + 1];
  const last = lines[end - 1] as Line;
  const text = joined(lines, heading.line + 1, end).trim();
  return {
    heading,
    text,
    span: { start: first?.start ?? last.end, end: Math.max(first?.start ?? 0, last.end) },
  };
}

/** The line behind a section: that of the next heading of its depth or above. */
function endOf(lines: readonly Line[], { line, depth }: LineHeading): number {
  let end = line + 1;
  while (end < lines.length && !endsSection(lines[end] as Line, depth)) end++;
  return end;
}

/** The sections directly below a heading, and how many below each of them have anything in them. */
function childrenOf(lines: readonly Line[], headings: readonly LineHeading[], above: LineHeading) {
  const found: { heading: LineHeading; scenarios: number }[] = [];
  const open: LineHeading[] = [];
  for (const heading of headings) {
    if (heading.line <= above.line) continue;
    if (heading.depth <= above.depth) break;
    while (open.length > 0 && (open.at(-1) as LineHeading).depth >= heading.depth) open.pop();
    const last = found.at(-1);
    if (open.length === 0) found.push({ heading, scenarios: 0 });
    else if (open.length === 1 && last && isFilled(lines, heading)) last.scenarios++;
    open.push(heading);
  }
  return found;
}

function isFilled(lines: readonly Line[], heading: LineHeading): boolean {
  const end = endOf(lines, heading);
  for (let i = heading.line + 1; i < end; i++) if ((lines[i] as Line).text.trim() !== "") return true;
  return false;
}

function sectionOf(lines: readonly Line[], headings: readonly LineHeading[]): MainSpec["section"] {
  const line = headings.find(({ depth, name }) => depth === 2 && name.toLowerCase() === "requirements")?.line;
  if (line === undefined) return undefined;
  let end = line + 1;
  while (end < lines.length && !isSecond(lines[end] as Line)) end++;
  return { line, end };
}

function isSecond({ text, fenced }: Line): boolean {
  return !fenced && /^##\s/.test(text);
}

function twiceIn(heads: readonly LineHeading[]): MainSpec["twice"] {
  const firsts = new Map<string, LineHeading>();
  return heads.flatMap((again) => {
    const first = firsts.get(again.name);
    if (!first) firsts.set(again.name, again);
    return first ? [{ again, first }] : [];
  });
}

/** The shortest Purpose that is long enough, in UTF-16 units. */
export const SHORTEST_PURPOSE = 50;

/** What is wrong with a Purpose: nobody has written it yet, or it is too short; `undefined` where nothing is. */
export function flawOfPurpose({ lines, purpose }: MainSpec): "placeholder" | "short" | undefined {
  if (!purpose) return undefined;
  const end = endOf(lines, purpose.heading);
  const prose = lines
    .slice(purpose.heading.line + 1, end)
    .filter(({ fenced }) => !fenced)
    .map(({ text }) => text)
    .join("\n")
    .trim();
  if (isPlaceholder(prose)) return "placeholder";
  return purpose.text.length < SHORTEST_PURPOSE ? "short" : undefined;
}

/** The sentence that archiving writes for a new capability, in two parts with the name of the change between them. */
export const PLACEHOLDER = ["TBD - created by archiving change ", ". Update Purpose after archive."] as const;

/** `TBD` and `TODO` in capitals, and in small letters before a mark: `todo` begins sentences in Spanish. */
const MARKER =
  /^(?:(?:TBD|TODO)(?![\p{L}\p{N}\p{M}_])|(?:[Tt][Bb][Dd]|[Tt][Oo][Dd][Oo])(?![\p{L}\p{N}\p{M}_])(?=[ \t]*(?:$|[\n:\-–—.,;()[\]{}])))/u;

function isPlaceholder(prose: string): boolean {
  if (MARKER.test(prose)) return true;
  const start = prose.indexOf(PLACEHOLDER[0]);
  return start >= 0 && prose.indexOf(PLACEHOLDER[1], start) >= 0;
}

/** True for what a heading of a change would say: `ADDED Requirements`. */
export function isDeltaTitle(title: string): boolean {
  return operationOf(title) !== undefined;
}
