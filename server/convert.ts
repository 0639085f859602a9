/** Between the engine's offsets and paths and LSP's ranges and URIs; nowhere else. */
import {
  type AnnotatedTextEdit,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CreateFile,
  DiagnosticSeverity,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type Diagnostic as LspDiagnostic,
  type DocumentLink as LspDocumentLink,
  type Hover as LspHover,
  MarkupKind,
  type Range,
  type RenameFile,
  SymbolKind,
  type TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type {
  Completed,
  Completion,
  Destination,
  Diagnostic,
  DocumentLink,
  FileChange,
  Hover,
  Lens,
  LineStarts,
  Outlined,
  Renaming,
  Report,
  Severity,
  Snapshot,
  Span,
  UseHere,
} from "../glossary/index.ts";
import { lineStarts, positionAt } from "../glossary/index.ts";
import { OPEN_ADR, type ReportLink, SHOW_USES } from "./protocol.ts";

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
  readonly domain: string;
  readonly id: string;
}

const COMPLETION: Record<Completion["kind"], CompletionItemKind> = {
  text: CompletionItemKind.Text,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
};

/** Completions in the order in which they are given; a plain list of those of which there are never more. */
export function toCompletions(
  uri: string,
  lines: LineStarts,
  { domain, items: all, incomplete }: Completed,
): CompletionItem[] | CompletionList {
  const items = all.map((one, rank) => toCompletionItem(uri, lines, domain, one, rank));
  return incomplete === undefined ? items : { isIncomplete: incomplete, items };
}

/** `rank` decides between items that fit what was typed equally well. */
function toCompletionItem(
  uri: string,
  lines: LineStarts,
  domain: string,
  { kind, label, note, detail, outdated, filter, replace, text, documentation, id }: Completion,
  rank: number,
): CompletionItem {
  const data: CompletionData = { uri, domain, id };
  return {
    label,
    ...(note !== "" && { labelDetails: { description: note } }),
    ...(detail !== "" && { detail }),
    kind: COMPLETION[kind],
    ...(outdated && { tags: [CompletionItemTag.Deprecated] }),
    filterText: filter,
    sortText: String(rank).padStart(4, "0"),
    textEdit: TextEdit.replace(toRange(lines, replace), text),
    ...(documentation !== "" && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    ...(id !== "" && { data }),
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
    ...moves.flatMap(({ from, to }) => moveOf(place, from, to, versionOf)),
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

/** What is open under another name has no version there: the one it has is named first, by an edit of nothing. */
function moveOf(
  place: Place,
  from: string,
  to: string,
  versionOf: (uri: string) => number | null,
): (TextDocumentEdit | RenameFile)[] {
  const [oldUri, newUri] = [place.uriOf(from), place.uriOf(to)];
  const version = versionOf(oldUri);
  const options = { overwrite: false, ignoreIfExists: false };
  return [
    ...(version === null ? [] : [{ textDocument: { uri: oldUri, version }, edits: [] }]),
    { kind: "rename", oldUri, newUri, options },
  ];
}

export function toHighlight(lines: LineStarts, { span, defines }: UseHere): DocumentHighlight {
  const kind = defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  return { range: toRange(lines, span), kind };
}

const SYMBOL: Record<Outlined["kind"], SymbolKind> = {
  story: SymbolKind.Interface,
  criterion: SymbolKind.Property,
  task: SymbolKind.Method,
  decision: SymbolKind.Event,
  other: SymbolKind.Constant,
};

export function toSymbol(
  lines: LineStarts,
  { kind, name, detail, span, nameSpan, children }: Outlined,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: SYMBOL[kind],
    range: toRange(lines, span),
    selectionRange: toRange(lines, nameSpan),
    ...(children && { children: children.map((one) => toSymbol(lines, one)) }),
  };
}

/** A lens on the document at `uri`. */
export function toLens(
  place: Place,
  uri: string,
  lines: LineStarts,
  { span, title, opens, shows }: Lens,
): CodeLens {
  const range = toRange(lines, span);
  const command = opens
    ? { title, command: OPEN_ADR, arguments: [place.uriOf(opens.path)] }
    : {
        title,
        command: SHOW_USES,
        arguments: [uri, range.start, shows.map((use) => toLocation(place, use))],
      };
  return { range, command };
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
  const documentChanges: (TextDocumentEdit | CreateFile | RenameFile)[] = [...names].flatMap(([from, to]) =>
    moveOf(place, from, to, versionOf),
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
