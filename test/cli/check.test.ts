/** `spec-glossary check` as a process. */
import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFixture } from "../fixture.ts";
import { temporaryFolder, write } from "../folder.ts";
import { CLI, GLOSSARY, repository, run } from "./run.ts";

const BAD = `${GLOSSARY}-- docs/b.md --
# B

See 👍 [Redis](/docs/glossary/terms/redis) and [RFC](./glossary/terms/rfc.md).
-- docs/a.md --
See [Redis](/docs/glossary/terms/redis).
`;

const json = async (cwd: string, ...args: readonly string[]) => {
  const { code, stdout, stderr } = await run(cwd, "check", "--format", "json", ...args);
  return { code, stderr, stdout, result: stdout === "" ? undefined : JSON.parse(stdout) };
};
const paths = (result: { findings: { path: string }[] }) => result.findings.map(({ path }) => path);

describe("the report", () => {
  it("has exactly this form as JSON, by path and place", async () => {
    const root = repository(BAD);
    const { code, stderr, result } = await json(root);
    expect(stderr).toBe("");
    expect(code).toBe(1);
    expect(result).toEqual({
      version: 1,
      root,
      files: 3,
      findings: [
        [0, 12, 38, "docs/a.md"],
        [2, 15, 41, "docs/b.md"],
        [2, 53, 76, "docs/b.md"],
      ].map(([line, from, to, path]) => ({
        rule: "glossary/dangling-link",
        severity: "warning",
        path,
        range: { start: { line, character: from }, end: { line, character: to } },
        message: expect.stringContaining("No glossary page"),
        fixable: true,
      })),
    });
    expect(Object.keys(result)).toEqual(["version", "root", "files", "findings"]);
    expect(Object.keys(result.findings[0])).toEqual([
      "rule",
      "severity",
      "path",
      "range",
      "message",
      "fixable",
    ]);
  });

  it("is the same every time", async () => {
    const root = repository(BAD);
    expect((await json(root)).stdout).toBe((await json(root)).stdout);
    expect(await run(root, "check")).toEqual(await run(root, "check"));
  });

  it("can be read by people", async () => {
    const { code, stdout } = await run(repository(BAD), "check");
    expect(code).toBe(1);
    expect(stdout).toContain("docs/a.md\n  1:13      warning      No glossary page");
    expect(stdout).toMatch(/3 findings in 3 files; 1 term\n$/);
  });

  it("commands no terminal", async () => {
    const root = repository(
      `${GLOSSARY}-- docs/a.md --\nSee [a](</docs/glossary/terms/\u001b]0;a\u0007\u009b2J>).\n`,
    );
    const { stdout } = await run(root, "check");
    expect(stdout).toContain("“\\u001b]0;a\\u0007\\u009b2J”");
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    expect((await json(root)).result.findings).toEqual([
      expect.objectContaining({ message: expect.stringContaining("\u001b]0;a\u0007\u009b2J") }),
    ]);
  });

  it("is not cut in a pipe", async () => {
    const links = Array.from({ length: 6_000 }, (_, i) => `[x${i}](/docs/glossary/terms/x${i})`);
    const root = repository(GLOSSARY);
    write(root, "docs/many.md", `${links.join("\n")}\n`);
    const { result, stdout } = await json(root);
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(result.findings).toHaveLength(6_000);
  });

  it("ends quietly when nobody reads on", async () => {
    const links = Array.from({ length: 6_000 }, (_, i) => `[x${i}](/docs/glossary/terms/x${i})`);
    const root = repository(GLOSSARY);
    write(root, "docs/many.md", `${links.join("\n")}\n`);
    const child = spawn(process.execPath, [CLI, "check"], { cwd: root });
    let stderr = "";
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once("exit", resolve));
    expect([code, stderr]).toEqual([1, ""]);
  });
});

