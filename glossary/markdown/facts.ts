/**
 * The vocabulary between the Markdown readers and everything else: plain data with spans.
 *
 * All spans are UTF-16 offsets. A reader gives them relative to its section, `Page.facts` relative to the
 * file. Each list is sorted by start. What a reader gives is `RawFacts`; `derive` adds what follows from
 * them and the text, so that two readers which agree on `RawFacts` agree on everything.
 */
import type { Span } from "../text/span.ts";

/** ATX (CommonMark 4.2) or setext heading (4.3). */
export interface Heading {
  readonly span: Span;
  readonly depth: number;
  /** The inline content, without markers and trailing hashes; empty for an empty heading. */
  readonly content: Span;
  /** The content as plain text: markup dropped, escapes and character references decoded. */
  readonly text: string;
}

/** A paragraph (4.8). The span runs from its first to its last character, without indentation or line end. */
export interface Paragraph {
  readonly span: Span;
  /** How many block quotes, list items and footnotes it stands in; 0 at the root. */
  readonly depth: number;
}

/** A list item (5.2). */
export interface Item {
  /** From the marker to the end of its last block. */
  readonly span: Span;
  /** How many block quotes, list items and footnotes it stands in; 0 for an item of a root list. */
  readonly depth: number;
  readonly ordered: boolean;
  /** The marker itself: `-`, `*`, `+`, `1.`, `1)`. */
  readonly marker: Span;
  /** Its first paragraph, where that begins on the marker's line; without the task box. */
  readonly lead: Span | undefined;
}

/** Fenced (4.5) or indented (4.4) code. */
export interface Code {
  readonly span: Span;
  readonly fenced: boolean;
  /** The info string, trimmed, as written; `undefined` when there is none. */
  readonly info: Span | undefined;
  /** False for a fence that runs to the end of its container without a closing line. */
  readonly closed: boolean;
}

/** A GFM table. Cells are without their padding; an empty cell is an empty span. */
export interface Table {
  readonly span: Span;
  readonly depth: number;
  /** Header first. Rows may have more or fewer cells than the header. */
  readonly rows: readonly (readonly Span[])[];
}

/** An HTML block (4.6), or inline HTML (6.6). */
export interface Html {
  readonly span: Span;
  readonly inline: boolean;
}

/** A block quote (5.1). */
export interface Quote {
  readonly span: Span;
  readonly depth: number;
}

export type LinkKind = "inline" | "reference" | "autolink" | "image" | "image-reference" | "footnote";

/** A link (6.3), image (6.4), autolink (6.5 and GFM literal) or footnote call. */
export interface Link {
  readonly span: Span;
  readonly kind: LinkKind;
  /** Between the brackets; the whole span without `<>` for autolinks. */
  readonly text: Span;
  /** The destination as written, without `<>`; `undefined` for references and footnotes. */
  readonly destination: Span | undefined;
  /** The destination with escapes and character references decoded; "" for references and footnotes. */
  readonly url: string;
  /** The normalised label of a reference or footnote (4.7), else "". */
  readonly label: string;
}

/** A link reference definition (4.7), or the marker `[^label]:` of a footnote: its label begins with `^`. */
export interface Definition {
  readonly span: Span;
  /** Normalised: case folded, white space collapsed. */
  readonly label: string;
  readonly destination: Span;
  readonly url: string;
}

/** Emphasis or strong emphasis (6.2); `inner` is without the markers. */
export interface Emphasis {
  readonly span: Span;
  readonly inner: Span;
  readonly strong: boolean;
}

/** What a reader finds. */
export interface RawFacts {
  readonly headings: readonly Heading[];
  readonly paragraphs: readonly Paragraph[];
  readonly items: readonly Item[];
  readonly codes: readonly Code[];
  readonly tables: readonly Table[];
  readonly html: readonly Html[];
  readonly quotes: readonly Quote[];
  readonly links: readonly Link[];
  readonly definitions: readonly Definition[];
  readonly emphases: readonly Emphasis[];
  /** Inline code (6.1), markers included. */
  readonly codeSpans: readonly Span[];
  /** Backslash escapes (2.4) and character references (2.5) in running text: source that is not what it shows. */
  readonly escapes: readonly Span[];
}

export type Zone = "body" | "heading" | "table" | "link";

/** Running text whose source is exactly what the reader sees; may cross line ends within its block. */
export interface Prose {
  readonly span: Span;
  readonly zone: Zone;
}

/** A task box at the start of a list item: `[ ]`, `[x]`, and the ones people write besides: `[~]`, `[-]`, `[/]`, `[>]`. */
export interface TaskBox {
  /** The brackets and what is between them. */
  readonly span: Span;
  readonly state: string;
}

/** `**Label**: value` or `**Label:** value`, at the start of a line or after a `|`. */
export interface Field {
  readonly span: Span;
  readonly label: string;
  /** The label without markers and colon. */
  readonly labelSpan: Span;
  /** To the end of the line or the next `|` field, trimmed; empty where nothing follows. */
  readonly value: Span;
}

/** A target for `#fragment` besides headings: `<a id="x">`, `<a name="x">`, `{#x}` after a heading. */
export interface Anchor {
  readonly span: Span;
  readonly name: string;
}

/** `<!-- spec-glossary-disable-next-line rule, rule -->` and its other forms. */
export interface Pragma {
  readonly span: Span;
  readonly form: "disable" | "enable" | "disable-next-line" | "disable-line" | "disable-file";
  /** The rules named; empty means all. */
  readonly rules: readonly string[];
}

/** All that rules, sources and features know about a piece of Markdown. */
export interface Facts extends RawFacts {
  readonly prose: readonly Prose[];
  readonly boxes: readonly TaskBox[];
  readonly fields: readonly Field[];
  readonly anchors: readonly Anchor[];
  readonly pragmas: readonly Pragma[];
}

/** A piece of a file that can be read by itself (see split.ts). */
export interface Section {
  /** Where it starts in the file. */
  readonly start: number;
  readonly length: number;
  /** Spans are relative to `start`. */
  readonly facts: Facts;
}

/** What a section needs to know of the rest of its page. */
export interface ReadEnv {
  /**
   * Labels that other sections of the page define and this one mentions, as normalised, sorted. Those of footnotes
   * begin with `^`; that of a link which happens to begin so, too, has a space behind it.
   */
  readonly labels: readonly string[];
  /** True for a section that does not begin its file: U+FEFF at its start is a character like others. */
  readonly inside?: boolean;
}

/**
 * Reads one section (see split.ts) of a Markdown file. A pure function of its arguments: the result may be
 * kept for the same text and labels. Never throws; `sure` is false where the reader knows that
 * another one should be asked.
 */
export type Reader = (section: string, env: ReadEnv) => Reading;

export interface Reading {
  readonly facts: Facts;
  readonly sure: boolean;
  /** True where no other reader could tell better in reasonable time. */
  readonly hopeless?: boolean;
}
