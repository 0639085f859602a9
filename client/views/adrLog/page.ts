/** What the ADR log shows. A record is opened by its place in the list. */
import type { AdrLogResult } from "../../../server/protocol.ts";
import { fill, type Html, joined, NOTHING, text, type Value, viewOf, wholePage } from "../html.ts";
import PAGE from "./page.html";

type Entry = AdrLogResult["entries"][number];

const view = viewOf(PAGE);
const part = (id: string, values?: Readonly<Record<string, Value>>) => fill(view, id, values);

/** The page; `nonce` lets its own script and style run and nothing else. */
export function adrLogPage(log: AdrLogResult, nonce: string): string {
  return wholePage(view, log.entries.length === 0 ? part("empty") : content(log), nonce);
}

function content(log: AdrLogResult): Html {
  const { entries } = log;
  const dated = entries.some(({ date }) => date !== "");
  const inFolders = new Set(entries.map(({ folder }) => folder)).size > 1;
  const columns = [
    "Number",
    "Decision",
    "Status",
    ...(dated ? ["Date"] : []),
    ...(inFolders ? ["Folder"] : []),
  ];
  const successors = successorsIn(log);
  const rows = entries.map((entry, i) =>
    part("row", {
      kind: kindOf(entry),
      aside: entry.setAside ? "aside" : "",
      number: entry.number,
      title: opener(entry, i, entry.title),
      status: status(entry, successors.get(entry.path) ?? []),
      date: dated ? part("date", { date: entry.date }) : NOTHING,
      folder: inFolders ? part("folder", { folder: breakable(entry.folder) }) : NOTHING,
    }),
  );
  return part("log", {
    states: states(entries),
    columns: columns.map((name) => part("column", { name })),
    rows: joined(rows, "\n"),
    chains: chains(log),
  });
}

/** A switch for each kind of status, the most frequent first. */
function states(entries: readonly Entry[]): Html[] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(kindOf(entry), (counts.get(kindOf(entry)) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) =>
      part("state", { kind, count, name: kind === "other" ? "without a known status" : kind }),
    );
}

function kindOf({ kind }: Entry): string {
  return /^[a-z]+$/.test(kind) ? kind : "other";
}

/** A folder that may go over several lines. */
function breakable(folder: string): Html {
  return joined(
    folder.split("/").map((name) => text(name)),
    part("break").html,
  );
}

function opener(entry: Entry, index: number, text: string): Html {
  return part("opener", { index, path: entry.path, text });
}

/** Links to what supersedes each record, by the record's path. */
function successorsIn({ entries, edges }: AdrLogResult): Map<string, Html[]> {
  const places = new Map(entries.map(({ path }, i) => [path, i]));
  const found = new Map<string, Html[]>();
  for (const { from, to, kind } of edges) {
    const index = places.get(from);
    const newer = index === undefined ? undefined : entries[index];
    if (kind !== "supersedes" || !newer || index === undefined) continue;
    const list = found.get(to) ?? [];
    list.push(opener(newer, index, newer.label || newer.title));
    found.set(to, list);
  }
  return found;
}

/** The status, and for a record that does not hold any more the way to the one that does. */
function status(entry: Entry, successors: readonly Html[]): Html {
  const superseded = successors.length > 0 && entry.kind === "superseded";
  return part("status", {
    kind: kindOf(entry),
    stated: entry.status,
    status: superseded ? "Superseded" : entry.status || "–",
    by: successors.length > 0 ? part("by", { successors: joined(successors, ", ") }) : NOTHING,
  });
}

const VERBS: Readonly<Record<string, string>> = { supersedes: "superseded by", amends: "amended by" };

/** Records that are connected, from the oldest to the newest; a circle is shown once around. */
function chains({ entries, edges }: AdrLogResult): Html {
  const places = new Map(entries.map(({ path }, i) => [path, i]));
  const next = new Map<string, { readonly to: string; readonly kind: string }[]>();
  const older = new Set<string>();
  for (const { from, to, kind } of edges) {
    const list = next.get(to) ?? [];
    list.push({ to: from, kind });
    next.set(to, list);
    older.add(from);
  }
  const shown = new Set<string>();
  const later: string[] = [];
  const node = (path: string, depth: number): Html => {
    const index = places.get(path);
    const entry = index === undefined ? undefined : entries[index];
    if (!entry || index === undefined) return NOTHING;
    const box = boxOf(entry, index);
    const after = next.get(path) ?? [];
    if (after.length === 0) return box;
    if (shown.has(path)) return joined([box, part("how", { how: "as above" })]);
    if (depth === DEEPEST) {
      later.push(path);
      return joined([box, part("how", { how: "goes on below" })]);
    }
    shown.add(path);
    const items = after.map(({ to, kind }) =>
      part("next", { how: VERBS[kind] ?? "", record: node(to, depth + 1) }),
    );
    return joined([box, part("after", { next: items })]);
  };
  const lists: Html[] = [];
  const paths = entries.map(({ path }) => path).filter((path) => next.has(path));
  // The oldest first; what is left after them goes in circles.
  for (const root of [...paths.filter((path) => !older.has(path)), ...paths]) {
    later.push(root);
    for (let path = later.shift(); path !== undefined; path = later.shift())
      if (!shown.has(path)) lists.push(node(path, 0));
  }
  if (lists.length === 0) return NOTHING;
  const items = lists.map((first) => part("chain", { first }));
  return part("chains", { chains: joined(items, "\n") });
}

/** As many records stand in one row. */
const DEEPEST = 12;

function boxOf(entry: Entry, index: number): Html {
  return part("box", {
    kind: kindOf(entry),
    label: entry.label ? part("label", { label: entry.label }) : NOTHING,
    title: opener(entry, index, entry.title),
    date: entry.date ? part("day", { date: entry.date }) : NOTHING,
  });
}
