/** What the scanner knows of a text, as facts that are made when they are first asked for. */

import { ownCopy } from "../text/ownCopy.ts";
import { bySpan, type Span } from "../text/span.ts";
import { findAnchors, findBoxes, findFields, findPragmas, findProse } from "./derive.ts";
import { isFootnoteLabel, normalizeLabel } from "./escapes.ts";
import type {
  Anchor,
  Code,
  Definition,
  Emphasis,
  Facts,
  Field,
  Heading,
  Html,
  Item,
  Link,
  Paragraph,
  Pragma,
  Prose,
  Quote,
  RawFacts,
  Table,
  TaskBox,
} from "./facts.ts";
import { InlineScanner } from "./inline.ts";
import { endsOf, type From, unchanged } from "./inline-facts.ts";
import { oneLine, plainText } from "./inline-plain.ts";
import { Triggers } from "./inline-triggers.ts";
import { type Content, join } from "./scan-content.ts";
import { type Found, HEADING_LEAF, ITEM_LEAF, LEAF, ROW_LEAF } from "./scan-found.ts";
import { eachCell } from "./scan-lines.ts";
import {
  codesOf,
  definitionsOf,
  headingsOf,
  htmlOf,
  itemsOf,
  paragraphsOf,
  quotesOf,
  tablesOf,
} from "./scan-records.ts";

/**
 * Facts from what the block pass found. Links, HTML and the texts of headings are read at once; emphasis, code
 * spans, escapes and all that rests on them only if asked for. Keeps the text.
 */
export class ScannedFacts implements Facts {
  /** Why another reader should be asked; "" where there is no reason. */
  readonly doubt: string;
  /** Whether it is beyond every reader. */
  readonly hopeless: boolean;
  readonly #text: string;
  readonly #found: Found;
  readonly #labels: Set<string>;
  readonly #made: { -readonly [K in keyof Facts]?: Facts[K] } = {};
  #leaves: Leaves;
  #all: boolean;

  /** `text` is what `found` was found in; `labels` are those defined elsewhere, normalised. */
  constructor(text: string, found: Found, labels: readonly string[], all: boolean) {
    this.#text = text;
    this.#found = found;
    this.#labels = new Set(labels.map((label) => label.replace(/ $/, "")));
    // Labels of footnotes begin so; the other reader knows more about those.
    if (labels.some(isFootnoteLabel) && text.includes("[^")) found.unsure("footnote call");
    for (const { label } of found.definitions) this.#labels.add(normalizeLabel(label));
    this.#all = all;
    this.#leaves = readLeaves(found, this.#labels, all);
    this.hopeless = found.hopeless || this.#leaves.inline.hopeless;
    this.doubt = found.doubt || this.#leaves.inline.doubt;
  }

  /** The inline facts, of all kinds. */
  #inline() {
    if (!this.#all) {
      this.#all = true;
      this.#leaves = readLeaves(this.#found, this.#labels, true);
    }
    return this.#leaves.inline.facts;
  }

  get headings(): readonly Heading[] {
    this.#made.headings ??= headingsOf(this.#found, this.#leaves.texts);
    return this.#made.headings;
  }

  get paragraphs(): readonly Paragraph[] {
    this.#made.paragraphs ??= paragraphsOf(this.#found);
    return this.#made.paragraphs;
  }

  get items(): readonly Item[] {
    this.#made.items ??= itemsOf(this.#found);
    return this.#made.items;
  }

  get codes(): readonly Code[] {
    this.#made.codes ??= codesOf(this.#found);
    return this.#made.codes;
  }

  get tables(): readonly Table[] {
    this.#made.tables ??= tablesOf(this.#found);
    return this.#made.tables;
  }

  get html(): readonly Html[] {
    this.#made.html ??= [...htmlOf(this.#found), ...this.#leaves.inline.facts.html].sort(bySpan);
    return this.#made.html;
  }

  get quotes(): readonly Quote[] {
    this.#made.quotes ??= quotesOf(this.#found);
    return this.#made.quotes;
  }

  get links(): readonly Link[] {
    this.#made.links ??= this.#leaves.inline.facts.links.toSorted(bySpan);
    return this.#made.links;
  }

  get definitions(): readonly Definition[] {
    this.#made.definitions ??= definitionsOf(this.#found);
    return this.#made.definitions;
  }

  get emphases(): readonly Emphasis[] {
    this.#made.emphases ??= this.#inline().emphases.toSorted(bySpan);
    return this.#made.emphases;
  }

  get codeSpans(): readonly Span[] {
    return this.#inline().codeSpans;
  }

  get escapes(): readonly Span[] {
    return this.#inline().escapes;
  }

  get prose(): readonly Prose[] {
    this.#made.prose ??= findProse(this, this.boxes);
    return this.#made.prose;
  }

  get boxes(): readonly TaskBox[] {
    this.#made.boxes ??= findBoxes(this.#text, this.items);
    return this.#made.boxes;
  }

  get fields(): readonly Field[] {
    this.#made.fields ??= findFields(this.#text, this);
    return this.#made.fields;
  }

  get anchors(): readonly Anchor[] {
    this.#made.anchors ??= findAnchors(this.#text, this);
    return this.#made.anchors;
  }

  get pragmas(): readonly Pragma[] {
    this.#made.pragmas ??= findPragmas(this.#text, this);
    return this.#made.pragmas;
  }

  /** All of it, as plain data. */
  plain(): Facts {
    const { prose, boxes, fields, anchors, pragmas } = this;
    return { ...this.raw(), prose, boxes, fields, anchors, pragmas };
  }

  /** What a reader finds, as plain data, without what follows from it. */
  raw(): RawFacts {
    return {
      headings: this.headings,
      paragraphs: this.paragraphs,
      items: this.items,
      codes: this.codes,
      tables: this.tables,
      html: this.html,
      quotes: this.quotes,
      links: this.links,
      definitions: this.definitions,
      emphases: this.emphases,
      codeSpans: this.codeSpans,
      escapes: this.escapes,
    };
  }
}

