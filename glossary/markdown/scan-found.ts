/** What the block pass finds, as flat numbers: most of it is never asked for, so nothing is made of it here. */
import { isDigit, isLineEnd, OPEN_SQUARE, skipBlanks, trimmedEnd } from "./scan-chars.ts";
import { type Content, join, sourceOffset } from "./scan-content.ts";
import { definitionEnd, found } from "./scan-links.ts";

/** How many numbers each record takes in the lists of `Found`. */
export const HEADING = 4; // start, end, depth, leaf or -1
export const PARAGRAPH = 3; // start, end, depth
export const ITEM = 6; // start, marker end, end, depth, lead start or -1, lead end
export const CODE = 6; // start, end, fenced, info start or -1, info end, closed
export const TABLE = 5; // start, end, depth, from row, to row
export const QUOTE = 3; // start, end, depth
export const LEAF = 5; // start, end, kind, from line, to line; the lines only where they have prefixes

const TEXT_LEAF = 0;
export const HEADING_LEAF = 1;
/** A paragraph that begins an item: a task box may stand there. */
export const ITEM_LEAF = 2;
/** A row of a table. */
export const ROW_LEAF = 3;

export interface FoundDefinition {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly label: string;
  readonly destinationStart: number;
  readonly destinationEnd: number;
  /** As written, without `<>`. */
  readonly destination: string;
}

const QUOTE_MARK = -1;
const INITIAL_BLANK = 1;
const FURTHER_BLANK = 2;

/** The lists, and the containers that are open while they are filled. */
export class Found {
  readonly text: string;
  readonly headings: number[] = [];
  readonly paragraphs: number[] = [];
  readonly items: number[] = [];
  readonly codes: number[] = [];
  readonly tables: number[] = [];
  readonly rows: number[] = [];
  readonly html: number[] = [];
  readonly quotes: number[] = [];
  readonly leaves: number[] = [];
  readonly lines: number[] = [];
  readonly definitions: FoundDefinition[] = [];
  /** Why another reader should be asked; "" where there is no reason. */
  doubt = "";
  /** Whether it is beyond every reader. */
  hopeless = false;

  depth = 0;
  /** Of each open container: the item's marker character or `QUOTE_MARK`, its record, where its last block ends… */
  private markers: number[] = [];
  private delimiters: number[] = [];
  private records: number[] = [];
  private lastEnds: number[] = [];
  private blockCounts: number[] = [];
  private indents: number[] = [];
  private blanks: number[] = [];
  private markerLines: number[] = [];

  /** The open paragraph's lines, as start and end; whether the text between them is theirs alone. */
  private openLines: number[] = [];
  private openCount = 0;
  private contiguous = true;
  private paragraphLine = 0;
  private tableRow = 0;

  constructor(text: string) {
    this.text = text;
  }

  unsure(why: string): void {
    this.doubt ||= why;
  }

  beyond(): void {
    this.doubt ||= "depth";
    this.hopeless = true;
  }

  isQuote(container: number): boolean {
    return this.markers[container] === QUOTE_MARK;
  }

  contentIndent(container: number): number {
    return this.indents[container] as number;
  }

  /** An item may begin with at most one blank line (CommonMark 5.2, third rule). */
  blankInItem(container: number): void {
    if (this.blanks[container] === INITIAL_BLANK) this.blanks[container] = FURTHER_BLANK;
  }

  /** Asked for a line with text: whether the item may have it, if indented enough. */
  goesOn(container: number): boolean {
    const goesOn = this.blanks[container] !== FURTHER_BLANK;
    this.blanks[container] = 0;
    return goesOn;
  }

  sameList(container: number, marker: number, delimiter: number): boolean {
    const own = this.markers[container] as number;
    return isDigit(own)
      ? isDigit(marker) && this.delimiters[container] === delimiter
      : !isDigit(marker) && own === marker;
  }

