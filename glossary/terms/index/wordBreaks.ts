/** Names that some write as one word and others as two: “life cycle”, “re-try”, “data center”. */
import { FIRST_PARTS, LAST_PARTS, VERB_PARTS } from "../model/englishWords.ts";
import { isAcronym, nameKey } from "../model/term.ts";
import { formsOf } from "./wordForms.ts";

/** The shortest part of a name beside one of the words above. */
const SHORTEST = 3;
/** The shortest word that is taken for two. */
const SHORTEST_JOINED = 6;

/** The other way round: names of one word, and their plurals, as two; empty where a verb would come of it. */
export function writtenApart(name: string): string[] {
  return apart(name, false);
}

/** The verbs of a name that ends like “rollback”: “roll back”. */
export function verbsApart(name: string): string[] {
  return apart(name, true);
}

/** How a name of two words is compared where it is written as one; `undefined` for other names. */
export function joinedKey(name: string): string | undefined {
  const [, one = "", other = ""] = /^(\p{L}{2,})[ -](\p{L}{2,})$/u.exec(name) ?? [];
  if (one.length + other.length < SHORTEST_JOINED || isAcronym(one) || isAcronym(other)) return undefined;
  return nameKey(one + other);
}

function apart(name: string, deeds: boolean): string[] {
  if (!/^\p{Lu}?\p{Ll}{4,}$|^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(name)) return [];
  const camel = /^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u.exec(name);
  if (camel) return deeds ? [] : [...formsOf(`${camel[1]} ${camel[2]}`)];
  const low = name.toLowerCase();
  const last = LAST_PARTS.find((part) => low.endsWith(part) && low.length - part.length >= SHORTEST);
  const first = FIRST_PARTS.find((part) => low.startsWith(part) && low.length - part.length >= SHORTEST);
  const places = deeds
    ? last !== undefined && VERB_PARTS.has(last)
      ? [low.length - last.length]
      : []
    : [
        ...(last !== undefined && !VERB_PARTS.has(last) ? [low.length - last.length] : []),
        ...(first === undefined ? [] : [first.length]),
      ];
  return places.flatMap((at) => {
    const two = `${low.slice(0, at)} ${low.slice(at)}`;
    return deeds ? [two] : [...formsOf(two)];
  });
}
