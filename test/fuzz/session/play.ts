/** Plays a session with the server, and compares what it answers with what a server says that has just begun. */
import { plain } from "../answers.ts";
import type { Fault } from "../effects.ts";
import { BETWEEN } from "../property.ts";
import type { World } from "../world.ts";
import { type Act, type Ask, EDITING, READING } from "./acts.ts";
import { put } from "./asks.ts";
import { answerText, type DocumentEdit, editsIn, textAfter } from "./fitting.ts";
import { connectInMemory, memoryFiles } from "./memory.ts";
import { Player } from "./player.ts";

export interface Script {
  /** What is on disk, and what is open, when it begins. */
  readonly world: World;
  readonly acts: readonly Act[];
}

export interface Played {
  readonly asked: number;
  readonly compared: number;
  readonly faults: readonly Fault[];
}

/** What happens to documents and files, the same for every server. */
export class Stage {
  readonly disk: Map<string, string>;
  readonly player: Player;
  /** Files that have changed without a word to the server. */
  readonly untold = new Map<string, 1 | 2 | 3>();
  readonly #write: (path: string, text: string | undefined) => void;

  constructor(
    player: Player,
    disk: Map<string, string>,
    write: (path: string, text: string | undefined) => void = () => {},
  ) {
    this.player = player;
    this.disk = disk;
    this.#write = write;
  }

  /** Does what an act says, unless it is a question. */
  do(act: Act): void {
    const { player, disk } = this;
    switch (act.do) {
      case "open": {
        const text = disk.get(act.path);
        if (text !== undefined && isDocument(act.path) && !player.documents.has(act.path))
          player.open(act.path, text);
        return;
      }
      case "type":
        player.type(act.path, act.text);
        return;
      case "save": {
        const text = player.documents.get(act.path)?.text;
        if (text === undefined) return;
        this.#put(act.path, text, true);
        player.notify("textDocument/didSave", { textDocument: { uri: player.uriOf(act.path) } });
        return;
      }
      case "close":
        player.close(act.path);
        this.untold.delete(act.path);
        return;
      case "disk":
        this.#put(act.path, act.text, act.told);
        return;
      case "tell":
        for (const [path, type] of this.untold) player.happened(path, type);
        this.untold.clear();
        return;
      default:
        return;
    }
  }

  #put(path: string, text: string | undefined, told: boolean): void {
    const type = text === undefined ? 3 : this.disk.has(path) ? 2 : 1;
    if (text === undefined) this.disk.delete(path);
    else this.disk.set(path, text);
    this.#write(path, text);
    if (!told) this.untold.set(path, type);
    else {
      this.player.happened(path, type);
      this.untold.delete(path);
    }
  }
}

export function isDocument(path: string): boolean {
  return /\.(?:mdx?|ya?ml|jsonc?)$/.test(path);
}

/** How often answers that edit nothing are compared: each so many-th. */
const READ_EACH = 4;

/** Plays a script with a server in this process; with `only`, stops at the first fault of that property. */
export async function playInMemory({ world, acts }: Script, only?: string): Promise<Played> {
  const disk = new Map(world.texts);
  const stage = new Stage(new Player(connectInMemory(memoryFiles(disk))), disk);
  const { player } = stage;
  await player.begin();
  for (const path of world.open) stage.do({ do: "open", path });
  const faults = new Map<string, Fault>();
  let [asked, compared] = [0, 0];
  const note = (property: string, detail: string) => {
    if (!faults.has(property)) faults.set(property, { property, detail });
  };
  const end = (): Played => {
    player.end();
    return { asked, compared, faults: [...faults.values()] };
  };
  for (const act of acts) {
    if (act.do === "nonsense") {
      if (act.answers) await player.request(act.method, act.params).catch(() => {});
      else player.notify(act.method, act.params);
    } else if (act.do === "ask") {
      await settled();
      const answer = await put(player, act.ask);
      asked++;
      const edits = EDITING.some((one) => one === act.ask.what);
      const wanted = only === undefined || only.endsWith(BETWEEN + act.ask.what);
      if (wanted && (edits || asked % READ_EACH === 0 || only !== undefined)) {
        compared++;
        await compare(stage, act.ask, answer, note);
      }
    } else if (act.do === "race") {
      const answer = put(player, act.ask);
      const later = movedAsk(act, player.documents.get(act.path)?.text ?? "");
      for (let i = 0; i < act.turns; i++) await new Promise((resolve) => setImmediate(resolve));
      stage.do({ do: "type", path: act.path, text: act.text });
      asked++;
      const wanted = only === undefined || only.endsWith(BETWEEN + act.ask.what);
      const late = await answer;
      await settled();
      if (wanted) await compareLate(stage, later, late, note);
    } else stage.do(act);
    if (only !== undefined && faults.has(only)) return end();
  }
  stage.do({ do: "tell" });
  await settled();
  for (const ask of lastAsks(stage)) {
    if (only !== undefined && !only.endsWith(BETWEEN + ask.what)) continue;
    compared++;
    await compare(stage, ask, await put(player, ask), note);
  }
  for (const error of player.heard.errors) note(`logs an error${BETWEEN}${error.slice(0, 80)}`, error);
  return end();
}

