/** The six checks. Thresholds come from the criteria; a ✅ on a target is a claim, not a measurement. */
import type { Measure } from "../../domain/quantity/measure.ts";
import type { Evidence, Mention, PlacedBound, Topic } from "./evidence.ts";
import type { Queries } from "./queries.ts";
import type { CheckEvidence, CheckState, PerformanceCheck } from "./report.ts";

type Outcome = Omit<PerformanceCheck, "findings">;

/** How many places are named for each kind of evidence. */
const MOST = 3;

export function loadTest(evidence: Evidence): Outcome {
  const base = { id: "load-test", title: "Load tests pass" } as const;
  const criteria = boundsOf(evidence, "criterion").filter(({ measure }) => isThroughput(measure));
  const results = boundsOf(evidence, "result").filter(({ measure }) => isThroughput(measure));
  const tests = mentionsOf(evidence, "load-test");
  if (isDenied(evidence, "load-test")) return notApplicable(base, evidence, "load-test");
  const judged = judge(criteria, results);
  if (judged) return { ...base, ...judged };
  const required = say(criteria);
  const task = inTasks(tests);
  const found = [...boundEvidence(criteria, "criterion"), ...mentionEvidence(tests)];
  if (task || tests.length > 0) {
    const where = task ? ` (${task})` : "";
    return {
      ...base,
      state: "planned",
      required,
      measured: undefined,
      note: `A load test is planned${where}, no result is recorded`,
      evidence: found,
    };
  }
  const note = required ? "No task names a load test" : "No criterion for throughput, and no load test";
  return { ...base, state: "unknown", required, measured: undefined, note, evidence: found };
}

export function latency(evidence: Evidence): Outcome {
  const all = boundsOf(evidence, "criterion").filter(({ measure }) => isTimeBound(measure));
  const percentile = all.filter(({ measure }) => measure.statistic === "P95");
  const other = all.filter(({ measure }) => /^P\d/.test(measure.statistic));
  const criteria = percentile.length > 0 ? percentile : other.length > 0 ? other : all;
  const statistic = criteria[0]?.measure.statistic || "P95";
  const base = { id: "latency", title: `${statistic} latency` } as const;
  const results = boundsOf(evidence, "result").filter(({ measure }) => isTimeBound(measure));
  const fitting = results.filter(({ measure }) => measure.statistic === statistic);
  const judged = judge(criteria, fitting);
  if (judged) return { ...base, ...judged };
  const required = say(criteria);
  if (!required)
    return {
      ...base,
      state: "unknown",
      required,
      measured: undefined,
      note: "No criterion bounds a response time",
      evidence: [],
    };
  const ids = nameOf(criteria);
  const average = results.find(({ measure }) => measure.statistic !== statistic);
  const note = average
    ? `${ids} ${has(criteria)} no measured ${statistic}: “${clean(average.text)}”${average.measure.statistic ? ` is the ${average.measure.statistic}` : ""}, which is not the same`
    : `${ids} ${has(criteria)} no measured ${statistic}`;
  const aims = evidence.bounds.filter(
    ({ measure }) =>
      measure.role !== "criterion" &&
      measure.role !== "baseline" &&
      isTimeBound(measure) &&
      measure.statistic === statistic,
  );
  const tests = mentionsOf(evidence, "load-test");
  const found = [
    ...boundEvidence(criteria, "criterion"),
    ...boundEvidence(aims, "target"),
    ...mentionEvidence(tests),
  ];
  const state = aims.length > 0 || tests.length > 0 ? "planned" : "unknown";
  return { ...base, state, required, measured: undefined, note, evidence: found };
}

export function cacheHitRate(evidence: Evidence): Outcome {
  const base = { id: "cache-hit-rate", title: "Cache hit rate" } as const;
  const isHitRate = ({ measure }: PlacedBound) =>
    measure.quantity.dimension === "share" && /\bhit\b/.test(measure.subject);
  const criteria = boundsOf(evidence, "criterion").filter(isHitRate);
  const judged = judge(criteria, boundsOf(evidence, "result").filter(isHitRate));
  if (judged) return { ...base, ...judged };
  const caches = mentionsOf(evidence, "cache");
  const required = say(criteria);
  if (!required && caches.length === 0)
    return {
      ...base,
      state: "n/a",
      required,
      measured: undefined,
      note: "No cache is mentioned",
      evidence: [],
    };
  if (!required && isDenied(evidence, "cache")) return notApplicable(base, evidence, "cache");
  const targets = boundsOf(evidence, "target").filter(isHitRate);
  const found = [
    ...boundEvidence(criteria, "criterion"),
    ...boundEvidence(targets, "target"),
    ...mentionEvidence(caches),
  ];
  const task = inTasks(caches);
  const planned =
    required !== undefined && (task !== undefined || targets.length > 0 || caches.length > criteria.length);
  const note = required
    ? `${nameOf(criteria)} ${has(criteria)} no measured hit rate${task ? ` (${task})` : ""}`
    : "A cache is mentioned, but no criterion says what hit rate it must reach";
  return {
    ...base,
    state: planned ? "planned" : "unknown",
    required,
    measured: undefined,
    note,
    evidence: found,
  };
}

