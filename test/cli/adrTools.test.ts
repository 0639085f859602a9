/** What Log4brains and npm adr say of records that are made and changed here. They are installed once, from npm. */
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { setStatus, supersede } from "../../glossary/adr/features/change.ts";
import { newAdr } from "../../glossary/adr/features/new.ts";
import { placeAt } from "../../glossary/adr/index/positions.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import type { FileChange } from "../../glossary/workspace/fileChange.ts";
import { workspace } from "../fixture.ts";
import { temporaryFolder, write } from "../folder.ts";

const LONG = 180_000;
const PACKAGES = { log4brains: "1.1.0", adr: "1.5.2" } as const;
const folderOf = (name: keyof typeof PACKAGES) => resolve("node_modules/.cache", `${name}@${PACKAGES[name]}`);
const LOG4BRAINS = join(folderOf("log4brains"), "node_modules/log4brains/dist/log4brains");
/** Of npm adr what reads statuses: all of it needs a library for pictures, which has to be compiled. */
const STATUS = join(folderOf("adr"), "node_modules/adr/build/main/lib/StatusHelper.js");

const call = promisify(execFile);

beforeAll(() => {
  for (const [name, tool] of [
    ["log4brains", LOG4BRAINS],
    ["adr", STATUS],
  ] as const) {
    if (existsSync(tool)) continue;
    const folder = folderOf(name);
    mkdirSync(folder, { recursive: true });
    const args = [
      "install",
      `${name}@${PACKAGES[name]}`,
      "--prefix",
      folder,
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
    ];
    try {
      execFileSync("npm", args, { stdio: "ignore", timeout: LONG, shell: process.platform === "win32" });
    } catch {
      console.log(`${name} could not be installed: nothing is compared with it`);
    }
  }
}, 2 * LONG);

type Files = Record<string, string>;

function written(files: Files, changes: readonly FileChange[] | undefined): Files {
  const all = { ...files };
  for (const one of changes ?? []) {
    if (one.kind === "create") all[one.path] = one.text;
    if (one.kind === "edit") all[one.path] = applyEdits(all[one.path] ?? "", one.edits);
  }
  return all;
}

function placeOf(files: Files, path: string) {
  const place = placeAt(workspace(files).snapshot, path);
  if (!place) throw new Error(`${path} is no record`);
  return place;
}

describe("Log4brains", () => {
  it("reads the status of a new record, and by what another one is superseded", {
    timeout: LONG,
  }, async (context) => {
    if (!existsSync(LOG4BRAINS)) return context.skip();
    const files: Files = {
      ".log4brains.yml": "project:\n  name: Shop\n  tz: Etc/UTC\n  adrFolder: ./docs/adr\n",
      "docs/adr/20261101-use-mail.md":
        '# Use mail\n\n- Status: accepted\n- Date: 2026-11-01\n\n## Decision Outcome\n\nChosen option: "mail", because it is kept.\n',
    };
    const { snapshot } = workspace(files);
    const old = placeOf(files, "docs/adr/20261101-use-mail.md");
    const made = newAdr(
      snapshot,
      {
        title: "Use files",
        template: "madr-minimal",
        folder: "docs/adr",
        date: "2026-11-30",
        supersedes: [old],
      },
      [],
    );
    const all = written(files, [
      ...made.changes,
      ...(supersede(snapshot, old, made.place, true, [], "2026-11-30") ?? []),
    ]);
    const root = temporaryFolder();
    for (const [path, text] of Object.entries(all)) write(root, path, text);
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: root });
    git("init", "-q");
    git("add", "-A");
    git("commit", "-q", "-m", "Records");
    const { stdout } = await call(process.execPath, [LOG4BRAINS, "adr", "list", "--raw"], {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(stdout).toMatch(/20261130-use-files\W+PROPOSED/);
    expect(stdout).toMatch(/20261101-use-mail\W+SUPERSEDED/);
  });
});

describe("npm adr", () => {
  it("reads the status that was written last", { timeout: LONG }, async (context) => {
    if (!existsSync(STATUS)) return context.skip();
    const files: Files = {
      ".adr.json": '{"language":"en","path":"docs/adr/","prefix":"","digits":4}',
      "docs/adr/0001-use-mail.md":
        "# 1. Use mail\n\nDate: 2026-11-01\n\n## Status\n\n2026-11-01 proposed\n\n2026-11-05 accepted\n\n## Decision\n\nMail, because it is kept.\n",
    };
    const { snapshot } = workspace(files);
    const changed = written(
      files,
      setStatus(snapshot, placeOf(files, "docs/adr/0001-use-mail.md"), "deprecated", [], "2026-11-29"),
    );
    const made = newAdr(
      workspace(changed).snapshot,
      { title: "Use files", template: "nygard", folder: "docs/adr", date: "2026-11-30", supersedes: [] },
      [],
    );
    const root = temporaryFolder();
    for (const [path, text] of Object.entries(written(changed, made.changes))) write(root, path, text);
    const program = `const { default: status } = require(${JSON.stringify(STATUS)}); for (const file of process.argv.slice(1)) console.log(JSON.stringify(status.getAllStatus(file)));`;
    const { stdout } = await call(process.execPath, ["-e", program, "docs/adr/0001-use-mail.md", made.path], {
      cwd: root,
    });
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      ["2026-11-01 proposed", "2026-11-05 accepted", "2026-11-29 deprecated"],
      ["2026-11-30 proposed"],
    ]);
  });
});
