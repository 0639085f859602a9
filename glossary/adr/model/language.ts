/** Whether a text is in a language whose reasons are known. Of all others nothing can be said. */
import { wordsOf } from "../../languages/merge.ts";
import { knowsReasons } from "./reasonWords.ts";

const OURS = new Set(wordsOf((language) => (knowsReasons(language) ? language.smallWords : undefined)));
const OTHERS = new Set(wordsOf((language) => (knowsReasons(language) ? undefined : language.smallWords)));

/** What is looked at of a text. */
const SAMPLE = 6_000;
const WORD = /[\p{L}\p{M}]+/gu;
const OURS_SCRIPT = /[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** False where most words are in another script, or most small words of another language. */
export function isUnderstood(text: string): boolean {
  let ours = 0;
  let others = 0;
  let foreign = 0;
  const words = text.slice(0, SAMPLE).toLowerCase().match(WORD) ?? [];
  for (const word of words) {
    if (!OURS_SCRIPT.test(word)) foreign++;
    else if (OURS.has(word)) ours++;
    else if (OTHERS.has(word)) others++;
  }
  return foreign * 3 <= words.length && others <= ours;
}
