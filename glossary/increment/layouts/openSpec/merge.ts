/**
 * What archiving makes of a specification: the steps of OpenSpec 1.13.2 (`specs-apply.ts: buildUpdatedSpec`), so that the
 * result is the same to the byte. Nothing is written here.
 */

import { type Block, rawOf } from "./body.ts";
import { conflictsIn } from "./conflicts.ts";
import { countEntries, type Delta } from "./delta.ts";
import { flawsOf, flawText } from "./flaws.ts";
import { folded, joined, type Line, linesOf, type Named } from "./lines.ts";
import { PLACEHOLDER, readMainSpec } from "./mainSpec.ts";

/** Why a delta cannot be archived, and the entry that it is about. */
export interface Refusal {
  readonly why: string;
  readonly entry?: Named;
}

export interface Merged {
  /** The text of the specification; `undefined` where it stays as it is. */
  readonly text: string | undefined;
  readonly refusal?: Refusal;
  /** True where the specification is deleted, as it would be left without requirements. */
  readonly retires?: true;
  /** What is lost or passed over without refusal. */
  readonly warnings: readonly string[];
}

interface Kept {
  readonly name: string;
  readonly raw: string;
  readonly scenarios: readonly string[];
}

/**
 * Merges the delta of a change into the specification of its capability; `main` is `undefined` where that does not exist yet.
 * `capability` is the path below `specs`, `change` the name of the change, `mayRetire` what that says of capabilities that
 * lose their last requirement.
 */
export function merge(
  main: string | undefined,
  delta: Delta,
  capability: string,
  change: string,
  mayRetire = false,
): Merged {
  const warnings: string[] = delta.outside.map(
    ({ name }) => `“${name}” stands in no section of the delta that changes anything, and is passed over`,
  );
  const refused = (why: string, entry?: Named): Merged => ({
    text: undefined,
    refusal: entry ? { why, entry } : { why },
    warnings,
  });
  const [half] = delta.halves;
  if (half)
    return refused(`the renaming of “${half.name}” has no ${half.side === "FROM" ? "TO" : "FROM"}`, half);
  const [conflict] = conflictsIn(delta);
  if (conflict) return refused(`the delta says two things of “${conflict.entry.name}”`, conflict.entry);
  if (countEntries(delta) === 0) return refused("the delta names no requirement");
  if (main === undefined && delta.modified.length + delta.renamed.length > 0)
    return refused(
      "there is no specification in force: only new requirements can be added to it",
      delta.modified[0] ?? delta.renamed[0]?.from,
    );

  const purpose = purposeOf(delta.lines);
  const base = main ?? newSpec(capability, change, purpose);
  const spec = readMainSpec(base);
  if (spec.deltas.length + spec.outside.length + spec.twice.length > 0)
    return refused("the specification in force has to be mended first");
  const raw = ({ line, end }: Block) => rawOf(spec.lines, { line, end });
  const all = new Map<string, Kept>(
    spec.blocks.map((one) => [one.name, { name: one.name, raw: raw(one), scenarios: names(one) }]),
  );
  const order = spec.blocks.map(({ name }) => name);
  const folds = new Map<string, string>();
  const fold = (name: string) => {
    const known = folds.get(name) ?? folded(name);
    folds.set(name, known);
    return known;
  };
  const near = (name: string, but?: string) => {
    for (const one of all.keys()) if (one !== but && fold(one) === fold(name)) return one;
    return undefined;
  };

  let changed = 0;
  for (const { from, to } of delta.renamed) {
    const found = all.get(from.name);
    if (!found) {
      if (all.has(to.name) && near(from.name, to.name) === undefined) continue;
      return refused(`there is no “${from.name}” to rename`, from);
    }
    if (all.has(to.name)) return refused(`there is a “${to.name}” already`, to);
    const other = near(to.name, from.name);
    if (other !== undefined)
      return refused(`“${to.name}” differs from “${other}” in capitals or blanks alone`, to);
    const header = `### Requirement: ${to.name}`;
    all.delete(from.name);
    all.set(to.name, {
      ...found,
      name: to.name,
      raw: [header, ...found.raw.split("\n").slice(1)].join("\n"),
    });
    const at = order.indexOf(from.name);
    if (at >= 0) order[at] = to.name;
    changed++;
  }
  for (const one of delta.removed) {
    if (all.delete(one.name)) {
      changed++;
      continue;
    }
    const other = main === undefined ? undefined : near(one.name);
    if (other !== undefined) return refused(`there is no “${one.name}”, but “${other}”`, one);
    warnings.push(`there is no “${one.name}” to remove`);
  }
  for (const one of delta.modified) {
    const current = all.get(one.name);
    if (!current) return refused(`there is no “${one.name}” to modify`, one);
    const left = unmatched(current.scenarios, names(one));
    if (left.length > 0)
      return refused(`“${one.name}” leaves out ${left.map((name) => `“${name}”`).join(", ")}`, one);
    const now = rawOf(delta.lines, one);
    if (current.raw.trim() !== now.trim()) changed++;
    all.set(one.name, { name: one.name, raw: now, scenarios: names(one) });
  }
  for (const one of delta.added) {
    const now = rawOf(delta.lines, one);
    const known = all.get(one.name);
    if (known) {
      if (known.raw.trim() === now.trim()) continue;
      return refused(`there is a “${one.name}” already`, one);
    }
    const other = near(one.name);
    if (other !== undefined)
      return refused(`“${one.name}” differs from “${other}” in capitals or blanks alone`, one);
    all.set(one.name, { name: one.name, raw: now, scenarios: names(one) });
    changed++;
  }

  const kept = order.flatMap((name) => all.get(name) ?? []);
  const old = new Set(order);
  const added = [...all.values()].filter(({ name }) => !old.has(name));
  const text = composed(
    base,
    spec,
    [...kept, ...added].map((one) => one.raw),
  );
  const flaws = flawsOf(readMainSpec(text)).filter(({ isError }) => isError);
  const isEmptied =
    main !== undefined && delta.removed.length > 0 && flaws.every(({ kind }) => kind === "no-requirement");
  if (flaws.length > 0 && isEmptied && mayRetire) return { text: undefined, retires: true, warnings };
  if (flaws[0]) return refused(`the specification would be wrong then: ${flawText(flaws[0])}`);
  if (
    purpose !== undefined &&
    main !== undefined &&
    purposeOf(spec.lines) !== undefined &&
    purposeOf(spec.lines) !== purpose
  )
    warnings.push("the Purpose of the delta is passed over: the specification has one");
  return { text: changed > 0 ? inLineEndsOf(text, main) : undefined, warnings };
}

