/**
 * Reader 2, the truth: unified, remark-parse and remark-gfm. The only file that knows mdast; no node of it
 * leaves this file. Spans that mdast does not keep (link texts, destinations, whether a fence was closed) are
 * noted while micromark's tokens are turned into nodes.
 */
import type { Node, Nodes, Parents } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { bySpan, type Span, shift } from "../text/span.ts";
import { boxLength, derive } from "./derive.ts";
import { findEscapes, isFootnoteLabel } from "./escapes.ts";
import type { Facts, Item, LinkKind, RawFacts, ReadEnv, Reading } from "./facts.ts";
import { oneLine } from "./inline-plain.ts";
import { readMdx, withMdx } from "./mdx.ts";
import { type Noted, noteTokens } from "./tree-notes.ts";

/**
 * remark-gfm finds some bare addresses by a second pass over the finished text, which leaves nodes without a
 * place; what the tokeniser finds is enough.
 */
function withoutTransforms(extension: unknown): unknown {
  if (Array.isArray(extension)) return extension.map(withoutTransforms);
  const { transforms: _, ...rest } = extension as Record<string, unknown>;
  return rest;
}

function placed(this: unknown): void {
  const data = (this as { data(): Record<string, unknown[]> }).data();
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []).map(withoutTransforms), noteTokens];
}

const section = unified().use(remarkParse).use(remarkGfm).use(placed).freeze();
/** Of MDX what is left of a text without JSX: no code by indentation, and no blocks of HTML. */
function withoutCodeAndBlocks(this: unknown): void {
  const data = (this as { data(): Record<string, unknown[]> }).data();
  const disable = { null: ["codeIndented", "htmlFlow"] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable }];
}

const mdxSection = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(placed)
  .use(withoutCodeAndBlocks)
  .freeze() as typeof section;
const whole = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ["yaml", "toml"])
  .use(placed)
  .freeze();

/** Reads a section; labels that the rest of the page defines are defined in front of it. Always sure. */
export function readTree(text: string, env: ReadEnv): Reading {
  return { facts: derive(text, rawFacts(section, text, env)), sure: true };
}

/** Reads a section of MDX; always sure. */
export function readMdxTree(text: string, env: ReadEnv): Reading {
  const mdx = readMdx(text);
  return { facts: derive(text, withMdx(rawFacts(mdxSection, mdx.source, env), mdx)), sure: true };
}

function rawFacts(reader: typeof section, text: string, env: ReadEnv): RawFacts {
  const bom = env.inside ? 0 : bomLength(text);
  // Behind a prefix, micromark takes nothing for a byte order mark.
  const prefix = defineLabels(env.labels, env.inside === true);
  const source = prefix + text.slice(bom);
  return collect(reader.parse(prefix === "" ? text : source), source, prefix.length, bom);
}

/** Reads a whole file, front matter included: what sections put together are held against. */
export function readWhole(text: string): Facts {
  const bom = bomLength(text);
  const source = text.slice(bom);
  let root = whole.parse(text);
  const first = root.children[0]?.type as string | undefined;
  // While it waits for the end of front matter that never comes, micromark takes no container for one.
  if (first !== "yaml" && first !== "toml") root = section.parse(text);
  return derive(text, collect(root, source, 0, bom));
}

