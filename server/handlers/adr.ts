/** Decision records: what the client's ADR commands need. */
import type { Connection } from "vscode-languageserver";
import {
  ADR_TEMPLATES,
  adrFolders,
  adrIndexPages,
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
import type { Place } from "../convert.ts";
import type { Edits, ReadNow } from "../edits.ts";
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
  type Left,
  NEW_ADR,
  type NewAdrParams,
  type NewAdrResult,
} from "../protocol.ts";
import type { Here, Session } from "../session.ts";
import { insideFolder, refusal } from "./refuse.ts";

export function adrHandlers(connection: Connection, session: Session, edits: Edits): void {
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

  connection.onRequest<NewAdrResult | Left | null, void>(
    NEW_ADR,
    async (params: NewAdrParams): Promise<NewAdrResult | Left | null> => {
      const { uri, title, template, date, supersedes } = params;
      const folder = insideFolder(session, params.folder);
      const wish = { uri, at: () => session.placeOf(uri), title: "The new decision record" };
      const handed = await edits.fresh(wish, async (place, read) => {
        const { snapshot } = place;
        const oldPath = supersedes === undefined ? undefined : place.pathOf(supersedes);
        const old = oldPath === undefined ? undefined : adrPlaceAt(snapshot, oldPath);
        if (supersedes !== undefined && !old)
          throw refusal(
            `${supersedes} is not a decision record of this workspace folder: choose another one.`,
          );
        const indexes = await readAll(snapshot.adrs.collections.get(folder)?.indexes ?? [], read);
        const wanted = { title, template, folder, date, supersedes: old ? [old] : [] };
        const made = newAdr(snapshot, wanted, old ? [] : indexes);
        if (!old) return made;
        return {
          ...made,
          changes: [...made.changes, ...(supersedeAdr(snapshot, old, made.place, true, indexes, date) ?? [])],
        };
      });
      if (handed?.kind !== "made") return handed ?? null;
      const { at, made, edit } = handed;
      const lines = lineStarts(made.text);
      return {
        uri: at.uriOf(made.path),
        edit,
        field: { start: positionAt(lines, made.field.start), end: positionAt(lines, made.field.end) },
      };
    },
  );

  connection.onRequest<AdrEditResult, void>(
    ADR_EDIT,
    async ({ uri, change }: AdrEditParams): Promise<AdrEditResult> => {
      const wish = { uri, at: () => session.placeOf(uri), title: TITLES[change.kind] };
      let reason = NO_RECORD;
      const handed = await edits.fresh(wish, async (place, read) => {
        const made = await changed(place, uri, change, read);
        if (typeof made !== "string") return made;
        reason = made;
        return undefined;
      });
      if (handed?.kind !== "made") return handed ?? { kind: "refused", reason };
      const { at, made, edit } = handed;
      const renamed = made.changes.find((one) => one.kind === "rename");
      return { kind: "edit", edit, ...(renamed && { opens: at.uriOf(renamed.to) }) };
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

  async function changed(
    place: Here,
    uri: string,
    change: AdrEditParams["change"],
    read: ReadNow,
  ): Promise<{ readonly changes: readonly FileChange[] } | string> {
    const { snapshot } = place;
    const path = place.pathOf(uri);
    const record = path === undefined ? undefined : adrPlaceAt(snapshot, path);
    if (!record) return NO_RECORD;
    if (change.kind === "renumber") {
      const page = await read(record.path);
      const changes = page && renumberAdr(snapshot, record, page);
      return changes ? { changes } : "This record has no number in its file name.";
    }
    const indexes = await readAll(adrIndexPages(snapshot, record.path), read);
    if (change.kind === "status") {
      const changes = setAdrStatus(snapshot, record, change.status, indexes, today());
      return changes ? { changes } : noStatus(record.record);
    }
    const byPath = place.pathOf(change.by);
    const by = byPath === undefined ? undefined : adrPlaceAt(snapshot, byPath);
    if (!by || by.path === record.path)
      return "The successor is not a decision record of this workspace folder.";
    const changes = supersedeAdr(snapshot, record, by, false, indexes, today());
    return changes ? { changes } : "The successor is itself superseded by this decision: correct that first.";
  }
}

/** `2025-01-31`, where the server runs: records may state since when they have their status. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What the question about several files begins with. */
const TITLES = { status: "Set ADR Status", supersede: "Supersede ADR", renumber: "Renumber ADR" } as const;

const NO_RECORD = "This document is not a decision record.";

/** Those of the pages that are there. */
async function readAll(paths: readonly string[], read: ReadNow): Promise<ReadPage[]> {
  const pages = await Promise.all(paths.map((path) => read(path)));
  return pages.filter((page) => page !== undefined);
}

function noStatus({ status }: { readonly status: { readonly place: string } | undefined }): string {
  return status?.place === "sidecar"
    ? "The status of this record stands in kep.yaml: change it there."
    : "This record has no status yet: add one, then it can be changed.";
}
