/** Every rule keeps the promises of its examples. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Example, Rule } from "../glossary/rule/rule.ts";
import type { Diagnostic } from "../glossary/rule/run.ts";
import { RULES } from "../glossary/rules.ts";
import type { Span } from "../glossary/text/span.ts";
import { SEVERITIES } from "../glossary/workspace/settings/settings.ts";
import { runExample } from "./example.ts";
import { mark } from "./fixture.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
/** The files in the folders of rules: `document` has one a subject, the others keep theirs in `rules`. */
const files = readdirSync("glossary", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /^(?:document\/\w+|\w+\/rules)\/.*\.ts$/.test(file));
/** The area of a folder's rules, where it is not the name of the folder. */
const AREAS: Readonly<Record<string, string>> = { terms: "glossary" };

/** The id of the rule in a file: `terms/rules/x.ts` and `document/link/x.ts` are `glossary/x` and `link/x`. */
function idOf(file: string): string {
  const [domain = "", ...rest] = file.slice(0, -".ts".length).split("/");
  const [area = "", rule] = rest.slice(-2);
  return `${area === "rules" ? (AREAS[domain] ?? domain) : area}/${rule}`;
}

describe("rules", () => {
  it("are one file each, at the place their id says", () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual(files.map(idOf).sort());
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  for (const rule of RULES) {
    describe(rule.id, () => {
      it("says what it is", () => {
        expect(rule.id).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
        expect(SEVERITIES).toContain(rule.severity);
        expect(rule.summary).toMatch(/^\p{Lu}[^\n]+\.$/u);
        expect(rule.why.trim()).not.toBe("");
        expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/);
        expect(compareVersions(rule.since, version)).toBeLessThanOrEqual(0);
      });

      it("shows a bad example and a clean one, each with its own title", () => {
        expect(rule.examples.some(({ bad }) => bad !== undefined)).toBe(true);
        expect(rule.examples.some(({ bad, good }) => bad === undefined && good !== undefined)).toBe(true);
        expect(new Set(rule.examples.map(({ title }) => title)).size).toBe(rule.examples.length);
      });

      if (rule.concerns)
        it("has examples on pages that it concerns", () => {
          expect(rule.concerns?.layouts).not.toEqual([]);
          for (const { path = "" } of rule.examples)
            expect([path, rule.concerns?.has(path)]).toEqual([path, true]);
        });

      for (const example of rule.examples) {
        it(example.title, () => {
          if (example.bad !== undefined) tryBad(rule, { ...example, bad: example.bad });
          if (example.good === undefined || example.stays) return;
          const { good, renames: path = example.path } = example;
          expect(marked(rule, path === undefined ? example : { ...example, path }, good)).toBe(good);
        });
      }
    });
  }
});

/** The document with marks around what the rule reports in it. */
function marked(rule: Rule, example: Example, text: string): string {
  const { before, reported } = runExample(rule, example, text);
  return mark(before, spansOf(reported));
}

function spansOf(reported: readonly Diagnostic[]): Span[] {
  return reported.map(({ span }) => span);
}

function tryBad(rule: Rule, example: Example & { readonly bad: string }): void {
  const outcome = runExample(rule, example);
  expect(outcome.expected).not.toEqual([]);
  expect(mark(outcome.before, spansOf(outcome.reported))).toBe(example.bad);
  for (const { message, rule: id, severity } of outcome.reported) {
    expect(message.trim()).not.toBe("");
    expect(message).not.toMatch(/[.\n]$/);
    expect(id).toBe(rule.id);
    expect(SEVERITIES).toContain(severity);
  }
  for (const { title } of outcome.fixes) expect(title.trim()).not.toBe("");
  const preferred = outcome.fixes.filter((fix) => fix.preferred);
  expect(preferred.length).toBeLessThanOrEqual(outcome.reported.length);
  if (example.fix !== undefined) expect(outcome.fixes.map(({ title }) => title)).toContain(example.fix);
  if (example.good !== undefined) expect(outcome.after).toBe(example.good);
  else
    expect(outcome.after, "the fix changes the document, so the example needs a good one").toBe(
      outcome.before,
    );
  expect([...outcome.created.keys()]).toEqual(example.creates === undefined ? [] : [example.creates]);
  expect(outcome.renamed).toBe(example.renames);
  // What the fixes leave behind has nothing left to fix.
  const given = { ...example.given, ...Object.fromEntries([...outcome.created, ...outcome.changed]) };
  const again = runExample(rule, { ...example, given, path: outcome.renamed ?? outcome.path }, outcome.after);
  if (outcome.applied.length > 0 && !example.stays) expect(spansOf(again.reported)).toEqual([]);
  expect(again.after).toBe(outcome.after);
}

function compareVersions(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : (left[at] as number) - (right[at] as number);
}
