/**
 * What MDX has and Markdown has not: JSX, expressions in braces, imports and exports (mdxjs.com/docs/what-is-mdx,
 * micromark-extension-mdxjs 3). Their places are found, and a copy of the text is made in which they are nothing that
 * Markdown knows, so that the readers of Markdown find everything else where it stands. HTML blocks, HTML comments and
 * indented code are not of MDX; comments are read as one anyway, for Docusaurus takes them.
 */
import { bySpan, type Span } from "../text/span.ts";
import type { Html, RawFacts } from "./facts.ts";
import { oneLine } from "./inline-plain.ts";
import { bracesEnd, isWhole, tagEnd } from "./mdx-ends.ts";

/** What a text of MDX has besides Markdown. */
export interface Mdx {
  /** As long as the text: what is on lines of its own is blank, what is within text is `FILL` between its first and last sign. */
  readonly source: string;
  /** JSX tags, expressions, comments, imports and exports, in order. */
  readonly html: readonly Html[];
}

/** Stands for each sign of what is no Markdown within text: no sign of any syntax, and not written by anybody. */
const FILL = "\ue000";
const FILLED = /[<{]\ue000+[>}]|\ue000+/g;

/** Finds it in a section, or in the text behind front matter. Linear in its length. */
export function readMdx(text: string): Mdx {
  return new MdxScanner(text).run();
}

/** Adds what is no Markdown to what a reader has found in `source`. */
export function withMdx(raw: RawFacts, { html }: Mdx): RawFacts {
  if (html.length === 0) return raw;
  return {
    ...raw,
    html: [...raw.html, ...html].sort(bySpan),
    headings: raw.headings.map((heading) =>
      heading.text.includes(FILL) ? { ...heading, text: oneLine(heading.text.replace(FILLED, "")) } : heading,
    ),
  };
}

