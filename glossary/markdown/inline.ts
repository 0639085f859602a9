/**
 * The inline pass of the scanner over one leaf block at a time (CommonMark 6, GFM). Finds links and HTML, and, when
 * asked for all, code spans, escapes and emphasis as well.
 */

import { ownCopy } from "../text/ownCopy.ts";
import type { Span } from "../text/span.ts";
import { decode, isReference, normalizeLabel } from "./escapes.ts";
import type { LinkKind } from "./facts.ts";
import {
  autolinkEnd,
  isLiteralAddressCode,
  LiteralReader,
  literalAddressEnd,
  mayBeginDomain,
  mayPrecedeWww,
  protocolStart,
} from "./inline-autolink.ts";
import { CodeSpans, runEnd } from "./inline-code.ts";
import { Delimiters } from "./inline-emphasis.ts";
import { cutBack, endsOf, type From, InlineFacts } from "./inline-facts.ts";
import type { Triggers } from "./inline-triggers.ts";
import {
  AMPERSAND,
  AT,
  BACKSLASH,
  BACKTICK,
  BANG,
  CLOSE_SQUARE,
  COLON,
  DOT,
  isBlank,
  isLineEnd,
  isPunctuation,
  LESS,
  OPEN,
  OPEN_SQUARE,
  SLASH,
  STAR,
  TILDE,
  UNDERSCORE,
} from "./scan-chars.ts";
import { type Content, sourceOffset } from "./scan-content.ts";
import { htmlInlineEnd } from "./scan-html.ts";
import { found, labelEnd, resourceEnd } from "./scan-links.ts";

/** Longer texts between brackets are not looked up as labels; those have 999 characters at most. */
const LONGEST_LABEL = 5000;

/** How much of `InlineFacts` there was at some time. */
interface Mark {
  readonly start: number;
  /** After the bracket. */
  readonly text: number;
  readonly image: boolean;
  readonly delimiters: number;
  /** For images: what has been found before. */
  readonly before: From | undefined;
  /** Whether a bracket was opened within: such a text cannot be a label. */
  nested: boolean;
}

export class InlineScanner {
  readonly facts = new InlineFacts();
  /** Why another reader should be asked; "" where there is no reason. */
  doubt = "";
  /** Whether no other reader could tell better in reasonable time. */
  hopeless = false;
  private readonly labels: ReadonlySet<string>;
  private readonly triggers: Triggers;
  private readonly literals = new LiteralReader();
  private readonly delimiters: Delimiters;
  private readonly brackets: Mark[] = [];
  private readonly missing = new Set<string>();
  private readonly missingTitles = new Set<number>();
  private readonly ticks = new CodeSpans();
  private content!: Content;
  private text = "";
  private end = 0;
  private wanted = false;
  /** Up to where the text has been taken by constructs: nothing may start before. */
  private floor = 0;
  /** Links cannot contain links: brackets before this one, if not of images, are text. */
  private inactive = 0;

  /** `labels` are normalised. */
  constructor(labels: ReadonlySet<string>, triggers: Triggers) {
    this.labels = labels;
    this.triggers = triggers;
    this.delimiters = new Delimiters((start, end, markers, strike) =>
      this.emphasisPair(start, end, markers, strike),
    );
  }

  /** A scanner of its own that knows the same labels. */
  nested(): InlineScanner {
    return new InlineScanner(this.labels, this.triggers);
  }

