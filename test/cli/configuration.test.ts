/** `.spec-glossary.jsonc` on the command line. */
import { describe, expect, it } from "vitest";
import { write } from "../folder.ts";
import { GLOSSARY, repository, run } from "./run.ts";

const CONFIG = ".spec-glossary.jsonc";
const RULE = "glossary/dangling-link";
const BAD = `${GLOSSARY}-- docs/a.md --\nSee [Redis](/docs/glossary/terms/redis).\n`;
const WORDS = "-- docs/words/saga.md --\n# Saga\n\nA **saga** is a chain of steps.\n";

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly range: unknown;
}

const check = async (cwd: string, ...args: readonly string[]) => {
  const { code, stdout, stderr } = await run(cwd, "check", "--format", "json", ...args);
  const found = stdout === "" ? [] : (JSON.parse(stdout).findings as Finding[]);
  return { code, stderr, found: found.map(({ rule, severity, path }) => `${path} ${rule} ${severity}`) };
};

describe("check", () => {
  const CASES: Readonly<Record<string, readonly [config: string, code: number, found: readonly string[]]>> = {
    "without it": ["", 1, [`docs/a.md ${RULE} warning`]],
    "with another severity": [`{ "rules": { "${RULE}": "error" } }`, 1, [`docs/a.md ${RULE} error`]],
    "with a severity below the limit": [`{ "rules": { "${RULE}": "hint" } }`, 0, [`docs/a.md ${RULE} hint`]],
    "with a rule switched off": [`{ "rules": { "${RULE}": "off" } }`, 0, []],
    "with an override": [`{ "overrides": [{ "files": ["docs"], "rules": { "${RULE}": "off" } }] }`, 0, []],
    "with an override of other files": [
      `{ "overrides": [{ "files": ["src"], "rules": { "${RULE}": "off" } }] }`,
      1,
      [`docs/a.md ${RULE} warning`],
    ],
    "with excluded files": ['{ "exclude": ["**/a.md"] }', 0, []],
    "with a mistake in it": [
      '{ "exclude": ["**/a.md"], "rule": {} }',
      1,
      [`${CONFIG} configuration/invalid error`],
    ],
  };
  for (const [title, [config, code, found]] of Object.entries(CASES)) {
    it(title, async () => {
      const root = repository(BAD);
      if (config) write(root, CONFIG, config);
      expect(await check(root)).toEqual({ code, stderr: "", found });
    });
  }

  it("of some paths reports mistakes in it all the same", async () => {
    const root = repository(`${BAD}-- ${CONFIG} --\n{ "rule": {} }\n`);
    expect((await check(root, "docs/glossary/terms/adr.md")).found).toEqual([
      `${CONFIG} configuration/invalid error`,
    ]);
    expect((await check(root, CONFIG)).found).toEqual([`${CONFIG} configuration/invalid error`]);
  });

  it("with another file than the repository's own", async () => {
    const root = repository(`${BAD}-- ${CONFIG} --\n{ "rules": { "${RULE}": "error" } }\n`);
    write(root, "ci/strict.jsonc", `{ "rules": { "${RULE}": "hint" }, "x": 1 }\n`);
    expect((await check(root, "--config", "ci/strict.jsonc")).found).toEqual([
      "ci/strict.jsonc configuration/invalid error",
      `docs/a.md ${RULE} hint`,
    ]);
    for (const config of ["ci/never.jsonc", "ci"]) {
      const { code, stderr } = await check(root, "--config", config);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`“${config}” is no file`)]);
    }
  });

  it("says where in the file a mistake is, for people", async () => {
    const root = repository(`${BAD}-- ${CONFIG} --\n{\n  "starer": false\n}\n`);
    const { stdout } = await run(root, "check");
    expect(stdout).toContain(
      `${CONFIG}\n  2:3       error        There is no setting “starer”: write “starter”  configuration/invalid`,
    );
  });
});

it("terms knows the glossaries that it names", async () => {
  const root = repository(`${WORDS}-- ${CONFIG} --\n{ "glossaries": ["docs/words/*.md"] }\n`);
  expect((await run(root, "terms")).stdout).toBe("Saga: A saga is a chain of steps.\n");
  write(root, "none.json", "{}");
  expect((await run(root, "terms", "--config", "none.json")).stdout).toBe("");
});
