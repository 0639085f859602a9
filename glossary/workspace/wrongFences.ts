/** Blocks of code on a page that end elsewhere than they were meant to. */
import type { Code } from "../markdown/facts.ts";
import { holdsSections, type NestedFence, nestedFences } from "../markdown/nestedFences.ts";
import type { Span } from "../text/span.ts";
import type { ReadPage } from "./workspace.ts";

export type { NestedFence } from "../markdown/nestedFences.ts";

export interface WrongFences {
  readonly nested: readonly NestedFence[];
  /** A block that runs to the end of the page and takes sections with it. */
  readonly unclosed: { readonly open: Span; readonly end: number } | undefined;
}

const NONE: WrongFences = { nested: [], unclosed: undefined };

/** Finds them. What is left open behind a block in a block is a consequence of it and does not count. */
export function wrongFences({ text, facts }: Pick<ReadPage, "text" | "facts">): WrongFences {
  const fenced = facts.codes.filter(({ fenced }) => fenced);
  if (!fenced.some((code) => !code.closed || hasFenceIn(text, code))) return NONE;
  const nested = nestedFences(text);
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
