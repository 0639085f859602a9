/** What a reader asks for: hover, completion, definition, links. All of it looks up; nothing is parsed. */
import type { Connection } from "vscode-languageserver";
import {
  completedTerm,
  completion,
  definition,
  documentLinks,
  hover,
  offsetAt,
  termMarkdown,
} from "../../glossary/index.ts";
import {
  type CompletionData,
  toCompletionItem,
  toDocumentLink,
  toHover,
  toLocationLink,
} from "../convert.ts";
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
    const { items, incomplete } = completion(at.snapshot, at.page, offsetIn(at, position), invoked);
    return {
      isIncomplete: incomplete,
      items: items.map((one, rank) => toCompletionItem(at.uri, at.page.lines, one, rank)),
    };
  });

  connection.onCompletionResolve((item) => {
    const { uri, term: id } = (item.data ?? {}) as Partial<CompletionData>;
    const at = uri === undefined ? undefined : session.at(uri);
    const term = at && id !== undefined ? completedTerm(at.snapshot, id) : undefined;
    return term ? { ...item, documentation: { kind: "markdown", value: termMarkdown(term) } } : item;
  });

  connection.onDefinition(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    return definition(at.snapshot, at.page, offsetIn(at, position)).map((one) =>
      toLocationLink(at, at.page.lines, one),
    );
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
