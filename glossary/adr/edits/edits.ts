/** Changes that several ADR rules and commands make, as edits of pages whose text need not be at hand. */

import { slug } from "../../markdown/slug.ts";
import { likeBefore } from "../../text/casing.ts";
import { dirname, relativeTo } from "../../text/paths.ts";
import type { Edit } from "../../text/span.ts";
import { type AdrPlace, adrNumber } from "../index/adrs.ts";
import type { PlacedAdr } from "../index/positions.ts";
import type { AdrRecord, RelationKind } from "../model/index.ts";

/** A link from one page to an ADR: `[ADR-0004](0004-keep-carts.md)`. */
export function adrLink(from: string, { path, record }: AdrPlace): string {
  const label = adrNumber(record) || record.title.replace(/[[\]\\]/g, "\\$&");
  return `[${label}](${adrAddress(from, path)})`;
}

/** The way from one page to another, as people write it between records: without `./`. */
export function adrAddress(from: string, to: string): string {
  const address = relativeTo(dirname(from), to).replace(/^\.\//, "");
  return /[\s()<>]/.test(address) ? `<${address}>` : address;
}

const VERBS: Readonly<Record<RelationKind, string>> = {
  supersedes: "Supersedes",
  "superseded-by": "Superseded by",
  amends: "Amends",
  "amended-by": "Amended by",
};

/** States a relation in `place`: as its status where it is superseded now, else as a line below the title. */
export function relationEdit(place: PlacedAdr, kind: RelationKind, other: AdrPlace): Edit {
  const { record } = place;
  const status = record.status?.place === "sidecar" ? undefined : record.status;
  const text = `${VERBS[kind]} ${adrLink(place.path, other)}`;
  if (kind === "superseded-by" && status && status.place !== "matter") return { span: status.span, text };
  if (kind === "superseded-by" && status)
    return {
      span: status.span,
      text: quoted(`superseded by ${adrShort(place.path, other)}`),
    };
  if (status?.place === "section")
    return { span: { start: status.span.end, end: status.span.end }, text: `\n\n${text}` };
  return belowTitle(record, text);
}

/** Puts a paragraph below the title; before the first line where a section begins there. */
export function belowTitle({ below, titleSpan }: Pick<AdrRecord, "below" | "titleSpan">, text: string): Edit {
  const span = { start: below, end: below };
  return { span, text: below <= titleSpan.start ? `${text}\n\n` : `\n\n${text}` };
}

/** A new status in the place of the old one; `undefined` where an ADR has none. */
export function statusEdit(record: AdrRecord, status: string): Edit | undefined {
  if (record.status?.place === "sidecar") return undefined;
  if (!record.status) return undefined;
  const { text, span, place } = record.status;
  const written = likeBefore(text, status);
  return { span, text: place === "matter" && !isPlain(written) ? quoted(written) : written };
}

/** The number of an ADR where it means that one: in its own folder. Else a link. */
function adrShort(from: string, other: AdrPlace): string {
  const number = dirname(from) === dirname(other.path) ? adrNumber(other.record) : "";
  return number || adrLink(from, other);
}

/** True for words that YAML takes as they are. */
function isPlain(text: string): boolean {
  return /^\p{L}[\p{L}\p{N} _-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
}

/** A YAML string that holds anything. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A title as part of a file name. */
export function adrSlug(title: string): string {
  const name = slug(title)
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return name || "decision";
}
