/** The state does not depend on the way it was reached. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { FILES } from "../../glossary/domains.ts";
import { outputs } from "./outputs.ts";

const PATHS = [
  "site/docusaurus.config.js",
  "site/docs/glossary/terms/cdn.md",
  "site/docs/glossary/terms/01-cdn.md",
  "docs/glossary/terms/cdn.md",
  "docs/glossary/README.md",
  "docs/glossary/categories/web.md",
  "docs/spec.md",
];

const TEXTS = [
  "",
  "---\nid: edge\n---\n\n# CDN (Content Delivery Network)\n\n## Definition\n\nCopies near the reader.\n",
  "# Edge\n\n**Edge** is near the reader. See [CDN](./cdn.md) and [x](/docs/glossary/terms/cdn).\n",
  "# Web\n\n**[CDN](/docs/glossary/terms/cdn)**\n- Copies\n\n**Cache**\n- Keeps\n\n| Term | Use When |\n|---|---|\n| CDN | far |\n",
  "- **[CDN](./terms/cdn)** - copies\n- **Cache** - keeps\n- [Edge](terms/edge.md) - near\n",
  "# Spec\n\nThe CDN and the cache.\n\n## Part\n\n[CDN](/docs/glossary/terms/cdn), [Redis][r], [E](../site/docs/glossary/terms/edge).\n\n[r]: /docs/glossary/terms/redis\n",
  "# Spec\n\nInserted.\n\nThe CDN and the cache.\n\n## Part\n\n<!-- spec-glossary-disable -->\n\n[CDN](/docs/glossary/terms/cdn)\n",
  "docs: { path: './docs', routeBasePath: '/' }",
];

/** What the other domains read: decisions with a file beside them, an increment, a schema. */
const OTHER_PATHS = [
  "docs/adr/0001-cache.md",
  "keps/12-cache/README.md",
  "keps/12-cache/kep.yaml",
  ".specweave/increments/0001-cache/spec.md",
  ".specweave/increments/0001-cache/tasks.md",
  ".specweave/config.json",
  "db/schema.sql",
  "docs/glossary/README.md",
];

const OTHER_TEXTS = [
  "",
  "# 1. Cache pages\n\n## Status\n\nAccepted\n\n## Context\n\nSlow.\n\n## Decision\n\nWe cache pages.\n",
  "# 1. Cache pages\n\n## Status\n\nSuperseded by ADR-0001\n\n## Summary\n\nADR-1.\n\n## Motivation\n\nSlow.\n",
  "title: Warm caches\nstatus: implemented\n",
  "# Cache\n\n### US-001: Read\n\n- [ ] **AC-US1-01**: p95 < 200 ms\n- [x] **AC-US1-02**: Twice\n",
  "# Tasks\n\n### T-001: Index\n\n**User Story**: US-001\n**Satisfies ACs**: AC-US1-01\n**Status**: [ ] pending\n",
  '{"multiProject": {"projects": {"web": {}, "app": {}}}}',
  "CREATE TABLE pages (id INT PRIMARY KEY, slug TEXT);\nCREATE INDEX pages_slug ON pages (slug);\n",
  "# Terms\n\n- **Cache** - keeps\n- **AC** - a criterion; see ADR-0001 and US-001\n",
];

type Step =
  | { readonly do: "put"; readonly path: string; readonly text: string; readonly open: boolean }
  | { readonly do: "drop"; readonly path: string }
  | { readonly do: "close"; readonly path: string }
  | { readonly do: "file"; readonly path: string }
  | { readonly do: "complete"; readonly complete: boolean }
  | { readonly do: "look" };

const steps = stepsOn(PATHS, TEXTS);
const others = stepsOn(OTHER_PATHS, OTHER_TEXTS);

function stepsOn(paths: readonly string[], texts: readonly string[]): fc.Arbitrary<Step[]> {
  const path = fc.constantFrom(...paths);
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant("put" as const),
        path,
        text: fc.constantFrom(...texts),
        open: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("drop" as const, "close" as const), path }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant("file" as const),
        path: fc.constantFrom("docs/a.png", "site/b.csv"),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("complete" as const), complete: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("look" as const) }) },
  );
  return fc.array(step, { maxLength: 20 }) as fc.Arbitrary<Step[]>;
}

/** True for files that are no pages. */
function isBeside(path: string): boolean {
  return FILES.some(({ kind }) => kind.as === "beside" && kind.is(path));
}

