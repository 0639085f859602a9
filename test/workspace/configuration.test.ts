/** What `.spec-glossary.jsonc` changes in a workspace. */
import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, workspace } from "../fixture.ts";

const CONFIG = ".spec-glossary.jsonc";

describe("in a workspace", () => {
  const TERM = "# Saga\n\nA **saga** is a chain of steps.\n";
  const names = (files: Readonly<Record<string, string>>) =>
    [...workspace(files).snapshot.glossary.terms.values()].map(({ name }) => name);
  const found = (files: Readonly<Record<string, string>>, path: string) => {
    const one = workspace(files);
    return diagnose(RULES, one.snapshot, pageOf(one, path), (rule) => {
      throw new Error(rule);
    }).map(({ rule, severity }) => `${rule} ${severity}`);
  };
  const BAD = "See [x](/docs/glossary/terms/x).\n";
  const GIVEN = { "docs/glossary/terms/saga.md": TERM, "docs/a.md": BAD };

  it("files become parts of a glossary, in whatever order they come", () => {
    const files = { "docs/words/saga.md": TERM };
    const config = { [CONFIG]: '{ "glossaries": ["docs/words/*.md"] }' };
    expect(names(files)).toEqual([]);
    expect(names({ ...config, ...files })).toEqual(["Saga"]);
    expect(names({ ...files, ...config })).toEqual(["Saga"]);
  });

  it("closed files that are to be read again are named until they are", () => {
    const one = workspace({ "docs/words/saga.md": TERM, "docs/a.md": "x" }, { open: [] });
    one.host.apply({ put: new Map([[CONFIG, '{ "glossaries": ["docs/words"] }']]) });
    expect([...one.host.stale]).toEqual(["docs/words/saga.md"]);
    one.host.apply({ put: new Map([["docs/words/saga.md", TERM]]) });
    expect([...one.host.stale]).toEqual([]);
    expect(one.host.snapshot().glossary.terms.size).toBe(1);
    one.host.apply({ drop: [CONFIG] });
    expect([...one.host.stale]).toEqual(["docs/words/saga.md"]);
    one.host.apply({ drop: ["docs/words/saga.md"] });
    expect([...one.host.stale]).toEqual([]);
  });

  it("excluded files state no terms and have no findings, but exist", () => {
    expect(found(GIVEN, "docs/a.md")).toEqual(["glossary/dangling-link warning"]);
    expect(found({ ...GIVEN, [CONFIG]: '{ "exclude": ["docs/a.md"] }' }, "docs/a.md")).toEqual([]);
    const links = {
      ...GIVEN,
      "docs/b.md": "[Saga](/docs/glossary/terms/saga)\n",
      [CONFIG]: '{ "exclude": ["docs/glossary"] }',
    };
    expect(names(links)).toEqual([]);
    expect(found(links, "docs/b.md")).toEqual([]);
    expect(found({ [CONFIG]: '{ "exclude": ["**"], "x": 1 }' }, CONFIG)).toEqual([
      "configuration/invalid error",
    ]);
  });

  it("terms hold where a scope says so", () => {
    const files = {
      ...GIVEN,
      [CONFIG]: '{ "scopes": [{ "glossaries": ["docs/glossary"], "appliesTo": ["services/x"] }] }',
    };
    const [term] = [...workspace(files).snapshot.glossary.terms.values()];
    expect(term?.scope).toEqual({ within: ["services/x"], paths: [] });
  });

  it("severities hold by path", () => {
    const config = (text: string) => ({ ...GIVEN, [CONFIG]: text });
    const rules = '{ "glossary/dangling-link": "hint" }';
    expect(found(config(`{ "rules": ${rules} }`), "docs/a.md")).toEqual(["glossary/dangling-link hint"]);
    const overrides = (files: string) =>
      config(`{ "overrides": [{ "files": ["${files}"], "rules": ${rules} }] }`);
    expect(found(overrides("docs/*.md"), "docs/a.md")).toEqual(["glossary/dangling-link hint"]);
    expect(found(overrides("other"), "docs/a.md")).toEqual(["glossary/dangling-link warning"]);
  });

  it("only the file at the root counts, and of two the first", () => {
    const off = '{ "rules": { "glossary/dangling-link": "off" } }';
    expect(found({ ...GIVEN, ".spec-glossary.json": off }, "docs/a.md")).toEqual([]);
    expect(found({ ...GIVEN, ".spec-glossary.json": off, [CONFIG]: "{}" }, "docs/a.md")).toHaveLength(1);
    expect(found({ ...GIVEN, "docs/x.md": off }, "docs/a.md")).toHaveLength(1);
  });

  it("comments in the file silence its own findings", () => {
    const silenced =
      '{\n  // spec-glossary-disable-next-line configuration/invalid\n  "x": 1,\n  "y": 2\n}\n';
    expect(found({ [CONFIG]: silenced }, CONFIG)).toHaveLength(1);
    expect(found({ [CONFIG]: `/* spec-glossary-disable-file */\n${silenced}` }, CONFIG)).toEqual([]);
  });
});
