/** Carries out what the server proposes. */
import { Uri, WorkspaceEdit, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit as Proposal } from "vscode-languageclient";
import { isStill } from "./isStill.ts";

/** `refused`: a document has moved on meanwhile, which the user has been told. */
export type Applied = "applied" | "refused" | "failed";

/** Whether all documents are still those that an edit was made for; says so where one is not. */
export async function areStill({ documentChanges = [] }: Proposal): Promise<boolean> {
  for (const change of documentChanges)
    if (
      "edits" in change &&
      !(await isStill(Uri.parse(change.textDocument.uri), change.textDocument.version))
    )
      return false;
  return true;
}

/**
 * Applies an edit. New files are on disk with their text at once; whether other files are saved, where there are
 * several, is a setting of VS Code.
 */
export async function apply(client: BaseLanguageClient, proposal: Proposal): Promise<Applied> {
  if (!(await areStill(proposal))) return "refused";
  return (await carryOut(client, proposal)) ? "applied" : "failed";
}

async function carryOut(
  client: BaseLanguageClient,
  { documentChanges: changes = [] }: Proposal,
): Promise<boolean> {
  const created = new Map<string, string>();
  const others: typeof changes = [];
  for (const change of changes)
    if ("kind" in change && change.kind === "create") created.set(change.uri, "");
    else if ("edits" in change && created.has(change.textDocument.uri))
      created.set(
        change.textDocument.uri,
        change.edits.map((one) => ("newText" in one ? one.newText : "")).join(""),
      );
    else others.push(change);
  const rest = await client.protocol2CodeConverter.asWorkspaceEdit({ documentChanges: others });
  const options = { isRefactoring: true };
  if (created.size === 0) return await workspace.applyEdit(rest, options);
  // Nothing is changed where a file cannot be made. What makes files renames none.
  const edit = new WorkspaceEdit();
  for (const [uri, text] of created)
    edit.createFile(Uri.parse(uri), { contents: new TextEncoder().encode(text) });
  for (const [uri, edits] of rest.entries()) edit.set(uri, edits);
  return await workspace.applyEdit(edit, options);
}
