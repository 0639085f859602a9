/**
 * Pages kept on disk, so that a repository which has been read once is known the next time without reading it
 * again. One file for each workspace folder, in a folder that belongs to the program alone.
 */
import { mkdirSync, statSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { hash, type Page } from "../glossary/index.ts";
import { nextTurn, type PageStore, type StoredPage } from "./host.ts";

/** How many pages are turned into bytes, or back, before requests are answered. */
const BATCH = 100;

/** The store for a workspace folder in `folder`. `program` is the file whose code reads the pages. */
export function diskStore(folder: string, root: string, program: string): PageStore {
  const file = join(folder, `index-${hash(root).toString(36)}.bin`);
  return {
    load: async (key) => {
      try {
        return await read(await readFile(file), identity(root, program, key));
      } catch {
        // There is none yet, or it was cut off: everything is read from the documents.
        return new Map();
      }
    },
    save: async (key, pages) => {
      const unfinished = `${file}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        await writeFile(unfinished, records(pages, identity(root, program, key)));
        await rename(unfinished, file);
      } catch {
        await rm(unfinished, { force: true }).catch(() => {});
      }
    },
  };
}

/** Changes with whatever the pages depend on besides their files. */
function identity(root: string, program: string, key: string): string {
  const { size, mtimeMs } = statSync(program);
  return JSON.stringify([root, size, mtimeMs, process.version, key]);
}

/**
 * Records, each after its length in 4 bytes: the identity, then batches of pages. One after the other, so that they
 * are never all in memory.
 */
async function* records(pages: readonly StoredPage[], identity: string): AsyncGenerator<Buffer> {
  yield* record(identity);
  for (let i = 0; i < pages.length; i += BATCH) {
    yield* record(pages.slice(i, i + BATCH).map(packed));
    await nextTurn();
  }
}

/** A page with what is known of its increment as bytes: that is most of it, and few pages are asked for it. */
interface Packed {
  readonly stamp: string;
  readonly page: Page;
  readonly increment: Uint8Array | undefined;
}

function packed({ page, stamp }: StoredPage): Packed {
  const { increment, ...exports } = page.exports;
  return {
    stamp,
    page: { ...page, exports: { ...exports, increment: undefined } },
    increment: increment && serialize(increment),
  };
}

function unpacked({ page, stamp, increment: bytes }: Packed): StoredPage {
  if (!bytes) return { page, stamp };
  let increment: Page["exports"]["increment"];
  let read = false;
  const get = () => {
    if (!read) increment = deserialize(bytes);
    read = true;
    return increment;
  };
  Object.defineProperty(page.exports, "increment", { get, enumerable: true });
  return { page, stamp };
}

function* record(value: unknown): Generator<Buffer> {
  const bytes = serialize(value);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  yield length;
  yield bytes;
}

async function read(bytes: Buffer, identity: string): Promise<ReadonlyMap<string, StoredPage>> {
  const pages = new Map<string, StoredPage>();
  let same = false;
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    at = start + bytes.readUInt32LE(at);
    if (at > bytes.length) throw new RangeError("the file was cut off");
    const value: unknown = deserialize(bytes.subarray(start, at));
    if (!same && value !== identity) return new Map();
    if (same) for (const one of value as readonly Packed[]) pages.set(one.page.path, unpacked(one));
    same = true;
    await nextTurn();
  }
  return pages;
}