export function queriesIndexed(evidence: Evidence, { count, unindexed }: Queries): Outcome {
  const base = { id: "queries-indexed", title: "Database queries indexed", required: undefined } as const;
  const indexes = mentionsOf(evidence, "index");
  const found = mentionEvidence(indexes);
  if (unindexed.length > 0) {
    const queries = unindexed.map(
      ({ path, span, message }): CheckEvidence => ({ path, span, kind: "query", text: message }),
    );
    const note = `No index covers ${unindexed.length} of ${count} ${count === 1 ? "query" : "queries"}`;
    return { ...base, state: "fail", measured: undefined, note, evidence: [...queries, ...found] };
  }
  if (count > 0)
    return {
      ...base,
      state: "pass",
      measured: `${count} of ${count}`,
      note: "Every query that is shown is covered by an index",
      evidence: found,
    };
  if (isDenied(evidence, "index")) return notApplicable(base, evidence, "index");
  const done = indexes.find(({ task }) => task?.work === "done");
  if (done?.task)
    return {
      ...base,
      state: "pass",
      measured: undefined,
      note: `The indexes are made (${done.task.id.text})`,
      evidence: found,
    };
  if (indexes.length > 0) {
    const task = inTasks(indexes);
    return {
      ...base,
      state: "planned",
      measured: undefined,
      note: `Indexes are ${task ? `planned (${task})` : "declared"}, and no query is shown to check them with`,
      evidence: found,
    };
  }
  return {
    ...base,
    state: "unknown",
    measured: undefined,
    note: "Neither queries nor indexes are shown",
    evidence: [],
  };
}

export function apm(evidence: Evidence): Outcome {
  return presence(
    evidence,
    "apm",
    { id: "apm", title: "APM monitoring enabled" },
    "No task or decision names a tool for APM",
    (word) => `“${word}” is named`,
  );
}

export function alerts(evidence: Evidence): Outcome {
  const base = { id: "alerts", title: "Alerts configured" } as const;
  const found = presence(evidence, "alert", base, "No alert is mentioned", () => "Alerts are described");
  if (found.state === "unknown" || found.state === "n/a") return found;
  const thresholds = boundsOf(evidence, "alert");
  const lines = thresholds.map(
    ({ text, measure }) =>
      `${measure.subject || measure.quantity.dimension} ${clean(text)}${measure.statistic && ` (${measure.statistic})`}`,
  );
  if (lines.length === 0)
    return {
      ...found,
      state: found.state === "pass" ? "planned" : found.state,
      note: "Alerts are mentioned, but none has a threshold",
    };
  return { ...found, required: undefined, measured: found.state === "pass" ? lines.join(", ") : undefined };
}

/** A tool or an alert counts as there when a finished task names it. */
function presence(
  evidence: Evidence,
  topic: Topic,
  base: Pick<Outcome, "id" | "title">,
  nothing: string,
  named: (word: string) => string,
): Outcome {
  const mentions = mentionsOf(evidence, topic);
  const rest = { ...base, required: undefined, measured: undefined };
  if (isDenied(evidence, topic)) return notApplicable(rest, evidence, topic);
  const found = mentionEvidence(mentions);
  const done = mentions.find(({ task }) => task?.work === "done");
  if (done?.task)
    return {
      ...rest,
      state: "pass",
      measured: done.word,
      note: `Done with ${done.task.id.text}`,
      evidence: found,
    };
  const first = mentions.find((one) => one.task) ?? mentions[0];
  if (!first) return { ...rest, state: "unknown", note: nothing, evidence: [] };
  const task = inTasks(mentions);
  const note = task
    ? `${named(first.word)}, the task is open (${task})`
    : `${named(first.word)}, but in no task`;
  return { ...rest, state: "planned", note, evidence: found };
}

/** Compares measurements with criteria; `undefined` where there is nothing to compare. */
function judge(
  criteria: readonly PlacedBound[],
  results: readonly PlacedBound[],
): Pick<Outcome, "state" | "required" | "measured" | "note" | "evidence"> | undefined {
  const pairs = criteria.map((criterion) => ({
    criterion,
    fitting: results.filter((one) => fits(one.measure, criterion.measure, criteria.length === 1)),
  }));
  const measured = pairs.flatMap(({ fitting }) => fitting);
  if (measured.length === 0) return undefined;
  const broken = pairs.find(({ criterion, fitting }) =>
    fitting.some(({ measure }) => !satisfies(measure, criterion.measure)),
  );
  const open = pairs.filter(({ fitting }) => fitting.length === 0).map(({ criterion }) => criterion);
  const state: CheckState = broken ? "fail" : open.length > 0 ? "planned" : "pass";
  const culprit = broken?.fitting.find(({ measure }) => !satisfies(measure, broken.criterion.measure));
  const note =
    culprit && broken
      ? `The result ${clean(culprit.text)} does not meet ${broken.criterion.measure.id ?? "the criterion"} (${clean(broken.criterion.text)})`
      : open.length > 0
        ? `${nameOf(open)} ${has(open)} no measurement yet`
        : `Measured, and within ${nameOf(criteria)}`;
  return {
    ...{ state, note, required: say(criteria), measured: say(measured) },
    evidence: [...boundEvidence(criteria, "criterion"), ...boundEvidence(measured, "result")],
  };
}

