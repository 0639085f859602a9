/** What a fuzz plays with: the files of a workspace, which of them are open, and what happens to them. */
import {
  AnalysisHost,
  isText,
  type ReadPage,
  readAlone,
  type Snapshot,
  type SomeSettings,
} from "./engine.ts";

export interface World {
  /** By path: of open files what the editor has, of others what is on disk. */
  readonly texts: ReadonlyMap<string, string>;
  readonly open: ReadonlySet<string>;
  readonly settings: SomeSettings;
}

/** Each step stands by itself, with the whole text, so that any of them can be left out. */
export type Step =
  /** Typed where the file is open, else changed on disk; a file that is not there is created. */
  | { readonly do: "text"; readonly path: string; readonly text: string }
  | { readonly do: "open" | "close" | "drop"; readonly path: string }
  | { readonly do: "move"; readonly path: string; readonly to: string }
  /** Somebody asks for the state, so that what is remembered of it is built. */
  | { readonly do: "look" };

/** The world after a step; the same one where the step does not fit. */
export function after(world: World, step: Step): World {
  const { texts, open } = world;
  switch (step.do) {
    case "text":
      return { ...world, texts: new Map(texts).set(step.path, step.text) };
    case "open":
      return canOpen(texts, step.path) ? { ...world, open: new Set(open).add(step.path) } : world;
    case "close":
      return { ...world, open: without(open, step.path) };
    case "drop":
      return { ...world, texts: withoutKey(texts, step.path), open: without(open, step.path) };
    case "move": {
      const text = texts.get(step.path);
      if (text === undefined || texts.has(step.to)) return world;
      const moved = withoutKey(texts, step.path).set(step.to, text);
      const still = without(open, step.path);
      return { ...world, texts: moved, open: open.has(step.path) ? still.add(step.to) : still };
    }
    case "look":
      return world;
  }
}

/** Editors show other files too, but nobody tells the server of them. */
function canOpen(texts: ReadonlyMap<string, string>, path: string): boolean {
  return texts.has(path) && /\.(?:mdx?|ya?ml|jsonc?)$/.test(path) && !path.endsWith("kep.yaml");
}

function without(open: ReadonlySet<string>, path: string): Set<string> {
  const left = new Set(open);
  left.delete(path);
  return left;
}

function withoutKey(texts: ReadonlyMap<string, string>, path: string): Map<string, string> {
  const left = new Map(texts);
  left.delete(path);
  return left;
}

/** An engine with this world in it, put at once. */
export function fromScratch({ texts, open, settings }: World): AnalysisHost {
  const host = new AnalysisHost();
  const read = [...texts].filter(([path]) => isText(path));
  host.apply({
    settings,
    open: [...open].filter((path) => texts.has(path)),
    files: [...texts.keys()].filter((path) => !isText(path)),
    put: new Map(read.sort(([a], [b]) => (a < b ? -1 : 1))),
    complete: true,
  });
  putStale(host, texts);
  return host;
}

/** Tells an engine of a step in a world, as a server does. */
export function tell(host: AnalysisHost, world: World, step: Step): void {
  const now = after(world, step);
  if (step.do === "look") host.snapshot();
  if (now === world) return;
  const put = (path: string) => {
    if (isText(path)) host.apply({ put: new Map([[path, now.texts.get(path) as string]]) });
    else host.apply({ files: [path] });
  };
  if (step.do === "text") put(step.path);
  if (step.do === "open")
    host.apply({ open: [step.path], put: new Map([[step.path, now.texts.get(step.path) as string]]) });
  if (step.do === "close") {
    host.apply({ close: [step.path] });
    if (now.texts.has(step.path)) put(step.path);
  }
  if (step.do === "drop") host.apply({ drop: [step.path], close: [step.path] });
  if (step.do === "move") {
    host.apply({ drop: [step.path], close: [step.path] });
    if (now.open.has(step.to)) host.apply({ open: [step.to] });
    put(step.to);
  }
  putStale(host, now.texts);
}

function putStale(host: AnalysisHost, texts: ReadonlyMap<string, string>): void {
  const stale = [...host.stale].flatMap((path) => {
    const text = texts.get(path);
    return text === undefined ? [] : [[path, text] as const];
  });
  if (stale.length > 0) host.apply({ put: new Map(stale) });
}

interface Kept {
  readonly text: string;
  readonly page: ReadPage;
}

/** The last text of each closed page that was read. */
const read = new Map<string, Kept>();

/** A page with its text, as it stands open or on disk; `undefined` where the engine knows no such page. */
export function pageIn(world: World, snapshot: Snapshot, path: string): ReadPage | undefined {
  const page = snapshot.pages.get(path);
  if (page && "text" in page) return page as ReadPage;
  const text = world.texts.get(path);
  if (!page || text === undefined) return undefined;
  const known = read.get(path);
  if (known?.text === text) return known.page;
  const now = readAlone(path, text);
  read.set(path, { text, page: now });
  return now;
}
