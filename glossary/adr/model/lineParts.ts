/** Lines that name a section or a label without being written as a heading of Markdown. */
import { lineEnd } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import type { AdrSource } from "./source.ts";

/** A line that names what follows: as a heading, or as a label before a text. */
export interface NamedLine {
  readonly kind: "heading" | "label";
  /** Of a heading of HTML its level, else 7; of a label 8. */
  readonly depth: number;
  readonly name: string;
  /** From the name to where what it names begins. */
  readonly span: Span;
}

/** What a line that acts as a heading counts as: below those of Markdown. */
export const LINE = 7;
export const LABEL = 8;

/** All such lines, by place. `names` tells what sections are called, `labels` what labels are. */
export function namedLines(
  source: AdrSource,
  visible: string,
  names: (name: string) => boolean,
  labels: (name: string) => boolean,
): NamedLine[] {
  const found = [...alone(source, names), ...inDirectives(visible, names)];
  if (source.facts.html.length > 0) found.push(...inHtml(source, visible, names));
  if (source.facts.emphases.length > 0) found.push(...emphasised(visible, labels));
  return found;
}

/** `Decision`, `DECISION:`, `_Decision_`: the first line of a paragraph of the page itself, or of a quote. */
function* alone({ text, facts }: AdrSource, names: (name: string) => boolean): Generator<NamedLine> {
  for (const { span, depth } of facts.paragraphs) {
    if (depth > 0 && !/(?:^|\n)[ \t]*>[ \t>]*$/.test(text.slice(Math.max(0, span.start - 12), span.start)))
      continue;
    const end = Math.min(lineEnd(text, span.start), span.end);
    const line = text.slice(span.start, end).trim();
    // In the middle of a text a word in small letters may happen to stand alone on its line.
    if (line.length > MOST || !/^[^\p{L}]*[\p{Lu}\p{Lt}\p{Lo}]/u.test(line) || !ONLY_NAME.test(line))
      continue;
    if (names(line))
      yield {
        kind: "heading",
        depth: LINE,
        name: line.replace(/[*_:：]/g, "").trim(),
        span: { start: span.start, end },
      };
  }
}

const MOST = 60;
/** A name with marks around it, and nothing that links or quotes. */
const ONLY_NAME = /^[^[\]<>|`~]+$/;

const DIRECTIVE =
  /^[ \t>]*(?:(?:!!!|\?{3}\+?|:{3,})[ \t]*[\w-]+[ \t]+|\[![a-z]{1,20}\][-+]?[ \t]+)["'[]?(\p{L}[^"'\]\n]{1,60}?)["'\]]?[ \t]*$/gimu;

/** `!!! note "Rationale"`, `:::tip Rationale`, `> [!NOTE] Rationale`. */
function* inDirectives(visible: string, names: (name: string) => boolean): Generator<NamedLine> {
  for (const { 0: all, 1: name = "", index } of visible.matchAll(DIRECTIVE))
    if (names(name))
      yield { kind: "heading", depth: LINE, name, span: { start: index, end: index + all.length } };
}

const HTML =
  /<(h[1-6]|summary|dt|legend|b|strong|u|em|i)(?=[\s>])[^<>]{0,200}>\s{0,20}((?:<[a-z]{1,10}>){0,3}[^<>\n]{2,80}(?:<\/[a-z]{1,10}>){0,3})\s{0,20}<\/\1>[:：]?/gi;

/** `<h2>Decision</h2>`, `<summary>Rationale</summary>`, `<b>Decision</b>` alone on its line. */
function* inHtml(
  { text }: AdrSource,
  visible: string,
  names: (name: string) => boolean,
): Generator<NamedLine> {
  for (const { 0: all, 1: tag = "", 2: inner = "", index } of text.matchAll(HTML)) {
    const name = inner.replace(/<[^<>]{1,20}>/g, "").trim();
    const at = text.indexOf(name, index);
    // In code nothing of it can be seen.
    if (name === "" || visible.slice(at, at + name.length) !== name) continue;
    const level = /^h([1-6])$/i.exec(tag)?.[1];
    if (level === undefined && !names(name)) continue;
    const end = index + all.length;
    const inline = level === undefined && !/^(?:summary|dt|legend)$/i.test(tag);
    if (inline && !isAlone(text, index, end)) continue;
    yield {
      kind: "heading",
      depth: level === undefined ? LINE : Number(level),
      name,
      span: { start: index, end },
    };
  }
}

function isAlone(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 20), start)) &&
    /^(?:[ \t]|<br ?\/?>)*(?:\r?\n|$)/i.test(text.slice(end, end + 20))
  );
}

const EMPHASISED =
  /^[ \t>]*(?:[-*+][ \t]+|\d{1,2}[.)][ \t]+)?([*_]{1,3})(\p{L}[^*_\n]{1,40}?)(?:([.:：])\1|\1[ \t]*(?:[:：]|[–—-](?=[ \t])))(?=[ \t]+\S)/gmu;
const WITHIN =
  /^[ \t>]*(?:[-*+][ \t]+)?(\*\*|__)(\p{L}[\p{L} ]{1,30}?)[ \t]?[:：][ \t]+(?=[^*_\n]{1,200}\1)/gmu;

/** `_Rationale_: …`, `**Rationale** – …`, `**Status: accepted**`. */
function* emphasised(visible: string, labels: (name: string) => boolean): Generator<NamedLine> {
  for (const pattern of [EMPHASISED, WITHIN])
    for (const { 0: all, 2: name = "", index } of visible.matchAll(pattern)) {
      if (!labels(name)) continue;
      const start = index + all.indexOf(name);
      yield { kind: "label", depth: LABEL, name, span: { start, end: index + all.length } };
    }
}
