/** What the pages of an increment say of its performance: bounds, measurements, and tasks that are about them. */
import type { IncrementPage, Task } from "../../increment/model/index.ts";
import type { Span } from "../../text/span.ts";
import { type PlacedMeasure, targetsIn, written } from "../index/targets.ts";
import type { ReadPage } from "../index/view.ts";

/** What a line is about. */
export type Topic = "load-test" | "cache" | "index" | "apm" | "alert";

/** A line that has to do with a check. */
export interface Mention {
  readonly topic: Topic;
  readonly path: string;
  readonly span: Span;
  /** The words that say so: `k6`, `Datadog`. */
  readonly word: string;
  /** The task it stands in. */
  readonly task: Task | undefined;
  /** It says that this is not needed. */
  readonly denied: boolean;
}

export interface Evidence {
  readonly bounds: readonly PlacedMeasure[];
  readonly mentions: readonly Mention[];
}

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    "load-test",
    /\b(?:k6|jmeter|gatling|locust|artillery|vegeta|autocannon|loadrunner|blazemeter|(?:load|stress|soak|performance)[- ]test(?:s|ing|ed)?)\b/i,
  ],
  ["cache", /\b(?:cach(?:e|es|ed|ing)|redis|memcached|elasticache)\b/i],
  [
    "index",
    /\b(?:(?:add|create|new|missing|composite|unique|compound|partial) (?:\w+ )?index(?:es)?|index(?:es)? on|@@index|create index|indexed)\b/i,
  ],
  [
    "apm",
    /\b(?:datadog|new relic|appdynamics|dynatrace|opentelemetry|otel|elastic apm|application insights|honeycomb|apm)\b/i,
  ],
  ["alert", /\b(?:alert(?:s|ing)?|alarms?|pagerduty|opsgenie)\b/i],
];
/** Where a line names a tool, that says more than what it is for. */
const TOOLS: Readonly<Partial<Record<Topic, RegExp>>> = {
  "load-test": /\b(?:k6|jmeter|gatling|locust|artillery|vegeta|autocannon|loadrunner|blazemeter)\b/i,
  apm: /\b(?:datadog|new relic|appdynamics|dynatrace|opentelemetry|otel|elastic apm|application insights|honeycomb)\b/i,
};
const ANY = new RegExp(TOPICS.map(([, { source }]) => source).join("|"), "i");
const DENIED =
  /\b(?:n\/a|not (?:applicable|needed|required|necessary)|out of scope|no (?:need for )?(?:cach\w+|load tests?|indexe?s?|apm|alerts?|alerting))\b/i;

/** Reads the pages of an increment, its reports among them. */
export function readEvidence(
  pages: readonly ReadPage[],
  increment: ReadonlyMap<string, IncrementPage>,
): Evidence {
  const found = pages.map((page) => {
    const tasks = increment.get(page.path)?.tasks ?? [];
    const taskAt = (at: number) => tasks.findLast(({ span }) => span.start <= at && at < span.end);
    return { bounds: boundsIn(page), mentions: mentionsIn(page, taskAt) };
  });
  return {
    bounds: found.flatMap(({ bounds }) => bounds),
    mentions: found.flatMap(({ mentions }) => mentions),
  };
}

type TaskAt = (offset: number) => Task | undefined;

function boundsIn(page: ReadPage): PlacedMeasure[] {
  return targetsIn(page).measures.map((measure) => ({
    path: page.path,
    measure,
    text: written(page, measure),
    place: measure.span,
  }));
}

function mentionsIn(page: ReadPage, taskAt: TaskAt): Mention[] {
  const { text, facts, path } = page;
  if (!ANY.test(text)) return [];
  const blocks = [
    ...facts.headings.map(({ content }) => content),
    ...facts.paragraphs.map(({ span }) => span),
    ...facts.tables.flatMap(({ rows }) => rows.slice(1).flat()),
  ];
  return blocks.flatMap((block) => {
    const whole = text.slice(block.start, block.end);
    if (!ANY.test(whole)) return [];
    let at = block.start;
    return whole.split("\n").flatMap((line) => {
      const span = { start: at, end: at + line.trimEnd().length };
      at += line.length + 1;
      return TOPICS.flatMap(([topic, pattern]): Mention[] => {
        const found = TOOLS[topic]?.exec(line) ?? pattern.exec(line);
        if (!found) return [];
        const denied = DENIED.test(line);
        return [{ topic, path, span, word: found[0], task: taskAt(span.start), denied }];
      });
    });
  });
}
