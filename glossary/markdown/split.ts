/**
 * Cuts a file into sections at its seams: places where CommonMark's container stack is provably empty. These
 * are the start of the file, the end of front matter, and a column-0 ATX heading (4.2) that is not inside a
 * fence (4.5) or an HTML block (4.6) of the root. A section can be read without the ones before it.
 *
 * A column-0 heading ends every list item, block quote and footnote, so only leaf blocks of the root can hide
 * it. Whether a fence or HTML block that is indented by up to three spaces belongs to the root or to a list
 * item is decided only where the item begins in column 0 (see split-items.ts); else both are kept as possible, and
 * a heading is a seam only if no possibility hides it. So `split` may cut too little, but never wrongly.
 */
import type { Span } from "../text/span.ts";
import { readMdx } from "./mdx.ts";
import { BOM, HASH, isBlank, nextLoneCr } from "./scan-chars.ts";
import { OpenItem } from "./split-items.ts";

export interface Split {
  /** The whole front matter block with its fences, without the line end; `undefined` where there is none. */
  readonly matter: Span | undefined;
  /** Where each section starts, ascending. Empty only for a file that is nothing but front matter. */
  readonly starts: readonly number[];
}

/** What could be hiding the next line. `none`: nothing. A fence hides until a line of at least `length` of its characters. */
type Hiding =
  | { readonly kind: "none" }
  | { readonly kind: "fence"; readonly char: string; readonly length: number }
  | { readonly kind: "html"; readonly until: RegExp | "blank" };

