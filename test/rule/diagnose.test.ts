/** Severities by setting, silence by comment, failures by rule. */
import { describe, expect, it } from "vitest";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { defineRule, type Rule } from "../../glossary/rule/rule.ts";
import { diagnose, diagnoseFixable, fixesAt } from "../../glossary/rule/run.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../glossary/workspace/settings/settings.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";
import { PAGE, pageOf, rethrow, unmark, workspace } from "../fixture.ts";

/** Reports every `bad` word. */
const word = defineRule<string>({
  id: "test/word",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A bad word.",
  why: "It is bad.",
  examples: [],
  message: (data) => `${data} is bad`,
  *check({ page }) {
    for (const { 0: data, index } of page.text.matchAll(/\bbad\b/g))
      yield { span: { start: index, end: index + 3 }, data };
  },
  fixes: ({ span }, { page }) => [
    {
      title: "Be good",
      safety: "safe",
      changes: [{ kind: "edit", path: page.path, edits: [{ span, text: "good" }] }],
    },
  ],
});

const other: Rule = { ...word, id: "other/word" };
function lines(text: string, rules: readonly Rule[] = [word], settings: Settings["rules"] = {}): string[] {
  const one = workspace({ [PAGE]: text }, { settings: { ...DEFAULT_SETTINGS, rules: settings } });
  const page = pageOf(one);
  return diagnose(rules, one.snapshot, page, rethrow).map(
    ({ rule, severity, span }) => `${page.text.slice(0, span.start).split("\n").length} ${rule} ${severity}`,
  );
}

describe("severities", () => {
  it("are the rule's own, the setting's, or none", () => {
    expect(lines("bad")).toEqual(["1 test/word warning"]);
    expect(lines("bad", [word], { "test/word": "error" })).toEqual(["1 test/word error"]);
    expect(lines("bad", [word], { "test/word": "off" })).toEqual([]);
    expect(lines("bad", [word], { "test/other": "off" })).toEqual(["1 test/word warning"]);
  });

  it("of a finding give way to the setting", () => {
    const mild: Rule = {
      ...word,
      *check() {
        yield { span: { start: 0, end: 1 }, data: "x", severity: "hint" };
      },
    };
    expect(lines("bad", [mild])).toEqual(["1 test/word hint"]);
    expect(lines("bad", [mild], { "test/word": "error" })).toEqual(["1 test/word error"]);
  });

  it("come by place, then by rule", () => {
    expect(lines("bad bad", [word, other])).toEqual([
      "1 other/word warning",
      "1 test/word warning",
      "1 other/word warning",
      "1 test/word warning",
    ]);
  });
});

describe("a comment silences", () => {
  const PAGES: Readonly<Record<string, readonly [page: string, reported: readonly number[]]>> = {
    "the next line": ["<!-- spec-glossary-disable-next-line -->\nbad\nbad\n", [3]],
    "the next line that is not blank": [
      "<!-- spec-glossary-disable-next-line test/word -->\n\n\nbad\n\nbad\n",
      [6],
    ],
    "its own line": ["bad <!-- spec-glossary-disable-line test/word -->\n\nbad\n", [3]],
    "all between two": [
      "bad\n\n<!-- spec-glossary-disable -->\n\nbad\n\n# bad\n\nbad\n\n<!-- spec-glossary-enable -->\n\nbad\n",
      [1, 13],
    ],
    "all that follows": ["bad\n\n<!-- spec-glossary-disable test/word -->\n\nbad\n\n## bad\n", [1]],
    "the file": ["bad\n\n<!-- spec-glossary-disable-file test/word -->\n\nbad\n", []],
    "an area": ["<!-- spec-glossary-disable-file test -->\n\nbad\n", []],
    "of several rules the one named": ["<!-- spec-glossary-disable-file a/b, test/word,c/d -->\n\nbad\n", []],
    "no other rule": ["<!-- spec-glossary-disable-file test/words other/word -->\n\nbad\n", [3]],
    "only what it names again": [
      "<!-- spec-glossary-disable -->\n\nbad\n\n<!-- spec-glossary-enable other/word -->\n\nbad\n",
      [],
    ],
    "in a list": ["- bad <!-- spec-glossary-disable-line -->\n- bad\n", [2]],
    "nothing in code": [
      "`<!-- spec-glossary-disable-line -->` bad\n\n```\n<!-- spec-glossary-disable-file -->\n```\n",
      [1],
    ],
    "nothing when it is not ours": [
      "<!-- markdownlint-disable-file -->\n\nbad\n\n<!-- spec-glossary-disables -->\n\nbad\n",
      [3, 7],
    ],
    "with CRLF line ends": ["<!-- spec-glossary-disable-next-line -->\r\n\r\nbad\r\nbad\r\n", [4]],
  };
  for (const [title, [page, reported]] of Object.entries(PAGES)) {
    it(title, () => expect(lines(page).map((line) => Number(line.split(" ")[0]))).toEqual(reported));
  }
});

describe("a rule that throws", () => {
  const broken: Rule = {
    ...word,
    id: "test/broken",
    check() {
      throw new Error("oops");
    },
  };
  const brokenFix: Rule = {
    ...word,
    fixes() {
      throw new Error("oops");
    },
  };

  it("is reported, and the others go on", () => {
    const one = workspace({ [PAGE]: "bad" });
    const failures: string[] = [];
    const failed = (rule: string, path: string) => failures.push(`${rule} ${path}`);
    const found = diagnose([broken, word], one.snapshot, pageOf(one), failed);
    expect(found.map(({ rule }) => rule)).toEqual(["test/word"]);
    expect(failures).toEqual([`test/broken ${PAGE}`]);
  });

  it("when it is asked for a fix still has its findings", () => {
    const one = workspace({ [PAGE]: "bad and bad" });
    const failures: string[] = [];
    const failed = (rule: string, path: string) => failures.push(`${rule} ${path}`);
    const found = diagnoseFixable([brokenFix], one.snapshot, pageOf(one), failed);
    expect(found.map(({ fixable }) => fixable)).toEqual([false, false]);
    expect(failures).toEqual([`test/word ${PAGE}`]);
    expect(fixesAt([brokenFix, other], one.snapshot, pageOf(one), { start: 0, end: 3 }, failed)).toHaveLength(
      1,
    );
  });
});

describe("fixes", () => {
  it.each([
    ["«»bad bad", 1],
    ["b«a»d bad", 1],
    ["bad« »bad", 0],
    ["bad«» bad", 1],
    ["ba«d b»ad", 2],
    ["bad bad x«»", 0],
  ])("at %s: %i", (marked, count) => {
    const { text, spans } = unmark(marked);
    const one = workspace({ [PAGE]: text });
    const [span] = spans;
    if (!span) throw new Error("no span");
    expect(fixesAt([word], one.snapshot, pageOf(one), span, rethrow)).toHaveLength(count);
  });
});

it("a rule about the workspace waits until it has been read", () => {
  const host = new AnalysisHost();
  const rule: Rule = { ...word, scope: "workspace" };
  const count = () => {
    const snapshot = host.snapshot();
    const page = snapshot.pages.get(PAGE);
    return isRead(page) ? diagnose([rule], snapshot, page, rethrow).length : -1;
  };
  host.apply({ open: [PAGE], put: new Map([[PAGE, "bad"]]) });
  expect(count()).toBe(0);
  host.apply({ complete: true });
  expect(count()).toBe(1);
  host.apply({ complete: false });
  expect(count()).toBe(0);
});
