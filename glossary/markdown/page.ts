/** A file as sections of facts. Sections are remembered, so an edit reads only what it changed. */
import { ownCopy } from "../text/ownCopy.ts";
import type { Span } from "../text/span.ts";
import { normalizeLabel } from "./escapes.ts";
import type { Facts, ReadEnv, Reader, Section } from "./facts.ts";
import { joined } from "./joined.ts";
import { scanFile } from "./scan.ts";
import { split, splitMatter } from "./split.ts";

/** The parts of a read file. `matter` includes its fences. */
export interface Sections {
  readonly matter: Span | undefined;
  readonly sections: readonly Section[];
}

/** A file's front matter, with its fences, and its facts, with spans relative to the file. */
export interface FileFacts {
  readonly matter: Span | undefined;
  readonly facts: Facts;
}

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly inside: boolean;
}

/** A section as it was last read: on its own, and with the labels that it uses of others. */
interface Reading {
  readonly text: string;
  readonly inside: boolean;
  readonly alone: Facts;
  readonly labels: string;
  readonly facts: Facts;
}

/** The sections of a file as it was last read. Of its earlier states nothing is kept. */
export class SectionMemo {
  readings: readonly Reading[] = [];
}

/**
 * Reads a file section by section. `readers` are asked in turn until one is sure; the last one always is.
 * `mdx`: they are those of MDX. Never throws.
 */
export function readSections(
  text: string,
  readers: readonly Reader[],
  memo: SectionMemo = new SectionMemo(),
  mdx = false,
): Sections {
  const { matter, starts } = split(text, mdx);
  const pieces = starts.map((start, i): Piece => {
    const piece = text.slice(start, starts[i + 1] ?? text.length);
    // Only behind front matter can a section that is not the first thing begin with U+FEFF.
    return { start, text: piece, inside: i === 0 && matter !== undefined && piece.startsWith("\ufeff") };
  });
  const known = aligned(pieces, memo.readings);
  const first = pieces.map(({ text, inside }, i): Reading => {
    const before = known(i);
    if (before) return before;
    // A piece of a document would keep all of it.
    const own = ownCopy(text);
    const alone = askReaders(own, env([], inside), readers);
    return { text: own, inside, alone, labels: "", facts: alone };
  });

  // Labels are defined anywhere in a file and used anywhere: sections that mention one are read again with it.
  const owners = new Map<string, number>();
  for (const [i, { alone }] of first.entries())
    for (const label of labelsOf(alone)) if (!owners.has(label)) owners.set(label, i);
  memo.readings = first.map((reading, i): Reading => {
    const used = owners.size > 0 ? mentioned(reading.text, owners, i) : [];
    const labels = used.join("\n");
    if (labels === reading.labels) return reading;
    const facts =
      labels === "" ? reading.alone : askReaders(reading.text, env(used, reading.inside), readers);
    return { ...reading, labels, facts };
  });
  const sections = pieces.map(({ start, text }, i): Section => {
    const { facts } = memo.readings[i] as Reading;
    return { start, length: text.length, facts };
  });
  return { matter, sections };
}

/** The readings that still hold: an edit leaves those before it and behind it. */
function aligned(
  pieces: readonly Piece[],
  readings: readonly Reading[],
): (piece: number) => Reading | undefined {
  const same = (piece: number, reading: number) => {
    const now = pieces[piece];
    const before = readings[reading];
    return now && before && now.text === before.text && now.inside === before.inside;
  };
  const most = Math.min(pieces.length, readings.length);
  const more = readings.length - pieces.length;
  let front = 0;
  while (front < most && same(front, front)) front++;
  let back = pieces.length;
  while (pieces.length - back < most - front && same(back - 1, back - 1 + more)) back--;
  return (piece) => (piece < front ? readings[piece] : piece >= back ? readings[piece + more] : undefined);
}

function env(labels: readonly string[], inside: boolean): ReadEnv {
  return inside ? { labels, inside } : { labels };
}

/** Longer sections are left to the first reader: remark takes quadratic time or overflows on some. */
const LONGEST_FOR_ALL = 20_000;

function askReaders(text: string, env: ReadEnv, readers: readonly Reader[]): Facts {
  let best: Facts | undefined;
  for (const reader of readers) {
    if (best && text.length > LONGEST_FOR_ALL) break;
    try {
      const { facts, sure, hopeless } = reader(text, env);
      best = facts;
      if (sure || hopeless) break;
    } catch {
      // A stack overflow in remark: what the reader before it found must do.
    }
  }
  return best ?? EMPTY;
}

/** The labels a section defines. Those of links that look like those of footnotes end with a space. */
function labelsOf(facts: Facts): string[] {
  return facts.definitions.map(({ label, span, destination }) => {
    const footnote = destination.start === span.end;
    return label.startsWith("^") && !footnote ? `${label} ` : label;
  });
}

/** In UTF-16 units; CommonMark 0.31.2, section 4.7. */
const LONGEST_LABEL = 999;

/** Labels of other sections between brackets in `text`. May name too many: a label without a use changes nothing. */
function mentioned(text: string, owners: ReadonlyMap<string, number>, section: number): string[] {
  const labels = new Set<string>();
  let open: number | undefined;
  for (const { 0: mark, index } of text.matchAll(/\\[\s\S]|[[\]]/g)) {
    const start = open;
    if (mark.length === 1) open = mark === "[" ? index + 1 : undefined;
    if (mark !== "]" || start === undefined || index - start > LONGEST_LABEL) continue;
    const label = normalizeLabel(text.slice(start, index));
    for (const one of label.startsWith("^") ? [label, `${label} `] : [label]) {
      const owner = owners.get(one);
      if (owner !== undefined && owner !== section) labels.add(one);
    }
  }
  return [...labels].sort();
}

/**
 * Reads a whole file for the index, without looking for sections: the same facts, made as they are asked for.
 * They keep the text, so what is to stay must be taken from them. Never throws.
 */
export function readFile(text: string, readers: readonly Reader[], mdx = false): FileFacts {
  if (mdx) {
    const read = readSections(text, readers, undefined, true);
    return { matter: read.matter, facts: absoluteFacts(read) };
  }
  const { matter, start } = splitMatter(text);
  const facts = scanFile(text, start);
  return { matter, facts: facts ?? absoluteFacts(readSections(text, readers)) };
}

/** All facts of a file with spans relative to the file. */
export function absoluteFacts({ sections }: Sections): Facts {
  const [only] = sections;
  return sections.length === 1 && only?.start === 0 ? only.facts : joined(sections);
}

export const EMPTY: Facts = {
  headings: [],
  paragraphs: [],
  items: [],
  codes: [],
  tables: [],
  html: [],
  quotes: [],
  links: [],
  definitions: [],
  emphases: [],
  codeSpans: [],
  escapes: [],
  prose: [],
  boxes: [],
  fields: [],
  anchors: [],
  pragmas: [],
};
