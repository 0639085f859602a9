/** What follows from a reader's facts and the text: prose, task boxes, fields, anchors, pragmas. */

import { ownCopy } from "../text/ownCopy.ts";
import { bySpan, type Span } from "../text/span.ts";
import type {
  Anchor,
  Emphasis,
  Facts,
  Field,
  Item,
  Pragma,
  Prose,
  RawFacts,
  TaskBox,
  Zone,
} from "./facts.ts";

/** Completes a reader's facts. `text` is what their spans refer to. */
export function derive(text: string, raw: RawFacts): Facts {
  const boxes = findBoxes(text, raw.items);
  return {
    ...raw,
    boxes,
    prose: findProse(raw, boxes),
    fields: findFields(text, raw),
    anchors: findAnchors(text, raw),
    pragmas: findPragmas(text, raw),
  };
}

/** The task boxes of list items. */
export function findBoxes(text: string, items: readonly Item[]): TaskBox[] {
  return items.flatMap(({ marker, lead }) => (lead ? (boxAfter(text, marker, lead) ?? []) : []));
}

const BOX = /^\[([ xX~\-/>])\](?=[ \t\r\n]|$)/;

/** The length of the task box that `text` has at `offset`, 0 where there is none. */
export function boxLength(text: string, offset: number): number {
  return BOX.test(text.slice(offset, offset + 4)) ? 3 : 0;
}

function boxAfter(text: string, marker: Span, lead: Span): TaskBox | undefined {
  let at = marker.end;
  while (at < lead.start && (text[at] === " " || text[at] === "\t")) at++;
  const match = BOX.exec(text.slice(at, at + 4));
  return match && at < lead.start
    ? { span: { start: at, end: at + 3 }, state: match[1] as string }
    : undefined;
}

/** Running text is what is left of the blocks when everything that is not text has been taken out. */
export function findProse(raw: RawFacts, boxes: readonly TaskBox[]): Prose[] {
  const holes: Span[] = [
    ...raw.codeSpans,
    ...raw.escapes,
    ...boxes.map((box) => box.span),
    ...raw.html.flatMap(({ span, inline }) => (inline ? [span] : [])),
  ];
  for (const { span, inner } of raw.emphases) {
    holes.push({ start: span.start, end: inner.start }, { start: inner.end, end: span.end });
  }
  const linkTexts: Span[] = [];
  for (const { kind, span, text } of raw.links) {
    if (kind === "inline" || kind === "reference") {
      holes.push({ start: span.start, end: text.start }, { start: text.end, end: span.end });
      linkTexts.push(text);
    } else holes.push(span);
  }
  holes.sort((a, b) => a.start - b.start || a.end - b.end);

  const blocks: { span: Span; zone: Zone }[] = [
    ...raw.paragraphs.map(({ span }) => ({ span, zone: "body" as const })),
    ...raw.headings.map(({ content }) => ({ span: content, zone: "heading" as const })),
    ...raw.tables.flatMap(({ rows }) => rows.flat().map((span) => ({ span, zone: "table" as const }))),
  ];
  blocks.sort(bySpan);

  const prose: Prose[] = [];
  let hole = 0;
  let link = 0;
  for (const { span, zone } of blocks) {
    let at = span.start;
    while (hole < holes.length && (holes[hole] as Span).end <= at) hole++;
    for (let i = hole; at < span.end; i++) {
      const next = holes[i];
      const end = Math.min(next?.start ?? span.end, span.end);
      if (end > at) {
        while (link < linkTexts.length && (linkTexts[link] as Span).end <= at) link++;
        const text = linkTexts[link];
        const inLink = text !== undefined && text.start <= at && end <= text.end;
        prose.push({ span: { start: at, end }, zone: inLink ? "link" : zone });
      }
      if (!next || next.start >= span.end) break;
      at = Math.max(at, next.end);
    }
  }
  return prose;
}

