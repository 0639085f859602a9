/** Where the names of a term mean what its entry says: everywhere, in some folders, in one document. */
import { compileGlob } from "../../workspace/settings/globPattern.ts";

export interface Scope {
  /** Files and folders, relative to the workspace folder; "" is all of it. One of them must hold the document. */
  readonly within: readonly string[];
  /** Patterns of which the document's path must match one; empty means that none is needed. */
  readonly paths: readonly string[];
}

/** True where a term of this scope may be meant in the document at `path`. `undefined` is everywhere. */
export function admits(scope: Scope | undefined, path: string): boolean {
  if (!scope) return true;
  if (!scope.within.some((one) => one === "" || path === one || path.startsWith(`${one}/`))) return false;
  return scope.paths.length === 0 || scope.paths.some((pattern) => compiled(pattern)(path));
}

/** How many names of folders a scope is narrower than the whole workspace folder, as seen from `path`. */
export function depthOf(scope: Scope, path: string): number {
  const holding = scope.within.filter((one) => one === "" || path === one || path.startsWith(`${one}/`));
  return Math.max(0, ...holding.map((one) => (one === "" ? 0 : one.split("/").length)));
}

/** Longer patterns are nothing that anybody writes. */
const LONGEST = 200;

const known = new Map<string, (path: string) => boolean>();

/** A pattern may begin and end anywhere in the path, as Contextive reads it; a plain name is that of a folder or file. */
function compiled(pattern: string): (path: string) => boolean {
  const found = known.get(pattern);
  if (found) return found;
  const test = pattern.length <= LONGEST ? compile(pattern) : () => false;
  if (known.size > 500) known.clear();
  known.set(pattern, test);
  return test;
}

function compile(pattern: string): (path: string) => boolean {
  const plain = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
  if (plain === "") return () => false;
  if (!/[*?[\]{}]/.test(plain)) {
    const wanted = `/${plain.toLowerCase()}/`;
    return (path) => `/${path.toLowerCase()}/`.includes(wanted);
  }
  const tests = [`**${plain}*`, `**${plain}/**`].map((glob) => compileGlob(glob.toLowerCase()));
  return (path) => tests.some((test) => test?.(path.toLowerCase()));
}
