/** Units of measurement: what they measure, and how much of the base unit each one is. */
import { singularize } from "inflection";

/**
 * What a quantity measures. Base units: nanoseconds, percent, times, bytes, per second, pieces, the currency itself.
 * `number` is a number without any unit.
 */
export type Dimension = "time" | "share" | "factor" | "size" | "rate" | "count" | "money" | "number";

/** A unit as it stands behind a number. */
export interface Unit {
  readonly dimension: Dimension;
  /** As it is usually written: `ms`, `%`, `req/s`. */
  readonly name: string;
  /** What is counted, in the singular, or what it is per; "" where the dimension says all. */
  readonly of: string;
  /** Base units in one of it: `times / by`, both whole so that nothing is lost. */
  readonly times: number;
  readonly by: number;
  /** Where it ends in the text. */
  readonly end: number;
}

const SECOND = 1e9;
const TIMES: ReadonlyMap<string, readonly [name: string, nanoseconds: number]> = table([
  ["ns nanosecond nanoseconds", "ns", 1],
  ["µs μs us microsecond microseconds", "µs", 1e3],
  ["ms msec msecs millisecond milliseconds millis", "ms", 1e6],
  ["s sec secs second seconds", "s", SECOND],
  ["min mins minute minutes", "min", 60 * SECOND],
  ["h hr hrs hour hours", "h", 3600 * SECOND],
  ["d day days", "d", 86_400 * SECOND],
  ["week weeks", "weeks", 604_800 * SECOND],
]);

const SIZES: ReadonlyMap<string, readonly [name: string, bytes: number]> = table([
  ["b byte bytes", "B", 1],
  ["kb kilobyte kilobytes", "KB", 1000],
  ["mb megabyte megabytes", "MB", 1e6],
  ["gb gigabyte gigabytes", "GB", 1e9],
  ["tb terabyte terabytes", "TB", 1e12],
  ["kib", "KiB", 1024],
  ["mib", "MiB", 1024 ** 2],
  ["gib", "GiB", 1024 ** 3],
  ["tib", "TiB", 1024 ** 4],
]);

/** Abbreviations of what happens each second. */
const RATES: ReadonlyMap<string, string> = new Map([
  ["rps", "request"],
  ["qps", "query"],
  ["tps", "transaction"],
]);

const BITS: ReadonlyMap<string, number> = new Map([
  ["kbps", 1e3],
  ["mbps", 1e6],
  ["gbps", 1e9],
]);

/** What short forms before `/s` stand for. */
const EVENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    req: "request",
    reqs: "request",
    tx: "transaction",
    txn: "transaction",
    txns: "transaction",
    op: "operation",
    ops: "operation",
    msg: "message",
    msgs: "message",
    evt: "event",
    hits: "request",
    queries: "query",
    query: "query",
    calls: "request",
    call: "request",
  }),
);

/** Nouns that are counted in requirements; after other words a number stays a mere number. */
const COUNTED = new Set(
  `user users request requests connection connections row rows record records item items entry entries message messages
  event events session sessions client clients thread threads worker workers document documents product products
  order orders transaction transactions query queries call calls operation operations job jobs server servers instance
  instances node nodes customer customers tenant tenants device devices subscriber subscribers visitor visitors
  line lines file files token tokens page pages error errors failure failures retry retries attempt attempts test tests
  character characters word words issue issues task tasks commit commits checkout checkouts component components
  vus`.split(/\s+/),
);

/** What may stand before the noun: `10 concurrent users`. */
const ADJECTIVE = /(?:concurrent|simultaneous|active|parallel|virtual|daily|database|open|monthly)[ \u00a0]/y;

const WORD = /[ \t\u00a0]{0,7}(-?)([\p{L}µ%×]{1,24})/uy;
const PER =
  /[ \u00a0]?(?:\/[ ]?|per )(seconds?|secs?|s|minutes?|min|hours?|h|days?|d|months?|mo|years?|yr|users?|requests?|req|calls?)\b/iy;

const PERIODS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
};