/** A `**Label**` counts as a field where nothing but a container's prefix, a task box or a `|` stands before it on its line. */
export function findFields(text: string, raw: Pick<RawFacts, "emphases" | "paragraphs">): Field[] {
  const found: FoundField[] = [];
  let block = 0;
  let lineStart = 0;
  let lineEnd = -1;
  for (const emphasis of raw.emphases) {
    if (!emphasis.strong) continue;
    const { start } = emphasis.span;
    while ((raw.paragraphs[block]?.span.end ?? Number.POSITIVE_INFINITY) < emphasis.span.end) block++;
    const paragraph = raw.paragraphs[block];
    if (!paragraph || paragraph.span.start > start) continue;
    while (lineEnd < start) {
      lineStart = lineEnd + 1;
      lineEnd = text.indexOf("\n", lineStart);
      if (lineEnd < 0) lineEnd = text.length;
    }
    const from = Math.max(lineStart, paragraph.span.start);
    const previous = found.at(-1);
    const starts =
      previous && previous.span.start >= from
        ? text[backOverSpaces(text, start, previous.valueStart) - 1] === "|"
        : startsLine(text, start, from);
    const field = starts ? fieldLabel(text, emphasis) : undefined;
    if (field) found.push(field);
  }
  return found.map((field, i) => {
    const next = found[i + 1];
    // Up to the next field, if that is on the same line: fields may be many on one line.
    const end = endOfLine(text, field.valueStart, next ? next.span.start : text.length);
    const value = trim(
      text,
      field.valueStart,
      next && end === next.span.start ? text.lastIndexOf("|", end) : end,
    );
    return {
      span: { start: field.span.start, end: value.end },
      label: field.label,
      labelSpan: field.labelSpan,
      value,
    };
  });
}

interface FoundField {
  readonly span: Span;
  readonly label: string;
  readonly labelSpan: Span;
  readonly valueStart: number;
}

/** Where the spaces and tabs before `at` begin, not before `from`. */
function backOverSpaces(text: string, at: number, from: number): number {
  while (at > from && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
  return at;
}

/** Whether nothing but a container's prefix and a task box stands between `from` and `at`. */
function startsLine(text: string, at: number, from: number): boolean {
  let i = backOverSpaces(text, at, from);
  if (i < at && i - 3 >= from && text[i - 1] === "]" && text[i - 3] === "[") i -= 3;
  while (i > from && (text[i - 1] === " " || text[i - 1] === "\t" || text[i - 1] === ">")) i--;
  return i === from;
}

function fieldLabel(text: string, { span, inner }: Emphasis): FoundField | undefined {
  if (inner.end - inner.start > 60) return undefined;
  const raw = text.slice(inner.start, inner.end);
  const inside = /[:：]$/.test(raw);
  const after = /^[ \t]?[:：]/.exec(text.slice(span.end, span.end + 2));
  if ((!inside && !after) || raw.includes("\n")) return undefined;
  const labelSpan = trim(text, inner.start, inner.end - (inside ? 1 : 0));
  const label = text.slice(labelSpan.start, labelSpan.end);
  return label
    ? { span, label, labelSpan, valueStart: inside ? span.end : span.end + (after?.[0].length ?? 0) }
    : undefined;
}

function endOfLine(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return limit;
}

function trim(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

const ATTRIBUTE = /\s(?:id|name)\s*=\s*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'<>`]{1,200}))/g;

/** Targets of fragments in HTML and behind headings. */
export function findAnchors(text: string, raw: Pick<RawFacts, "html" | "headings">): Anchor[] {
  const anchors: Anchor[] = [];
  for (const { span } of raw.html) {
    const source = text.slice(span.start, span.end);
    if (source.startsWith("<!--") || source.startsWith("{")) continue;
    for (const match of source.matchAll(ATTRIBUTE)) {
      const start = span.start + match.index + 1;
      const name = ownCopy(match[1] ?? match[2] ?? (match[3] as string));
      anchors.push({ span: { start, end: start + match[0].length - 1 }, name });
    }
  }
  for (const { content } of raw.headings) {
    const match = /\{#([^}\s]{1,200})\}$/.exec(text.slice(content.start, content.end));
    if (match)
      anchors.push({
        span: { start: content.end - match[0].length, end: content.end },
        name: ownCopy(match[1] as string),
      });
  }
  return anchors.sort(bySpan);
}

const PRAGMA =
  /(?:<!--|\{\/\*)[ \t]*spec-glossary-(disable|enable)(-next-line|-line|-file)?(?:[ \t]([^>*]{0,500}?))?(?:-->|\*\/\})/g;

/** Switches for rules, in comments of HTML and of MDX. */
export function findPragmas(text: string, raw: Pick<RawFacts, "html">): Pragma[] {
  const pragmas: Pragma[] = [];
  for (const { span } of raw.html) {
    for (const match of text.slice(span.start, span.end).matchAll(PRAGMA)) {
      const start = span.start + match.index;
      pragmas.push({
        span: { start, end: start + match[0].length },
        form: `${match[1]}${match[2] ?? ""}` as Pragma["form"],
        rules: (match[3] ?? "").split(/[\s,]+/).filter(Boolean),
      });
    }
  }
  return pragmas;
}
