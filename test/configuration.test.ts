import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admits } from "../glossary/terms/model/scope.ts";
import { nearest } from "../glossary/text/nearest.ts";
import { readConfiguration } from "../glossary/workspace/settings/configuration.ts";
import { globFault, matchesGlobs } from "../glossary/workspace/settings/globs.ts";
import { DEFAULT_SETTINGS, mergeSettings, severitiesFor } from "../glossary/workspace/settings/settings.ts";
import { effort, SOON } from "./effort.ts";
import { mark, unmark } from "./fixture.ts";

describe("a configuration sets", () => {
  const CASES: readonly (readonly [text: string, settings: object])[] = [
    ["", {}],
    ["{}", {}],
    ["// Nothing yet.\n", {}],
    ['{ "$schema": "./x.json" }', {}],
    ['{ "archived": true, }', { archived: true }],
    ['\ufeff{ "archived": true }', { archived: true }],
    ['{ "linkStyle": "site" /* as ever */ }', { linkStyle: "site" }],
    ['{ "glossaries": ["a/*.md", "b"], "exclude": [] }', { glossaries: ["a/*.md", "b"], exclude: [] }],
    [
      '{ "rules": { "glossary/dangling-link": "off", "glossary/unlinked-term": "hint" } }',
      { rules: { "glossary/dangling-link": "off", "glossary/unlinked-term": "hint" } },
    ],
    [
      '{ "overrides": [{ "files": ["a"], "rules": { "glossary/dangling-link": "error" } }] }',
      { overrides: [{ files: ["a"], rules: { "glossary/dangling-link": "error" } }] },
    ],
    [
      '{ "scopes": [{ "glossaries": ["a/GLOSSARY.md"], "appliesTo": ["./a/", "b/**", "."] }] }',
      { scopes: [{ glossaries: ["a/GLOSSARY.md"], appliesTo: ["a", "b", ""] }] },
    ],
  ];
  for (const [text, settings] of CASES) {
    it(text || "nothing when it is empty", () =>
      expect(readConfiguration(text)).toEqual({ settings, problems: [] }),
    );
  }
});

