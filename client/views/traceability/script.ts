/** The page of the traceability view. What is filtered is remembered. */
import { all, around, named, remember, remembered, tell, toggled } from "../webview.ts";
import type { FromPage, ToPage } from "./messages.ts";

const state = remembered({ filter: "", kinds: [] as string[] });
const content = named("content");
const filter = () => document.querySelector<HTMLInputElement>("#filter");

content.addEventListener("click", (event) => {
  const { open, add, run, kind } = around<HTMLButtonElement>(event, "button")?.dataset ?? {};
  if (open) tell<FromPage>({ kind: "open", place: Number(open) });
  else if (add) tell<FromPage>({ kind: "add", criterion: Number(add) });
  else if (run === "choose") tell<FromPage>({ kind: "choose" });
  else if (run === "clear") update({ filter: "", kinds: [] });
  else if (kind) update({ kinds: toggled(state.kinds, kind) });
});

content.addEventListener("input", ({ target }) => {
  const input = filter();
  if (input && target === input) update({ filter: input.value });
});

content.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const inFilter = event.target === filter();
  if (event.key === "Escape" && inFilter) update({ filter: "" });
  const row = around<HTMLTableRowElement>(event, "tbody tr");
  if (!STEPS[event.key] || (!row && !(inFilter && event.key === "ArrowDown"))) return;
  const next = row ? nextFrom(row, event) : rowsToEnter()[0]?.querySelector("button");
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  event.preventDefault();
});

/** By how many rows and by how many buttons of a row a key goes on. */
const STEPS: Readonly<Record<string, readonly [rows: number, buttons: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** What a key leads to from something in a row; above the first one is the filter. */
function nextFrom(row: HTMLTableRowElement, { key, target }: KeyboardEvent): HTMLElement | null | undefined {
  const [step, aside] = STEPS[key] ?? [0, 0];
  if (aside !== 0) {
    const buttons = all("button", row).filter(isShown);
    return buttons[buttons.indexOf(target as HTMLButtonElement) + aside];
  }
  const rows = rowsToEnter();
  const button = rows[rows.indexOf(row) + step]?.querySelector("button");
  return button ?? (step < 0 ? filter() : undefined);
}

function rowsToEnter(): HTMLTableRowElement[] {
  return all<HTMLTableRowElement>("tbody tr").filter((one) => isShown(one) && one.querySelector("button"));
}

function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null;
}

addEventListener("message", ({ data }: MessageEvent<Partial<ToPage> | undefined>) => {
  if (data?.kind === "content") replace(data.html ?? "");
});

/** New content takes the place of the old one without losing place or focus. */
function replace(html: string): void {
  const focused = document.activeElement;
  const input = focused === filter() ? filter() : null;
  const text = focused?.textContent;
  const row = focused?.closest("tr")?.querySelector("button")?.textContent;
  const top = document.scrollingElement?.scrollTop ?? 0;
  const cursor = input?.selectionStart ?? null;
  const opened = all<HTMLDetailsElement>("details[open]").map(nameOf);
  content.innerHTML = html;
  for (const one of all<HTMLDetailsElement>("details")) one.open = opened.includes(nameOf(one));
  show();
  if (document.scrollingElement) document.scrollingElement.scrollTop = top;
  if (input) {
    filter()?.focus();
    filter()?.setSelectionRange(cursor, cursor);
  } else if (row) {
    const again = all("tbody tr").find((one) => one.querySelector("button")?.textContent === row);
    all("button", again ?? content)
      .find((one) => again && one.textContent === text)
      ?.focus();
  }
}

/** What is in a row is known by the row's first button. */
function nameOf(element: HTMLElement): string | undefined {
  return element.closest("tr")?.querySelector("button")?.textContent;
}

function update(change: Partial<typeof state>): void {
  remember(state, change);
  show();
}

function show(): void {
  const input = filter();
  if (!input) return;
  if (input.value !== state.filter) input.value = state.filter;
  const toggles = all("button[data-kind]");
  // A switch for which there is nothing left is gone, and does not count.
  const kinds = state.kinds.filter((kind) => toggles.some((one) => one.dataset.kind === kind));
  for (const one of toggles) one.setAttribute("aria-pressed", String(kinds.includes(one.dataset.kind ?? "")));
  const words = state.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const { shown, of, visible } = filterRows(words, kinds);
  for (const table of all("table")) table.hidden = !visible;
  named("nothing").hidden = visible;
  const filtered = words.length > 0 || kinds.length > 0;
  named("count").textContent = filtered ? `${shown} of ${of} criteria` : "";
}

/** Hides the rows that do not fit; says how many criteria are shown, of how many, and whether anything is. */
function filterRows(words: readonly string[], kinds: readonly string[]) {
  let shown = 0;
  let of = 0;
  let visible = false;
  for (const body of all<HTMLTableSectionElement>("tbody")) {
    const [head, ...rows] = body.rows;
    const story = head?.textContent.toLowerCase() ?? "";
    body.hidden = true;
    for (const row of rows) {
      const { kind } = row.dataset;
      const text = `${story} ${row.textContent.toLowerCase()}`;
      const fits = kinds.length === 0 || (kind !== undefined && kinds.includes(kind));
      row.hidden = !fits || !words.every((word) => text.includes(word));
      if (!row.hidden) body.hidden = false;
      if (kind === undefined) continue;
      of++;
      if (!row.hidden) shown++;
    }
    visible ||= !body.hidden;
  }
  return { shown, of, visible };
}

show();
