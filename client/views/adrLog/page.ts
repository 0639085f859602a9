/** The HTML of the ADR log. Everything from the workspace is escaped; a record is opened by its place in the list. */
import type { AdrLogResult } from "../../../server/protocol.ts";
import { escaped, htmlPage } from "../html.ts";
import { SCRIPT, STYLE } from "./assets.ts";

type Entry = AdrLogResult["entries"][number];

/** The page; `nonce` lets its own script and style run and nothing else. */
export function adrLogPage(log: AdrLogResult, nonce: string): string {
  const body = `<h1>Decisions</h1>\n${log.entries.length === 0 ? EMPTY : content(log)}`;
  return htmlPage({ title: "ADR Log", style: STYLE, script: SCRIPT, body }, nonce);
}

const EMPTY = `<p>There are no decision records in this folder yet.</p>
<p><button type="button" class="primary" data-run="new">New ADR</button></p>
<p class="hint">Records are found in folders such as <code>docs/adr</code>, <code>docs/decisions</code> or
<code>architecture/decisions</code>. If yours are elsewhere, name them as <code>adrFiles</code> in
<code>.spec-glossary.jsonc</code>.</p>`;

function content(log: AdrLogResult): string {
  return `<div class="bar">
<input id="filter" type="search" placeholder="Filter by number, title, status or folder" aria-label="Filter decisions" spellcheck="false">
<div class="states" role="group" aria-label="Show only">${states(log.entries)}</div>
<span id="count" role="status"></span>
</div>
${table(log)}
<p id="nothing" hidden>No decision matches. <button type="button" class="link" data-run="clear">Show all</button></p>
${chains(log)}`;
}

/** A switch for each kind of status, the most frequent first. */
function states(entries: readonly Entry[]): string {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(kindOf(entry), (counts.get(kindOf(entry)) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(
      ([kind, count]) =>
        `<button type="button" class="state ${kind}" data-kind="${kind}" aria-pressed="false">${count} ${kind === "other" ? "without a known status" : kind}</button>`,
    )
    .join("");
}

function kindOf({ kind }: Entry): string {
  return /^[a-z]+$/.test(kind) ? kind : "other";
}

function table(log: AdrLogResult): string {
  const { entries } = log;
  const columns = ["Number", "Decision", "Status"];
  const dated = entries.some(({ date }) => date !== "");
  const folders = new Set(entries.map(({ folder }) => folder)).size > 1;
  if (dated) columns.push("Date");
  if (folders) columns.push("Folder");
  const head = columns.map(
    (name) => `<th scope="col" aria-sort="none"><button type="button" class="sort">${name}</button></th>`,
  );
  const successors = successorsIn(log);
  const rows = entries.map((entry, i) => {
    const cells = [
      `<td class="number">${escaped(entry.number)}</td>`,
      `<td class="title">${opener(entry, i, entry.title)}</td>`,
      `<td class="status">${status(entry, successors.get(entry.path) ?? [])}</td>`,
      ...(dated ? [`<td class="date">${escaped(entry.date)}</td>`] : []),
      ...(folders ? [`<td class="folder">${escaped(entry.folder).replaceAll("/", "/<wbr>")}</td>`] : []),
    ];
    return `<tr data-kind="${kindOf(entry)}"${entry.setAside ? ' class="aside"' : ""}>${cells.join("")}</tr>`;
  });
  return `<table><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}

function opener(entry: Entry, index: number, text: string): string {
  return `<button type="button" class="open" data-open="${index}" title="${escaped(entry.path)}">${escaped(text)}</button>`;
}

/** Links to what supersedes each record, by the record's path. */
function successorsIn({ entries, edges }: AdrLogResult): Map<string, string[]> {
  const places = new Map(entries.map(({ path }, i) => [path, i]));
  const found = new Map<string, string[]>();
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
function status(entry: Entry, successors: readonly string[]): string {
  const text = successors.length > 0 && entry.kind === "superseded" ? "Superseded" : entry.status || "–";
  const by = successors.length > 0 ? ` <span class="by">by ${successors.join(", ")}</span>` : "";
  return `<span class="state ${kindOf(entry)}" title="${escaped(entry.status)}">${escaped(text)}</span>${by}`;
}

const VERBS: Readonly<Record<string, string>> = { supersedes: "superseded by", amends: "amended by" };

/** Records that are connected, from the oldest to the newest; a circle is shown once around. */
function chains({ entries, edges }: AdrLogResult): string {
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
  const node = (path: string, depth: number): string => {
    const index = places.get(path);
    const entry = index === undefined ? undefined : entries[index];
    if (!entry || index === undefined) return "";
    const box = boxOf(entry, index);
    const after = next.get(path) ?? [];
    if (after.length === 0) return box;
    if (shown.has(path)) return `${box}<span class="how">as above</span>`;
    if (depth === DEEPEST) {
      later.push(path);
      return `${box}<span class="how">goes on below</span>`;
    }
    shown.add(path);
    const items = after.map(
      ({ to, kind }) => `<li><span class="how">${VERBS[kind] ?? ""}</span>${node(to, depth + 1)}</li>`,
    );
    return `${box}<ol>${items.join("")}</ol>`;
  };
  const lists: string[] = [];
  const paths = entries.map(({ path }) => path).filter((path) => next.has(path));
  // The oldest first; what is left after them goes in circles.
  for (const root of [...paths.filter((path) => !older.has(path)), ...paths]) {
    later.push(root);
    for (let path = later.shift(); path !== undefined; path = later.shift())
      if (!shown.has(path)) lists.push(node(path, 0));
  }
  if (lists.length === 0) return "";
  return `<h2>What superseded what</h2>\n<ol class="chains">${lists.map((one) => `<li>${one}</li>`).join("\n")}</ol>`;
}

/** As many records stand in one row. */
const DEEPEST = 12;

function boxOf(entry: Entry, index: number): string {
  const label = entry.label ? `<span class="label">${escaped(entry.label)}</span> ` : "";
  const date = entry.date ? `<span class="date">${escaped(entry.date)}</span>` : "";
  return `<span class="box ${kindOf(entry)}">${label}${opener(entry, index, entry.title)}${date}</span>`;
}
