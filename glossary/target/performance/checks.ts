/** The six checks. Thresholds come from the criteria; a ✅ on a target is a claim, not a measurement. */

import { LONGEST_RESPONSE, type PlacedMeasure } from "../index/targets.ts";
import type { Measure } from "../model/measure.ts";
import { judge } from "./compare.ts";
import type { Evidence, Mention, Topic } from "./evidence.ts";
import type { Queries } from "./queries.ts";
import type { CheckEvidence, Outcome } from "./report.ts";
import { boundEvidence, has, inTasks, mentionEvidence, nameOf, say } from "./wording.ts";

/** Whether a load test has reached the throughput that the criteria ask for. */
export function loadTest(evidence: Evidence): Outcome {
  const base = { id: "load-test", title: "Load tests pass" } as const;
  const criteria = boundsOf(evidence, "criterion").filter(({ measure }) => isThroughput(measure));
  const results = boundsOf(evidence, "result").filter(({ measure }) => isThroughput(measure));
  const tests = mentionsOf(evidence, "load-test");
  if (isDenied(evidence, "load-test")) return notApplicable(base, evidence, "load-test");
  const judged = judge(aimed(criteria, evidence, isThroughput), results);
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

/** Whether response times are measured, and within the criteria: those for P95 where there are any. */
export function latency(evidence: Evidence): Outcome {
  const all = aimed(
    boundsOf(evidence, "criterion").filter(({ measure }) => isTimeBound(measure)),
    evidence,
    isTimeBound,
  );
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
    ? `${ids} ${has(criteria)} no measured ${statistic}: “${average.text}”${average.measure.statistic ? ` is the ${average.measure.statistic}` : ""}, which is not the same`
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

/** Whether caches are hit as often as the criteria ask for. */
export function cacheHitRate(evidence: Evidence): Outcome {
  const base = { id: "cache-hit-rate", title: "Cache hit rate" } as const;
  const criteria = boundsOf(evidence, "criterion").filter(({ measure }) => isHitRate(measure));
  const results = boundsOf(evidence, "result").filter(({ measure }) => isHitRate(measure));
  const judged = judge(aimed(criteria, evidence, isHitRate), results);
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
  const targets = boundsOf(evidence, "target").filter(({ measure }) => isHitRate(measure));
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

/** Whether an index covers every query that is shown. */
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

/** Whether a tool for application performance monitoring is in use. */
export function apm(evidence: Evidence): Outcome {
  return presence(
    evidence,
    "apm",
    { id: "apm", title: "APM monitoring enabled" },
    "No task or decision names a tool for APM",
    (word) => `“${word}” is named`,
  );
}

/** Whether there are alerts with thresholds. */
export function alerts(evidence: Evidence): Outcome {
  const base = { id: "alerts", title: "Alerts configured" } as const;
  const found = presence(evidence, "alert", base, "No alert is mentioned", () => "Alerts are described");
  if (found.state === "unknown" || found.state === "n/a") return found;
  const thresholds = boundsOf(evidence, "alert");
  const lines = thresholds.map(
    ({ text, measure }) =>
      `${measure.subject || measure.quantity.dimension} ${text}${measure.statistic && ` (${measure.statistic})`}`,
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

function isThroughput({ quantity, better }: Measure): boolean {
  if (quantity.dimension === "rate") return quantity.of !== "byte" && better !== undefined;
  return quantity.dimension === "count" && better === "higher";
}

function isTimeBound({ quantity, better, statistic, subject, latency }: Measure): boolean {
  if (quantity.dimension !== "time" || better !== "lower" || quantity.value > LONGEST_RESPONSE) return false;
  return /^P\d/.test(statistic) || statistic === "average" || subject === "" || latency;
}

function isHitRate({ quantity, subject }: Measure): boolean {
  return quantity.dimension === "share" && /\bhit\b/.test(subject);
}

/** The criteria; where there are none, the targets that stand for them. */
function aimed(
  criteria: readonly PlacedMeasure[],
  evidence: Evidence,
  is: (measure: Measure) => boolean,
): readonly PlacedMeasure[] {
  return criteria.length > 0 ? criteria : boundsOf(evidence, "target").filter(({ measure }) => is(measure));
}

/** More than anybody compares. */
const MOST_BOUNDS = 500;

function boundsOf({ bounds }: Evidence, role: Measure["role"]): PlacedMeasure[] {
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
