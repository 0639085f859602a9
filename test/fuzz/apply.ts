/** Carries edits out as the strictest of editors would, and says what it had to refuse. */
import { applyEdits, type FileChange } from "./engine.ts";
import type { World } from "./world.ts";

export type Applied =
  | { readonly kind: "world"; readonly world: World }
  /** Why the edits cannot be made. */
  | { readonly kind: "fault"; readonly fault: string };

/** The world with all changes, or the first that is wrong by itself. */
export function applied(world: World, changes: readonly FileChange[]): Applied {
  const texts = new Map(world.texts);
  const edited = new Set<string>();
  for (const change of changes) {
    if (change.kind === "create") {
      if (texts.has(change.path)) return fault(`creates ${change.path}, which is there`);
      texts.set(change.path, change.text);
    }
    if (change.kind !== "edit") continue;
    const text = world.texts.get(change.path);
    if (text === undefined) return fault(`edits ${change.path}, which is not there`);
    if (edited.has(change.path)) return fault("edits a file twice");
    edited.add(change.path);
    const wrong = wrongEdit(text, change.edits);
    if (wrong !== undefined) return fault(wrong);
    texts.set(change.path, applyEdits(text, change.edits));
  }
  const open = new Set(world.open);
  for (const change of changes) {
    if (change.kind !== "rename") continue;
    const text = texts.get(change.path);
    if (text === undefined) return fault(`renames ${change.path}, which is not there`);
    if (texts.has(change.to)) return fault(`renames to ${change.to}, which is there`);
    texts.delete(change.path);
    texts.set(change.to, text);
    if (open.delete(change.path)) open.add(change.to);
  }
  return { kind: "world", world: { ...world, texts, open } };
}

function fault(text: string): Applied {
  return { kind: "fault", fault: text };
}

type Edits = Extract<FileChange, { kind: "edit" }>["edits"];

function wrongEdit(text: string, edits: Edits): string | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = -1;
  for (const { span } of sorted) {
    if (span.start < 0 || span.start > span.end || span.end > text.length)
      return "has a span outside of the text";
    if (splits(text, span.start) || splits(text, span.end)) return "splits a character or a line end";
    if (span.start < end) return "has spans that overlap";
    end = Math.max(end, span.end);
  }
  return undefined;
}

function splits(text: string, at: number): boolean {
  const [before, behind] = [text[at - 1] ?? "", text[at] ?? ""];
  return (
    (before === "\r" && behind === "\n") || (/[\ud800-\udbff]/.test(before) && /[\udc00-\udfff]/.test(behind))
  );
}

/** True where the text had one kind of line ends only, and has another one now. */
export function mixesLineEnds(before: string, now: string): boolean {
  const [windows, unix] = [/\r\n/.test(before), /(?<!\r)\n/.test(before)];
  if (windows && !unix) return /(?<!\r)\n/.test(now);
  return unix && !windows && /\r/.test(now) && !/\r/.test(before);
}
