/** Renames what has a name: asks the engine for a plan, reads what it needs, and hands out the edits. */
import type { Connection, Position } from "vscode-languageserver";
import { beginRename, offsetAt, planRename, type ReadPage, type Snapshot } from "../../glossary/index.ts";
import { toRange } from "../convert.ts";
import type { Edits } from "../edits.ts";
import type { Session } from "../session.ts";
import { Slices } from "../slices.ts";
import { pagesWith } from "./pagesWith.ts";
import { refusal } from "./refuse.ts";

/** What the client can do. */
interface Client {
  /** Whether it can rename files as part of an edit. */
  readonly canRename: () => boolean;
}

export function renameHandlers(connection: Connection, session: Session, edits: Edits, client: Client): void {
  connection.onPrepareRename(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    const plan = at && planAt(at.snapshot, at.page, position);
    return at && plan ? { range: toRange(at.page.lines, plan.span), placeholder: plan.name } : null;
  });

  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token) => {
    const slices = new Slices(token);
    const version = session.versionOf(uri);
    const at = () => {
      // The place is one in the version that it was asked for.
      if (session.versionOf(uri) === version) return session.at(uri);
      throw refusal(`${session.at(uri)?.page.path ?? uri} has just been changed: try again in a moment`);
    };
    return (
      (await edits.renaming({ uri, at }, async ({ snapshot, page }, read) => {
        const plan = planAt(snapshot, page, position);
        if (!plan) return undefined;
        if (!snapshot.complete) throw refusal("Not all files have been read yet: try again in a moment");
        const needs = plan.needs();
        const texts = new Map<string, string>();
        for (const path of needs.besides) {
          await slices.next();
          const text = await session.textIn(uri, path);
          if (text !== undefined) texts.set(path, text);
        }
        const work = beginRename(plan, snapshot, newName, texts, client.canRename());
        if ("kind" in work) throw refusal(work.reason);
        for await (const one of pagesWith(read, snapshot, needs, slices)) work.take(one);
        const renaming = work.finish();
        if (renaming.kind === "refused") throw refusal(renaming.reason);
        return renaming;
      })) ?? null
    );
  });
}

function planAt(snapshot: Snapshot, page: ReadPage, position: Position) {
  const plan = planRename(snapshot, page, offsetAt(page.lines, position, page.text.length));
  if (plan?.kind === "refused") throw refusal(plan.reason);
  return plan;
}
