// The rules as they are in the working tree, and what carries out their examples, loaded without writing a file.
import path from "node:path";
import { bundleTest } from "../lib/bundleTest.mjs";
import { root } from "../lib/root.mjs";

/** `generated` stands for files that may not be written yet: text by path. */
export async function bundleRules(generated) {
  const texts = new Map([...generated].map(([file, text]) => [path.join(root, file), text]));
  const plugin = {
    name: "generated",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/](?:rules|ruleIds|all)\.ts$/ }, ({ path: file }) =>
        texts.has(file) ? { contents: texts.get(file), loader: "ts" } : undefined,
      );
    },
  };
  return bundleTest("test/example.ts", [plugin]);
}
