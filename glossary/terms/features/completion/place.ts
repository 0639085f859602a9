/** What can be completed at an offset of a page, and which text that replaces. */
import type { Code } from "../../../markdown/facts.ts";
import { type Span, touches } from "../../../text/span.ts";
import type { ReadPage } from "../../index/view.ts";

export interface CompletionPlace {
  /**
   * `link`: after `[`. `wiki`: after `[[`. `label`: after `[text][`. `address`: after `](`. `name`: in running text.
   * `matter`: in a list of the front matter.
   */
  readonly kind: "link" | "wiki" | "label" | "address" | "name" | "matter";
  /** From the sign that opened it to the one that closes it. */
  readonly replace: Span;
  /** What stands between that sign and the offset; in running text the words before the offset. */
  readonly typed: string;
  /** The text of the link whose label or address is completed. */
  readonly text: string;
  /** A `|` would end the cell there. */
  readonly inTable: boolean;
}

/** The place at an offset; `undefined` in code, HTML, addresses, and where a link would break the document. */
export function placeAt(page: ReadPage, offset: number): CompletionPlace | undefined {
  const { text, facts, matter } = page;
  if (matter.span && offset < matter.span.end) return matterPlace(page, offset);
  if (matter.span && offset === matter.span.end) return undefined;
  const within = (spans: readonly Span[]) => spans.some((span) => span.start < offset && offset < span.end);
  if (facts.codes.some((code) => inCode(text, code, offset))) return undefined;
  if (within([...facts.codeSpans, ...[...facts.html, ...facts.boxes].map(({ span }) => span)]))
    return undefined;

  const { before, rest, lineStart } = lineAt(text, offset);
  const inTable = facts.tables.some(({ span }) => span.start <= offset && offset <= span.end);
  const place = (kind: CompletionPlace["kind"], start: number, end: number, typed: string, linked = "") => ({
    kind,
    replace: { start, end },
    typed,
    text: linked,
    inTable,
  });
  const address = /\[((?:[^[\]\\]|\\.){0,200})\]\(([^()\s<>]*)$/.exec(before);
  if (address) {
    const end = offset + (/^[^()\s<>]*/.exec(rest)?.[0].length ?? 0);
    const [, linked = "", typed = ""] = address;
    return place("address", offset - typed.length, end, typed, linked);
  }
  const at = openBracket(before);
  if (at !== undefined) {
    const typed = before.slice(at + 1);
    // A footnote.
    if (typed.startsWith("^")) return undefined;
    const closed = offset + (rest.startsWith("]") ? 1 : 0);
    const label = /\[([^[\]]{1,200})\]$/.exec(before.slice(0, at));
    if (label) return place("label", lineStart + at + 1, offset + labelEnd(rest), typed, label[1]);
    // An address that is there already belongs to the link text being replaced: `[ad|](…)` stays as it is.
    if (/^[^[\]]*\]\(/.test(rest)) return undefined;
    if (/^[ xX~\-/>]\](?:\s|$)/.test(rest) && ITEM.test(before.slice(0, at))) return undefined;
    // Links do not nest; a link that begins here is the one being written.
    const start = lineStart + at;
    if (facts.links.some(({ span }) => span.start < start && offset < span.end)) return undefined;
    if (before[at - 1] === "[" && before[at - 2] !== "[")
      return place("wiki", start - 1, offset + (/^\]{0,2}/.exec(rest)?.[0].length ?? 0), typed);
    return place("link", start, closed, typed);
  }
  const taken = facts.links.some(
    ({ span, kind }) =>
      span.start < offset && (offset < span.end || (kind === "autolink" && offset === span.end)),
  );
  if (taken || facts.definitions.some(({ span }) => touches(span, offset))) return undefined;
  const typed =
    /(?:[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_-]{0,40}[ \t]){0,4}[\p{L}\p{M}\p{N}_-]{0,60}$/u.exec(before)?.[0] ??
    "";
  return place("name", offset - typed.length, offset, typed);
}

/** The line around an offset, cut where it becomes absurdly long. */
function lineAt(text: string, offset: number) {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const lineStart = Math.max(start, offset - 2_000);
  const before = text.slice(lineStart, offset);
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + 500))?.[0] ?? "";
  return { before, rest, lineStart };
}

/** Where the label after the cursor ends, without its bracket. */
function labelEnd(rest: string): number {
  return /^[^[\]()\s]*(?=\])/.exec(rest)?.[0].length ?? 0;
}

/** Code goes on after its last character: to the end of its line, or of the text where a fence is not closed. */
function inCode(text: string, { span, fenced, closed }: Code, offset: number): boolean {
  if (offset <= span.start) return false;
  if (offset < span.end || !closed) return text.slice(span.end, offset).trim() === "";
  return !fenced && !/[\r\n]/.test(text.slice(span.end, offset));
}

/** All that stands before a task box. */
const ITEM = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+$/;

/** The offset in the line of a `[` that is still open; not one of a task box, an image or `\[`. */
function openBracket(before: string): number | undefined {
  const at = before.lastIndexOf("[");
  if (at < 0 || before.slice(at).includes("]") || /[!\\]$/.test(before.slice(0, at))) return undefined;
  const typed = before.slice(at + 1);
  if (typed.length > 60) return undefined;
  return /^[ xX]$/.test(typed) && ITEM.test(before.slice(0, at)) ? undefined : at;
}

/** Keys whose lists hold terms. */
export const TERM_LIST =
  /^(?:related(?:[-_ ]?(?:terms?|concepts?|pages?|to))?|terms?|glossary(?:[-_ ]?terms?)?|concepts?|see(?:[-_ ]?also)?)$/i;

function matterPlace({ text, matter }: ReadPage, offset: number): CompletionPlace | undefined {
  const { before, rest, lineStart } = lineAt(text, offset);
  const place = (typed: string, end: number): CompletionPlace => ({
    kind: "matter",
    replace: { start: offset - typed.length, end: offset + end },
    typed,
    text: "",
    inTable: false,
  });
  const flow = /^([\w -]{1,40}):[ \t]*\[(?:[^[\]]*,)?[ \t]*["']?([^[\]"',]{0,60})$/.exec(before);
  if (flow && TERM_LIST.test((flow[1] as string).trim()))
    return place(flow[2] as string, /^[^[\]"',]{0,60}/.exec(rest)?.[0].trimEnd().length ?? 0);
  const item = /^[ \t]*-[ \t]+["']?([^"'\r\n]{0,60})$/.exec(before);
  const key = item && keyAbove(text.slice(matter.span?.start ?? 0, lineStart));
  if (!item || !key || !TERM_LIST.test(key)) return undefined;
  return place(item[1] as string, /^[^"'\r\n]{0,60}/.exec(rest)?.[0].trimEnd().length ?? 0);
}

/** The key of the list that goes on below these lines. */
function keyAbove(lines: string): string | undefined {
  for (const line of lines.split(/\r?\n/).slice(-200).reverse()) {
    if (line.trim() === "" || /^[ \t]*-[ \t]/.test(line)) continue;
    return /^([\w -]{1,40}):[ \t]*$/.exec(line)?.[1]?.trim();
  }
  return undefined;
}
