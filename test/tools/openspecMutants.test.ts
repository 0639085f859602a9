/** Projects of OpenSpec that were damaged at random: what the tool rejects is reported. The same ones every time. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";
import { runOpenSpec } from "./openspec.ts";
import { CASES } from "./openspecCases.ts";
import { type Files, filesOf } from "./openspecProject.ts";

const SEED = Number(process.env.SEED ?? 20_261_130);
const MUTANTS = Number(process.env.MUTANTS ?? 120);

/** Numbers from 0 to below 1 (a linear congruence): the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

type Random = () => number;
type Damage = (lines: string[], at: number, random: Random) => void;

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;
const few = (random: Random) => 1 + Math.floor(random() * 7);
const onLine =
  (change: (line: string, random: Random) => string): Damage =>
  (lines, at, random) => {
    lines[at] = change(lines[at] ?? "", random);
  };

const PIECES = [
  "```",
  "~~~",
  "## Notes",
  "### Notes",
  "# Title",
  "#### Other",
  "## ADDED Requirements",
  "## MODIFIED Requirements",
  "## REMOVED Requirements",
  "## RENAMED Requirements",
  "## Purpose",
  "## Requirements",
  "### Requirement: Pay by card",
  "#### Scenario: Card is refused",
  "- FROM: `### Requirement: Pay by card`",
  "- TO: `### Requirement: New`",
  "- [ ] 1.1 x",
  "1. y",
  "<!-- x",
  "---",
  "**Note**: SHALL",
  "TBD",
];

const DAMAGES: readonly Damage[] = [
  (lines, at, random) => void lines.splice(at, few(random)),
  (lines, at) => void lines.splice(at, 1),
  (lines, at, random) => void lines.splice(at, 0, ...lines.slice(at, at + few(random))),
  (lines, at, random) => {
    const cut = lines.splice(at, few(random));
    lines.splice(Math.floor(random() * (lines.length + 1)), 0, ...cut);
  },
  (lines, at, random) => void lines.splice(at, 0, pick(PIECES, random)),
  (lines, at, random) => {
    lines.splice(at, 0, "```");
    lines.splice(Math.min(lines.length, at + few(random)), 0, "```");
  },
  onLine((line) => `#${line}`),
  onLine((line) => line.replace(/^#/, "")),
  onLine((line, random) => " ".repeat(few(random)) + line),
  onLine((line) => line.toLowerCase()),
  onLine((line) => line.toUpperCase()),
  onLine((line) => `${line} ##`),
  onLine((line, random) => line.replace(":", pick(["", " -", "：", " :"], random))),
  onLine((line) => line.replace(/\w+/, "")),
  onLine((line, random) => line.replace(/\s+/, pick(["  ", "\t", "\u00a0", ""], random))),
  onLine((line, random) => line.replace(/SHALL|MUST/, pick(["should", "Shall", "will", "MUST"], random))),
];

function mutant(random: Random): { readonly what: string; readonly files: Files } {
  const base = random() < 0.5 ? CASES[0] : pick(CASES, random);
  const files: Record<string, string> = { ...(base && filesOf(base)) };
  let what = base?.name ?? "";
  for (let i = random() < 0.5 ? 1 : 2; i > 0; i--) {
    const path = pick(
      Object.keys(files).filter((one) => /(?:spec|tasks)\.md$/.test(one)),
      random,
    );
    if (path === undefined) continue;
    const lines = (files[path] ?? "").split("\n");
    const at = Math.floor(random() * lines.length);
    const damage = Math.floor(random() * DAMAGES.length);
    what += `, ${damage} at ${path}:${at + 1}`;
    DAMAGES[damage]?.(lines, at, random);
    files[path] = lines.join("\n");
  }
  return { what, files };
}

it("what OpenSpec rejects is reported", { timeout: 300_000 }, async () => {
  const random = randomFrom(SEED);
  const all = Array.from({ length: MUTANTS }, () => mutant(random));
  const root = realpathSync(mkdtempSync(join(tmpdir(), "openspec-")));
  try {
    for (const [i, { files }] of all.entries())
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(root, `${i}`, dirname(path)), { recursive: true });
        writeFileSync(join(root, `${i}`, path), text);
      }
    const outcomes = await runOpenSpec(all.map((_, i) => ({ folder: join(root, `${i}`) })));
    const rejected = all.flatMap((one, i) => {
      const { code, failed, said } = outcomes[i] ?? { code: 1 };
      const isRejected = code !== 0 || failed !== undefined || said?.items?.some(({ valid }) => !valid);
      return isRejected ? [{ ...one, said }] : [];
    });
    const missed = rejected.filter(({ files }) => {
      const at = workspace(files);
      return [...at.files.keys()].every((path) =>
        diagnose(RULES, at.snapshot, pageOf(at, path), rethrow).every(
          ({ severity }) => severity !== "error" && severity !== "warning",
        ),
      );
    });
    expect(missed.map(({ what, said }) => [what, JSON.stringify(said?.items)])).toEqual([]);
    expect(rejected.length).toBeGreaterThan(MUTANTS / 4);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