const NONE: readonly Hiding[] = [{ kind: "none" }];
const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSE = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
/** Where nothing is code by its indentation. */
const MDX_FENCE = /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})/;
const MDX_CLOSE = /^[ \t]*(`{3,}|~{3,})[ \t]*$/;

const HTML_ENDS: readonly (readonly [start: RegExp, end: RegExp | "blank"])[] = [
  [/^<(?:script|pre|style|textarea)(?=[ \t>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<\/?[a-z]/i, "blank"],
];

/**
 * Cuts `text`. Linear in its length. `mdx`: without indented code and HTML blocks, and with what is no Markdown blanked
 * (see mdx.ts).
 */
export function split(written: string, mdx = false): Split {
  const { matter, start } = splitMatter(written);
  const text = mdx ? written.slice(0, start) + readMdx(written.slice(start)).source : written;
  const starts: number[] = start < text.length || !matter ? [start] : [];
  // micromark drops a byte order mark: a heading behind it is still the first thing.
  const top = start === 0 && text.charCodeAt(0) === BOM ? 1 : start;

  const lines = new Lines(text);
  const item = new OpenItem();
  let hiding = NONE;
  for (let at = top; at < text.length; ) {
    const next = lines.after(at);
    if (hiding !== NONE) item.forget();
    else if (item.holds(text, at)) {
      at = next;
      continue;
    }
    // Most lines can neither start nor end anything: skip them without taking them apart.
    const first = text.charCodeAt(at);
    if (first === HASH && hiding === NONE && at > top && isHeading(text, at)) starts.push(at);
    if (hiding !== NONE || mayHide(text, at, first, mdx)) hiding = step(hiding, line(text, at, next), mdx);
    at = next;
  }
  return { matter, starts };
}

/** ATX heading (CommonMark 4.2) in column 0. */
function isHeading(text: string, at: number): boolean {
  let i = at + 1;
  while (i < at + 7 && text.charCodeAt(i) === HASH) i++;
  return i < at + 7 && (i >= text.length || isBlank(text.charCodeAt(i)));
}

/** The front matter, and where the text after it starts. */
export function splitMatter(text: string): { readonly matter: Span | undefined; readonly start: number } {
  const lines = new Lines(text);
  const matter = frontMatter(text, lines);
  return { matter, start: matter ? lines.after(matter.end) : 0 };
}

/** ` ` may lead to a fence, a backtick or tilde starts one, `<` an HTML block. */
function mayHide(text: string, at: number, first: number, mdx: boolean): boolean {
  if (mdx && (first === 32 || first === 9)) return true;
  if (first !== 32) return first === 96 || first === 126 || first === 60;
  let code = first;
  for (let i = at; i <= at + 3 && code === 32; i++) code = text.charCodeAt(i + 1);
  return code === 96 || code === 126 || code === 60;
}

function step(hiding: readonly Hiding[], text: string, mdx: boolean): readonly Hiding[] {
  const next: Hiding[] = [];
  for (const one of hiding) for (const after of stepOne(one, text, mdx)) add(next, after);
  return next.length === 1 && next[0]?.kind === "none" ? NONE : next;
}

function stepOne(hiding: Hiding, text: string, mdx: boolean): readonly Hiding[] {
  if (hiding.kind === "fence") {
    const close = (mdx ? MDX_CLOSE : CLOSE).exec(text)?.[1];
    return close && close[0] === hiding.char && close.length >= hiding.length ? NONE : [hiding];
  }
  if (hiding.kind === "html") {
    const over = hiding.until === "blank" ? /^[ \t]*$/.test(text) : hiding.until.test(text);
    return over ? NONE : [hiding];
  }
  const fence = (mdx ? MDX_FENCE : FENCE).exec(text);
  if (fence) {
    const marks = fence[2] as string;
    const opened: Hiding = { kind: "fence", char: marks[0] as string, length: marks.length };
    // Indented, it may belong to a list item, which the next column-0 heading would end.
    return fence[1] === "" ? [opened] : [opened, { kind: "none" }];
  }
  const html = !mdx && /^ {0,3}</.exec(text);
  if (html) {
    const source = text.trimStart();
    for (const [start, end] of HTML_ENDS) {
      if (!start.test(source)) continue;
      if (end !== "blank" && end.test(source.slice(2))) return NONE;
      // Only some tags start a block, and only some of those within a paragraph: it may be no block at all.
      return [{ kind: "html", until: end }, { kind: "none" }];
    }
  }
  return NONE;
}

function add(set: Hiding[], one: Hiding): void {
  const known = set.some(
    (other) =>
      other.kind === one.kind &&
      (one.kind !== "fence" ||
        other.kind !== "fence" ||
        (other.char === one.char && other.length === one.length)) &&
      (one.kind !== "html" || other.kind !== "html" || other.until === one.until),
  );
  if (!known) set.push(one);
}

const MATTER = /^(---|\+\+\+)[ \t]*$/;

/** Front matter is the first line's `---` (YAML) or `+++` (TOML) up to the next line that is the same fence. */
function frontMatter(text: string, lines: Lines): Span | undefined {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  if (text[start] !== "-" && text[start] !== "+") return undefined;
  let at = lines.after(start);
  const opening = MATTER.exec(line(text, start, at))?.[1];
  if (!opening) return undefined;
  while (at < text.length) {
    const next = lines.after(at);
    if (text.startsWith(opening, at)) {
      const closing = line(text, at, next);
      if (MATTER.test(closing)) return { start, end: at + closing.length };
    }
    at = next;
  }
  return undefined;
}

/** Walks over the lines of a text. A lone \r ends a line too (CommonMark 2.1). */
class Lines {
  private readonly text: string;
  private nextFeed = -1;
  private nextReturn = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the line after the one at `at` starts; the length of the text after the last one. Ascending only. */
  after(at: number): number {
    const { text } = this;
    if (this.nextFeed < at) {
      const feed = text.indexOf("\n", at);
      this.nextFeed = feed < 0 ? text.length : feed;
    }
    if (this.nextReturn < at) this.nextReturn = nextLoneCr(text, at, text.length);
    return Math.min(this.nextFeed + 1, this.nextReturn + 1, text.length);
  }
}

/** The line without its end. */
function line(text: string, start: number, next: number): string {
  let end = next;
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return text.slice(start, end);
}