/** A result belongs to a criterion of the same subject; where one of them names none, to the only criterion. */
function fits(result: Measure, criterion: Measure, only: boolean): boolean {
  const { dimension, of } = criterion.quantity;
  if (result.quantity.dimension !== dimension || result.quantity.of !== of) return false;
  if (criterion.statistic && result.statistic !== criterion.statistic) return false;
  if (result.subject === criterion.subject) return true;
  return (
    only && (result.subject === "" || criterion.subject === "" || shares(result.subject, criterion.subject))
  );
}

function shares(a: string, b: string): boolean {
  const words = new Set(a.split(" "));
  return b.split(" ").some((word) => words.has(word));
}

function satisfies({ quantity }: Measure, criterion: Measure): boolean {
  const { low, high } = quantity;
  const worst = Number.isFinite(high) ? high : low;
  const least = Number.isFinite(low) ? low : high;
  return criterion.better === "higher" ? least >= criterion.low : worst <= criterion.high;
}

function isThroughput({ quantity, better }: Measure): boolean {
  if (quantity.dimension === "rate") return quantity.of !== "byte" && better !== undefined;
  return quantity.dimension === "count" && better === "higher";
}

/** A minute, in nanoseconds: what takes longer is no response. */
const LONGEST = 60e9;

function isTimeBound({ quantity, better, statistic, subject, latency }: Measure): boolean {
  if (quantity.dimension !== "time" || better !== "lower" || quantity.value > LONGEST) return false;
  return /^P\d/.test(statistic) || statistic === "average" || subject === "" || latency;
}

/** More than anybody compares. */
const MOST_BOUNDS = 500;

function boundsOf({ bounds }: Evidence, role: Measure["role"]): PlacedBound[] {
  return bounds.filter(({ measure }) => measure.role === role).slice(0, MOST_BOUNDS);
}

function mentionsOf({ mentions }: Evidence, topic: Topic): Mention[] {
  return mentions.filter((one) => one.topic === topic && !one.denied);
}

/** Declared not to apply, and nowhere else spoken of. */
function isDenied({ mentions }: Evidence, topic: Topic): boolean {
  const about = mentions.filter((one) => one.topic === topic);
  return about.length > 0 && about.every(({ denied }) => denied);
}

function notApplicable(base: Pick<Outcome, "id" | "title">, { mentions }: Evidence, topic: Topic): Outcome {
  const evidence = mentionEvidence(mentions.filter((one) => one.topic === topic));
  return {
    ...base,
    state: "n/a",
    required: undefined,
    measured: undefined,
    note: "Declared not to apply",
    evidence,
  };
}

/** The tasks that mention it: `T-004`, `T-002, T-004`; `undefined` where none does. */
function inTasks(mentions: readonly Mention[]): string | undefined {
  const ids = [...new Set(mentions.flatMap(({ task }) => task?.id.text ?? []))];
  return ids.length > 0 ? ids.slice(0, MOST).join(", ") : undefined;
}

function nameOf(bounds: readonly PlacedBound[]): string {
  const ids = [...new Set(bounds.map(({ measure }) => measure.id ?? "the criterion"))];
  return ids.length > MOST ? `${ids.slice(0, MOST).join(", ")} …` : ids.join(", ");
}

function has(bounds: readonly PlacedBound[]): string {
  return new Set(bounds.map(({ measure }) => measure.id)).size === 1 ? "has" : "have";
}

function say(bounds: readonly PlacedBound[]): string | undefined {
  if (bounds.length === 0) return undefined;
  return bounds
    .slice(0, MOST)
    .map(({ measure, text }) => {
      const id = measure.id ? `${measure.id}: ` : "";
      return `${id}${clean(text)}${measure.statistic ? ` (${measure.statistic})` : ""}`;
    })
    .join("; ");
}

function boundEvidence(bounds: readonly PlacedBound[], kind: CheckEvidence["kind"]): CheckEvidence[] {
  return bounds
    .slice(0, MOST)
    .map(({ path, measure, text }) => ({ path, span: measure.span, kind, text: clean(text) }));
}

function mentionEvidence(mentions: readonly Mention[]): CheckEvidence[] {
  const ranked = [...mentions.filter(({ task }) => task), ...mentions.filter(({ task }) => !task)];
  return ranked.slice(0, MOST).map(({ path, span, task, word }) => ({
    ...{ path, span },
    kind: task ? "task" : "mention",
    text: task ? `${task.id.text}: ${word}` : word,
  }));
}

function clean(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/[\s*_`]+/g, " ")
    .trim();
}
