/** The style and the script of the traceability view. Colours are the editor's own, so that every theme fits. */

export const STYLE = `
:root { --line: var(--vscode-widget-border, var(--vscode-contrastBorder, rgba(128,128,128,.25))); --good: var(--vscode-testing-iconPassed, var(--vscode-charts-green, #388a34)); --warn: var(--vscode-editorWarning-foreground, #bf8803); }
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); padding: 1rem 1.5rem 2rem; line-height: 1.45; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .8rem; margin-bottom: .9rem; }
h1 { font-size: 1.5em; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
header .link { margin-left: auto; }
.hint { color: var(--vscode-descriptionForeground); }
.status { padding: 0 .6em; border: 1px solid var(--line); border-radius: 1em; white-space: nowrap; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem 2rem; list-style: none; margin: 0 0 1.1rem; padding: 0; max-width: 70rem; }
.figures li { display: flex; flex-direction: column; justify-content: space-between; }
.figures strong { font-size: 1.15em; font-weight: 600; font-variant-numeric: tabular-nums; }
progress { display: block; appearance: none; width: 100%; height: 4px; margin-top: .35rem; border: 0; border-radius: 2px; overflow: hidden; background: var(--line); }
progress::-webkit-progress-bar { background: var(--vscode-editorWidget-border, var(--line)); }
progress::-webkit-progress-value { background: var(--good); }
.lacking progress::-webkit-progress-value { background: var(--warn); }
.vscode-high-contrast progress { height: 6px; background: none; border: 1px solid var(--vscode-foreground); }
.vscode-high-contrast progress::-webkit-progress-bar { background: none; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .8rem; margin-bottom: .6rem; }
button.open { font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums; }
.toggle { padding: .15rem .7rem; border: 1px solid var(--line); border-radius: 1rem; }
.toggle:hover { background: var(--vscode-list-hoverBackground); }
.toggle[aria-pressed=true] { color: var(--vscode-list-activeSelectionForeground); background: var(--vscode-list-activeSelectionBackground); border-color: var(--vscode-focusBorder); }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
thead th { position: sticky; top: 0; z-index: 1; background: var(--vscode-editor-background); box-shadow: inset 0 -1px var(--line); }
thead th:first-child { width: 42%; }
thead th:nth-child(2) { width: 27%; }
th, td { text-align: left; vertical-align: top; padding: .4rem 1.2rem .4rem 0; font-weight: inherit; overflow-wrap: anywhere; }
thead th, .story th { font-weight: 600; }
tbody th, tbody td { border-bottom: 1px solid var(--line); }
.story th { padding-top: 1.1rem; border-bottom: 1px solid var(--vscode-descriptionForeground); }
.story .sum { float: right; font-weight: normal; font-variant-numeric: tabular-nums; }
.priority { font-weight: normal; padding: 0 .5em; border: 1px solid var(--line); border-radius: 1em; color: var(--vscode-descriptionForeground); }
tbody tr:not(.story):hover { background: var(--vscode-list-hoverBackground); }
tbody tr:not(.story):focus-within { outline: 1px solid var(--vscode-contrastActiveBorder, transparent); outline-offset: -1px; }
tbody tr:not(.story) > :first-child { padding-left: 2.1em; border-left: 3px solid transparent; }
tr[data-kind=uncovered]:not(.unlinked) > :first-child { border-left-color: var(--warn); }
tr[data-kind=uncovered]:not(.unlinked) .none { color: var(--warn); font-weight: 600; }
.none { color: var(--vscode-descriptionForeground); }
td ul { list-style: none; margin: 0; padding: 0; }
summary { margin-top: .2rem; color: var(--vscode-textLink-foreground); cursor: pointer; }
summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); }
td li + li, details li:first-child { margin-top: .2rem; }
td .words { color: var(--vscode-descriptionForeground); }
td:last-child .words { display: -webkit-inline-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; vertical-align: top; }
td:last-child li { display: flex; align-items: baseline; gap: .5rem; }
tbody tr:not(.story) > th { text-indent: -1.5em; }
td li:has(.mark) { padding-left: 1.5em; text-indent: -1.5em; }
.mark { display: inline-block; width: 1.5em; text-indent: 0; color: var(--vscode-descriptionForeground); }
.mark.done { color: var(--good); font-weight: 600; }
@media (max-width: 46rem) { .figures { grid-template-columns: 1fr 1fr; } }
[hidden] { display: none !important; }
`;

