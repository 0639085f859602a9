/** YAML as anybody may have written it: front matter and glossaries. */
import { isScalar, type Pair, type ParsedNode, parseDocument, visit } from "yaml";
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
 * Reads a document. All scalars are texts: `yes` and `1.0` are names like others. Aliases are not resolved: a few
 * lines can stand for gigabytes. Never throws.
 */
export function readYaml(text: string): Yaml {
  try {
    const document = parseDocument(text, {
      logLevel: "silent",
      schema: "failsafe",
      // These two take quadratic time: one compares all keys of a map, the other quotes the text around each mistake.
      uniqueKeys: false,
      prettyErrors: false,
    });
    const problems = document.errors.map(({ pos: [start, end], message }): YamlProblem => {
      const within = Math.min(start, text.length);
      return { span: { start: within, end: Math.max(within, Math.min(end, text.length)) }, message };
    });
    visit(document, { Map: (_, { items }) => void problems.push(...repeatedKeys(items)) });
    return { contents: document.contents, problems: problems.sort((a, b) => a.span.start - b.span.start) };
  } catch {
    // The parser calls itself for each level.
    const span = { start: 0, end: Math.min(1, text.length) };
    return { contents: null, problems: [{ span, message: "It is nested too deeply" }] };
  }
}

function repeatedKeys(items: readonly Pair[]): YamlProblem[] {
  const known = new Set<unknown>();
  return items.flatMap(({ key }): YamlProblem[] => {
    if (!isScalar(key) || !key.range) return [];
    if (!known.has(key.value)) {
      known.add(key.value);
      return [];
    }
    return [{ span: { start: key.range[0], end: key.range[0] + 1 }, message: "Map keys must be unique" }];
  });
}