describe("a mistake", () => {
  /** The text with marks around what is reported, the messages, what still holds. */
  const CASES: Readonly<
    Record<string, readonly [text: string, messages: readonly RegExp[], settings: object]>
  > = {
    "in a key": [
      '{ «"archivd"»: true, "starter": false }',
      [/no setting “archivd”: write “archived”/],
      { starter: false },
    ],
    "in a text": [
      '{ "adrStatuses": ["Ready", «" "», «2»], "adrProfiles": [«"keps"»] }',
      [/must be a text in quotes/, /must be a text in quotes/, /must be “kep” or “rfc”/],
      { adrStatuses: ["Ready"], adrProfiles: [] },
    ],
    "in a key nobody can guess": ['{ «"whatever"»: [{}] }', [/no setting “whatever”: remove it/], {}],
    "in the case of a key": ['{ «"linkstyle"»: "site" }', [/write “linkStyle”/], {}],
    "in a rule": [
      '{ "rules": { «"glossary/dangling-links"»: "off", "glossary/duplicate-term": "hint" } }',
      [/no rule “glossary\/dangling-links”: write “glossary\/dangling-link”/],
      { rules: { "glossary/duplicate-term": "hint" } },
    ],
    "in a severity": [
      '{ "rules": { "glossary/dangling-link": «"warn"», "glossary/duplicate-term": «2» } }',
      [/must be “off”, “hint”, “information”, “warning” or “error”/, /must be/],
      { rules: {} },
    ],
    "in a type": [
      '{ "archived": «"yes"», "linkStyle": «true», "exclude": «"a"», "rules": «[]», "starter": false }',
      [/true or false/, /“auto”/, /must be a list/, /must be an object/],
      { starter: false },
    ],
    "in one item of a list": [
      '{ "exclude": ["a", «1», "b"] }',
      [/pattern of paths/],
      { exclude: ["a", "b"] },
    ],
    "in an override": [
      '{ "overrides": [«{ "files": ["a"] }», «1», { "files": ["b"], "rules": {}, «"rule"»: 1 }] }',
      [/needs “rules” too/, /an object with “files” and “rules”/, /no setting “rule”: write “rules”/],
      { overrides: [{ files: ["b"], rules: {} }] },
    ],
    "in patterns": [
      '{ "exclude": [«""», «"a\\\\b"», «"../a"», "a"] }',
      [/is empty/, /backslash/, /leaves the folder/],
      { exclude: ["a"] },
    ],
    "in paths": [
      '{ "scopes": [{ "glossaries": ["a"], "appliesTo": [«"../b"», «"b/*.md"», «"b\\\\d"», "c"] }] }',
      [/no folder or file/, /no wildcards/, /with “\/”/],
      { scopes: [{ glossaries: ["a"], appliesTo: ["c"] }] },
    ],
    "is a key that is set twice": [
      '{ «"archived"»: true, "archived": false }',
      [/set twice/],
      { archived: false },
    ],
    "is a list": ["«[1]»", [/must be an object/], {}],
    "is a missing comma": [
      '{\n  "archived": true\n  «"starter"»: false\n}',
      [/comma is expected/],
      { archived: true, starter: false },
    ],
    "is a missing brace": ['{ "archived": true«\n»', [/“}” is missing/], { archived: true }],
    "is a missing value": ['{ "archived": «}», "starter": false', [/value is expected/], {}],
    "is a missing quotation mark": ['{ "linkStyle": «"site }»\n', [/quotation mark is missing/], {}],
    "is text without quotation marks": ["{ «archived»: true }", [/quotation marks/], {}],
    "is something else behind it": [
      '{ "archived": true } «x»',
      [/nothing may follow|quotation marks/],
      { archived: true },
    ],
    "is a name that means something to JavaScript": [
      '{ «"__proto__"»: { "archived": true }, «"constructor"»: 1, "rules": { «"toString"»: "off" } }',
      [/__proto__/, /constructor/, /toString/],
      { rules: {} },
    ],
  };
  for (const [title, [marked, messages, settings]] of Object.entries(CASES)) {
    it(title, () => {
      const { text } = unmark(marked);
      const found = readConfiguration(text);
      expect(
        mark(
          text,
          found.problems.map(({ span }) => span),
        ),
      ).toBe(marked);
      expect(found.problems.map(({ message }) => message)).toEqual(
        messages.map((message) => expect.stringMatching(message)),
      );
      expect(found.settings).toEqual(settings);
    });
  }

  for (const [title, text] of [
    ["that is no JSON, in one line", `{${"a ".repeat(50_000)}}`],
    ["that is no JSON, in many lines", `[${"a\n".repeat(50_000)}`],
    ["in a name", `{${'"starters": 1, '.repeat(50_000)}}`],
  ] as const)
    it(`${title}, is told a hundred times at most, and soon`, () => {
      const spent = effort();
      const { problems } = readConfiguration(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThanOrEqual(100);
      expect(spent()).toBeLessThan(SOON);
    });

  it("of any kind throws nothing", () => {
    const deep = "[".repeat(200_000);
    expect(readConfiguration(deep).problems).toHaveLength(1);
    expect(readConfiguration(`{"rules":${deep}`).settings).toEqual({});
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "//",
      "/*",
      "1",
      "rules",
      "null",
      "\n",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        for (const { span, message } of readConfiguration(text).problems) {
          expect(message).not.toMatch(/\.$/);
          expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
        }
      }),
    );
  });
});

