/** Where a broken relative link was meant to lead. */
import { describe, expect, it } from "vitest";
import { isServedDeeper, movedTarget } from "../../glossary/workspace/links/movedTarget.ts";
import { effort } from "../effort.ts";
import { workspace } from "../fixture.ts";

const FILES = [
  "README.md",
  "docs/adr/0007-search.md",
  "docs/guides/search.md",
  "docs/guides/README.md",
  "site/guides/search.md",
  "increments/0002-carts/spec.md",
  "increments/_archive/0001-shop/spec.md",
  "increments/_archive/0001-shop/plan.md",
  "plugins/tools/skills/restore/SKILL.md",
  "packages/api/CHANGES.md",
  "packages/api/README.de.md",
  "packages/api/docs/limits.md",
  "packages/api/retry-limits.md",
  "packages/api/getting-started.md",
  "packages/runtime/src/a.md",
  "packages/adapters/sun/README.md",
];
const OTHERS = ["LICENSE", "src/soap/response.py"];

/** From, address, what it should be; "" where that cannot be told. */
const LINKS: readonly (readonly [from: string, address: string, right: string])[] = [
  ["docs/guides/search.md", "adr/0007-search.md", "../adr/0007-search.md"],
  ["docs/guides/search.md", "../../adr/0007-search.md", "../adr/0007-search.md"],
  ["docs/guides/search.md", "docs/adr/0007-search.md", "../adr/0007-search.md"],
  ["docs/guides/search.md", "./0007-search.md", "../adr/0007-search.md"],
  ["increments/_archive/0001-shop/spec.md", "../../README.md", ""],
  [
    "increments/_archive/0001-shop/spec.md",
    "../../docs/adr/0007-search.md",
    "../../../docs/adr/0007-search.md",
  ],
  [
    "docs/adr/0007-search.md",
    "../../increments/0001-shop/spec.md",
    "../../increments/_archive/0001-shop/spec.md",
  ],
  ["docs/adr/0007-search.md", "../../increments/0001-shop/", "../../increments/_archive/0001-shop/"],
  ["increments/0002-carts/spec.md", "../0001-shop/plan.md", "../_archive/0001-shop/plan.md"],
  ["README.md", "search.md", ""],
  ["README.md", "handbook/guides/search.md", ""],
  ["README.md", "spec.md", ""],
  ["README.md", "guides/restore", ""],
  ["README.md", "docs/Guides/Search.md", "docs/guides/search.md"],
  ["docs/adr/0007-search.md", "../../readme.md", "../../README.md"],
  ["packages/web/README.md", "CHANGES.md", ""],
  ["packages/web/README.md", "./README.de.md", ""],
  ["packages/web/README.md", "docs/limits.md", ""],
  ["packages/web/README.md", "../core/docs/limits.md", "../api/docs/limits.md"],
  ["docs/guides/search.md", "limits.md", "../../packages/api/docs/limits.md (namesake)"],
  ["README.md", "limits.md", "packages/api/docs/limits.md (namesake)"],
  ["packages/api/docs/deep/more.md", "deep/limits.md", "../limits.md"],
  ["packages/api/README.md", "limits.md", "docs/limits.md"],
  ["docs/guides/search.md", "retry-limits.md", "../../packages/api/retry-limits.md"],
  ["docs/guides/search.md", "getting-started.md", "../../packages/api/getting-started.md (namesake)"],
  ["docs/guides/search.md", "response.py", "../../src/soap/response.py (namesake)"],
  ["packages/adapters/sun/README.md", "../../../runtime", "../../runtime"],
  ["packages/adapters/sun/README.md", "../runtime", "../../runtime"],
  ["packages/adapters/sun/README.md", "runtime", ""],
  ["packages/adapters/sun/README.md", "../../../../runtime", ""],
  ["packages/api/README.md", "../LICENSE", "../../LICENSE"],
  ["packages/api/README.md", "LICENSE", ""],
  ["README.md", "../..", ""],
  ["README.md", "a/../b.md", ""],
];

describe("the target of a broken link", () => {
  const { links } = workspace(Object.fromEntries(FILES.map((path) => [path, `# ${path}\n`])), {
    files: OTHERS,
  }).snapshot;
  for (const [from, address, right] of LINKS)
    it(`${address} in ${from} is ${right || "unknown"}`, () => {
      const found = movedTarget(links, from, address);
      expect(found ? `${found.address}${found.how === "namesake" ? " (namesake)" : ""}` : "").toBe(right);
    });
});

describe("a site that serves pages as folders", () => {
  const sites = (files: readonly string[]) =>
    workspace({ "content/posts/start.md": "# Start\n" }, { files }).snapshot.links;

  it.each([["hugo.toml"], ["content/_config.yml"], ["config.toml"]])("is known by %s", (file) => {
    expect(isServedDeeper(sites([file]), "content/posts/start.md")).toBe(true);
  });

  it.each([["package.json"], ["docs/hugo.toml"], ["mkdocs.yml"]])("is not known by %s", (file) => {
    expect(isServedDeeper(sites([file]), "content/posts/start.md")).toBe(false);
  });
});

describe("thousands of files of one name", () => {
  it("are not looked through for each link", () => {
    const cost = (count: number) => {
      const paths = Array.from({ length: count }, (_, i) => `parts/p${i}/deep/storage-limits.md`);
      const { snapshot } = workspace(Object.fromEntries(paths.map((path) => [path, "# Limits\n"])));
      const find = (from: string, address: string) => movedTarget(snapshot.links, from, address)?.path;
      expect(find("notes.md", "gone/p7/deep/storage-limits.md")).toBe("parts/p7/deep/storage-limits.md");
      expect(find("notes.md", "gone/storage-limits.md")).toBeUndefined();
      const spent = effort();
      for (const path of paths) find(path, "../gone/storage-limits.md");
      return spent();
    };
    cost(200);
    const [some, more] = [cost(400), cost(1_600)];
    expect(more).toBeLessThan(Math.max(400, 10 * some));
  });
});