  /** Whether a text is nothing but text. */
  isPlain(text: string, start: number, end: number): boolean {
    const marks = this.triggers.all;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code < 128 && marks[code] !== 0) return false;
    }
    return true;
  }

  /** Reads a leaf. `all`: not only links and HTML. `task`: a task box of GFM may stand at its start. */
  read(content: Content, all: boolean, task: boolean): void {
    this.content = content;
    this.wanted = all;
    const { text, start, end } = content;
    this.text = text;
    this.end = end;
    const marks = all ? this.triggers.all : this.triggers.links;
    let at = start;
    this.floor = start;
    this.inactive = 0;
    this.ticks.clear();
    this.delimiters.clear();
    if (this.brackets.length > 0) this.brackets.length = 0;
    if (this.missing.size > 0) this.missing.clear();
    if (this.missingTitles.size > 0) this.missingTitles.clear();
    if (task && at === start) at = this.floor = this.afterBox();
    while (at < end) {
      const code = text.charCodeAt(at);
      if (code < 128 && marks[code] !== 0) at = this.construct(code, at);
      else at++;
    }
    if (all) this.delimiters.resolveAll();
  }

  private afterBox(): number {
    const { text, start, end } = this.content;
    if (text.charCodeAt(start) !== OPEN_SQUARE || text.charCodeAt(start + 2) !== CLOSE_SQUARE) return start;
    const state = text.charCodeAt(start + 1);
    if (!isBlank(state) && (state | 32) !== 120) return start;
    return start + 3 < end && isBlank(text.charCodeAt(start + 3)) ? start + 3 : start;
  }

  /** Reads what starts with `code` at `at`; where it ends. */
  private construct(code: number, at: number): number {
    switch (code) {
      case BACKSLASH:
        return this.escape(at);
      case BACKTICK:
        return this.codeSpan(at);
      case LESS:
        return this.angle(at);
      case OPEN_SQUARE:
        return this.openBracket(at);
      case CLOSE_SQUARE:
        return this.closeBracket(at);
      case COLON:
        return this.protocolLink(at);
      case AT:
        return this.addressLink(at);
      case AMPERSAND:
        return this.characterReference(at);
      case STAR:
      case UNDERSCORE:
      case TILDE:
        return this.delimiterRun(code, at);
      default:
        return this.wwwLink(at);
    }
  }

  private spanOf(start: number, end: number): Span {
    const content = this.content;
    if (!content.starts) return { start, end };
    return { start: sourceOffset(content, start), end: sourceOffset(content, end) };
  }

  private taken(end: number): number {
    this.floor = end;
    return end;
  }

  /** Backslash escapes (2.4). A backslash at a line end is a hard break, not an escape. */
  private escape(at: number): number {
    const next = at + 1 < this.end ? this.text.charCodeAt(at + 1) : -1;
    if (this.wanted && isLineEnd(next)) this.facts.breaks.push(this.spanOf(at, at + 1));
    if (!isPunctuation(next)) return at + 1;
    if (this.wanted) this.facts.escapes.push(this.spanOf(at, at + 2));
    return this.taken(at + 2);
  }

  /** Character references (2.5). */
  private characterReference(at: number): number {
    const end = isReference(this.text, at, this.end);
    if (end < 0) return at + 1;
    this.facts.escapes.push(this.spanOf(at, end));
    return this.taken(end);
  }

  /** Code spans (6.1). */
  private codeSpan(at: number): number {
    const end = this.ticks.end(this.text, at, this.end);
    if (end < 0) return this.runEnd(at);
    if (this.wanted) this.facts.codeSpans.push(this.spanOf(at, end));
    return this.taken(end);
  }

  private runEnd(at: number): number {
    return runEnd(this.text, at, this.end);
  }

  /** Autolinks (6.5) and inline HTML (6.6). */
  private angle(at: number): number {
    const text = this.text;
    const auto = autolinkEnd(text, at, this.end);
    if (auto) {
      const shown = text.slice(at + 1, auto.end - 1);
      this.autolink(at, auto.end, at + 1, auto.end - 1, auto.email ? `mailto:${shown}` : shown);
      return this.taken(auto.end);
    }
    const end = htmlInlineEnd(text, at, this.end, this.missing);
    if (end < 0) return at + 1;
    this.facts.html.push({ span: this.spanOf(at, end), inline: true });
    return this.taken(end);
  }

  private autolink(start: number, end: number, textStart: number, textEnd: number, url: string): void {
    const text = this.spanOf(textStart, textEnd);
    this.facts.links.push({
      span: this.spanOf(start, end),
      kind: "autolink",
      text,
      destination: text,
      url: ownCopy(url),
      label: "",
    });
  }

  /** GFM's literal autolinks are not looked for behind a bracket that is not closed yet. */
  private literal(start: number, end: number, prefix: string): number {
    this.delimiters.dropFrom(start);
    this.autolink(start, end, start, end, prefix + this.text.slice(start, end));
    return this.taken(end);
  }

  private protocolLink(at: number): number {
    const text = this.text;
    if (text.charCodeAt(at + 1) !== SLASH || text.charCodeAt(at + 2) !== SLASH || this.brackets.length > 0)
      return at + 1;
    const start = protocolStart(text, at, this.floor);
    if (start < 0 || !mayBeginDomain(text, at + 3, this.end)) return at + 1;
    const end = this.literals.read(text, at + 3, this.end);
    return end < 0 ? at + 1 : this.literal(start, end, "");
  }

  private wwwLink(at: number): number {
    const text = this.text;
    const prefix = at + 4 <= this.end && text.charCodeAt(at + 3) === DOT;
    if (!prefix || this.brackets.length > 0 || text.slice(at, at + 3).toLowerCase() !== "www") return at + 1;
    const before = at > this.content.start ? text.charCodeAt(at - 1) : Number.NaN;
    if (!mayPrecedeWww(before) || at + 4 >= this.end) return at + 1;
    let address = at;
    while (address < this.end && isLiteralAddressCode(text.charCodeAt(address))) address++;
    if (address < this.end && text.charCodeAt(address) === AT) {
      const end = this.addressLink(address);
      if (end > address + 1) return end;
    }
    const end = this.literals.read(text, at, this.end);
    return end < 0 ? at + 1 : this.literal(at, end, "http://");
  }

  private addressLink(at: number): number {
    const text = this.text;
    if (this.brackets.length > 0) return at + 1;
    let start = at;
    while (start > this.floor && isLiteralAddressCode(text.charCodeAt(start - 1))) start--;
    if (start === at) return at + 1;
    if (start > this.content.start) {
      const before = text.charCodeAt(start - 1);
      if (before === SLASH || isLiteralAddressCode(before)) return at + 1;
    }
    const end = literalAddressEnd(text, at, this.end);
    return end < 0 ? at + 1 : this.literal(start, end, "mailto:");
  }

  /** A run of `*`, `_` or `~`. */
  private delimiterRun(code: number, at: number): number {
    const text = this.text;
    const end = this.runEnd(at);
    if (code === TILDE && end - at > 2) return end;
    const before = at > this.content.start ? text.charCodeAt(at - 1) : Number.NaN;
    this.delimiters.add(code, at, end, before, end < this.end ? text.charCodeAt(end) : Number.NaN);
    // An address may begin with `_`, so this does not count as taken.
    return end;
  }

  private emphasisPair(start: number, end: number, markers: number, strike: boolean): void {
    const span = this.spanOf(start - markers, end + markers);
    const pair = { span, inner: this.spanOf(start, end), strong: markers === 2 };
    if (strike) this.facts.strikes.push(pair);
    else this.facts.emphases.push(pair);
  }

  /** `[` or `![`. */
  private openBracket(at: number): number {
    const text = this.text;
    const image = at > this.floor && text.charCodeAt(at - 1) === BANG;
    const parent = this.brackets.at(-1);
    if (parent) parent.nested = true;
    this.brackets.push({
      start: image ? at - 1 : at,
      text: at + 1,
      image,
      delimiters: this.delimiters.length,
      before: image ? endsOf(this.facts) : undefined,
      nested: false,
    });
    return this.taken(at + 1);
  }

  /** `]`: a link (6.3), an image (6.4), or text. */
  private closeBracket(at: number): number {
    const text = this.text;
    const mark = this.brackets.pop();
    if (!mark) return at + 1;
    const index = this.brackets.length;
    const inactive = !mark.image && index < this.inactive;
    if (this.inactive > index) this.inactive = index;
    this.floor = at + 1;
    if (inactive) return at + 1;

    const next = at + 1 < this.end ? text.charCodeAt(at + 1) : -1;
    if (next === OPEN) {
      const end = resourceEnd(text, at + 1, this.end, this.missingTitles);
      if (end >= 0) return this.makeLink(mark, at, end, "");
    }
    if (this.labels.size === 0) return at + 1;
    const label =
      mark.nested || at - mark.text > LONGEST_LABEL ? "" : normalizeLabel(text.slice(mark.text, at));
    const defined = label !== "" && this.labels.has(label);
    if (next === OPEN_SQUARE) {
      const full = labelEnd(text, at + 1, this.end);
      if (found.doubtful) {
        found.doubtful = false;
        this.doubt ||= "long label";
      }
      const other = full < 0 ? "" : normalizeLabel(text.slice(at + 2, full - 1));
      if (full >= 0 && this.labels.has(other)) return this.makeLink(mark, at, full, other);
      const collapsed = at + 2 < this.end && text.charCodeAt(at + 2) === CLOSE_SQUARE;
      return defined && collapsed ? this.makeLink(mark, at, at + 3, label) : at + 1;
    }
    return defined ? this.makeLink(mark, at, at + 1, label) : at + 1;
  }

  private makeLink(mark: Mark, close: number, end: number, label: string): number {
    const text = this.text;
    let destination: Span | undefined;
    let url = "";
    if (label === "") {
      const angled = found.start >= 0 && text.charCodeAt(found.start) === LESS ? 1 : 0;
      const start = found.start < 0 ? end - 1 : found.start + angled;
      const stop = found.start < 0 ? end - 1 : found.end - angled;
      destination = this.spanOf(start, stop);
      url = ownCopy(decode(text.slice(start, stop)));
    }
    const { facts } = this;
    if (this.wanted) this.delimiters.resolveInside(mark.delimiters);
    if (mark.before) {
      // The text of an image is only text.
      cutBack(facts, mark.before);
    } else this.inactive = this.brackets.length;
    const kind: LinkKind = mark.image
      ? label === ""
        ? "image"
        : "image-reference"
      : label === ""
        ? "inline"
        : "reference";
    facts.links.push({
      span: this.spanOf(mark.start, end),
      kind,
      text: this.spanOf(mark.text, close),
      destination,
      url,
      label,
    });
    return this.taken(end);
  }
}
