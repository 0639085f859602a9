/** How a report names criteria, tasks and places. */
import type { PlacedMeasure } from "../index/targets.ts";
import type { Mention } from "./evidence.ts";
import type { CheckEvidence } from "./report.ts";

/** How many places are named for each kind of evidence. */
const MOST = 3;

/** The tasks that mention it: `T-004`, `T-002, T-004`; `undefined` where none does. */
export function inTasks(mentions: readonly Mention[]): string | undefined {
  const ids = [...new Set(mentions.flatMap(({ task }) => task?.id.text ?? []))];
  return ids.length > 0 ? ids.slice(0, MOST).join(", ") : undefined;
}

/** The ids of criteria: `AC-US1-01, AC-US1-02`; “the criterion” for one without. */
export function nameOf(bounds: readonly PlacedMeasure[]): string {
  const ids = [...new Set(bounds.map(({ measure }) => measure.id ?? `the ${measure.role}`))];
  return ids.length > MOST ? `${ids.slice(0, MOST).join(", ")} …` : ids.join(", ");
}

/** “has” or “have”, for what `nameOf` names. */
export function has(bounds: readonly PlacedMeasure[]): string {
  return new Set(bounds.map(({ measure }) => measure.id)).size === 1 ? "has" : "have";
}

/** What is stated: `AC-US1-01: < 100 ms (P95)`; `undefined` where nothing is. */
export function say(bounds: readonly PlacedMeasure[]): string | undefined {
  if (bounds.length === 0) return undefined;
  return bounds
    .slice(0, MOST)
    .map(({ measure, text }) => {
      const id = measure.id ? `${measure.id}: ` : "";
      return `${id}${text}${measure.statistic ? ` (${measure.statistic})` : ""}`;
    })
    .join("; ");
}

/** The first of these measures as evidence. */
export function boundEvidence(
  bounds: readonly PlacedMeasure[],
  kind: CheckEvidence["kind"],
): CheckEvidence[] {
  return bounds
    .slice(0, MOST)
    .map(({ path, measure, text }) => ({ path, span: measure.span, kind, text: text }));
}

/** The first of these mentions as evidence, those in tasks before others. */
export function mentionEvidence(mentions: readonly Mention[]): CheckEvidence[] {
  const ranked = [...mentions.filter(({ task }) => task), ...mentions.filter(({ task }) => !task)];
  return ranked.slice(0, MOST).map(({ path, span, task, word }) => ({
    path,
    span,
    kind: task ? "task" : "mention",
    text: task ? `${task.id.text}: ${word}` : word,
  }));
}
