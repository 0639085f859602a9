/** Terms, the entries that define them, and the names people write for them. */

import { singularize } from "inflection";
import { patternOf } from "../../languages/merge.ts";
import { remembered } from "../../text/remembered.ts";
import type { Span } from "../../text/span.ts";
import type { Scope } from "./scope.ts";

/** The shape in which a glossary file states an entry. */
export type EntryKind =
  | "page"
  | "category"
  | "index"
  | "heading"
  | "list"
  | "table"
  | "definition-list"
  | "abbreviation"
  | "contextive"
  | "section"
  | "usage";

/** The part of a business in which the words of a glossary hold, as Contextive calls it. */
export interface Context {
  readonly name: string;
  readonly vision: string;
  /** Labels and values, as written. */
  readonly meta: readonly (readonly [string, string])[];
}

/** What can be said of a term. */
interface Description {
  /** The plurals of its main name, where the glossary gives them. */
  readonly plurals: readonly string[];
  /** Names that must not be used for it. */
  readonly avoid: readonly string[];
  readonly category: string;
  /** Safe Markdown, at most a few lines; "" where nothing is defined. */
  readonly definition: string;
  /** The first paragraph of the definition on one line, without markup. */
  readonly summary: string;
  /** From "When to Use" tables; "" where nothing is said. */
  readonly useWhen: string;
  readonly avoidWhen: string;
  /** Sentences that use the term, without markup. */
  readonly examples: readonly string[];
  /** Labels and values that a glossary adds to its terms, as written. */
  readonly meta: readonly (readonly [string, string])[];
  readonly context: Context | undefined;
  /** Where the names are taken for it; `undefined` for everywhere. */
  readonly scope: Scope | undefined;
}

/** One statement about a term in one file. */
export interface Entry extends Description {
  readonly kind: EntryKind;
  /** The file, relative to the workspace folder. */
  readonly path: string;
  /** UTF-16 offsets in the file. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** Where its other names are written, in lists of them: `aliases:`, a line `_Aliases_:`, a column. */
  readonly aliasSpans: readonly Span[];
  /** As the entry is titled, e.g. `ADR (Architecture Decision Record)`. */
  readonly title: string;
  /** The names in the title and in the file's metadata; the first is the main one. Never empty. */
  readonly names: readonly string[];
  /** Where the entry's name links to, as written; "" where it does not. */
  readonly link: string;
  /** The fragment that leads to it within its file; "" where there is none. */
  readonly anchor: string;
  /** The language of its file, by its code (ISO 639-1); English where nothing shows it. */
  readonly language?: string;
}

/** One concept, with all entries that state it. */
export interface Term extends Description {
  /** Stable and unique in the workspace folder: the stem of its page, else a slug of its name. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The one that defines it first, then by path and place. Never empty. */
  readonly entries: readonly Entry[];
}

/** True for entries that a reader can be sent to: rows of a "When to Use" table only add to another one. */
export function isDefining({ kind }: Entry): boolean {
  return kind !== "usage";
}

const NOT_A_NAME = new RegExp(
  `^(?:v?\\d[\\d.]*\\+?|${patternOf(({ glossary }) => glossary?.labels?.notNames)})$`,
  "i",
);

/** What is longer is text, not a name. */
const LONGEST = 300;

const OTHERWISE = new RegExp(
  `^(?:${patternOf(({ glossary }) => glossary?.labels?.otherwise)})(?:[:：]\\s*|\\s+)(?=\\S)`,
  "i",
);

/** `Ship, aka vessel` */
const ALSO_KNOWN_AS = new RegExp(
  `^([^()（）]{1,200}?),?\\s(?:${patternOf(({ glossary }) => glossary?.labels?.alsoKnownAs)})\\s([^()（）]{1,200})$`,
  "i",
);

