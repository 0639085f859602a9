/** Leaf blocks (CommonMark 4, GFM tables): what the rest of a line is, once its containers are read. */
import {
  BACKTICK,
  COLON,
  DASH,
  EQUALS,
  HASH,
  isSpace,
  LESS,
  PIPE,
  STAR,
  skipSpaces,
  TILDE,
  UNDERSCORE,
} from "./scan-chars.ts";
import { LineCursor } from "./scan-cursor.ts";
import type { Found } from "./scan-found.ts";
import { htmlEnds, htmlKind } from "./scan-html.ts";
import {
  atxContentEnd,
  atxDepth,
  closesFence,
  delimiterCells,
  fenceLength,
  headCells,
  isThematicBreak,
  setextDepth,
} from "./scan-lines.ts";

/** The open leaf block. */
export const NOTHING = 0;
export const PARAGRAPH = 1;
export const FENCE = 2;
export const HTML = 3;
export const INDENTED = 4;
export const TABLE = 5;

export class LeafScanner extends LineCursor {
  readonly found: Found;
  leaf = NOTHING;
  leafStart = 0;
  leafEnd = 0;
  infoStart = 0;
  infoEnd = 0;
  fenceMarker = 0;
  fenceLength = 0;
  fenceClosed = false;
  htmlKind = 0;
  /** Whether the last line of the paragraph may be the head of a table. */
  mayHead = false;

  /** The most columns that a line is indented by and is no code; in MDX no line is code by its indentation. */
  readonly mostIndent: number;

  constructor(text: string, found: Found, mdx: boolean) {
    super(text);
    this.found = found;
    this.mostIndent = mdx ? Number.POSITIVE_INFINITY : 3;
  }

  /** What HTML begins at `next`; MDX has no blocks of it. */
  html(interrupting: boolean): number {
    if (this.mostIndent > 3) return 0;
    return htmlKind(this.text, this.next, this.lineEnd, interrupting);
  }

  /** Whether the line ends a paragraph by what it starts; setext underlines and tables aside. */
  interrupts(lazy: boolean): boolean {
    const { text, next, lineEnd } = this;
    switch (text.charCodeAt(next)) {
      case HASH:
        return atxDepth(text, next, lineEnd) > 0;
      case LESS:
        return this.htmlInterrupts(lazy);
      case BACKTICK:
      case TILDE:
        return fenceLength(text, next, lineEnd) > 0;
      case STAR:
      case DASH:
      case UNDERSCORE:
        return isThematicBreak(text, next, lineEnd);
      default:
        return false;
    }
  }

  /** micromark takes a tag on a lazy line for a block of the seventh kind, but leaves it in the containers. */
  htmlInterrupts(lazy: boolean): boolean {
    if (this.html(true) > 0) return true;
    const tag = lazy && this.html(false) > 0;
    if (tag && this.leaf === PARAGRAPH) this.found.unsure("tag on a lazy line");
    return tag;
  }

  /** What the rest of the line is to the open leaf, or which leaf it starts. */
  flow(lineStart: number): void {
    this.look();
    const { text, next, lineEnd, indent } = this;
    const blank = next >= lineEnd;
    switch (this.leaf) {
      case FENCE:
        this.leafEnd = lineEnd;
        if (
          indent <= this.mostIndent &&
          !blank &&
          text.charCodeAt(next) === this.fenceMarker &&
          closesFence(text, next, lineEnd, this.fenceMarker, this.fenceLength)
        ) {
          this.fenceClosed = true;
          this.closeLeaf();
        }
        return;
      case HTML:
        this.htmlLine(this.pos, lineEnd, blank);
        return;
      case INDENTED:
        if (indent > this.mostIndent) this.leafEnd = lineEnd;
        if (blank || indent > this.mostIndent) return;
        this.closeLeaf();
        break;
      case TABLE:
        if (!blank && indent <= this.mostIndent && !this.interrupts(true)) {
          this.found.addRow(next, lineEnd);
          this.leafEnd = lineEnd;
          return;
        }
        this.closeLeaf();
        break;
      case PARAGRAPH:
        if (!blank) {
          if (this.paragraphLine(lineStart)) return;
        }
        this.closeLeaf();
        break;
    }
    if (!blank) this.openLeaf(lineStart);
  }

