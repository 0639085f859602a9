/** Builds what the tests start as processes: once for all of them, and away from what is being packaged. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { BUNDLES } from "./bundles.ts";

export default function build(): void {
  try {
    execFileSync(process.execPath, ["esbuild.mjs", "--outdir", BUNDLES], { stdio: "inherit" });
  } catch {
    // esbuild has said what is wrong. Other tests may run; those that need a bundle must not find an old one.
    rmSync(BUNDLES, { recursive: true, force: true });
  }
}
