/** What the inline pass finds. */
import type { Span } from "../text/span.ts";
import type { Emphasis, Html, Link } from "./facts.ts";

/** What is found, in the order of its end; spans in the source. Grows over the leaves that are read. */
export class InlineFacts {
  links: Link[] = [];
  html: Html[] = [];
  codeSpans: Span[] = [];
  escapes: Span[] = [];
  emphases: Emphasis[] = [];
  /** Pairs of `~` or `~~`, as emphasis. */
  strikes: Emphasis[] = [];
  /** Backslashes at line ends. */
  breaks: Span[] = [];
}

/** From which index on each list of the facts belongs to the text in question. */
export type From = { readonly [K in keyof InlineFacts]: number };

/** The ends of all lists. */
export function endsOf(facts: InlineFacts): From {
  return {
    links: facts.links.length,
    html: facts.html.length,
    codeSpans: facts.codeSpans.length,
    escapes: facts.escapes.length,
    emphases: facts.emphases.length,
    strikes: facts.strikes.length,
    breaks: facts.breaks.length,
  };
}

/** True where nothing was added since `from`. */
export function unchanged(facts: InlineFacts, from: From): boolean {
  return (
    facts.links.length === from.links &&
    facts.html.length === from.html &&
    facts.codeSpans.length === from.codeSpans &&
    facts.escapes.length === from.escapes &&
    facts.emphases.length === from.emphases &&
    facts.strikes.length === from.strikes &&
    facts.breaks.length === from.breaks
  );
}

/** Drops what was added since `from`. */
export function cutBack(facts: InlineFacts, from: From): void {
  facts.links.length = from.links;
  facts.html.length = from.html;
  facts.codeSpans.length = from.codeSpans;
  facts.escapes.length = from.escapes;
  facts.emphases.length = from.emphases;
  facts.strikes.length = from.strikes;
  facts.breaks.length = from.breaks;
}
