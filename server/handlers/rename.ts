/** Renames what has a name: asks the engine for a plan, reads what it needs, and hands out the edits. */
import type { Connection, Position } from "vscode-languageserver";
import {
  finishRename,
  isRead,
  offsetAt,
  planRename,
  type ReadPage,
  type Snapshot,
} from "../../glossary/index.ts";
import { toRange, toRenameEdit } from "../convert.ts";
import type { At, Session } from "../session.ts";
import { Slices } from "../slices.ts";
import { pagesWith } from "./pagesWith.ts";
import { refusal } from "./refuse.ts";

/** What the client can do. */
interface Client {
  /** Whether it can ask its user about some of the edits. */
  readonly canConfirm: () => boolean;
  /** Whether it can rename files as part of an edit. */
  readonly canRename: () => boolean;
}

export function renameHandlers(connection: Connection, session: Session, client: Client): void {
  connection.onPrepareRename(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    const plan = at && planAt(at, position);
    return at && plan ? { range: toRange(at.page.lines, plan.span), placeholder: plan.name } : null;
  });

  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token) => {
    const slices = new Slices(token);
    const before = session.at(uri);
    const plan = before && planAt(before, position);
    if (!before || !plan) return null;
    if (!before.snapshot.complete) throw refusal("Not all files have been read yet: try again in a moment");
    const needs = plan.needs();
    const pages = new Map<string, ReadPage | undefined>(needs.paths.map((path) => [path, undefined]));
    for await (const page of pagesWith(session, uri, before.snapshot, needs, slices))
      pages.set(page.path, page);
    const texts = new Map<string, string>();
    for (const path of needs.besides) {
      await slices.next();
      texts.set(path, (await session.textIn(uri, path)) ?? "");
    }
    const at = session.at(uri);
    if (!at) return null;
    const typed = typedIn(at.snapshot, pages);
    if (typed !== undefined) throw refusal(`${typed} has just been changed: try again in a moment`);
    const renaming = finishRename(plan, at.snapshot, newName, { pages, texts }, client.canRename());
    if (renaming.kind === "refused") throw refusal(renaming.reason);
    return toRenameEdit(at, renaming, (one) => session.versionOf(one), client.canConfirm());
  });
}

/** The path of an open page that somebody has typed in since it was read; `undefined` where there is none. */
function typedIn({ pages }: Snapshot, read: ReadonlyMap<string, ReadPage | undefined>): string | undefined {
  return [...read].find(([path, page]) => isRead(pages.get(path)) && pages.get(path) !== page)?.[0];
}

function planAt({ snapshot, page }: At, position: Position) {
  const plan = planRename(snapshot, page, offsetAt(page.lines, position, page.text.length));
  if (plan?.kind === "refused") throw refusal(plan.reason);
  return plan;
}
