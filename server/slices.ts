/** Long work in slices: between them other requests are answered, and it ends where nobody waits for it any more. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { nextTurn } from "./host.ts";

/** How long others wait for a slice, in milliseconds. */
const SLICE = 8;

export class Slices {
  readonly #token: CancellationToken;
  #until = performance.now() + SLICE;

  constructor(token: CancellationToken) {
    this.#token = token;
  }

  /** To be awaited before each piece of the work. Throws where the request was cancelled. */
  async next(): Promise<void> {
    if (performance.now() < this.#until) return;
    await nextTurn();
    this.#check();
    this.#until = performance.now() + SLICE;
  }

  /** What is worked out elsewhere, such as the index. Throws as soon as the request is cancelled; that goes on. */
  async wait<T>(work: Promise<T>): Promise<T> {
    this.#check();
    let listener: { dispose(): void } | undefined;
    const cancelled = new Promise<never>((_, reject) => {
      listener = this.#token.onCancellationRequested(() => reject(cancellation()));
    });
    try {
      return await Promise.race([work, cancelled]);
    } finally {
      listener?.dispose();
    }
  }

  /** What `read` gives for each of `some`, one after the other; without those for which it gives nothing. */
  async all<T, U>(some: Iterable<T>, read: (one: T) => Promise<U | undefined>): Promise<U[]> {
    const found: U[] = [];
    for (const one of some) {
      await this.next();
      const result = await read(one);
      if (result !== undefined) found.push(result);
    }
    return found;
  }

  #check(): void {
    if (this.#token.isCancellationRequested) throw cancellation();
  }
}

function cancellation(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled");
}
