// The rules as they are in the working tree, and what carries out their examples, loaded without writing a file.
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { build } from "esbuild";
import { root } from "../lib/root.mjs";

/** `generated` stands for files that may not be written yet: text by path. */
export async function bundleRules(generated) {
  const texts = new Map([...generated].map(([file, text]) => [path.join(root, file), text]));
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "test/example.ts")],
    bundle: true,
    write: false,
    platform: "node",
    mainFields: ["module", "main"],
    format: "cjs",
    logLevel: "error",
    plugins: [
      {
        name: "generated",
        setup({ onLoad }) {
          onLoad({ filter: /[\\/](?:all|ruleIds)\.ts$/ }, ({ path: file }) =>
            texts.has(file) ? { contents: texts.get(file), loader: "ts" } : undefined,
          );
        },
      },
    ],
  });
  const wrapped = vm.runInThisContext(`(function (module, exports, require) {${outputFiles[0].text}\n})`, {
    filename: "rules (bundled)",
  });
  const module = { exports: {} };
  wrapped(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}
