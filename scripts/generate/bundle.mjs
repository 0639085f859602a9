// The rules as they are in the working tree, and what carries out their examples, loaded without writing a file.
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { build } from "esbuild";
import { root } from "../lib/root.mjs";

/** `list` stands for glossary/rules/all.ts, which may not be written yet. */
export async function bundleRules(list) {
  const all = path.join(root, "glossary/rules/all.ts");
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "test/example.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    plugins: [
      {
        name: "rule-list",
        setup({ onLoad }) {
          onLoad({ filter: /[\\/]rules[\\/]all\.ts$/ }, ({ path: file }) =>
            file === all ? { contents: list, loader: "ts" } : undefined,
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
