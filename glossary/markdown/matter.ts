/** Front matter: YAML between `---` lines, with the place of each top-level value. TOML is skipped, not read. */
import { isMap, isScalar, isSeq } from "yaml";
import type { Span } from "../text/span.ts";
import { readYaml, type YamlProblem } from "./yaml.ts";

export interface MatterValue {
  readonly key: string;
  /** A string as it is; numbers, booleans and dates as written; lists as their scalar items. */
  readonly value: string | readonly string[];
  readonly span: Span;
}

export interface Matter {
  /** With its fences; `undefined` for a file without front matter. */
  readonly span: Span | undefined;
  readonly values: readonly MatterValue[];
  /** What makes it invalid YAML. The values read before the mistake are kept. */
  readonly problems: readonly YamlProblem[];
}

export const NO_MATTER: Matter = { span: undefined, values: [], problems: [] };

/** Reads the front matter at `span` of `text`. Never throws; nested maps are left out. */
export function readMatter(text: string, span: Span | undefined): Matter {
  if (!span) return NO_MATTER;
  const open = text.indexOf("\n", span.start) + 1;
  const close = text.lastIndexOf("\n", span.end - 1) + 1;
  if (text[span.start] === "+" || open === 0) return { span, values: [], problems: [] };
  const { contents, problems } = readYaml(text.slice(open, Math.max(open, close)));
  const values: MatterValue[] = [];
  if (isMap(contents)) {
    for (const { key, value } of contents.items) {
      if (!isScalar(key)) continue;
      const content = isScalar(value)
        ? textOf(value.value)
        : isSeq(value)
          ? value.items.flatMap((one) => (isScalar(one) ? textOf(one.value) : []))
          : undefined;
      const range = (value as { range?: readonly number[] | null } | null)?.range ?? key.range;
      if (content === undefined || !range) continue;
      const start = open + (range[0] as number);
      values.push({
        key: String(key.value),
        value: content,
        span: { start, end: endOf(text, start, open + (range[1] as number)) },
      });
    }
  }
  const placed = problems.map(({ span: { start, end }, message }) => ({
    span: { start: open + start, end: open + end },
    message,
  }));
  return { span, values, problems: placed };
}

/** Without the line end that a block of text ends with. */
function endOf(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** The value of a scalar key, compared without case; `undefined` where it is absent, empty or a list. */
export function scalar(matter: Matter, key: string): string | undefined {
  const found = matter.values.find((one) => one.key.toLowerCase() === key)?.value;
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** The items of a list; a scalar counts as a list of one, separated at commas; empty where the key is absent. */
export function list(matter: Matter, key: string): readonly string[] {
  const found = matter.values.find((one) => one.key.toLowerCase() === key)?.value;
  if (found === undefined || found === "") return [];
  return typeof found === "string" ? found.split(",").map((one) => one.trim()) : found;
}
