/** Reports are plain text: what in them leads to files is told beside them. */
import { type Disposable, DocumentLink, languages, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ReportLink } from "../../server/protocol.ts";

/** Makes the pieces of the reports of a scheme lead to their lines. */
export function registerReportLinks(
  client: BaseLanguageClient,
  scheme: string,
  linksOf: (report: Uri) => readonly ReportLink[],
): Disposable {
  const toLink = ({ range, uri, line }: ReportLink) =>
    new DocumentLink(
      client.protocol2CodeConverter.asRange(range),
      Uri.parse(uri).with({ fragment: `L${line + 1}` }),
    );
  const provideDocumentLinks = ({ uri }: { readonly uri: Uri }) => linksOf(uri).map(toLink);
  return languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks });
}