/** The question as it is about the text that was typed: behind what was put in above, its place is farther on. */
function movedAsk({ ask, path, text }: Extract<Act, { do: "race" }>, before: string): Ask {
  if (ask.path !== path || !text.endsWith(before)) return ask;
  return { ...ask, offset: Math.min(ask.offset, before.length) + text.length - before.length };
}

/** What is asked in the end, of all documents that are open. */
export function lastAsks({ player, disk }: Stage): Ask[] {
  const [first = ""] = [...disk.keys()];
  return [...player.documents].flatMap(([path, { text }]) =>
    [...READING, "actions" as const, "link first uses" as const].map(
      (what): Ask => ({ what, path, offset: Math.floor(text.length / 2), word: first }),
    ),
  );
}

/** More turns of the event loop than it takes to read some files. */
const TURNS = 40;

/** Lets the server take in what it has been told. */
async function settled(): Promise<void> {
  for (let i = 0; i < TURNS; i++) await new Promise((resolve) => setImmediate(resolve));
}

type Note = (property: string, detail: string) => void;

async function compare(stage: Stage, ask: Ask, answer: unknown, note: Note): Promise<void> {
  const { player, disk, untold } = stage;
  const failure = answer as { readonly error?: string; readonly code?: number } | null;
  if (failure?.error !== undefined && failure.code === -32603)
    note(`fails${BETWEEN}${ask.what}`, failure.error);
  for (const { textDocument, edits } of editsIn(answer)) {
    const path = pathOf(player, textDocument.uri);
    if (path === undefined) {
      note(`edits outside of the workspace${BETWEEN}${ask.what}`, textDocument.uri);
      continue;
    }
    const open = player.documents.get(path);
    const text = open?.text ?? disk.get(path);
    if (text === undefined || untold.has(path)) continue;
    if (open && textDocument.version !== null && textDocument.version !== open.version)
      note(
        `edits another version${BETWEEN}${ask.what}`,
        `${path}: ${textDocument.version}, not ${open.version}`,
      );
    const after = textAfter(text, edits);
    if ("fault" in after) note(`edits where nothing is${BETWEEN}${ask.what}`, `${path}: ${after.fault}`);
  }
  const right = await freshAnswer(stage, ask);
  if (untold.size === 0) {
    const [own, fresh] = [answerText(answer), answerText(right)];
    if (own !== fresh)
      note(
        `not as a server that has just begun${BETWEEN}${ask.what}`,
        `${ask.path}\n    this one: ${around(own, fresh)}\n    fresh: ${around(fresh, own)}`,
      );
    return;
  }
  for (const path of untold.keys()) {
    if (player.documents.has(path)) continue;
    const own = plain(ofPath(player, answer, path));
    const fresh = plain(ofPath(player, right, path));
    // To refuse is always right.
    if (own !== "[]" && own !== fresh)
      note(
        `edits a file as it was before${BETWEEN}${ask.what}`,
        `${path}: ${JSON.stringify(disk.get(path))?.slice(0, 300)}\n    this one: ${own.slice(0, 400)}\n    fresh: ${fresh.slice(0, 400)}`,
      );
  }
}

/** Edits that came after the document was changed: they are for the state before, and say so, or are right now. */
async function compareLate(stage: Stage, ask: Ask, answer: unknown, note: Note): Promise<void> {
  const { player } = stage;
  const right = await freshAnswer(stage, ask);
  // An editor refuses the whole of what is about a version that it no longer has.
  const late = ([path, { version }]: readonly [string, { readonly version: number }]) =>
    ofPath(player, answer, path).some(
      ({ textDocument: one }) => one.version !== null && one.version < version,
    );
  if ([...player.documents].some(late)) return;
  for (const path of player.documents.keys()) {
    const own = ofPath(player, answer, path);
    const fresh = ofPath(player, right, path);
    if (own.length > 0 && plain(own) !== plain(fresh))
      note(
        `gives an edit for the state before as one of now${BETWEEN}${ask.what}`,
        `${path}\n    this one: ${plain(own).slice(0, 400)}\n    fresh: ${plain(fresh).slice(0, 400)}`,
      );
  }
}

function ofPath(player: Player, answer: unknown, path: string): DocumentEdit[] {
  return editsIn(answer).filter(({ textDocument }) => pathOf(player, textDocument.uri) === path);
}

function pathOf(player: Player, uri: string): string | undefined {
  const root = `${player.uriOf("")}/`;
  const plainUri = decodeURIComponent(uri);
  return plainUri.startsWith(decodeURIComponent(root))
    ? plainUri.slice(decodeURIComponent(root).length)
    : undefined;
}

/** What a server answers that has just read what is there. */
async function freshAnswer({ player, disk }: Stage, ask: Ask): Promise<unknown> {
  const fresh = new Player(connectInMemory(memoryFiles(new Map(disk))));
  await fresh.begin();
  for (const [path, { text, version }] of player.documents) fresh.open(path, text, version);
  await settled();
  const answer = await put(fresh, ask);
  fresh.end();
  return answer;
}

function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return text.slice(Math.max(0, at - 160), at + 200);
}
