/** Diagnostics: pulled where the client can, else pushed. */
import { type Connection, type Diagnostic, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { diagnose, hash, type OnFailure, RULES } from "../../glossary/index.ts";
import { toDiagnostic } from "../convert.ts";
import type { Session } from "../session.ts";

/** What is reported, and how. */
export interface Reporting {
  readonly failed: OnFailure;
  /** The editor says itself where a file breaks its JSON schema. */
  readonly schemaShown: boolean;
}

/** Answers pull requests. A result that is the same as the one the client has is not sent again. */
export function pullDiagnostics(connection: Connection, session: Session, reporting: Reporting): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    await session.bringSql(textDocument.uri);
    const items = diagnosticsOf(session, textDocument.uri, reporting);
    const resultId = String(hash(JSON.stringify(items)));
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
}

/** Sends the diagnostics of all open documents. */
export function pushDiagnostics(connection: Connection, session: Session, reporting: Reporting): void {
  for (const { uri, version } of session.openDocuments) {
    void session.bringSql(uri)?.then(() => pushDiagnostics(connection, session, reporting));
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(session, uri, reporting) });
  }
}

function diagnosticsOf(session: Session, uri: string, { failed, schemaShown }: Reporting): Diagnostic[] {
  const at = session.reportsOn(uri) ? session.at(uri) : undefined;
  if (!at) return [];
  return diagnose(RULES, at.snapshot, at.page, failed)
    .filter(({ inSchema }) => !(inSchema && schemaShown))
    .map((one) => toDiagnostic(at, one));
}
