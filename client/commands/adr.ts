/** The commands for decision records: new, supersede, status, number. Each is one edit that one undo takes back. */
import { Selection, TextEditorRevealType, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  ADR_EDIT,
  ADR_FOLDERS,
  ADR_LOG,
  type AdrEditParams,
  type AdrEditResult,
  type AdrFoldersResult,
  type AdrLogResult,
  type AdrTemplateId,
  type Left,
  NEW_ADR,
  type NewAdrParams,
  type NewAdrResult,
  OPEN_ADR,
} from "../../server/protocol.ts";
import { apply } from "./apply.ts";
import type { Command } from "./command.ts";
import { here, offerFirst, today } from "./context.ts";

/** What callers that know it already can pass to a command instead of being asked. */
interface Given {
  readonly title?: string;
  readonly template?: AdrTemplateId;
  readonly folder?: string | undefined;
  readonly uri?: string;
  readonly by?: string;
  readonly status?: string;
}

export const ADR_COMMANDS: readonly Command[] = [
  {
    id: "specGlossary.newAdr",
    run: (client, argument) => {
      const given = givenBy(argument);
      return newAdr(client, { ...given, folder: given.folder ?? folderOf(given) });
    },
  },
  { id: "specGlossary.supersedeAdr", run: (client, argument) => supersede(client, givenBy(argument)) },
  { id: "specGlossary.setAdrStatus", run: (client, argument) => setStatus(client, givenBy(argument)) },
  { id: "specGlossary.renumberAdr", run: (client, argument) => renumber(client, givenBy(argument)) },
  {
    id: OPEN_ADR,
    alone: true,
    run: async (_, uri) => await window.showTextDocument(Uri.parse(uri as string)),
  },
];

function givenBy(argument: unknown): Given {
  return argument instanceof Uri ? { uri: argument.toString() } : ((argument ?? {}) as Given);
}

/** The folder of the explorer that the command was given on; `undefined` for a whole workspace folder. */
function folderOf({ uri }: Given): string | undefined {
  const folder = uri === undefined ? undefined : Uri.parse(uri);
  const root = folder && workspace.getWorkspaceFolder(folder)?.uri.path;
  return (root && folder.path.slice(root.length + 1)) || undefined;
}

