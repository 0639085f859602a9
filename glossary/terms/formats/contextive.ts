/**
 * Contextive's glossaries: `*.glossary.yml`, `*.glossary.yaml` and `.contextive/definitions.yml`.
 *
 *     contexts:
 *       - name: Billing
 *         domainVisionStatement: Charge for what was shipped.
 *         paths: [billing]
 *         terms:
 *           - name: Policy
 *             definition: Rules by which an invoice is due.
 *             aliases: [Rule]
 *
 * Contextive rejects a whole file for one key that it does not know. Here the mistake is reported at its place and
 * the entries around it count.
 */
import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { readYaml } from "../../markdown/yaml.ts";
import { dirname, join } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import type { Scope } from "../model/scope.ts";
import { type Context, distinct, type Entry, parseNames, splitNames } from "../model/term.ts";
import { plainMarkdown, safeMarkdown } from "./safe.ts";
import { makeEntry } from "./source.ts";

/** What is wrong with a glossary file, for its author to read. */
export interface Problem {
  readonly span: Span;
  /** Names the thing and the remedy; no full stop. */
  readonly message: string;
}

/** A file whose contexts hold here, too. */
export interface Import {
  readonly span: Span;
  readonly path: string;
}

export interface Contextive {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly imports: readonly Import[];
}

const ROOT = ["contexts", "imports"];
const CONTEXT = ["name", "domainVisionStatement", "paths", "meta", "terms"];
const TERM = ["name", "definition", "examples", "aliases", "meta"];

/** Reads a glossary. Never throws. */
export function readContextive(path: string, text: string): Contextive {
  const reader = new Reader(path);
  const { contents, problems } = readYaml(text);
  for (const { span, message } of problems) reader.report(span, `This is not valid YAML: ${message}`);
  if (contents !== null) reader.readRoot(contents);
  return {
    entries: reader.entries,
    problems: reader.problems.sort((a, b) => a.span.start - b.span.start),
    imports: reader.imports,
  };
}

class Reader {
  readonly entries: Entry[] = [];
  readonly problems: Problem[] = [];
  readonly imports: Import[] = [];
  readonly #path: string;
  /** Where the file lies; a folder `.contextive` speaks for the one that holds it. */
  readonly #folder: string;

  constructor(path: string) {
    this.#path = path;
    this.#folder = dirname(path).replace(/(?:^|\/)\.contextive$/, "");
  }

  report(span: Span, message: string): void {
    this.problems.push({ span, message: message.replace(/(?<![.\s])[.\s]+$/, "") });
  }

