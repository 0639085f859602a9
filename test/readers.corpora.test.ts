/**
 * The readers on real repositories, where there are any beside this one. READERS_SHARE: which part of their sections
 * to read, 1 for all of them.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteFacts, readFile, readSections } from "../glossary/markdown/page.ts";
import { READERS } from "../glossary/markdown/readers.ts";
import { split } from "../glossary/markdown/split.ts";
import { readWhole } from "../glossary/markdown/tree.ts";
import { Comparison, difference, markdownBelow, mutated, readText, setting } from "./readers.documents.ts";

const CORPORA = fileURLToPath(new URL("../../shared/corpora", import.meta.url));
const FOLDERS = existsSync(CORPORA) ? readdirSync(CORPORA).sort() : [];
const SHARE = setting("READERS_SHARE", 1);
const MUTATIONS = setting("READERS_MUTATIONS", 1500);
const LONG = 1_800_000;

if (FOLDERS.length === 0) console.log("No real repositories at hand: the readers are not compared on them.");

describe.runIf(FOLDERS.length > 0)("real repositories", () => {
  const pool: string[] = [];

  it.each(FOLDERS)("are read the same by both readers: %s", { timeout: LONG }, (folder) => {
    const files = markdownBelow(join(CORPORA, folder));
    const comparison = new Comparison();
    let count = 0;
    for (const text of files.map(readText)) {
      const { starts } = split(text);
      for (const [i, start] of starts.entries()) {
        const section = text.slice(start, starts[i + 1]);
        if (section.length < 600 && count % 7 === 0) pool.push(section);
        if (Math.floor(count * SHARE) !== Math.floor(++count * SHARE)) comparison.add(section);
      }
    }
    console.log(`${folder}: ${files.length} documents, ${comparison}`);
    expect(comparison.differences).toEqual([]);
    expect(comparison.unsure).toBeLessThanOrEqual(Math.max(5, comparison.sections * 0.005));
  });

  it.each(FOLDERS)("are the same as a whole and by sections: %s", { timeout: LONG }, (folder) => {
    const files = markdownBelow(join(CORPORA, folder));
    const step = Math.ceil(files.length / 150 / SHARE);
    for (let i = 0; i < files.length; i += step) {
      const text = readText(files[i] as string);
      const whole = readWhole(text);
      const put = absoluteFacts(readSections(text, READERS));
      expect(`${files[i]} ${difference(put, whole)}`).toBe(`${files[i]} `);
      expect(`${files[i]} ${difference(readFile(text, READERS).facts, whole)}`).toBe(`${files[i]} `);
    }
  });

  it("are read the same when changed", { timeout: LONG }, () => {
    const comparison = new Comparison();
    const property = fc.property(mutated(pool), (text) => {
      expect(comparison.compare(text)).toBe("");
    });
    fc.assert(property, { numRuns: MUTATIONS, seed: setting("READERS_SEED", 1) });
    console.log(`changed: ${comparison}`);
  });
});