/**
 * The names a title holds. `ADR (Architecture Decision Record)` holds both, in that order, and so does the
 * reverse; `E2E (End-to-End) Testing` holds `E2E Testing` and `End-to-End Testing`; `SLI, SLO, SLA` holds
 * three, `Ship, aka vessel` two. Brackets that only qualify (`Sync (v0.18.0+)`, `Redux (coming soon)`) hold
 * none. Empty for a title without letters.
 */
export function parseNames(title: string): string[] {
  if (title.length > LONGEST) return [];
  const clean = cleanName(title);
  if (!/[\p{L}\p{N}]/u.test(clean)) return [];
  const aka = ALSO_KNOWN_AS.exec(clean);
  if (aka) return distinct([...splitList((aka[1] as string).trim()), ...splitNames(aka[2] as string)]);
  const match = /^([^()（）]{0,200})[(（]([^()（）]{1,200})[)）]([^()（）]{0,200})$/.exec(clean);
  if (!match) return splitList(clean);
  const before = (match[1] as string).trim();
  const inside = (match[2] as string).trim();
  const after = (match[3] as string).trim();
  const tail = /^[-–—:]/.test(after) ? "" : after;
  const main = join(before, tail);
  if (main === "") return splitList(inside);
  const otherwise = OTHERWISE.exec(inside);
  if (otherwise) return distinct([...splitList(main), ...splitNames(inside.slice(otherwise[0].length))]);
  const isAlias =
    !NOT_A_NAME.test(inside) && (isAbbreviation(before, inside) || isTranslation(before, inside));
  return distinct([...splitList(main), ...(isAlias ? splitList(join(inside, tail)) : [])]);
}

