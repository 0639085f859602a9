/** What a reader asks for: hover, completion, definition, links. The domains answer; here it becomes LSP. */
import type { Connection } from "vscode-languageserver";
import { complete, definition, describe, documentLinks, hover, offsetAt } from "../../glossary/index.ts";
import { type CompletionData, toCompletions, toDocumentLink, toHover, toLocationLink } from "../convert.ts";
import type { At, Session } from "../session.ts";

/** `CompletionTriggerKind.Invoked`: the user asked, or typed a letter of a word. */
const INVOKED = 1;

export function readingHandlers(connection: Connection, session: Session): void {
  connection.onHover(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    const found = at && hover(at.snapshot, at.page, offsetIn(at, position));
    return found ? toHover(at, at.page.lines, found) : null;
  });

  connection.onCompletion(({ textDocument, position, context }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const invoked = (context?.triggerKind ?? INVOKED) === INVOKED;
    const typing = { invoked, trigger: context?.triggerCharacter };
    return toCompletions(
      at.uri,
      at.page.lines,
      complete(at.snapshot, at.page, offsetIn(at, position), typing),
    );
  });

  connection.onCompletionResolve((item) => {
    const { uri, domain, id } = (item.data ?? {}) as Partial<CompletionData>;
    const at = uri === undefined ? undefined : session.at(uri);
    const value =
      at && domain !== undefined && id !== undefined ? describe(at.snapshot, domain, id) : undefined;
    return value === undefined ? item : { ...item, documentation: { kind: "markdown", value } };
  });

  connection.onDefinition(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const found = definition(at.snapshot, at.page, offsetIn(at, position));
    return found.map((one) => toLocationLink(at, at.page.lines, one));
  });

  connection.onDocumentLinks(({ textDocument }) => {
    const at = session.at(textDocument.uri);
    return at
      ? documentLinks(at.snapshot, at.page).map((one) => toDocumentLink(at, at.page.lines, one))
      : null;
  });
}

function offsetIn({ page }: At, position: { line: number; character: number }): number {
  return offsetAt(page.lines, position, page.text.length);
}
