/** YAML as anybody may have written it: front matter and glossaries. */
import { Composer, type CST, isScalar, Lexer, type Pair, type ParsedNode, Parser, visit } from "yaml";
import type { Span } from "../text/span.ts";

export interface Yaml {
  /** `null` where there is nothing, or nothing that can be read. */
  readonly contents: ParsedNode | null;
  /** What makes it invalid, by place. */
  readonly problems: readonly YamlProblem[];
}

export interface YamlProblem {
  readonly span: Span;
  readonly message: string;
}

/**
 * Reads the first document of a text. All scalars are texts: `yes` and `1.0` are names like others. Aliases are not
 * resolved: a few lines can stand for gigabytes. Never throws.
 */
export function readYaml(text: string): Yaml {
  const tokens = tokensOf(text);
  if (!tokens) {
    const span = { start: 0, end: Math.min(1, text.length) };
    return { contents: null, problems: [{ span, message: "It is nested too deeply" }] };
  }
  const composer = new Composer({
    logLevel: "silent",
    schema: "failsafe",
    // Compares all keys of a map with each other.
    uniqueKeys: false,
  });
  const [document] = composer.compose(tokens, true, text.length);
  if (!document) return { contents: null, problems: [] };
  const problems = document.errors.map(({ pos: [start, end], message }): YamlProblem => {
    const within = Math.min(start, text.length);
    return { span: { start: within, end: Math.max(within, Math.min(end, text.length)) }, message };
  });
  visit(document, { Map: (_, { items }) => void problems.push(...repeatedKeys(items)) });
  return { contents: document.contents, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** Deeper than anybody nests. */
const DEEPEST = 100;

/**
 * The tokens; `undefined` where they are nested too deeply. The library calls itself for each level, and when it
 * compiles a regular expression where the stack is about to end, that ends the whole process.
 */
function tokensOf(text: string): readonly CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const source of new Lexer().lex(text)) {
    for (const token of parser.next(source)) tokens.push(token);
    if (parser.stack.length > DEEPEST) return undefined;
  }
  return [...tokens, ...parser.end()];
}

function repeatedKeys(items: readonly Pair[]): YamlProblem[] {
  const known = new Set<unknown>();
  return items.flatMap(({ key }): YamlProblem[] => {
    if (!isScalar(key) || !key.range) return [];
    if (!known.has(key.value)) {
      known.add(key.value);
      return [];
    }
    const [start, end] = key.range;
    return [{ span: { start, end }, message: "Map keys must be unique" }];
  });
}
