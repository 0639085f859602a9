/** Completes references to decisions after `ADR-`, and statuses where a status is written. */

import { likeBefore } from "../../text/casing.ts";
import type { Span } from "../../text/span.ts";
import { type Completion, PLAIN } from "../../workspace/answers.ts";
import { isSetAside } from "../../workspace/samples.ts";
import { adrAddress } from "../edits/edits.ts";
import { statusWord } from "../edits/listing.ts";
import { type AdrPlace, adrName, adrNumber, collectionOf, recordTarget } from "../index/adrs.ts";
import { isClosedKind } from "../index/page.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import { STATUS_LINE } from "../model/fieldNames.ts";
import { meaningOf, OFFERED } from "../model/index.ts";
import { decisionMarkdown } from "./hover.ts";

/** More decisions are not offered. */
const MOST = 300;

/** Decisions after `ADR-` and statuses where one is written; empty anywhere else. */
export function adrCompletion(snapshot: AdrView, page: ReadPage, offset: number): Completion[] {
  const { text, facts } = page;
  if (facts.codes.some(({ span }) => span.start < offset && offset < span.end)) return [];
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const typed = /(?<![\p{L}\p{N}_/.-])(\[?)ADR-?[\d-]{0,10}$/iu.exec(before.slice(-40));
  if (typed) return references(snapshot, page, offset, typed[0], typed[1] === "[");
  const status = statusAt(page, offset, before);
  return status ? statuses(snapshot, page, status) : [];
}

function references(
  snapshot: AdrView,
  page: ReadPage,
  offset: number,
  typed: string,
  link: boolean,
): Completion[] {
  // `]` that the editor added, and digits behind the cursor, go too.
  const rest = /^[\d-]*\]?(?!\()/.exec(page.text.slice(offset, offset + 20))?.[0] ?? "";
  const end = offset + (link ? rest.length : rest.replace(/\]$/, "").length);
  if (link && page.text.slice(end, end + 1) === "(") return [];
  const replace = { start: offset - typed.length, end };
  const own = snapshot.adrs.records.get(page.path);
  const places = [...snapshot.adrs.records]
    .map(([path, record]): AdrPlace => ({ path, record }))
    .filter(
      ({ path, record }) =>
        record !== own &&
        !isSetAside(path) &&
        adrNumber(record).startsWith("ADR") &&
        record.kind === "record",
    );
  const closed = ({ record }: AdrPlace) => isClosedKind(record.status?.kind);
  // What does not hold any more is cited, too, but seldom.
  const offered = [...places.filter((one) => !closed(one)), ...places.filter(closed)];
  return offered.slice(0, MOST).map((place) => {
    const number = `ADR-${place.record.id?.digits}`;
    // Where a number is taken twice only a link says which one is meant.
    const twice = places.filter(({ record }) => record.id?.key === place.record.id?.key).length > 1;
    const linked = link || twice;
    return {
      ...PLAIN,
      kind: "reference",
      label: adrName(place.record),
      note: statusWord(place),
      outdated: closed(place),
      filter: `${link ? "[" : ""}${number}`,
      replace,
      text: linked ? `[${number}](${adrAddress(page.path, place.path)})` : number,
      documentation: decisionMarkdown(recordTarget(place), snapshot),
    };
  });
}

/** The place of a status: after `Status:` near the top, or the first line of a section of that name. */
function statusAt(
  page: ReadPage,
  offset: number,
  before: string,
): { replace: Span; written: string } | undefined {
  const record = page.exports.adr.record;
  if (record?.kind !== "record" && record?.kind !== "template") return undefined;
  const { text, facts } = page;
  const lead = STATUS_LINE.exec(before)?.[0];
  const heading = facts.headings.findLast(({ span }) => span.end <= offset);
  const inSection =
    heading !== undefined &&
    meaningOf(heading.text) === "status" &&
    text.slice(heading.span.end, offset - before.length).trim() === "";
  const nearTop = facts.headings.filter(({ depth, span }) => depth > 1 && span.end <= offset).length === 0;
  if (!(lead !== undefined && nearTop) && !inSection) return undefined;
  const start = offset - before.length + (lead?.length ?? /^\s*/.exec(before)?.[0].length ?? 0);
  const after = /^[\p{L} ]*/u.exec(text.slice(offset, offset + 100))?.[0].trimEnd() ?? "";
  const written = text.slice(start, offset + after.length);
  return /^[\p{L} ]*$/u.test(written)
    ? { replace: { start, end: offset + after.length }, written }
    : undefined;
}

/** The usual words and those that the neighbours use, written as the neighbours write them. */
function statuses(
  snapshot: AdrView,
  page: ReadPage,
  { replace, written }: { replace: Span; written: string },
): Completion[] {
  const collection = collectionOf(snapshot.adrs, page.path);
  const used = [...(collection?.statuses ?? [])].filter(([, count]) => count >= 2).map(([word]) => word);
  const model = collection?.records.find(({ path, record }) => path !== page.path && record.status)?.record
    .status?.text;
  const own = snapshot.settings.adrStatuses;
  return [...new Set([...OFFERED, ...used, ...own])].map((word) => {
    const text = own.includes(word) ? word : likeBefore(written || model || "Accepted", word);
    return { ...PLAIN, kind: "value", label: text, filter: text, replace, text };
  });
}
