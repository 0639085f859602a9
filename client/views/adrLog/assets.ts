/** The style and the script of the ADR log. Colours are the editor's own, so that every theme fits. */

export const STYLE = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); padding: 1rem 1.5rem 2rem; line-height: 1.4; }
h1 { font-size: 1.5em; font-weight: 600; margin: 0 0 .8rem; }
h2 { font-size: 1.15em; font-weight: 600; margin: 2rem 0 .6rem; }
.hint, .date, .how, .by, .folder, #count { color: var(--vscode-descriptionForeground); }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin-bottom: .8rem; }
button.primary { padding: .35rem .9rem; color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; }
button.primary:hover { background: var(--vscode-button-hoverBackground); }
.states { display: flex; flex-wrap: wrap; gap: .4rem; }
button.state { padding: .1rem .6rem; border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, rgba(128,128,128,.35))); border-radius: 1rem; }
button.state:hover { background: var(--vscode-list-hoverBackground); }
button.state[aria-pressed=true] { color: var(--vscode-list-activeSelectionForeground); background: var(--vscode-list-activeSelectionBackground); border-color: var(--vscode-focusBorder); }
.state::before { content: ""; display: inline-block; width: .6em; height: .6em; border-radius: 50%; margin-right: .5em; background: var(--vscode-disabledForeground, gray); }
.state.accepted::before, .state.implemented::before { background: var(--vscode-charts-green, #388a34); }
.state.proposed::before, .state.draft::before { background: var(--vscode-charts-blue, #1a85ff); }
.state.superseded::before, .state.deprecated::before { background: var(--vscode-charts-yellow, #bf8803); }
.state.rejected::before { background: var(--vscode-charts-red, #e51400); }
table { border-collapse: collapse; width: 100%; }
thead { position: sticky; top: 0; background: var(--vscode-editor-background); z-index: 1; }
th, td { text-align: left; padding: .35rem 0; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; box-shadow: inset 0 -1px var(--vscode-widget-border, var(--vscode-contrastBorder, rgba(128,128,128,.35))); }
td { border-bottom: 1px solid var(--vscode-widget-border, rgba(128,128,128,.18)); }
tbody tr:hover { background: var(--vscode-list-hoverBackground); }
tbody tr:focus-within { outline: 1px solid var(--vscode-contrastActiveBorder, transparent); }
tr.aside { opacity: .65; }
.number, .date { white-space: nowrap; font-variant-numeric: tabular-nums; }
th:first-child, .number, .date, .status { width: 1%; }
th, td { padding-right: 1.2rem; }
.title { overflow-wrap: anywhere; min-width: 14rem; }
.status .state { display: inline-block; max-width: 14rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; }
.by { white-space: nowrap; }
.folder { min-width: 7rem; overflow-wrap: break-word; }
.sort::after { content: " ▲"; visibility: hidden; font-size: .8em; }
th[aria-sort=ascending] .sort::after { visibility: visible; }
th[aria-sort=descending] .sort::after { content: " ▼"; visibility: visible; }
.chains { overflow-x: auto; padding-bottom: .5rem; }
.chains, .chains ol { list-style: none; margin: 0; padding-left: 0; }
.chains li { display: flex; align-items: center; margin: .35rem 0; }
.box { flex: none; max-width: 18rem; padding: .4rem .7rem; border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, rgba(128,128,128,.4))); border-left: .25rem solid var(--vscode-disabledForeground, gray); border-radius: 3px; background: var(--vscode-editorWidget-background); overflow-wrap: anywhere; }
.box.accepted, .box.implemented { border-left-color: var(--vscode-charts-green, #388a34); }
.box.proposed, .box.draft { border-left-color: var(--vscode-charts-blue, #1a85ff); }
.box.superseded, .box.deprecated { border-left-color: var(--vscode-charts-yellow, #bf8803); }
.box.rejected { border-left-color: var(--vscode-charts-red, #e51400); }
.box .label, .box .date { display: block; font-size: .9em; }
.how { flex: none; padding: 0 .6rem; white-space: nowrap; font-size: .9em; }
li > .how:first-child::before { content: "── "; }
li > .how:first-child::after { content: " →"; }
[hidden] { display: none !important; }
`;

/** What is filtered and sorted is remembered: the page is made anew whenever a record changes. */
export const SCRIPT = `
const vscode = acquireVsCodeApi();
const body = document.querySelector("tbody");
const filter = document.getElementById("filter");
const state = Object.assign({ filter: "", kinds: [], column: "", up: true }, vscode.getState());
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.open) vscode.postMessage({ open: Number(button.dataset.open) });
  else if (button.dataset.run === "new") vscode.postMessage({ run: "new" });
  else if (button.dataset.run === "clear") update({ filter: "", kinds: [] });
  else if (button.classList.contains("sort")) {
    const column = button.textContent;
    update({ column, up: state.column === column ? !state.up : true });
  } else if (button.dataset.kind) {
    const { kind } = button.dataset;
    update({ kinds: state.kinds.includes(kind) ? state.kinds.filter((one) => one !== kind) : [...state.kinds, kind] });
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target === filter) update({ filter: "" });
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const openers = [...document.querySelectorAll("tbody tr:not([hidden]) .title .open")];
  const at = openers.indexOf(document.activeElement);
  const next = at >= 0 ? openers[at + step] : event.target === filter && step === 1 ? openers[0] : undefined;
  if (next) next.focus();
  else if (at === 0 && step === -1) filter.focus();
  if (next || at >= 0) event.preventDefault();
});
filter?.addEventListener("input", () => update({ filter: filter.value }));
function update(change) {
  Object.assign(state, change);
  vscode.setState(state);
  show();
}
function show() {
  if (filter.value !== state.filter) filter.value = state.filter;
  for (const button of document.querySelectorAll("button[data-kind]"))
    button.setAttribute("aria-pressed", String(state.kinds.includes(button.dataset.kind)));
  const headers = [...document.querySelectorAll("th")];
  const column = headers.findIndex((one) => one.textContent === state.column);
  for (const [i, header] of headers.entries())
    header.setAttribute("aria-sort", i !== column ? "none" : state.up ? "ascending" : "descending");
  if (column >= 0) {
    const { compare } = new Intl.Collator(undefined, { numeric: true });
    const text = (row) => row.children[column].textContent;
    body.append(...[...body.rows].sort((a, b) => (state.up ? 1 : -1) * compare(text(a), text(b))));
  }
  const words = state.filter.toLowerCase().split(/\\s+/);
  // "2" is looked for in numbers and titles; in dates only from the year on.
  const found = (row, word) =>
    [...row.cells].some((cell) =>
      (cell.className !== "date" || /^\\d{4}/.test(word)) && cell.textContent.toLowerCase().includes(word));
  let count = 0;
  for (const row of body.rows) {
    const kind = state.kinds.length === 0 || state.kinds.includes(row.dataset.kind);
    row.hidden = !kind || !words.every((word) => word === "" || found(row, word));
    if (!row.hidden) count++;
  }
  document.querySelector("table").hidden = count === 0;
  document.getElementById("nothing").hidden = count > 0;
  const all = body.rows.length;
  document.getElementById("count").textContent =
    count === all ? all + (all === 1 ? " record" : " records") : count + " of " + all;
}
if (body) show();
`;
