/** Renames terms and ids of increments. */
import { type Connection, ErrorCodes, type Position, ResponseError } from "vscode-languageserver";
import {
  isRead,
  offsetAt,
  type Page,
  type ReadPage,
  type Renamable,
  type Renaming,
  renamableId,
  renamableTerm,
  renameId,
  renameTerm,
  type Snapshot,
} from "../../glossary/index.ts";
import { toRange, toRenameEdit } from "../convert.ts";
import type { At, Session } from "../session.ts";
import { Slices } from "../slices.ts";
import { pagesWith } from "./pagesWith.ts";

/** What the client can do. */
interface Client {
  /** Whether it can ask its user about some of the edits. */
  readonly canConfirm: () => boolean;
  /** Whether it can rename files as part of an edit. */
  readonly canRename: () => boolean;
}

const SIDEBAR = /(?:^|\/)sidebars?\.(?:[cm]?[jt]s|json)$/;

export function renameHandlers(connection: Connection, session: Session, client: Client): void {
  connection.onPrepareRename(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    const found = at && renamableAt(at, position);
    if (!at || !found) return null;
    if (found.kind === "refused") throw refusal(found.reason);
    return { range: toRange(at.page.lines, found.span), placeholder: found.name };
  });

  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token) => {
    const slices = new Slices(token);
    const before = session.at(uri);
    const found = before && renamableAt(before, position);
    if (!before || !found) return null;
    if (found.kind === "refused") throw refusal(found.reason);
    if (!before.snapshot.complete) throw refusal("Not all files have been read yet: try again in a moment");
    const read = new Map<string, ReadPage>();
    for await (const page of pagesWith(session, uri, before.snapshot, found, slices))
      read.set(page.path, page);
    const canMove = client.canRename() && !(await isInSidebar(uri, before, found.address, slices));
    const at = session.at(uri);
    if (!at) return null;
    const paths = new Set([...found.paths, ...read.keys()]);
    const changed = before.page === at.page ? changedOf(at.snapshot, read) : at.page.path;
    if (changed !== undefined) throw refusal(`${changed} has just been changed: try again in a moment`);
    for (const path of paths) {
      if (!isSame(at.snapshot.pages.get(path), read.get(path)))
        throw refusal(`${path} has just been changed: try again in a moment`);
    }
    const renaming = renameAt(at, position, newName, read, canMove);
    if (renaming.kind === "refused") throw refusal(renaming.reason);
    return toRenameEdit(at, renaming, (one) => session.versionOf(one), client.canConfirm());
  });

  /** Whether the sidebar of a site names a page: it is a program, which is not changed. */
  async function isInSidebar(
    uri: string,
    { snapshot }: At,
    address: string | undefined,
    slices: Slices,
  ): Promise<boolean> {
    if (!address) return false;
    const files = [...snapshot.links.files].filter((path) => SIDEBAR.test(path));
    const texts = await slices.all(files, (path) => session.textIn(uri, path));
    return texts.some((text) => new RegExp(`["'\`/]${address}["'\`]`).test(text));
  }
}

function renamableAt({ snapshot, page }: At, position: Position): Renamable | undefined {
  const offset = offsetAt(page.lines, position, page.text.length);
  return renamableId(snapshot, page, offset) ?? renamableTerm(snapshot, page, offset);
}

function renameAt(
  { snapshot, page }: At,
  position: Position,
  newName: string,
  read: ReadonlyMap<string, ReadPage>,
  canMove: boolean,
): Renaming {
  const offset = offsetAt(page.lines, position, page.text.length);
  return renamableId(snapshot, page, offset)
    ? renameId(snapshot, page, offset, newName, read, canMove)
    : renameTerm(snapshot, page, offset, newName, read, canMove);
}

/** An open page that somebody has typed in since it was read; `undefined` where there is none. */
function changedOf({ pages }: Snapshot, read: ReadonlyMap<string, ReadPage>): string | undefined {
  return [...read].find(([path, page]) => isRead(pages.get(path)) && pages.get(path) !== page)?.[0];
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
