/** What stands around a number: comparators before and behind it, and statistics. */

export type Comparator = "=" | "<" | "<=" | ">" | ">=" | "~";

/** How far before a number its comparator may begin. */
const REACH = 32;

/** An entity leaves up to five blanks behind the sign that it stands for. */
const SIGN = /(<[ ]{0,5}=|=<|≤|⩽|>[ ]{0,5}=|≥|⩾|<|>|~|≈|=)[ \u00a0]{0,9}$/;
const WORDS: readonly (readonly [RegExp, Comparator])[] = [
  [
    /(?:^|[^\p{L}])(?:no (?:more|longer|greater|slower|higher) than|not (?:more|longer|greater|slower|higher) than|not exceed(?:ing)?|never exceeds?|does not exceed|at most|up to|max(?:imum)?(?: of)?|capped at|limited to|within|in no more than|not over|not above)[: ]{1,3}$/iu,
    "<=",
  ],
  [
    /(?:^|[^\p{L}])(?:under|below|less than|lower than|fewer than|faster than|shorter than|sub)[ -]{1,3}$/iu,
    "<",
  ],
  [
    /(?:^|[^\p{L}])(?:at least|no (?:less|fewer|lower) than|not (?:less|fewer|lower|below|under) than|min(?:imum)?(?: of)?)[: ]{1,3}$/iu,
    ">=",
  ],
  [
    /(?:^|[^\p{L}])(?:over|above|more than|greater than|higher than|longer than|exceeds?|exceeding|beyond)[ ]{1,3}$/iu,
    ">",
  ],
  [/(?:^|[^\p{L}])(?:about|around|approximately|approx\.?|roughly|circa|nearly|almost)[ ]{1,3}$/iu, "~"],
];

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

const BEHIND =
  /[ \u00a0]{0,2}(?:(?:or|and) (less|fewer|lower|faster|below|under|more|higher|greater|above|over)\b|(max|maximum|or better)\b|(minimum)\b)/iy;

/** A comparator behind the unit: `200 ms or less`, `5 s max`. */
export function comparatorBehind(
  text: string,
  at: number,
): { readonly comparator: Comparator; readonly end: number } | undefined {
  BEHIND.lastIndex = at;
  const found = BEHIND.exec(text);
  if (!found || found[2]?.toLowerCase() === "or better") return undefined;
  const upper = found[2] !== undefined || /^(?:less|fewer|lower|faster|below|under)$/i.test(found[1] ?? "");
  return { comparator: upper ? "<=" : ">=", end: at + found[0].length };
}

/** Which value of a distribution is meant. P0 to P4 are priorities and never match. */
const STATISTIC =
  /(?<![\p{L}\p{N}_-])(?:(p(?:50|75|80|90|95|97|98|99(?:[.,]?9{1,2})?))(?![\p{L}\p{N}])|(50|75|80|90|95|97|98|99(?:\.9{1,2})?)(?:th|st|nd|rd|\.|º|e)?[- ]?(?:percentile?|perzentil|パーセンタイル|百分位|백분위)|(avg|average|averaged|mean|median|max|maximum|worst[- ]case|on average)(?![\p{L}\p{N}]))/giu;

export interface Statistic {
  /** `P95`, `average` or `max`; the median is `P50`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** All statistics that a text names, in order. */
export function statisticsIn(text: string): Statistic[] {
  // Each of them has one of these.
  if (
    !/p[5789]|percentil|perzentil|パーセンタイル|百分位|백분위|avg|average|mean|median|max|worst/i.test(text)
  )
    return [];
  return [...text.matchAll(STATISTIC)].map((match) => ({
    name: statisticName(match),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function statisticName([, short, long, word]: RegExpMatchArray): string {
  if (short) return `P${short.slice(1).replace(/^99[.,]?(9+)$/, "99.$1")}`;
  if (long) return `P${long}`;
  const lower = (word ?? "").toLowerCase();
  if (lower === "median") return "P50";
  return lower.startsWith("max") || lower.startsWith("worst") ? "max" : "average";
}
