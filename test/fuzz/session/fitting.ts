/** Whether an edit of the protocol fits the documents that a client has, as far as a client can tell. */
import { plain } from "../answers.ts";
import { applyEdits, lineStarts, offsetAt } from "../engine.ts";
import { positionIn } from "./player.ts";

export interface LspEdit {
  readonly range: { readonly start: LspPosition; readonly end: LspPosition };
  readonly newText: string;
}

interface LspPosition {
  readonly line: number;
  readonly character: number;
}

export interface DocumentEdit {
  readonly textDocument: { readonly uri: string; readonly version: number | null };
  readonly edits: readonly LspEdit[];
}

/** Every edit of a document in an answer, wherever it stands. */
export function editsIn(answer: unknown): DocumentEdit[] {
  if (Array.isArray(answer)) return answer.flatMap(editsIn);
  if (typeof answer !== "object" || answer === null) return [];
  const one = answer as Partial<DocumentEdit> & {
    readonly kind?: string;
    readonly uri?: string;
    readonly version?: number | null;
    readonly position?: LspPosition;
    readonly text?: string;
  };
  if (one.textDocument && one.edits) return [one as DocumentEdit];
  // What New Term and the additions to increments put in a place.
  const placed =
    (one.kind === "row" || one.kind === "insert") &&
    one.uri !== undefined &&
    one.position &&
    one.text !== undefined
      ? [
          {
            textDocument: { uri: one.uri, version: one.version ?? null },
            edits: [{ range: { start: one.position, end: one.position }, newText: one.text }],
          },
        ]
      : [];
  return [...placed, ...Object.values(answer).flatMap(editsIn)];
}

/** An answer as text, without the order of files in it: that is the one in which they became known. */
export function answerText(answer: unknown): string {
  const inOrder = (list: readonly unknown[]) => list.map(plain).sort();
  if (Array.isArray(answer) && answer.every((one) => "uri" in Object(one))) return plain(inOrder(answer));
  const changes = (answer as { readonly documentChanges?: readonly unknown[] } | null)?.documentChanges;
  return plain(changes ? { ...Object(answer), documentChanges: inOrder(changes) } : answer);
}

/** What an edit makes of a text; a reason where it does not fit it. */
export function textAfter(
  text: string,
  edits: readonly LspEdit[],
): { readonly text: string } | { readonly fault: string } {
  const lines = lineStarts(text);
  const spans = edits.map(({ range, newText }) => ({
    span: { start: offsetAt(lines, range.start, text.length), end: offsetAt(lines, range.end, text.length) },
    text: newText,
    range,
  }));
  for (const { span, range } of spans) {
    const [start, end] = [positionIn(text, span.start), positionIn(text, span.end)];
    if (
      plainPosition(start) !== plainPosition(range.start) ||
      plainPosition(end) !== plainPosition(range.end)
    )
      return { fault: `${plainPosition(range.start)}–${plainPosition(range.end)} is no place in the text` };
  }
  const sorted = [...spans].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const [i, { span }] of sorted.entries())
    if (i > 0 && span.start < (sorted[i - 1]?.span.end ?? 0)) return { fault: "edits overlap" };
  return { text: applyEdits(text, spans) };
}

function plainPosition({ line, character }: LspPosition): string {
  return `${line}:${character}`;
}
