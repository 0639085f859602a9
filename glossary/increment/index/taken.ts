/** What on a page of an increment is said to its tools. */
import { bySpan, firstFrom, overlaps, type Span } from "../../text/span.ts";
import type { FieldKind, IncrementPage } from "../model/index.ts";
import type { Page } from "./view.ts";

/** Fields whose value is a text for readers. */
const TEXTS: ReadonlySet<FieldKind> = new Set(["role", "want", "benefit", "test"]);

const KNOWN = new WeakMap<IncrementPage, readonly { readonly span: Span }[]>();

/** True for a part of an id, of the label of a field, of what a field says to tools, and of a status or priority. */
export function isOfIncrement({ exports: { increment } }: Page, span: Span): boolean {
  if (!increment) return false;
  const { mentions } = increment;
  const before = mentions[firstFrom(mentions, span.end) - 1];
  if (before !== undefined && overlaps(before.span, span)) return true;
  const words = wordsIn(increment);
  const next = firstFrom(words, span.end);
  return words.slice(Math.max(0, next - 3), next).some((word) => overlaps(word.span, span));
}

function wordsIn(increment: IncrementPage): readonly { readonly span: Span }[] {
  const known = KNOWN.get(increment);
  if (known) return known;
  const found = wordsOf(increment);
  KNOWN.set(increment, found);
  return found;
}

function wordsOf({ stories, criteria, tasks, status }: IncrementPage): { readonly span: Span }[] {
  const spans = [...stories, ...criteria, ...tasks].flatMap(({ fields }) =>
    fields.flatMap(({ kind, labelSpan, value }) => (TEXTS.has(kind) ? [labelSpan] : [labelSpan, value])),
  );
  for (const { state } of [...criteria, ...tasks]) if (state?.wordSpan) spans.push(state.wordSpan);
  for (const { priority } of [...stories, ...tasks]) if (priority) spans.push(priority.span);
  for (const { marks } of tasks) for (const { span } of marks) spans.push(span);
  if (status) spans.push(status.span);
  return spans.map((span) => ({ span })).sort(bySpan);
}