  /** True where the line belongs to the open paragraph or makes something of it. */
  paragraphLine(lineStart: number): boolean {
    const { text, next, lineEnd, found } = this;
    if (this.indent <= this.mostIndent) {
      const first = text.charCodeAt(next);
      if (this.mayHead && (first === PIPE || first === COLON || first === DASH) && this.startTable())
        return true;
      if (first === EQUALS || first === DASH) {
        const depth = setextDepth(text, next, lineEnd);
        if (depth > 0) {
          this.leaf = NOTHING;
          if (found.closeParagraph(depth, lineEnd)) return true;
          // It was nothing but definitions: the line stands for itself.
          return false;
        }
      }
      if (this.interrupts(false)) return false;
    }
    found.addLine(next, lineEnd, this.pos === lineStart);
    this.mayHead = this.indent <= this.mostIndent;
    return true;
  }

  /** Makes a table (GFM) of the paragraph's last line and this one, its delimiter row, if they fit. */
  startTable(): boolean {
    const { text, next, lineEnd, found } = this;
    const cells = delimiterCells(text, next, lineEnd);
    if (cells === 0) return false;
    const start = found.lastLineStart();
    const end = found.lastLineEnd();
    if (headCells(text, start, end) !== cells) return false;
    found.dropLastLine();
    // Once a table ends the paragraph, its head may be a tag that could not have ended it.
    if (
      text.charCodeAt(start) === LESS &&
      found.hasLines() &&
      this.mostIndent === 3 &&
      htmlKind(text, start, end, false) > 0
    )
      found.unsure("tag as the head of a table");
    found.closeParagraph(0, 0);
    this.leaf = TABLE;
    this.leafStart = start;
    this.leafEnd = lineEnd;
    found.openTable(start, end);
    return true;
  }

  openLeaf(lineStart: number): void {
    const { text, next, lineEnd, found } = this;
    if (this.indent > this.mostIndent) {
      this.leaf = INDENTED;
      this.leafStart = this.pos;
      this.leafEnd = lineEnd;
      return;
    }
    switch (text.charCodeAt(next)) {
      case HASH: {
        const depth = atxDepth(text, next, lineEnd);
        if (depth > 0) {
          const start = skipSpaces(text, next + depth, lineEnd);
          let end = lineEnd;
          while (end > next && isSpace(text.charCodeAt(end - 1))) end--;
          found.atxHeading(next, end, depth, start, start < end ? atxContentEnd(text, start, end) : start);
          return;
        }
        break;
      }
      case LESS: {
        const kind = this.html(false);
        if (kind > 0) {
          this.leaf = HTML;
          this.htmlKind = kind;
          this.leafStart = this.pos;
          this.leafEnd = lineEnd;
          if (htmlEnds(kind, text, next, lineEnd, true)) this.closeLeaf();
          return;
        }
        break;
      }
      case BACKTICK:
      case TILDE: {
        const length = fenceLength(text, next, lineEnd);
        if (length > 0) {
          this.openFence(length);
          return;
        }
        break;
      }
      case STAR:
      case DASH:
      case UNDERSCORE:
        if (isThematicBreak(text, next, lineEnd)) {
          found.thematicBreak(next, lineEnd);
          return;
        }
    }
    this.openParagraph(next, lineEnd, lineStart);
  }

  openFence(length: number): void {
    const { text, next, lineEnd } = this;
    this.leaf = FENCE;
    this.leafStart = next;
    this.leafEnd = lineEnd;
    this.fenceMarker = text.charCodeAt(next);
    this.fenceLength = length;
    this.fenceClosed = false;
    this.infoStart = skipSpaces(text, next + length, lineEnd);
    let end = lineEnd;
    while (end > this.infoStart && isSpace(text.charCodeAt(end - 1))) end--;
    this.infoEnd = end;
  }

  openParagraph(start: number, end: number, lineStart: number): void {
    this.leaf = PARAGRAPH;
    this.mayHead = true;
    this.found.openParagraph(start, end, lineStart);
  }

  htmlLine(at: number, lineEnd: number, blank: boolean): void {
    if (this.htmlKind >= 6) {
      if (blank) {
        this.closeLeaf();
        return;
      }
      this.leafEnd = lineEnd;
      return;
    }
    this.leafEnd = lineEnd;
    if (htmlEnds(this.htmlKind, this.text, at, lineEnd, false)) this.closeLeaf();
  }

  closeLeaf(): void {
    const { found, leafStart, leafEnd } = this;
    switch (this.leaf) {
      case PARAGRAPH:
        found.closeParagraph(0, 0);
        break;
      case FENCE:
        found.code(leafStart, leafEnd, true, this.infoStart, this.infoEnd, this.fenceClosed);
        break;
      case INDENTED:
        found.code(leafStart, leafEnd, false, 0, 0, true);
        break;
      case HTML:
        found.htmlBlock(leafStart, leafEnd);
        break;
      case TABLE:
        found.closeTable(leafStart, leafEnd);
        break;
    }
    this.leaf = NOTHING;
  }
}
