/** The same words defined in very many documents: which of them is meant, and what it costs. */
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../glossary/domains.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { holdingIn, nearest, nearestFirst } from "../../glossary/terms/index/nearest.ts";
import { usesOn } from "../../glossary/terms/index/uses.ts";
import { admits } from "../../glossary/terms/model/scope.ts";
import { effort } from "../effort.ts";
import { pageOf, workspace } from "../fixture.ts";

const WORDS = ["owner", "sender", "relay", "batch", "window", "epoch", "shard", "ledger", "quorum", "signer"];

/** A specification that defines the words for itself, and uses them. */
function specification(i: number): string {
  const entries = WORDS.map((word) => `- **${word}**: The ${word} of specification ${i}.`);
  const text = WORDS.map((word) => `The ${word} talks to my-${word} and others.`);
  return [`# Specification ${i}`, "## Glossary", entries.join("\n"), "## Text", ...text, ""].join("\n\n");
}

function specifications(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`specs/s${i}.md`, specification(i)]));
}

/** Packages with a glossary each; `languages` gives the folders of some a language. */
function packages(count: number, languages: readonly string[] = []): Record<string, string> {
  const pages = Array.from({ length: count }, (_, i): [string, string][] => {
    const language = languages[i % (languages.length + 1)];
    const folder = `packages/p${i % 7}/${language === undefined ? "" : `${language}/`}q${i}/docs`;
    return [
      [`${folder}/glossary/terms/relay.md`, `# Relay\n\nThe relay of package ${i}.\n`],
      [`${folder}/page.md`, "# Page\n\nThe relay is fine.\n"],
    ];
  });
  return Object.fromEntries(pages.flat());
}

describe("of terms of one name", () => {
  it.each([
    ["in documents of their own", specifications(40)],
    ["in packages of their own", packages(40)],
    ["in packages of several languages", packages(40, ["de", "zh-cn"])],
    [
      "in both",
      { ...packages(20), ...specifications(20), "glossary.md": "# Glossary\n\n## Relay\n\nOf all.\n" },
    ],
  ])("%s the one that is meant is the nearest of all that hold", (_, files) => {
    const { snapshot } = workspace(files);
    const namesakes = [...snapshot.glossary.byName.values()].filter(({ length }) => length > 8);
    expect(namesakes.length).toBeGreaterThan(0);
    for (const path of [...snapshot.pages.keys(), "new.md", "packages/p1/new.md", "packages/p2/de/new.md"]) {
      for (const terms of namesakes) {
        const holding = terms.filter(({ scope }) => admits(scope, path));
        expect(holdingIn(terms, path)).toEqual(holding);
        const slowly = holding.length === 0 ? undefined : nearestFirst(holding, path)[0];
        expect(nearest(terms, path)?.id, path).toBe(slowly?.id);
      }
    }
  });

  it("each has an id of its own, numbered as they come", () => {
    const { snapshot } = workspace(specifications(12));
    const ids = [...snapshot.glossary.terms.keys()].filter((id) => id.startsWith("relay"));
    expect(ids.sort()).toEqual(["relay", ...Array.from({ length: 11 }, (_, i) => `relay-${i + 2}`)].sort());
  });

  it("each document has its own use", () => {
    const { snapshot } = workspace(specifications(12));
    const page = pageOf({ snapshot }, "specs/s7.md");
    const found = usesOn(page, snapshot.matcher).filter(({ terms }) => terms.length !== 1);
    expect(found).toEqual([]);
  });
});

/** The pages of which the rules are run over each. */
const SOME = 40;

/** In milliseconds of processor time, the least of a few rounds: all indexes, and the rules over some pages. */
function spentOn(files: Readonly<Record<string, string>>): number {
  const paths = Object.keys(files).slice(0, SOME);
  const rounds = Array.from({ length: 2 }, () => {
    const { host } = workspace(files, { open: paths, complete: false });
    host.snapshot();
    const spent = effort();
    host.apply({ complete: true });
    const snapshot: Snapshot = host.snapshot();
    for (const path of paths) diagnose(RULES, snapshot, pageOf({ snapshot }, path), () => {});
    return spent();
  });
  return Math.min(...rounds);
}

describe("twice as many", () => {
  it.each([
    ["documents that define the same words", specifications],
    ["packages that define the same word", packages],
  ])("%s take little more than twice as long", { timeout: 120_000 }, (_, make) => {
    spentOn(make(100));
    const once = spentOn(make(400));
    expect(spentOn(make(800))).toBeLessThan(2.6 * once + 50);
  });
});
