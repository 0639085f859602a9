/** Blocks of code on a page that end elsewhere than they were meant to. */
import type { Code } from "../markdown/facts.ts";
import {
  holdsSections,
  type LabelledClose,
  labelledClose,
  type NestedFence,
  nestedFences,
} from "../markdown/nestedFences.ts";
import type { Span } from "../text/span.ts";
import type { ReadPage } from "./workspace.ts";

export type { LabelledClose, NestedFence } from "../markdown/nestedFences.ts";

export interface WrongFences {
  readonly nested: readonly NestedFence[];
  /** A block that runs to the end of the page and takes sections with it. */
  readonly unclosed: { readonly open: Span; readonly end: number } | undefined;
  /** What was to close a block: all others are a consequence of it. */
  readonly close?: LabelledClose;
  /** A block of Markdown that ends where one in it begins: the others are a consequence of it. */
  readonly early?: { readonly open: Span; readonly ends: Span };
}

const NONE: WrongFences = { nested: [], unclosed: undefined };

/** Finds them. What is left open behind a block in a block is a consequence of it and does not count. */
export function wrongFences({ text, facts }: Pick<ReadPage, "text" | "facts">): WrongFences {
  const fenced = facts.codes.filter(({ fenced }) => fenced);
  if (!fenced.some((code) => !code.closed || hasFenceIn(text, code))) return NONE;
  const close = labelledClose(text);
  if (close) return { ...NONE, close };
  const nested = nestedFences(text);
  const wrong = ofNested(text, fenced, nested);
  if (wrong.nested.length === 0 && !wrong.unclosed) return wrong;
  const first = wrong.nested[0]?.open ?? wrong.unclosed?.open;
  const early = fenced.find((code) => endsEarly(text, code));
  if (!early || !first || early.span.start >= first.start) return wrong;
  return { ...NONE, early: { open: markerAt(text, early.span.start), ends: endOf(text, early) } };
}

const MARKDOWN = /^\{?\.?(?:markdown|md|mdx)\b/i;

/** True for a block of Markdown whose closing fence looks as if it opened a block: behind a blank line, before text. */
function endsEarly(text: string, code: Code): boolean {
  if (!code.closed || !code.info || !MARKDOWN.test(text.slice(code.info.start, code.info.end))) return false;
  const { start } = endOf(text, code);
  const line = text.lastIndexOf("\n", start - 1);
  return (
    /\n[ \t]*\r?$/.test(text.slice(Math.max(0, line - 100), line)) &&
    /^\S*\r?\n[ \t]*\S/.test(text.slice(start))
  );
}

function markerAt(text: string, start: number): Span {
  return { start, end: start + (/^(?:`+|~+)/.exec(text.slice(start, start + 100))?.[0].length ?? 0) };
}

/** The closing fence of a block. */
function endOf(text: string, { span }: Code): Span {
  const marker = /(?:`+|~+)$/.exec(text.slice(Math.max(span.start, span.end - 100), span.end))?.[0] ?? "";
  return { start: span.end - marker.length, end: span.end };
}

function ofNested(text: string, fenced: readonly Code[], nested: readonly NestedFence[]): WrongFences {
  const last = fenced.at(-1);
  if (!last || last.closed || nested.length > 0 || text.slice(last.span.end).trim() !== "")
    return { nested, unclosed: undefined };
  const { start, end } = last.span;
  const code = text.slice(start, end);
  if (!holdsSections(code)) return NONE;
  const marker = (/^(?:`+|~+)/.exec(code) as RegExpExecArray)[0];
  return { nested, unclosed: { open: { start, end: start + marker.length }, end } };
}

function hasFenceIn(text: string, { span }: Code): boolean {
  const marker = text.slice(span.start, span.start + 3);
  const newline = text.indexOf("\n", span.start);
  const inner = newline < 0 ? -1 : text.indexOf(marker, newline);
  return inner >= 0 && inner < span.end - 6;
}
