/** What is known while the files of a workspace folder are still being read. */
import { describe, expect, it } from "vitest";
import { AnalysisHost, hover, type ReadPage } from "../../glossary/index.ts";
import { outputs } from "./outputs.ts";

const PAGES = 200;
const term = (i: number) => `# Term${i}\n\n## Definition\n\nA **Term${i}** is thing ${i}.\n`;
const pathOf = (i: number) => `docs/glossary/terms/term${i}.md`;
const PAGE = "docs/page.md";

function begun(): AnalysisHost {
  const host = new AnalysisHost();
  host.apply({ open: [PAGE], put: new Map([[PAGE, "Term0 and Term150.\n"]]) });
  return host;
}

function read(host: AnalysisHost, from: number, to: number, each: () => void = () => {}): void {
  for (let i = from; i < to; i++) {
    host.apply({ put: new Map([[pathOf(i), term(i)]]), more: true });
    each();
  }
}

describe("while files are read", () => {
  it("what follows from all pages is made anew only now and then", () => {
    const host = begun();
    const made = new Set<unknown>();
    read(host, 0, PAGES, () => made.add(host.snapshot().glossary));
    expect(made.size).toBeLessThan(12);
    expect(host.snapshot().glossary.terms.size).toBeGreaterThan(PAGES / 2 - 2);
    host.apply({ complete: true });
    expect(host.snapshot().glossary.terms.size).toBe(PAGES);
  });

  it("a state is the same until something can be seen of a change", () => {
    const host = begun();
    read(host, 0, 100);
    const before = host.snapshot();
    read(host, 100, 120);
    expect(host.snapshot()).toBe(before);
    expect(host.snapshot().pages.has(pathOf(110))).toBe(false);
  });

  it("an open page is known as it is now", () => {
    const host = begun();
    read(host, 0, 100);
    host.snapshot();
    read(host, 100, 110);
    const { glossary } = host.snapshot();
    host.apply({ put: new Map([[PAGE, "So Term7 is here.\n"]]) });
    const snapshot = host.snapshot();
    const page = snapshot.pages.get(PAGE) as ReadPage;
    expect(page.text).toBe("So Term7 is here.\n");
    expect(hover(snapshot, page, 5)?.markdown).toContain("thing 7");
    expect(snapshot.glossary).toBe(glossary);
    host.apply({ open: [pathOf(105)], put: new Map([[pathOf(105), term(1_000)]]) });
    expect(host.snapshot().glossary.terms.size).toBe(110);
    expect(host.snapshot().pages.get(pathOf(105))).toMatchObject({ text: term(1_000) });
  });

  it("files that are not to be seen yet can be looked for, go and change", () => {
    const host = begun();
    read(host, 0, 100);
    host.snapshot();
    read(host, 100, 104);
    expect(host.pathsBelow(["docs/glossary"])).toHaveLength(104);
    expect(host.closedPage(pathOf(101))).toMatchObject({ path: pathOf(101) });
    host.apply({ drop: [pathOf(100)] });
    host.apply({ put: new Map([[pathOf(101), term(2_000)]]), more: true });
    host.apply({ files: ["docs/a.png"] });
    host.apply({ complete: true });
    const { glossary } = host.snapshot();
    const names = [...glossary.terms.values()].map(({ name }) => name);
    expect(names).toHaveLength(103);
    expect(names).toContain("Term2000");
    expect(names).not.toContain("Term100");
    expect(names).not.toContain("Term101");
  });

  it("the end is what it is without any look in between", () => {
    const ended = (look: boolean) => {
      const host = begun();
      host.apply({
        put: new Map([["docs/keps/1/kep.yaml", "title: One\nstatus: implemented\n"]]),
        more: true,
      });
      read(host, 0, 60, () => look && host.snapshot());
      host.apply({
        put: new Map([["docs/adr/0001-a.md", "# ADR-0001: A\n\n**Status**: Accepted\n"]]),
        more: true,
      });
      host.apply({ settings: { exclude: ["docs/glossary/terms/term3.md"] } });
      read(host, 60, 70, () => look && host.snapshot());
      host.apply({ put: new Map([[PAGE, "Term69 and [x](glossary/terms/term68.md).\n"]]) });
      read(host, 70, 80, () => look && host.snapshot());
      host.apply({ complete: true });
      return host;
    };
    const [one, other] = [ended(true), ended(false)];
    expect([...one.snapshot().pages.keys()]).toEqual([...other.snapshot().pages.keys()]);
    expect(outputs(one)).toEqual(outputs(other));
  });
});
