/** Links to the first uses of terms change how a text is read, and nothing that is said of it. */
import { plain } from "./answers.ts";
import type { Proposal } from "./edits.ts";
import type { Fault } from "./effects.ts";
import { overlaps, type ReadPage, type Span, traceability } from "./engine.ts";
import type { View } from "./view.ts";

/** Links in what must not be linked, and what is said otherwise than before: the first of each kind. */
export function linkFaults(before: View, after: View, { aim, changes }: Proposal): Fault[] {
  const [change] = changes;
  if (aim.do !== "link" || change?.kind !== "edit") return [];
  const page = before.pages.get(aim.path) as ReadPage;
  const faults = new Map<string, Fault>();
  const note = (property: string, detail: string) => {
    if (!faults.has(property)) faults.set(property, { property, detail });
  };
  for (const { span, text } of change.edits) {
    const taken = page.text.slice(span.start, span.end);
    const line = lineAt(page.text, span.start);
    if (!text.includes(taken)) note("takes words away", `${taken} → ${text} in ${line}`);
    const within = placeOf(page, span);
    if (within !== undefined) note(`links within ${within}`, `${taken} in ${line}`);
  }
  for (const path of before.findings.keys()) {
    const [was, is] = [messages(before, path), messages(after, path)];
    if (was !== is) note("changes findings", `${was} → ${is}`);
  }
  for (const folder of before.snapshot.increments.units.keys()) {
    const [was, is] = [coverage(before, folder), coverage(after, folder)];
    if (was !== is) note("changes the coverage", `${was} → ${is}`);
  }
  const [was, is] = [records(before), records(after)];
  if (was !== is) note("changes a decision", `${was} → ${is}`);
  return [...faults.values()];
}

function messages({ findings }: View, path: string): string {
  const found = (findings.get(path) ?? []).filter(({ rule }) => rule !== "glossary/unlinked-term");
  return plain(found.map(({ rule, message }) => `${rule}: ${withoutLinks(message)}`).sort());
}

/** Scripts without spaces: where a word of them ends cannot be seen. */
const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u;

function placeOf({ text, facts, exports }: ReadPage, span: Span): string | undefined {
  const holds = (list: readonly { readonly span: Span }[]) => list.some((one) => overlaps(one.span, span));
  if (holds(facts.headings)) return "a heading";
  if (holds(exports.links)) return "a link";
  if (facts.tables.some(({ rows }) => rows[0]?.some((cell) => overlaps(cell, span))))
    return "the head of a table";
  if (facts.fields.some(({ labelSpan }) => overlaps(labelSpan, span))) return "a label";
  const { record, mentions } = exports.adr;
  if (record?.status && record.status.place !== "sidecar" && overlaps(record.status.span, span))
    return "a status";
  if (holds(mentions) || holds(exports.increment?.mentions ?? [])) return "an id";
  const [ahead, behind] = [
    text.slice(Math.max(0, span.start - 12), span.start),
    text.slice(span.end, span.end + 12),
  ];
  const [first = "", last = ""] = [text[span.start], text[span.end - 1]];
  if (/[\p{L}\p{N}_]$/u.test(ahead) && !ALONE.test(ahead.slice(-1) + first)) return "a word";
  if (/^[\p{L}\p{N}_]/u.test(behind) && !ALONE.test(behind[0] + last)) return "a word";
  if (/^-\w*\d/.test(behind) || /\d\w*-$/.test(ahead)) return "an id";
  if (/[[({]\[?$/.test(ahead) && /^\]/.test(behind)) return "brackets";
  return undefined;
}

function coverage({ snapshot }: View, folder: string): string {
  const found = traceability(snapshot, folder);
  return plain(
    found && [
      found.linked,
      found.status,
      found.stories.map(({ story, criteria, tasks }) => [
        story?.id,
        tasks.map(({ id, work }) => [id, work]),
        criteria.map((one) => [
          one.key,
          one.work,
          one.tasks.map(({ id, work }) => [id, work]),
          one.tests.length,
        ]),
      ]),
    ],
  );
}

function records({ snapshot }: View): string {
  return plain(
    [...snapshot.adrs.records].map(([path, { id, status, date, relations, style }]) => [
      path,
      id,
      status && [withoutLinks(status.text), status.kind],
      date,
      relations.map(({ kind, key, url }) => [kind, key, url]),
      style,
    ]),
  );
}

function withoutLinks(text: string): string {
  return text.replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1");
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? text.length : end);
}
