/** Renames ids of increments. */
import { type Connection, ErrorCodes, type Position, ResponseError } from "vscode-languageserver";
import {
  offsetAt,
  type Page,
  type ReadPage,
  type Renamable,
  type Renaming,
  renamableId,
  renameId,
} from "../../glossary/index.ts";
import { toRange, toRenameEdit } from "../convert.ts";
import type { At, Session } from "../session.ts";

/** `canConfirm`: the client can ask its user about some of the edits. */
export function renameHandlers(connection: Connection, session: Session, canConfirm: () => boolean): void {
  connection.onPrepareRename(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    const found = at && renamableAt(at, position);
    if (!at || !found) return null;
    if (found.kind === "refused") throw refusal(found.reason);
    return { range: toRange(at.page.lines, found.span), placeholder: found.name };
  });

  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const before = session.at(uri);
    const found = before && renamableAt(before, position);
    if (!before || !found) return null;
    if (found.kind === "refused") throw refusal(found.reason);
    if (!before.snapshot.complete) throw refusal("Not all files have been read yet: try again in a moment");
    const pages = await Promise.all(found.paths.map((path) => session.pageIn(uri, path)));
    const at = session.at(uri);
    if (!at) return null;
    const read = new Map(pages.flatMap((page) => (page ? [[page.path, page] as const] : [])));
    for (const path of found.paths) {
      if (!isSame(at.snapshot.pages.get(path), read.get(path)))
        throw refusal(`${path} has just been changed: try again in a moment`);
    }
    const renaming = renameAt(at, position, newName, read);
    if (renaming.kind === "refused") throw refusal(renaming.reason);
    return toRenameEdit(at, renaming.edits, (one) => session.versionOf(one), canConfirm());
  });
}

function renamableAt({ snapshot, page }: At, position: Position): Renamable | undefined {
  return renamableId(snapshot, page, offsetAt(page.lines, position, page.text.length));
}

function renameAt(
  { snapshot, page }: At,
  position: Position,
  newName: string,
  read: ReadonlyMap<string, ReadPage>,
): Renaming {
  return renameId(snapshot, page, offsetAt(page.lines, position, page.text.length), newName, read);
}

/** Whether the lines of a page begin where they are known to: edits are told by lines. */
function isSame(known: Page | undefined, read: ReadPage | undefined): boolean {
  return (
    known !== undefined &&
    read !== undefined &&
    known.lines.length === read.lines.length &&
    known.lines.every((start, i) => start === read.lines[i])
  );
}

/** Editors show the message beside the name. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}