  openQuote(start: number): void {
    this.pushContainer(QUOTE_MARK, 0, this.quotes.length, start + 1, 0, 0, 0);
    this.quotes.push(start, start + 1, this.depth - 1);
  }

  openItem(
    start: number,
    markerEnd: number,
    indent: number,
    marker: number,
    delimiter: number,
    blank: boolean,
    line: number,
  ): void {
    const flags = blank ? INITIAL_BLANK : 0;
    this.pushContainer(marker, delimiter, this.items.length, markerEnd, indent, flags, line);
    this.items.push(start, markerEnd, markerEnd, this.depth - 1, -1, -1);
  }

  private pushContainer(
    marker: number,
    delimiter: number,
    record: number,
    end: number,
    indent: number,
    blank: number,
    line: number,
  ): void {
    const at = this.depth;
    if (at > 0) (this.blockCounts[at - 1] as number)++;
    this.markers[at] = marker;
    this.delimiters[at] = delimiter;
    this.records[at] = record;
    this.lastEnds[at] = end;
    this.blockCounts[at] = 0;
    this.indents[at] = indent;
    this.blanks[at] = blank;
    this.markerLines[at] = line;
    this.depth++;
  }

  /** Closes the containers deeper than `depth`. */
  closeTo(depth: number): void {
    while (this.depth > depth) {
      const at = --this.depth;
      const end = this.lastEnds[at] as number;
      const record = this.records[at] as number;
      if (this.markers[at] === QUOTE_MARK) this.quotes[record + 1] = end;
      else this.items[record + 2] = end;
      if (at > 0 && end > (this.lastEnds[at - 1] as number)) this.lastEnds[at - 1] = end;
    }
  }

  /** A block of the innermost container ends here. */
  private endBlock(end: number): void {
    const at = this.depth - 1;
    if (at < 0) return;
    (this.blockCounts[at] as number)++;
    if (end > (this.lastEnds[at] as number)) this.lastEnds[at] = end;
  }

  openParagraph(start: number, end: number, lineStart: number): void {
    this.openLines[0] = start;
    this.openLines[1] = end;
    this.openCount = 2;
    this.contiguous = true;
    this.paragraphLine = lineStart;
  }

  /** `contiguous`: nothing but spaces stands before it on its line. */
  addLine(start: number, end: number, contiguous: boolean): void {
    this.openLines[this.openCount++] = start;
    this.openLines[this.openCount++] = end;
    if (!contiguous) this.contiguous = false;
  }

  /** Whether the open paragraph has any. */
  hasLines(): boolean {
    return this.openCount > 0;
  }

  lastLineStart(): number {
    return this.openLines[this.openCount - 2] as number;
  }

  lastLineEnd(): number {
    return this.openLines[this.openCount - 1] as number;
  }

  dropLastLine(): void {
    this.openCount -= 2;
  }

  /** Ends the open paragraph, or makes a heading of it. False where nothing but definitions was in it. */
  closeParagraph(headingDepth: number, headingEnd: number): boolean {
    const lines = this.openLines;
    if (this.openCount === 0) return false;
    const first = (this.depth > 0 && (this.blockCounts[this.depth - 1] as number)) === 0;
    if (this.text.charCodeAt(lines[0] as number) === OPEN_SQUARE) this.readDefinitions();
    if (this.openCount === 0) return false;
    const start = lines[0] as number;
    const end = trimmedEnd(this.text, start, lines[this.openCount - 1] as number);
    const heading = headingDepth > 0;
    const kind = heading ? HEADING_LEAF : first && !this.isQuote(this.depth - 1) ? ITEM_LEAF : TEXT_LEAF;
    if (heading) {
      const headEnd = trimmedEnd(this.text, end, headingEnd);
      this.headings.push(start, headEnd, headingDepth, this.leaves.length);
      this.endBlock(headEnd);
    } else {
      this.paragraphs.push(start, end, this.depth);
      if (kind === ITEM_LEAF) this.lead(start, end);
      this.endBlock(end);
    }
    const from = this.lines.length;
    if (!this.contiguous) {
      for (let i = 0; i < this.openCount && this.openCount > 2; i++) this.lines.push(lines[i] as number);
    }
    this.leaves.push(start, end, kind, from, this.lines.length);
    this.openCount = 0;
    return true;
  }

