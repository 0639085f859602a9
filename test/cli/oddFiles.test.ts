/** What may stand in the place of a file: nothing waits for it, and nothing outside the folder is read. */
import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { diskFiles } from "../../server/files.node.ts";
import { temporaryFolder, write } from "../folder.ts";
import { GLOSSARY, repository, run } from "./run.ts";

const fifo = (...path: readonly string[]) => void execFileSync("mkfifo", [join(...path)]);

describe("a file", () => {
  it("is read where it is a regular one", async () => {
    const folder = temporaryFolder([["a.md", "x"]]);
    fifo(folder, "pipe.md");
    symlinkSync("a.md", join(folder, "link.md"));
    symlinkSync("/dev/zero", join(folder, "zero.md"));
    symlinkSync("loop.md", join(folder, "loop.md"));
    const socket = createServer().listen(join(folder, "socket.md"));
    onTestFinished(() => void socket.close());
    const { read, stamp } = diskFiles(folder);
    for (const [path, reason, isLink] of [
      ["pipe.md", "it is no regular file"],
      ["link.md", "it is a symbolic link", true],
      ["zero.md", "it is a symbolic link"],
      ["loop.md", "it is a symbolic link"],
      ["socket.md", "it is no regular file"],
    ] as const) {
      expect(await read(path)).toEqual({ path, reason, gone: false, ...(isLink && { isLink }) });
      expect(await stamp(path)).toBeUndefined();
    }
    expect(await diskFiles("/dev").read("null")).toMatchObject({ reason: "it is no regular file" });
    expect(await read("a.md")).toBe("x");
  });

  it("is not read behind a link, whenever the link came", async () => {
    const outside = temporaryFolder([["a.md", "secret"]]);
    const folder = temporaryFolder([["docs/deep/a.md", "x"]]);
    const { read } = diskFiles(folder);
    expect(await read("docs/deep/a.md")).toBe("x");
    renameSync(join(folder, "docs/deep"), join(folder, "docs/old"));
    symlinkSync(outside, join(folder, "docs/deep"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const path = "docs/deep/a.md";
    expect(await read(path)).toEqual({ path, reason: "it is behind a symbolic link", gone: false });
    expect(await read("docs/old/a.md")).toBe("x");
  });

  it("is read where the folder itself is reached through a link", async () => {
    const folder = temporaryFolder([["docs/a.md", "x"]]);
    const link = join(temporaryFolder(), "link");
    symlinkSync(folder, link);
    expect(await diskFiles(link).list()).toEqual(["docs/a.md"]);
    expect(await diskFiles(link).read("docs/a.md")).toBe("x");
  });

  it("is not outside, whatever its path", async () => {
    const folder = temporaryFolder([
      ["a.md", "x"],
      ["one/b.md", "x"],
    ]);
    const { read, list } = diskFiles(join(folder, "one"));
    for (const path of ["../a.md", "/a.md", "b.md/../../a.md", "./b.md", "b.md\0"])
      expect(await read(path)).toMatchObject({ reason: "it is outside the workspace folder" });
    expect(await list(["..", "../a.md", "../..", "/", "x/../../a.md"])).toEqual([]);
    expect(await list(["x/../b.md"])).toEqual(["b.md"]);
  });
});

describe("git's own files", () => {
  const LISTS: readonly (readonly [name: string, put: (folder: string, secret: string) => void])[] = [
    [".gitignore as a pipe", (folder) => fifo(folder, ".gitignore")],
    [".gitignore as a device", (folder) => symlinkSync("/dev/zero", join(folder, ".gitignore"))],
    [".gitignore as a link out", (folder, secret) => symlinkSync(secret, join(folder, ".gitignore"))],
    [".gitignore without an end", (folder) => write(folder, ".gitignore", "*.md\n".repeat(500_000))],
    [".gitignore as a pipe below", (folder) => fifo(folder, "docs/.gitignore")],
    [".git as a pipe", (folder) => fifo(folder, ".git")],
    [".git as a device", (folder) => symlinkSync("/dev/zero", join(folder, ".git"))],
    [
      "info/exclude as a pipe",
      (folder) => {
        mkdirSync(join(folder, ".git/info"), { recursive: true });
        fifo(folder, ".git/info/exclude");
      },
    ],
    [
      "info/exclude as a link out",
      (folder, secret) => {
        mkdirSync(join(folder, ".git/info"), { recursive: true });
        symlinkSync(secret, join(folder, ".git/info/exclude"));
      },
    ],
    [
      "info as a link out",
      (folder, secret) => {
        mkdirSync(join(folder, ".git"));
        symlinkSync(join(secret, ".."), join(folder, ".git/info"));
      },
    ],
  ];
  for (const [name, put] of LISTS)
    it(`${name} say nothing, and nobody waits for them; which lists are not heeded is told once`, async () => {
      const outside = temporaryFolder([["exclude", "*.md\n"]]);
      const folder = temporaryFolder([["docs/a.md", "x"]]);
      put(folder, join(outside, "exclude"));
      const files = diskFiles(folder);
      expect(await files.list()).toContain("docs/a.md");
      const place = name.includes("below")
        ? "docs/.gitignore"
        : name.startsWith("info")
          ? ".git/info/exclude"
          : ".gitignore";
      const unheeded = name.startsWith(".git as") ? [] : [place];
      expect(files.unheeded?.().map(({ path }) => path)).toEqual(unheeded);
      await files.list();
      expect(files.unheeded?.()).toEqual([]);
    });

  it("above the folder are looked at in the same way", async () => {
    const folder = temporaryFolder([["docs/a.md", "x"]]);
    mkdirSync(join(folder, ".git"));
    fifo(folder, ".gitignore");
    const files = diskFiles(join(folder, "docs"));
    expect(await files.list()).toEqual(["a.md"]);
    expect(files.unheeded?.()).toEqual([
      { path: "../.gitignore", reason: "it is no regular file; nothing is ignored by it", gone: false },
    ]);
  });
});

describe("the command line", () => {
  it("ends where git's files and pages are pipes", async () => {
    const root = repository(GLOSSARY);
    fifo(root, ".gitignore");
    fifo(root, "docs/pipe.md");
    // As git does: it says so, and goes on.
    expect(await run(root, "check")).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(
        ".gitignore could not be read: it is no regular file; nothing is ignored by it",
      ),
    });
    expect(await run(root, "check", "docs/pipe.md")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("docs/pipe.md could not be read: it is no regular file"),
    });
  });

  it("ends with 2 where a configuration is no file", async () => {
    const root = repository(GLOSSARY);
    fifo(root, "pipe.jsonc");
    for (const config of ["pipe.jsonc", "docs", "/dev/zero", "never.jsonc"]) {
      const { code, stderr } = await run(root, "check", "--config", config);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`“${config}” is no file that can be read`)]);
    }
    write(root, "real/one.jsonc", '{ "rules": {} }\n');
    symlinkSync("real/one.jsonc", join(root, "link.jsonc"));
    expect(await run(root, "check", "--config", "link.jsonc")).toMatchObject({ code: 0, stderr: "" });
  });

  it("ends with 2 where a file that was asked for could not be read", async () => {
    const root = repository(`${GLOSSARY}-- docs/a.md --\nx\n`);
    write(root, "docs/latin.md", Buffer.from("Gr\xf6\xdfe", "latin1"));
    const reason = "docs/latin.md could not be read: it is not UTF-8 text";
    for (const asked of [["docs/latin.md", "docs/a.md"], ["docs"], ["docs/latin.md"]]) {
      const { code, stderr } = await run(root, "check", "--root", ".", ...asked);
      expect([code, stderr]).toEqual([2, `spec-glossary: ${reason}\n`]);
    }
    // What was not asked for is named, and the others are checked.
    expect(await run(root, "check", "docs/a.md")).toMatchObject({ code: 0 });
    expect(await run(root, "check")).toMatchObject({ code: 0, stderr: `spec-glossary: ${reason}\n` });
    symlinkSync("a.md", join(root, "docs/link.md"));
    expect(await run(root, "check", "docs/link.md")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("docs/link.md could not be read: it is a symbolic link"),
    });
    rmSync(join(root, "docs/latin.md"));
    expect(await run(root, "check", "docs")).toMatchObject({ code: 0, stderr: "" });
  });
});
