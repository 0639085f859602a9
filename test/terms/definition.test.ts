import { describe, expect, it } from "vitest";
import { definition } from "../../glossary/terms/features/definition.ts";
import { documentLinks } from "../../glossary/terms/features/documentLinks.ts";
import { DEFAULT_SETTINGS } from "../../glossary/workspace/settings/settings.ts";
import { cursorOf, mark, PAGE, pageOf, workspace } from "../fixture.ts";

const GLOSSARY = `
-- docs/glossary/terms/cdn.md --
---
id: edge
---

# CDN (Content Delivery Network)

Copies.
-- docs/glossary/categories/web.md --
# Web

**[CDN](/docs/glossary/terms/edge)**
- Copies

**Cache**
- Keeps
-- docs/glossary/README.md --
- **[Content Delivery Network](terms/cdn.md)** - copies
- **Queue** - waits
- **Cache** - keeps
`;

function at(page: string) {
  const one = workspace(`${page}\n${GLOSSARY}`);
  const { page: read, offset } = cursorOf(one);
  return definition(one.snapshot, read, offset).map(({ origin, path, span }) => {
    const text = one.files.get(path) ?? "";
    return `${mark(read.text, [origin]).trim()} → ${path}: ${text.slice(span.start, span.end)}`;
  });
}

describe("go to definition", () => {
  it.each([
    ["the C$0DNs", "the «CDNs» → docs/glossary/terms/cdn.md: CDN (Content Delivery Network)"],
    ["the ca$0che", "the «cache» → docs/glossary/categories/web.md: Cache"],
    ["the qu$0eue", "the «queue» → docs/glossary/README.md: Queue"],
    [
      "see [x](/docs/glossary/te$0rms/edge)",
      "see «[x](/docs/glossary/terms/edge)» → docs/glossary/terms/cdn.md: CDN (Content Delivery Network)",
    ],
    [
      "see [x](glossary/te$0rms/cdn.md)",
      "see «[x](glossary/terms/cdn.md)» → docs/glossary/terms/cdn.md: CDN (Content Delivery Network)",
    ],
    ["see [x](/docs/glos$0sary)", "see «[x](/docs/glossary)» → docs/glossary/README.md: "],
  ])("of %s", (page, line) => expect(at(page)).toEqual([line]));

  it.each([
    "no t$0erm",
    "see [x](glos$0sary/README.md)",
    "see [x](/docs/no$0thing)",
    "`CD$0N`",
    "[x](https://CD$0N)",
  ])("of %s leads nowhere", (page) => expect(at(page)).toEqual([]));

  it("of a name on its own entry leads nowhere", () => {
    const one = workspace("-- docs/glossary/terms/cdn.md --\n# C$0DN\n\nCopies.\n");
    const { page, offset } = cursorOf(one);
    expect(definition(one.snapshot, page, offset)).toEqual([]);
  });
});

describe("document links", () => {
  function links(page: string, termLinks = true): string[] {
    const one = workspace(`${page}\n${GLOSSARY}`);
    one.host.apply({ settings: { ...DEFAULT_SETTINGS, termLinks } });
    const snapshot = one.host.snapshot();
    const read = pageOf({ snapshot });
    return documentLinks(snapshot, read).map(
      ({ span, path }) => `${read.text.slice(span.start, span.end)} → ${path}`,
    );
  }

  it("lead from site paths to files; relative ones are the editor's", () => {
    expect(
      links(
        "[a](/docs/glossary/terms/edge) [b](glossary/terms/cdn.md) [c](/docs/nothing) ![d](/docs/glossary/terms/edge) [e][r]\n\n[r]: /docs/glossary\n",
      ),
    ).toEqual([
      "/docs/glossary/terms/edge → docs/glossary/terms/cdn.md",
      "/docs/glossary → docs/glossary/README.md",
    ]);
  });

  it("lead from the first use of a term in each part", () => {
    const text =
      "# The CDN\n\nThe CDN and the cache, the CDN.\n\n### Sub\n\nA cache.\n\n## Part\n\nCaches, [CDN](x.md), CDN, queue.\n";
    expect(links(text)).toEqual([
      "CDN → docs/glossary/terms/cdn.md",
      "cache → docs/glossary/categories/web.md",
      "Caches → docs/glossary/categories/web.md",
      "CDN → docs/glossary/terms/cdn.md",
      "queue → docs/glossary/README.md",
    ]);
    expect(links(text, false)).toEqual([]);
  });

  it("do not lead from an entry to itself", () => {
    const one = workspace(GLOSSARY);
    const read = pageOf(one, "docs/glossary/categories/web.md");
    const texts = documentLinks(one.snapshot, read).map(({ span }) => read.text.slice(span.start, span.end));
    expect(texts).not.toContain("Cache");
    expect(PAGE).not.toBe(read.path);
  });
});
