import { describe, expect, it } from "vitest";
import { termAt, termUses } from "../../glossary/terms/features/termUses.ts";
import { cursorOf, mark, pageOf, workspace } from "../fixture.ts";

/** `«…»` are the places of the CDN. */
const REPOSITORY = `
-- docs/glossary/terms/cdn.md --
# «CDN (Content Delivery Network)»

Copies. A «CDN» is near.
-- docs/glossary/README.md --
# Glossary

- **[«CDN»](terms/cdn.md)** - copies
- **Queue** - waits; the «content delivery network» does not
- **Cache** - keeps
-- docs/other.md --
# How «CDNs» are paid

See [«the edge»](glossary/terms/cdn.md "x"), \`CDN\`, a queue and «content
delivery network».
`;

describe("uses of a term", () => {
  it.each([
    "Two «CD$0Ns».",
    "# The «C$0DN»",
    "[«near you»](glossary/terms/cd$0n.md)",
    "A «content delivery net$0work» and a queue.",
  ])("are found from %s", (page) => {
    const one = workspace(`-- docs/page.md --\n${page}\n${REPOSITORY.trimStart()}`);
    const { page: read, offset } = cursorOf(one);
    const term = termAt(one.snapshot, read, offset);
    if (!term) throw new Error("no term");
    const marked = (path: string, spans: Parameters<typeof mark>[1]) => mark(pageOf(one, path).text, spans);
    for (const [path, spans] of one.spans) {
      const found = termUses(one.snapshot, pageOf(one, path), term).map(({ span }) => span);
      expect(marked(path, found)).toBe(marked(path, spans));
    }
  });

  it("are definitions in the glossary alone", () => {
    const one = workspace(REPOSITORY.replace("A «CDN»", "A «C$0DN»"));
    const { page, offset } = cursorOf(one);
    const term = termAt(one.snapshot, page, offset);
    const defines = (path: string) =>
      term && termUses(one.snapshot, pageOf(one, path), term).map((use) => use.defines);
    expect(defines("docs/glossary/terms/cdn.md")).toEqual([true, false]);
    expect(defines("docs/glossary/README.md")).toEqual([true, false]);
    expect(defines("docs/other.md")).toEqual([false, false, false]);
  });

  it("are none where no term stands", () => {
    const one = workspace(`-- docs/page.md --\nA wo$0rd.\n${REPOSITORY.trimStart()}`);
    const { page, offset } = cursorOf(one);
    expect(termAt(one.snapshot, page, offset)).toBeUndefined();
  });
});

it("the number of a decision is no use of the term ADR", () => {
  const one = workspace(`-- docs/page.md --
See ADR-0001, A$0DR-0002 and the «ADR» of [ADR-0001](adr/0001-x.md).
-- docs/glossary/terms/adr.md --
# ADR

A record.
`);
  const { page, offset } = cursorOf(one);
  expect(termAt(one.snapshot, page, offset)).toBeUndefined();
  const [term] = one.snapshot.glossary.terms.values();
  const places = term && termUses(one.snapshot, page, term).map(({ span }) => span);
  expect(mark(page.text, places ?? [])).toBe(mark(page.text, one.spans.get(page.path) ?? []));
});
