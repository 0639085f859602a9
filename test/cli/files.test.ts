/** Which files of a folder count. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../server/files.node.ts";
import { effort, SOON } from "../effort.ts";
import { temporaryFolder, write } from "../folder.ts";

/** `paths` that are named with a text are files with it, the others hold "x". */
function folderWith(...paths: readonly (string | readonly [string, string])[]): string {
  return temporaryFolder(paths.map((one) => (typeof one === "string" ? ([one, "x"] as const) : one)));
}
const list = (folder: string, exclude: readonly string[] = [], at?: readonly string[]) =>
  diskFiles(folder, exclude).list(at);

describe("a folder's files", () => {
  it("are all but those of packages and version control, by path", async () => {
    const folder = folderWith(
      "b.md",
      "a/z.md",
      "a.md",
      ".specweave/docs/x.md",
      ".github/pull_request_template.md",
      "src/code.ts",
      "node_modules/p/README.md",
      "a/node_modules/p/README.md",
      ".git/description.md",
      "a/.hg/x.md",
      ".svn/x.md",
      ".jj/x.md",
    );
    expect(await list(folder)).toEqual([
      ".github/pull_request_template.md",
      ".specweave/docs/x.md",
      "a.md",
      "a/z.md",
      "b.md",
      "src/code.ts",
    ]);
  });

  it("are not those that .gitignore names, at every level, with exceptions", async () => {
    const folder = folderWith(
      [".gitignore", "# comment\n*.log.md\n/build\ncache/\n!keep.log.md\ndocs/*\n!docs/api\n\\#odd.md\n"],
      "a.log.md",
      "keep.log.md",
      "build/x.md",
      "sub/build/x.md",
      "sub/cache/x.md",
      "cache",
      "docs/x.md",
      "docs/api/x.md",
      "#odd.md",
      ["sub/.gitignore", "/only.md\n!deep.log.md\n"],
      "sub/only.md",
      "sub/inner/only.md",
      "sub/deep.log.md",
      "sub/inner/deep.log.md",
    );
    expect((await list(folder)).filter((path) => !path.endsWith(".gitignore"))).toEqual([
      "cache",
      "docs/api/x.md",
      "keep.log.md",
      "sub/build/x.md",
      "sub/deep.log.md",
      "sub/inner/deep.log.md",
      "sub/inner/only.md",
    ]);
  });

  it("are not those that the repository ignores above the folder", async () => {
    const repository = folderWith(
      [".gitignore", "draft-*.md\n/packages/one/out/\n/packages/two/x.md\n"],
      [".git/info/exclude", "private.md\n!draft-public.md\n"],
      ["packages/.gitignore", "!draft-keep.md\n"],
      "packages/one/a.md",
      "packages/one/draft-a.md",
      "packages/one/draft-keep.md",
      "packages/one/out/x.md",
      "packages/one/sub/private.md",
      "packages/one/x.md",
    );
    const expected = ["a.md", "draft-keep.md", "x.md"];
    expect(await list(join(repository, "packages/one"))).toEqual(expected);
    expect(await list(repository)).toEqual([
      ".gitignore",
      "packages/.gitignore",
      ...expected.map((path) => `packages/one/${path}`),
    ]);
  });

  it("are found in a worktree, whose .git is a file", async () => {
    const main = folderWith([".git/info/exclude", "private.md\n"], [".git/worktrees/w/commondir", "../..\n"]);
    const tree = folderWith([".git", `gitdir: ${main}/.git/worktrees/w\n`], "private.md", "a.md");
    expect(await list(tree)).toEqual([".git", "a.md"]);
  });

  it("are found without a look at another machine, whatever .git says", async () => {
    const main = folderWith([".git/info/exclude", "private.md\n"], [".git/worktrees/w/commondir", "../..\n"]);
    const tree = folderWith([".git", `gitdir: /${main}/.git/worktrees/w\n`], "private.md");
    expect(await list(tree)).toEqual([".git", "private.md"]);
    write(main, ".git/worktrees/w/commondir", `/${main}/.git\n`);
    write(tree, ".git", `gitdir: ${main}/.git/worktrees/w\n`);
    expect(await list(tree)).toEqual([".git", "private.md"]);
  });

  it("are not changed by a .gitignore above that is not of the same repository", async () => {
    const outer = folderWith([".gitignore", "*.md\n"], "one/a.md", "one/.git/config");
    expect(await list(join(outer, "one"))).toEqual(["a.md"]);
    const loose = folderWith([".gitignore", "*.md\n"], "one/a.md");
    expect(await list(join(loose, "one"))).toEqual(["a.md"]);
  });

  it("are those of an ignored folder when it is the one that was opened", async () => {
    const repository = folderWith([".gitignore", "samples/\n"], ".git/config", "samples/a.md");
    expect(await list(join(repository, "samples"))).toEqual(["a.md"]);
    expect(await list(repository)).toEqual([".gitignore"]);
  });

  it("survive a .gitignore that makes no sense", async () => {
    const folder = folderWith([".gitignore", "[z-a]\n[\n**\\\n!\n/\n\0\n(((\n"], "a.md");
    mkdirSync(join(folder, "sub/.gitignore"), { recursive: true });
    write(folder, "sub/b.md", "x");
    expect(await list(folder)).toContain("a.md");
    expect(await list(folder)).toContain("sub/b.md");
  });

  it("are found soon under a .gitignore that would take hours", async () => {
    const deep = `${"a/".repeat(60)}b.md`;
    const folder = folderWith([".gitignore", `${"a/**/".repeat(12)}c\na/**/d.md\n`], deep, "a/a/d.md");
    const spent = effort();
    expect(await list(folder)).toEqual([".gitignore", deep]);
    expect(spent()).toBeLessThan(SOON);
  });

  it("are not those that the editor excludes", async () => {
    const folder = folderWith(
      "a.md",
      "old/a.md",
      "x/old/b.md",
      "x/.cache/c.md",
      "docs/d.tmp.md",
      "x/docs/e.md",
    );
    expect(await list(folder, ["**/old", "**/.cache", "**/*.tmp.*"])).toEqual(["a.md", "x/docs/e.md"]);
    expect(await list(folder, ["docs", "{x,old}/**"])).toEqual(["a.md"]);
    expect(await list(folder, ["[", "(((", "!", ""])).toContain("a.md");
  });

  it("are not reached through links", async () => {
    const folder = folderWith("a.md", "sub/b.md");
    symlinkSync(join(folder, "sub"), join(folder, "linked"));
    symlinkSync(folder, join(folder, "sub/loop"));
    symlinkSync(join(folder, "a.md"), join(folder, "c.md"));
    expect(await list(folder)).toEqual(["a.md", "c.md", "sub/b.md"]);
    expect(await list(folder, [], ["linked/b.md", "sub/loop/a.md", "linked"])).toEqual([]);
  });

  it("are there as links to files of the folder, which are read at their own place", async () => {
    const outside = folderWith("secret.md");
    const folder = folderWith("sub/b.md");
    symlinkSync("sub/b.md", join(folder, "near.md"));
    symlinkSync(join(outside, "secret.md"), join(folder, "far.md"));
    symlinkSync("nowhere.md", join(folder, "dead.md"));
    expect(await list(folder)).toEqual(["near.md", "sub/b.md"]);
    expect(await list(folder, [], ["near.md", "far.md", "dead.md"])).toEqual(["near.md"]);
    expect(await diskFiles(folder).read("near.md")).toMatchObject({ gone: false, isLink: true });
    expect(await diskFiles(folder).read("far.md")).not.toHaveProperty("isLink");
  });

  it("can be looked for in some places only", async () => {
    const folder = folderWith(
      [".gitignore", "*.tmp.md\n"],
      ["sub/.gitignore", "/x.md\n"],
      "a.md",
      "a.tmp.md",
      "sub/x.md",
      "sub/y.md",
      "sub/deep/z.md",
      "node_modules/a/b.md",
    );
    const at = (...places: readonly string[]) => list(folder, [], places);
    expect(await at("a.md", "a.tmp.md", "never.md", "never/a.md", "a.md/b.md")).toEqual(["a.md"]);
    expect(await at("sub")).toEqual(["sub/.gitignore", "sub/deep/z.md", "sub/y.md"]);
    expect(await at("sub/deep", "sub/x.md", "sub/y.md", "sub/y.md")).toEqual(["sub/deep/z.md", "sub/y.md"]);
    expect(await at("node_modules", "node_modules/a/b.md")).toEqual([]);
    expect(await at()).toEqual([]);
  });

  it("are none where there is no folder", async () => {
    const folder = folderWith("a.md");
    expect(await list(join(folder, "never"))).toEqual([]);
    expect(await list(join(folder, "a.md"))).toEqual([]);
  });
});

