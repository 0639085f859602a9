/** What of a text is more than a placeholder, and how many words that is. */

import { patternOf, wordsOf } from "../../languages/merge.ts";

/** Sentences of widely used templates, normalised: who leaves them has not written yet. */
const TEMPLATE_SENTENCES: ReadonlySet<string> = new Set(wordsOf(({ adr }) => adr?.placeholders?.sentences));

/** The first letters of these: a look at them rules out almost all lines. */
const TEMPLATE_START = new RegExp(
  `^\\P{L}*(?:${[...new Set([...TEMPLATE_SENTENCES].map((one) => one.slice(0, 3)))].join("|")})`,
  "iu",
);

const EMPTY_LINE = new RegExp(
  `^(?:tb[dcw]|to ?do|wip|fixme|xxx|n\\/a|na|_+|-+|\\.\\.\\.|…|\\?+|${patternOf(({ adr }) => adr?.placeholders?.lines)})[\\s.:!…]*$`,
  "i",
);
const UNWRITTEN = /^(?:tb[dcw]|to ?do|fixme|xxx|lorem ipsum)\b(?!\s+(?:list|app|item))/i;
const PLACEHOLDER =
  /\{[^{}\n]{0,400}\}|\[(?![ xX~\-/>]\])[^[\]\n]{0,400}\](?![([:])|<[^<>\n]{1,200}>|…|\.\.\./g;

/** The text without placeholders. Lines stay lines. */
export function substance(visible: string): string {
  return visible
    .replace(PLACEHOLDER, " ")
    .split("\n")
    .map((line) => (isEmptyLine(line) ? "" : line))
    .join("\n");
}

/** Whether a text has a word beside its placeholders. */
export function hasSubstance(visible: string): boolean {
  return visible.split("\n").some((line) => {
    if (!LETTER.test(line)) return false;
    const rest = line.replace(PLACEHOLDER, " ");
    return LETTER.test(rest) && !isEmptyLine(rest);
  });
}

/** How many placeholders a text has. */
export function countPlaceholders(visible: string): number {
  const marks = visible.match(PLACEHOLDER)?.filter((one) => one.length > 4).length ?? 0;
  return marks + visible.split("\n").filter((line) => isEmptyLine(line) && /\p{L}/u.test(line)).length;
}

function isEmptyLine(line: string): boolean {
  const bare = line
    .slice(0, 400)
    .replace(/^[\s>*+\-#]*(?:\d{1,3}[.)]\s+)?/, "")
    .replace(/[*_`]/g, "")
    .trim();
  if (bare === "") return true;
  if (EMPTY_LINE.test(bare) || UNWRITTEN.test(bare)) return true;
  return (
    TEMPLATE_START.test(bare) &&
    TEMPLATE_SENTENCES.has(
      bare
        .toLowerCase()
        .replace(/[^\p{L}\s]/gu, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
  );
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’_.-]*[\p{L}\p{N}\p{M}])?/gu;
const DENSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const LETTER = /\p{L}/u;
const HANGUL = /\p{sc=Hangul}/u;

/** Words of a text; two characters of a script without spaces count as one. */
export function countWords(text: string): number {
  let count = 0;
  for (const word of text.match(WORD) ?? []) {
    if (/^[ -~]+$/.test(word)) {
      if (/[A-Za-z]/.test(word)) count++;
      continue;
    }
    const dense = word.match(DENSE)?.length ?? 0;
    if (dense > 0) count += dense / 2;
    else if (HANGUL.test(word)) count += 1.5;
    else if (LETTER.test(word)) count++;
  }
  return count;
}
