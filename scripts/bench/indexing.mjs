// Bringing a whole repository into memory: the least it can take, and what we take.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { BUNDLES } from "./build.mjs";
import { clock } from "./measure.mjs";

const NEVER = new Set(["node_modules", ".git", ".hg", ".svn", ".jj"]);
export const isMarkdown = (file) => /\.(?:md|mdx|markdown)$/i.test(file);

/** All Markdown files below a folder, by the fewest system calls there are. */
export function walk(folder) {
  const found = [];
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const entry of fs.readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory() && !NEVER.has(entry.name)) open.push(`${at}/${entry.name}`);
      else if (entry.isFile() && isMarkdown(entry.name)) found.push(`${at}/${entry.name}`);
    }
  }
  return found.sort();
}

/** The floor: walks the folder and reads its Markdown. */
export function floor({ folder }) {
  const time = clock();
  let bytes = 0;
  const files = walk(folder);
  for (const file of files) bytes += fs.readFileSync(file, "utf8").length;
  return { ...time(), files: files.length, bytes };
}

/** The files of a folder, `copies` times below folders of their own. */
function copied(files, copies) {
  if (copies === 1) return files;
  const original = (file) => file.slice(file.indexOf("/") + 1);
  return {
    ...files,
    list: async () => {
      const list = await files.list();
      return Array.from({ length: copies }, (_, i) => list.map((file) => `copy-${i}/${file}`)).flat();
    },
    read: (file) => files.read(original(file)),
  };
}

/**
 * The whole index from nothing, or from what is stored in the folder `storage`; then every use of every term, read
 * from the files again.
 */
export async function coldIndex({ folder, copies = 1, uses = false, storage, engine: name = "engine.cjs" }) {
  const program = path.join(BUNDLES, name);
  const { AnalysisHost, diskFiles, diskStore, load, ...engine } = createRequire(import.meta.url)(program);
  const time = clock();
  const host = new AnalysisHost();
  const files = copied(diskFiles(folder), copies);
  await load(host, files, storage ? { store: diskStore(storage, folder, program) } : {});
  const snapshot = host.snapshot();
  const taken = time();
  const peak = process.resourceUsage().maxRSS / 1024;
  const result = { ...taken, peak, files: snapshot.pages.size, terms: snapshot.glossary.terms.size };
  return uses ? { ...result, ...(await allUses(engine, snapshot, files)) } : result;
}

async function allUses({ readFile, findUses, READERS }, { pages, matcher }, files) {
  const start = performance.now();
  let uses = 0;
  for (const file of pages.keys()) {
    const text = await files.read(file);
    if (typeof text !== "string") continue;
    uses += findUses(matcher, text, readFile(text, READERS).facts).length;
  }
  return { uses, usesMs: performance.now() - start };
}