describe("patterns", () => {
  const CASES: readonly (readonly [globs: readonly string[], path: string, matches: boolean])[] = [
    [[], "a.md", false],
    [["a.md"], "a.md", true],
    [["a.md"], "docs/a.md", false],
    [["docs"], "docs/a/b.md", true],
    [["./docs/"], "docs/a.md", true],
    [["/docs"], "docs/a.md", true],
    [["doc"], "docs/a.md", false],
    [["docs/*.md"], "docs/a.md", true],
    [["docs/*.md"], "docs/x/a.md", false],
    [["**/a.md"], "a.md", true],
    [["**/a.md"], "x/y/a.md", true],
    [["docs/**"], "docs/.hidden/a.md", true],
    [["{a,b}/*.md"], "b/x.md", true],
    [["a?.md"], "ab.md", true],
    [["docs", "!docs/a.md"], "docs/a.md", false],
    [["docs", "!docs/a.md"], "docs/b.md", true],
    [["!docs/a.md", "docs"], "docs/a.md", true],
    [["!docs"], "x.md", false],
    [["(a+)+b"], "aaaab", false],
    [["a/(draft) c++.md"], "a/(draft) c++.md", true],
    [["a,b.md"], "a,b.md", true],
    [["**"], "a/b.md", true],
    [["**/*.{md,mdx}"], "a/b/c.mdx", true],
    [["**/x/**/y.md"], "a/x/y.md", true],
    [["**/x/**/y.md"], "a/x/b/c/y.md", true],
    [["**/x/**/y.md"], "ax/y.md", false],
    [["docs/**.md"], "docs/a/b.md", true],
    [["v[0-9]/*"], "v2/a", true],
    [["v[!0-9]/*"], "v2/a", false],
    [["a[.md"], "a[.md", true],
    [["{a,{b,c}/d}/e"], "c/d/e", true],
    [["a/b/../c"], "a/c", false],
  ];
  for (const [globs, path, matches] of CASES) {
    it(`${JSON.stringify(globs)} ${matches ? "match" : "do not match"} ${path}`, () =>
      expect(matchesGlobs(globs, path)).toBe(matches));
  }

  it("that nobody writes are refused", () => {
    expect(globFault("{a,b}".repeat(9))).toMatch(/choices/);
    expect(globFault("a".repeat(300))).toMatch(/longer/);
  });

  it("take no long time, whatever is in them", () => {
    const path = `${"a/".repeat(60)}${"a".repeat(200)}`;
    const spent = effort();
    for (const glob of [
      "**/a/".repeat(30),
      "*a".repeat(60),
      "**a".repeat(50),
      "(a+)+b",
      "[a]+".repeat(20),
      "{*,**}/{*,**}/{*,**}/",
    ]) {
      expect(matchesGlobs([`${glob}b`], path)).toBe(false);
      expect(admits({ within: [""], paths: [`${glob}b`] }, path)).toBe(false);
    }
    expect(spent()).toBeLessThan(SOON);
  });
});

it("a name is guessed only where little is wrong with it", () => {
  const known = ["glossary/dangling-link", "glossary/duplicate-term", "warning", "archived"];
  expect(nearest("glossary/danglinglink", known)).toBe("glossary/dangling-link");
  expect(nearest("dangling-link", known)).toBe("glossary/dangling-link");
  expect(nearest("warn", known)).toBe("warning");
  expect(nearest("Archived", known)).toBe("archived");
  expect(nearest("something/else", known)).toBeUndefined();
  expect(nearest("x", known)).toBeUndefined();
  expect(nearest("a".repeat(5_000), known)).toBeUndefined();
});

describe("what counts", () => {
  const RULE = "glossary/dangling-link";
  const file = {
    archived: true,
    linkStyle: "site",
    rules: { [RULE]: "hint", x: "error" },
    overrides: [
      { files: ["docs"], rules: { [RULE]: "off" } },
      { files: ["docs/a.md"], rules: { [RULE]: "error" } },
    ],
  } as const;

  it("is the editor, then the file, then the default", () => {
    expect(mergeSettings({}, {})).toEqual(DEFAULT_SETTINGS);
    expect(mergeSettings(file, { linkStyle: "relative" })).toMatchObject({
      archived: true,
      linkStyle: "relative",
      starter: true,
    });
    expect(mergeSettings(file, { rules: { x: "off" } }).rules).toEqual({ [RULE]: "hint", x: "off" });
  });

  it("of a rule is the last override that names it for the file", () => {
    const settings = mergeSettings(file, {});
    const severity = (path: string) => severitiesFor(settings, path)[RULE];
    expect(["x.md", "docs/b.md", "docs/a.md"].map(severity)).toEqual(["hint", "off", "error"]);
    expect(severitiesFor(settings, "docs/b.md").x).toBe("error");
    const own = mergeSettings(file, { rules: { [RULE]: "information" } });
    expect(severitiesFor(own, "docs/a.md")[RULE]).toBe("information");
  });
});
