/** Where the target of a broken relative link is now. */
import { append, grouped } from "../../text/groups.ts";
import { ancestors, basename, dirname, join, relativeTo } from "../../text/paths.ts";
import { isOfHugo, type LinkSpace } from "./links.ts";

export interface MovedTarget {
  /** The file or folder that is meant. */
  readonly path: string;
  /** The address that leads there, without what followed the path. */
  readonly address: string;
  /**
   * `case`: only capitals differ. `depth`: only the number of `../` is wrong. `archive`: it was moved into an archive.
   * `name`: it is elsewhere. `namesake`: a file of that name is elsewhere, and need not be the one that is meant.
   */
  readonly how: "case" | "depth" | "archive" | "name" | "namesake";
}

/** Names that many files have. */
const GENERAL =
  /^(?:readme(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?|index|changelog|licen[cs]e|contributing|claude|agents?|skill|spec|plan|tasks|feature|metadata|overview|design|proposal|summary|notes|package|config|tsconfig|main|types|utils?)(?:\.[a-z]+)?$/i;
/** Names that each package of a repository may have: that of another one is not meant. */
const OF_A_PACKAGE =
  /^(?:CODE_OF_CONDUCT|SECURITY|SUPPORT|CONTRIBUTORS|AUTHORS|MAINTAINERS|GOVERNANCE|CHANGES|HISTORY)\./;
/** Two words that many folders have a page of. */
const USUAL =
  /^(?:getting[-_ ]?started|quick[-_ ]?start|how[-_ ]?to|best[-_ ]?practices|(?:api|cli|user|developer|dev|admin|style|setup|install(?:ation)?|migration|upgrade|deployment|testing|contribut(?:ing|ion)|reference|security|architecture)[-_ ](?:guide|docs?|reference|overview|notes|manual|setup)|release[-_ ]?notes|known[-_ ]?issues|open[-_ ]?questions|data[-_ ]?model|error[-_ ]?handling|code[-_ ]?style|front[-_ ]?end|back[-_ ]?end)\./i;
/** Files at the top of a repository, which pages further down link to. */
const AT_TOP = /^(?:licen[cs]e|contributing|code[-_]of[-_]conduct|security)(?:\.[a-z]+)?$/i;
/** Of folders only those with a number are known by their name alone: `0047-linkage`, `FS-047`. */
const NUMBERED = /^(?:\d{3,5}[A-Z]?-|FS-\d)/;
const SHELF = /^_?(?:archived?|abandoned|completed|paused)$/i;

/**
 * What the address `path` in the page `from` was meant to lead to; `undefined` where nothing or more than one thing in
 * the workspace folder fits.
 */
export function movedTarget(space: LinkSpace, from: string, path: string): MovedTarget | undefined {
  const written = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  const ups = written.findIndex((segment) => segment !== "..");
  if (ups < 0) return undefined;
  const tail = written.slice(ups);
  if (tail.includes("..")) return undefined;
  const found =
    inOtherCase(space, from, path) ?? atOtherDepth(space, from, ups, tail) ?? byEnd(space, from, path, tail);
  if (!found || isOfAnotherPackage(from, path, found)) return undefined;
  const way = relativeTo(dirname(from), found.path);
  const slash = path.endsWith("/") ? "/" : "";
  return { ...found, address: `${path.startsWith("./") ? way : way.replace(/^\.\//, "")}${slash}` };
}

type Found = Omit<MovedTarget, "address">;

const PACKAGE = /(?:^|\/)(?:packages|apps|libs|services|plugins|modules|crates|examples)\/[^/]+(?=\/)/;

/** Each package of a repository may have a file at the same place: of that of another one nothing is known. */
function isOfAnotherPackage(from: string, path: string, { path: found, how }: Found): boolean {
  const packageOf = (one = "") => {
    const match = PACKAGE.exec(one);
    return match ? one.slice(0, match.index + match[0].length) : undefined;
  };
  const own = packageOf(from);
  const other = packageOf(found);
  if ((how !== "name" && how !== "namesake") || own === undefined || other === undefined || other === own)
    return false;
  return packageOf(join(dirname(from), path)) === own;
}

const SITES = [
  "hugo.toml",
  "hugo.yaml",
  "hugo.json",
  "_config.yml",
  "_config.yaml",
  "gatsby-config.js",
  "astro.config.mjs",
  "astro.config.ts",
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
];

/**
 * True for a page of a site that serves `a.md` as `a/`: there an address is relative to another folder than on the disk,
 * unless it is that of a Markdown file.
 */
export function isServedDeeper(space: LinkSpace, from: string): boolean {
  const { files, folders } = space;
  if (isOfHugo(space, from)) return true;
  return ancestors(dirname(from)).some((folder) => {
    const at = (name: string) => (folder === "" ? name : `${folder}/${name}`);
    return (
      SITES.some((name) => files.has(at(name))) ||
      (files.has(at("config.toml")) && folders.has(at("content")))
    );
  });
}

/** The one file or folder whose path differs only in capitals: it opens on some systems, and not on others. */
function inOtherCase(space: LinkSpace, from: string, path: string): Found | undefined {
  const key = join(dirname(from), path)?.toLowerCase();
  if (key === undefined) return undefined;
  const [first, second] = namesOf(space).get(basename(key))?.inSmall.get(key) ?? [];
  return first !== undefined && second === undefined ? { path: first, how: "case" } : undefined;
}

/** The same address with more or fewer `../`: the one whose number is nearest. */
function atOtherDepth(space: LinkSpace, from: string, ups: number, tail: string[]): Found | undefined {
  const [name = ""] = tail;
  // One segment alone may be anything; where it is right one level up or down, it is meant.
  const farthest =
    tail.length > 1 || isTelling(name) ? Number.POSITIVE_INFINITY : isNearby(name, ups) ? 1 : 0;
  const fitting = ancestors(dirname(from)).flatMap((folder, i) => {
    const at = [...(folder === "" ? [] : [folder]), ...tail].join("/");
    const away = Math.abs(i - ups);
    return away <= farthest && exists(space, at) ? [{ path: at, away }] : [];
  });
  const least = Math.min(...fitting.map(({ away }) => away));
  const [first, second] = fitting.filter(({ away }) => away === least);
  return first && !second ? { path: first.path, how: "depth" } : undefined;
}

/** True for a segment that may have one `../` too many or too few: it has some, and is no name that each folder has. */
function isNearby(name: string, ups: number): boolean {
  return ups > 0 && (!GENERAL.test(name) || AT_TOP.test(name));
}

/** The one file or folder that ends as the address does, with as many segments as possible. */
function byEnd(space: LinkSpace, from: string, path: string, tail: string[]): Found | undefined {
  const last = tail.at(-1) as string;
  const isFolder = !/\.[a-z\d]+$/i.test(last);
  if (isFolder && !NUMBERED.test(last)) return undefined;
  const named = namesOf(space).get(last.toLowerCase());
  if (!named) return undefined;
  for (let length = tail.length; length > 0; length--) {
    if (length === 1 && (!isTelling(last) || OF_A_PACKAGE.test(last))) return undefined;
    const end = tail.slice(-length).join("/");
    const [first, second] = (named.byEnd.get(end) ?? []).filter((path) => path !== from);
    if (second !== undefined) return undefined;
    if (first === undefined) continue;
    const archived = first.split("/").some((segment) => SHELF.test(segment) && !tail.includes(segment));
    if (length === 1 && !isOneOfAKind(last) && !isInLine(join(dirname(from), path), first))
      return { path: first, how: "namesake" };
    return { path: first, how: archived ? "archive" : "name" };
  }
  return undefined;
}

/** True for a name of several words, or with a number, that two pages hardly have by chance. */
function isOneOfAKind(name: string): boolean {
  const words = name.replace(/\.[a-z\d]+$/i, "").split(/[-_. ]+|(?<=[a-z\d])(?=[A-Z])/);
  return (words.filter((word) => word.length > 1).length > 1 && !USUAL.test(name)) || /\d{3}/.test(name);
}

/** True where a file was moved into a folder above its own, or into one right below it. */
function isInLine(missing: string | undefined, found: string): boolean {
  if (missing === undefined) return false;
  const [own, other] = [dirname(missing), dirname(found)];
  return ancestors(own).includes(other) || dirname(other) === own;
}

function isTelling(name: string): boolean {
  return /\.[a-z\d]+$/i.test(name) ? !GENERAL.test(name) : NUMBERED.test(name);
}

function exists({ pages, files, folders }: LinkSpace, path: string): boolean {
  if (pages.has(path) || files.has(path)) return true;
  // A folder with an index may be the page of a site, and the address right there.
  return (
    folders.has(path) && !["index.md", "_index.md", "index.mdx"].some((name) => pages.has(`${path}/${name}`))
  );
}

/** Files and folders whose last segment differs in capitals at most. Thousands may have one name: none is looked through. */
interface Named {
  /** By the whole path in small letters. */
  readonly inSmall: Map<string, string[]>;
  /** By their last segments, as many as there are: the first three, of which one may be the page that asks. */
  readonly byEnd: Map<string, string[]>;
}

/** By the folders, which are others as soon as a path is. */
const NAMES = new WeakMap<ReadonlySet<string>, NamesOf>();

interface NamesOf {
  get(name: string): Named | undefined;
}

/** All files and folders by their last segment in small letters; made when a link is first found broken. */
function namesOf(space: LinkSpace): NamesOf {
  const known = NAMES.get(space.folders);
  if (known) return known;
  const paths = new Set([...space.pages.keys(), ...space.files, ...space.folders]);
  const names = grouped([...paths], (path) => basename(path).toLowerCase());
  const read = new Map<string, Named>();
  const found = {
    get(name: string) {
      const some = names.get(name);
      const named = read.get(name) ?? (some && byPlace(some));
      if (named) read.set(name, named);
      return named;
    },
  };
  NAMES.set(space.folders, found);
  return found;
}

function byPlace(paths: readonly string[]): Named {
  const named: Named = { inSmall: new Map(), byEnd: new Map() };
  for (const path of paths) {
    append(named.inSmall, path.toLowerCase(), path);
    for (let at = path.length; at > 0; ) {
      at = path.lastIndexOf("/", at - 1);
      const end = path.slice(at + 1);
      if ((named.byEnd.get(end)?.length ?? 0) < 3) append(named.byEnd, end, path);
    }
  }
  return named;
}
