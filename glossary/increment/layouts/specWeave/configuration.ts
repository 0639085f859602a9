/** What `.specweave/config.json` says of new increments. */
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";

export interface IncrementDefaults {
  /** The name of the repository's only project. */
  readonly project: string | undefined;
  readonly testMode: string;
  /** In per cent. */
  readonly coverageTarget: number;
}

/** What holds where the configuration says nothing. */
export const NO_DEFAULTS: IncrementDefaults = { project: undefined, testMode: "TDD", coverageTarget: 90 };

/** Reads the configuration. What is missing or of another type is as without one. Never throws. */
export function readDefaults(text: string): IncrementDefaults {
  const root = parse(text);
  const valueAt = (...path: string[]): unknown => root && findNodeAtLocation(root, path)?.value;
  const project = valueAt("project", "name");
  const testMode = valueAt("testing", "defaultTestMode");
  const coverage = valueAt("testing", "defaultCoverageTarget");
  return {
    project: isName(project) ? project : undefined,
    testMode: isName(testMode) ? testMode : NO_DEFAULTS.testMode,
    coverageTarget:
      typeof coverage === "number" && coverage >= 0 && coverage <= 100
        ? coverage
        : NO_DEFAULTS.coverageTarget,
  };
}

/** Names that need no quotes in front matter. */
function isName(value: unknown): value is string {
  return typeof value === "string" && /^[\w][\w .@/-]{0,79}$/.test(value);
}

function parse(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    // The parser calls itself for each level.
    return undefined;
  }
}
