// What VS Code's extension host is told to run, on the desktop as in the browser workbench.
import Mocha from "mocha";
import { runAndReport } from "./report.ts";

export async function run(): Promise<void> {
  const options = { ui: "tdd", timeout: 30_000, reporter: Mocha.reporters.Base } as const; // Base prints nothing
  const mocha = new Mocha(process.env.MOCHA_GREP ? { ...options, grep: process.env.MOCHA_GREP } : options);
  mocha.suite.emit("pre-require", globalThis, "", mocha); // defines `suite` and `test`, so the files come after
  await import("./suite/reading.ts");
  await import("./suite/writing.ts");
  await import("./suite/problems.ts");
  await import("./suite/fixes.ts");
  await import("./suite/configuration.ts");
  await import("./suite/commands.ts");
  await import("./suite/adr.ts");
  await import("./suite/increment.ts");
  await import("./suite/incrementFixes.ts");
  await import("./suite/incrementIds.ts");
  await import("./suite/openSpec.ts");
  await import("./suite/renameTerm.ts");
  await import("./suite/incrementStates.ts");
  await import("./suite/performance.ts");
  await import("./suite/queries.ts");
  await import("./suite/edits.ts");
  await import("./suite/robustness.ts");
  await runAndReport(mocha);
}
