/** Small workspaces of many kinds to begin with, from `samples/` and, where there are any, from real repositories. */
import { readdirSync, readFileSync } from "node:fs";
import { parseFixture } from "../fixture.ts";
import type { Random } from "./random.ts";

export interface Sample {
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
}

const FOLDER = "test/fuzz/samples";

/** The samples that belong to the project; files relative to its root. */
export function ownSamples(): Sample[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => ({
      name: file.slice(0, -".txt".length),
      texts: parseFixture(readFileSync(`${FOLDER}/${file}`, "utf8")).files,
    }));
}

/** All of them side by side. */
export function allSamples(): Sample {
  const texts = new Map<string, string>();
  for (const { texts: some } of ownSamples())
    for (const [path, text] of some) if (!texts.has(path)) texts.set(path, text);
  return { name: "all", texts };
}

const CORPORA = "../shared/corpora";
/** Larger files say nothing more and take longer. In UTF-16 units. */
const MOST = 6_000;
const FEW = 14;

/** Folders of real repositories beside this one, some files of each. */
export function realSamples(): Sample[] {
  return listed(CORPORA).flatMap((repository) => {
    const folders = new Map<string, Map<string, string>>();
    for (const path of listed(`${CORPORA}/${repository}`, true)) {
      if (!/\.(?:md|glossary\.yml)$/.test(path) || path.includes("node_modules")) continue;
      const text = readFileSync(`${CORPORA}/${repository}/${path}`, "utf8");
      const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
      const some = folders.get(folder) ?? new Map<string, string>();
      folders.set(folder, some);
      if (text.length < MOST && some.size < FEW) some.set(path, text);
    }
    return [...folders]
      .filter(([, texts]) => texts.size > 1)
      .map(([folder, texts]) => ({ name: `${repository}/${folder}`, texts }));
  });
}

function listed(folder: string, recursive = false): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .sort();
  } catch {
    return [];
  }
}

/** The files of one sample or of several side by side, some of them with the line ends of Windows. */
export function drawTexts(random: Random, samples: readonly Sample[]): Map<string, string> {
  const chosen = [random.pick(samples)];
  while (random.chance(0.35) && chosen.length < 3) chosen.push(random.pick(samples));
  const windows = random.chance(0.25) ? 1 : random.chance(0.2) ? 0.4 : 0;
  const texts = new Map<string, string>();
  for (const { texts: some } of chosen)
    for (const [path, text] of some)
      if (!texts.has(path)) texts.set(path, random.chance(windows) ? text.replace(/\r?\n/g, "\r\n") : text);
  return texts;
}