interface Leaves {
  readonly inline: InlineScanner;
  /** The texts of headings, by the index of their leaf. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Reads all leaves for their inline content. Unless `all` is asked for, headings only give their text and links. */
function readLeaves(found: Found, labels: ReadonlySet<string>, all: boolean): Leaves {
  const { leaves, text } = found;
  const triggers = new Triggers(text);
  const inline = new InlineScanner(labels, triggers);
  const texts = new Map<number, string>();
  for (let i = 0; i < leaves.length; i += LEAF) {
    const start = leaves[i] as number;
    const end = leaves[i + 1] as number;
    const kind = leaves[i + 2] as number;
    if (kind === HEADING_LEAF) {
      const joined = (leaves[i + 3] as number) < (leaves[i + 4] as number);
      if (joined) inline.doubt ||= "heading across prefixed lines";
      else if (inline.isPlain(text, start, end)) {
        texts.set(i, ownCopy(oneLine(text.slice(start, end))));
        continue;
      }
      const content = contentOf(found, i);
      texts.set(i, ownCopy(headingText(inline, text, content, { start, end })));
    } else if (all ? !inline.isPlain(text, start, end) : triggers.within(start, end)) {
      if (kind === ROW_LEAF)
        eachCell(text, start, end, (from, to) => inline.read(part(text, from, to), all, false));
      else inline.read(contentOf(found, i), all, kind === ITEM_LEAF);
    }
  }
  return { inline, texts };
}

function part(text: string, start: number, end: number): Content {
  return { text, start, end, starts: undefined, sources: undefined };
}

function contentOf({ text, leaves, lines }: Found, leaf: number): Content {
  const from = leaves[leaf + 3] as number;
  const to = leaves[leaf + 4] as number;
  if (from < to) return join(text, lines, from, to);
  return part(text, leaves[leaf] as number, leaves[leaf + 1] as number);
}

function headingText(inline: InlineScanner, source: string, content: Content, span: Span): string {
  const from = endsOf(inline.facts);
  inline.read(content, true, false);
  return oneLine(shown(inline, source, content, span, from, false));
}

/** Images in images in headings are followed so far. */
const DEEPEST_IMAGE = 10;

/** What a piece of inline content shows; of images, what is between their brackets. */
function shown(
  inline: InlineScanner,
  source: string,
  content: Content,
  span: Span,
  from: From,
  withHtml: boolean,
  level = 0,
): string {
  if (unchanged(inline.facts, from)) return content.text.slice(content.start, content.end);
  const alternative = (text: Span) => {
    if (level >= DEEPEST_IMAGE) {
      inline.doubt ||= "images in images";
      inline.hopeless = true;
      return source.slice(text.start, text.end);
    }
    const nested = inline.nested();
    const none = endsOf(nested.facts);
    const inner = part(source, text.start, text.end);
    nested.read(inner, true, false);
    const result = shown(nested, source, inner, text, none, true, level + 1);
    if (nested.hopeless) {
      inline.doubt ||= nested.doubt;
      inline.hopeless = true;
    }
    return result;
  };
  return plainText(source, span, inline.facts, from, alternative, withHtml);
}
