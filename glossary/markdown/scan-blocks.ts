/**
 * The block pass of the scanner: containers and leaf blocks as flat numbers (CommonMark 3 to 5, GFM tables).
 * What a line means is decided in three steps, as in micromark's document tokenizer: which open containers go
 * on, which new ones start, and what the rest of the line is to the open leaf.
 */
import {
  CARET,
  CLOSE_SQUARE,
  COLON,
  CR,
  GREATER,
  isLineEnd,
  isSpace,
  nextLoneCr,
  OPEN_SQUARE,
  TILDE,
} from "./scan-chars.ts";
import { Found } from "./scan-found.ts";
import { FENCE, HTML, INDENTED, LeafScanner, PARAGRAPH, TABLE } from "./scan-leaves.ts";

/** Containers deeper than this are taken as text; no reader could tell better in reasonable time. */
const DEEPEST = 100;

/** For ASCII: whether a line that begins so may be anything else than text. */
const special = new Uint8Array(128);
for (const char of " \t\r\n#>-*+_=`~<|:[0123456789") special[char.charCodeAt(0)] = 1;

/** Reads the blocks of `text` from `start` to `end` into a new `Found`. `mdx`: without indented code and HTML. */
export function scanBlocks(text: string, start: number, end: number, mdx = false): Found {
  return new BlockScanner(text, end, mdx).run(start);
}

class BlockScanner extends LeafScanner {
  readonly end: number;
  constructor(text: string, end: number, mdx: boolean) {
    super(text, new Found(text), mdx);
    this.end = end;
  }

  run(start: number): Found {
    const { text, end, found } = this;
    let nextCr = nextLoneCr(text, start, end);
    let nextLf = -1;
    for (let at = start; at < end; ) {
      if (nextCr < at) nextCr = nextLoneCr(text, at, end);
      if (nextLf < at) {
        nextLf = text.indexOf("\n", at);
        if (nextLf < 0 || nextLf > end) nextLf = end;
      }
      let lineEnd = nextLf;
      let next = nextLf + 1;
      if (nextCr < lineEnd) {
        lineEnd = nextCr;
        next = nextCr + 1;
      } else if (lineEnd > at && lineEnd < end && text.charCodeAt(lineEnd - 1) === CR) lineEnd--;
      const first = text.charCodeAt(at);
      if (found.depth === 0 && at < lineEnd && (first > 127 || special[first] === 0))
        this.plainLine(at, lineEnd);
      else {
        this.begin(at, lineEnd);
        this.line(at);
      }
      at = this.leaf === FENCE && found.depth === 0 ? this.skipCode(next) : next;
    }
    this.closeLeaf();
    found.closeTo(0);
    return found;
  }

  /** In a fence of the root: the start of the next line that may close it. Adds the lines before to the code. */
  skipCode(from: number): number {
    const { text, end } = this;
    const fence = this.fenceMarker === TILDE ? "~~~" : "```";
    for (let at = text.indexOf(fence, from); at >= 0 && at < end; at = text.indexOf(fence, at + 1)) {
      let start = at;
      while (start > from && isSpace(text.charCodeAt(start - 1))) start--;
      if (start !== from && !isLineEnd(text.charCodeAt(start - 1))) continue;
      if (start > from) this.leafEnd = start - 1;
      return start;
    }
    this.leafEnd = end;
    return end;
  }

  /** A line of the root that begins with what can only be text. */
  plainLine(at: number, lineEnd: number): void {
    switch (this.leaf) {
      case PARAGRAPH:
        this.found.addLine(at, lineEnd, true);
        this.mayHead = true;
        return;
      case FENCE:
        this.leafEnd = lineEnd;
        return;
      case HTML:
        this.htmlLine(at, lineEnd, false);
        return;
      case TABLE:
        this.found.addRow(at, lineEnd);
        this.leafEnd = lineEnd;
        return;
      case INDENTED:
        this.closeLeaf();
    }
    this.openParagraph(at, lineEnd, at);
  }

