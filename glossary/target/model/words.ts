/** What stands around a number: comparators before and behind it, and statistics. */

import { patternOf } from "../../languages/merge.ts";
import type { TargetWords } from "../../languages/targetWords.ts";

export type Comparator = "=" | "<" | "<=" | ">" | ">=" | "~";

/** How far before a number its comparator may begin. */
const REACH = 32;

/** An entity leaves up to five blanks behind the sign that it stands for. */
const SIGN = /(<[ ]{0,5}=|=<|≤|⩽|>[ ]{0,5}=|≥|⩾|<|>|~|≈|=)[ \u00a0]{0,9}$/;
const WORDS: readonly (readonly [RegExp, Comparator])[] = [
  [before("atMost", "[: ]{1,3}"), "<="],
  [before("below", "[ -]{1,3}"), "<"],
  [before("atLeast", "[: ]{1,3}"), ">="],
  [before("above", "[ ]{1,3}"), ">"],
  [before("about", "[ ]{1,3}"), "~"],
];

/** Words of a kind at the end of a text. */
function before(key: keyof NonNullable<TargetWords["bounds"]>, gap: string): RegExp {
  return new RegExp(`(?:^|[^\\p{L}])(?:${patternOf(({ targets }) => targets?.bounds?.[key])})${gap}$`, "iu");
}

/** The comparator that ends where a number begins. */
export function comparatorBefore(
  text: string,
  at: number,
): { readonly comparator: Comparator; readonly start: number } | undefined {
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at);
  const sign = SIGN.exec(before);
  if (sign) {
    const start = from + sign.index;
    const written = (sign[1] as string).replace(/ +/, "");
    // The head of an arrow compares nothing.
    if (written === ">" && /[-=→–—>]/.test(text[start - 1] ?? "")) return undefined;
    if (written === "<" && text[start - 1] === "<") return undefined;
    return { comparator: SIGNS[written] ?? "=", start };
  }
  if (!ENDS_WITH_WORD.test(before)) return undefined;
  for (const [pattern, comparator] of WORDS) {
    const found = pattern.exec(before);
    if (!found) continue;
    // “No request exceeds 300 ms”
    if (comparator === ">" && NEGATED.test(text.slice(Math.max(0, from - REACH), from + found.index + 1)))
      return { comparator: "<=", start: from + found.index + 1 };
    const lead = /^[^\p{L}<]*/u.exec(found[0])?.[0].length ?? 0;
    return { comparator, start: from + found.index + lead };
  }
  return undefined;
}

const NEGATED = /(?:\b(?:no|not|never|none|cannot)\b|n't\b|n’t\b)[^.;]{0,40}$/i;
const ENDS_WITH_WORD = /[\p{L}.:][: -]{0,3}$/u;
const SIGNS: Readonly<Record<string, Comparator>> = {
  "<": "<",
  "<=": "<=",
  "=<": "<=",
  "≤": "<=",
  "⩽": "<=",
  ">": ">",
  ">=": ">=",
  "≥": ">=",
  "⩾": ">=",
  "~": "~",
  "≈": "~",
};

const BEHIND = new RegExp(
  `[ \\u00a0]{0,2}(?:(${patternOf(({ targets }) => targets?.bounds?.orLess)})|(${patternOf(({ targets }) => targets?.bounds?.orMore)}))\\b`,
  "iy",
);

/** A comparator behind the unit: `200 ms or less`, `5 s max`. */
export function comparatorBehind(
  text: string,
  at: number,
): { readonly comparator: Comparator; readonly end: number } | undefined {
  BEHIND.lastIndex = at;
  const found = BEHIND.exec(text);
  return found ? { comparator: found[1] === undefined ? ">=" : "<=", end: at + found[0].length } : undefined;
}

/** Which value of a distribution is meant. P0 to P4 are priorities and never match. */
const PERCENTILE = patternOf(({ quantity }) => quantity?.percentile);
const AVERAGE = patternOf(({ quantity }) => quantity?.average);
const MEDIAN = patternOf(({ quantity }) => quantity?.median);
const WORST = patternOf(({ quantity }) => quantity?.worst);
const STATISTIC = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:(p(?:50|75|80|90|95|97|98|99(?:[.,]?9{1,2})?))(?![\\p{L}\\p{N}])|(50|75|80|90|95|97|98|99(?:\\.9{1,2})?)(?:${patternOf(({ quantity }) => quantity?.ordinal)})?[- ]?(?:${PERCENTILE})|(?:(${AVERAGE})|(${MEDIAN})|(?:${WORST}))(?![\\p{L}\\p{N}]))`,
  "giu",
);
/** Each of them has one of these. */
const HINT = new RegExp(`p[5789]|${PERCENTILE}|${AVERAGE}|${MEDIAN}|${WORST}`, "i");

export interface Statistic {
  /** `P95`, `average` or `max`; the median is `P50`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** All statistics that a text names, in order. */
export function statisticsIn(text: string): Statistic[] {
  if (!HINT.test(text)) return [];
  return [...text.matchAll(STATISTIC)].map((match) => ({
    name: statisticName(match),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function statisticName([, short, long, average, median]: RegExpMatchArray): string {
  if (short) return `P${short.slice(1).replace(/^99[.,]?(9+)$/, "99.$1")}`;
  if (long) return `P${long}`;
  if (median) return "P50";
  return average ? "average" : "max";
}
