/** What `.gitignore` files say of a path. Knows no files: the texts are given. */
import ignore, { type Ignore } from "ignore";

/** The rules of one `.gitignore`. Paths are relative to the workspace folder, which may be below its folder. */
export interface IgnoreRules {
  readonly rules: Ignore;
  /** What of a path the rules do not see. */
  readonly cut: number;
  /** What they see before it. */
  readonly prefix: string;
}

/** More `**` in one pattern are nothing that anybody writes; each takes the depth of a path once more in time. */
const MOST_ANY_FOLDERS = 3;

function compiled(text: string): Ignore {
  const lines = text.split(/\r?\n/).filter((line) => line.split("**").length <= MOST_ANY_FOLDERS + 1);
  return ignore().add(lines.join("\n"));
}

/** The rules in a folder of the workspace folder; "" for itself. */
export function rulesIn(folder: string, text: string): IgnoreRules {
  return { rules: compiled(text), cut: folder === "" ? 0 : folder.length + 1, prefix: "" };
}

/** The rules in a folder above the workspace folder, which is at `prefix` (ending with `/`) as seen from there. */
export function rulesAbove(prefix: string, text: string): IgnoreRules {
  return { rules: compiled(text), cut: 0, prefix };
}

/** Whether a path is ignored; folders end with `/`. The rules come from the outermost to the innermost folder. */
export function isIgnored(all: readonly IgnoreRules[], path: string): boolean {
  let result = false;
  for (const { rules, cut, prefix } of all) {
    const test = rules.test(prefix + path.slice(cut));
    if (test.ignored) result = true;
    if (test.unignored) result = false;
  }
  return result;
}
