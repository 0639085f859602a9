// The pages of views: HTML files that name their styles and scripts, each imported as one module.
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const STYLE = /<link rel="stylesheet" href="([^"]+)">/;
const SCRIPT = /<script src="([^"]+)"><\/script>/;

/** The browser in the oldest VS Code that the extension runs in. */
const TARGET = "chrome122";

/** What is imported as `page.html`, and the files that it was made from. */
async function readView(file, minify) {
  const html = fs.readFileSync(file, "utf8");
  const [style, script] = await Promise.all(
    [STYLE, SCRIPT].map((named) => bundled(path.join(path.dirname(file), named.exec(html)[1]), minify)),
  );
  const view = {
    html: html
      .replace(STYLE, '<style nonce="{{nonce}}">{{style}}</style>')
      .replace(SCRIPT, '<script nonce="{{nonce}}">{{script}}</script>'),
    style: style.text,
    script: script.text,
  };
  return { code: `export default ${JSON.stringify(view)};`, files: [file, ...style.files, ...script.files] };
}

async function bundled(file, minify) {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    minify,
  });
  return { text: outputFiles[0].text, files: Object.keys(metafile.inputs).map((one) => path.resolve(one)) };
}

const PAGE = /[\\/]page\.html$/;

/** For esbuild. */
export function viewPages({ minify = false } = {}) {
  return {
    name: "views",
    setup({ onLoad }) {
      onLoad({ filter: PAGE }, async ({ path: file }) => {
        const { code, files } = await readView(file, minify);
        return { contents: code, loader: "js", watchFiles: files };
      });
    },
  };
}

/** For Vitest. */
export function viewPagesInTests() {
  return {
    name: "views",
    enforce: "pre",
    load: async (id) => (PAGE.test(id) ? (await readView(id, false)).code : undefined),
  };
}
