/** Between the engine's offsets and paths and LSP's ranges and URIs; nowhere else. */
import {
  type AnnotatedTextEdit,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CreateFile,
  DiagnosticSeverity,
  type Location,
  type LocationLink,
  type Diagnostic as LspDiagnostic,
  type DocumentLink as LspDocumentLink,
  type Hover as LspHover,
  MarkupKind,
  type Range,
  type RenameFile,
  type TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type {
  AdrCompletion,
  Completion,
  Destination,
  Diagnostic,
  DocumentLink,
  FileChange,
  Hover,
  IncrementCompletion,
  LineStarts,
  Renaming,
  Report,
  Severity,
  Snapshot,
  Span,
} from "../glossary/index.ts";
import { lineStarts, positionAt } from "../glossary/index.ts";
import type { ReportLink } from "./protocol.ts";

/** A snapshot and the URIs of its paths. */
export interface Place {
  uriOf(path: string): string;
  readonly snapshot: Snapshot;
}

export function toRange(lines: LineStarts, { start, end }: Span): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/** A range in any page of the workspace folder; the start of the file where it is no page. */
function rangeIn({ snapshot }: Place, path: string, span: Span): Range {
  const lines = snapshot.pages.get(path)?.lines;
  return lines ? toRange(lines, span) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
}

/** A place in any page of the workspace folder. */
export function toLocation(
  place: Place,
  { path, span }: { readonly path: string; readonly span: Span },
): Location {
  return { uri: place.uriOf(path), range: rangeIn(place, path, span) };
}

export const SOURCE = "Spec Glossary";

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(
  place: Place,
  { rule, path, span, severity, message, related }: Diagnostic,
): LspDiagnostic {
  return {
    range: rangeIn(place, path, span),
    severity: SEVERITY[severity],
    code: rule,
    source: SOURCE,
    message,
    ...(related.length > 0 && {
      relatedInformation: related.map((one) => ({
        location: { uri: place.uriOf(one.path), range: rangeIn(place, one.path, one.span) },
        message: one.message,
      })),
    }),
  };
}

/** The hover with links to its sources below. Targets are given as file URIs with a line, which editors open. */
export function toHover(place: Place, lines: LineStarts, { span, markdown, sources }: Hover): LspHover {
  const links = sources.map(({ label, path, span: at }) => {
    const line = rangeIn(place, path, at).start.line + 1;
    return `[${label.replace(/[[\]\\]/g, "\\$&")}](${place.uriOf(path)}#L${line})`;
  });
  const value = links.length > 0 ? `${markdown}\n\n${links.join(" · ")}` : markdown;
  return { range: toRange(lines, span), contents: { kind: MarkupKind.Markdown, value } };
}

/** What in the text of a report leads where. */
export function toReportLinks({ uriOf }: Place, { text, links }: Report): ReportLink[] {
  const lines = lineStarts(text);
  return links.map(({ span, path, line }) => ({ range: toRange(lines, span), uri: uriOf(path), line }));
}

/** Names a completion again when it is resolved. */
export interface CompletionData {
  readonly uri: string;
  readonly term: string;
}

/** `rank` decides between items that fit what was typed equally well. */
export function toCompletionItem(
  uri: string,
  lines: LineStarts,
  completion: Completion,
  rank: number,
): CompletionItem {
  const data: CompletionData = { uri, term: completion.term };
  return {
    label: completion.label,
    kind: completion.kind === "name" ? CompletionItemKind.Text : CompletionItemKind.Reference,
    // Beside every item of the list; a detail would stand above the definition, which says it again.
    ...(completion.detail !== "" && { labelDetails: { description: completion.detail } }),
    filterText: completion.filter,
    sortText: String(rank).padStart(4, "0"),
    textEdit: TextEdit.replace(toRange(lines, completion.replace), completion.text),
    data,
  };
}

/**
 * A rename as one undoable edit. What is in doubt has to be confirmed; a client that cannot ask leaves it as it is.
 */
export function toRenameEdit(
  place: Place,
  { edits, moves }: Extract<Renaming, { kind: "edits" }>,
  versionOf: (uri: string) => number | null,
  canConfirm: boolean,
): WorkspaceEdit {
  const names = new Map(moves.map(({ from, to }) => [from, to]));
  const byPath = new Map<string, (TextEdit | AnnotatedTextEdit)[]>();
  for (const { path, span, text, doubt } of edits) {
    if (doubt !== undefined && !canConfirm) continue;
    const edit = TextEdit.replace(rangeIn(place, path, span), text);
    const list = byPath.get(path) ?? [];
    byPath.set(path, list);
    list.push(doubt === undefined ? edit : { ...edit, annotationId: doubt });
  }
  const documentChanges = [
    ...moves.map(({ from, to }) => moveOf(place, from, to)),
    ...[...byPath].map(([path, list]): TextDocumentEdit => {
      const to = names.get(path);
      const uri = place.uriOf(to ?? path);
      return { textDocument: { uri, version: to === undefined ? versionOf(uri) : null }, edits: list };
    }),
  ];
  const doubts = canConfirm ? [...new Set(edits.flatMap(({ doubt }) => doubt ?? []))] : [];
  if (doubts.length === 0) return { documentChanges };
  const notes = doubts.map((label) => [label, { label, needsConfirmation: true }] as const);
  return { documentChanges, changeAnnotations: Object.fromEntries(notes) };
}

function moveOf(place: Place, from: string, to: string): RenameFile {
  const options = { overwrite: false, ignoreIfExists: false };
  return { kind: "rename", oldUri: place.uriOf(from), newUri: place.uriOf(to), options };
}

/** In the order in which they are given. */
export function toAdrItem(lines: LineStarts, completion: AdrCompletion, rank: number): CompletionItem {
  const { kind, label, detail, closed, filter, replace, text, documentation } = completion;
  return {
    label,
    labelDetails: { description: detail },
    kind: kind === "status" ? CompletionItemKind.EnumMember : CompletionItemKind.Reference,
    ...(closed && { tags: [CompletionItemTag.Deprecated] }),
    filterText: filter,
    sortText: String(rank).padStart(4, "0"),
    textEdit: TextEdit.replace(toRange(lines, replace), text),
    ...(documentation !== "" && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  };
}

/** In the order in which they are given. */
export function toIncrementItem(
  lines: LineStarts,
  completion: IncrementCompletion,
  rank: number,
): CompletionItem {
  const { kind, label, detail, note, filter, replace, text } = completion;
  return {
    label,
    ...(note !== "" && { labelDetails: { description: note } }),
    ...(detail !== "" && { detail }),
    kind: kind === "word" ? CompletionItemKind.EnumMember : CompletionItemKind.Reference,
    filterText: filter,
    sortText: String(rank).padStart(4, "0"),
    textEdit: TextEdit.replace(toRange(lines, replace), text),
  };
}

export function toLocationLink(
  place: Place,
  lines: LineStarts,
  { origin, path, span }: Destination,
): LocationLink {
  const range = rangeIn(place, path, span);
  return {
    originSelectionRange: toRange(lines, origin),
    targetUri: place.uriOf(path),
    targetRange: range,
    targetSelectionRange: range,
  };
}

export function toDocumentLink(
  place: Place,
  lines: LineStarts,
  { span, path, target, tooltip }: DocumentLink,
): LspDocumentLink {
  const line = rangeIn(place, path, target).start.line;
  return {
    range: toRange(lines, span),
    target: `${place.uriOf(path)}${line > 0 ? `#L${line + 1}` : ""}`,
    tooltip,
  };
}

/**
 * One undoable edit. Files are created and renamed only where there are none; open documents must not have changed
 * since. Renames come first: VS Code hands edits on with all text edits behind them.
 */
export function toWorkspaceEdit(
  place: Place,
  changes: readonly FileChange[],
  versionOf: (uri: string) => number | null,
): WorkspaceEdit {
  const names = new Map(
    changes.flatMap((one) => (one.kind === "rename" ? [[one.path, one.to] as const] : [])),
  );
  const documentChanges: (TextDocumentEdit | CreateFile | RenameFile)[] = [...names].map(([from, to]) =>
    moveOf(place, from, to),
  );
  for (const change of changes) {
    const renamed = names.get(change.path);
    const uri = place.uriOf(renamed ?? change.path);
    if (change.kind === "create") {
      const start = { line: 0, character: 0 };
      documentChanges.push({ kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } });
      documentChanges.push({
        textDocument: { uri, version: null },
        edits: [TextEdit.insert(start, change.text)],
      });
    } else if (change.kind === "edit") {
      const edits = change.edits.map(({ span, text }) =>
        TextEdit.replace(rangeIn(place, change.path, span), text),
      );
      const version = renamed === undefined ? versionOf(uri) : null;
      documentChanges.push({ textDocument: { uri, version }, edits });
    }
  }
  return { documentChanges };
}
