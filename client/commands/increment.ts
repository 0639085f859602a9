/** The commands for increments: new, and what is added to one. Each is one edit that one undo takes back. */
import {
  Position,
  Range,
  Selection,
  SnippetString,
  SnippetTextEdit,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  ADD_TO_INCREMENT,
  type AddToIncrementParams,
  type AddToIncrementResult,
  INCREMENTS,
  type IncrementLayout,
  type IncrementsParams,
  type IncrementsResult,
  NEW_INCREMENT,
  type NewIncrementParams,
  type NewIncrementResult,
} from "../../server/protocol.ts";
import { apply, areStill } from "./apply.ts";
import type { Command } from "./command.ts";
import { here, offerFirst, today } from "./context.ts";
import { isStill } from "./isStill.ts";
import { snippetOf } from "./snippetOf.ts";

/** What callers that know it already can pass to a command instead of being asked. */
interface Given {
  readonly title?: string;
  /** The id of a layout. What it asks can be answered, too, by key: `priority`. */
  readonly layout?: string;
  /** A document or folder in the workspace folder that is meant, and the folder of the increment. */
  readonly uri?: string;
  readonly folder?: string;
  /** Keys: `US-1`, `AC-US1-1`. */
  readonly story?: string;
  readonly criteria?: readonly string[];
}

type Current = NonNullable<IncrementsResult["current"]>;
type Story = Current["stories"][number];
type Add = AddToIncrementParams["add"];

export const INCREMENT_COMMANDS: readonly Command[] = [
  { id: "specGlossary.newIncrement", run: (client, argument) => newIncrement(client, givenBy(argument)) },
  {
    id: "specGlossary.newUserStory",
    run: (client, argument) =>
      addTo(client, givenBy(argument), "Add a user story to which increment?", async () => ({
        what: "story",
      })),
  },
  {
    id: "specGlossary.newCriterion",
    run: (client, argument) =>
      addTo(client, givenBy(argument), "Add a criterion to which increment?", criterion),
  },
  {
    id: "specGlossary.newTask",
    run: (client, argument) => addTo(client, givenBy(argument), "Add a task to which increment?", task),
  },
];

function givenBy(argument: unknown): Given {
  return argument instanceof Uri ? { uri: argument.toString() } : ((argument ?? {}) as Given);
}

/** What is known of an increment before somebody is asked for it. */
export interface Meant {
  readonly uri?: string | undefined;
  readonly folder?: string | undefined;
  /** True where the user wants to choose, whatever is at hand. */
  readonly choose?: boolean;
}

/** What the argument of a command says: a document or folder of the explorer, or what a caller knows. */
export function meant(given: unknown): Meant {
  if (given instanceof Uri) return { uri: given.toString() };
  const { uri, folder } = (given ?? {}) as { uri?: unknown; folder?: unknown };
  return {
    uri: typeof uri === "string" ? uri : undefined,
    folder: typeof folder === "string" ? folder : undefined,
  };
}

/** The increment that is meant: the one given, the one at hand, the only one, or the one that is picked. */
export async function pickIncrement(
  client: BaseLanguageClient,
  title: string,
  { uri: given, folder: known, choose = false }: Meant,
): Promise<{ readonly uri: string; readonly current: Current } | undefined> {
  const uri = given ?? (await here())?.toString();
  if (!uri) return undefined;
  const editor = window.activeTextEditor;
  const position = editor?.document.uri.toString() === uri ? editor?.selection.active : undefined;
  const ask = async (params: Omit<IncrementsParams, "uri">) =>
    await client.sendRequest<IncrementsResult | null>(INCREMENTS, { uri, ...params });
  const found = await ask({ ...(position && { position }), ...(known !== undefined && { folder: known }) });
  if (!found || found.increments.length === 0) {
    const message = "No increments were found in this workspace folder.";
    await offerFirst(message, "New Increment", "specGlossary.newIncrement");
    return undefined;
  }
  if (found.current && !choose) return { uri, current: found.current };
  const folder = await pickFolder(found.increments, title, choose);
  const picked = folder === undefined ? undefined : await ask({ folder });
  return picked ? picked.current && { uri, current: picked.current } : undefined;
}