const PREFIX = /[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/y;
const FENCE = /(?:`{3,}(?![^\n]*`)|~{3,})/y;
const IMPORT =
  /(?:import\s+(?:["'{*]|(?:type\s+)?[\w$]+\s*(?:,|from\b))|export\s+(?:default|const|let|var|async|function|class|type|interface)\b|export\s*[{*])/y;
const HEADING = /#{1,6}(?=[ \t\n]|$)/y;
const RESOURCE =
  /\]\((?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\)/y;
const DEFINITION = /\[[^[\]\n]+\]:[ \t]*(?:<[^<>\n]*>|\S+)/y;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<]*/y;
const BLANK_LINE = /\n[ \t>]*\r?(?=\n|$)/g;

class MdxScanner {
  readonly #text: string;
  readonly #html: Html[] = [];
  readonly #parts: string[] = [];
  /** What of the text is in the parts. */
  #done = 0;
  /** A line of running text stands above. */
  #inText = false;
  /** The columns in which the contents of the open list items begin. */
  #items: number[] = [];
  /** What may be spent on looking for ends that are not there: many that begin and do not end would take too long. */
  #left: number;
  /** The blank line that was looked for last, and from where: there is none in between. */
  #blank = -1;
  #blankless = 0;

  constructor(text: string) {
    this.#text = text;
    this.#left = 20_000 + 16 * text.length;
  }

  run(): Mdx {
    const text = this.#text;
    // Most texts have none of it.
    if (!/[<{]|^(?:im|ex)port\s/m.test(text)) return { source: text, html: [] };
    for (let at = 0; at < text.length; ) at = this.#line(at);
    this.#parts.push(text.slice(this.#done));
    return { source: this.#parts.join(""), html: this.#html };
  }

  /** Reads what begins on the line at `at`; gives where the next line to read begins. */
  #line(at: number): number {
    const text = this.#text;
    const start = at + matched(PREFIX, text, at);
    const end = lineEnd(text, at);
    if (text.slice(start, end).trim() === "") {
      this.#inText = false;
      return end + 1;
    }
    this.#nest(text.slice(at, start));
    const fence = matched(FENCE, text, start);
    if (fence > 0) {
      this.#inText = false;
      return this.#fenceEnd(text.slice(at, start), text.slice(start, start + fence), end + 1);
    }
    if (start === at && !this.#inText && matched(IMPORT, text, at) > 0) {
      const over = this.#moduleEnd(at);
      this.#add({ start: at, end: over }, false);
      return lineEnd(text, over) + 1;
    }
    const alone = this.#alone(start, text.slice(at, start).includes(">"));
    if (alone !== undefined) {
      this.#inText = false;
      return lineEnd(text, alone) + 1;
    }
    const heading = matched(HEADING, text, start) > 0;
    this.#inText = !heading;
    return this.#inside(start, heading ? end : undefined);
  }

  /** Follows list items: what is indented less than their contents does not belong to them. */
  #nest(prefix: string): void {
    const indent = columns(/^[ \t]*/.exec(prefix)?.[0] ?? "");
    if (!prefix.includes(">"))
      while (this.#items.length > 0 && indent < (this.#items.at(-1) as number) && !this.#inText)
        this.#items.pop();
    if (/[-*+\d]/.test(prefix)) {
      this.#items = this.#items.filter((column) => column <= indent);
      this.#items.push(columns(prefix));
    }
  }

  /** Where the line after a block of code begins; that which ends its container where nothing closes it. */
  #fenceEnd(prefix: string, marker: string, from: number): number {
    const text = this.#text;
    const quoted = prefix.includes(">");
    const indent = this.#items.at(-1) ?? 0;
    for (let at = from; at < text.length; ) {
      const end = lineEnd(text, at);
      const line = text.slice(at, end);
      if (quoted && !/^[ \t]*>/.test(line)) return at;
      const code = line.trim();
      if (!quoted && code !== "" && columns(/^[ \t]*/.exec(line)?.[0] ?? "") < indent) return at;
      const mark = quoted ? code.replace(/^(?:>[ \t]*)+/, "") : code;
      if (mark.length >= marker.length && mark === (marker[0] as string).repeat(mark.length)) return end + 1;
      at = end + 1;
    }
    return text.length;
  }

  /** Imports and exports go on to the first blank line outside of all brackets. */
  #moduleEnd(at: number): number {
    const text = this.#text;
    let first: number | undefined;
    for (let from = at; ; ) {
      const end = this.#blankFrom(from);
      first ??= end;
      this.#left -= end - at;
      if (isWhole(text.slice(at, end))) return end;
      if (end >= text.length || this.#left < 0) return first;
      from = end + 1;
    }
  }

  /** Where the first blank line behind `at` begins. */
  #blankFrom(at: number): number {
    if (this.#blank < at || at < this.#blankless) {
      this.#blankless = at;
      BLANK_LINE.lastIndex = at;
      this.#blank = BLANK_LINE.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#blank;
  }

  /** Where tags and expressions end that have lines of their own; `undefined` where there is anything else. */
  #alone(start: number, quoted: boolean): number | undefined {
    const text = this.#text;
    const limit = quoted ? lineEnd(text, start) : text.length;
    const found: Span[] = [];
    let at = start;
    for (let char = text[at]; char === "<" || char === "{"; char = text[at]) {
      const end = this.#end(at, limit);
      if (end < 0) return undefined;
      found.push({ start: at, end });
      at = end;
      while (text[at] === " " || text[at] === "\t" || text[at] === "\r") at++;
    }
    if (found.length === 0 || (at < text.length && text[at] !== "\n")) return undefined;
    for (const span of found) this.#add(span, false);
    return at;
  }

  /** Tags and expressions within text from `start` to the end of the line; gives where the next line begins. */
  #inside(start: number, limit: number | undefined): number {
    const text = this.#text;
    const until = () => limit ?? this.#blankFrom(start);
    for (let at = start + matched(DEFINITION, text, start); at < text.length; ) {
      const char = text[at] as string;
      if (char === "\n") return at + 1;
      if (char === "\\") at += text[at + 1] === "\n" ? 1 : 2;
      else if (char === "`") at = this.#codeEnd(at, until());
      else if (char === "]") at += matched(RESOURCE, text, at) || 1;
      else if (char === "h" || char === "w") at += matched(ADDRESS, text, at) || 1;
      else if (char === "<" || char === "{") {
        const end = this.#end(at, until());
        if (end > 0) this.#add({ start: at, end }, true);
        at = end > 0 ? end : at + 1;
      } else at++;
    }
    return text.length;
  }

  /** Behind the code span that begins with the backticks at `at`, or behind the backticks. */
  #codeEnd(at: number, bound: number): number {
    const text = this.#text;
    let from = at;
    while (text[from] === "`") from++;
    const marker = text.slice(at, from);
    if (this.#left < 0) return from;
    for (let i = text.indexOf(marker, from); i >= 0 && i < bound; ) {
      let end = i;
      while (text[end] === "`") end++;
      if (end - i === marker.length) return end;
      i = text.indexOf(marker, end);
    }
    this.#left -= bound - at;
    return from;
  }

  /** Behind the comment, tag or expression at `at`; -1 where it has no end before `bound`. */
  #end(at: number, bound: number): number {
    const text = this.#text;
    if (this.#left < 0 || text.startsWith("{#", at)) return -1;
    let end: number;
    if (text.startsWith("<!--", at)) {
      const close = text.indexOf("-->", at + 4);
      end = close < 0 ? -text.length : close + 3;
    } else end = text[at] === "{" ? bracesEnd(text, at, bound) : tagEnd(text, at, bound);
    if (end < 0) this.#left -= -end - at;
    return end;
  }

  #add({ start, end }: Span, inline: boolean): void {
    const text = this.#text;
    const shown = text.slice(start, end);
    const blank =
      !inline || end - start < 3
        ? shown.replace(/[^\r\n]/g, inline ? FILL : " ")
        : (text[start] as string) + shown.slice(1, -1).replace(/[^\r\n]/g, FILL) + (text[end - 1] as string);
    this.#parts.push(text.slice(this.#done, start), blank);
    this.#done = end;
    this.#html.push({ span: { start, end: end - trailing(shown) }, inline });
  }
}

function trailing(text: string): number {
  return text.length - text.trimEnd().length;
}

/** The length of what a sticky pattern finds at `at`; 0 for nothing. */
function matched(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

function lineEnd(text: string, at: number): number {
  const feed = text.indexOf("\n", at);
  return feed < 0 ? text.length : feed;
}

/** Tabs go to the next multiple of four (CommonMark 2.2). */
function columns(prefix: string): number {
  let column = 0;
  for (const char of prefix) column += char === "\t" ? 4 - (column % 4) : 1;
  return column;
}
