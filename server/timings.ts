/** Says for each message how long it waited, how long it ran, and what was made anew for it; at first it says nothing. */
import type { Message, MessageReader, MessageStrategy } from "vscode-languageserver";
import type { Files } from "./host.ts";

/** What is told: nothing, what took long, or everything. */
export type TimingsLevel = "off" | "slow" | "all";

/** What takes as long as this, in milliseconds with the time that it waited, is noticed while typing. */
const SLOW = 100;

/** What the engines have made so far. */
export interface Made {
  /** How many pages have been read. */
  readonly pages: number;
  /** What follows from all pages of each workspace folder, by name. */
  readonly indexes: ReadonlyMap<object, ReadonlyMap<string, unknown>>;
}

interface Watched {
  /** Makes nothing itself. */
  made(): Made;
  /** What a document is called. */
  nameOf(uri: string): string;
  say(line: string): void;
}

export class Timings implements MessageStrategy {
  level: TimingsLevel = "off";
  #watched: Watched | undefined;
  /** When messages came that wait for their turn. */
  readonly #received = new WeakMap<Message, number>();

  /** How many files have been read. */
  #files = 0;

  /** From now on the server can be asked what it has made. */
  watch(watched: Watched): void {
    this.#watched = watched;
  }

  /** Sees when messages come in. */
  seeing(reader: MessageReader): MessageReader {
    const listen = reader.listen.bind(reader);
    reader.listen = (callback) =>
      listen((message) => {
        if (this.level !== "off") this.#received.set(message, performance.now());
        callback(message);
      });
    return reader;
  }

  /** Counts the files that are read. */
  counting(files: Files): Files {
    const read = (path: string) => {
      this.#files++;
      return files.read(path);
    };
    return { ...files, read };
  }

  handleMessage(message: Message, next: (message: Message) => void | Promise<void>): void | Promise<void> {
    const { method, params } = message as { readonly method?: string; readonly params?: unknown };
    // Answers to what the server has asked have no method, and `$/` is the protocol's own.
    if (this.level === "off" || !method || method.startsWith("$/")) return next(message);
    const start = performance.now();
    const waited = start - (this.#received.get(message) ?? start);
    return this.#time(method, uriIn(params), waited, async () => await next(message));
  }

  /** Runs work of the server's own, for which nothing has waited. */
  run(name: string, work: () => void): void {
    if (this.level === "off") work();
    else void this.#time(name, undefined, undefined, async () => work());
  }

  async #time(
    name: string,
    uri: string | undefined,
    waited: number | undefined,
    work: () => Promise<void>,
  ): Promise<void> {
    const watched = this.#watched;
    const before = watched?.made();
    const files = this.#files;
    const start = performance.now();
    try {
      await work();
    } finally {
      const ran = performance.now() - start;
      if (watched && before && (this.level === "all" || (waited ?? 0) + ran >= SLOW)) {
        const about = uri === undefined ? name : `${name} ${watched.nameOf(uri)}`;
        const times = [...(waited === undefined ? [] : [`waited ${inMs(waited)}`]), `ran ${inMs(ran)}`];
        watched.say(
          `${about}: ${times.join(", ")}; ${madeSince(watched.made(), before, this.#files - files)}`,
        );
      }
    }
  }
}

function madeSince(now: Made, before: Made, files: number): string {
  const rebuilt = new Set<string>();
  for (const [folder, all] of now.indexes)
    for (const [name, index] of all)
      if (index !== undefined && index !== before.indexes.get(folder)?.get(name)) rebuilt.add(name);
  const read = [count(files, "file"), count(now.pages - before.pages, "page")];
  const parts = [list("read", read.flat()), list("rebuilt", [...rebuilt])].flat();
  return parts.length > 0 ? parts.join("; ") : "rebuilt nothing";
}

function list(verb: string, what: readonly string[]): string[] {
  return what.length > 0 ? [`${verb} ${what.join(", ")}`] : [];
}

function count(number: number, one: string): string[] {
  return number > 0 ? [`${number} ${one}${number === 1 ? "" : "s"}`] : [];
}

function inMs(time: number): string {
  return `${time.toFixed(1)} ms`;
}

/** The document that a message is about. */
function uriIn(params: unknown): string | undefined {
  const { textDocument, uri } = (params ?? {}) as { textDocument?: { uri?: unknown }; uri?: unknown };
  const found = textDocument?.uri ?? uri;
  return typeof found === "string" ? found : undefined;
}