  line(lineStart: number): void {
    const { found } = this;
    let interrupting = this.leaf === PARAGRAPH || this.leaf === INDENTED;
    let continued = 0;
    let sibling = false;
    while (continued < found.depth) {
      this.look();
      const blank = this.next >= this.lineEnd;
      if (found.isQuote(continued)) {
        if (blank || this.indent > this.mostIndent || this.text.charCodeAt(this.next) !== GREATER) break;
        this.consumeQuoteMarker();
      } else if (blank) {
        found.blankInItem(continued);
      } else if (found.goesOn(continued) && this.indent >= found.contentIndent(continued)) {
        this.consume(found.contentIndent(continued));
      } else if (this.startsSibling(continued)) {
        sibling = true;
        break;
      } else break;
      continued++;
    }
    if (sibling) {
      this.closeLeaf();
      found.closeTo(continued);
      this.openItem(lineStart);
      this.openContainers(lineStart, false);
      this.flow(lineStart);
      return;
    }
    const all = continued === found.depth;
    if (!(all && (this.leaf === FENCE || this.leaf === HTML))) {
      if (!all) interrupting = false;
      if (this.startsContainer(interrupting)) {
        this.closeLeaf();
        found.closeTo(continued);
        this.openContainers(lineStart, interrupting);
        this.flow(lineStart);
        return;
      }
    }
    if (!all) {
      this.look();
      // A paragraph may go on lazily (CommonMark 5.1); anything else ends with its container.
      if (this.leaf !== PARAGRAPH || !this.goesOnLazily(lineStart)) {
        const behindTable = this.leaf === TABLE;
        this.closeLeaf();
        found.closeTo(continued);
        this.flow(lineStart);
        // micromark does not look for more lines of code behind a line that was lazy,
        if (this.leaf === INDENTED) this.closeLeaf();
        // nor for a table whose head ended the container of another one.
        if (behindTable) this.mayHead = false;
      }
      return;
    }
    this.flow(lineStart);
  }

  startsSibling(container: number): boolean {
    return (
      this.indent <= this.mostIndent &&
      this.itemStarts(false) &&
      this.found.sameList(
        container,
        this.text.charCodeAt(this.next),
        this.text.charCodeAt(this.markerEnd - 1),
      )
    );
  }

  /** Whether a container starts here. Leaves what `look` sees. */
  startsContainer(interrupting: boolean): boolean {
    this.look();
    if (this.indent > this.mostIndent || this.next >= this.lineEnd) return false;
    const first = this.text.charCodeAt(this.next);
    if (first === OPEN_SQUARE) {
      // A footnote (GFM) is a container too; the other reader knows more about those.
      if (this.text.charCodeAt(this.next + 1) === CARET && this.footnoteMarker())
        this.found.unsure("footnote");
      return false;
    }
    if (first !== GREATER && !this.itemStarts(interrupting)) return false;
    if (this.found.depth < DEEPEST) return true;
    this.found.beyond();
    return false;
  }

  footnoteMarker(): boolean {
    const { text, lineEnd } = this;
    let at = this.next;
    while (at < lineEnd && text.charCodeAt(at) !== CLOSE_SQUARE) at++;
    return at + 1 < lineEnd && text.charCodeAt(at + 1) === COLON;
  }

  openContainers(lineStart: number, interrupting: boolean): void {
    while (this.startsContainer(interrupting)) {
      if (this.text.charCodeAt(this.next) === GREATER) {
        this.found.openQuote(this.next);
        this.consumeQuoteMarker();
      } else this.openItem(lineStart);
    }
  }

  /** Opens the item whose marker `itemStarts` saw, and reads up to its content. */
  openItem(lineStart: number): void {
    const { text, next, lineEnd, markerEnd } = this;
    let indent = this.indent + markerEnd - next;
    this.skip(markerEnd, indent);
    this.look();
    const blank = this.next >= lineEnd;
    // More than four columns: the content is indented code (CommonMark 5.2, second rule).
    const padding = blank || this.indent > this.mostIndent + 1 ? 1 : this.indent;
    if (!blank) this.consume(padding);
    indent += padding;
    const marker = text.charCodeAt(next);
    this.found.openItem(next, markerEnd, indent, marker, text.charCodeAt(markerEnd - 1), blank, lineStart);
  }

  /** A line that the containers of the open paragraph do not cover. Adds it to the paragraph if nothing starts. */
  goesOnLazily(lineStart: number): boolean {
    if (this.next >= this.lineEnd) return false;
    if (this.indent <= this.mostIndent && this.interrupts(true)) return false;
    this.found.addLine(this.next, this.lineEnd, this.pos === lineStart);
    this.mayHead = this.indent <= this.mostIndent;
    return true;
  }
}
