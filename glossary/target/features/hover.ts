/** What a hover over a quantity in a specification says. */

import { escapeMarkdown } from "../../markdown/excerpt.ts";
import { shift, touches } from "../../text/span.ts";
import type { Hover } from "../../workspace/answers.ts";
import { criteriaFor, type PlacedMeasure, targetsOf, written } from "../index/targets.ts";
import type { ReadPage, TargetView } from "../index/view.ts";
import { isRequirements } from "../model/documents.ts";
import { formatInterval, formatStatistic } from "../model/format.ts";
import { lineAt } from "../model/lines.ts";
import type { Measure } from "../model/measure.ts";
import { quantitiesIn } from "../model/quantity.ts";

/** How many other places are named. */
const MOST = 6;

const ROLES: Readonly<Record<string, string>> = {
  criterion: "criterion",
  target: "target",
  baseline: "baseline",
  current: "current value",
  result: "result",
  test: "test",
  load: "load test",
  alert: "alert",
};

/** The hover over a quantity: what it comes to, and where else the same metric is stated. */
export function quantityHover(snapshot: TargetView, page: ReadPage, offset: number): Hover | undefined {
  if (!isRequirements(page.path) && !page.exports.adr.record) return undefined;
  const { measures } = targetsOf(page);
  const measure = measures.find(({ span }) => touches(span, offset));
  const quantity = measure?.quantity ?? quantityAt(page, offset);
  if (!quantity) return undefined;
  const span = measure?.span ?? quantity.span;
  const parts = [
    `**${escapeMarkdown(written(page, { span }))}**: ${escapeMarkdown(formatInterval(quantity))}`,
  ];
  if (!measure) return { span, markdown: parts.join(""), sources: [] };
  const role = ROLES[measure.role];
  if (role)
    parts[0] += ` · *${escapeMarkdown(measure.id && measure.role === "criterion" ? measure.id : role)}*`;
  const statistic = formatStatistic(measure.statistic);
  if (statistic) parts.push(escapeMarkdown(statistic));
  if (measure.condition) parts.push(`Holds ${escapeMarkdown(measure.condition)}`);
  const others = elsewhere(snapshot, page, measure);
  if (others.length > 0) parts.push(["The same metric:", ...others.map(row)].join("\n"));
  return {
    span,
    markdown: parts.join("\n\n"),
    sources: others.map(({ path, place, measure: { id }, text }) => ({
      label: id ?? text,
      path,
      span: place,
    })),
  };
}

function row({ measure, text }: PlacedMeasure): string {
  const role = measure.role === "criterion" && measure.id ? measure.id : (ROLES[measure.role] ?? "stated");
  const statistic = measure.statistic ? ` (${measure.statistic})` : "";
  return `- ${escapeMarkdown(role)}: ${escapeMarkdown(`${text}${statistic}`)}`;
}

/** A quantity that is no target: the circumstance of one, or a number of running text. */
function quantityAt(page: ReadPage, offset: number) {
  const line = lineAt(page, offset);
  if (!line) return undefined;
  const found = quantitiesIn(line.text).find(
    ({ dimension, span }) => dimension !== "number" && touches(shift(span, line.span.start), offset),
  );
  return found && { ...found, span: shift(found.span, line.span.start) };
}

/** Other places that state the metric, with whatever statistic: on the page, and in the criteria of its increment. */
function elsewhere(snapshot: TargetView, page: ReadPage, measure: Measure): PlacedMeasure[] {
  if (measure.subject === "") return [];
  const own = targetsOf(page)
    .measures.filter(({ role }) => role !== "criterion")
    .map((one) => ({ path: page.path, measure: one, text: written(page, one), place: one.span }));
  return [...criteriaFor(snapshot, page), ...own]
    .filter(({ measure: other, path }) => path !== page.path || other.span.start !== measure.span.start)
    .filter(({ measure: other }) => isSameMetric(other, measure))
    .slice(0, MOST);
}

function isSameMetric({ subject, quantity }: Measure, other: Measure): boolean {
  return (
    subject === other.subject &&
    quantity.dimension === other.quantity.dimension &&
    quantity.of === other.quantity.of
  );
}
