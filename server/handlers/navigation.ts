/** References, highlights, outline and code lenses: of terms, decision records and increments. */
import {
  type CodeLens,
  type Connection,
  DocumentHighlightKind,
  type DocumentSymbol,
  type Location,
  SymbolKind,
} from "vscode-languageserver";
import {
  adrHighlights,
  adrLenses,
  adrReferences,
  adrSymbols,
  type IncrementSymbol,
  idHighlights,
  idReferences,
  incrementLenses,
  incrementSymbols,
  offsetAt,
  pagesAbout,
  type Span,
  searchFor,
  type Term,
  type TermUse,
  termAt,
  termUses,
} from "../../glossary/index.ts";
import { toLocation, toRange } from "../convert.ts";
import { OPEN_ADR, SHOW_USES } from "../protocol.ts";
import type { At, Session } from "../session.ts";
import { Slices } from "../slices.ts";
import { pagesWith } from "./pagesWith.ts";

/** `others`: lenses on the same document, of performance. */
export function navigationHandlers(
  connection: Connection,
  session: Session,
  others: (uri: string, slices: Slices) => Promise<readonly CodeLens[]>,
): void {
  connection.onReferences(async ({ textDocument, position, context: { includeDeclaration } }, token) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const offset = offsetAt(at.page.lines, position, at.page.text.length);
    const uses =
      idReferences(at.snapshot, at.page, offset)?.filter(({ defines }) => includeDeclaration || !defines) ??
      adrReferences(at.snapshot, at.page, offset);
    if (uses) return uses.map((use) => toLocation(at, use));
    const term = termAt(at.snapshot, at.page, offset);
    return term ? await usesOf(at, term, includeDeclaration, new Slices(token)) : null;
  });

  /** Uses in running text are known only of open pages: the others are read. */
  async function usesOf(
    { uri, uriOf, snapshot }: At,
    term: Term,
    all: boolean,
    slices: Slices,
  ): Promise<Location[]> {
    const wanted = { paths: pagesAbout(snapshot, term), search: searchFor(term) };
    const found: Location[] = [];
    for await (const page of pagesWith(session, uri, snapshot, wanted, slices)) {
      const place = uriOf(page.path);
      for (const { span, defines } of termUses(snapshot, page, term))
        if (all || !defines) found.push({ uri: place, range: toRange(page.lines, span) });
    }
    return found;
  }

  connection.onDocumentHighlight(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const offset = offsetAt(at.page.lines, position, at.page.text.length);
    const uses: readonly { readonly span: Span; readonly defines?: boolean }[] | undefined =
      idHighlights(at.snapshot, at.page, offset) ??
      adrHighlights(at.page, offset) ??
      termHighlights(at, offset);
    return (
      uses?.map(({ span, defines }) => ({
        range: toRange(at.page.lines, span),
        kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })) ?? null
    );
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const at = session.at(textDocument.uri);
    return at ? [...incrementSymbols(at.page).map((one) => idSymbol(at, one)), ...decisionSymbols(at)] : null;
  });

  connection.onCodeLens(async ({ textDocument }, token) => {
    const at = session.reportsOn(textDocument.uri) ? session.at(textDocument.uri) : undefined;
    if (!at) return null;
    const own = [
      ...adrLenses(at.snapshot, at.page),
      ...incrementLenses(at.snapshot, at.page).map((one) => ({ ...one, opens: undefined })),
    ].map(({ span, title, opens, shows }): CodeLens => {
      const range = toRange(at.page.lines, span);
      const command = opens
        ? { title, command: OPEN_ADR, arguments: [at.uriOf(opens.path)] }
        : {
            title,
            command: SHOW_USES,
            arguments: [textDocument.uri, range.start, shows.map((use) => toLocation(at, use))],
          };
      return { range, command };
    });
    return [...own, ...(await others(textDocument.uri, new Slices(token)))];
  });
}

function termHighlights({ snapshot, page }: At, offset: number): TermUse[] | undefined {
  const term = termAt(snapshot, page, offset);
  return term && termUses(snapshot, page, term);
}

const KINDS: Readonly<Record<IncrementSymbol["kind"], SymbolKind>> = {
  story: SymbolKind.Interface,
  criterion: SymbolKind.Property,
  task: SymbolKind.Method,
  other: SymbolKind.Constant,
};

function idSymbol(at: At, { kind, name, detail, span, nameSpan, children }: IncrementSymbol): DocumentSymbol {
  return {
    name,
    detail,
    kind: KINDS[kind],
    range: toRange(at.page.lines, span),
    selectionRange: toRange(at.page.lines, nameSpan),
    children: children.map((one) => idSymbol(at, one)),
  };
}

function decisionSymbols({ page }: At): DocumentSymbol[] {
  return adrSymbols(page).map(({ name, detail, span, nameSpan }) => ({
    name,
    detail,
    kind: SymbolKind.Event,
    range: toRange(page.lines, span),
    selectionRange: toRange(page.lines, nameSpan),
  }));
}
