/** A row of an index in the form of another one, be it by hand or by a tool: `* [1. Title](0001-title.md)`. */
import type { Span } from "../../text/span.ts";
import type { PageLink } from "../../workspace/exports.ts";
import type { AdrPlace } from "../index/adrs.ts";
import { statusKind } from "../model/index.ts";
import { adrAddress } from "./edits.ts";

/**
 * The row for `place` in the form of the row for `model`; `undefined` where that says more in its link, or before it, than
 * what is known of a record. What else stands behind the link is about the one record and is left out.
 */
export function rowLike(
  text: string,
  { span, link }: { readonly span: Span; readonly link: PageLink },
  model: AdrPlace,
  from: string,
  place: AdrPlace,
): string | undefined {
  const { destination } = link;
  if (text[link.text.end + 1] !== "(" || destination.start <= link.text.end) return undefined;
  const before = inOrder(text.slice(span.start, link.span.start), model, place);
  const label = filled(text.slice(link.text.start, link.text.end), model, place);
  const behind = filled(text.slice(link.span.end, span.end), model, place);
  if (before === undefined || label === undefined) return undefined;
  const dot = text.slice(destination.start, destination.end).startsWith("./") ? "./" : "";
  const address = adrAddress(from, place.path);
  // A form that names the title nowhere would not tell records apart.
  return `${before}[${label}](${address.startsWith("<") ? address : dot + address})${behind ?? ""}`;
}

/** A number of an ordered list goes on; everything else is what stands before each row. */
function inOrder(before: string, model: AdrPlace, place: AdrPlace): string | undefined {
  const ordinal = /^(\s*)(\d{1,9})([.)]\s+)$/.exec(before);
  if (ordinal) return `${ordinal[1]}${Number(ordinal[2]) + 1}${ordinal[3]}`;
  return filled(before, model, place);
}

interface Piece extends Span {
  readonly text: string;
}

/** A text with everything that it says of one record said of another; `undefined` where it says something else. */
function filled(text: string, model: AdrPlace, place: AdrPlace): string | undefined {
  const pieces: Piece[] = [];
  const free = (span: Span) => pieces.every(({ start, end }) => span.end <= start || end <= span.start);
  const add = (start: number, written: string, wanted: string) => {
    const span = { start, end: start + written.length };
    if (start >= 0 && written !== "" && free(span)) pieces.push({ ...span, text: wanted });
  };
  const [own, other] = [model.record, place.record];
  add(text.toLowerCase().indexOf(own.title.toLowerCase()), own.title, other.title.replace(/[[\]|]/g, "\\$&"));
  if (own.date) add(text.indexOf(own.date), own.date, other.date ?? "");
  for (const { 0: digits, index } of text.matchAll(/(?<![\d.])(?<!\d-)\d{1,5}(?:-\d{2,3})?(?!\d)/g)) {
    const [main, sub] = digits.split("-");
    const key = sub === undefined ? String(Number(main)) : `${Number(main)}-${Number(sub)}`;
    if (key === own.id?.key && other.id) add(index, digits, likeNumber(digits, other.id.digits));
  }
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L} ]*/gu)) {
    const status = other.status?.word ?? "";
    if (own.status?.kind && statusKind(word) === own.status.kind)
      add(index, word, /^\p{Lu}/u.test(word) ? status.charAt(0).toUpperCase() + status.slice(1) : status);
  }
  pieces.sort((a, b) => a.start - b.start);
  let rest = "";
  let result = "";
  let at = 0;
  for (const { start, end, text: wanted } of pieces) {
    rest += text.slice(at, start);
    result += text.slice(at, start) + wanted;
    at = end;
  }
  rest += text.slice(at);
  // What joins the pieces may be signs, and the letters that stand for a record.
  return /[\p{L}\p{N}]/u.test(rest.replace(/(?<!\p{L})ADRs?(?!\p{L})/giu, ""))
    ? undefined
    : result + text.slice(at);
}

/** As many digits as the number before, if that had zeros in front. */
function likeNumber(written: string, digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, "");
  return written.startsWith("0") ? plain.padStart(written.length, "0") : plain;
}
