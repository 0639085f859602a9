/**
 * Workspaces as text. Files follow `-- path --` lines (before the first one: `docs/page.md`), `$0` is the cursor
 * and `«…»` stands around each expected span. Common indentation is dropped.
 */
import { AnalysisHost, type Change } from "../glossary/analysis.ts";
import type { ReadPage, Snapshot } from "../glossary/domains.ts";
import { applyEdits, type Edit, type Span } from "../glossary/text/span.ts";
import { isSiteConfig } from "../glossary/workspace/links/site.ts";
import { isRead } from "../glossary/workspace/workspace.ts";

export const PAGE = "docs/page.md";

export interface Place {
  readonly path: string;
  readonly offset: number;
}

export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  readonly cursor: Place | undefined;
  /** Per file, ascending. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

export interface Workspace extends Fixture {
  readonly host: AnalysisHost;
  readonly snapshot: Snapshot;
}

/** Takes the markers out of a fixture. */
export function parseFixture(source: string): Fixture {
  const files = new Map<string, string>();
  const spans = new Map<string, Span[]>();
  let cursor: Place | undefined;
  const [head = "", ...parts] = dedent(source).split(/^-- (\S.*) --\n/m);
  const named: [string, string][] = head === "" ? [] : [[PAGE, head]];
  for (let i = 0; i < parts.length; i += 2) named.push([parts[i] as string, parts[i + 1] as string]);
  for (const [path, marked] of named) {
    const { text, spans: found, cursor: offset } = unmark(marked);
    files.set(path, text);
    spans.set(path, found);
    if (offset !== undefined) cursor = { path, offset };
  }
  return { files, cursor, spans };
}

/** Takes `«…»` and `$0` out of one text. */
export function unmark(marked: string): { text: string; spans: Span[]; cursor: number | undefined } {
  let text = "";
  let cursor: number | undefined;
  const spans: Span[] = [];
  const open: number[] = [];
  for (const piece of marked.split(/(«|»|\$0)/)) {
    if (piece === "«") open.push(text.length);
    else if (piece === "»") spans.push({ start: open.pop() ?? text.length, end: text.length });
    else if (piece === "$0") cursor = text.length;
    else text += piece;
  }
  if (open.length > 0) throw new Error(`« without » in ${marked}`);
  return { text, spans: spans.sort((a, b) => a.start - b.start), cursor };
}

/** Puts `«…»` around each span: what a test compares, so that a difference can be read. */
export function mark(text: string, spans: readonly Span[]): string {
  const edits = spans.flatMap(({ start, end }): Edit[] => [
    { span: { start, end: start }, text: "«" },
    { span: { start: end, end }, text: "»" },
  ]);
  return applyEdits(text, edits);
}

/** A host with everything put, open and complete, unless `change` says otherwise. */
export function workspace(source: string | Readonly<Record<string, string>>, change: Change = {}): Workspace {
  const fixture =
    typeof source === "string"
      ? parseFixture(source)
      : { files: new Map(Object.entries(source)), cursor: undefined, spans: new Map() };
  const host = new AnalysisHost();
  const open = [...fixture.files.keys()].filter((path) => !isSiteConfig(path));
  host.apply({ open, put: fixture.files, complete: true, ...change });
  return { ...fixture, host, snapshot: host.snapshot() };
}

/** The page at `path`, which must be open. */
export function pageOf({ snapshot }: Pick<Workspace, "snapshot">, path: string = PAGE): ReadPage {
  const page = snapshot.pages.get(path);
  if (!isRead(page)) throw new Error(`${path} is not open`);
  return page;
}

/** What a test does with a rule that throws. */
export function rethrow(rule: string, path: string, error: unknown): never {
  throw new Error(`${rule} on ${path}`, { cause: error });
}

/** The page and the offset of the `$0`. */
export function cursorOf(at: Workspace): { page: ReadPage; offset: number } {
  if (!at.cursor) throw new Error("the fixture has no $0");
  return { page: pageOf(at, at.cursor.path), offset: at.cursor.offset };
}

function dedent(source: string): string {
  const lines = source.split("\n");
  if (lines.length > 1 && lines[0]?.trim() === "") lines.shift();
  if (lines.length > 0 && lines.at(-1)?.trim() === "") lines[lines.length - 1] = "";
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return lines.map((line) => (line.trim() === "" ? "" : line.slice(common))).join("\n");
}
