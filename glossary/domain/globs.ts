/** Patterns of paths, as a configuration holds them: relative to the workspace folder, with `*`, `**`, `?`, `{a,b}`. */
import picomatch from "picomatch/posix";

/** Longer patterns, or more wildcards in one, are nothing that anybody writes: they only take time. */
const LONGEST = 200;
const MOST_WILDCARDS = 6;
const MOST_IN_A_NAME = 2;
const MOST_CHOICES = 4;

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
  const names = plain.split("/").map((name) => wildcards(name));
  if (names.reduce((sum, count) => sum + count, 0) > MOST_WILDCARDS)
    return `has more than ${MOST_WILDCARDS} wildcards: use several patterns`;
  if (names.some((count) => count > MOST_IN_A_NAME))
    return `has more than ${MOST_IN_A_NAME} wildcards in one name: use several patterns`;
  if ((plain.match(/\{/g) ?? []).length > MOST_CHOICES)
    return `has more than ${MOST_CHOICES} lists in braces: use several patterns`;
  return undefined;
}

function wildcards(name: string): number {
  return (name.match(/\*+/g) ?? []).length;
}

/** Without what does not count at its ends: `./docs/` is `docs`. */
function trimmed(glob: string): string {
  return glob
    .trim()
    .replace(/^(?:\.?\/)+/, "")
    .replace(/\/+$/, "");
}

function compiled(glob: string): Test {
  const found = known.get(glob);
  if (found) return found;
  const plain = trimmed(glob);
  const test: Test =
    globFault(glob) === undefined
      ? picomatch([plain, `${plain}/**`], { dot: true, noextglob: true, nonegate: true })
      : () => false;
  if (known.size > 500) known.clear();
  known.set(glob, test);
  return test;
}
