/** The uses of terms on a page, in the zones that the settings name. */
import { bySection } from "../../markdown/bySection.ts";
import type { Zone } from "../../markdown/facts.ts";
import { type Span, shift } from "../../text/span.ts";
import { findUses, type Matcher, type Use } from "./matcher.ts";
import type { ReadPage, TermsView } from "./view.ts";

const NAMED = { heading: "headings", table: "tables", link: "links" } as const;

/** True for a zone that the settings name; running text always counts. */
export function isWanted({ settings: { zones } }: Pick<TermsView, "settings">, zone: Zone): boolean {
  return zone === "body" || zones.includes(NAMED[zone]);
}

/** As `findUses` for the whole page, in all zones. */
export const usesOn = bySection<Matcher, Use>(
  ({ text, facts }, matcher, path) => findUses(matcher, text, facts, path),
  (use, by) => ({ ...use, span: shift(use.span, by) }),
);

/** By place. Uses in running text are always among them. */
export function usesIn({ matcher, settings }: TermsView, page: ReadPage): readonly Use[] {
  const { zones } = settings;
  const uses = usesOn(page, matcher).filter(({ zone }) => isWanted({ settings }, zone));
  if (!zones.includes("code")) return uses;
  const prose = page.facts.codeSpans.map((span) => ({
    span: insideCode(page.text, span),
    zone: "body" as const,
  }));
  const inCode = findUses(matcher, page.text, { prose }, page.path);
  return [...uses, ...inCode].sort((a, b) => a.span.start - b.span.start);
}

/** A code span without its backticks. */
export function insideCode(text: string, { start, end }: Span): Span {
  const marks = /^`+/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + marks, end: Math.max(start + marks, end - marks) };
}
