/** What `--cache` keeps. */
import { readdirSync, writeFileSync } from "node:fs";
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
});
