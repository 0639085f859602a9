/** The samples of each spec tool: what `check` says of them is what they are there to show. */
import { expect, it } from "vitest";
import { run } from "./run.ts";

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  openspec: [],
  "spec-kit": [],
  kiro: ["increment/uncovered-criterion"],
};

for (const [name, expected] of Object.entries(SAMPLES))
  it(`finds in the sample of ${name} ${expected.join(", ") || "nothing"}`, async () => {
    const { stdout } = await run(".", "check", "--format", "json", "--root", `samples/${name}`);
    const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string }[] };
    expect(findings.map(({ rule }) => rule)).toEqual(expected);
  });