describe("the exit code", () => {
  const CASES: readonly (readonly [failOn: readonly string[], code: number])[] = [
    [[], 1],
    [["--fail-on", "error"], 0],
    [["--fail-on", "warning"], 1],
    [["--fail-on", "information"], 1],
    [["--fail-on=hint"], 1],
    [["--fail-on", "never"], 0],
  ];
  for (const [failOn, code] of CASES) {
    it(`is ${code} with ${failOn.join(" ") || "the default"}`, async () => {
      expect((await json(repository(BAD), ...failOn)).code).toBe(code);
    });
  }

  it("is 0 where nothing is found", async () => {
    expect(await json(repository(GLOSSARY))).toMatchObject({ code: 0, stderr: "", result: { findings: [] } });
  });

  const WRONG: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [["check", "never"], /“never” does not exist/],
    [["check", "--root", "never"], /“never” is not a folder/],
    [["check", "--root", "docs/a.md"], /“docs\/a.md” is not a folder/],
    [["check", "docs/a.md", "never.md"], /“never.md” does not exist/],
    [["check", "docs/a.md", ".."], /“\.\.” is outside the repository/],
    [["check", "--fail-on", "x"], /--fail-on is one of error, .*, not “x”/],
    [["check", "--format", "xml"], /--format is one of/],
    [["check", "--nonsense"], /nonsense/],
    [["terms", "never"], /“never” is not a folder/],
    [["terms", "a", "b"], /one path/],
    [["serve"], /--stdio/],
    [["bogus"], /no command “bogus”/],
    [[], /command is missing/],
  ];
  for (const [args, message] of WRONG) {
    it(`is 2 for ${args.join(" ") || "nothing"}`, async () => {
      const { code, stdout, stderr } = await run(repository(BAD), ...args);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect([code, stdout]).toEqual([2, ""]);
    });
  }
});

describe("paths", () => {
  it("limit the report to files and folders", async () => {
    const root = repository(BAD);
    write(root, "other folder/c d.md", "[x](/docs/glossary/terms/x)\n");
    expect(paths((await json(root, "docs/a.md", "other folder/c d.md")).result)).toEqual([
      "docs/a.md",
      "other folder/c d.md",
    ]);
    expect(paths((await json(root, "--root", ".", "other folder")).result)).toEqual(["other folder/c d.md"]);
    expect((await json(root, "docs/a.md")).result.files).toBe(1);
    const absolute = await json(temporaryFolder(), "--root", root, join(root, "docs"));
    expect(absolute.result).toMatchObject({ root, files: 3 });
  });

  it("may be the repository itself", async () => {
    const root = repository(BAD);
    const { result } = await json(temporaryFolder(), root);
    expect(result).toMatchObject({ root, files: 3 });
    expect((await json(join(root, "docs"), "..")).result).toMatchObject({ root, files: 3 });
  });

  it("in which there is nothing to check are named", async () => {
    const root = repository(`${BAD}-- .gitignore --\nignored.md\n-- ignored.md --\nx\n-- src/a.ts --\n`);
    const { code, stderr, result } = await json(root, "src", "ignored.md", "docs/a.md", "--fail-on", "never");
    expect(stderr).toContain("nothing to check in src:");
    expect(stderr).toContain("nothing to check in ignored.md:");
    expect(stderr).not.toContain("docs/a.md");
    expect([code, result.files]).toEqual([0, 1]);
  });
});

describe("a repository", () => {
  it("without a glossary is checked all the same", async () => {
    const { code, stderr, result } = await json(repository("-- docs/a.md --\n[x](/docs/y)\n"));
    expect(stderr).toMatch(/^spec-glossary: no glossary was found in .*\n$/);
    expect([code, result.files]).toEqual([0, 1]);
  });

  it("without any file is checked all the same", async () => {
    expect(await json(temporaryFolder())).toMatchObject({ code: 0, result: { files: 0, findings: [] } });
  });

  it("with files that cannot be read names them and goes on", async () => {
    const root = temporaryFolder(parseFixture(BAD).files);
    write(root, "docs/latin.md", Buffer.from("Gr\xf6\xdfe", "latin1"));
    write(root, "docs/huge.md", "# A heading\n\nA paragraph.\n".repeat(420_000));
    write(root, "docs/yaml.md", "---\ntitle: a: b\n---\n");
    mkdirSync(join(root, "docs/folder.md"));
    symlinkSync(root, join(root, "docs/loop"));
    symlinkSync("/nowhere", join(root, "docs/nowhere.md"));
    const { code, stderr, result } = await json(root);
    expect(stderr.split("\n").sort()).toEqual([
      "",
      "spec-glossary: docs/huge.md could not be read: it is larger than 8 MB",
      "spec-glossary: docs/latin.md could not be read: it is not UTF-8 text",
    ]);
    expect([code, result.files]).toEqual([1, 4]);
    expect(result.findings.at(-1)).toMatchObject({
      path: "docs/yaml.md",
      rule: "markdown/invalid-front-matter",
    });
  });

  it("of which something that was asked for cannot be read is no success", async () => {
    const root = temporaryFolder(parseFixture(BAD).files);
    write(root, "docs/latin.md", Buffer.from("Gr\xf6\xdfe", "latin1"));
    expect((await json(root, "docs/latin.md")).code).toBe(2);
    expect((await json(root, "docs/latin.md", "docs/a.md")).code).toBe(2);
  });
});
