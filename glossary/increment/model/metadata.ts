/** `metadata.json` of an increment, and what is of use in `.specweave/config.json`. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Edit, Span } from "../../text/span.ts";

/** A member of an object, at the root or below it: `planning.parallel`. */
export interface JsonField {
  readonly key: string;
  /** A string without its quotes; anything else as written. */
  readonly value: string;
  readonly type: "string" | "number" | "boolean" | "null" | "object" | "array";
  readonly keySpan: Span;
  /** With its quotes. */
  readonly span: Span;
}

export interface JsonProblem {
  readonly span: Span;
  readonly message: string;
}

export interface Metadata {
  /** Of the root object, in order; of two with one name both. */
  readonly fields: readonly JsonField[];
  /** What makes it no JSON; the fields read in spite of it are kept. */
  readonly problems: readonly JsonProblem[];
  /** Where a field can be added: behind the last one, or behind the `{`; `undefined` where there is no object. */
  readonly end: number | undefined;
}

/** Reads `metadata.json`. Never throws. */
export function readMetadata(text: string): Metadata {
  const { root, problems } = parse(text);
  if (root?.type !== "object") {
    const whole = { start: 0, end: Math.min(text.length, 1) };
    const wrong = problems.length > 0 ? problems : [{ span: whole, message: "This is no object" }];
    return { fields: [], problems: wrong, end: undefined };
  }
  const fields = (root.children ?? []).flatMap(({ children }): JsonField[] => {
    const [key, value] = children ?? [];
    return key && value ? [fieldOf(key, value, text)] : [];
  });
  return { fields, problems, end: fields.at(-1)?.span.end ?? root.offset + 1 };
}

/**
 * Adds a field to the root object, as the first or the last one, spaced as the others are; all else keeps its form.
 * `undefined` where the text is no JSON object.
 */
export function addMetadata(
  text: string,
  { fields, problems, end }: Metadata,
  [key, value]: readonly [key: string, value: string],
  place: "first" | "last",
): Edit | undefined {
  if (end === undefined || problems.length > 0) return undefined;
  const added = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const [first] = fields;
  if (!first) return { span: { start: end, end }, text: added };
  const start = text.lastIndexOf("{", first.keySpan.start) + 1;
  const space = text.slice(start, first.keySpan.start);
  if (place === "first") return { span: { start, end: start }, text: `${space}${added},` };
  return { span: { start: end, end }, text: `,${space || " "}${added}` };
}

/** The names that stories may state as `**Project**:`, by the configuration of SpecWeave. */
export function readProjects(text: string): readonly string[] {
  const { root } = parse(text);
  const names = new Set<string>();
  const object = (node: Node | undefined, key: string) =>
    node?.type === "object"
      ? node.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1]
      : undefined;
  const multi = object(root, "multiProject");
  for (const { children } of object(multi, "projects")?.children ?? [])
    if (typeof children?.[0]?.value === "string") names.add(children[0].value);
  const repos = object(object(root, "workspace"), "repos");
  for (const repo of repos?.type === "array" ? (repos.children ?? []) : []) {
    const id = object(repo, "id");
    if (typeof id?.value === "string") names.add(id.value);
  }
  return [...names];
}

function fieldOf(key: Node, value: Node, text: string): JsonField {
  const span = spanOf(value);
  return {
    key: String(key.value),
    value:
      value.type === "string"
        ? String(value.value)
        : text.slice(span.start, Math.min(span.end, span.start + 200)),
    type: value.type === "property" ? "object" : value.type,
    keySpan: spanOf(key),
    span,
  };
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

function parse(text: string): { root: Node | undefined; problems: JsonProblem[] } {
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // The parser calls itself for each level.
    return {
      root: undefined,
      problems: [{ span: { start: 0, end: Math.min(1, text.length) }, message: "nested too deeply" }],
    };
  }
  const problems = errors.map(({ error, offset, length }) => ({
    span: { start: Math.min(offset, text.length), end: Math.min(text.length, offset + Math.max(1, length)) },
    message: printParseErrorCode(error),
  }));
  return { root, problems };
}