/** micromark drops a byte order mark without counting it. */
function bomLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function defineLabels(labels: readonly string[], always: boolean): string {
  if (labels.length === 0 && !always) return "";
  const footnotes = labels.filter(isFootnoteLabel).map((label) => `[${label}]: .\n\n`);
  const links = labels.filter((label) => !isFootnoteLabel(label)).map((label) => `[${label}]: #\n`);
  // The last one ends a footnote, whatever the section begins with.
  return `${footnotes.join("")}${links.join("")}[spec-glossary: no such label]: #\n\n`;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/**
 * Walks the tree. Nodes that begin before `from` belong to the prefix and are dropped; the others are given as if
 * the source began there, `moved` further on.
 */
function collect(root: Nodes, source: string, from: number, moved: number): RawFacts {
  const facts: Mutable<RawFacts> = {
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
  };

  const place = (node: Node): Span => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    return trimEnd(source, start, end);
  };
  const relative = (span: Span): Span => shift(span, moved - from);

  function visit(node: Nodes, depth: number, inline: boolean, boxed: boolean): void {
    const exact = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type !== "root" && exact.start < from) return;
    const noted = (node as { noted?: Noted }).noted ?? {};
    let inner = depth;
    switch (node.type) {
      case "heading": {
        const { start, end } = place(node);
        const content = innerSpan(node, end);
        // A setext heading begins with its text, even if link definitions come before.
        const setext = /[\r\n]/.test(source.slice(content.end, end));
        facts.headings.push({
          span: relative({ start: setext ? content.start : start, end }),
          depth: node.depth,
          content: relative(content),
          text: oneLine(plainText(node)),
        });
        break;
      }
      case "paragraph":
        facts.paragraphs.push({
          span: relative(boxed ? paragraphSpan(source, place(node)) : place(node)),
          depth,
        });
        break;
      case "blockquote":
        facts.quotes.push({
          span: relative({ start: exact.start, end: lastEnd(node, exact.start + 1) }),
          depth,
        });
        inner++;
        break;
      case "footnoteDefinition": {
        const marker = { start: exact.start, end: source.indexOf("]:", exact.start) + 2 };
        const end = { start: marker.end, end: marker.end };
        facts.definitions.push({
          span: relative(marker),
          label: `^${node.identifier}`,
          destination: relative(end),
          url: "",
        });
        inner++;
        break;
      }
      case "listItem":
        facts.items.push(shiftItem(item(node, depth), moved - from));
        inner++;
        break;
      case "code": {
        const fenced = noted.fences !== undefined;
        facts.codes.push({
          span: relative(place(node)),
          fenced,
          info: fenced ? infoString(exact.start) : undefined,
          closed: !fenced || noted.fences === 2,
        });
        break;
      }
      case "html":
        facts.html.push({ span: relative(place(node)), inline });
        break;
      case "table": {
        const rows = node.children.map((row) => row.children.map((cell) => relative(cellSpan(cell))));
        facts.tables.push({ span: relative(place(node)), depth, rows });
        break;
      }
      case "definition": {
        const destination = withoutAngles(noted.destination ?? { start: exact.end, end: exact.end });
        facts.definitions.push({
          span: relative(place(node)),
          label: node.identifier,
          destination: relative(destination),
          url: node.url,
        });
        break;
      }
      case "emphasis":
      case "strong":
        facts.emphases.push({
          span: relative(exact),
          inner: relative(emphasisInner(exact, node.type === "strong" ? 2 : 1)),
          strong: node.type === "strong",
        });
        break;
      case "inlineCode":
        facts.codeSpans.push(relative(exact));
        break;
      case "text":
        for (const span of findEscapes(source, exact.start, exact.end)) facts.escapes.push(relative(span));
        break;
      case "link":
      case "image": {
        const image = node.type === "image";
        const automatic = !image && source[exact.start] !== "[";
        const destination = automatic
          ? withoutAngles(exact)
          : withoutAngles(noted.destination ?? { start: exact.end - 1, end: exact.end - 1 });
        facts.links.push({
          span: relative(exact),
          kind: automatic ? "autolink" : image ? "image" : "inline",
          text: relative(automatic ? destination : labelText(noted, exact, image)),
          destination: relative(destination),
          url: node.url,
          label: "",
        });
        if (automatic) return;
        break;
      }
      case "linkReference":
      case "imageReference": {
        const image = node.type === "imageReference";
        const kind: LinkKind = image ? "image-reference" : "reference";
        const text = relative(labelText(noted, exact, image));
        facts.links.push({
          span: relative(exact),
          kind,
          text,
          destination: undefined,
          url: "",
          label: node.identifier,
        });
        break;
      }
      case "footnoteReference": {
        const text = relative({ start: exact.start + 2, end: exact.end - 1 });
        const label = `^${node.identifier}`;
        facts.links.push({
          span: relative(exact),
          kind: "footnote",
          text,
          destination: undefined,
          url: "",
          label,
        });
        break;
      }
    }
    if ("children" in node) {
      const inlineChildren =
        node.type === "paragraph" || node.type === "heading" || node.type === "tableCell" || inline;
      const task = node.type === "listItem" && typeof node.checked === "boolean";
      const first = task ? node.children.find((child) => child.type === "paragraph") : undefined;
      for (const child of node.children) visit(child, inner, inlineChildren, child === first);
    }
  }

  function item(node: Extract<Nodes, { type: "listItem" }>, depth: number): Item {
    const start = node.position?.start.offset ?? 0;
    const marker = /^(?:[-+*]|\d{1,9}[.)])/.exec(source.slice(start, start + 11))?.[0] ?? "";
    const markerSpan = { start, end: start + marker.length };
    const first = node.children[0];
    let lead: Span | undefined;
    if (first?.type === "paragraph") {
      const boxed = typeof node.checked === "boolean";
      const paragraph = boxed ? paragraphSpan(source, place(first)) : place(first);
      if (!/[\r\n]/.test(source.slice(markerSpan.end, paragraph.start))) {
        const box = boxLength(source, paragraph.start);
        const at = box === 0 ? paragraph.start : skipSpace(source, paragraph.start + box);
        lead = { start: Math.min(at, paragraph.end), end: paragraph.end };
      }
    }
    return {
      span: { start, end: lastEnd(node, markerSpan.end) },
      depth,
      ordered: /\d/.test(marker),
      marker: markerSpan,
      lead,
    };
  }

  /** Where the last block of a container ends; `otherwise` for an empty one. */
  function lastEnd(node: Parents, otherwise: number): number {
    const last = node.children.at(-1);
    if (!last) return otherwise;
    if (last.type === "list" || last.type === "listItem") return lastEnd(last, markerEnd(last));
    if (last.type === "blockquote" || last.type === "footnoteDefinition") {
      return lastEnd(last, (last.position?.start.offset ?? 0) + 1);
    }
    return Math.max(place(last).end, otherwise);
  }

  function markerEnd(node: Node): number {
    const start = node.position?.start.offset ?? 0;
    return start + (/^(?:[-+*]|\d{1,9}[.)])/.exec(source.slice(start, start + 11))?.[0].length ?? 0);
  }

  function infoString(start: number): Span | undefined {
    const [fence] = /^(?:`+|~+)/.exec(source.slice(start, start + 200)) ?? [""];
    const line = /^[^\r\n]*/.exec(source.slice(start + fence.length))?.[0] ?? "";
    const from = skipSpace(source, start + fence.length);
    const end = trimEnd(source, from, start + fence.length + line.length).end;
    return end > from ? relative({ start: from, end }) : undefined;
  }

  function cellSpan(cell: Parents): Span {
    if (cell.children.length > 0) return innerSpan(cell, 0);
    // An empty cell: right after the pipe that opens it.
    let at = cell.position?.start.offset ?? 0;
    if (source[at] === "|") at++;
    return { start: at, end: at };
  }

  function withoutAngles(span: Span): Span {
    return source[span.start] === "<" ? { start: span.start + 1, end: span.end - 1 } : span;
  }

  function labelText(noted: Noted, span: Span, image: boolean): Span {
    const start = span.start + (image ? 2 : 1);
    return noted.labelText ?? { start, end: start };
  }

  visit(root, 0, false, false);
  for (const list of Object.values(facts) as { span?: Span }[][]) {
    list.sort((a, b) => bySpan({ span: a.span ?? (a as Span) }, { span: b.span ?? (b as Span) }));
  }
  return facts;
}

/** From the first to the last child. */
function innerSpan(node: Parents, otherwise: number): Span {
  const start = node.children[0]?.position?.start.offset ?? otherwise;
  return { start, end: node.children.at(-1)?.position?.end.offset ?? start };
}

function emphasisInner(span: Span, markers: number): Span {
  return { start: span.start + markers, end: span.end - markers };
}

function shiftItem(item: Item, by: number): Item {
  return {
    ...item,
    span: shift(item.span, by),
    marker: shift(item.marker, by),
    lead: item.lead && shift(item.lead, by),
  };
}

/** mdast moves the start of a task's paragraph behind its box, if text follows; here the box belongs to it. */
function paragraphSpan(source: string, span: Span): Span {
  const before = source.slice(Math.max(0, span.start - 200), span.start);
  const box = /\[[ xX\t\r\n]\][ \t\r\n]+$/.exec(before);
  return box ? { start: span.start - box[0].length, end: span.end } : span;
}

function plainText(node: Nodes): string {
  if ("value" in node) return node.type === "html" ? "" : node.value;
  if (node.type === "break") return "\n";
  if ("alt" in node) return node.alt ?? "";
  return "children" in node ? node.children.map(plainText).join("") : "";
}

function skipSpace(source: string, at: number): number {
  while (source[at] === " " || source[at] === "\t") at++;
  return at;
}

function trimEnd(source: string, start: number, end: number): Span {
  let at = end;
  while (at > start && /[ \t\r\n]/.test(source[at - 1] as string)) at--;
  return { start, end: at };
}
