/** The fixes of rules on states, links and damage, applied to all that they report in a real repository, where there is one. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AnalysisHost, isIndexed, withText } from "../../glossary/analysis.ts";
import { RULES } from "../../glossary/rules/all.ts";
import type { Fix, Rule } from "../../glossary/rules/rule.ts";
import { fixesOf, run } from "../../glossary/rules/run.ts";
import { applyEdits, type Edit, overlaps } from "../../glossary/text/span.ts";
import type { Page } from "../../glossary/workspace/workspace.ts";
import { diskFiles } from "../../server/files.node.ts";

const ROOT = fileURLToPath(new URL("../../../shared/corpora/specweave", import.meta.url));
const THERE = existsSync(ROOT);
const LONG = 180_000;

if (!THERE)
  console.log("No real repository at hand: the fixes of states, links and damage are not tried on one.");

/** Rules, which of their fixes to take, and how many findings have none: what only the author knows. */
const EXPECTED: readonly (readonly [rule: string, fix: number, left: number])[] = [
  ["increment/status-desync", 0, 0],
  ["increment/status-desync", 1, 0],
  ["increment/completed-with-open-work", 0, 0],
  ["increment/completed-with-open-work", 1, 0],
  ["increment/criterion-behind-tasks", 0, 0],
  ["increment/criterion-ahead-of-tasks", 0, 0],
  ["increment/criterion-ahead-of-tasks", 1, 0],
  ["increment/task-done-open-steps", 0, 0],
  ["increment/task-done-open-steps", 1, 0],
  ["increment/all-tasks-done", 0, 0],
  ["increment/count-out-of-date", 0, 0],
  // A type that is like none that is known.
  ["increment/metadata-invalid", 0, 1],
  ["increment/template-left", 0, 0],
  ["link/broken-relative", 0, 0],
  // Fences that are never closed, one of which shows only when one before it has been mended.
  ["markdown/damaged", 0, 4],
];

/** More rounds than fixes that touch each other need. */
const MOST_ROUNDS = 4;

describe.runIf(THERE)("fixes in a real repository", () => {
  const host = new AnalysisHost();
  const original = new Map<string, string>();

  it("has been read", { timeout: LONG }, async () => {
    const files = diskFiles(ROOT);
    const paths = await files.list();
    for (const path of paths.filter(isIndexed)) {
      const text = await files.read(path);
      if (typeof text === "string") original.set(path, text);
    }
    host.apply({
      put: original,
      files: paths.filter((path) => !isIndexed(path)),
      settings: { archived: true },
      complete: true,
    });
    expect(original.size).toBeGreaterThan(1_000);
  });

  it.each(EXPECTED)("of %s, number %i, leave %i", { timeout: LONG }, (id, number, left) => {
    const rule = RULES.find((one) => one.id === id) as Rule;
    const texts = new Map(original);
    const first = findings(rule, number, host, texts);
    let found = first;
    let rounds = 0;
    for (; rounds < MOST_ROUNDS && found.some(({ fix }) => fix); rounds++) {
      const edits = together(found.flatMap(({ fix }) => fix ?? []));
      const changed = new Map<string, string>();
      for (const [path, list] of edits) {
        const before = texts.get(path) as string;
        const after = applyEdits(before, list);
        expect(untouched(after, shifted(list))).toBe(untouched(before, list));
        expect([path, lineEnd(after)]).toEqual([path, lineEnd(before)]);
        changed.set(path, after);
      }
      for (const [path, text] of changed) texts.set(path, text);
      host.apply({ put: changed });
      found = findings(rule, number, host, texts);
    }
    host.apply({ put: new Map([...texts].flatMap(([path, text]) => restored(path, text))) });
    console.log(
      `${id}, fix ${number}: ${first.length} findings, ${found.length} left after ${rounds} rounds`,
    );
    expect(found.filter(({ fix }) => fix)).toEqual([]);
    expect(found.length).toBe(left);
  });

  function restored(path: string, text: string): [string, string][] {
    const before = original.get(path) as string;
    return before === text ? [] : [[path, before]];
  }
});

interface Found {
  readonly place: string;
  readonly fix: Fix | undefined;
}

function findings(
  rule: Rule,
  number: number,
  host: AnalysisHost,
  texts: ReadonlyMap<string, string>,
): Found[] {
  const snapshot = host.snapshot();
  const fail = (id: string, path: string, error: unknown) => {
    throw new Error(`${id} failed on ${path}`, { cause: error });
  };
  return [...snapshot.pages].flatMap(([path, closed]) => {
    if (rule.id.startsWith("increment/") && !closed.exports.increment) return [];
    const page = withText(closed as Page, texts.get(path) as string);
    return run([rule], snapshot, page, fail).map((one): Found => {
      const fixes = fixesOf(one, { page, snapshot }, fail);
      const { start } = one.diagnostic.span;
      return { place: `${path}:${start}`, fix: fixes[number] };
    });
  });
}

/** All edits that do not touch each other, by path; the same edit counts once. */
function together(fixes: readonly Fix[]): Map<string, Edit[]> {
  const byPath = new Map<string, Edit[]>();
  for (const fix of fixes) {
    const changes = fix.changes.flatMap((one) => (one.kind === "edit" ? [one] : []));
    const free = changes.every(({ path, edits }) =>
      edits.every((edit) => (byPath.get(path) ?? []).every((other) => !overlaps(other.span, edit.span))),
    );
    if (free)
      for (const { path, edits } of changes) byPath.set(path, [...(byPath.get(path) ?? []), ...edits]);
  }
  return byPath;
}

/** What of a text no edit touches. */
function untouched(text: string, edits: readonly Edit[]): string {
  return applyEdits(
    text,
    edits.map(({ span }) => ({ span, text: "" })),
  );
}

/** Where what edits have put in stands afterwards. */
function shifted(edits: readonly Edit[]): Edit[] {
  let by = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, text }) => {
      const start = span.start + by;
      by += text.length - (span.end - span.start);
      return { span: { start, end: start + text.length }, text };
    });
}

function lineEnd(text: string): string {
  return `${text.includes("\r\n") ? "CRLF" : "LF"}${text.endsWith("\n") ? " at the end" : ""}`;
}