  readRoot(node: Node): void {
    const map = this.#map(node, "A glossary", ROOT);
    if (!map) return;
    for (const item of this.#list(map.get("imports"), "imports")) this.#readImport(item);
    for (const item of this.#list(map.get("contexts"), "contexts")) this.#readContext(item);
  }

  #readImport(node: Node): void {
    const url = this.#text(node, "An import");
    if (url === "") return;
    const span = spanOf(node);
    const remote = /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(url);
    const inside =
      remote || /^[/\\]/.test(url) ? undefined : join(dirname(this.#path), url.replaceAll("\\", "/"));
    if (remote)
      this.report(span, "Imports from the network are not followed: copy the file into the repository");
    else if (inside === undefined)
      this.report(span, "This import leads out of the workspace folder: it is not followed");
    else this.imports.push({ span, path: inside });
  }

  #readContext(node: Node): void {
    const map = this.#map(node, "A context", CONTEXT);
    if (!map) return;
    const context: Context = {
      name: this.#text(map.get("name"), "A context's name"),
      vision: safe(this.#text(map.get("domainVisionStatement"), "A domain vision statement")),
      meta: this.#meta(map.get("meta")),
    };
    const paths = this.#list(map.get("paths"), "paths")
      .map((item) => this.#text(item, "A path"))
      .filter(Boolean);
    const everywhere = this.#folder === "" && paths.length === 0;
    const scope: Scope | undefined = everywhere ? undefined : { within: [this.#folder], paths };
    for (const item of this.#list(map.get("terms"), "terms")) this.#readTerm(item, context, scope);
  }

  #readTerm(node: Node, context: Context, scope: Scope | undefined): void {
    const map = this.#map(node, "A term", TERM);
    if (!map) return;
    const nameNode = map.get("name");
    const name = this.#text(nameNode, "A term's name").trim();
    if (name === "") {
      // A name that is no text has been reported.
      if (nameNode === undefined || isScalar(nameNode))
        this.report(firstLine(spanOf(nameNode ?? node), node), "This term has no name: add “name:”");
      return;
    }
    const names = parseNames(name);
    if (names.length === 0 || !nameNode) return;
    const definition = this.#text(map.get("definition"), "A definition").trim();
    const others = this.#list(map.get("aliases"), "aliases");
    const aliases = others.map((item) => this.#text(item, "An alias"));
    const examples = this.#list(map.get("examples"), "examples").map((item) =>
      this.#text(item, "An example"),
    );
    const meta = this.#meta(map.get("meta"));
    this.entries.push(
      makeEntry({ path: this.#path }, "contextive", {
        span: spanOf(node),
        nameSpan: inner(nameNode),
        aliasSpans: others.map(inner),
        title: name,
        names: distinct([...names, ...aliases.flatMap(parseNames)]),
        avoid: meta.flatMap(([key, value]) => (/^x-avoid$/i.test(key) ? splitNames(value) : [])),
        definition: safe(definition),
        summary: plain(definition),
        category: context.name,
        examples: examples.map(plain).filter(Boolean),
        meta: meta.filter(([key]) => !/^x-/i.test(key)),
        context,
        scope,
      }),
    );
  }

  /** The values of a map by key; what is no map and keys that are not `known` are reported. */
  #map(node: Node | undefined, what: string, known: readonly string[]): Map<string, Node> | undefined {
    if (node === undefined || isEmpty(node)) {
      if (node && what !== "A glossary") this.report(spanOf(node), `${what} is missing here`);
      return undefined;
    }
    if (!isMap(node)) {
      const keys = `“${known.join("”, “")}”`;
      this.report(spanOf(node), `${what} has keys, of which there are ${keys}`);
      return undefined;
    }
    const values = new Map<string, Node>();
    for (const pair of (node as YAMLMap<unknown, unknown>).items as Pair<unknown, unknown>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value ?? "") : "";
      if (known.includes(key)) {
        if (isNode(pair.value) && !values.has(key)) values.set(key, pair.value);
      } else if (isNode(pair.key)) {
        const near = nearest(key, known);
        const rest = near ? `did you mean “${near}”?` : `it knows “${known.join("”, “")}”`;
        this.report(spanOf(pair.key), `Contextive does not know “${key}” here and rejects the file: ${rest}`);
      }
    }
    return values;
  }

  #list(node: Node | undefined, key: string): Node[] {
    if (node === undefined || isEmpty(node)) return [];
    if (isSeq(node)) return node.items.filter(isNode);
    this.report(spanOf(node), `“${key}” is a list: begin each item with “- ”`);
    return [];
  }

  #text(node: Node | undefined, what: string): string {
    if (node === undefined) return "";
    if (isScalar(node)) return node.value === null || node.value === undefined ? "" : String(node.value);
    this.report(spanOf(node), `${what} is text`);
    return "";
  }

  #meta(node: Node | undefined): readonly (readonly [string, string])[] {
    if (node === undefined || isEmpty(node)) return [];
    if (!isMap(node)) {
      this.report(spanOf(node), "“meta” has keys with text");
      return [];
    }
    return node.items.flatMap(({ key, value }): (readonly [string, string])[] => {
      if (!isScalar(key)) return [];
      const said = isNode(value) ? this.#text(value, "What a key of “meta” has") : "";
      return said === "" ? [] : [[String(key.value ?? ""), said]];
    });
  }
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && (node.value === null || node.value === "");
}

function spanOf({ range }: Node): Span {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** A scalar without its quotes. */
function inner(node: Node): Span {
  const { start, end } = spanOf(node);
  const quoted = isScalar(node) && /^QUOTE_/.test(node.type ?? "") && end - start >= 2;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** A whole term is too much to underline: its first key is enough. */
function firstLine(span: Span, node: Node): Span {
  const first = isMap(node) ? node.items[0]?.key : undefined;
  return span.end > span.start && isNode(first) ? spanOf(first) : span;
}

/** The known key that a slip of up to two letters leads to. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const wanted = key.toLowerCase();
  return known.find((one) => {
    const name = one.toLowerCase();
    return (
      wanted !== "" &&
      (name === wanted || name === `${wanted}s` || `${name}s` === wanted || swapped(wanted, name))
    );
  });
}

/** True for words of one length that differ in at most two places, or of which one letter is missing. */
function swapped(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 4) return false;
  if (a.length === b.length) return [...a].filter((char, i) => char !== b[i]).length <= 2;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return Array.from(long).some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

/** How much of a definition a hover shows. */
const LINES = 8;

/** The first lines of Contextive's Markdown. */
function safe(text: string): string {
  return safeMarkdown(text.trim().split(/\r?\n/).slice(0, LINES).join("\n"));
}

/** The first paragraph as text. */
function plain(text: string): string {
  return plainMarkdown(text.trim().split(/\r?\n[ \t]*\r?\n/)[0] as string);
}
