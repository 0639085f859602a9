/** Tasks that Backlog.md itself makes, and what it says of those that are made here. It is installed once, from npm. */
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { add, pageFor } from "../../glossary/increment/features/add.ts";
import { incrementsRoot, newIncrement } from "../../glossary/increment/features/new.ts";
import { backlog } from "../../glossary/increment/layouts/backlog/layout.ts";
import type { Increment } from "../../glossary/increment/model/increment.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { pageOf, workspace } from "../fixture.ts";
import { temporaryFolder, write } from "../folder.ts";
import { run } from "./run.ts";

const PACKAGE = "backlog.md@1.52.0";
const FOLDER = resolve("node_modules/.cache", PACKAGE);
const TOOL = join(FOLDER, "node_modules/backlog.md/cli.js");
const LONG = 120_000;

const call = promisify(execFile);

async function tool(cwd: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, NO_COLOR: "1", CI: "1" };
  const { stdout } = await call(process.execPath, [TOOL, ...args], { cwd, env });
  return stdout;
}

/** What the tool finds wrong in a project. */
async function diagnosed(root: string): Promise<string> {
  return tool(root, "doctor").catch(({ stdout }: { stdout: string }) => stdout);
}

beforeAll(() => {
  if (existsSync(TOOL)) return;
  mkdirSync(FOLDER, { recursive: true });
  const args = ["install", PACKAGE, "--prefix", FOLDER, "--no-save", "--no-audit", "--no-fund"];
  try {
    execFileSync("npm", args, { stdio: "ignore", timeout: LONG, shell: process.platform === "win32" });
  } catch {
    console.log(`${PACKAGE} could not be installed: nothing is compared with it`);
  }
}, LONG);

/** A project of the tool, without a remote and without commits of its own. */
async function project(...options: readonly string[]): Promise<string> {
  const root = temporaryFolder();
  execFileSync("git", ["init", "-q"], { cwd: root });
  await tool(root, "init", "Shop", "--defaults", "--integration-mode", "none", ...options);
  for (const path of Object.keys(pagesIn(root))) {
    const text = readFileSync(join(root, path), "utf8");
    write(
      root,
      path,
      text.replace(/^(remote_operations|check_active_branches|auto_commit): true$/gm, "$1: false"),
    );
  }
  return root;
}