async function pickFolder(
  increments: IncrementsResult["increments"],
  title: string,
  choose: boolean,
): Promise<string | undefined> {
  const open = increments.filter(({ closed }) => !closed);
  if (!choose && (increments.length === 1 || open.length === 1)) return (open[0] ?? increments[0])?.folder;
  const items = [...open, ...increments.filter(({ closed }) => closed)].map((one) => ({
    label: one.name,
    description: one.status,
    detail: one.title === one.name ? "" : one.title,
    folder: one.folder,
  }));
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(items, options))?.folder;
}

async function newIncrement(client: BaseLanguageClient, given: Given): Promise<void> {
  const uri = given.uri ?? (await here())?.toString();
  const found = uri && (await client.sendRequest<IncrementsResult | null>(INCREMENTS, { uri }));
  if (!uri || !found) return;
  const layout = found.layouts.find(({ id }) => id === given.layout) ?? (await pickLayout(found.layouts));
  if (!layout) return;
  const title = given.title ?? (await askTitle(layout));
  if (!title?.trim()) return;
  const answers = await answersTo(layout.asks, given as Readonly<Record<string, unknown>>);
  if (!answers) return;
  const instant = new Date().toISOString().replace(/\.\d+/, "");
  const wanted: NewIncrementParams = { uri, title, layout: layout.id, answers, date: today(), instant };
  const result = await client.sendRequest<NewIncrementResult | null>(NEW_INCREMENT, wanted);
  if (!result || !(await create(client, result)))
    await window.showErrorMessage("The increment could not be created.");
}

/** The answers to what a layout asks, by key; `undefined` where the user gives up. */
async function answersTo(
  asks: IncrementLayout["asks"],
  given: Readonly<Record<string, unknown>>,
): Promise<Record<string, string> | undefined> {
  const answers: Record<string, string> = {};
  for (const { key, title, values, another } of asks) {
    const known = given[key];
    const [only] = values;
    if (typeof known === "string" && known !== "") answers[key] = known;
    else if (only !== undefined && values.length === 1 && another === undefined) answers[key] = only;
    else if (only !== undefined) {
      const picked = await pick(title, another === undefined ? values : [...values, another]);
      if (picked === undefined) return undefined;
      if (picked !== another) answers[key] = picked;
    }
  }
  return answers;
}

/** The only layout in use, else the one that is picked. */
async function pickLayout(all: readonly IncrementLayout[]): Promise<IncrementLayout | undefined> {
  const items = all.flatMap((layout) =>
    layout.isOffered ? [{ label: layout.label, description: layout.about, layout }] : [],
  );
  if (items.length === 1) return items[0]?.layout;
  return (await window.showQuickPick(items, { title: "In which layout?" }))?.layout;
}

async function askTitle({ unit }: IncrementLayout): Promise<string | undefined> {
  return await window.showInputBox({
    title: `New ${unit.slice(0, 1).toUpperCase()}${unit.slice(1)}`,
    prompt: "What changes, in a few words",
    placeHolder: "Pay by invoice",
    validateInput: (value) =>
      /\p{L}/u.test(value) || value === "" ? undefined : "A title needs at least one letter",
  });
}

async function pick(title: string, values: readonly string[]): Promise<string | undefined> {
  return await window.showQuickPick([...values], { title });
}

/** Adds what `choose` says; nothing where it says nothing. */
async function addTo(
  client: BaseLanguageClient,
  given: Given,
  title: string,
  choose: (current: Current, given: Given) => Promise<Add | undefined>,
): Promise<void> {
  const found = await pickIncrement(client, title, given);
  const add = found && (await choose(found.current, given));
  if (!found || !add) return;
  const params: AddToIncrementParams = { uri: found.uri, folder: found.current.folder, add };
  const result = await client.sendRequest<AddToIncrementResult>(ADD_TO_INCREMENT, params);
  if (result.kind === "left") return;
  if (result.kind === "refused") await window.showWarningMessage(result.reason);
  else if (!(await (result.kind === "create" ? create(client, result) : insert(client, result))))
    await window.showErrorMessage("The change could not be applied.");
}

