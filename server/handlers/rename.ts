/** Renames what has a name: asks the engine for a plan, reads what it needs, and hands out the edits. */
import { type Connection, ErrorCodes, type Position, ResponseError } from "vscode-languageserver";
import { finishRename, offsetAt, planRename } from "../../glossary/index.ts";
import { toRange, toRenameEdit } from "../convert.ts";
import type { At, Session } from "../session.ts";
import { pathsWith } from "./pathsWith.ts";

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

  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    const before = session.at(uri);
    const plan = before && planAt(before, position);
    if (!before || !plan) return null;
    if (!before.snapshot.complete) throw refusal("Not all files have been read yet: try again in a moment");
    const needs = plan.needs();
    const paths = await pathsWith(session, uri, before.snapshot, needs);
    const [pages, texts] = await Promise.all([
      allOf(paths, (path) => session.pageIn(uri, path)),
      allOf(needs.besides, async (path) => (await session.textIn(uri, path)) ?? ""),
    ]);
    const at = session.at(uri);
    if (!at) return null;
    const renaming = finishRename(plan, at.snapshot, newName, { pages, texts }, client.canRename());
    if (renaming.kind === "refused") throw refusal(renaming.reason);
    return toRenameEdit(at, renaming, (one) => session.versionOf(one), client.canConfirm());
  });
}

function planAt({ snapshot, page }: At, position: Position) {
  const plan = planRename(snapshot, page, offsetAt(page.lines, position, page.text.length));
  if (plan?.kind === "refused") throw refusal(plan.reason);
  return plan;
}

async function allOf<T>(
  paths: readonly string[],
  read: (path: string) => Promise<T>,
): Promise<Map<string, T>> {
  return new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
}

/** Editors show the message beside the name. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}
