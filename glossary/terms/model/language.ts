/** In which language a glossary is written. */
import { LANGUAGES } from "../../languages/all.ts";
import { listed } from "../../languages/merge.ts";
import { basename, dirname } from "../../text/paths.ts";
import { isLanguage, languagesIn } from "../../workspace/glossaryFolder.ts";

/** What is looked at of a text, in UTF-16 units. */
const SAMPLE = 6_000;

/** Scripts of one language, or of one that is the likeliest by far. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Cyrillic}/gu, "ru"],
];

/** Letters behind those of Latin: Greek to Ethiopic, and from Hiragana to Hangul. */
const OTHER_SCRIPT = /[\u0370-\u1fff\u3040-\ud7ff]/;

const SMALL_WORDS = byWord(({ smallWords }) => listed(smallWords));
const LETTERS = byWord(({ inflection }) => [...(inflection?.letters ?? "")]);
const TITLES = LANGUAGES.flatMap(({ code, glossary }) => {
  const titles = [...listed(glossary?.titles?.glossaryAlone), ...listed(glossary?.titles?.page)];
  return code === "en" || titles.length === 0
    ? []
    : [[new RegExp(`^(?:${titles.join("|")})$`, "iu"), code] as const];
});

type Words = ReadonlyMap<string, readonly string[]>;

/** By word, the languages that have it. */
function byWord(wordsOf: (language: (typeof LANGUAGES)[number]) => readonly string[]): Words {
  const found = new Map<string, string[]>();
  for (const language of LANGUAGES)
    for (const word of wordsOf(language)) found.set(word, [...(found.get(word) ?? []), language.code]);
  return found;
}

/**
 * The language of a glossary's file by its code (ISO 639-1): as its folders or its name say, else as its script, its
 * title and its words show. English where nothing does.
 */
export function languageOf(path: string, title: string, text: string): string {
  const named = /[.](\p{L}{2}(?:[-_]\p{L}{2,4})?)\.\p{L}+$/u.exec(basename(path))?.[1] ?? "";
  const said = (isLanguage(named) ? named : languagesIn(dirname(path))).slice(0, 2).toLowerCase();
  if (said !== "") return said;
  const sample = text.slice(0, SAMPLE);
  const scores = new Map<string, number>();
  const add = (codes: readonly string[] | undefined, points: number) => {
    for (const code of codes ?? []) scores.set(code, (scores.get(code) ?? 0) + points);
  };
  const script = OTHER_SCRIPT.test(sample) ? scriptOf(sample) : undefined;
  if (script !== undefined) return script;
  for (const [pattern, code] of TITLES) if (pattern.test(title.trim())) add([code], 8);
  for (const word of sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) add(SMALL_WORDS.get(word), 1);
  for (const letter of sample.match(/[^\p{ASCII}]/gu) ?? []) add(LETTERS.get(letter), 1);
  let best = "en";
  for (const [code, score] of scores) if (score > (scores.get(best) ?? 0)) best = code;
  return best;
}

/** The language of the script in which a fifth of the letters are written. */
function scriptOf(sample: string): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, code] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) * 5 > letters) return code === "ru" ? slavic(sample) : code;
  return undefined;
}

/** Russian, unless letters of Ukrainian stand in it. */
function slavic(sample: string): string {
  for (const letter of sample) if (LETTERS.get(letter)?.includes("uk")) return "uk";
  return "ru";
}