describe("a file", () => {
  it("is read as UTF-8, without a mark in front", async () => {
    const folder = folderWith(["a.md", "\ufeffé 👍\r\n"], "..b.md");
    const files = diskFiles(folder);
    expect(await files.read("a.md")).toBe("é 👍\r\n");
    expect(await files.read("..b.md")).toBe("x");
    expect(await files.read("../a.md")).toMatchObject({ gone: false });
    expect(await files.read("never.md")).toMatchObject({ path: "never.md", gone: true });
    expect(await files.read("a.md/b.md")).toMatchObject({ gone: true });
    expect(await files.read("")).toMatchObject({ reason: "it is a folder", gone: false });
  });

  it("has a stamp once it has settled", async () => {
    const files = diskFiles(folderWith("a.md"));
    expect(await files.stamp("a.md")).toBeUndefined();
    expect(await files.stamp("never.md")).toBeUndefined();
    const settled = diskFiles(import.meta.dirname);
    const [one, other] = ["files.test.ts", "run.ts"];
    expect(await settled.stamp(one)).toMatch(/^\d+:/);
    expect(await settled.stamp(one)).toBe(await settled.stamp(one));
    expect(await settled.stamp(one)).not.toBe(await settled.stamp(other));
  });

  it("tells when it was changed", async () => {
    const before = Date.now() - 5_000;
    const folder = folderWith("a.md");
    expect(await diskFiles(folder).modified("a.md")).toBeGreaterThan(before);
    expect(await diskFiles(folder).modified("never.md")).toBeNaN();
  });
});
