/** Quick fixes, and what the client's commands need. */
import { type CodeAction, CodeActionKind, type Connection } from "vscode-languageserver";
import { copyStarter, fixesAt, newTerm, type OnFailure, offsetAt, RULES } from "../../glossary/index.ts";
import { toDiagnostic, toWorkspaceEdit } from "../convert.ts";
import {
  COPY_STARTER,
  type CopyStarterParams,
  type CopyStarterResult,
  NEW_TERM,
  type NewTermParams,
  type NewTermResult,
} from "../protocol.ts";
import type { Session } from "../session.ts";

export function actionHandlers(connection: Connection, session: Session, failed: OnFailure): void {
  connection.onCodeAction(({ textDocument, range, context }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
    const { lines, text } = at.page;
    const span = {
      start: offsetAt(lines, range.start, text.length),
      end: offsetAt(lines, range.end, text.length),
    };
    const versionOf = (uri: string) => session.versionOf(uri);
    return fixesAt(RULES, at.snapshot, at.page, span, failed).map(
      ({ diagnostic, fix }): CodeAction => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(at, diagnostic)],
        isPreferred: fix.preferred ?? false,
        edit: toWorkspaceEdit(at, fix.changes, versionOf),
      }),
    );
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
