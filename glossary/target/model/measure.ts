/** What is measured by the numbers of a line: the metric of each, and whether less or more of it is better. */
import { type Span, shift } from "../../text/span.ts";
import type { Line } from "./lines.ts";
import { type Quantity, quantitiesIn, statisticsIn } from "./quantity.ts";
import type { LineRole } from "./roles.ts";
import { isLatency, isTimer, subjectOf } from "./subject.ts";

/** A bound, or a value, that a document states for a metric. */
export interface Measure {
  readonly role: LineRole;
  readonly id: string | undefined;
  readonly section: number;
  readonly group: number;
  readonly quantity: Quantity;
  /** Comparator, number and unit in the page. */
  readonly span: Span;
  readonly line: Span;
  /** The words that name what is measured, normalised and sorted; "" where they say nothing but the dimension. */
  readonly subject: string;
  /** `P95`, `average`, `max`; "" where nothing is said. */
  readonly statistic: string;
  /** Under which load or circumstances, as written, in small letters; "" where nothing is said. */
  readonly condition: string;
  /** What measures of the same metric share: subject, statistic, unit and circumstances. */
  readonly metric: string;
  /** What stands in brackets behind it, in small letters, without priorities and tools; "" for nothing. */
  readonly note: string;
  /** True for times that somebody waits for an answer. */
  readonly latency: boolean;
  readonly better: "lower" | "higher" | undefined;
  /** What satisfies it, in base units: `100 ms` as a target admits less. */
  readonly low: number;
  readonly high: number;
}

/** What ends a clause; `WHEN …, THE SYSTEM SHALL …` are two. */
const CLAUSE =
  /;|\.(?=\s+\p{Lu})|→|->|=>|\s[—–]\s|\||\s(?=(?:THEN\s|then\s)?(?:THE|the|The)\s[^,;.]{1,40}\sSHALL\b)/gu;
