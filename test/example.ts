/** Carries out a rule's examples; the tests check the outcome, the documentation shows it. */
import { AnalysisHost } from "../glossary/analysis.ts";
import type { ReadPage, Snapshot } from "../glossary/domains.ts";
import type { Example, Fix, Rule } from "../glossary/rule/rule.ts";
import { type Diagnostic, diagnose, fixesAt } from "../glossary/rule/run.ts";
import { RULES } from "../glossary/rules.ts";
import { applyEdits, type Edit, type Span } from "../glossary/text/span.ts";
import type { Severity } from "../glossary/workspace/settings/settings.ts";
import { isRead } from "../glossary/workspace/workspace.ts";
import { PAGE, unmark } from "./fixture.ts";
import { parseSql } from "./sql.ts";

export { REASON_LANGUAGES } from "../glossary/adr/model/reasonWords.ts";
export { FILES } from "../glossary/domains.ts";
export { LAYOUTS } from "../glossary/increment/layouts/list.ts";
export { LANGUAGES } from "../glossary/languages/all.ts";
export { listed } from "../glossary/languages/merge.ts";
export { SETTINGS, SEVERITIES } from "../glossary/workspace/settings/settings.ts";
export { RULES };

export interface Outcome {
  readonly path: string;
  /** The document before, without marks. */
  readonly before: string;
  readonly expected: readonly Span[];
  readonly reported: readonly Diagnostic[];
  /** All fixes of all that is reported, in order. */
  readonly fixes: readonly Fix[];
  /** The ones the example is about: for each finding the one it names, else the first. */
  readonly applied: readonly Fix[];
  /** The document after them. */
  readonly after: string;
  readonly created: ReadonlyMap<string, string>;
  /** The new name that they give to the document's file. */
  readonly renamed: string | undefined;
  /** The other files that they change, after them. */
  readonly changed: ReadonlyMap<string, string>;
}

/** Runs `rule` alone over the `bad` document (or `text`) and applies the example's fixes. */
export function runExample(rule: Rule, example: Example, text = example.bad ?? example.good ?? ""): Outcome {
  const path = example.path ?? PAGE;
  const { text: before, spans: expected } = unmark(text);
  const { snapshot, page } = open(rule, { ...example.given, [path]: before }, path);
  const reported = diagnose([rule], snapshot, page, rethrow);
  const fixes = fixesAt([rule], snapshot, page, { start: 0, end: before.length }, rethrow);
  const fitting = fixes.filter(({ fix }) => example.fix === undefined || fix.title === example.fix);
  const applied = [...new Set(fixes.map(({ diagnostic }) => diagnostic))].flatMap(
    (finding) => fitting.find(({ diagnostic }) => diagnostic === finding)?.fix ?? [],
  );
  const created = new Map<string, string>();
  const edits = new Map<string, Edit[]>();
  let renamed: string | undefined;
  for (const change of applied.flatMap(({ changes }) => changes)) {
    if (change.kind === "create") created.set(change.path, change.text);
    else if (change.kind === "rename") renamed = change.to;
    else edits.set(change.path, [...(edits.get(change.path) ?? []), ...change.edits]);
  }
  const after = applyEdits(before, edits.get(path) ?? []);
  edits.delete(path);
  const changed = new Map(
    [...edits].map(([other, some]) => [other, applyEdits(example.given?.[other] ?? "", some)]),
  );
  return {
    path,
    before,
    expected,
    reported,
    fixes: fixes.map(({ fix }) => fix),
    applied,
    after,
    created,
    renamed,
    changed,
  };
}

function open(
  rule: Rule,
  files: Record<string, string>,
  path: string,
): { snapshot: Snapshot; page: ReadPage } {
  const host = new AnalysisHost();
  // A rule that is off by default is tried at the severity it would have.
  const rules: Record<string, Severity> = { [rule.id]: rule.severity };
  host.apply({
    settings: { rules },
    bring: { parseSql },
    open: Object.keys(files),
    put: new Map(Object.entries(files)),
    complete: true,
  });
  const snapshot = host.snapshot();
  const page = snapshot.pages.get(path);
  if (!isRead(page)) throw new Error(`${path} is no page`);
  return { snapshot, page };
}

function rethrow(rule: string, path: string, error: unknown): never {
  throw new Error(`${rule} failed on ${path}`, { cause: error });
}
