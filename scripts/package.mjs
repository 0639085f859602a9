#!/usr/bin/env node
// npm run package: makes spec-glossary-<version>.vsix without a network and checks what is in it.
import fs from "node:fs";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";
import { NOTICES } from "./lib/notices.mjs";
import { capture } from "./lib/process.mjs";
import { root } from "./lib/root.mjs";
import { temporaryFolder } from "./lib/temporary.mjs";
import { entriesOf, packageFile } from "./lib/vsix.mjs";

/** What `.vscodeignore` chooses from. */
const PARTS = [
  "package.json",
  "CHANGELOG.md",
  "LICENSE",
  "icon.png",
  ".vscodeignore",
  "dist",
  "client/media",
  "client/snippets",
  "schemas",
];

const UNWANTED = /\.map$|\.tsx?$|(^|\/)(node_modules|tests?|samples|scripts|out)\//;
const PARSER = ["dist/sql.mjs", "dist/sqlparser.wasm", "dist/sqlparser.LICENSE.txt"];
const WANTED = [
  ...PARSER,
  NOTICES,
  "dist/client.cjs",
  "dist/server.cjs",
  "dist/stemmers.cjs",
  "client/media/log.svg",
  "client/media/traceability.svg",
  ...walkthroughMedia(),
  "package.json",
  "schemas/spec-glossary.schema.json",
];

const file = packageFile();
await capture(process.execPath, ["esbuild.mjs", "--minify"], { cwd: root });
process.env.SOURCE_DATE_EPOCH ??= await lastCommit();
process.env.TZ = "UTC"; // a zip file has local times
const folder = temporaryFolder("package-");
for (const part of PARTS) fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
fs.cpSync(path.join(root, "dist", NOTICES), path.join(folder, NOTICES));
fs.writeFileSync(
  path.join(folder, "README.md"),
  standingAlone(fs.readFileSync(path.join(root, "README.md"), "utf8")),
);
await createVSIX({
  cwd: folder,
  packagePath: file,
  dependencies: false, // everything is bundled
  allowMissingRepository: true,
  rewriteRelativeLinks: false, // there is no public address they could be rewritten to
});

const entries = entriesOf(file).map(({ name, size }) => ({ name: name.replace(/^extension\//, ""), size }));
const names = entries.map(({ name }) => name);
const kilobytes = (some) => `${Math.round(some.reduce((sum, { size }) => sum + size, 0) / 1024)} KB`;
const others = entries.filter(({ name }) => !PARSER.includes(name));
console.log(`The package has ${kilobytes(entries)}, without the parser for SQL ${kilobytes(others)}.`);
const unwanted = names.filter((name) => UNWANTED.test(name));
const missing = WANTED.filter((name) => !names.includes(name));
if (unwanted.length > 0) console.error(`These do not belong into the package: ${unwanted.join(", ")}`);
if (missing.length > 0) console.error(`These are missing in the package: ${missing.join(", ")}`);
process.exit(unwanted.length + missing.length > 0 ? 1 : 0);

/** VS Code shows neither pictures nor links of an installed extension that lead to its own files. */
function standingAlone(readme) {
  return readme
    .replace(/^(?:<img |!\[).*\n\n/gm, "")
    .replace(
      /```[\s\S]*?```|\[((?:`[^`\n]*`|[^\][`])*)\]\((?!https?:|#)[^()\s]*\)|`[^`\n]*`/g,
      (whole, text) => text ?? whole,
    );
}

function walkthroughMedia() {
  const { contributes } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  return contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg));
}

/** The time stamp of the files in the package, so that the same commit gives the same bytes. */
async function lastCommit() {
  const time = await capture("git", ["log", "-1", "--format=%ct"], { cwd: root }).catch(() => "");
  return time.trim() || "315532800"; // 1980, the oldest a zip file knows
}