const ARROW = /→|->|=>/;
/** Words before a number that make it the circumstance of another, not a bound. */
const CONNECTOR =
  /(?:^|[\s(,])(?:at|with|under|for|during|per|every|after|last|past|each|on|given|when|while|against|using|until|next|first|once|across|among|than|by|from|plus|ago|has|have|contains?|containing|in batches of)\s+(?:(?:a|an|the|up to|about|only|least)\s+)*$/i;
/** A share or factor by which something changes is no bound of it. */
const CHANGE =
  /^\s*(?:\w+\s)?(?:faster|slower|less|fewer|lower|higher|more|reduction|reduced|improvement|increase|increased|decrease|smaller|larger|savings?|cheaper|better|off|discount|growth|drop|token reduction|of (?:all |the )?(?:requests|queries|calls|responses|users|traffic|cases|transactions|operations|page ?views)\b)/i;
const CHANGED =
  /(?:reduc\w+|improv\w+|increas\w+|decreas\w+|sav\w+|cut|drop\w*|grow\w*|faster|slower)(?:\s+by)?\s*(?:~|≥|>|<|≤)?\s*$/i;
/** `95% of requests`, `90% users`: the number is a percentile of the time beside it. */
const OF_REQUESTS = /^\s*(?:of (?:all |the )?\p{L}|(?:users|requests|queries|calls|customers)\b)/iu;
/** `85% of the lookups are cache hits`: the share is a hit rate. */
const HITS = /^\s*of [^.;,]{1,60}\b(?:hits?|from (?:the |a )?cache|cached)\b/i;
/** What goes on with what was said of the number before. */
const GOES_ON = /^\s*(?:,|and\b|&|\+|\/)/;
/** Words before a number that tell what it is, whatever the rest of the line is about. */
const ASIDES: readonly (readonly [RegExp, LineRole])[] = [
  [/\b(?:currently|current|today)\b[^.;,]{0,20}$/i, "current"],
  [/\b(?:target|goal|required|slo)\b[^.;]{0,20}$/i, "target"],
  [/\b(?:achieved|actual|actually|measured|observed|result)\b[^.;,]{0,20}$/i, "result"],
  [
    /\b(?:was|were|before|vs\.?|versus|instead of|down from|up from|previously|baseline|from)\b[^.;,]{0,20}$/i,
    "baseline",
  ],
];
/** `median: 5 h`: the statistic belongs to what follows. */
const LEADS =
  /^\s*(?:[:=]|(?:below|under|within|over|above|of|is|was|at most|less than|up to)\s|(?:[<>≤≥~]\s*)?\d)/i;
const SCENE = /^[\s>]*(?:given|when|while|if|where)\b/i;

/** The bounds on a line, in order. Circumstances and changes are not among them. */
export function measuresOf(line: Line): Measure[] {
  if (line.role === "change") return [];
  const quantities = quantitiesIn(line.text).filter((one, _, [first]) =>
    line.row === "" ? one.dimension !== "number" : isOfCell(line.text, one, first),
  );
  if (quantities.length === 0) return [];
  const found: Measure[] = [];
  const circumstances: string[] = [];
  let from = 0;
  /** What stands before an arrow is also the subject of what stands behind it. */
  let lead: string | undefined;
  for (const clause of [...line.text.matchAll(CLAUSE), undefined]) {
    const to = clause ? clause.index : line.text.length;
    const inside = quantities.filter(({ span }) => span.start >= from && span.start < to);
    if (SCENE.test(line.text.slice(from, to))) {
      if (inside.length > 0) circumstances.push(words(line.text.slice(from, to)));
    } else if (inside.length > 0) {
      const arrow = clause !== undefined && ARROW.test(clause[0]);
      const row = `${line.row} ${lead ?? ""}`;
      const part = { ...line, ...(arrow && { role: "baseline" as const }), row, arrow: lead !== undefined };
      found.push(...clauseMeasures(part, { start: from, end: to }, inside, circumstances));
      lead = arrow ? line.text.slice(from, inside[0]?.span.start) : undefined;
    }
    from = to + (clause?.[0].length ?? 0);
  }
  return found;
}

/** In a cell of a table a number needs no unit if it stands alone; what follows in brackets says more of the first. */
function isOfCell(text: string, one: Quantity, first: Quantity | undefined): boolean {
  const alone =
    /^[\s*_]*$/.test(text.slice(0, one.span.start)) && /^[\s*_]*(?:\(|$)/.test(text.slice(one.span.end));
  if (one.dimension === "number") return alone;
  const inBrackets = text.lastIndexOf("(", one.span.start) > text.lastIndexOf(")", one.span.start);
  return !inBrackets || one === first || one.dimension !== first?.dimension;
}

/** A line of which a part is read, which may stand behind an arrow. */
type Part = Line & { readonly arrow: boolean };

function clauseMeasures(
  line: Part,
  clause: Span,
  quantities: readonly Quantity[],
  circumstances: readonly string[],
): Measure[] {
  const text = line.text;
  const percentiles = statisticsIn(text.slice(clause.start, clause.end)).map((one) => ({
    ...one,
    start: one.start + clause.start,
    end: one.end + clause.start,
  }));
  const share = quantities.find(
    (one) => one.dimension === "share" && OF_REQUESTS.test(text.slice(one.span.end, clause.end)),
  );
  const computed = text.slice(clause.start, clause.end).includes("×");
  const inRow = statisticsIn(line.row)[0]?.name;
  const conditions = [...circumstances, line.setting];
  const bounds: { quantity: Quantity; role: LineRole; before: string; statistic: string }[] = [];
  let at = clause.start;
  for (const [i, quantity] of quantities.entries()) {
    const { span } = quantity;
    const before = text.slice(at, span.start);
    const next = quantities[i + 1]?.span.start ?? clause.end;
    const after = text.slice(span.end, clause.end);
    const own = at;
    at = span.end;
    const circumstance = circumstanceOf(quantity, before, text);
    if (circumstance !== undefined) {
      conditions.push(words(`${circumstance} ${text.slice(span.start, next)}`));
      continue;
    }
    const hits = quantity.dimension === "share" && HITS.test(after);
    if (!hits && quantity !== share && isChange(quantity, before, after)) continue;
    if (!hits && quantity === share && quantities.some(({ dimension }) => dimension === "time")) continue;
    // Behind an arrow there is one value; what follows says how much that is.
    if ((line.arrow || computed) && bounds.length > 0) continue;
    const behind = percentiles.find(
      (one) =>
        one.start >= span.end &&
        /^[\s(,]*(?:(?:at|for|@|the)\s*)?$/i.test(text.slice(span.end, one.start)) &&
        !LEADS.test(text.slice(one.end, one.end + 12)),
    );
    const ahead = percentiles.findLast((one) => one.start >= own && one.end <= span.start);
    const later = percentiles.find((one) => one.start >= span.end && one.end <= next);
    const statistic = (behind ?? ahead ?? (i === quantities.length - 1 ? later : undefined))?.name;
    if (behind) at = behind.end;
    const named = percentiles.filter((one) => one.start >= own && one.end <= span.start);
    const clean = named.reduce((left, one) => left.replace(text.slice(one.start, one.end), " "), before);
    const last = bounds.at(-1)?.role;
    const goesOn = last === "result" && GOES_ON.test(before) ? last : line.role;
    const role = ASIDES.find(([pattern]) => pattern.test(before))?.[1] ?? goesOn;
    bounds.push({
      quantity,
      role,
      before: hits ? "cache hit" : clean,
      statistic: statistic ?? inRow ?? (share && !hits ? `P${share.value}` : ""),
    });
  }
  if (bounds.length === 0) return [];
  const trailing = /(?:^|\s)(?:at|with|under|for|on|when|during|while|across|in|per|over|if)\s[^()]*$/i.exec(
    text.slice(bounds.at(-1)?.quantity.span.end ?? clause.end, clause.end).replace(/\([^()]*\)/g, " "),
  );
  if (trailing && !quantities.some(({ span }) => span.start > (bounds.at(-1)?.quantity.span.end ?? 0)))
    conditions.push(words(trailing[0]));
  const condition = [...new Set(conditions)].filter(Boolean).sort().join("; ");
  let subject = "";
  return bounds.map(({ quantity, role, before, statistic }) => {
    // Who is called says nothing of what is measured.
    const about = `${line.row} ${role === "alert" ? before.replace(/^.*\b(?:when|if)\b/i, "") : before}`;
    subject = subjectOf(about, quantity.dimension) || subject;
    const better = betterOf(quantity, subject, about);
    const named = statistic === "max" && quantity.dimension !== "time" ? "" : statistic;
    return {
      role,
      id: line.id,
      section: line.section,
      group: line.group,
      quantity,
      line: line.span,
      span: { start: line.span.start + quantity.span.start, end: line.span.start + quantity.span.end },
      subject,
      statistic: named,
      condition,
      metric: [subject, named, quantity.dimension, quantity.of, condition].join("\n"),
      note: noteBehind(text.slice(quantity.span.end, clause.end)),
      better,
      latency: quantity.dimension === "time" && isLatency(`${about} ${statistic}`.toLowerCase()),
      low: quantity.comparator === "=" && better === "lower" ? Number.NEGATIVE_INFINITY : quantity.low,
      high: quantity.comparator === "=" && better === "higher" ? Number.POSITIVE_INFINITY : quantity.high,
    };
  });
}

/** A measure as it stands `by` further on. */
export function moveMeasure(measure: Measure, by: number): Measure {
  const { span, line, section, group } = measure;
  return {
    ...measure,
    span: shift(span, by),
    line: shift(line, by),
    section: section + by,
    group: group + by,
  };
}

/** Says nothing of what is measured. */
const EMPTY_NOTE =
  /^(?:p\d.*|testable|avg|average|mean|median|max|must|should|automated|manual|no \w+|.*\b(?:k6|jmeter|gatling|locust|artillery|lighthouse|datadog|percentile)\b.*)$/;

function noteBehind(text: string): string {
  const notes = [...text.matchAll(/\(([^()]{1,80})\)/g)].map(([, inner = ""]) => words(inner));
  return notes.filter((note) => !EMPTY_NOTE.test(note)).join("; ");
}

/** The word that makes a number the circumstance of another; `undefined` for a bound. */
function circumstanceOf({ dimension, span }: Quantity, before: string, text: string): string | undefined {
  // "over 10 minutes" is how long, not how much.
  if (dimension === "time" && /^over\b/i.test(text.slice(span.start, span.start + 5))) return "";
  return CONNECTOR.exec(before)?.[0];
}

function isChange({ dimension }: Quantity, before: string, after: string): boolean {
  // `10 batches × 5 s = 50 s` is how something was computed, `12 files (48%)` how many that is.
  if (/[×*+=/]\s*$/.test(before) || (dimension === "share" && /\d[^()]{0,24}\(\s*$/.test(before)))
    return true;
  if (dimension === "factor" || (dimension === "share" && OF_REQUESTS.test(after))) return true;
  if (dimension !== "share" && dimension !== "time" && dimension !== "size") return false;
  return CHANGE.test(after) || (dimension === "share" && CHANGED.test(before));
}

/** Which way is better; `undefined` where that depends. */
function betterOf({ dimension, of }: Quantity, subject: string, before: string): Measure["better"] {
  const about = `${subject} ${before.toLowerCase()}`;
  if (dimension === "time") return isTimer(about) ? undefined : "lower";
  const bad =
    /error|fail|loss|lost|cpu|memory|utili[sz]|overhead|bounce|churn|false|flak|drop|duplicat|miss|violation|crash|regress|usage|lag|retry|retries|limit|budget/.test(
      about,
    );
  if (dimension === "share") {
    const good = /hit|availab|uptime|success|accura|precision|recall|complet|adoption|reliab/.test(about);
    // More errors that are found, or from which one recovers, are better.
    if (/jailbreak|attack|fraud/.test(about)) return undefined;
    if (bad && (good || /actionab|coverage|detect|recover|prevent|handl|caught|resol|[- ]free\b/.test(about)))
      return undefined;
    return bad ? "lower" : good ? "higher" : undefined;
  }
  if (dimension === "rate")
    return bad || /limit|quota|thrott|cap\b/.test(about) || of === "byte" ? undefined : "higher";
  if (dimension === "count")
    return of === "user" && /support|handle|concurrent|serve|sustain/.test(about) ? "higher" : undefined;
  return dimension === "size"
    ? /bundle|payload|footprint|memory|image|package|heap/.test(about)
      ? "lower"
      : undefined
    : dimension === "money" && !/revenue|\b[ma]rr\b|income|profit|sales|saving|budget/.test(about)
      ? "lower"
      : undefined;
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$./]+/gu, " ")
    .trim();
}