/** What the workspace should be after some steps. */
interface Model {
  readonly put: Map<string, string>;
  readonly open: Set<string>;
  readonly files: Set<string>;
  complete: boolean;
}

function walk(all: readonly Step[]): { host: AnalysisHost; model: Model } {
  const host = new AnalysisHost();
  const model: Model = { put: new Map(), open: new Set(), files: new Set(), complete: false };
  for (const step of all) {
    if (step.do === "look") host.snapshot();
    else if (step.do === "complete") {
      host.apply({ complete: step.complete });
      model.complete = step.complete;
    } else if (step.do === "file") {
      host.apply({ files: [step.path] });
      model.files.add(step.path);
    } else if (step.do === "drop") {
      host.apply({ drop: [step.path], close: [step.path] });
      model.put.delete(step.path);
      model.open.delete(step.path);
    } else if (step.do === "close") {
      host.apply({ close: [step.path] });
      model.open.delete(step.path);
    } else {
      const open = step.open && !isBeside(step.path) ? [step.path] : [];
      host.apply({ open, put: new Map([[step.path, step.text]]) });
      for (const one of open) model.open.add(one);
      model.put.set(step.path, step.text);
    }
  }
  return { host, model };
}

function fromScratch(
  { put, open, files, complete }: Model,
  order: (paths: string[]) => string[],
): AnalysisHost {
  const host = new AnalysisHost();
  const ordered = order([...put.keys()]).map((one) => [one, put.get(one) as string] as const);
  host.apply({ put: new Map(ordered), open, files, complete });
  return host;
}

describe("the state", () => {
  it.each([
    ["glossaries", steps],
    ["decisions, increments and schemas", others],
  ])("after any steps with %s is the state built from scratch, in any order", (_, some) => {
    fc.assert(
      fc.property(some, (all) => {
        const { host, model } = walk(all);
        const seen = outputs(host);
        expect(seen).toEqual(outputs(fromScratch(model, (paths) => paths.sort())));
        expect(seen).toEqual(outputs(fromScratch(model, (paths) => paths.sort().reverse())));
      }),
      { numRuns: 150 },
    );
  });

  it("that was given out does not change", () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const { host } = walk(before);
        const snapshot = host.snapshot();
        const frozen = JSON.stringify([[...snapshot.pages], [...snapshot.glossary.terms], snapshot.complete]);
        for (const step of after) {
          if (step.do === "put") host.apply({ put: new Map([[step.path, step.text]]) });
          if (step.do === "drop") host.apply({ drop: [step.path] });
        }
        host.snapshot();
        expect(JSON.stringify([[...snapshot.pages], [...snapshot.glossary.terms], snapshot.complete])).toBe(
          frozen,
        );
      }),
      { numRuns: 50 },
    );
  });

  it("keeps its indexes while an edit concerns its page alone", () => {
    const host = new AnalysisHost();
    const term = "docs/glossary/terms/cdn.md";
    const put = (path: string, text: string) => host.apply({ open: [path], put: new Map([[path, text]]) });
    put(term, "# CDN\n\nCopies.\n\nMore.\n");
    put("docs/spec.md", "# Spec\n\nText.\n");
    const { glossary } = host.snapshot();
    put("docs/spec.md", "# Spec\n\nText, the CDN.\n");
    put(term, "# CDN\n\nCopies.\n\nNo more.\n");
    expect(host.snapshot().glossary).not.toBe(undefined);
    expect(host.snapshot().revision).toBeGreaterThan(0);
    put("docs/spec.md", "# Spec\n\nOther text.\n");
    expect(host.snapshot().glossary.terms.get("cdn")?.summary).toBe("Copies.");
    const before = host.snapshot();
    put("docs/spec.md", "# Spec\n\nThe last text.\n");
    expect(host.snapshot().glossary).toBe(before.glossary);
    expect(host.snapshot().matcher).toBe(before.matcher);
    expect(host.snapshot().links.roots).toBe(before.links.roots);
    put(term, "# CDN\n\nOther copies.\n");
    expect(host.snapshot().glossary).not.toBe(glossary);
  });

  it("of closed pages keeps no text", () => {
    const host = new AnalysisHost();
    host.apply({ open: ["a.md"], put: new Map([["a.md", "# A\n"]]) });
    expect(host.snapshot().pages.get("a.md")).toHaveProperty("text");
    host.apply({ close: ["a.md"] });
    expect(host.snapshot().pages.get("a.md")).not.toHaveProperty("text");
    expect(host.snapshot().pages.get("a.md")).not.toHaveProperty("facts");
  });
});
