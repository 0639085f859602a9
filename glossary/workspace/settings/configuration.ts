/**
 * `.spec-glossary.jsonc` at the root of a workspace folder: what it sets, and what is wrong in it. Whatever is wrong
 * concerns its own key alone; the rest of the file holds.
 */

import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Facts, Pragma } from "../../markdown/facts.ts";
import { EMPTY } from "../../markdown/page.ts";
import { nearest } from "../../text/nearest.ts";
import { join } from "../../text/paths.ts";
import type { Edit, Span } from "../../text/span.ts";
import { globFault } from "./globs.ts";
import { RULE_IDS } from "./ruleIds.ts";
import { SETTINGS, SEVERITIES, type SomeSettings } from "./settings.ts";
import type { Described, Shape } from "./shape.ts";

/** The names that the file may have; of two files the first counts. */
export const CONFIGURATION_FILES = [".spec-glossary.jsonc", ".spec-glossary.json"] as const;

/** True for a file that configures the workspace folder. */
export function isConfiguration(path: string): boolean {
  return (CONFIGURATION_FILES as readonly string[]).includes(path);
}

export interface ConfigurationProblem {
  readonly span: Span;
  /** Names the thing and the remedy; no full stop. */
  readonly message: string;
  /** What was probably meant. */
  readonly correction?: Edit;
  /** True for what the JSON schema of the file cannot say. */
  readonly beyondSchema: boolean;
}

export interface Configuration {
  readonly settings: SomeSettings;
  /** By place. */
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads the text of a configuration. Never throws. */
export function readConfiguration(text: string): Configuration {
  const reader = new Reader(text);
  const settings = reader.read();
  return { settings, problems: reader.problems.sort((a, b) => a.span.start - b.span.start) };
}

/** What stands for a key or value that cannot be used. */
const NOTHING = Symbol("nothing");

/** Nobody reads on where there are so many; a file that has nothing but mistakes would take quadratic time. */
const MOST_PROBLEMS = 100;

/** Besides the settings: what editors read. */
const ALSO = new Set(["$schema"]);

class Reader {
  readonly problems: ConfigurationProblem[] = [];
  readonly #text: string;

  constructor(text: string) {
    // A byte order mark is no part of it.
    this.#text = text.replace(/^\ufeff/, " ");
  }

  read(): SomeSettings {
    const root = this.#parse();
    if (!root) return {};
    if (root.type !== "object") {
      this.#report(root, "The configuration must be an object: write its settings between “{” and “}”");
      return {};
    }
    const found: Record<string, unknown> = {};
    for (const [key, value] of this.#members(root, [...Object.keys(SETTINGS), ...ALSO], "setting")) {
      if (ALSO.has(key)) continue;
      const read = this.#value(value, SETTINGS[key as keyof typeof SETTINGS].shape, `“${key}”`);
      if (read !== NOTHING) found[key] = read;
    }
    return found;
  }

  #parse(): Node | undefined {
    const errors: ParseError[] = [];
    let root: Node | undefined;
    try {
      root = parseTree(this.#text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    } catch {
      // The parser calls itself for each level.
      const start = { start: 0, end: Math.min(1, this.#text.length) };
      this.#add(start, "The configuration is nested too deeply", { beyondSchema: true });
      return undefined;
    }
    const end = this.#text.trimEnd().length;
    let lineEnd = -1;
    for (const { error, offset, length } of errors) {
      if (this.#hasEnough) break;
      // One mistake makes the parser complain several times in its line, and at the end.
      if (offset <= lineEnd || (lineEnd >= 0 && offset >= end)) continue;
      const feed = this.#text.indexOf("\n", offset);
      lineEnd = feed < 0 ? this.#text.length : feed;
      const start = Math.min(offset, Math.max(0, this.#text.length - 1));
      this.#add(
        { start, end: Math.max(offset + length, start + 1) },
        `This is not valid JSON: ${MISTAKES[printParseErrorCode(error)] ?? "correct it"}`,
      );
    }
    return root;
  }

  /** The members of an object whose names are known; of two with one name the last. The others are reported. */
  #members(node: Node, known: readonly string[], what: string): [string, Node][] {
    const found = new Map<string, readonly [Node, Node]>();
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (!key || !value) continue;
      const name = String(key.value);
      const before = found.get(name);
      if (before) this.#report(before[0], `“${name}” is set twice, and this one does not count: remove it`);
      if (known.includes(name)) found.set(name, [key, value]);
      else this.#unknown(key, name, known, what);
    }
    return [...found].map(([name, [, value]]) => [name, value]);
  }

  #unknown(key: Node, name: string, known: readonly string[], what: string): void {
    if (this.#hasEnough) return;
    const meant = nearest(name, known);
    const remedy = meant === undefined ? "remove it" : `write “${meant}”`;
    this.#report(key, `There is no ${what} “${clip(name)}”: ${remedy}`, { meant });
  }

  #value(node: Node, shape: Shape, name: string): unknown {
    switch (shape.kind) {
      case "boolean":
        return node.type === "boolean" ? node.value : this.#wrong(node, `${name} must be true or false`);
      case "choice":
        return this.#choice(node, Object.keys(shape.values), name);
      case "text":
        return node.type === "string" && node.value.trim() !== ""
          ? node.value.trim()
          : this.#wrong(node, `${name} must be a text in quotes`);
      case "glob":
        return this.#glob(node, name);
      case "path":
        return this.#path(node, name);
      case "severities":
        return this.#severities(node, name);
      case "list":
        if (node.type !== "array")
          return this.#wrong(node, `${name} must be a list: write “[” and “]” around it`);
        return (node.children ?? [])
          .map((child) => this.#value(child, shape.of, `An item of ${name}`))
          .filter((one) => one !== NOTHING);
      case "object":
        return this.#object(node, shape.keys, name);
    }
  }

  #object(node: Node, keys: Readonly<Record<string, Described>>, name: string): unknown {
    const names = Object.keys(keys);
    if (node.type !== "object")
      return this.#wrong(node, `${name} must be an object with ${listed(names, "and")}`);
    const found: Record<string, unknown> = {};
    for (const [key, value] of this.#members(node, names, "setting")) {
      const read = this.#value(value, (keys[key] as Described).shape, `“${key}”`);
      if (read !== NOTHING) found[key] = read;
    }
    const members = (node.children ?? []).map(({ children }) => children?.[0]?.value);
    const missing = names.filter((one) => !members.includes(one));
    if (missing.length > 0) return this.#wrong(node, `${name} needs ${listed(missing, "and")} too`);
    return names.every((one) => one in found) ? found : NOTHING;
  }

  #severities(node: Node, name: string): unknown {
    if (node.type !== "object")
      return this.#wrong(node, `${name} must be an object with a severity for each rule it names`);
    const found: Record<string, unknown> = {};
    for (const [rule, value] of this.#members(node, RULE_IDS, "rule")) {
      const read = this.#choice(value, ["off", ...SEVERITIES.toReversed()], `The severity of ${rule}`);
      if (read !== NOTHING) found[rule] = read;
    }
    return found;
  }

