/** Changes that several ADR rules and commands make, as edits of pages whose text need not be at hand. */

import { slug } from "../../markdown/slug.ts";
import { likeBefore } from "../../text/casing.ts";
import { dirname, relativeTo, stem } from "../../text/paths.ts";
import type { Edit } from "../../text/span.ts";
import { type AdrIndex, type AdrPlace, adrNumber } from "../index/adrs.ts";
import type { PlacedAdr } from "../index/positions.ts";
import { type AdrRecord, nextDated, type RelationKind } from "../model/index.ts";

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

/** True for a folder of Log4brains 1.1.0, which knows a record by its slug alone and reads nothing but the list below its title. */
export function isLog4brains({ tools }: AdrIndex, folder: string): boolean {
  return tools.some(({ tool, folders }) => tool === "log4brains" && folders.includes(folder));
}

/** `[20261101-use-mail](20261101-use-mail.md)`, with the name of its package where it has one. */
export function slugLink({ tools }: AdrIndex, from: string, { path }: AdrPlace): string {
  const folder = dirname(path);
  const name = tools.flatMap(({ packages }) => packages?.[folder] ?? [])[0];
  return `[${name === undefined ? "" : `${name}/`}${stem(path)}](${adrAddress(from, path)})`;
}

/**
 * States a relation in `place`: as its status where it is superseded now, in a list of days as another line of it, else
 * as a line below the title. `day`: the one that is written there, else that of the other record.
 */
export function relationEdit(
  place: PlacedAdr,
  kind: RelationKind,
  other: AdrPlace,
  adrs: AdrIndex,
  day?: string,
): Edit {
  const { record } = place;
  const status =
    record.status?.place === "sidecar" || record.status?.place === "title" ? undefined : record.status;
  const bySlug = isLog4brains(adrs, dirname(place.path));
  const link = bySlug ? slugLink(adrs, place.path, other) : adrLink(place.path, other);
  const verb = bySlug && kind === "superseded-by" ? VERBS[kind].toLowerCase() : VERBS[kind];
  const text = `${verb} ${link}`;
  if (kind === "superseded-by" && status?.dated) {
    const said = `${likeBefore(status.dated.status, verb)} ${link}`;
    const since = day ?? other.record.date ?? status.dated.date;
    return {
      span: { start: status.span.end, end: status.span.end },
      text: nextDated(status.dated, said, since),
    };
  }
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

interface Title extends Pick<AdrRecord, "below" | "titleSpan"> {
  readonly tight?: boolean | undefined;
}

/** Puts a paragraph below the title, apart from what follows; before the first line where a section begins there. */
export function belowTitle({ below, tight, titleSpan }: Title, text: string): Edit {
  const span = { start: below, end: below };
  if (below <= titleSpan.start) return { span, text: `${text}\n\n` };
  return { span, text: `\n\n${text}${tight ? "\n" : ""}` };
}

/**
 * A new status in the place of the old one, or below it where each has its day; `undefined` where an ADR has none.
 * `day`: `2025-01-31`.
 */
export function statusEdit(record: AdrRecord, status: string, day?: string): Edit | undefined {
  if (record.status?.place === "sidecar") return undefined;
  if (!record.status) return undefined;
  const { text, span, place, dated } = record.status;
  if (dated)
    return {
      span: { start: span.end, end: span.end },
      text: nextDated(dated, likeBefore(dated.status, status), day ?? dated.date),
    };
  const written = likeBefore(text, status);
  const needsQuotes = !isPlain(written) || span.end - span.start > text.length;
  return { span, text: place === "matter" && needsQuotes ? quoted(written) : written };
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
