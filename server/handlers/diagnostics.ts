/** Diagnostics: pulled where the client can, else pushed. */
import { type Connection, type Diagnostic, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { diagnose, hash, type OnFailure, RULES } from "../../glossary/index.ts";
import { toDiagnostic } from "../convert.ts";
import type { Session } from "../session.ts";

/** Answers pull requests. A result that is the same as the one the client has is not sent again. */
export function pullDiagnostics(connection: Connection, session: Session, failed: OnFailure): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    await session.bringSql(textDocument.uri);
    const items = diagnosticsOf(session, textDocument.uri, failed);
    const resultId = String(hash(JSON.stringify(items)));
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

/** Sends the diagnostics of all open documents. */
export function pushDiagnostics(connection: Connection, session: Session, failed: OnFailure): void {
  for (const { uri, version } of session.openDocuments) {
    void session.bringSql(uri)?.then(() => pushDiagnostics(connection, session, failed));
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(session, uri, failed) });
  }
}

function diagnosticsOf(session: Session, uri: string, failed: OnFailure): Diagnostic[] {
  const at = session.reportsOn(uri) ? session.at(uri) : undefined;
  return at ? diagnose(RULES, at.snapshot, at.page, failed).map((one) => toDiagnostic(at, one)) : [];
}
