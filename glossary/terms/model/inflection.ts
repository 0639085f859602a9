/** The forms that the nouns of a glossary take in the texts of its language. */
import { LANGUAGES } from "../../languages/all.ts";
import type { InflectionWords } from "../../languages/inflectionWords.ts";
import type { Language } from "../../languages/language.ts";
import { listed } from "../../languages/merge.ts";
import { type Stem, stemmerOf } from "./stemmers.ts";
import { isAcronym, nameKey } from "./term.ts";

/** A form of a word. */
export interface Form {
  /** As words are compared; see `nameKey`. */
  readonly key: string;
  /** How many UTF-16 units at its end are a particle, and no part of the name. */
  readonly particle: number;
  /** True where it has to begin with a capital. */
  readonly capital: boolean;
}

/** Shorter words have too much in common with others. */
const SHORTEST = 4;
/** The same where it is known what their end becomes. */
const SHORTEST_TO_CHANGE = 3;
/** The same for words of particles, which are written onto words of two syllables. */
const SHORTEST_WITH_PARTICLE = 2;

interface Inflection {
  readonly endings: readonly string[];
  readonly adjectives: readonly string[];
  readonly changes: readonly (readonly [string, string])[];
  readonly particles: readonly string[];
  readonly prefixes: readonly string[];
  readonly typed: readonly (readonly [string, string])[];
  readonly spellings: readonly (readonly [RegExp, string])[];
  readonly capitals: boolean;
  readonly smallWords: ReadonlySet<string>;
}

const KNOWN = new Map<string, Inflection | undefined>();
const FORMS = new Map<string, readonly Form[]>();

/** The inflection of a language; `undefined` where nothing is known of it. */
function inflectionOf(code: string): Inflection | undefined {
  if (!KNOWN.has(code)) {
    const language = LANGUAGES.find((one) => one.code === code);
    KNOWN.set(code, language?.inflection && readInflection(language, language.inflection));
  }
  return KNOWN.get(code);
}

function readInflection({ smallWords }: Language, words: InflectionWords): Inflection {
  return {
    endings: listed(words.endings).toSorted(byLength),
    adjectives: listed(words.adjectives ?? words.endings).toSorted(byLength),
    changes: pairs(words.changes).map(([a, b]) => [nameKey(a), nameKey(b)] as const),
    particles: listed(words.particles),
    prefixes: listed(words.prefixes),
    typed: pairs(words.typed),
    spellings: pairs(words.spellings).flatMap(([a, b]) => [spelling(a, b), spelling(b, a)]),
    capitals: words.capitals ?? false,
    smallWords: new Set(listed(smallWords).map(nameKey)),
  };
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

function pairs(list: string | undefined): readonly (readonly [string, string])[] {
  return listed(list).map((pair) => {
    const [a = "", b = ""] = pair.split("/");
    return [a, b] as const;
  });
}

function spelling(from: string, to: string): readonly [RegExp, string] {
  return [new RegExp(from), to.replace(/[\^$]/g, "")];
}

/**
 * The other forms of a word of a name in a language, whether it is the last word or stands before it; empty for short words, acronyms and words with capitals of their
 * own, and in languages of which no forms are known.
 */
export function formsOfWord(word: string, code: string, isLast: boolean): readonly Form[] {
  const key = `${code} ${isLast} ${word}`;
  let forms = FORMS.get(key);
  if (!forms) {
    forms = readForms(word, code, isLast);
    if (FORMS.size > 50_000) FORMS.clear();
    FORMS.set(key, forms);
  }
  return forms;
}

function readForms(word: string, code: string, isLast: boolean): readonly Form[] {
  const language = inflectionOf(code);
  if (!language) return [];
  const own = nameKey(word);
  const found = new Map<string, Form>();
  const add = (form: string, particle = 0) => {
    const key = nameKey(form);
    if (key === own || found.has(key) || language.smallWords.has(key)) return;
    found.set(key, { key, particle, capital: language.capitals && /^\p{Lu}/u.test(word) });
  };
  if (word.length >= SHORTEST_WITH_PARTICLE)
    for (const particle of language.particles) add(word + particle, particle.length);
  if (isInflected(word) && word.length >= SHORTEST_TO_CHANGE) {
    const low = word.toLowerCase();
    const forms = [
      ...spelledOtherwise(low, language),
      ...inflect(low, isLast ? language.endings : language.adjectives, language, stemmerOf(code)),
    ];
    for (const form of forms) add(form);
    if (word.length >= SHORTEST)
      for (const form of [low, ...forms]) for (const typed of typedOtherwise(form, language)) add(typed);
  }
  const bare = [word, ...found.keys()];
  for (const prefix of word.length < SHORTEST_WITH_PARTICLE ? [] : language.prefixes)
    for (const form of bare) add(prefix + form);
  return [...found.values()];
}

/** Acronyms, words in capitals and words with capitals of their own have no forms but those of `formsOf`. */
function isInflected(word: string): boolean {
  return !isAcronym(word) && !/\p{N}|\p{L}\p{Lu}/u.test(word) && !/[^\p{L}\p{M}]/u.test(word);
}

function spelledOtherwise(word: string, { spellings }: Inflection): string[] {
  return spellings.flatMap(([from, to]) => (from.test(word) ? [word.replace(from, to)] : []));
}

/** Where letters with dots are missing on a keyboard; of a plural, also those that only the plural has. */
function typedOtherwise(word: string, { typed, capitals }: Inflection): string[] {
  const composed = word.normalize("NFC");
  const found = typed.reduce((text, [from, to]) => text.replaceAll(from, to), composed);
  const vowel = /^(.*)([aou])([^aeiou]+(?:er|e|en|ern)?)$/.exec(composed);
  const dotted = capitals && vowel ? [`${vowel[1]}${vowel[2]}e${vowel[3]}`] : [];
  return found === composed ? dotted : [found];
}

function inflect(
  word: string,
  endings: readonly string[],
  { changes }: Inflection,
  stem: Stem | undefined,
): string[] {
  const found: string[] = [];
  const key = nameKey(word);
  for (const [from, to] of changes) {
    if (key.endsWith(from) && (from !== "" || key.length >= (isLatin(word) ? SHORTEST : SHORTEST_TO_CHANGE)))
      found.push(key.slice(0, key.length - from.length) + to);
    const base = key.slice(0, key.length - to.length);
    if (to.length > 1 && from !== "" && key.endsWith(to) && base.length + from.length >= SHORTEST)
      found.push(base + from);
  }
  const [first = ""] = endings;
  if (first === "" || word.length < SHORTEST || isLatin(first) !== isLatin(word)) return found;
  const wanted = stem?.(word);
  const cut = endings.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST - 1);
  const bases = cut === undefined ? [word] : [word, word.slice(0, word.length - cut.length)];
  for (const base of bases)
    for (const ending of ["", ...endings]) {
      const form = base + ending;
      if (
        form.length >= SHORTEST &&
        (stem === undefined ? base === word || ending !== "" : stem(form) === wanted)
      )
        found.push(form);
    }
  return found;
}

function isLatin(word: string): boolean {
  return /^\p{Script=Latin}/u.test(word);
}
