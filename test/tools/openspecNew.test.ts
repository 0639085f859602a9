/** What the commands make is accepted by OpenSpec, unfilled too, and what it archives is accepted in its turn. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { incrementsRoot, newIncrement } from "../../glossary/increment/features/new.ts";
import type { Wanted } from "../../glossary/increment/layouts/layout.ts";
import { openSpec } from "../../glossary/increment/layouts/openSpec/layout.ts";
import { workspace } from "../fixture.ts";
import { temporaryFolder } from "../folder.ts";
import { added } from "../increment/added.ts";
import { runOpenSpec } from "./openspec.ts";
import { BASE, type Files, MAIN } from "./openspecProject.ts";

const FOLDER = "openspec/changes/sort-receipts";

/** A new change of this capability. */
function made(files: Files, capability: string): Files {
  const { snapshot } = workspace(files);
  const root = incrementsRoot(snapshot, "README.md", openSpec);
  const wanted = { title: "Sort receipts", date: "2026-11-30", instant: "", capability };
  const { changes } = newIncrement(snapshot, root, openSpec, wanted, undefined);
  return Object.fromEntries(changes.flatMap((one) => (one.kind === "create" ? [[one.path, one.text]] : [])));
}

/** The files with something more. */
function more(files: Files, wanted: Wanted): Files {
  const { path, behind, text } = added(files, FOLDER, wanted) as {
    path: string;
    behind: string;
    text: string;
  };
  const before = files[path] ?? "";
  const at = before.indexOf(behind) + behind.length;
  const end = before.indexOf("\n", at) + 1 || before.length;
  return { ...files, [path]: before.slice(0, end) + text + before.slice(end) };
}

const WITHOUT_CHANGE = Object.fromEntries(
  Object.entries(BASE).filter(([path]) => !path.includes("/changes/")),
);

const CASES: readonly (readonly [what: string, files: Files])[] = [
  ["a change of what is in force", made(WITHOUT_CHANGE, "checkout")],
  ["a change of something new", made(WITHOUT_CHANGE, "receipts")],
  ["a change of something new in a folder", made(WITHOUT_CHANGE, "Shop / Receipts")],
].map(([what, files]) => [what as string, { ...WITHOUT_CHANGE, ...(files as Files) }] as const);

/** What the author has begun to fill in, and added to by commands. */
function extended(files: Files): Files {
  const begun = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text.replace("Requirement: {{Name}}", "Requirement: Sort"),
    ]),
  );
  const wanted: readonly Wanted[] = [
    { what: "story", project: undefined },
    { what: "task", story: undefined, criteria: [] },
    { what: "criterion", story: "sort" },
  ];
  return wanted.reduce(more, begun);
}

const ALL = CASES.flatMap(([, files]) => [files, extended(files)]);

it("is accepted, archived, and accepted again", async () => {
  const folders = ALL.map((files) => temporaryFolder(Object.entries(files)));
  const outcomes = await runOpenSpec([
    ...folders.map((folder) => ({ folder })),
    ...folders.flatMap((folder) => [{ folder, archive: "sort-receipts" }, { folder }]),
  ]);
  const issues = outcomes.flatMap(({ said }) => (said?.items ?? []).flatMap((one) => one.issues));
  expect(issues).toEqual([]);
  expect(outcomes.map(({ code, failed, said }) => ({ code, failed, status: said?.status }))).toEqual(
    outcomes.map(() => ({ code: 0, failed: undefined, status: undefined })),
  );
  expect(readFileSync(join(folders[0] as string, MAIN), "utf8")).toContain("### Requirement: {{Name}}");
});

it("so is the sample", async () => {
  const folder = temporaryFolder();
  cpSync("samples/openspec", folder, { recursive: true });
  const [outcome] = await runOpenSpec([{ folder }]);
  expect(outcome?.code).toBe(0);
  expect(outcome?.said?.items).toHaveLength(2);
});
