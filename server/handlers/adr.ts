/** Decision records: what the client's ADR commands need. */
import type { Connection } from "vscode-languageserver";
import {
  ADR_TEMPLATES,
  adrFolders,
  adrIndexPage,
  adrLog,
  adrPlaceAt,
  type FileChange,
  lineStarts,
  newAdr,
  positionAt,
  type ReadPage,
  renumberAdr,
  setAdrStatus,
  supersedeAdr,
} from "../../glossary/index.ts";
import { type Place, toWorkspaceEdit } from "../convert.ts";
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
} from "../protocol.ts";
import type { Session } from "../session.ts";
import { allInside, insideFolder, refusal } from "./refuse.ts";

export function adrHandlers(connection: Connection, session: Session): void {
  connection.onRequest(ADR_FOLDERS, async ({ uri }: AdrFoldersParams): Promise<AdrFoldersResult | null> => {
    const place = await session.placeOf(uri);
    return place
      ? {
          folders: adrFolders(place.snapshot, place.pathOf(uri) ?? ""),
          statuses: place.snapshot.settings.adrStatuses,
          templates: ADR_TEMPLATES,
        }
      : null;
  });

  connection.onRequest(NEW_ADR, async (params: NewAdrParams): Promise<NewAdrResult | null> => {
    const { uri, title, template, date, supersedes } = params;
    const place = await session.placeOf(uri);
    if (!place) return null;
    const { snapshot } = place;
    const folder = insideFolder(session, params.folder);
    const oldPath = supersedes === undefined ? undefined : place.pathOf(supersedes);
    const old = oldPath === undefined ? undefined : adrPlaceAt(snapshot, oldPath);
    if (supersedes !== undefined && !old)
      throw refusal(`${supersedes} is not a decision record of this workspace folder: choose another one.`);
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
      const path = place?.pathOf(uri);
      const record = place && path !== undefined ? adrPlaceAt(place.snapshot, path) : undefined;
      if (!place || !record) return { kind: "refused", reason: "This document is not a decision record." };
      const { snapshot } = place;
      const index = await indexPage(uri, place, adrIndexPage(snapshot, record.path));
      if (change.kind === "status") {
        const changes = setAdrStatus(snapshot, record, change.status, index);
        return changes
          ? { kind: "edit", edit: editOf(place, changes) }
          : { kind: "refused", reason: noStatus(record.record) };
      }
      if (change.kind === "supersede") {
        const byPath = place.pathOf(change.by);
        const by = byPath === undefined ? undefined : adrPlaceAt(snapshot, byPath);
        if (!by || by.path === record.path)
          return {
            kind: "refused",
            reason: "The successor is not a decision record of this workspace folder.",
          };
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
    return toWorkspaceEdit(place, allInside(session, changes), (uri) => session.versionOf(uri));
  }
}

function noStatus({ status }: { readonly status: { readonly place: string } | undefined }): string {
  return status?.place === "sidecar"
    ? "The status of this record stands in kep.yaml: change it there."
    : "This record has no status yet: add one, then it can be changed.";
}

type AdrEdit = NewAdrResult["edit"];
