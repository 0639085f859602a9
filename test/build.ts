/** Builds what the tests start as processes: once for all of them, and away from what is being packaged. */
import { execFileSync } from "node:child_process";
import { BUNDLES } from "./bundles.ts";

export default function build(): void {
  execFileSync(process.execPath, ["esbuild.mjs", "--outdir", BUNDLES], { stdio: "inherit" });
}
