/** The findings on projects of OpenSpec against what the tool says, and previews of archiving against what it writes. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDelta } from "../../glossary/increment/layouts/openSpec/delta.ts";
import { merge } from "../../glossary/increment/layouts/openSpec/merge.ts";
import { type Diagnostic, diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";
import { type Outcome, runOpenSpec } from "./openspec.ts";
import { CASES } from "./openspecCases.ts";
import { type Case, CHANGE, type Files, filesOf } from "./openspecProject.ts";
import { type Compared, tableOf, withTable } from "./table.ts";

const ROOT = realpathSync(mkdtempSync(join(tmpdir(), "openspec-")));
const DOCUMENT = "docs/layouts.md";
const SPECS = `openspec/changes/${CHANGE}/specs/`;

let validated: readonly Outcome[] = [];
let archived: readonly Outcome[] = [];

beforeAll(async () => {
  const write = (folder: string, files: Files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  };
  const all = CASES.map((one, i) => ({
    folder: write(join(ROOT, `v${i}`), filesOf(one)),
    copy: write(join(ROOT, `a${i}`), filesOf(one)),
  }));
  const outcomes = await runOpenSpec([
    ...all.map(({ folder }) => ({ folder })),
    ...all.map(({ copy }) => ({ folder: copy, archive: CHANGE })),
  ]);
  validated = outcomes.slice(0, CASES.length);
  archived = outcomes.slice(CASES.length);
}, 300_000);

afterAll(() => rmSync(ROOT, { recursive: true, force: true }), 120_000);

function isRejected({ code, said, failed }: Outcome): boolean {
  return code !== 0 || failed !== undefined || (said?.items ?? []).some(({ valid }) => !valid);
}

const known = new Map<Case, Diagnostic[]>();

/** What is reported of a project, but for notes. */
function findings(one: Case): Diagnostic[] {
  const found = known.get(one) ?? diagnosed(one);
  known.set(one, found);
  return found;
}

function diagnosed(one: Case): Diagnostic[] {
  const at = workspace(filesOf(one));
  return [...at.files.keys()].flatMap((path) =>
    diagnose(RULES, at.snapshot, pageOf(at, path), rethrow).filter(
      ({ severity }) => severity === "error" || severity === "warning",
    ),
  );
}

function compared(): Compared[] {
  return CASES.map((one, i) => ({
    name: one.name,
    why: one.why,
    they: isRejected(validated[i] as Outcome),
    we: findings(one).length > 0,
  }));
}

describe("validation", () => {
  it("has enough to compare, each of its own name", () => {
    expect(CASES.length).toBeGreaterThanOrEqual(80);
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  });

  it.each(CASES.map((one, i) => [one.name, one, i] as const))("%s", (_, one, i) => {
    const theirs = validated[i] as Outcome;
    const they = isRejected(theirs) ? "rejected" : "accepted";
    const found = findings(one);
    const we = found.length > 0 ? "rejected" : "accepted";
    const said = (theirs.said?.items ?? [])
      .flatMap(({ issues }) => issues)
      .map(({ level, message }) => `${level}: ${message}`);
    const ours = found.map(({ rule, message, path }) => `${rule} (${path}): ${message}`);
    if (one.why === undefined) expect({ we, said, ours }).toMatchObject({ we: they });
    else expect({ we, said, ours }).not.toMatchObject({ we: they });
  });
});

describe("archiving", () => {
  it.each(CASES.map((one, i) => [one.name, one, i] as const))("%s", (_, one, i) => {
    const { said, failed, code } = archived[i] as Outcome;
    const files = filesOf(one);
    const deltas = Object.keys(files).filter((path) => path.startsWith(SPECS) && path.endsWith("/spec.md"));
    const settings = files[`openspec/changes/${CHANGE}/.openspec.yaml`] ?? "";
    const merged = deltas.flatMap((path) => {
      const capability = dirname(path.slice(SPECS.length));
      if (capability === ".") return [];
      const main = `openspec/specs/${capability}/spec.md`;
      const mayRetire = /^retire_capabilities: true/m.test(settings);
      return [
        {
          main,
          before: files[main],
          ...merge(files[main], readDelta(files[path] as string), capability, CHANGE, mayRetire),
        },
      ];
    });
    const isDone = failed === undefined && code === 0 && said?.archive != null;
    if (!isDone) {
      const blocked =
        merged.some(({ refusal }) => refusal) || findings(one).some(({ severity }) => severity === "error");
      const isChange = Object.keys(files).some((path) => path.startsWith(`openspec/changes/${CHANGE}/`));
      expect({ blocked: blocked || !isChange, said: said?.status, failed }).toMatchObject({ blocked: true });
      return;
    }
    expect(merged.map(({ refusal }) => refusal)).toEqual(merged.map(() => undefined));
    for (const { main, before, text, retires } of merged) {
      const written = join(ROOT, `a${i}`, main);
      const now = existsSync(written) ? readFileSync(written, "utf8") : undefined;
      expect(retires ? undefined : (text ?? before)).toBe(now);
    }
  });
});

it("the table of differences is that of docs/layouts.md", () => {
  const before = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, "utf8") : "";
  const text = withTable(before, tableOf(compared()));
  if (process.env.UPDATE_DOCUMENTS) writeFileSync(DOCUMENT, text);
  else expect(before, "run UPDATE_DOCUMENTS=1 npx vitest run --project tools").toBe(text);
});
