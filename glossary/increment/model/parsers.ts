/**
 * What the parsers of SpecWeave 1.0.593 see on a page, line by line, with their own patterns. They differ: its coverage
 * check (`parseSpecMd`, `parseTasksWithUSLinks`) knows other forms than what ticks criteria (`ACStatusManager`).
 */

/** A part of SpecWeave that reads specifications and tasks. */
export type Part = "coverage" | "sync";

const STORY = /^###?\s+(US-(?:[A-Za-z]{2,6}-)?\d{3,}E?):\s*(.+)$/;
const CRITERION: Readonly<Record<Part, RegExp>> = {
  coverage: /^-\s*\[[x ]\]\s*\*\*(AC-US\d+E?-\d{2})\*\*/,
  sync: /^-\s+\[[ x]\]\s+\*{0,2}(AC-[A-Z0-9-]+)\*{0,2}\s*(?:\([^)]*\))?\s*:\s*.+/,
};
const TASK: Readonly<Record<Part, RegExp>> = {
  coverage: /^###\s+(T-\d{3,}E?):\s*.+$/,
  sync: /###\s+(T-\d+):/,
};
export const PARTS: readonly Part[] = ["coverage", "sync"];

/** The id of the story that a line begins for the coverage check, which alone reads stories; `undefined` for none. */
export function storyOn(line: string): string | undefined {
  return STORY.exec(line)?.[1];
}

/** The id of the criterion that a part takes from a line; `undefined` for none. */
export function criterionOn(line: string, part: Part): string | undefined {
  return CRITERION[part].exec(line)?.[1];
}

/** The id of the task that a line begins for a part; `undefined` for none. */
export function taskOn(line: string, part: Part): string | undefined {
  return TASK[part].exec(line)?.[1];
}

/** The parts that do not find what they should with `find`. */
export function blindTo(find: (part: Part) => boolean): Part[] {
  return PARTS.filter((part) => !find(part));
}

/** Where the coverage check looks for criteria: below a line with “Acceptance Criteria” in a story. */
export type Zone = "criteria" | "story" | "none";

/** The zone of each line of a specification. */
export function zonesOf(lines: readonly string[]): Zone[] {
  let zone: Zone = "none";
  return lines.map((line) => {
    if (storyOn(line) !== undefined) zone = "story";
    else if (zone !== "none") {
      if (line.includes("Acceptance Criteria")) zone = "criteria";
      else if (line.startsWith("##")) zone = "story";
    }
    return zone;
  });
}

const FIELD: Readonly<Record<Part, RegExp>> = {
  coverage: /\*\*Satisfies ACs\*\*:\s*(AC-US\d+E?-\d{2}(?:,\s*AC-US\d+E?-\d{2})*)/,
  sync: /\*\*(?:AC|Satisfies ACs)\*\*:\s*(.+)/,
};

/** The ids that a part takes from the line of a field; `undefined` where it does not read the field at all. */
export function fieldOn(label: string, line: string, part: Part): readonly string[] | undefined {
  if (label !== "Satisfies ACs" && (label !== "AC" || part === "coverage")) return undefined;
  const value = FIELD[part].exec(line)?.[1] ?? "";
  return value
    .split(part === "coverage" ? "," : /[,\s]+/)
    .map((id) => id.trim())
    .filter((id) => id.startsWith("AC-"));
}

/** Whom a message speaks of. */
export function subjectOf(parts: readonly Part[]): string {
  const [part] = parts;
  if (parts.length !== 1 || !part) return "SpecWeave";
  return part === "coverage" ? "The coverage check of SpecWeave" : "The status sync of SpecWeave";
}

/** What the other part does, where only one is blind. */
export function contrastOf(parts: readonly Part[]): string {
  if (parts.length !== 1) return "";
  return parts[0] === "coverage" ? ", its status sync does" : ", its coverage check does";
}

/** The lines of a page without their ends. */
export function linesOf({ text, lines }: { readonly text: string; readonly lines: Uint32Array }): string[] {
  return Array.from(lines, (start, i) =>
    text.slice(start, lines[i + 1] ?? text.length).replace(/[\r\n]+$/, ""),
  );
}

const BEGINNING = /^([ \t]*)(?:([-*+]|\d{1,9}[.)])[ \t]*)?(\[(.)\][ \t]*)?/u;
const CANONICAL = /^AC-US\d+E?-\d{2}$/;

/** Why parts do not see the criterion with this id on a line, in a few words each. */
export function reasonsOf(line: string, id: string, parts: readonly Part[]): string[] {
  const [all, indent = "", bullet, box, mark] = BEGINNING.exec(line) as RegExpExecArray;
  const at = line.indexOf(id);
  const lead = line.slice(all.length, at);
  const behind = line.slice(at + id.length);
  const found: string[] = [];
  if (bullet === undefined) found.push("no list item");
  else if (bullet !== "-") found.push("another bullet than “-”");
  else if (indent !== "") found.push("indented");
  if (box === undefined) found.push("no box");
  else if (mark === "X") found.push("a capital X in the box");
  if (!/^(?:\*\*)?$/.test(lead)) found.push("text before the id");
  if (parts.includes("coverage")) {
    if (!CANONICAL.test(id)) found.push("form of the id");
    if (/^(?:\*\*)?$/.test(lead) && (lead === "" || !behind.startsWith("**")))
      found.push("id not bold by itself");
  }
  if (parts.includes("sync") && !/^\*{0,2}\s*(?:\([^)]*\))?\s*:\s*\S/.test(behind))
    found.push("no colon right behind the id");
  return found.length > 0 ? found : ["form of the line"];
}