function names({ scenarios }: Block): string[] {
  return scenarios.map(({ name }) => name);
}

/** The names of `some` that have no equal among `others`; one that is there twice needs two. */
export function unmatched(some: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const name of others) left.set(name, (left.get(name) ?? 0) + 1);
  return some.filter((name) => {
    const count = left.get(name) ?? 0;
    if (count > 0) left.set(name, count - 1);
    return count === 0;
  });
}

type Spec = ReturnType<typeof readMainSpec>;

/** The parts around the requirements, and these, with one blank line between them. */
function composed(base: string, { lines, section, blocks }: Spec, raws: readonly string[]): string {
  const before = section ? joined(lines, 0, section.line) : base;
  const header = section ? (lines[section.line] as Line).text : "## Requirements";
  const preamble = section ? joined(lines, section.line + 1, blocks[0]?.line ?? section.end).trimEnd() : "";
  const after = section ? joined(lines, section.end, lines.length) : "";
  const body = [preamble.trim() === "" ? "" : preamble, ...raws]
    .filter((one, i) => i > 0 || one !== "")
    .join("\n\n")
    .trimEnd();
  const parts = [before.trimEnd(), header, body, after.trim()].filter((one) => one !== "");
  return `${withoutRuns(parts.join("\n\n")).trimEnd()}\n`;
}

/** One blank line instead of several, but for those within fences. */
function withoutRuns(text: string): string {
  const lines = linesOf(text);
  const kept = lines.filter(
    ({ text: line, fenced }, i) => fenced || line !== "" || lines[i - 1]?.text !== "" || lines[i - 1]?.fenced,
  );
  return kept.map((line) => line.text).join("\n");
}

/** What the Purpose of a page says; `undefined` where it has none but comments and code. */
function purposeOf(lines: readonly Line[]): string | undefined {
  const masked = linesOf(withoutComments(lines.map(({ text }) => text).join("\n")));
  const start = masked.findIndex(({ text, fenced }) => !fenced && /^##\s+Purpose\s*$/i.test(text));
  if (start < 0) return undefined;
  let end = start + 1;
  while (end < masked.length && ((masked[end] as Line).fenced || !/^##\s/.test((masked[end] as Line).text)))
    end++;
  const isSaid = masked.slice(start + 1, end).some(({ text, fenced }) => !fenced && text.trim() !== "");
  return isSaid ? joined(lines, start + 1, end).trim() || undefined : undefined;
}

/** The specification of a new capability, before anything is added to it. */
function newSpec(capability: string, change: string, purpose: string | undefined): string {
  const skeleton = (said: string) =>
    `# ${capability} Specification\n\n## Purpose\n${said}\n\n## Requirements\n`;
  const placeholder = skeleton(PLACEHOLDER.join(change));
  if (purpose === undefined) return placeholder;
  const own = skeleton(purpose);
  const spec = readMainSpec(own);
  const isReadable =
    !own.includes("<!--") &&
    spec.deltas.length + spec.outside.length + spec.twice.length === 0 &&
    spec.requirements !== undefined &&
    (spec.purpose?.text ?? "") !== "";
  return isReadable ? own : placeholder;
}

function inLineEndsOf(text: string, original: string | undefined): string {
  const crlf = original?.split("\r\n").length ?? 1;
  const all = original?.split("\n").length ?? 1;
  // Where both are used, the commoner one counts.
  return crlf > 1 && crlf - 1 >= all - crlf ? text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n") : text;
}

/** The text with blanks in the place of comments; one that is not closed runs to the end. */
function withoutComments(text: string): string {
  const blank = (piece: string) => piece.replace(/[^\n]/g, " ");
  const closing = /--!?>/g;
  let result = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("<!--", at);
    if (open < 0) return result + text.slice(at);
    closing.lastIndex = open + 4;
    const end = closing.exec(text) ? closing.lastIndex : text.length;
    result += text.slice(at, open) + blank(text.slice(open, end));
    at = end;
  }
}