  private lead(start: number, end: number): void {
    const at = this.depth - 1;
    if (this.markerLines[at] !== this.paragraphLine || (this.blockCounts[at] as number) > 0) return;
    const record = this.records[at] as number;
    this.items[record + 4] = start;
    this.items[record + 5] = end;
  }

  /** Link reference definitions (CommonMark 4.7) at the start of the open paragraph. */
  private readDefinitions(): void {
    const lines = this.openLines;
    const content: Content =
      this.contiguous || this.openCount === 2
        ? {
            text: this.text,
            start: lines[0] as number,
            end: lines[this.openCount - 1] as number,
            starts: undefined,
            sources: undefined,
          }
        : join(this.text, lines, 0, this.openCount);
    const { text, end } = content;
    let at = content.start;
    while (at < end && text.charCodeAt(at) === OPEN_SQUARE) {
      const after = definitionEnd(text, at, end);
      if (after < 0) break;
      const angled = text.charCodeAt(found.start) === 60 ? 1 : 0;
      const definition = {
        start: sourceOffset(content, at),
        end: sourceOffset(content, after),
        label: text.slice(found.labelStart, found.labelEnd),
        destinationStart: sourceOffset(content, found.start + angled),
        destinationEnd: sourceOffset(content, found.end - angled),
        destination: text.slice(found.start + angled, found.end - angled),
      };
      this.definitions.push(definition);
      this.endBlock(definition.end);
      at = after;
      while (at < end && !isLineEnd(text.charCodeAt(at))) at++;
      at = skipBlanks(text, at, end);
    }
    if (found.doubtful) {
      found.doubtful = false;
      this.unsure("long label");
    }
    if (at === content.start) return;
    const start = at < end ? sourceOffset(content, at) : Number.POSITIVE_INFINITY;
    let kept = 0;
    while (kept < this.openCount && (lines[kept] as number) < start) kept += 2;
    lines.splice(0, kept);
    this.openCount -= kept;
  }

  atxHeading(start: number, end: number, depth: number, contentStart: number, contentEnd: number): void {
    const empty = contentEnd <= contentStart;
    this.headings.push(start, end, depth, empty ? -1 : this.leaves.length);
    if (!empty) this.leaves.push(contentStart, contentEnd, HEADING_LEAF, 0, 0);
    this.endBlock(end);
  }

  thematicBreak(start: number, lineEnd: number): void {
    this.endBlock(trimmedEnd(this.text, start, lineEnd));
  }

  code(
    start: number,
    lineEnd: number,
    fenced: boolean,
    infoStart: number,
    infoEnd: number,
    closed: boolean,
  ): void {
    const end = trimmedEnd(this.text, start, lineEnd);
    const info = infoEnd > infoStart;
    this.codes.push(start, end, fenced ? 1 : 0, info ? infoStart : -1, infoEnd, closed ? 1 : 0);
    this.endBlock(end);
  }

  htmlBlock(start: number, lineEnd: number): void {
    const end = trimmedEnd(this.text, start, lineEnd);
    this.html.push(start, end);
    this.endBlock(end);
  }

  openTable(start: number, end: number): void {
    this.tableRow = this.rows.length;
    this.addRow(start, end);
  }

  addRow(start: number, end: number): void {
    this.leaves.push(start, end, ROW_LEAF, 0, 0);
    this.rows.push(start, end);
  }

  closeTable(start: number, lineEnd: number): void {
    const end = trimmedEnd(this.text, start, lineEnd);
    this.tables.push(start, end, this.depth, this.tableRow, this.rows.length);
    this.endBlock(end);
  }
}
