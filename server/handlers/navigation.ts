/** References, highlights, outline and code lenses. The domains answer; here it becomes LSP. */
import type { CodeLens, Connection, Location } from "vscode-languageserver";
import { highlights, lenses, offsetAt, type References, references, symbols } from "../../glossary/index.ts";
import { toHighlight, toLens, toLocation, toRange, toSymbol } from "../convert.ts";
import type { At, Session } from "../session.ts";
import { pathsWith } from "./pathsWith.ts";

/** `others`: lenses on the same document that have to read files first. */
export function navigationHandlers(
  connection: Connection,
  session: Session,
  others: (uri: string) => Promise<readonly CodeLens[]>,
): void {
  connection.onReferences(async ({ textDocument, position, context: { includeDeclaration } }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const offset = offsetAt(at.page.lines, position, at.page.text.length);
    const found = references(at.snapshot, at.page, offset);
    if (!found) return null;
    const isWanted = ({ defines }: { readonly defines: boolean }) => includeDeclaration || !defines;
    return found.kind === "known"
      ? found.uses.filter(isWanted).map((use) => toLocation(at, use))
      : await searched(at, found, isWanted);
  });

  async function searched(
    { uri, uriOf, snapshot }: At,
    found: Extract<References, { kind: "search" }>,
    isWanted: (use: { readonly defines: boolean }) => boolean,
  ): Promise<Location[]> {
    const paths = await pathsWith(session, uri, snapshot, found);
    const pages = await Promise.all(paths.map((path) => session.pageIn(uri, path)));
    return pages.flatMap((page) =>
      page
        ? found
            .usesOn(page)
            .filter(isWanted)
            .map(({ span }) => ({ uri: uriOf(page.path), range: toRange(page.lines, span) }))
        : [],
    );
  }

  connection.onDocumentHighlight(({ textDocument, position }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const offset = offsetAt(at.page.lines, position, at.page.text.length);
    return highlights(at.snapshot, at.page, offset)?.map((use) => toHighlight(at.page.lines, use)) ?? null;
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const at = session.at(textDocument.uri);
    return at ? symbols(at.page).map((one) => toSymbol(at.page.lines, one)) : null;
  });

  connection.onCodeLens(async ({ textDocument }) => {
    const at = session.reportsOn(textDocument.uri) ? session.at(textDocument.uri) : undefined;
    if (!at) return null;
    const own = lenses(at.snapshot, at.page).map((one) => toLens(at, textDocument.uri, at.page.lines, one));
    return [...own, ...(await others(textDocument.uri))];
  });
}
