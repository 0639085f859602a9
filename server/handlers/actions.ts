/** Quick fixes, and what the client's commands need. */
import { type CodeAction, CodeActionKind, type Connection } from "vscode-languageserver";
import {
  copyStarter,
  linkFirstUses,
  newTerm,
  type OnFailure,
  offsetAt,
  sourceToCompare,
} from "../../glossary/index.ts";
import { toWorkspaceEdit } from "../convert.ts";
import {
  COMPARE_DEFINITIONS,
  COPY_STARTER,
  type CopyStarterParams,
  type CopyStarterResult,
  NEW_TERM,
  type NewTermParams,
  type NewTermResult,
} from "../protocol.ts";
import type { Session } from "../session.ts";
import { FIX_ALL, type FixClient, Fixes } from "./fixes.ts";

/** Links the first use of each term in each section; can be run on save. */
export const LINK_FIRST_USES: CodeActionKind = "source.specGlossary.linkFirstUses";

/** Kinds are trees: `source` asks for `source.specGlossary` too. */
function contains(wanted: CodeActionKind, kind: CodeActionKind): boolean {
  return wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** What the client can do. */
interface Client extends FixClient {
  /** Whether it has a command. */
  readonly canRun: (command: string) => boolean;
}

export function actionHandlers(
  connection: Connection,
  session: Session,
  failed: OnFailure,
  client: Client,
): void {
  const fixes = new Fixes(connection, session, failed, client);
  connection.onCodeAction(async ({ textDocument, range, context: { only } }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    // Nobody wants it while writing, so it is offered only where it was asked for.
    const asked = (kind: CodeActionKind) => only?.some((one) => one !== "" && contains(one, kind)) === true;
    const actions: CodeAction[] = [];
    if (asked(LINK_FIRST_USES)) {
      const change = linkFirstUses(at.snapshot, at.page, failed);
      const edit = change && toWorkspaceEdit(at, [change], (uri) => session.versionOf(uri));
      if (edit) actions.push({ title: "Link first uses", kind: LINK_FIRST_USES, edit });
    }
    if (asked(FIX_ALL)) actions.push(...fixes.safe(at));
    if (only && !only.some((kind) => contains(kind, CodeActionKind.QuickFix))) return actions;
    const { lines, text } = at.page;
    const span = {
      start: offsetAt(lines, range.start, text.length),
      end: offsetAt(lines, range.end, text.length),
    };
    actions.push(...(await fixes.at(at, range)));
    const source = client.canRun(COMPARE_DEFINITIONS)
      ? sourceToCompare(at.snapshot, at.page, span, failed)
      : undefined;
    if (source !== undefined) actions.push(comparison(at.uriOf(source), at.uri));
    return actions;
  });

  connection.onRequest<NewTermResult | null, void>(NEW_TERM, async ({ uri, name }: NewTermParams) => {
    const place = await session.placeOf(uri);
    if (!place) return null;
    const result = newTerm(place.snapshot, name);
    if (result.kind === "known") return { kind: "known", uri: place.uriOf(result.path) };
    return { kind: "new", uri: place.uriOf(result.change.path), text: result.change.text };
  });

  connection.onRequest<CopyStarterResult | null, void>(COPY_STARTER, async ({ uri }: CopyStarterParams) => {
    const place = await session.placeOf(uri);
    return place && copyStarter(place.snapshot).map(({ path, text }) => ({ uri: place.uriOf(path), text }));
  });
}

function comparison(source: string, copy: string): CodeAction {
  const title = "Compare the definitions";
  const command = { title, command: COMPARE_DEFINITIONS, arguments: [source, copy] };
  return { title, kind: CodeActionKind.QuickFix, command };
}