  #choice(node: Node, values: readonly string[], name: string): unknown {
    if (node.type === "string" && values.includes(node.value)) return node.value;
    const meant = node.type === "string" ? nearest(node.value, values) : undefined;
    return this.#wrong(node, `${name} must be ${listed(values, "or")}`, { meant });
  }

  #glob(node: Node, name: string): unknown {
    if (node.type !== "string") return this.#wrong(node, `${name} must be a pattern of paths in quotes`);
    const fault = globFault(node.value);
    if (fault === undefined) return node.value;
    return this.#wrong(node, `The pattern “${clip(node.value)}” ${fault}`, { beyondSchema: true });
  }

  #path(node: Node, name: string): unknown {
    if (node.type !== "string") return this.#wrong(node, `${name} must be a path in quotes`);
    const inside = join("", node.value.trim().replace(/\/\*\*$/, ""));
    if (inside === undefined || node.value.includes("\\") || /[*?{}]/.test(inside))
      return this.#wrong(
        node,
        `“${clip(node.value)}” is no folder or file here: write its path from this file on, with “/” and no wildcards`,
        { beyondSchema: true },
      );
    return inside;
  }

  #wrong(node: Node, message: string, more?: More): typeof NOTHING {
    this.#report(node, message, more);
    return NOTHING;
  }

  #report({ offset, length }: Node, message: string, more?: More): void {
    this.#add({ start: offset, end: offset + length }, message, more);
  }

  get #hasEnough(): boolean {
    return this.problems.length >= MOST_PROBLEMS;
  }

  #add({ start, end }: Span, message: string, { meant, beyondSchema = false }: More = {}): void {
    if (this.#hasEnough) return;
    // What is not closed goes on beyond the text.
    const span = { start, end: Math.min(end, this.#text.length) };
    // A value that is no valid JSON is not called wrong for another reason too.
    if (this.problems.some((one) => one.span.start === span.start)) return;
    const correction = meant === undefined ? {} : { correction: { span, text: JSON.stringify(meant) } };
    this.problems.push({ span, message, beyondSchema, ...correction });
  }
}

interface More {
  /** The text that was probably meant. */
  readonly meant?: string | undefined;
  readonly beyondSchema?: boolean;
}

const MISTAKES: Readonly<Record<string, string>> = {
  InvalidSymbol: "put quotation marks around texts",
  InvalidNumberFormat: "this is no number",
  PropertyNameExpected: "a key in quotation marks is expected here",
  ValueExpected: "a value is expected here",
  ColonExpected: "a colon is expected here",
  CommaExpected: "a comma is expected before this",
  CloseBraceExpected: "a “}” is missing",
  CloseBracketExpected: "a “]” is missing",
  EndOfFileExpected: "nothing may follow the configuration",
  InvalidCommentToken: "this is no comment",
  UnexpectedEndOfComment: "the comment is not closed",
  UnexpectedEndOfString: "the text is not closed: a quotation mark is missing",
  UnexpectedEndOfNumber: "this is no number",
  InvalidUnicode: "“\\u” needs four digits",
  InvalidEscapeCharacter: "“\\” can only stand before a few characters: write “\\\\” for itself",
  InvalidCharacter: "this character must be written with “\\u”",
};

function listed(words: readonly string[], last: "and" | "or"): string {
  const quoted = words.map((word) => `“${word}”`);
  return [quoted.slice(0, -1).join(", "), quoted.at(-1)].filter(Boolean).join(` ${last} `);
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

const PRAGMA =
  /\/[/*][ \t]*spec-glossary-(disable|enable)(-next-line|-line|-file)?(?:[ \t]([^\r\n*]{0,500}))?(?=\*\/|\r?\n|$)/g;

/** What the engine knows of the file besides its settings: the comments that silence rules. */
export function configurationFacts(text: string): Facts {
  if (!text.includes("spec-glossary-")) return EMPTY;
  const pragmas = [...text.matchAll(PRAGMA)].map(
    (match): Pragma => ({
      span: { start: match.index, end: match.index + match[0].length },
      form: `${match[1]}${match[2] ?? ""}` as Pragma["form"],
      rules: (match[3] ?? "").split(/[\s,]+/).filter(Boolean),
    }),
  );
  return { ...EMPTY, pragmas };
}
