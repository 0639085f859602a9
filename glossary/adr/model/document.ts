/** An ADR page, read: the one place where the parts of the model come together. */
import { patternOf } from "../../languages/merge.ts";
import { writtenEnd } from "../../text/lines.ts";
import { basename, dirname, stem } from "../../text/paths.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { type AdrDate, dateOfName, datesOf } from "./date.ts";
import { type AdrId, idOfPath, idOfText, idOfTitle, plainIdOfTitle } from "./id.ts";
import { LINE } from "./lineParts.ts";
import { type AdrKind, adrFolder, adrKind, mayBeAdr, ownNumber } from "./recognise.ts";
import { type Relation, relationsOf } from "./relations.ts";
import { inherited, type Part, partsOf, titleHeading } from "./sections.ts";
import { type AdrSource, matterValue, visibleText } from "./source.ts";
import type { AdrStatus } from "./status.ts";
import { statusesOf } from "./statusPlaces.ts";
import { type AdrStyle, styleOf } from "./style.ts";

export interface AdrDocument {
  readonly kind: AdrKind;
  readonly path: string;
  /** Of the file; of a file without a number that of the title or the front matter. */
  readonly id: AdrId | undefined;
  readonly fileId: AdrId | undefined;
  /** The number that stands in the title or the front matter, with its place. */
  readonly statedId: { readonly id: AdrId; readonly span: Span } | undefined;
  /** True for a title that begins with a number and no sign behind it: “1 Keep logs”. */
  readonly plainNumber: boolean;
  /** Without the number. */
  readonly title: string;
  /** Of the title, or of the whole first line where there is none. */
  readonly titleSpan: Span;
  /** Where a line below the title goes: behind what makes it a heading, or before the first line, where that begins a section. */
  readonly below: number;
  /** True where text follows there without an empty line, which a paragraph put before it would take in. */
  readonly tight: boolean;
  /** Every place that states the status, the one that counts first. */
  readonly statuses: readonly AdrStatus[];
  /** The place for a status where none is stated: “n/a”, “?”. */
  readonly blankStatus: Span | undefined;
  readonly dates: readonly AdrDate[];
  /** The date by front matter, line or file name. */
  readonly date: string | undefined;
  readonly relations: readonly Relation[];
  readonly style: AdrStyle;
  readonly parts: readonly Part[];
  /** What stands before the first section. */
  readonly head: Span;
  /** The text as a reader sees it, at the same offsets. */
  readonly visible: string;
}

