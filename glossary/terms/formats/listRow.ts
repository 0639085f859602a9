/**
 * A line that names a term and says what it is: `**ADR (…)** - text`, `[REST](rest.md) – text`, `**Saga**: text`,
 * `**Saga.** Text`, `[saga]{#gloss-saga}`, `Agile - text`. Lists, paragraphs and sections are read with it.
 */

import { wordsOf } from "../../languages/merge.ts";
import { plainText } from "../../markdown/excerpt.ts";
import { bySpan, firstFrom, type Span } from "../../text/span.ts";
import { distinct, parseNames } from "../model/term.ts";
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

const DASH = /^[ \t]*(?:[:：]|(?:[-–—]{1,3}|=)(?=[ \t]))[ \t]*/;
/** `**Saga**. A chain of …` */
const STOP = /^\.[ \t]+(?=\S)/;
/** A colon or dash that may end its line, or a hard break. */
const END = /^[ \t]*(?:(?:[:：]|[-–—]{1,3})[ \t]*)?\\?(?:\r?\n[ \t>]*|$)/;
/** `**Saga** is a chain of …`: the sentence goes on, and all of it is the definition. */
const VERBS = wordsOf(({ glossary }) => glossary?.labels?.is);
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const VERB = new RegExp(
  `^(?=[ \\t](?:${VERBS.filter((word) => !UNSPACED.test(word)).join("|")})[ \\t\\r\\n]|[ \\t]?(?:${VERBS.filter((word) => UNSPACED.test(word)).join("|")}))`,
);
/** Anchors in front of a name: `<a id="saga"></a>`, `[]{#saga}`. */
const ANCHOR = /^(?:<(?:a|span)\b[^<>]{0,200}>|<\/(?:a|span)>|\[\]\{[^{}\r\n]{0,100}\}|[ \t])+/i;
/** `<dfn>saga</dfn>` */
const TAGGED = /^<(dfn|b|strong)\b[^<>]{0,200}>([^<>\r\n]{1,100})<\/\1>/i;
/** `[saga]{#gloss-saga}`, as Pandoc and the manual of Nix mark a place. */
const SPANNED = /^\[([^[\]\r\n]{1,100})\]\{[#.][^{}\r\n]{1,100}\}/;

/**
 * The row that the block at `block` is; `undefined` where it is none. `plain` allows a colon after a bare name.
 * `sentence` allows a definition that goes on from the name: `**Saga** is a chain of …`.
 */
export function readRow(
  page: SourcePage,
  block: Span,
  plain: "dash" | "colon" = "dash",
  sentence = false,
): Row | undefined {
  const { text, facts } = page;
  const lead = { start: nameStart(text, block), end: block.end };
  const starting = startingAt(page, lead);
  const source = text.slice(lead.start, Math.min(lead.end, lead.start + 400));
  const bare = plain === "dash" ? BARE_DASH : BARE_COLON;
  const end = starting
    ? afterBrackets(text, starting.span.end, lead.end)
    : lead.start + (bare.exec(source)?.[0].length ?? 0);
  if (end === lead.start) return undefined;
  const behind = text.slice(end, lead.end);
  const inside = starting && /[:：.][*_ \t]*$/.test(text.slice(starting.span.start, end));
  const emphasised = starting !== undefined && /^[*_]/.test(source);
  const bold = emphasised && /^(?:\*\*|__)/.test(source);
  const dash =
    DASH.exec(behind) ??
    END.exec(behind) ??
    (inside
      ? /^[ \t]*/.exec(behind)
      : ((emphasised ? STOP.exec(behind) : null) ?? (bold && sentence ? VERB.exec(behind) : null)));
  if (!dash) return undefined;
  const name = { start: lead.start, end };
  const inner = starting && end === starting.span.end ? starting.inner : name;
  const goesOn = dash[0] === "" && behind !== "" && !inside;
  const title = plainText(text, facts, starting?.tagged ? inner : name).replace(/[:：.]$/, "");
  // `Agent / Server` holds two names; `CI/CD` is one.
  const names = distinct(title.split(/(?<!\s)\s+\/\s+(?![^(（]*[)）])/).flatMap(parseNames));
  if (names.length === 0) return undefined;
  const link = linkOver(facts, starting?.span ?? name) ?? linkOver(facts, inner);
  const rest = goesOn ? lead : { start: Math.min(end + dash[0].length, lead.end), end: lead.end };
  return {
    nameSpan: link?.text ?? inner,
    title,
    names,
    rest,
    link: link?.url ?? "",
    marked: starting !== undefined,
  };
}

/** Where a block's name begins, behind anchors. */
export function nameStart(text: string, { start, end }: Span): number {
  if (!/[<[]/.test(text.charAt(start))) return start;
  return start + (ANCHOR.exec(text.slice(start, Math.min(end, start + 300)))?.[0].length ?? 0);
}

interface Starting {
  readonly span: Span;
  readonly inner: Span;
  /** The marks around the name are no Markdown. */
  readonly tagged?: boolean;
}

/** The longest bold text, link or code at the start of a block, or a name in a tag or a span. */
function startingAt({ text, facts }: SourcePage, lead: Span): Starting | undefined {
  const { emphases, links, codeSpans } = facts;
  const head = text.charAt(lead.start);
  const source = text.slice(lead.start, Math.min(lead.end, lead.start + 300));
  const tag = head === "<" ? TAGGED.exec(source) : head === "[" ? SPANNED.exec(source) : null;
  if (tag) {
    const name = tag[2] ?? (tag[1] as string);
    const start = lead.start + tag[0].indexOf(name, head === "<" ? tag[0].indexOf(">") : 0);
    const span = { start: lead.start, end: lead.start + tag[0].length };
    return { span, inner: { start, end: start + name.length }, tagged: true };
  }
  const atStart = <T extends { readonly span: Span }>(list: readonly T[]) =>
    list
      .slice(firstFrom(list, lead.start), firstFrom(list, lead.start + 1))
      .filter(({ span }) => span.end <= lead.end);
  const code = codeSpans.find((span) => span.start === lead.start && span.end <= lead.end);
  const found: Starting[] = [
    ...atStart(emphases),
    ...atStart(links).map(({ span, text: inner }) => ({ span, inner })),
    ...(code ? [{ span: code, inner: code }] : []),
  ];
  return found.sort(bySpan)[0];
}

const BARE_DASH = /^[^\r\n]{1,80}?(?=[ \t][-–—]{1,3}[ \t])/;
const BARE_COLON = /^[^\r\n:：]{1,60}(?=[:：][ \t]|：)|^[^\r\n]{1,80}?(?=[ \t][-–—]{1,3}[ \t])/;

/** `**ADR** (Architecture Decision Record) - text`: the brackets belong to the name, and so does the end of an anchor. */
function afterBrackets(text: string, end: number, limit: number): number {
  const match =
    /^(?:<\/a>)?(?: [*_]{0,2}[(（][^()（）\r\n]{1,80}[)）][*_]{0,2})?(?=[ \t]*(?:[:：]|[-–—]{1,3}[ \t]|\r?\n))/.exec(
      text.slice(end, Math.min(limit, end + 100)),
    );
  return end + (match?.[0].length ?? 0);
}
