/** What `--cache` keeps. */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { write } from "../folder.ts";
import { GLOSSARY, repository, run } from "./run.ts";

const REPOSITORY = `${GLOSSARY}
-- docs/page.md --
# Page

See [RFC](/docs/glossary/terms/rfc) and [ADR](./glossary/terms/adr.md).
`;

const check = (root: string, ...args: readonly string[]) => run(root, "check", "--format", "json", ...args);

describe("a cache", () => {
  it("changes nothing in what is reported, whatever happens to the files and to the cache", async () => {
    const root = repository(REPOSITORY);
    const cached = () => check(root, "--cache", "node_modules/.cache");
    const first = await check(root);
    expect(JSON.parse(first.stdout).findings).toHaveLength(1);
    expect(await cached()).toEqual(first);
    expect(await cached()).toEqual(first);

    write(root, "docs/glossary/terms/rfc.md", "# RFC\n\nA request for comments.\n");
    write(
      root,
      "docs/page.md",
      "# Page\n\nSee [RFC](/docs/glossary/terms/rfc) and [B](glossary/terms/b.md).\n",
    );
    const second = await check(root);
    expect(second).not.toEqual(first);
    expect(await cached()).toEqual(second);

    const folder = join(root, "node_modules/.cache");
    const [name = "", ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    writeFileSync(join(folder, name), "no cache at all");
    expect(await cached()).toEqual(second);
  });

  it("serves all commands", async () => {
    const root = repository(REPOSITORY);
    for (const command of [["terms"], ["adr", "list"], ["terms"]]) {
      const plain = await run(root, ...command);
      expect(await run(root, ...command, "--cache", ".cache")).toEqual(plain);
    }
    expect(readdirSync(join(root, ".cache"))).toHaveLength(1);
  });

  it("ends with 2 where its folder cannot be made", async () => {
    const root = repository(REPOSITORY);
    write(root, "file", "x");
    mkdirSync(join(root, "closed"));
    chmodSync(join(root, "closed"), 0o500);
    const asRoot = process.getuid?.() === 0;
    for (const cache of ["/proc/nowhere/x", "file", "file/x", ...(asRoot ? [] : ["closed", "closed/x"])]) {
      const { code, stdout, stderr } = await run(root, "check", `--cache=${cache}`);
      expect(stderr).toContain(`nothing can be kept in “${cache}”: name another folder with --cache`);
      expect([code, stdout]).toEqual([2, ""]);
    }
  });

  it("has nothing left of writers that were ended", async () => {
    const root = repository(REPOSITORY);
    const folder = join(root, "kept");
    const left = (name: string, age = 0) => {
      write(root, `kept/${name}`, "half of it");
      const then = Date.now() / 1_000 - age;
      utimesSync(join(folder, name), then, then);
    };
    const running = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    const ended = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => ended.once("exit", resolve));
    left(`index-abc.bin.${ended.pid}`);
    left(`index-old.bin.${running.pid}`, 2 * 60 * 60);
    left(`index-abc.bin.${running.pid}`);
    left("index-abc.bin.x");
    await check(root, "--cache", "kept");
    const names = readdirSync(folder).filter((name) => !/^index-\w+\.bin$/.test(name));
    expect(names.sort()).toEqual([`index-abc.bin.${running.pid}`, "index-abc.bin.x"].sort());
    running.kill();
  });
});