/** Reads a page as an ADR; `undefined` for a page that has to do with none. */
export function readAdr(source: AdrSource): AdrDocument | undefined {
  const heading = titleHeading(source);
  const stated = matterValue(source, "title");
  const name = heading?.text ?? stated?.value ?? "";
  if (
    source.role === undefined &&
    !mayBeAdr(
      source.path,
      name,
      source.matter.values.map(({ key }) => key),
      source.facts.headings,
    )
  )
    return undefined;
  const visible = visibleText(source);
  const parts = partsOf(source, visible);
  const kind = adrKind(source, name, parts, visible);
  if (!kind) return undefined;

  const fileId = idOfPath(source.path);
  const plain = fileId && idOfTitle(name) === undefined ? plainIdOfTitle(name, source.path) : undefined;
  const isOwn = plain !== undefined && plain.id.key === fileId?.key;
  const numbered = idOfTitle(name) ?? (isOwn ? plain : undefined);
  const head = headOf(source, parts, name, heading?.span.end ?? source.matter.span?.end ?? 0);
  const { statuses, blank } = statusesOf(source, visible, parts, head, heading);
  const dates = datesOf(source, parts, head);
  const statedId = statedIdOf(source, numbered ?? plain, heading?.content);
  const folder = /^(?:readme|index)$/i.test(stem(source.path))
    ? basename(dirname(source.path))
    : stem(source.path);
  const title =
    name
      .slice(numbered?.length ?? 0)
      .replace(PROPOSAL, "")
      .replace(numbered ? "" : KIND, "")
      .trim() ||
    name.trim() ||
    spoken(folder);
  const titleSpan = heading?.content ?? firstLine(source);
  const below = heading?.span.end ?? belowLine(source, titleSpan);
  return {
    kind,
    path: source.path,
    id: fileId ?? statedId?.id,
    fileId,
    statedId,
    plainNumber: plain !== undefined,
    title,
    titleSpan,
    below,
    tight: /^\r?\n[ \t]*\S/.test(source.text.slice(below, below + 200)),
    statuses,
    blankStatus: statuses.length === 0 ? blank : undefined,
    dates,
    date: dates[0]?.text ?? dateOfName(folder),
    relations: [...matterRelations(source), ...relationsOf(source, relationPlaces(source, parts, head))],
    style: styleOf(source, parts, numbered !== undefined && /^\s*\[?adr/i.test(name)),
    parts,
    head,
    visible,
  };
}

const PROPOSAL = /^\s*\[?(?:KEP|RFC)[-_ #]{0,2}\d{1,5}\]?[\s:–—-]*/i;

/** What a title without a number says of the page only. */
const KIND = /^\s*(?:\[ADR\]|(?:ADR|Architect(?:ure|ural) Decision Record)(?=\s*[:–—]))[\s:–—]*/i;

/** A file name as words, without its number or date. */
function spoken(name: string): string {
  return (
    name
      .replace(/^(?:adr[-_ ]?)?(?:\d{4}-?\d{2}-?\d{2}(?!\d)|\d{1,5})[-_ ]+/i, "")
      .replace(/[-_]/g, " ")
      .trim() || name
  );
}

const HEAD_LINES = 25;
/** What a line that acts as a heading is about where the head ends. */
function isBody(meaning: Part["meaning"]): boolean {
  return meaning !== undefined && !OF_HEAD.has(meaning);
}

const OF_HEAD: ReadonlySet<Part["meaning"]> = new Set([
  "status",
  "date",
  "deciders",
  "afterthought",
  "references",
]);

/** Sections that belong to the head. */
const IN_HEAD = new RegExp(`^\\P{L}*(?:${patternOf(({ adr }) => adr?.head)})\\P{L}*$`, "iu");

function headOf({ text }: AdrSource, parts: readonly Part[], title: string, from: number): Span {
  const headings = parts.filter(
    ({ kind, depth, meaning, span }) =>
      kind === "heading" && span.start >= from && (depth < LINE || isBody(meaning)),
  );
  const own = title.trim().toLowerCase();
  const next = headings.find(
    ({ name }, i) => i > 0 || !(IN_HEAD.test(name) || name.trim().toLowerCase() === own),
  );
  let limit = from;
  for (let line = 0; line < HEAD_LINES && limit >= 0 && limit < text.length; line++) {
    const newline = text.indexOf("\n", limit);
    limit = newline < 0 ? text.length : newline + 1;
  }
  return { start: from, end: Math.min(next?.span.start ?? text.length, next ? text.length : limit) };
}

function statedIdOf(source: AdrSource, numbered: ReturnType<typeof idOfTitle>, content: Span | undefined) {
  if (numbered && content) {
    const start = content.start + (/\d/.exec(source.text.slice(content.start, content.end))?.index ?? 0);
    const length = /^\d+(?:-\d+)?/.exec(source.text.slice(start, content.end))?.[0].length ?? 0;
    if (length > 0) return { id: numbered.id, span: { start, end: start + length } };
  }
  const matter = ownNumber(source) ?? matterValue(source, "number", "id");
  const id = matter && idOfText(matter.value);
  return id && matter ? { id, span: matter.span } : undefined;
}

function firstLine({ text, matter }: AdrSource): Span {
  const from = matter.span?.end ?? 0;
  const start = from + Math.max(0, text.slice(from).search(/\S/));
  return { start, end: writtenEnd(text, start) };
}

/** Where what is said of the whole page goes where it has no title: behind its first line, or before a heading. */
function belowLine({ facts }: AdrSource, first: Span): number {
  return facts.headings.some(({ span }) => overlaps(span, first)) ? first.start : first.end;
}

/** Where relations are stated: the head, the status, and lists of related documents. */
function relationPlaces(source: AdrSource, parts: readonly Part[], head: Span): Span[] {
  const quotes = source.facts.quotes.filter(
    ({ span, depth }) => depth === 0 && span.start < head.end + 1_500,
  );
  const places = [
    { start: source.matter.span?.end ?? 0, end: head.end },
    ...quotes.map(({ span }) => span),
    ...parts.flatMap((part) =>
      part.kind === "heading" &&
      (part.meaning === "status" || part.meaning === "references" || part.meaning === "afterthought")
        ? [part.meaning === "status" ? { start: part.span.start, end: part.whole.end } : part.whole]
        : [],
    ),
    ...parts.flatMap(({ kind, name, span, own }) =>
      kind === "label" && RELATED.test(name) ? [{ start: span.start, end: own.end }] : [],
    ),
  ];
  return merge(places);
}

const RELATED = new RegExp(
  patternOf(({ adr }) => adr?.relations?.labels),
  "i",
);

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function matterRelations({ matter }: AdrSource): Relation[] {
  const found: Relation[] = [];
  for (const { key, value, span } of matter.values) {
    const bare = key.toLowerCase().replace(/_/g, "-");
    const kind = /^(?:superseded|replaced|obsoleted)-by$/.test(bare)
      ? "superseded-by"
      : /^(?:supersedes|replaces|obsoletes)$/.test(bare)
        ? "supersedes"
        : /^status$/.test(bare) && /super[sc]e+ded by/i.test(String(value))
          ? "superseded-by"
          : undefined;
    if (!kind) continue;
    for (const one of typeof value === "string" ? value.split(",") : value) {
      const link = /\]\(([^()\s]+)\)/.exec(one)?.[1];
      const file = /(?<![^\s()[\]"'])[^\s()[\]"']+\.mdx?/.exec(one)?.[0];
      const last = one.replace(/^.*\bby\b/i, "").trim();
      const key = (idOfText(last) ?? idOfText(/adr[- ]?\d+(?:-\d+)?/i.exec(one)?.[0] ?? ""))?.key;
      if (link ?? file ?? key) found.push({ kind, url: link ?? file, key, span });
    }
  }
  return found;
}

/** The meanings that an ADR has a section or label for, directly. */
export function meaningsOf({ parts }: Pick<AdrDocument, "parts">): string[] {
  return [...new Set(parts.flatMap(({ meaning }) => meaning ?? []))].sort();
}

/** The text of the decision as the reader sees it. */
export function decisionText({ parts, visible }: Pick<AdrDocument, "parts" | "visible">): string {
  const decision = parts.filter((part) => inherited(part) === "decision");
  return decision.map(({ own }) => visible.slice(own.start, own.end)).join("\n\n");
}

export { adrFolder };