async function newAdr(client: BaseLanguageClient, given: Given, supersedes?: Uri): Promise<void> {
  const uri = supersedes ?? (given.uri === undefined ? await here() : Uri.parse(given.uri));
  if (!uri) return;
  const found = await client.sendRequest<AdrFoldersResult | null>(ADR_FOLDERS, { uri: uri.toString() });
  if (!found) return;
  const title = given.title ?? (await askTitle());
  if (!title?.trim()) return;
  // The successor belongs beside the record that it supersedes.
  const beside =
    supersedes && found.folders.find((one) => supersedes.path.includes(`/${one.folder}/`))?.folder;
  const folder = given.folder ?? beside ?? (await pickFolder(found));
  if (folder === undefined) return;
  const known = found.folders.find((one) => one.folder === folder)?.template;
  const template = given.template ?? known ?? (await pickTemplate(found));
  if (!template) return;
  const params: NewAdrParams = {
    uri: uri.toString(),
    title: title.trim(),
    template,
    folder,
    date: today(),
    ...(supersedes && { supersedes: supersedes.toString() }),
  };
  const result = await client.sendRequest<NewAdrResult | Left | null>(NEW_ADR, params);
  if (result && "kind" in result) return;
  const applied = result ? await apply(client, result.edit) : "failed";
  if (!result || applied !== "applied") {
    if (applied === "failed") await window.showErrorMessage("The decision record could not be created.");
    return;
  }
  const editor = await window.showTextDocument(Uri.parse(result.uri), { preview: false });
  const { start, end } = result.field;
  editor.selection = new Selection(start.line, start.character, end.line, end.character);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function supersede(client: BaseLanguageClient, given: Given): Promise<void> {
  const found = await record(client, given, "Which decision does not hold any more?");
  if (!found) return;
  const old = found.uri;
  if (given.title !== undefined) return newAdr(client, given, old);
  const by = given.by ?? (await pickSuccessor(client, found));
  if (by === undefined) return;
  if (by === "") return newAdr(client, given, old);
  await change(client, { uri: old.toString(), change: { kind: "supersede", by } });
}

async function setStatus(client: BaseLanguageClient, given: Given): Promise<void> {
  const found = await record(client, given, "The status of which decision?");
  if (!found) return;
  const status = given.status ?? (await pickStatus(client, found));
  if (status) await change(client, { uri: found.uri.toString(), change: { kind: "status", status } });
}

const STATES = ["Draft", "Proposed", "Accepted", "Rejected", "Deprecated"];

async function pickStatus(client: BaseLanguageClient, { uri, name }: Found): Promise<string | undefined> {
  const found = await client.sendRequest<AdrFoldersResult | null>(ADR_FOLDERS, { uri: uri.toString() });
  const states = [...new Set([...STATES, ...(found?.statuses ?? [])])];
  return await window.showQuickPick(states, { title: "Set ADR Status", placeHolder: name });
}

async function renumber(client: BaseLanguageClient, given: Given): Promise<void> {
  const found = await record(client, given, "Which decision gets the next free number?");
  if (!found) return;
  await change(client, { uri: found.uri.toString(), change: { kind: "renumber" } });
}

/** Carries out a change, and shows the record. */
async function change(client: BaseLanguageClient, params: AdrEditParams): Promise<void> {
  const result = await client.sendRequest<AdrEditResult>(ADR_EDIT, params);
  if (result.kind === "left") return;
  if (result.kind === "refused") {
    await window.showWarningMessage(result.reason);
    return;
  }
  const applied = await apply(client, result.edit);
  if (applied === "failed") await window.showErrorMessage("The change could not be applied.");
  else if (applied === "applied") await window.showTextDocument(Uri.parse(result.opens ?? params.uri));
}

interface Found {
  readonly uri: Uri;
  /** What it is called in the next question. */
  readonly name: string;
}

/** The record that is meant: the one given, the one at hand, or the one that is picked. */
async function record(client: BaseLanguageClient, given: Given, title: string): Promise<Found | undefined> {
  if (given.uri !== undefined) {
    const uri = Uri.parse(given.uri);
    return { uri, name: uri.path.slice(uri.path.lastIndexOf("/") + 1) };
  }
  const at = await here();
  const entries = at ? await log(client, at) : [];
  const open = window.activeTextEditor?.document.uri.toString();
  const own = entries.find(({ uri }) => Uri.parse(uri).toString() === open);
  const items = entries.map(toItem);
  const options = { title, matchOnDescription: true };
  const picked = own ? toItem(own) : items.length > 0 && (await window.showQuickPick(items, options));
  if (!picked) return undefined;
  return { uri: Uri.parse(picked.uri), name: [picked.label, picked.description].filter(Boolean).join(" · ") };
}

async function pickSuccessor(client: BaseLanguageClient, old: Found): Promise<string | undefined> {
  const others = (await log(client, old.uri)).filter(
    ({ uri }) => Uri.parse(uri).toString() !== old.uri.toString(),
  );
  const create = { label: "$(add) New decision record…", description: "", uri: "" };
  const picked = await window.showQuickPick([create, ...others.map(toItem)], {
    title: "Superseded by which decision?",
    placeHolder: old.name,
    matchOnDescription: true,
  });
  return picked?.uri;
}

async function log(client: BaseLanguageClient, uri: Uri): Promise<AdrLogResult["entries"]> {
  const result = await client.sendRequest<AdrLogResult | null>(ADR_LOG, { uri: uri.toString() });
  const entries = result?.entries.filter(({ setAside, inline }) => !setAside && !inline) ?? [];
  if (entries.length === 0) {
    const message = "No decision records were found in this workspace folder.";
    await offerFirst(message, "New ADR", "specGlossary.newAdr");
  }
  return entries;
}

function toItem({ label, title, status, uri }: AdrLogResult["entries"][number]) {
  return { label: label ? `${label}: ${title}` : title, description: status, uri };
}

async function askTitle(): Promise<string | undefined> {
  return await window.showInputBox({
    title: "New ADR",
    prompt: "What is decided, in a few words",
    placeHolder: "Keep carts in the database",
    validateInput: (value) =>
      /\p{L}/u.test(value) || value === "" ? undefined : "A title needs at least one letter",
  });
}

async function pickFolder({ folders }: AdrFoldersResult): Promise<string | undefined> {
  if (folders.length < 2) return folders[0]?.folder;
  const items = folders.map(({ folder, count }) => ({
    label: folder === "" ? "." : folder,
    description: `${count} ${count === 1 ? "record" : "records"}`,
    folder,
  }));
  return (await window.showQuickPick(items, { title: "New ADR in which folder?" }))?.folder;
}

async function pickTemplate({ templates }: AdrFoldersResult): Promise<AdrTemplateId | undefined> {
  const items = templates.map(({ id, name, about }) => ({ label: name, detail: about, id }));
  return (await window.showQuickPick(items, { title: "New ADR in which style?" }))?.id;
}
