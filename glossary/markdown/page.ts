/** A file as sections of facts. Sections are remembered by content, so an edit reads only what it changed. */
import { hash } from "../text/hash.ts";
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

/** Readings by the hash of the section's text and labels. */
export type SectionMemo = Map<string, Facts>;

/**
 * Reads a file section by section. `readers` are asked in turn until one is sure; the last one always is.
 * Never throws.
 */
export function readSections(text: string, readers: readonly Reader[], memo: SectionMemo): Sections {
  const { matter, starts } = split(text);
  const pieces = starts.map((start, i) => ({ start, text: text.slice(start, starts[i + 1] ?? text.length) }));
  // Only behind front matter can a section that is not the first thing begin with U+FEFF.
  const inside = matter !== undefined && pieces[0]?.text.startsWith("\ufeff") === true;
  const first = pieces.map((piece, i) => readOne(piece.text, env([], inside && i === 0), readers, memo));

  // Labels are defined anywhere in a file and used anywhere: sections that mention one are read again with it.
  const owners = new Map<string, number>();
  for (const [i, facts] of first.entries())
    for (const label of labelsOf(facts)) if (!owners.has(label)) owners.set(label, i);
  const sections = pieces.map((piece, i): Section => {
    let facts = first[i] as Facts;
    if (owners.size > 0) {
      const labels = mentioned(piece.text, owners, i);
      if (labels.length > 0) facts = readOne(piece.text, env(labels, inside && i === 0), readers, memo);
    }
    return { start: piece.start, length: piece.text.length, facts };
  });
  return { matter, sections };
}

function env(labels: readonly string[], inside: boolean): ReadEnv {
  return inside ? { labels, inside } : { labels };
}

function readOne(text: string, env: ReadEnv, readers: readonly Reader[], memo: SectionMemo): Facts {
  const key = `${hash(text)}:${text.length}:${env.inside ? "inside" : ""}:${env.labels.join("\n")}`;
  const known = memo.get(key);
  if (known) return known;
  const facts = askReaders(text, env, readers);
  memo.set(key, facts);
  return facts;
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

/** Labels of other sections between brackets in `text`. May name too many: a label without a use changes nothing. */
function mentioned(text: string, owners: ReadonlyMap<string, number>, section: number): string[] {
  const labels = new Set<string>();
  for (const match of text.matchAll(/\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g)) {
    const label = normalizeLabel(match[1] as string);
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
export function readFile(text: string, readers: readonly Reader[]): FileFacts {
  const { matter, start } = splitMatter(text);
  const facts = scanFile(text, start);
  return { matter, facts: facts ?? absoluteFacts(readSections(text, readers, new Map())) };
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