function cleanName(title: string): string {
  return (
    title
      .replace(/(?<!\s)\s*\{#[^{}\s]{1,80}\}\s*$/, "")
      .replace(/[*`]|(?<![\p{L}\p{N}_])_+|(?<!_)_+(?![\p{L}\p{N}_])/gu, "")
      .replace(/\s+/g, " ")
      // Pictures and bullets go; what belongs to a name (`.NET`, `@scope`) and opening brackets stay.
      .replace(/^(?:(?![.@#][\p{L}\p{N}]|'\p{Ll}[^'’]*$|\[[\p{L}\p{N}][^\]]*\])[^\p{L}\p{N}(（])+/u, "")
      .replace(/(?<![\s:：—–.,;!?…"'“”‘’«»-])[\s:：—–.,;!?…"'“”‘’«»-]+$/, "")
      .trim()
  );
}

/** What is no name in a list of names. */
const NOTHING = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.labels?.nothing)})$`, "i");

/**
 * The names in a list that people write in a table's cell or after `_Avoid_:`, such as `client, “purchaser” (in
 * copy); user`. Whole phrases are no names.
 */
export function splitNames(list: string): string[] {
  const parts = list
    .slice(0, 1_000)
    .replace(/[(（][^()（）]{0,200}[)）]/g, " ")
    .split(/\s*[,;、，；]\s*|\s+[/|]\s+|\s+(?:or|oder)\s+|\r?\n/i);
  return distinct(
    parts
      .map((part) => cleanName(part.replace(/^(?:or|and|oder|und)\s+/i, "")))
      .filter((name) => /[\p{L}\p{N}]/u.test(name) && name.length <= 60 && name.split(" ").length <= 4)
      .filter((name) => !NOTHING.test(name)),
  );
}

/** Without those that differ from an earlier one in spelling only. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (name && !seen.has(nameKey(name))) seen.set(nameKey(name), name);
  return [...seen.values()];
}

function join(a: string, b: string): string {
  return [a, b].filter(Boolean).join(" ");
}

/** A list only where every part is an acronym, or begins with the first: commas and slashes occur in ordinary names too (`CI/CD`). */
function splitList(name: string): string[] {
  if (name === "") return [];
  const parts = name.split(/(?:(?<!\s)\s+)?,\s*/);
  const [first = ""] = parts;
  const isList = parts.every(isAcronym) || parts.slice(1).every((part) => part.startsWith(`${first} `));
  return parts.length > 1 && isList ? parts : [name];
}

/** All capitals and digits, as `SLA`, `S3`, `OAuth2` is not: such a name needs its case. */
export function isAcronym(name: string): boolean {
  return (
    /^(?=.*\p{Lu})[\p{Lu}\p{N}][\p{Lu}\p{N}/&.+-]{1,11}s?$/u.test(name) &&
    (name.match(/\p{Lu}/gu)?.length ?? 0) >= 2
  );
}

/** True where one of the two stands for the other: `ADR` and its expansion, `K8s` and `Kubernetes`. */
function isAbbreviation(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length > 20 || /\s/.test(short.trim())) return isAcronymPhrase(short, long);
  const letters = short
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "")
    .replace(/s$/, "");
  if (letters.length > 0 && startsWords(letters, long)) return true;
  // `XML (Extensible Markup Language)`, but not `BCC (in bulk emails)`.
  const words = long.split(/[\s-]+/);
  return (
    isAcronym(short) && words.length > 1 && words.every((word) => word.length < 4 || /^\p{Lu}/u.test(word))
  );
}

const LATIN = /\p{Script=Latin}/u;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Scripts whose names are given in brackets in another one: `Корзина (Cart)`, `Package (пакет)`. */
const LETTERED = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** The same in another script: `云原生（Cloud Native）`, `ポータビリティ(可搬性)`; not `会话 (web)`. */
function isTranslation(a: string, b: string): boolean {
  if (/^[\p{Script=Katakana}ー・]+$/u.test(a)) return /^\p{Script=Han}{2,}$/u.test(b);
  const isShort = b.split(/\s+/).length <= 4;
  if (LETTERED.test(a) !== LETTERED.test(b) && LATIN.test(a) !== LATIN.test(b))
    return isShort && b.length > 3;
  // `Kỳ quay (Draw)`: letters that English does not have, beside a name in English.
  if (LATIN.test(a) && /[^\p{ASCII}]/u.test(a) && /^\p{Lu}[A-Za-z -]+$/u.test(b)) return isShort;
  const [east, west] = LATIN.test(b) ? [a, b] : [b, a];
  return IDEOGRAPH.test(east) && !IDEOGRAPH.test(west) && /\p{Lu}/u.test(west) && LATIN.test(west);
}

/** `End-to-End` beside `E2E`, `Continuous Integration/…` beside `CI/CD`. */
function isAcronymPhrase(short: string, long: string): boolean {
  return isAcronym(short.replace(/\s+/g, "")) && long.length > short.length;
}

/** The letters occur in the phrase in this order, the first at its start. */
function startsWords(letters: string, phrase: string): boolean {
  let at = 0;
  for (const char of phrase.toLowerCase()) {
    if (char === letters[at]) at++;
    else if (at === 0 && /\p{L}/u.test(char)) return false;
    if (at === letters.length) return true;
  }
  return false;
}

/**
 * How names are compared: case, white space, hyphens and diacritics do not count, and neither do the German sharp s and
 * the Turkish i without a dot, which capitals write as other letters.
 */
export function nameKey(name: string): string {
  // Almost all words: nothing to fold but case.
  if (/^[A-Za-z0-9]*$/.test(name)) return name.toLowerCase();
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\u00df/g, "ss")
    .replace(/\u0131/g, "i")
    .replace(/[\s\-_‐-―]+/gu, " ")
    .trim();
}

/** The same for a name and its plural: only the last word differs between them. */
export const numberlessKey = remembered((name) => {
  const key = nameKey(name);
  // A capital S is no plural: `HTTPS`, `DNS`.
  if (/\p{Lu}S$/u.test(name)) return key;
  const at = key.lastIndexOf(" ") + 1;
  return key.slice(0, at) + singularize(key.slice(at));
});
