/** The forms in which people write a name: its plural and its singular. */
import { pluralize, singularize } from "inflection";
import { ORDINARY_WORDS } from "../model/ordinaryWords.ts";
import { isAcronym, type Term } from "../model/term.ts";

/** Plurals that no rule gives, all that are in use; a word that is its own plural has no other form. */
const PLURALS: ReadonlyMap<string, readonly string[]> = new Map(
  `appendix appendices appendixes, canvas canvases, cache caches, chassis chassis, consensus consensuses,
  corpus corpora corpuses, criterion criteria criterions, data data, devops devops, focus focuses, index indices indexes,
  kubernetes kubernetes, leaf leaves, lens lenses, matrix matrices matrixes, metadata metadata, ops ops,
  phenomenon phenomena, quota quotas, radius radii, schema schemas schemata, stimulus stimuli, vertex vertices vertexes,
  analytics analytics, logistics logistics, infrastructure infrastructures, middleware middleware middlewares,
  hero heroes, cargo cargoes cargos, embargo embargoes, veto vetoes, analysis analyses, basis bases, axis axes, virus viruses, gas gases`
    .split(",")
    .map((line) => {
      const [one = "", ...many] = line.trim().split(/\s+/);
      return [one, many] as const;
    }),
);
const SINGULARS = new Map([...PLURALS].flatMap(([one, many]) => many.map((each) => [each, one] as const)));

/**
 * The name first, then its plurals and its singular, so far as it has them. `plurals` are those that the glossary
 * itself gives; they replace what would be guessed. Names of products have no other forms.
 */
export function formsOf(
  name: string,
  plurals: readonly string[] = [],
  product = ORDINARY_WORDS.has(name.toLowerCase()),
): readonly string[] {
  if (plurals.length > 0) return [...new Set([name, ...plurals])];
  const key = product ? `${name}\n` : name;
  let forms = KNOWN.get(key);
  if (!forms) {
    forms = guessed(name, product);
    if (KNOWN.size > 50_000) KNOWN.clear();
    KNOWN.set(key, forms);
  }
  return forms;
}

/**
 * True for the name of a product that is an ordinary word, too, and so is found in its own capitals only. Contextive's
 * glossaries hold the language of a business: the Cargo of a shipping company is no tool.
 */
export function isProduct(name: string, { entries }: Term): boolean {
  return ORDINARY_WORDS.has(name.toLowerCase()) && !entries.some(({ kind }) => kind === "contextive");
}

/** The library tries a hundred patterns on each word, and the names of a glossary come again with each edit of it. */
const KNOWN = new Map<string, readonly string[]>();

function guessed(name: string, product: boolean): readonly string[] {
  const match = /^([\s\S]*?)([\p{L}\p{M}\p{N}]+)$/u.exec(name);
  if (!match) return [name];
  const [, , whole = ""] = match;
  if (isAcronym(name) && name.endsWith("s")) return [name, name.slice(0, -1)];
  if (isAcronym(name) || /\p{N}$/u.test(whole)) return [name, `${name}s`];
  const last = lastPart(whole);
  const before = name.slice(0, name.length - last.length);
  if (product || whole.length < 3) return [name];
  if (/^\p{Lu}+$/u.test(last) && last !== whole) return [name, `${name}s`];
  const word = last.toLowerCase();
  const one = singular(word);
  // "class" is no plural of "clas", nor "caching" one of anything: only what comes back counts.
  const others = one !== word && pluralsOf(one).includes(word) ? [one] : pluralsOf(word);
  return [...new Set([name, ...others.map((other) => before + sameCase(last, other))])];
}

/** What capitals set apart at the end of a word: `Ops` of `GitOps`, `Hooks` of `WebHooks`, `RPC` of `gRPC`; else all of it. */
function lastPart(word: string): string {
  return /(?<=\p{Ll})\p{Lu}(?:\p{Ll}+|\p{Lu}+)$/u.exec(word)?.[0] ?? word;
}

/** True for a name whose last word is a plural. */
export function isPlural(name: string): boolean {
  const last = lastPart(/[\p{L}\p{M}\p{N}]+$/u.exec(name)?.[0] ?? "");
  if (isAcronym(last)) return last.endsWith("s");
  const one = singular(last.toLowerCase());
  return one !== last.toLowerCase() && pluralsOf(one).includes(last.toLowerCase());
}

function pluralsOf(word: string): readonly string[] {
  return PLURALS.get(word) ?? [pluralize(word)];
}

function singular(word: string): string {
  if (PLURALS.has(word)) return word;
  return SINGULARS.get(word) ?? singularize(word);
}

/** `word` in the capitals of `model`, so far as the model shows them. */
function sameCase(model: string, word: string): string {
  if (model === model.toLowerCase()) return word;
  if (model === model.toUpperCase()) return word.toUpperCase();
  return (word[0] ?? "").toUpperCase() + word.slice(1);
}
