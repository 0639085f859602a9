/**
 * Patterns of paths. They come from files that anybody may have written, so they are not turned into regular
 * expressions, which can take endless time: a path is compared with all places in the pattern at once.
 */

/** More choices in one pattern (`{a,b}` twice makes four) are nothing that anybody writes. */
const MOST_CHOICES = 64;

type Part =
  | { readonly kind: "char"; readonly char: string }
  /** `?`, `*`, and `**` where it is not a name of its own. */
  | { readonly kind: "one" | "name" | "all" }
  /** `[a-z]` */
  | { readonly kind: "class"; readonly not: boolean; readonly ranges: readonly (readonly [string, string])[] }
  /** `**` and the `/` behind it: no folder or any number of them; `folder` is the inside of such a folder's name. */
  | { readonly kind: "folders" | "folder" };

/**
 * Compiles a pattern: `?` is one character and `*` any number of them but `/`, a name `**` any number of folders,
 * `{a,b}` either, `[a-z]` one of these. `undefined` where it has too many choices.
 */
export function compileGlob(glob: string): ((path: string) => boolean) | undefined {
  const choices = expand(glob);
  if (choices.length > MOST_CHOICES) return undefined;
  const all = choices.map(partsOf);
  return (path) => all.some((parts) => matches(parts, path));
}

/** One pattern for each choice that the braces leave; one more than allowed where there are too many. */
function expand(glob: string): string[] {
  const done: string[] = [];
  const open = [glob];
  while (open.length > 0) {
    const one = open.pop() as string;
    const braces = innermost(one);
    if (!braces) done.push(one);
    else
      for (const choice of braces.choices)
        open.push(one.slice(0, braces.start) + choice + one.slice(braces.end));
    if (done.length + open.length > MOST_CHOICES) return new Array(MOST_CHOICES + 1).fill("");
  }
  return done;
}

/** Braces with a comma and without others in them. */
function innermost(glob: string): { start: number; end: number; choices: readonly string[] } | undefined {
  for (let end = glob.indexOf("}"); end >= 0; end = glob.indexOf("}", end + 1)) {
    const start = glob.lastIndexOf("{", end);
    const inside = glob.slice(start + 1, end);
    if (start >= 0 && inside.includes(",") && !inside.includes("}"))
      return { start, end: end + 1, choices: inside.split(",") };
  }
  return undefined;
}

function partsOf(glob: string): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < glob.length; at++) {
    const char = glob[at] as string;
    if (char === "?") parts.push({ kind: "one" });
    else if (char === "*") {
      const from = at;
      while (glob[at + 1] === "*") at++;
      const isName = at > from && (from === 0 || glob[from - 1] === "/");
      if (isName && glob[at + 1] === "/") {
        parts.push({ kind: "folders" }, { kind: "folder" });
        at++;
      } else parts.push({ kind: at > from ? "all" : "name" });
    } else {
      const close = char === "[" ? glob.indexOf("]", at + 2) : -1;
      if (close < 0) parts.push({ kind: "char", char });
      else {
        parts.push(classOf(glob.slice(at + 1, close)));
        at = close;
      }
    }
  }
  return parts;
}

function classOf(inside: string): Part {
  const not = /^[!^]/.test(inside);
  const ranges = [...(not ? inside.slice(1) : inside).matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map(
    ([one, from = one, to = one]) => [from, to] as const,
  );
  return { kind: "class", not, ranges };
}

/** Goes through the path once, with all places in the pattern that fit what was read so far. */
function matches(parts: readonly Part[], path: string): boolean {
  let now = new Uint8Array(parts.length + 1);
  let next = new Uint8Array(parts.length + 1);
  enter(parts, now, 0);
  for (const char of path.split("")) {
    next.fill(0);
    let any = false;
    for (let i = 0; i < parts.length; i++) {
      if (now[i] === 0) continue;
      const to = step(parts[i] as Part, i, char);
      if (to < 0) continue;
      enter(parts, next, to);
      any = true;
    }
    if (!any) return false;
    [now, next] = [next, now];
  }
  return now[parts.length] === 1;
}

/** Where a character leads from a place; -1 where it does not fit. */
function step(part: Part, i: number, char: string): number {
  const slash = char === "/";
  switch (part.kind) {
    case "char":
      return part.char === char ? i + 1 : -1;
    case "one":
      return slash ? -1 : i + 1;
    case "class":
      return !slash && part.ranges.some(([from, to]) => from <= char && char <= to) !== part.not ? i + 1 : -1;
    case "name":
      return slash ? -1 : i;
    case "all":
      return i;
    case "folders":
      return slash ? -1 : i + 1;
    case "folder":
      return slash ? i - 1 : i;
  }
}

/** Marks a place, and those after it that need nothing of the path. */
function enter(parts: readonly Part[], places: Uint8Array, from: number): void {
  for (let at = from; places[at] === 0; ) {
    places[at] = 1;
    const kind = parts[at]?.kind;
    if (kind === "name" || kind === "all") at++;
    else if (kind === "folders") at += 2;
  }
}
