/** Pages that are kept on disk until the server runs again. */
import { readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AnalysisHost, type SomeSettings } from "../../glossary/index.ts";
import type { Files, PageStore, StoredPage } from "../../server/host.ts";
import { load } from "../../server/loader.ts";
import { diskStore } from "../../server/store.node.ts";
import { temporaryFolder } from "../folder.ts";

const TEXTS = {
  "docs/glossary/terms/quota.md":
    "---\nid: quota\n---\n# Quota\n\n## Definition\n\nA **quota** is a limit.\n",
  "docs/adr/0001-limit.md": "# ADR-0001: Limit\n\n**Status**: Accepted\n\n## Context\n\nToo much.\n",
  ".specweave/increments/0001-limit/tasks.md":
    "# Tasks\n\n### T-001: Count\n\n**Satisfies ACs**: AC-US1-01\n",
  "docs/guide.md": "# Guide\n\nSee [quota](glossary/terms/quota.md) and ADR-0001.\n",
};

type Texts = Readonly<Record<string, string | undefined>>;

/** Files whose stamps are their texts; `read` gets the paths of those that are read. */
function filesWith(texts: Texts, read: string[] = [], unsure?: string): Files {
  return {
    list: async () => Object.keys(texts).filter((path) => texts[path] !== undefined),
    read: async (path) => {
      read.push(path);
      return texts[path] as string;
    },
    modified: async () => 0,
    stamp: async (path) => (path === unsure ? undefined : texts[path]),
  };
}

/** Two runs over the same storage: what the second one read, and whether it knows the same. */
async function secondRun(change: {
  readonly texts?: Texts;
  readonly unsure?: string;
  readonly settings?: SomeSettings;
  readonly storage?: (file: string) => void;
  readonly program?: (file: string) => void;
}) {
  const folder = temporaryFolder([["program.cjs", "1"]]);
  const program = join(folder, "program.cjs");
  const run = async (texts: Texts, settings: SomeSettings = {}) => {
    const read: string[] = [];
    const files = filesWith(texts, read, change.unsure);
    const host = new AnalysisHost();
    host.apply({ settings });
    await load(host, files, { store: diskStore(join(folder, "storage"), "file:///shop", program) });
    return { read: read.sort(), pages: host.snapshot().pages };
  };
  await run(TEXTS);
  const [stored] = readdirSync(join(folder, "storage"));
  change.storage?.(join(folder, "storage", stored as string));
  change.program?.(program);
  const texts = { ...TEXTS, ...change.texts };
  const second = await run(texts, change.settings);
  const fresh = new AnalysisHost();
  const put = Object.entries(texts).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  );
  fresh.apply({ settings: change.settings ?? {}, put: new Map(put), complete: true });
  expect(second.pages).toEqual(fresh.snapshot().pages);
  return second.read;
}

const all = Object.keys(TEXTS).sort();

describe("stored pages", () => {
  it("need not be read again", async () => {
    expect(await secondRun({})).toEqual([]);
  });

  it("are read again where the file has changed, and forgotten where it is gone", async () => {
    const texts = { "docs/guide.md": "# Guide\n\n## More\n", "docs/adr/0001-limit.md": undefined };
    expect(await secondRun({ texts })).toEqual(["docs/guide.md"]);
  });

  it("are written again only where something has changed", async () => {
    const stored = new Map<string, StoredPage>();
    let written = 0;
    const store: PageStore = {
      load: async () => new Map(stored),
      save: async (_, pages) => {
        written++;
        for (const one of pages) stored.set(one.page.path, one);
      },
    };
    const writes = async (texts: Texts) => {
      written = 0;
      await load(new AnalysisHost(), filesWith(texts), { store });
      return written;
    };
    expect(await writes(TEXTS)).toBe(1);
    expect(await writes(TEXTS)).toBe(0);
    expect(await writes({ ...TEXTS, "docs/guide.md": "# Guide\n" })).toBe(1);
  });

  it("are read again where a change might not show", async () => {
    expect(await secondRun({ unsure: "docs/guide.md" })).toEqual(["docs/guide.md"]);
  });

  it("are read again under other settings", async () => {
    expect(await secondRun({ settings: { glossaries: ["docs/guide.md"] } })).toEqual(all);
  });

  it("are read again by another program", async () => {
    expect(await secondRun({ program: (file) => writeFileSync(file, "22") })).toEqual(all);
    expect(await secondRun({ program: (file) => utimesSync(file, 1, 1) })).toEqual(all);
  });

  it("are read again where the storage is damaged", async () => {
    const size = (file: string) => readFileSync(file).length;
    expect(await secondRun({ storage: (file) => truncateSync(file, size(file) - 10) })).toEqual(all);
    expect(await secondRun({ storage: (file) => truncateSync(file, 2) })).toEqual(all);
    expect(await secondRun({ storage: (file) => writeFileSync(file, "something else") })).toEqual(all);
  });
});
