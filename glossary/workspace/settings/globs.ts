/** Patterns of paths, as a configuration holds them: relative to the workspace folder, with `*`, `**`, `?`, `{a,b}`. */
import { compileGlob } from "./globPattern.ts";

/** Longer patterns are nothing that anybody writes. */
const LONGEST = 200;

type Test = (path: string) => boolean;

const known = new Map<string, Test>();

/**
 * True where a pattern matches the path or a folder above it. Of several the last one that matches counts; one that
 * begins with `!` takes back what those before it matched.
 */
export function matchesGlobs(globs: readonly string[], path: string): boolean {
  let result = false;
  for (const glob of globs) {
    const isBack = glob.startsWith("!");
    if (result === isBack && compiled(isBack ? glob.slice(1) : glob)(path)) result = !isBack;
  }
  return result;
}

/** What is wrong with a pattern, to be read after "The pattern …"; `undefined` where nothing is. */
export function globFault(glob: string): string | undefined {
  const plain = trimmed(glob.replace(/^!/, ""));
  if (plain === "") return "is empty";
  if (glob.includes("\\")) return "has a backslash: write “/” between folders";
  if (plain.split("/").includes("..")) return "leaves the folder: patterns are relative to this file";
  if (glob.length > LONGEST) return `is longer than ${LONGEST} characters`;
  return compileGlob(plain) ? undefined : "has too many choices in braces: use several patterns";
}

/** Without what does not count at its ends: `./docs/` is `docs`. */
function trimmed(glob: string): string {
  return glob
    .trim()
    .replace(/^(?:\.?\/)+/, "")
    .replace(/(?<!\/)\/+$/, "");
}

function compiled(glob: string): Test {
  const found = known.get(glob);
  if (found) return found;
  const plain = trimmed(glob);
  const usable = globFault(glob) === undefined;
  const itself = usable ? compileGlob(plain) : undefined;
  const below = usable ? compileGlob(`${plain}/**`) : undefined;
  const test: Test = (path) => itself?.(path) === true || below?.(path) === true;
  if (known.size > 500) known.clear();
  known.set(glob, test);
  return test;
}
