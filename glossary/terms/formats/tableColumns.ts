/** Which columns of a table hold what, by their headers and, in a glossary, by what stands in them. */

import type { GlossaryWords } from "../../languages/language.ts";
import { patternOf, wordsOf } from "../../languages/merge.ts";
import { plainText } from "../../markdown/excerpt.ts";
import type { Span } from "../../text/span.ts";
import { isAcronym, parseNames } from "../model/term.ts";
import { isAside, readsLikeName, type SourcePage } from "./source.ts";

type Columned = NonNullable<GlossaryWords["columns"]>;

/** Headers that are one of the words of a kind of column. */
function headed(key: keyof Columned, others = ""): RegExp {
  return new RegExp(`^(?:${others}${patternOf(({ glossary }) => glossary?.columns?.[key])})$`, "i");
}

const TERM = headed("term");
const SHORT = headed("short");
/** Columns that hold names in glossaries and much else in other tables. */
const NAME = headed("name");
const DEFINITION = headed("definition");
const DEFINING = wordsOf(({ glossary }) => glossary?.columns?.defining);
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** The same with a few words more: "Meaning in this context", "Real-world meaning", "Definición breve". */
const MEANS = new RegExp(
  `^(?:\\S{1,20} )?(?:${DEFINING.filter((word) => !UNSPACED.test(word)).join("|")})(?: \\S{1,20}){0,3}$|\\S(?:${DEFINING.filter((word) => UNSPACED.test(word)).join("|")})$`,
  "i",
);
const DESCRIPTION = headed("description");
const DESCRIBING = headed("describing");
const EXPANSION = headed("expansion");
const ALIASES = headed("aliases");
const AVOID = headed("avoid");
const EXAMPLE = headed("example");
/** Columns whose cells are defined, but are not what people call things: values, symbols, numbers. */
const NO_TERM = headed("noTerm", "|#|");
const CATEGORY = headed("category");
/** `Term / Acronym`, `Word or phrase` */
const BETWEEN = new RegExp(
  `(?:(?<!\\s)\\s+)?[/&]\\s*|(?<!\\s)\\s+(?:${patternOf(({ glossary }) => glossary?.columns?.and)})\\s+`,
  "i",
);

/** Places of columns; -1 for one that is not there. */
export interface Columns {
  readonly term: number;
  readonly definition: number;
  readonly expansion: number;
  readonly aliases: number;
  readonly avoid: number;
  readonly example: number;
  readonly category: number;
}

/** The columns of a table with these rows; `undefined` for one that holds no terms. `surely` as for `tables`. */
export function columnsOf(
  page: SourcePage,
  rows: readonly (readonly Span[])[],
  surely: boolean,
): Columns | undefined {
  const [header = [], ...body] = rows;
  const heads = header.map((cell) => plainText(page.text, page.facts, cell));
  return known(heads, surely) ?? (surely ? guessed(page, heads, body) : undefined);
}

/** Finds the first column whose header fits the first pattern that fits any; -1 where none does. */
function columnFinder(heads: readonly string[]): (...patterns: readonly RegExp[]) => number {
  const words = heads.map((head) => {
    const whole = head.replace(/(?<![\s:：])[\s:：]+$/, "");
    return [whole, ...whole.split(BETWEEN)];
  });
  return (...patterns) => {
    for (const pattern of patterns) {
      const found = words.findIndex((some) => some.some((word) => pattern.test(word)));
      if (found >= 0) return found;
    }
    return -1;
  };
}

function known(heads: readonly string[], surely: boolean): Columns | undefined {
  const at = columnFinder(heads);
  const term = surely ? at(TERM, SHORT, NAME) : at(TERM, SHORT);
  if (term < 0) return undefined;
  const short = at(SHORT);
  const expansion = at(EXPANSION);
  const definition =
    surely || expansion >= 0 ? at(DEFINITION, MEANS, DESCRIPTION) : at(DEFINITION, MEANS, DESCRIBING);
  if (definition === term || (definition < 0 && expansion < 0)) return undefined;
  return {
    term,
    definition,
    expansion: expansion >= 0 ? expansion : short === term ? definition : -1,
    aliases: short >= 0 && short !== term ? short : at(ALIASES),
    avoid: at(AVOID),
    example: at(EXAMPLE),
    category: at(CATEGORY),
  };
}

/**
 * The columns of a glossary's table whose header is not in the words known: beside a column of terms one of text,
 * beside one of definitions one of names, else acronyms beside what they stand for, or bold names beside text.
 */
function guessed(
  page: SourcePage,
  heads: readonly string[],
  body: readonly (readonly Span[])[],
): Columns | undefined {
  if (body.length === 0 || isAside(page.facts, (body[0]?.[0] as Span | undefined)?.start ?? 0))
    return undefined;
  const plain = (column: number) =>
    body.map((cells) => (cells[column] ? plainText(page.text, page.facts, cells[column]) : ""));
  const others = heads.map((_, column) => column);
  const isProse = (column: number) => {
    const words = plain(column).map(countWords);
    return words.filter((count) => count >= 3).length * 2 >= words.length;
  };
  const isNames = (column: number) =>
    plain(column).every(
      (cell) =>
        cell === "" || (readsLikeName(cell) && /\p{L}/u.test(cell) && !/^(?:\p{Lu}+-?)?[\d.-]+$/u.test(cell)),
    );
  const at = columnFinder(heads);
  const said = at(DEFINITION, MEANS);
  const given = at(TERM, SHORT, NAME);
  const names = others.filter(
    (column) => column < said && !NO_TERM.test(heads[column] as string) && isNames(column),
  );
  // Beside two columns of names stands what they have to do with each other.
  const named = names.length === 1 ? names[0] : undefined;
  const text = others.find((column) => column > given && isProse(column));
  const [term, definition] =
    given >= 0 && text !== undefined
      ? [given, text]
      : given < 0 && named !== undefined
        ? [named, said]
        : given < 0 &&
            said < 0 &&
            (isAbbreviated(plain(0), plain(1)) || (isBold(page, body) && isNames(0) && isProse(1)))
          ? [0, 1]
          : [-1, -1];
  if (term < 0) return undefined;
  const expansion = isAbbreviated(plain(term), plain(definition)) ? definition : -1;
  return {
    term,
    definition,
    expansion,
    aliases: at(ALIASES),
    avoid: at(AVOID),
    example: at(EXAMPLE),
    category: at(CATEGORY),
  };
}

/** Words, or for scripts without spaces what is about as much. */
function countWords(text: string): number {
  const east = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return (east >> 1) + text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

/** True where most of the cells are acronyms of what stands beside them. */
function isAbbreviated(short: readonly string[], long: readonly string[]): boolean {
  const fitting = short.filter(
    (name, i) => isAcronym(name) && parseNames(`${name} (${long[i]?.replace(/[()（）]/g, "")})`).length > 1,
  );
  return fitting.length >= 2 && fitting.length * 3 >= short.length * 2;
}

/** True where every first cell begins with bold text. */
function isBold({ facts }: SourcePage, body: readonly (readonly Span[])[]): boolean {
  const strong = new Set(facts.emphases.flatMap(({ span, strong }) => (strong ? [span.start] : [])));
  return body.every(([cell]) => cell && (cell.start === cell.end || strong.has(cell.start)));
}