/** The unit that stands at `at`, behind a number; `undefined` where there is none. */
export function unitAt(text: string, at: number): Unit | undefined {
  const bare = perAt(text, at);
  if (bare?.seconds) return rate("", "/s", bare.seconds, bare.end);
  const word = match(WORD, text, at);
  if (!word) return undefined;
  const { 1: hyphen, 2: name = "" } = word;
  const end = at + word[0].length;
  // `1920x1080` and `10 -s`
  if (/[\p{N}_]/u.test(text[end] ?? "") || (hyphen && word[0].length !== name.length + 1)) return undefined;
  const attached = word[0].length === name.length;
  const known = symbol(name, end, attached);
  if (known) {
    if (hyphen && known.dimension !== "time") return undefined;
    if (known.dimension !== "size") return known;
    const per = perAt(text, end);
    if (!per?.seconds) return known;
    return { ...rate("byte", `${known.name}/s`, per.seconds, per.end), times: known.times };
  }
  if (hyphen || attached) return attached && !hyphen ? events(text, name, end) : undefined;
  return events(text, name, end) ?? counted(text, at);
}

/** The period or the thing that a number is per: `/month`, `per user`. */
export function perAt(
  text: string,
  at: number,
): { readonly per: string; readonly seconds: number | undefined; readonly end: number } | undefined {
  const found = match(PER, text, at);
  if (!found) return undefined;
  const word = (found[1] as string).toLowerCase();
  const one = word.length > 2 ? word.replace(/s$/, "") : word;
  const per =
    one === "mo" ? "month" : one === "yr" ? "year" : one === "req" || one === "call" ? "request" : one;
  return { per, seconds: PERIODS[one], end: at + found[0].length };
}

function symbol(word: string, end: number, attached: boolean): Unit | undefined {
  if (word === "%" || /^percent$/i.test(word))
    return { dimension: "share", name: "%", of: "", times: 1, by: 1, end };
  // `3x` is three times; `3 x` is the beginning of `3 x 4`.
  if ((word === "x" || word === "×") && attached)
    return { dimension: "factor", name: "x", of: "", times: 1, by: 1, end };
  const lower = word.toLowerCase();
  // `5M` is five million, `3D` a shape, `S` a size of clothes.
  const time = word.length > 1 || word === lower ? TIMES.get(lower) : undefined;
  if (time) return { dimension: "time", name: time[0], of: "", times: time[1], by: 1, end };
  // A single `b` is no unit, and `Mb` is as a rule meant as `MB`.
  const size = word === "b" ? undefined : SIZES.get(lower);
  if (size) return { dimension: "size", name: size[0], of: "", times: size[1], by: 1, end };
  const bits = BITS.get(lower);
  if (bits) return { ...rate("bit", word, 1, end), times: bits };
  const each = RATES.get(lower);
  return each ? rate(each, lower, 1, end) : undefined;
}

/** `req/s`, `requests per second`, `checkouts/min`. */
function events(text: string, noun: string, end: number): Unit | undefined {
  const per = perAt(text, end);
  if (!per?.seconds) return undefined;
  const lower = noun.toLowerCase();
  return rate(EVENTS.get(lower) ?? singularize(lower), `${lower}/${per.per}`, per.seconds, per.end);
}

function counted(text: string, at: number): Unit | undefined {
  let from = at;
  while (text[from] === " " || text[from] === "\u00a0") from++;
  const adjective = match(ADJECTIVE, text, from);
  const start = from + (adjective?.[0].length ?? 0);
  const noun = match(WORD, text, start)?.[2] ?? "";
  const lower = noun.toLowerCase();
  if (!COUNTED.has(lower) || text[start] === " ") return undefined;
  const end = start + noun.length;
  return (
    events(text, noun, end) ?? {
      dimension: "count",
      name: lower,
      of: EVENTS.get(lower) ?? singularize(lower),
      times: 1,
      by: 1,
      end,
    }
  );
}

function rate(of: string, name: string, seconds: number, end: number): Unit {
  return { dimension: "rate", name, of, times: 1, by: seconds, end };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function table<T>(rows: readonly (readonly [string, string, T])[]): Map<string, readonly [string, T]> {
  return new Map(
    rows.flatMap(([words, name, value]) =>
      words.split(" ").map((word) => [word, [name, value] as const] as const),
    ),
  );
}
