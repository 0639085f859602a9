/** The table in docs/layouts.md of what a tool and the findings differ in. */

export interface Compared {
  readonly name: string;
  readonly why: string | undefined;
  /** Whether the tool rejects it, and whether anything is reported. */
  readonly they: boolean;
  readonly we: boolean;
}

const START = "<!-- openspec-compared -->";
const END = "<!-- /openspec-compared -->";

/** The numbers, and each difference with its reason. */
export function tableOf(all: readonly Compared[]): string {
  const count = (they: boolean, we: boolean) =>
    all.filter((one) => one.they === they && one.we === we).length;
  const differing = all.filter(({ they, we }) => they !== we);
  return [
    START,
    "",
    `Of ${all.length} small projects, OpenSpec and the findings reject ${count(true, true)} and accept ${count(false, false)}; ${count(true, false)} are rejected by OpenSpec alone, ${count(false, true)} by the findings alone:`,
    "",
    "| Project | Rejected by | Why |",
    "|---|---|---|",
    ...differing.map(
      ({ name, they, why }) =>
        `| ${cell(name)} | ${they ? "OpenSpec" : "the findings"} | ${cell(why ?? "")} |`,
    ),
    "",
    END,
  ].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** The document with this table in the place of the one before. */
export function withTable(document: string, table: string): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  return start < 0 || end < 0
    ? document
    : document.slice(0, start) + table + document.slice(end + END.length);
}
