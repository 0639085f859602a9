import { describe, expect, it } from "vitest";
import { admits, type Scope } from "../../glossary/terms/model/scope.ts";
import {
  glossaryFile,
  glossaryPlace,
  isContextive,
  isLanguage,
} from "../../glossary/workspace/glossaryFolder.ts";
import { effort, SOON } from "../effort.ts";

describe("glossaryFile", () => {
  const KINDS: Readonly<Record<string, ReturnType<typeof glossaryFile>>> = {
    "GLOSSARY.md": "glossary",
    "docs/glossary.mdx": "glossary",
    "docs/glossary/terms/x.md": "glossary",
    "docs/Glossaries/x.md": "glossary",
    "docs/UBIQUITOUS_LANGUAGE.md": "glossary",
    "docs/ubiquitous-language.md": "glossary",
    "CONTEXT.md": "context",
    "docs/terms.md": "terms",
    "docs/terms/x.md": "term",
    "includes/abbreviations.md": "abbreviations",
    "docs/my-glossary/x.md": undefined,
    "docs/glossary-design.md": undefined,
    "docs/context/x.md": undefined,
    "README.md": undefined,
  };
  for (const [path, kind] of Object.entries(KINDS)) {
    it(path, () => expect(glossaryFile(path)).toBe(kind));
  }
});

describe("glossaryPlace", () => {
  const PLACES: Readonly<Record<string, readonly [home: string, rest: string]>> = {
    "docs/glossary/terms/x.md": ["docs/glossary", "glossary/terms/x.md"],
    "docs/terms/x.md": ["docs/glossary", "terms/x.md"],
    "docs/GLOSSARY.md": ["docs/glossary", "GLOSSARY.md"],
    "GLOSSARY.md": ["glossary", "GLOSSARY.md"],
    "CONTEXT.md": ["glossary", "CONTEXT.md"],
    "docs/glossary/de/x.md": ["docs/glossary/de", "glossary/de/x.md"],
    "content/en/x.md": ["content/en", "x.md"],
  };
  for (const [path, [home, rest]] of Object.entries(PLACES)) {
    it(path, () => expect(glossaryPlace(path)).toEqual({ home, rest }));
  }
});

it("knows languages by their codes", () => {
  expect(["de", "zh-cn", "pt_BR", "EN"].every(isLanguage)).toBe(true);
  expect(["docs", "js", "xx", "deep", ""].some(isLanguage)).toBe(false);
});

it("knows Contextive's files", () => {
  expect(["a.glossary.yml", "x/b.glossary.YAML", ".contextive/definitions.yml"].every(isContextive)).toBe(
    true,
  );
  expect(
    ["glossary.yml", "a.glossary.json", "contextive/definitions.yml", "definitions.yml"].some(isContextive),
  ).toBe(false);
});

describe("admits", () => {
  const CASES: readonly (readonly [scope: Scope | undefined, path: string, is: boolean])[] = [
    [undefined, "a.md", true],
    [{ within: [""], paths: [] }, "a/b.md", true],
    [{ within: ["a"], paths: [] }, "a/b.md", true],
    [{ within: ["a"], paths: [] }, "ab/b.md", false],
    [{ within: ["a/b.md"], paths: [] }, "a/b.md", true],
    [{ within: ["x", "a"], paths: [] }, "a/b.md", true],
    [{ within: [], paths: [] }, "a.md", false],
    [{ within: [""], paths: ["billing"] }, "src/billing/a.md", true],
    [{ within: [""], paths: ["billing"] }, "src/billings/a.md", false],
    [{ within: [""], paths: ["/src/billing/"] }, "src/billing/a.md", true],
    [{ within: [""], paths: ["src/*/a.md"] }, "src/x/a.md", true],
    [{ within: [""], paths: ["src/*/a.md"] }, "src/x/y/a.md", false],
    [{ within: [""], paths: ["*.spec"] }, "docs/x.spec/a.md", true],
    [{ within: [""], paths: ["**"] }, "a.md", true],
    [{ within: [""], paths: ["", "[", "{", "(", "!"] }, "a.md", false],
  ];
  for (const [scope, path, is] of CASES) {
    it(`${JSON.stringify(scope)} ${path}`, () => expect(admits(scope, path)).toBe(is));
  }

  it("takes no longer for a hostile pattern", () => {
    const spent = effort();
    for (const pattern of ["**/a**/a**/a**b", "*a*a*a*a*a*a*ab", "{a,{b,{c,{d}}}}*"])
      admits({ within: [""], paths: [pattern] }, `${"a/".repeat(200)}a.md`);
    expect(spent()).toBeLessThan(SOON);
  });
});
