/** A state with the texts and the findings of all files, open or not. */

import { fail } from "./answers.ts";
import {
  AnalysisHost,
  type Diagnostic,
  diagnose,
  isConfiguration,
  isRead,
  isText,
  type Page,
  type ReadPage,
  RULES,
  type Snapshot,
  withText,
} from "./engine.ts";
import { fromScratch, type World } from "./world.ts";

export interface View {
  readonly world: World;
  readonly snapshot: Snapshot;
  /** All pages, by path. */
  readonly pages: ReadonlyMap<string, ReadPage>;
  /** Of each page, by path. */
  readonly findings: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** A world as it is read from nothing; `snapshot` is its state, where that is known. */
export function viewOf(world: World, snapshot: Snapshot = fromScratch(world).snapshot()): View {
  return look(world, snapshot, new Map());
}

/** The world after some of its files have changed; of the others nothing is read again. */
export function viewAfter(before: View, world: World): View {
  const changed = (path: string) => before.world.texts.get(path) !== world.texts.get(path);
  const paths = new Set([...before.world.texts.keys(), ...world.texts.keys()]);
  if ([...paths].some((path) => isConfiguration(path) && changed(path))) return viewOf(world);
  const host = new AnalysisHost();
  const restored = new Map<string, Page>();
  const put = new Map<string, string>();
  for (const [path, text] of world.texts) {
    const page = before.snapshot.pages.get(path);
    if (page && !changed(path) && !isConfiguration(path)) restored.set(path, closed(page));
    else if (isText(path)) put.set(path, text);
  }
  const files = [...world.texts.keys()].filter((path) => !isText(path));
  const configured = new Map([...put].filter(([path]) => isConfiguration(path)));
  host.apply({ settings: world.settings, put: configured });
  host.apply({ restore: restored, open: [...put.keys()].filter(isPage), put, files, complete: true });
  return look(world, host.snapshot(), before.pages);
}

function look(world: World, snapshot: Snapshot, known: ReadonlyMap<string, ReadPage>): View {
  const pages = new Map<string, ReadPage>();
  const findings = new Map<string, readonly Diagnostic[]>();
  for (const path of [...snapshot.pages.keys()].sort()) {
    const page = snapshot.pages.get(path) as Page;
    const text = world.texts.get(path) as string;
    const same = known.get(path);
    const read = isRead(page) ? page : same?.text === text ? same : withText(page, text);
    pages.set(path, read);
    findings.set(path, diagnose(RULES, snapshot, read, fail));
  }
  return { world, snapshot, pages, findings };
}

/** Not what stands beside pages. */
function isPage(path: string): boolean {
  return /\.(?:mdx?|markdown|ya?ml|jsonc?)$/.test(path) && !path.endsWith("/kep.yaml");
}

function closed({ path, lines, newline, exports }: Page): Page {
  return { path, lines, newline, exports };
}
