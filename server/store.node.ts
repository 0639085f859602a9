/**
 * Pages kept on disk, so that a repository which has been read once is known the next time without reading it
 * again. One file for each workspace folder, in a folder that belongs to the program alone.
 */
import { mkdirSync, statSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { hash, PACKED, type Page } from "../glossary/index.ts";
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

/** A page with some of its exports as bytes, by name: they are most of it, and few pages are asked for them. */
interface Packed {
  readonly stamp: string;
  readonly page: Page;
  readonly bytes: Readonly<Record<string, Uint8Array>>;
}

function packed({ page, stamp }: StoredPage): Packed {
  const exports: Record<string, unknown> = { ...page.exports };
  const bytes: Record<string, Uint8Array> = {};
  for (const name of PACKED) {
    if (exports[name] === undefined) continue;
    bytes[name] = serialize(exports[name]);
    exports[name] = undefined;
  }
  return { stamp, page: { ...page, exports: exports as unknown as Page["exports"] }, bytes };
}

function unpacked({ page, stamp, bytes }: Packed): StoredPage {
  for (const [name, packed] of Object.entries(bytes)) unpackLater(page.exports, name, packed);
  return { page, stamp };
}

/** Reads a property from bytes when it is first asked for. */
function unpackLater(of: object, name: string, bytes: Uint8Array): void {
  let value: unknown;
  let read = false;
  const get = () => {
    if (!read) value = deserialize(bytes);
    read = true;
    return value;
  };
  Object.defineProperty(of, name, { get, enumerable: true });
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