/** The pages of the backlog in a folder. */
function pagesIn(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).map((one) =>
    one.replaceAll("\\", "/"),
  );
  const own = files.filter((one) => /^\.?backlog\/.*\.(?:md|yml)$/.test(one));
  return Object.fromEntries(own.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

interface Found {
  readonly rule: string;
  readonly path: string;
}

async function findings(root: string): Promise<string[]> {
  const { stdout } = await run(root, "check", "--format", "json", "--fail-on", "never");
  const { findings: all } = JSON.parse(stdout) as { findings: readonly Found[] };
  return all.map(({ rule, path }) => `${/[a-z]+-[\d.]+/.exec(path)?.[0]}: ${rule}`).sort();
}

function make(root: string, title: string): string {
  const files = pagesIn(root);
  const { snapshot } = workspace(files);
  const folder = incrementsRoot(snapshot, "README.md", backlog);
  const configuration = files[backlog.configurationOf?.(folder) ?? ""];
  const wanted = { title, date: "2025-06-07", instant: "2025-06-07T09:12:33Z" };
  const { path, text } = newIncrement(snapshot, folder, backlog, wanted, configuration);
  write(root, path, text.replace(/\{\{(.*?)\}\}/g, "$1"));
  return path;
}

describe("a project of Backlog.md", () => {
  it("is read as the tool reads it, and nothing is reported", { timeout: LONG }, async (context) => {
    if (!existsSync(TOOL)) return context.skip();
    const root = await project();
    const create = (...args: readonly string[]) => tool(root, "task", "create", ...args);
    await create("Keep the cart", "--ac", "It survives", "--ac", "It is emptied", "--dod", "Reviewed");
    await create("Empty: the cart", "--dep", "TASK-1", "-d", "As task-1 says", "--priority", "high");
    await create("A part", "-p", "TASK-1");
    await create("Old");
    await create("An idea", "--draft");
    await tool(root, "task", "archive", "3");
    await tool(root, "task", "edit", "1", "--check-ac", "1", "-s", "In Progress");
    await tool(root, "decision", "create", "Use a table");
    await tool(root, "doc", "create", "A guide");

    const { increments } = workspace(pagesIn(root)).snapshot;
    const all = [...increments.units.keys()].map((unit) => increments.at(unit) as Increment);
    expect(all.map(({ title, shelf, status }) => [title, shelf, status?.what.text])).toEqual([
      ["An idea", "paused", "Draft"],
      ["Keep the cart", "live", "In Progress"],
      ["A part", "live", "To Do"],
      ["Empty: the cart", "live", "To Do"],
      ["Old", "archived", "To Do"],
    ]);
    const states = [...(all[1]?.coverage.values() ?? [])].map(({ criterion: { what } }) => what.state?.work);
    expect(states).toEqual(["done", "open"]);
    expect(await tool(root, "task", "list", "--plain")).toContain("TASK-1 - Keep the cart (ac: 1/2)");
    expect((await findings(root)).filter((one) => one.includes("increment/"))).toEqual([]);
    expect(await diagnosed(root)).toMatch(/^No duplicate IDs/);
  });

  it.for([
    ["as it is", [], "TASK-2"],
    [
      "with zeros, a prefix and a folder of its own",
      ["--zero-padded-ids", "3", "--task-prefix", "shop", "--backlog-dir", ".backlog"],
      "SHOP-002",
    ],
  ] as const)("takes what is made here, %s", { timeout: LONG }, async ([, options, id], context) => {
    if (!existsSync(TOOL)) return context.skip();
    const root = await project(...options);
    await tool(root, "task", "create", "First");
    const title = "Pay: by 'invoice' #2";
    const path = make(root, title);
    expect(await tool(root, "task", "list", "--plain")).toContain(`${id} - ${title} (ac: 0/1)`);

    const { snapshot } = workspace(pagesIn(root));
    const increment = snapshot.increments.at(path) as Increment;
    const wanted = { what: "criterion", story: undefined } as const;
    const page = pageOf({ snapshot }, pageFor(increment, wanted));
    const added = add(increment, wanted, page);
    if (!added || added === "code") throw new Error("nothing was added");
    const at = { start: added.at, end: added.at };
    write(root, path, applyEdits(page.text, [{ span: at, text: added.text.replace(/\{\{(.*?)\}\}/, "$1") }]));
    await tool(root, "task", "edit", id, "--check-ac", "2");
    const shown = await tool(root, "task", "view", id, "--plain");
    expect(shown).toContain(
      "- [ ] #1 What can be seen when it is done\n- [x] #2 What can be seen when it is done",
    );
    expect(await diagnosed(root)).toMatch(/^No duplicate IDs/);
    await tool(root, "task", "create", "Third");
    expect(make(root, "Fourth")).toMatch(/-0*4 - Fourth\.md$/);
    expect(await findings(root)).toEqual([]);
  });

  it("has the mistakes that the tool finds", { timeout: LONG }, async (context) => {
    if (!existsSync(TOOL)) return context.skip();
    const root = await project();
    await tool(root, "task", "create", "First");
    const [[path, text] = ["", ""]] = Object.entries(pagesIn(root)).filter(([one]) => one.includes("task-1"));
    write(root, path.replace("First", "Again"), text.replace("First", "Again"));
    for (const [number, other] of [
      [2, 3],
      [3, 2],
      [4, 4],
    ])
      write(
        root,
        `backlog/tasks/task-${number} - Waits.md`,
        text.replace("TASK-1", `TASK-${number}`).replace("dependencies: []", `dependencies: [TASK-${other}]`),
      );
    const said = await diagnosed(root);
    expect(said).toContain("TASK-1:");
    expect(said).toMatch(/TASK-2 -> TASK-3|TASK-3 -> TASK-2/);
    expect(said).toContain("TASK-4");
    expect((await findings(root)).filter((one) => one.includes("increment/"))).toEqual([
      "task-1: increment/duplicate-number",
      "task-1: increment/duplicate-number",
      "task-2: increment/circular-dependency",
      "task-3: increment/circular-dependency",
      "task-4: increment/circular-dependency",
    ]);
  });
});
