/** A long session with the real server as a process of its own, over files on a disk. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import type { Fault } from "../effects.ts";
import { BETWEEN } from "../property.ts";
import { allSamples } from "../samples.ts";
import { type Ask, EDITING, READING } from "./acts.ts";
import { put } from "./asks.ts";
import { answerText } from "./fitting.ts";
import { isDocument, type Script, Stage } from "./play.ts";
import { Player } from "./player.ts";
import { drawScript } from "./script.ts";

export interface LongPlayed {
  readonly acts: number;
  readonly asked: number;
  readonly compared: number;
  readonly faults: readonly Fault[];
}

/** How many questions may be open at once. */
const AT_ONCE = 16;
/** How long an answer may take, in milliseconds. */
const PATIENCE = 60_000;

/** Plays so many random acts with the server in `bundle`, then compares all it says with a server that begins now. */
export async function playLong(bundle: string, seed: number, count: number): Promise<LongPlayed> {
  return playWithProcess(bundle, drawScript(seed, [allSamples()], count));
}

async function playWithProcess(bundle: string, { world, acts }: Script): Promise<LongPlayed> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "spec glossary ")));
  const write = (path: string, text: string | undefined) => {
    const file = join(folder, path);
    if (text === undefined) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };
  for (const [path, text] of world.texts) write(path, text);
  const faults = new Map<string, Fault>();
  const note = (property: string, detail: string) => {
    if (!faults.has(property)) faults.set(property, { property, detail });
  };
  const servers: Server[] = [];
  const begin = async () => {
    const server = startServer(bundle, folder);
    servers.push(server);
    await server.player.begin();
    return server.player;
  };
  let asked = 0;
  let compared = 0;
  try {
    const player = await begin();
    const stage = new Stage(player, new Map(world.texts), write);
    for (const path of world.open) stage.do({ do: "open", path });
    const waiting = new Set<Promise<unknown>>();
    const send = (what: string, answer: Promise<unknown>) => {
      asked++;
      const done = soon(answer)
        .catch((error: Error) => note(`does not answer${BETWEEN}${what}`, error.message))
        .finally(() => waiting.delete(done));
      waiting.add(done);
    };
    for (const act of acts) {
      if (act.do === "ask") send(act.ask.what, put(player, act.ask));
      else if (act.do === "race") {
        send(act.ask.what, put(player, act.ask));
        stage.do({ do: "type", path: act.path, text: act.text });
      } else if (act.do !== "nonsense") stage.do(act);
      else if (act.answers)
        send(
          "nonsense",
          player.request(act.method, act.params).catch(() => {}),
        );
      else player.notify(act.method, act.params);
      while (waiting.size >= AT_ONCE) await Promise.race(waiting);
      if (servers[0]?.process.exitCode !== null) break;
    }
    await Promise.all(waiting);
    stage.do({ do: "tell" });
    if (servers[0]?.process.exitCode === null) {
      const fresh = await begin();
      for (const [path, { text, version }] of player.documents) fresh.open(path, text, version);
      for (const ask of lastAsksOf(stage)) {
        const answer = await agreed(player, fresh, ask);
        compared++;
        if (answer) note(`not as a server that has just begun${BETWEEN}${ask.what}`, `${ask.path}${answer}`);
      }
    } else note("ends", `with ${servers[0]?.process.exitCode}`);
    for (const error of player.heard.errors) note(`logs an error${BETWEEN}${error.slice(0, 80)}`, error);
  } finally {
    for (const { player, process: child } of servers) {
      player.end();
      child.kill();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return { acts: acts.length, asked, compared, faults: [...faults.values()] };
}

interface Server {
  readonly player: Player;
  readonly process: ChildProcess;
}

function startServer(bundle: string, folder: string): Server {
  const child = spawn(process.execPath, [bundle, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return { player: new Player(connection, pathToFileURL(folder).toString()), process: child };
}

/** Everything that can be asked, of each document at two places. */
function lastAsksOf({ player, disk }: Stage): Ask[] {
  const [word = ""] = [...disk.keys()].filter((path) => /adr|decision/.test(path));
  return [...player.documents]
    .filter(([path]) => isDocument(path))
    .flatMap(([path, { text }]) =>
      [...READING, ...EDITING].flatMap((what) =>
        [0.2, 0.7].map((share): Ask => ({ what, path, offset: Math.floor(text.length * share), word })),
      ),
    );
}

/** How often is asked again: what has been told may not have been read yet. */
const TRIES = 8;

/** What two servers answer differently; `undefined` where they agree, at once or soon. */
async function agreed(one: Player, other: Player, ask: Ask): Promise<string | undefined> {
  for (let i = 0; ; i++) {
    const [own, fresh] = [answerText(await soon(put(one, ask))), answerText(await soon(put(other, ask)))];
    if (own === fresh) return undefined;
    if (i === TRIES) return `\n    this one: ${around(own, fresh)}\n    fresh: ${around(fresh, own)}`;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return text.slice(Math.max(0, at - 160), at + 200);
}

function soon<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE / 1000} s`)), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
