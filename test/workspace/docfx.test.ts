/** Repositories that docfx publishes: redirected pages, capitals, and what is said once for all pages. */
import { describe, expect, it } from "vitest";
import { brokenRelative } from "../../glossary/document/link/broken-relative.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { readRedirections } from "../../glossary/workspace/links/docfx.ts";
import { resolveLink } from "../../glossary/workspace/links/links.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";
import { rethrow, type Workspace, workspace } from "../fixture.ts";

const ROOT = ".openpublishing.redirection.json";

describe("redirections", () => {
  it.each([
    ["an array", '{"redirections":[{"source_path":"docs/a.md","redirect_url":"/a"}]}', "docs/a.md"],
    [
      "from the root",
      '{"redirections":[{"source_path_from_root":"/docs/a.md","redirect_url":"/a"}]}',
      "docs/a.md",
    ],
    ["both", '{"redirections":[{"source_path":"a.md"},{"source_path_from_root":"/b.md"}]}', "a.md b.md"],
    ["an object", '{"redirections":{"docs/a.md":"/a","docs/b.md":"/b"}}', "docs/a.md docs/b.md"],
    ["renames", '{"renames":{"docs/a.md":"/a"}}', "docs/a.md"],
    ["capitals", '{"redirections":{"Docs/A.md":"/a"}}', "docs/a.md"],
    ["a fragment", '{"redirections":{"docs/a.md#part":"/a"}}', "docs/a.md"],
    ["a backslash", '{"redirections":{"docs\\\\a.md":"/a"}}', "docs/a.md"],
    ["comments and commas", '{"redirections":[{"source_path":"a.md",}, // gone\n]}', "a.md"],
    ["a mark at the start", '\uFEFF{"redirections":{"a.md":"/a"}}', "a.md"],
    ["another file", '["a.md"]', ""],
    ["no object", '{"redirections":[1,null,{"source_path":2}]}', ""],
    ["outside", '{"redirections":{"../../a.md":"/a"}}', ""],
    ["no JSON", "# Redirections", ""],
    ["nothing", "", ""],
  ])("%s", (_, text, right) => {
    expect(readRedirections(ROOT, text).join(" ")).toBe(right);
  });

  it("count from the folder of their file", () => {
    const text = '{"redirections":[{"source_path":"a.md"},{"source_path_from_root":"/docs/b.md"}]}';
    expect(readRedirections("docs/.openpublishing.redirection.shop.json", text)).toEqual([
      "docs/a.md",
      "docs/b.md",
    ]);
  });

  it("are targets, of several files", () => {
    const { snapshot } = workspace({
      "docs/a.md": "# A\n",
      [ROOT]: '{"redirections":[{"source_path":"docs/old.md","redirect_url":"/docs/new"}]}',
      "docs/.openpublishing.redirection.shop.json": '{"redirections":{"shop/index.md":"/shop"}}',
    });
    const kind = (url: string) => resolveLink(snapshot.links, "docs/a.md", url).kind;
    expect(["old.md", "Old.md#part", "old", "shop/index.md", "shop/", "gone.md"].map(kind)).toEqual([
      "external",
      "external",
      "external",
      "external",
      "external",
      "missing",
    ]);
  });
});

/** What is reported on all pages. */
function said({ snapshot }: Workspace): string[] {
  return [...snapshot.pages.values()]
    .filter(isRead)
    .flatMap((page) =>
      diagnose([brokenRelative], snapshot, page, rethrow).map(
        ({ severity, message }) => `${page.path} ${severity}: ${message}`,
      ),
    );
}

const PAGES = { "Docs/About/b.md": "# B\n", "Docs/About/c.md": "# C\n" };
const CAPITALS = {
  "Docs/z.md": "[b](about/b.md)\n",
  "Docs/a.md": "[b](about/b.md) [c](About/C.md)\n",
};

describe("capitals", () => {
  it("are one note where docfx publishes", () => {
    expect(said(workspace({ ...PAGES, ...CAPITALS }, { files: ["docfx.json"] }))).toEqual([
      "Docs/a.md hint: Capitals differ from those of the file, “About/b.md” (3 links on 2 pages): docfx does not mind, other readers of the files do",
    ]);
  });

  it("count elsewhere", () => {
    expect(said(workspace({ ...PAGES, ...CAPITALS }))).toHaveLength(3);
  });
});

describe("one missing file", () => {
  const links = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `docs/${String(i).padStart(2, "0")}.md`,
        "[x](gone.md) [y](gone.md)\n",
      ]),
    );

  it("is one finding where many links lead there", () => {
    expect(said(workspace(links(8)))).toEqual([
      "docs/00.md information: No such file: “gone.md” (16 links on 8 pages); correct the address or remove the link",
    ]);
  });

  it("is said of each link where they are few", () => {
    expect(said(workspace(links(4)))).toHaveLength(8);
  });

  it("is said on the first page whose links are looked at", () => {
    const found = said(
      workspace({
        ...links(8),
        "docs/00-template.md": "[x](gone.md)\n",
        "docs/archive/a.md": "[x](../gone.md)\n",
      }),
    );
    expect(found.map((one) => one.slice(0, 10))).toEqual(["docs/00.md"]);
  });
});
