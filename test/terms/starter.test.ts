import { describe, expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { completedTerm, completion } from "../../glossary/terms/features/completion.ts";
import { copyStarter } from "../../glossary/terms/features/copyStarter.ts";
import { definition } from "../../glossary/terms/features/definition.ts";
import { documentLinks } from "../../glossary/terms/features/documentLinks.ts";
import { hover } from "../../glossary/terms/features/hover.ts";
import { DEFAULT_SETTINGS } from "../../glossary/workspace/settings/settings.ts";
import { RULES } from "../example.ts";
import { cursorOf, PAGE, pageOf, rethrow, workspace } from "../fixture.ts";

const TEXT = "Measure the late$0ncy. Rest api, ADRs.\n";
const OWN = "\n-- glossary/terms/x.md --\n# X Term\n\nText.\n";

function hoverIn(text: string, change: Parameters<typeof workspace>[1] = {}) {
  const at = workspace(text, change);
  const { page, offset } = cursorOf(at);
  return hover(at.snapshot, page, offset);
}

describe("the starter glossary", () => {
  it("explains terms in a workspace without a glossary, and says where that is from", () => {
    const found = hoverIn(TEXT);
    expect(found?.markdown).toMatch(
      /^\*\*Latency\*\* · \*Performance \\& Scalability\*\n\n- The time between/,
    );
    expect(found?.markdown).toContain("From the starter glossary");
    expect(found?.markdown).toContain("Spec Glossary: Copy Starter Glossary into Workspace");
    expect(found?.sources).toEqual([]);
  });

  it("is silent where there is a glossary, where that is not known yet, and where it is switched off", () => {
    expect(hoverIn(TEXT + OWN)).toBeUndefined();
    expect(hoverIn(TEXT, { complete: false })).toBeUndefined();
    expect(hoverIn(TEXT, { settings: { ...DEFAULT_SETTINGS, starter: false } })).toBeUndefined();
  });

  it("goes when the workspace gets its first term, and comes back with the setting", () => {
    const at = workspace(TEXT);
    const { page, offset } = cursorOf(at);
    at.host.apply({ put: new Map([["glossary/terms/x.md", "# X\n\nText.\n"]]) });
    expect(hover(at.host.snapshot(), page, offset)).toBeUndefined();
    at.host.apply({ drop: ["glossary/terms/x.md"], settings: { ...DEFAULT_SETTINGS, starter: false } });
    expect(hover(at.host.snapshot(), page, offset)).toBeUndefined();
    at.host.apply({ settings: DEFAULT_SETTINGS });
    expect(hover(at.host.snapshot(), page, offset)).toBeDefined();
  });

  it("counts for nothing else: no terms, definitions, links or findings", () => {
    const at = workspace(TEXT);
    const { page, offset } = cursorOf(at);
    expect(at.snapshot.glossary.terms.size).toBe(0);
    expect(definition(at.snapshot, page, offset)).toEqual([]);
    expect(documentLinks(at.snapshot, page)).toEqual([]);
    const on = Object.fromEntries(RULES.map(({ id }) => [id, "warning"] as const));
    at.host.apply({ settings: { ...DEFAULT_SETTINGS, rules: on } });
    expect(diagnose(RULES, at.host.snapshot(), page, rethrow)).toEqual([]);
  });

  it("is completed by name, but there is nothing to link to", () => {
    const at = workspace("Measure the laten$0\n");
    const { page, offset } = cursorOf(at);
    const found = completion(at.snapshot, page, offset, true);
    expect(found.items.map(({ label }) => label)).toContain("Latency");
    expect(completedTerm(at.snapshot, "latency")?.name).toBe("Latency");
    const link = workspace("Measure the [laten$0\n");
    const bracket = cursorOf(link);
    expect(completion(link.snapshot, bracket.page, bracket.offset, true).items).toEqual([]);
  });

  it("is copied page by page, and replaces nothing", () => {
    const all = copyStarter(workspace(TEXT).snapshot);
    expect(all.map(({ path }) => path)).toEqual(
      ["architecture", "delivery", "performance", "requirements", "testing"].map(
        (name) => `docs/glossary/categories/${name}.md`,
      ),
    );
    const own = workspace(`${TEXT}\n-- docs/glossary/categories/testing.md --\nMine.\n`);
    expect(copyStarter(own.snapshot).map(({ path }) => path)).toEqual(
      all.slice(0, 4).map(({ path }) => path),
    );
    own.host.apply({ put: new Map(all.map(({ path, text }) => [path, text])) });
    expect(own.host.snapshot().starter).toBeUndefined();
    expect(hover(own.host.snapshot(), pageOf(own), 14)?.markdown).not.toContain("starter");
    expect(own.cursor?.path).toBe(PAGE);
  });
});
