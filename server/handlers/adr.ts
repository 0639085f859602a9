/** Decision records: references, outline and code lenses, and what the client's ADR commands need. */
import {
  type CodeLens,
  type Connection,
  type DocumentSymbol,
  type Location,
  SymbolKind,
} from "vscode-languageserver";
import {
  ADR_TEMPLATES,
  adrFolders,
  adrIndexPage,
  adrLenses,
  adrLog,
  adrPlaceAt,
  adrReferences,
  adrSymbols,
  type FileChange,
  lineStarts,
  newAdr,
  offsetAt,
  positionAt,
  type ReadPage,
  renumberAdr,
  type Span,
  setAdrStatus,
  supersedeAdr,
} from "../../glossary/index.ts";
import { type Place, toRange, toWorkspaceEdit } from "../convert.ts";
import {
  ADR_EDIT,
  ADR_FOLDERS,
  ADR_LOG,
  type AdrEditParams,
  type AdrEditResult,
  type AdrFoldersParams,
  type AdrFoldersResult,
  type AdrLogParams,
  type AdrLogResult,
  NEW_ADR,
  type NewAdrParams,
  type NewAdrResult,
  OPEN_ADR,
  SHOW_ADR_USES,
} from "../protocol.ts";
import type { Session } from "../session.ts";
import { normalUri, pathIn } from "../uris.ts";

/** `others`: lenses on the same document that have nothing to do with decisions. */
export function adrHandlers(
  connection: Connection,
  session: Session,
  others: (uri: string) => Promise<readonly CodeLens[]>,
): void {
  connection.onReferences(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const offset = offsetAt(at.page.lines, position, at.page.text.length);
    return adrReferences(at.snapshot, at.page, offset)?.map((use) => location(at, use)) ?? null;
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const page = session.at(textDocument.uri)?.page;
    return page
      ? adrSymbols(page).map(
          ({ name, detail, span, nameSpan }): DocumentSymbol => ({
            name,
            detail,
            kind: SymbolKind.Event,
            range: toRange(page.lines, span),
            selectionRange: toRange(page.lines, nameSpan),
          }),
        )
      : null;
  });

  connection.onCodeLens(async ({ textDocument }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const own = adrLenses(at.snapshot, at.page).map(({ span, title, opens, shows }): CodeLens => {
      const range = toRange(at.page.lines, span);
      const command = opens
        ? { title, command: OPEN_ADR, arguments: [at.uriOf(opens.path)] }
        : {
            title,
            command: SHOW_ADR_USES,
            arguments: [textDocument.uri, range.start, shows.map((use) => location(at, use))],
          };
      return { range, command };
    });
    return [...own, ...(await others(textDocument.uri))];
  });

  connection.onRequest(ADR_FOLDERS, async ({ uri }: AdrFoldersParams): Promise<AdrFoldersResult | null> => {
    const place = await session.placeOf(uri);
    const path = place && pathOf(place, uri);
    return place && path !== undefined
      ? {
          folders: adrFolders(place.snapshot, path),
          statuses: place.snapshot.settings.adrStatuses,
          templates: ADR_TEMPLATES,
        }
      : null;
  });

  connection.onRequest(NEW_ADR, async (params: NewAdrParams): Promise<NewAdrResult | null> => {
    const { uri, title, template, folder, date, supersedes } = params;
    const place = await session.placeOf(uri);
    if (!place) return null;
    const { snapshot } = place;
    const oldPath = supersedes === undefined ? undefined : pathOf(place, supersedes);
    const old = oldPath === undefined ? undefined : adrPlaceAt(snapshot, oldPath);
    const index = await indexPage(uri, place, snapshot.adrs.collections.get(folder)?.index);
    const wanted = { title, template, folder, date, supersedes: old ? [old] : [] };
    const made = newAdr(snapshot, wanted, old ? undefined : index);
    const changes = old
      ? [...made.changes, ...supersedeAdr(snapshot, old, made.place, true, index)]
      : made.changes;
    const lines = lineStarts(made.text);
    return {
      uri: place.uriOf(made.path),
      edit: editOf(place, changes),
      field: { start: positionAt(lines, made.field.start), end: positionAt(lines, made.field.end) },
    };
  });

  connection.onRequest<AdrEditResult, void>(
    ADR_EDIT,
    async ({ uri, change }: AdrEditParams): Promise<AdrEditResult> => {
      const place = await session.placeOf(uri);
      const path = place && pathOf(place, uri);
      const record = place && path !== undefined ? adrPlaceAt(place.snapshot, path) : undefined;
      if (!place || !record) return { kind: "refused", reason: "This document is no decision record." };
      const { snapshot } = place;
      const index = await indexPage(uri, place, adrIndexPage(snapshot, record.path));
      if (change.kind === "status") {
        const changes = setAdrStatus(snapshot, record, change.status, index);
        return changes
          ? { kind: "edit", edit: editOf(place, changes) }
          : { kind: "refused", reason: noStatus(record.record) };
      }
      if (change.kind === "supersede") {
        const byPath = pathOf(place, change.by);
        const by = byPath === undefined ? undefined : adrPlaceAt(snapshot, byPath);
        if (!by || by.path === record.path)
          return { kind: "refused", reason: "The successor is no decision record of this folder." };
        return { kind: "edit", edit: editOf(place, supersedeAdr(snapshot, record, by, false, index)) };
      }
      const page = await session.pageIn(uri, record.path);
      const changes = page && renumberAdr(snapshot, record, page);
      const renamed = changes?.find((one) => one.kind === "rename");
      return changes && renamed
        ? { kind: "edit", edit: editOf(place, changes), opens: place.uriOf(renamed.to) }
        : { kind: "refused", reason: "This record has no number in its file name." };
    },
  );

  connection.onRequest(ADR_LOG, async ({ uri }: AdrLogParams): Promise<AdrLogResult | null> => {
    const place = await session.placeOf(uri);
    if (!place) return null;
    const { entries, edges } = adrLog(place.snapshot);
    return {
      entries: entries.map(({ path, titleSpan: _, ...entry }) => ({
        ...entry,
        path,
        uri: place.uriOf(path),
      })),
      edges,
    };
  });

  async function indexPage(
    uri: string,
    { snapshot }: Place,
    path: string | undefined,
  ): Promise<ReadPage | undefined> {
    return path !== undefined && snapshot.pages.has(path) ? await session.pageIn(uri, path) : undefined;
  }

  function editOf(place: Place, changes: readonly FileChange[]): AdrEdit {
    return toWorkspaceEdit(place, changes, (uri) => session.versionOf(uri));
  }
}

function noStatus({ status }: { readonly status: { readonly place: string } | undefined }): string {
  return status?.place === "sidecar"
    ? "The status of this record stands in kep.yaml: change it there."
    : "This record has no status yet: add one, then it can be changed.";
}

type AdrEdit = NewAdrResult["edit"];

function location(
  { snapshot, uriOf }: Place,
  { path, span }: { readonly path: string; readonly span: Span },
): Location {
  const lines = snapshot.pages.get(path)?.lines ?? new Uint32Array(1);
  return { uri: uriOf(path), range: toRange(lines, span) };
}

/** The path of a URI in the workspace folder; `undefined` outside it. */
function pathOf({ uriOf }: Place, uri: string): string | undefined {
  return pathIn(normalUri(uriOf("")), normalUri(uri));
}
