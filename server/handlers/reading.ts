/** What a reader asks for: hover, completion, definition, links. All of it looks up; nothing is parsed. */
import type { Connection } from "vscode-languageserver";
import {
  adrCompletion,
  adrDefinition,
  adrHover,
  completedTerm,
  completion,
  definition,
  documentLinks,
  hover,
  idDefinition,
  idHover,
  incrementCompletion,
  offsetAt,
  quantityHover,
  termMarkdown,
} from "../../glossary/index.ts";
import {
  type CompletionData,
  toAdrItem,
  toCompletionItem,
  toDocumentLink,
  toHover,
  toIncrementItem,
  toLocationLink,
} from "../convert.ts";
import type { At, Session } from "../session.ts";

/** `CompletionTriggerKind.Invoked`: the user asked, or typed a letter of a word. */
const INVOKED = 1;

export function readingHandlers(connection: Connection, session: Session): void {
  connection.onHover(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    const offset = at ? offsetIn(at, position) : 0;
    const found =
      at &&
      (idHover(at.snapshot, at.page, offset) ??
        adrHover(at.snapshot, at.page, offset) ??
        hover(at.snapshot, at.page, offset) ??
        quantityHover(at.snapshot, at.page, offset));
    return found ? toHover(at, at.page.lines, found) : null;
  });

  connection.onCompletion(({ textDocument, position, context }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const fields = incrementCompletion(at.snapshot, at.page, offsetIn(at, position));
    if (fields) return fields.map((one, i) => toIncrementItem(at.page.lines, one, i));
    const adrs = adrCompletion(at.snapshot, at.page, offsetIn(at, position));
    if (adrs.length > 0) return adrs.map((one, i) => toAdrItem(at.page.lines, one, i));
    // After other characters there is only something to offer for decisions and fields.
    if (context?.triggerCharacter === "-" || context?.triggerCharacter === ":") return [];
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
    const offset = offsetIn(at, position);
    const own = [
      ...idDefinition(at.snapshot, at.page, offset),
      ...adrDefinition(at.snapshot, at.page, offset),
    ];
    const found = own.length > 0 ? own : definition(at.snapshot, at.page, offset);
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
