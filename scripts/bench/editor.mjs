// The extension in a real VS Code: when the first hover answers, how far the index is then, how much memory it takes.
import path from "node:path";
import { build } from "esbuild";
import { chooseHost } from "../e2e/hosts.mjs";
import { root } from "../lib/root.mjs";

/** Opens `folder` once and hovers `word` in `file`. Times are in ms from the activation of the extension on. */
export async function inEditor({ folder, file, word }) {
  const suite = path.join(root, "out/bench/editor.cjs");
  await build({
    entryPoints: [path.join(root, "test/e2e/editor.ts")],
    outfile: suite,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
  });
  process.env.SPEC_GLOSSARY_FILE = file;
  process.env.SPEC_GLOSSARY_WORD = word;
  const host = await chooseHost();
  let result;
  const onLine = (line) => {
    const json = /@@editor (\{.*\})/.exec(line)?.[1];
    if (json) result = JSON.parse(json);
  };
  const code = await host.run({ extension: root, suite, workspace: folder, onLine });
  if (!result) throw new Error(`VS Code ended with ${code} and without a result`);
  return result;
}