/** What is filtered is remembered; new content takes the place of the old one without losing place or focus. */
export const SCRIPT = `
const vscode = acquireVsCodeApi();
const content = document.getElementById("content");
const state = Object.assign({ filter: "", kinds: [] }, vscode.getState());
const filter = () => document.getElementById("filter");
content.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { open, add, run, kind } = button.dataset;
  if (open) vscode.postMessage({ kind: "open", place: Number(open) });
  else if (add) vscode.postMessage({ kind: "add", criterion: Number(add) });
  else if (run === "choose") vscode.postMessage({ kind: "choose" });
  else if (run === "clear") update({ filter: "", kinds: [] });
  else if (kind) update({ kinds: state.kinds.includes(kind) ? state.kinds.filter((one) => one !== kind) : [...state.kinds, kind] });
});
content.addEventListener("input", (event) => {
  if (event.target === filter()) update({ filter: filter().value });
});
content.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === "Escape" && event.target === filter()) update({ filter: "" });
  const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  const row = event.target.closest("tbody tr");
  if (!step || (!row && !(event.target === filter() && event.key === "ArrowDown"))) return;
  const rows = [...document.querySelectorAll("tbody tr")].filter((one) => one.offsetParent && one.querySelector("button"));
  const buttons = row ? [...row.querySelectorAll("button")].filter((one) => one.offsetParent) : [];
  const next = !row ? rows[0]?.querySelector("button")
    : step[1] !== 0 ? buttons[buttons.indexOf(event.target) + step[1]]
    : rows[rows.indexOf(row) + step[0]]?.querySelector("button") ?? (step[0] < 0 ? filter() : undefined);
  if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  event.preventDefault();
});
addEventListener("message", ({ data }) => {
  if (data?.kind !== "content") return;
  const focused = document.activeElement;
  const text = focused?.id === "filter" ? "filter" : focused?.textContent;
  const row = focused?.closest("tr")?.querySelector("button")?.textContent;
  const top = document.scrollingElement.scrollTop;
  const selection = focused?.id === "filter" ? focused.selectionStart : undefined;
  const name = (one) => one.closest("tr").querySelector("button")?.textContent;
  const opened = [...document.querySelectorAll("details[open]")].map(name);
  content.innerHTML = data.html;
  for (const one of document.querySelectorAll("details")) one.open = opened.includes(name(one));
  show();
  document.scrollingElement.scrollTop = top;
  if (text === "filter") {
    filter()?.focus();
    filter()?.setSelectionRange(selection, selection);
  } else if (row) {
    const rows = [...document.querySelectorAll("tbody tr")];
    const again = rows.find((one) => one.querySelector("button")?.textContent === row);
    [...(again?.querySelectorAll("button") ?? [])].find((one) => one.textContent === text)?.focus();
  }
});
function update(change) {
  Object.assign(state, change);
  vscode.setState(state);
  show();
}
function show() {
  if (!filter()) return;
  if (filter().value !== state.filter) filter().value = state.filter;
  const toggles = [...document.querySelectorAll("button[data-kind]")];
  // A switch for which there is nothing left is gone, and does not count.
  const kinds = state.kinds.filter((kind) => toggles.some((one) => one.dataset.kind === kind));
  for (const button of toggles) button.setAttribute("aria-pressed", String(kinds.includes(button.dataset.kind)));
  const words = state.filter.toLowerCase().split(/\\s+/).filter(Boolean);
  const has = (text) => words.every((word) => text.includes(word));
  let count = 0;
  let all = 0;
  for (const body of document.querySelectorAll("tbody")) {
    const [head, ...rows] = body.rows;
    const story = head.textContent.toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const kind = kinds.length === 0 || kinds.includes(row.dataset.kind);
      row.hidden = !kind || !(words.length === 0 || has(story + " " + row.textContent.toLowerCase()));
      if (!row.hidden) shown++;
      if (row.dataset.kind) { all++; if (!row.hidden) count++; }
    }
    body.hidden = shown === 0;
  }
  const visible = [...document.querySelectorAll("tbody")].some((body) => !body.hidden);
  document.querySelector("table").hidden = !visible;
  document.getElementById("nothing").hidden = visible;
  const filtered = words.length > 0 || kinds.length > 0;
  document.getElementById("count").textContent = filtered ? count + " of " + all + " criteria" : "";
}
show();
`;
