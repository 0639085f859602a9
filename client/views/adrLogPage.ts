/** The HTML of the ADR log. Everything from the workspace is escaped; a row is opened by its number. */
import type { AdrLogResult } from "../../server/protocol.ts";

type Entry = AdrLogResult["entries"][number];

const COLUMNS = ["Number", "Decision", "Status", "Date", "Folder"] as const;

export function adrLogPage(log: AdrLogResult, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const folders = new Set(log.entries.map(({ folder }) => folder)).size;
  const columns = folders > 1 ? COLUMNS : COLUMNS.slice(0, 4);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ADR Log</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header>
<h1>Decisions</h1>
<p>${summary(log)}</p>
<input id="filter" type="search" placeholder="Filter by number, title or status" aria-label="Filter decisions">
</header>
${log.entries.length === 0 ? EMPTY : table(log.entries, columns)}
${chains(log)}
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}

const EMPTY =
  "<p>No decision records were found. Run <b>Spec Glossary: New ADR</b> to write the first one.</p>";

function summary({ entries }: AdrLogResult): string {
  const counts = new Map<string, number>();
  for (const { kind } of entries) counts.set(kind || "other", (counts.get(kind || "other") ?? 0) + 1);
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${count} ${escaped(kind)}`);
  return `${entries.length} ${entries.length === 1 ? "record" : "records"}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
}

function table(entries: readonly Entry[], columns: readonly string[]): string {
  const head = columns
    .map(
      (name) => `<th scope="col" aria-sort="none"><button type="button" class="sort">${name}</button></th>`,
    )
    .join("");
  const rows = entries.map((entry, i) => {
    const cells = [
      `<td>${escaped(entry.number)}</td>`,
      `<td>${opener(entry, i)}</td>`,
      `<td><span class="state ${/^[a-z]+$/.test(entry.kind) ? entry.kind : "other"}">${escaped(entry.status)}</span></td>`,
      `<td>${escaped(entry.date)}</td>`,
      `<td>${escaped(entry.folder)}</td>`,
    ];
    return `<tr>${cells.slice(0, columns.length).join("")}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}

function opener({ title }: Entry, index: number): string {
  return `<button type="button" class="open" data-open="${index}">${escaped(title)}</button>`;
}

/** Records that are connected, from the oldest to the newest; a circle is shown once around. */
function chains({ entries, edges }: AdrLogResult): string {
  const places = new Map(entries.map(({ path }, i) => [path, i]));
  const next = new Map<string, { readonly to: string; readonly kind: string }[]>();
  const older = new Set<string>();
  for (const { from, to, kind } of edges) {
    next.set(to, [...(next.get(to) ?? []), { to: from, kind }]);
    older.add(from);
  }
  const shown = new Set<string>();
  const item = (path: string, how: string): string => {
    const index = places.get(path);
    const entry = index === undefined ? undefined : entries[index];
    if (!entry || index === undefined) return "";
    const again = shown.has(path);
    shown.add(path);
    const name = `${entry.label ? `${escaped(entry.label)} ` : ""}${opener(entry, index)}`;
    const date = entry.date ? ` <span class="date">${escaped(entry.date)}</span>` : "";
    const below = again
      ? ""
      : (next.get(path) ?? []).map((one) => item(one.to, VERBS[one.kind] ?? "")).join("");
    return `<li>${how ? `<span class="how">${how}</span> ` : ""}${name}${date}${again && below === "" && next.has(path) ? " (see above)" : ""}${below ? `<ol>${below}</ol>` : ""}</li>`;
  };
  const roots = [...next.keys()].filter((path) => !older.has(path));
  const lists = roots.map((path) => item(path, ""));
  // What is left goes in circles.
  for (const path of next.keys()) if (!shown.has(path)) lists.push(item(path, ""));
  return lists.length === 0 ? "" : `<h2>What superseded what</h2><ol class="chains">${lists.join("\n")}</ol>`;
}

const VERBS: Readonly<Record<string, string>> = { supersedes: "superseded by", amends: "amended by" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); padding: 0 1.5rem 2rem; }
h1 { font-weight: 600; margin-bottom: 0; }
header p { color: var(--vscode-descriptionForeground); margin-top: .3rem; }
input { width: min(28rem, 100%); padding: .35rem .5rem; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, transparent); }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; }
th, td { text-align: left; padding: .3rem .6rem; vertical-align: top; border-bottom: 1px solid var(--vscode-widget-border, rgba(128,128,128,.25)); }
tbody tr:hover { background: var(--vscode-list-hoverBackground); }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: left; cursor: pointer; }
button.open { color: var(--vscode-textLink-foreground); }
button.open:hover { text-decoration: underline; }
button:focus-visible, input:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
th { font-weight: 600; }
th[aria-sort=ascending] .sort::after { content: " ▲"; }
th[aria-sort=descending] .sort::after { content: " ▼"; }
.state::before { content: ""; display: inline-block; width: .6em; height: .6em; border-radius: 50%; margin-right: .5em; background: var(--vscode-disabledForeground); }
.state.accepted::before, .state.implemented::before { background: var(--vscode-charts-green, #388a34); }
.state.proposed::before, .state.draft::before { background: var(--vscode-charts-blue, #1a85ff); }
.state.superseded::before, .state.deprecated::before { background: var(--vscode-charts-orange, #d18616); }
.state.rejected::before { background: var(--vscode-charts-red, #e51400); }
.chains, .chains ol { list-style: none; padding-left: 0; }
.chains ol { margin-left: .4rem; padding-left: 1.2rem; border-left: 2px solid var(--vscode-charts-orange, #d18616); }
.chains li { margin: .3rem 0; }
.how, .date { color: var(--vscode-descriptionForeground); }
tr[hidden] { display: none; }
`;

const SCRIPT = `
const vscode = acquireVsCodeApi();
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) vscode.postMessage({ open: Number(opener.dataset.open) });
  const sorter = event.target.closest(".sort");
  if (sorter) sortBy(sorter.closest("th"));
});
function sortBy(header) {
  const up = header.getAttribute("aria-sort") !== "ascending";
  for (const other of header.parentElement.children) other.setAttribute("aria-sort", "none");
  header.setAttribute("aria-sort", up ? "ascending" : "descending");
  const column = [...header.parentElement.children].indexOf(header);
  const body = document.querySelector("tbody");
  const compare = new Intl.Collator(undefined, { numeric: true }).compare;
  const text = (row) => row.children[column].textContent;
  const rows = [...body.rows].sort((a, b) => (up ? 1 : -1) * compare(text(a), text(b)));
  body.append(...rows);
}
document.getElementById("filter").addEventListener("input", (event) => {
  const wanted = event.target.value.toLowerCase();
  for (const row of document.querySelectorAll("tbody tr")) row.hidden = !row.textContent.toLowerCase().includes(wanted);
});
`;
