/** What `.openspec.yaml` says of a change, and `openspec/config.yaml` of all of them. */

import { isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import { readYaml } from "../../../markdown/yaml.ts";
import type { Span } from "../../../text/span.ts";

export interface ChangeSettings {
  /** Of the workflow: `spec-driven`; "" where none is stated. */
  readonly schema: string;
  readonly skipsSpecs: boolean;
  /** Whether capabilities that lose their last requirement may be deleted. */
  readonly mayRetire: boolean;
  /** What keeps the tool from reading the file. */
  readonly problem: ConfigurationProblem | undefined;
}

export interface ConfigurationProblem {
  readonly span: Span;
  /** What is wrong, as the end of a sentence: `“schema” is missing`. */
  readonly message: string;
  /** True where OpenSpec 1.13.2 says so when it validates: it passes over others in silence, or with a warning. */
  readonly isSaid: boolean;
}

const MARKERS = ["skip_specs", "retire_capabilities"] as const;

/** Reads `.openspec.yaml`, by the schema of OpenSpec 1.13.2 (`change-metadata/schema.ts`). Never throws. */
export function readChangeSettings(text: string): ChangeSettings {
  const { contents, problems } = readYaml(text);
  const [broken] = problems;
  const start = { start: 0, end: Math.min(1, text.length) };
  const bad = (message: string, span: Span, isSaid: boolean): ChangeSettings => ({
    schema: "",
    skipsSpecs: false,
    mayRetire: false,
    problem: { message, span, isSaid },
  });
  // Validation looks into the file for the sake of this one key.
  if (broken)
    return bad(
      "the file is no valid YAML",
      shown(broken.span, text),
      /^\s*(['"]?)skip_specs\1\s*:/m.test(text),
    );
  if (!isMap(contents)) return bad("it has to be a list of keys and values", start, false);
  const at = (key: string) => contents.items.find((one) => isScalar(one.key) && one.key.value === key);
  const marked = at("skip_specs") && booleanOf(at("skip_specs")?.value) !== false;
  const schema = at("schema");
  const name = textOf(schema?.value);
  if (name === undefined || name === "")
    return bad(
      "“schema” is missing: write “schema: spec-driven”",
      spanOf(schema?.value) ?? start,
      marked === true,
    );
  for (const key of MARKERS) {
    const pair = at(key);
    if (pair && booleanOf(pair.value) === undefined)
      return bad(`“${key}” is neither true nor false`, spanOf(pair.value) ?? start, marked === true);
  }
  const created = at("created");
  if (created && !/^\d{4}-\d{2}-\d{2}$/.test(textOf(created.value) ?? ""))
    return bad("“created” is no date such as 2026-01-31", spanOf(created.value) ?? start, marked === true);
  for (const key of ["goal", "affected_areas"]) {
    const pair = at(key);
    if (pair && !isFilled(pair.value, key !== "goal"))
      return bad(
        `“${key}” has to be ${key === "goal" ? "a text" : "a list of texts"}`,
        spanOf(pair.value) ?? start,
        marked === true,
      );
  }
  return {
    schema: name,
    skipsSpecs: booleanOf(at("skip_specs")?.value) ?? false,
    mayRetire: booleanOf(at("retire_capabilities")?.value) ?? false,
    problem: undefined,
  };
}

/** Reads `openspec/config.yaml`. OpenSpec 1.13.2 goes on without one that it cannot read. Never throws. */
export function readProjectSettings(text: string): ChangeSettings {
  const { contents, problems } = readYaml(text);
  const [broken] = problems;
  const start = { start: 0, end: Math.min(1, text.length) };
  const schema = isMap(contents)
    ? contents.items.find((one) => isScalar(one.key) && one.key.value === "schema")
    : undefined;
  const name = textOf(schema?.value) ?? "";
  const message = broken
    ? "the file is no valid YAML"
    : !isMap(contents)
      ? "it has to be a list of keys and values"
      : schema && name === ""
        ? "“schema” has to be the name of a workflow"
        : undefined;
  const span = broken ? shown(broken.span, text) : (spanOf(schema?.value) ?? start);
  return {
    schema: broken ? "" : name,
    skipsSpecs: false,
    mayRetire: false,
    problem: message === undefined ? undefined : { message, span, isSaid: false },
  };
}

type Value = ParsedNode | null | undefined;

/** A text; `undefined` for numbers, truth values and all else that is none. */
function textOf(value: Value): string | undefined {
  if (!isScalar(value) || typeof value.value !== "string") return undefined;
  const isOther =
    value.type === "PLAIN" && /^(?:true|false|null|~|[-+]?[\d.]+(?:e[-+]?\d+)?)$/i.test(value.value);
  return isOther ? undefined : value.value;
}

function booleanOf(value: Value): boolean | undefined {
  if (!isScalar(value) || value.type !== "PLAIN") return undefined;
  return /^(?:true|True|TRUE)$/.test(String(value.value))
    ? true
    : /^(?:false|False|FALSE)$/.test(String(value.value))
      ? false
      : undefined;
}

function isFilled(value: Value, isList: boolean): boolean {
  if (!isList) return (textOf(value) ?? "") !== "";
  return isSeq(value) && value.items.every((one) => (textOf(one as Value) ?? "") !== "");
}

function spanOf(value: Value): Span | undefined {
  if (!value?.range) return undefined;
  const [start, end] = value.range;
  return { start, end: Math.max(end, start) };
}

/** A span that can be seen: a mistake at the end of a text is shown at its last character. */
function shown({ start, end }: Span, text: string): Span {
  if (end > start) return { start, end };
  const at = Math.max(0, Math.min(start, text.length - 1));
  return { start: at, end: Math.min(at + 1, text.length) };
}