async function criterion(current: Current, given: Given): Promise<Add | undefined> {
  const { story: ofStory, criterion: what, whole } = current.words;
  if (ofStory === undefined) return { what: "criterion" };
  const orWhole = given.story === undefined ? whole : undefined;
  // At a requirement, another one is meant.
  if (orWhole && current.requirement) return { what: "criterion" };
  const title = orWhole ? "What is the criterion for?" : `Add a ${what} to which ${ofStory}?`;
  const story = await pickStory(current, given, title, orWhole);
  if (story === "whole") return { what: "criterion" };
  if (story) return { what: "criterion", story: story.key };
  if (current.stories.length === 0)
    await window.showWarningMessage(
      `There is no ${ofStory} to add a ${what} to: begin with “New User Story”.`,
    );
  return undefined;
}

async function task(current: Current, given: Given): Promise<Add | undefined> {
  const { story: ofStory } = current.words;
  if (!current.tasksOfStories || ofStory === undefined) return { what: "task", criteria: [] };
  const story = await pickStory(current, given, `A task for which ${ofStory}?`);
  if (!story || story === "whole")
    return current.stories.length === 0 ? { what: "task", criteria: [] } : undefined;
  const criteria = given.criteria ?? (await pickCriteria(story, current.criterion));
  return criteria && { what: "task", story: story.key, criteria };
}

/** The story that is meant, the only one, or the one that is picked; or the whole increment, where that may be picked. */
async function pickStory(
  { stories, story }: Current,
  given: Given,
  title: string,
  orWhole?: Current["words"]["whole"],
): Promise<Story | "whole" | undefined> {
  const key = given.story ?? story;
  const known = stories.length === 1 && !orWhole ? stories[0] : stories.find((one) => one.key === key);
  if (known || (stories.length === 0 && !orWhole)) return known;
  const items = stories.map((one) => ({
    label: one.id,
    description: one.id === one.title ? "" : one.title,
    one: one as Story | "whole",
  }));
  const all = orWhole
    ? [...items, { label: orWhole.label, description: orWhole.about, one: "whole" as const }]
    : items;
  return (await window.showQuickPick(all, { title, matchOnDescription: true }))?.one;
}

/** The criteria that a task satisfies: the one at the cursor, the only one, or those that are picked. */
async function pickCriteria(
  { criteria }: Story,
  at: string | undefined,
): Promise<readonly string[] | undefined> {
  const meant = criteria.find(({ key }) => key === at) ?? (criteria.length === 1 ? criteria[0] : undefined);
  if (meant) return [meant.key];
  if (criteria.length === 0) return [];
  const items = criteria.map((one) => ({
    label: one.id,
    detail: one.title,
    picked: !one.covered,
    key: one.key,
    description: one.covered ? "" : "covered by no task yet",
  }));
  const title = "Which criteria does the task satisfy?";
  const picked = await window.showQuickPick(items, { title, canPickMany: true, matchOnDetail: true });
  return picked?.map(({ key }) => key);
}

/** Creates documents, and selects the first field of the one to begin with. */
async function create(
  client: BaseLanguageClient,
  { uri, edit, field }: NewIncrementResult,
): Promise<boolean> {
  const applied = await apply(client, edit);
  if (applied !== "applied") return applied === "refused";
  const editor = await window.showTextDocument(Uri.parse(uri), { preview: false });
  editor.selection = new Selection(
    field.start.line,
    field.start.character,
    field.end.line,
    field.end.character,
  );
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

/** Puts text into a document; Tab leads from one field to the next. */
async function insert(
  client: BaseLanguageClient,
  { uri: target, version, position, text, edit }: Extract<AddToIncrementResult, { kind: "insert" }>,
): Promise<boolean> {
  const uri = Uri.parse(target);
  // Fields can be filled in only where the document is shown.
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  const whole = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!(await isStill(uri, version)) || !(await areStill(edit))) return true;
  const at = new Position(position.line, position.character);
  const snippet = SnippetTextEdit.insert(at, new SnippetString(snippetOf(text)));
  // Adds to what is there.
  whole.set(uri, [snippet]);
  if (!(await workspace.applyEdit(whole))) return false;
  const end = at.translate(text.split("\n").length - 1);
  editor.revealRange(new Range(at, end), TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}
