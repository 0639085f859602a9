/** The real server within this process, over files in memory. */
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
} from "vscode-jsonrpc/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import type { Files } from "../../../server/host.ts";
import { serve } from "../../../server/serve.ts";

/** The end of a connection where messages arrive. */
class Reader extends AbstractMessageReader {
  readonly #waiting: string[] = [];
  #take: DataCallback | undefined;

  listen(callback: DataCallback): Disposable {
    this.#take = callback;
    return { dispose: () => {} };
  }

  /** Takes a message in as a copy, in a turn of its own. */
  send(message: Message): void {
    this.#waiting.push(JSON.stringify(message));
    setImmediate(() => {
      const next = this.#waiting.shift();
      if (next !== undefined) this.#take?.(JSON.parse(next));
    });
  }
}

class Writer extends AbstractMessageWriter {
  readonly #to: Reader;

  constructor(to: Reader) {
    super();
    this.#to = to;
  }

  async write(message: Message): Promise<void> {
    this.#to.send(message);
  }

  end(): void {}
}

/** The files of a workspace folder, by path. */
export function memoryFiles(disk: ReadonlyMap<string, string>): Files {
  const below = (at: readonly string[]) => (path: string) =>
    at.some((one) => one === "" || one === path || path.startsWith(`${one}/`));
  return {
    list: async (at = [""]) => [...disk.keys()].filter(below(at)).sort(),
    // As from a disk: what is read comes in a later turn, and other messages in between.
    read: async (path) => {
      await new Promise((resolve) => setImmediate(resolve));
      return disk.get(path) ?? { path, reason: "it is not there", gone: true };
    },
    modified: async (path) => (disk.has(path) ? Date.now() : Number.NaN),
    stamp: async () => undefined,
  };
}

/** A connection to a server that reads these files, whatever folder it is told of. */
export function connectInMemory(files: Files): MessageConnection {
  const [up, down] = [new Reader(), new Reader()];
  const connection = createConnection(ProposedFeatures.all, up, new Writer(down));
  serve(connection, {
    platform: "posix",
    filesIn: () => files,
    storeFor: () => undefined,
    loadSql: () => Promise.reject(new Error("queries are not looked at here")),
  });
  return createMessageConnection(down, new Writer(up));
}
