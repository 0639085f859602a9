import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { build } from "esbuild";
import { root } from "./root.mjs";

/** What a TypeScript file of the tests exports, bundled with esbuild's `plugins` and loaded without writing a file. */
export async function bundleTest(file, plugins = []) {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, file)],
    bundle: true,
    write: false,
    platform: "node",
    mainFields: ["module", "main"],
    format: "cjs",
    logLevel: "error",
    plugins,
  });
  const wrapped = vm.runInThisContext(`(function (module, exports, require) {${outputFiles[0].text}\n})`, {
    filename: file,
  });
  const module = { exports: {} };
  wrapped(module, module.exports, createRequire(path.join(root, "package.json")));
  return module.exports;
}
