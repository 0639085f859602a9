/** The page of the ADR log. What is filtered and sorted is remembered: the page is made anew whenever a record changes. */
import { all, around, named, remember, remembered, tell, toggled } from "../webview.ts";
import type { FromPage } from "./messages.ts";

const state = remembered({ filter: "", kinds: [] as string[], column: "", up: true });
const body = document.querySelector("tbody");
const filter = document.querySelector<HTMLInputElement>("#filter");

document.addEventListener("click", (event) => {
  const button = around<HTMLButtonElement>(event, "button");
  if (!button) return;
  const { open, run, kind } = button.dataset;
  const column = button.textContent;
  if (open) tell<FromPage>({ kind: "open", index: Number(open) });
  else if (run === "new") tell<FromPage>({ kind: "new" });
  else if (run === "clear") update({ filter: "", kinds: [] });
  else if (button.classList.contains("sort")) update({ column, up: state.column !== column || !state.up });
  else if (kind) update({ kinds: toggled(state.kinds, kind) });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target === filter) update({ filter: "" });
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const openers = all("tbody tr:not([hidden]) .title .open");
  const at = openers.indexOf(document.activeElement as HTMLElement);
  const next = at >= 0 ? openers[at + step] : event.target === filter && step === 1 ? openers[0] : undefined;
  if (next) next.focus();
  else if (at === 0 && step === -1) filter?.focus();
  if (next || at >= 0) event.preventDefault();
});

filter?.addEventListener("input", () => update({ filter: filter.value }));

function update(change: Partial<typeof state>): void {
  remember(state, change);
  if (body && filter) show(body, filter);
}

function show(body: HTMLTableSectionElement, filter: HTMLInputElement): void {
  if (filter.value !== state.filter) filter.value = state.filter;
  for (const button of all("button[data-kind]"))
    button.setAttribute("aria-pressed", String(state.kinds.includes(button.dataset.kind ?? "")));
  sort(body);
  const words = state.filter.toLowerCase().split(/\s+/);
  let count = 0;
  for (const row of body.rows) {
    const kind = state.kinds.length === 0 || state.kinds.includes(row.dataset.kind ?? "");
    row.hidden = !kind || !words.every((word) => word === "" || has(row, word));
    if (!row.hidden) count++;
  }
  for (const table of all("table")) table.hidden = count === 0;
  named("nothing").hidden = count > 0;
  const { length } = body.rows;
  named("count").textContent =
    count === length ? `${length} ${length === 1 ? "record" : "records"}` : `${count} of ${length}`;
}

function sort(body: HTMLTableSectionElement): void {
  const headers = all("th");
  const column = headers.findIndex((one) => one.textContent === state.column);
  for (const [i, header] of headers.entries())
    header.setAttribute("aria-sort", i !== column ? "none" : state.up ? "ascending" : "descending");
  if (column < 0) return;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const text = (row: HTMLTableRowElement) => row.cells[column]?.textContent ?? "";
  body.append(...[...body.rows].sort((a, b) => (state.up ? 1 : -1) * compare(text(a), text(b))));
}

/** "2" is looked for in numbers and titles; in dates only from the year on. */
function has({ cells }: HTMLTableRowElement, word: string): boolean {
  return [...cells].some(
    ({ className, textContent }) =>
      (className !== "date" || /^\d{4}/.test(word)) && textContent.toLowerCase().includes(word),
  );
}

if (body && filter) show(body, filter);
