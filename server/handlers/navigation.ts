/** References, highlights, outline and code lenses. The domains answer; here it becomes LSP. */
import type { CodeLens, Connection, Location } from "vscode-languageserver";
import { highlights, lenses, offsetAt, type References, references, symbols } from "../../glossary/index.ts";
import { toHighlight, toLens, toLocation, toRange, toSymbol } from "../convert.ts";
import type { ReadNow } from "../edits.ts";
import type { At, Session } from "../session.ts";
import { Slices } from "../slices.ts";
import { pagesWith } from "./pagesWith.ts";

/** `others`: lenses on the same document that have to read files first. */
export function navigationHandlers(
  connection: Connection,
  session: Session,
  others: (uri: string, slices: Slices) => Promise<readonly CodeLens[]>,
): void {
  connection.onReferences(async ({ textDocument, position, context: { includeDeclaration } }, token) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const offset = offsetAt(at.page.lines, position, at.page.text.length);
    const found = references(at.snapshot, at.page, offset);
    if (!found) return null;
    const isWanted = ({ defines }: { readonly defines: boolean }) => includeDeclaration || !defines;
    return found.kind === "known"
      ? found.uses.filter(isWanted).map((use) => toLocation(at, use))
      : await searched(at, found, isWanted, new Slices(token));
  });

  async function searched(
    { uri, uriOf, snapshot }: At,
    found: Extract<References, { kind: "search" }>,
    isWanted: (use: { readonly defines: boolean }) => boolean,
    slices: Slices,
  ): Promise<Location[]> {
    const all: Location[] = [];
    const read: ReadNow = (path, search) => session.pageIn(uri, path, search);
    for await (const page of pagesWith(read, snapshot, found, slices)) {
      const place = uriOf(page.path);
      for (const use of found.usesOn(page))
        if (isWanted(use)) all.push({ uri: place, range: toRange(page.lines, use.span) });
    }
    return all;
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

  connection.onCodeLens(async ({ textDocument }, token) => {
    const at = session.reportsOn(textDocument.uri) ? session.at(textDocument.uri) : undefined;
    if (!at) return null;
    const own = lenses(at.snapshot, at.page).map((one) => toLens(at, textDocument.uri, at.page.lines, one));
    return [...own, ...(await others(textDocument.uri, new Slices(token)))];
  });
}
