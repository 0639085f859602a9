/**
 * A line that names a term and says what it is: `**ADR (…)** - text`, `[REST](rest.md) – text`, `**Saga**: text`,
 * `Agile - text`. Lists, paragraphs and sections are read with it.
 */
import { parseNames } from "../domain/term.ts";
import { plainText } from "../markdown/excerpt.ts";
import type { Facts } from "../markdown/facts.ts";
import { bySpan, firstFrom, type Span } from "../text/span.ts";
import { linkOver, type SourcePage } from "./source.ts";

export interface Row {
  readonly nameSpan: Span;
  readonly title: string;
  readonly names: readonly string[];
  /** What the line says of it. */
  readonly rest: Span;
  readonly link: string;
  /** True where the name is bold, emphasised, code or a link: set off from the text. */
  readonly marked: boolean;
}

const DASH = /^[ \t]*(?:[:：]|[-–—]{1,3}(?=[ \t]))[ \t]*/;
/** `**Saga**. A chain of …` */
const STOP = /^\.[ \t]+(?=\S)/;
/** A colon or dash that may end its line. */
const END = /^[ \t]*(?:[:：]|[-–—]{1,3})?[ \t]*(?:\r?\n[ \t>]*|$)/;

/** The row that the block at `lead` is; `undefined` where it is none. `plain` allows a colon after a bare name. */
export function readRow(page: SourcePage, lead: Span, plain: "dash" | "colon" = "dash"): Row | undefined {
  const { text, facts } = page;
  const starting = startingAt(facts, lead);
  const source = text.slice(lead.start, Math.min(lead.end, lead.start + 400));
  const bare = plain === "dash" ? BARE_DASH : BARE_COLON;
  const end = starting
    ? afterBrackets(text, starting.span.end, lead.end)
    : lead.start + (bare.exec(source)?.[0].length ?? 0);
  if (end === lead.start) return undefined;
  const behind = text.slice(end, lead.end);
  const inside = starting && /[:：][*_ \t]*$/.test(text.slice(starting.span.start, end));
  const bold = starting !== undefined && /^(?:\*\*|__)/.test(source);
  const dash =
    DASH.exec(behind) ??
    END.exec(behind) ??
    (inside ? /^[ \t]*/.exec(behind) : bold ? STOP.exec(behind) : null);
  if (!dash) return undefined;
  const name = { start: lead.start, end };
  const inner = starting && end === starting.span.end ? starting.inner : name;
  const title = plainText(text, facts, name).replace(/[:：]$/, "");
  const names = parseNames(title);
  if (names.length === 0) return undefined;
  const link = linkOver(facts, starting?.span ?? name) ?? linkOver(facts, inner);
  const rest = { start: Math.min(end + dash[0].length, lead.end), end: lead.end };
  return {
    nameSpan: link?.text ?? inner,
    title,
    names,
    rest,
    link: link?.url ?? "",
    marked: starting !== undefined,
  };
}

/** The longest bold text, link or code at the start of a block. */
function startingAt(
  { emphases, links, codeSpans }: Facts,
  lead: Span,
): { span: Span; inner: Span } | undefined {
  const atStart = <T extends { readonly span: Span }>(list: readonly T[]) =>
    list
      .slice(firstFrom(list, lead.start), firstFrom(list, lead.start + 1))
      .filter(({ span }) => span.end <= lead.end);
  const code = codeSpans.find((span) => span.start === lead.start && span.end <= lead.end);
  return [
    ...atStart(emphases),
    ...atStart(links).map(({ span, text: inner }) => ({ span, inner })),
    ...(code ? [{ span: code, inner: code }] : []),
  ].sort(bySpan)[0];
}

const BARE_DASH = /^[^\r\n]{1,80}?(?=[ \t][-–—]{1,3}[ \t])/;
const BARE_COLON = /^[^\r\n:：]{1,60}(?=[:：][ \t])|^[^\r\n]{1,80}?(?=[ \t][-–—]{1,3}[ \t])/;

/** `**ADR** (Architecture Decision Record) - text`: the brackets belong to the name. */
function afterBrackets(text: string, end: number, limit: number): number {
  const match = /^ [(（][^()（）\r\n]{1,80}[)）](?=[ \t]*(?:[:：]|[-–—]{1,3}[ \t]|\r?\n))/.exec(
    text.slice(end, Math.min(limit, end + 100)),
  );
  return end + (match?.[0].length ?? 0);
}
