// Formats generated code as `npm run check` wants it.
import { execFileSync } from "node:child_process";
import { root } from "../lib/root.mjs";

const BIOME = "node_modules/@biomejs/biome/bin/biome";

/** `text` as Biome would write it into `file`: formatted, imports in order. */
export function formatted(file, text) {
  return execFileSync(process.execPath, [BIOME, "check", "--write", `--stdin-file-path=${file}`], {
    cwd: root,
    input: text,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  });
}
