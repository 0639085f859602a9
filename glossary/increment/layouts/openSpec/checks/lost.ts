/** What OpenSpec passes over: headings that it does not read, sections it does not know, files in the wrong place. */

import { nearest } from "../../../../text/nearest.ts";
import { basename, dirname } from "../../../../text/paths.ts";
import type { Edit } from "../../../../text/span.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import { capabilityAt, saidAt } from "../capabilities.ts";
import { countEntries, type Delta, type DeltaSection, hasDelta, OPERATIONS } from "../delta.ts";
import { flawsOf } from "../flaws.ts";
import { folded, type Line, requirementAt } from "../lines.ts";
import { meantPlace } from "../places.ts";
import { type Check, edited, lead, listed, mend, ownOf, type Told, told } from "./told.ts";
import { deltaFor, isFrom, mainSpecFor } from "./version.ts";

/** A heading of a requirement as people write it, whatever OpenSpec thinks of it. */
const HEADING = /^([ \t]{0,3})(#{1,6})([ \t]*)Requirement[ \t]*[:：][ \t]*/i;

export const unreadRequirements: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind !== "delta" && at?.own.kind !== "main") return;
  const delta = at.own.kind === "delta" ? deltaFor(page, view) : undefined;
  const { lines } = delta ?? mainSpecFor(page, view);
  yield* otherHeadings(page, lines, delta === undefined);
  if (!delta) return;
  const outside = new Map<DeltaSection | undefined, string[]>();
  for (const { name, line, span } of delta.outside) {
    const section = delta.sections.findLast((one) => one.line < line);
    const known = outside.get(section);
    outside.set(section, [...(known ?? []), name]);
    const where = section ? `under “${section.name}”` : "above all sections";
    yield told(
      span,
      `“${name}” stands ${where}, where OpenSpec passes over it: put it under “## ADDED Requirements” or another section of a delta`,
      { mends: () => (known ? [] : intoSection(page, delta, section, line, isInForce(page, view, name))) },
    );
  }
  yield* passedOver(page, delta);
  yield* unreadItems(page, view, delta);
};

function* otherHeadings(page: ReadPage, lines: readonly Line[], inForce: boolean): Iterable<Told> {
  for (const [i, line] of lines.entries()) {
    const match = line.fenced || !line.text.includes("#") ? null : HEADING.exec(line.text);
    if (!match) continue;
    const [all, indent = "", marks = "", space = ""] = match;
    const isNameless = all.length >= line.text.trimEnd().length;
    const isRead = requirementAt(lines, i) !== undefined && !(inForce && space === "");
    if (isRead && !isNameless) continue;
    const why = isNameless
      ? "it has no name"
      : marks.length !== 3
        ? `“${marks}” begins no requirement, only “###” does`
        : indent !== ""
          ? "a heading of OpenSpec begins its line"
          : space === ""
            ? "“###” needs a blank behind it"
            : "its colon is not “:”";
    const span = { start: line.start + indent.length, end: Math.max(line.end, line.start + 1) };
    yield told(span, `OpenSpec does not read this as a requirement, and loses it: ${why}`, {
      mends: () =>
        isNameless
          ? []
          : mend("Write “### Requirement:”", edited(page, lead(line, all.length, "### Requirement: "))),
    });
  }
}

function isInForce(page: ReadPage, view: IncrementView, name: string): boolean {
  const at = ownOf(page, view);
  if (at?.own.kind !== "delta") return false;
  const capability = capabilityAt(view, at.increment.unit, at.own.capability);
  const said = capability && saidAt(view, capability.main);
  return said?.entries.some((one) => one.name === name) ?? false;
}

/** A section with another name is given the one that is meant; else what is added, or changed, gets a section of its own. */
function intoSection(
  page: ReadPage,
  { lines }: Delta,
  section: DeltaSection | undefined,
  line: number,
  changes: boolean,
) {
  const title = changes ? "MODIFIED Requirements" : "ADDED Requirements";
  const meant = section && meantTitle(section.name);
  if (meant !== undefined)
    return mend(
      `Call the section “${meant}”`,
      edited(page, { span: section?.span ?? { start: 0, end: 0 }, text: meant }),
    );
  const { start } = lines[line] as Line;
  const edit: Edit = { span: { start, end: start }, text: `## ${title}\n\n` };
  return mend(`Put “## ${title}” above it`, edited(page, edit));
}

const TITLES = OPERATIONS.map((one) => `${one} Requirements`);
const WORDS: Readonly<Record<string, string>> = {
  new: "ADDED",
  add: "ADDED",
  changed: "MODIFIED",
  modify: "MODIFIED",
  updated: "MODIFIED",
  deleted: "REMOVED",
  remove: "REMOVED",
  deprecated: "REMOVED",
  rename: "RENAMED",
};

/** The title of a section that somebody meant: `NEW Requirements`, `ADDED Requirement`, `Requirements`. */
function meantTitle(name: string): string | undefined {
  const bare = name
    .replace(/[ \t]+#+$/, "")
    .replace(/[:：]$/, "")
    .trim();
  if (/^requirements?$/i.test(bare)) return "ADDED Requirements";
  const [word = ""] = bare.toLowerCase().split(/\s/);
  const operation = WORDS[word] ?? OPERATIONS.find((one) => one.toLowerCase() === word);
  if (operation && (bare.toLowerCase() === word || /requirement/i.test(bare)))
    return `${operation} Requirements`;
  return nearest(bare, TITLES);
}

/** Headings among requirements: above the first one they are lost, with all below them. */
function* passedOver(
  page: ReadPage,
  { passedOver: headings, added, modified, lines }: Delta,
): Iterable<Told> {
  for (const { name, span, line } of headings) {
    // Other checks say what is wrong with these.
    if (/^(?:requirement|scenario)\b/i.test(name)) continue;
    const isWithin = [...added, ...modified].some((one) => one.line < line && line < one.end);
    const next = lines.slice(line + 1).find(({ text, fenced }) => !fenced && /^#{1,4}\s/.test(text));
    const isMeant = next !== undefined && /^####\s+Scenario\b/i.test(next.text);
    if (!isMeant && isWithin) continue;
    yield told(
      span,
      isMeant
        ? `OpenSpec does not read “${name}” as a requirement, and its scenarios as those of another one: write “### Requirement: ${name}”`
        : `“${name}” is no requirement to OpenSpec, which leaves out what stands here when it archives the change`,
      {
        ...(isMeant ? {} : { severity: "information" as const }),
        mends: () =>
          isMeant
            ? mend(
                "Write “### Requirement:”",
                edited(page, { span: { start: span.start, end: span.start }, text: "Requirement: " }),
              )
            : [],
      },
    );
  }
}

/** Items that name a requirement in force in a form that is not read. */
function* unreadItems(page: ReadPage, view: IncrementView, delta: Delta): Iterable<Told> {
  const at = ownOf(page, view);
  if (!at) return;
  for (const section of delta.sections) {
    if (section.operation === "RENAMED") yield* unreadRenames(page, delta, section);
    if (section.operation !== "REMOVED") continue;
    const { main } = capabilityAt(view, at.increment.unit, at.own.capability) ?? {};
    const inForce = new Map((saidAt(view, main)?.entries ?? []).map(({ name }) => [folded(name), name]));
    for (let i = section.line + 1; i < section.end; i++) {
      const line = delta.lines[i] as Line;
      const match = line.fenced ? null : /^\s{0,3}[-*+][ \t]+(.+)$/.exec(line.text);
      const said = match?.[1]
        ?.replace(/[*`]/g, "")
        .replace(/^Requirement:\s*/i, "")
        .trim();
      const name = said === undefined ? undefined : inForce.get(folded(said));
      if (name === undefined) continue;
      const span = { start: line.start, end: line.end };
      yield told(
        span,
        `OpenSpec does not read this item, and “${name}” stays in force: write “### Requirement: ${name}”`,
        {
          mends: () =>
            mend("Write “### Requirement:”", edited(page, { span, text: `### Requirement: ${name}` })),
        },
      );
    }
  }
}

const SIDE = /^(\s*(?:[-*+]\s+)?)[*_`]{0,3}(FROM|TO)[*_`]{0,3}\s*[:：][*_`]{0,3}\s*(.+?)\s*$/i;

function* unreadRenames(
  page: ReadPage,
  { lines, renamed, halves }: Delta,
  { line, end }: DeltaSection,
): Iterable<Told> {
  const read = new Set(
    [...renamed.flatMap(({ from, to }) => [from, to]), ...halves].map(({ span }) => span.start),
  );
  for (let i = line + 1; i < end; i++) {
    const one = lines[i] as Line;
    const match = one.fenced || one.text.length > 1_000 ? null : SIDE.exec(one.text);
    if (!match || [...read].some((start) => one.start <= start && start <= one.end)) continue;
    const [, indent = "", side = "", said = ""] = match;
    const name = said
      .replace(/[`*]/g, "")
      .replace(/^#+\s*/, "")
      .replace(/^Requirement\s*[:：]\s*/i, "")
      .trim();
    const text = `${indent}${side.toUpperCase()}: \`### Requirement: ${name}\``;
    const span = { start: one.start + indent.length, end: one.end };
    yield told(span, `OpenSpec does not read this as part of a renaming: write “${text.trim()}”`, {
      mends: () =>
        mend(
          "Write it as OpenSpec reads it",
          edited(page, { span: { start: one.start, end: one.end }, text }),
        ),
    });
  }
}

export const emptyDeltas: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind !== "delta") return;
  const delta = deltaFor(page, view);
  const known = delta.sections.filter(({ operation }) => operation !== undefined);
  for (const section of delta.sections) {
    const meant = section.operation ? undefined : meantTitle(section.name);
    // A Purpose is for new capabilities; notes are notes.
    if (meant === undefined || /^(?:purpose|requirements)$/i.test(section.name)) continue;
    const isRejected = isFrom(view, "1.16.1");
    // What stands in it is reported where it stands.
    if (!isRejected && delta.outside.some(({ line }) => section.line < line && line < section.end)) continue;
    yield told(
      section.span,
      `OpenSpec ${isRejected ? "rejects" : "passes over"} the section “${section.name}”, and all that stands in it: call it “${meant}”${isRejected ? "" : " (from version 1.16.1 on it is rejected)"}`,
      {
        severity: isRejected ? "error" : "warning",
        mends: () => mend(`Call it “${meant}”`, edited(page, { span: section.span, text: meant })),
      },
    );
  }
  if (countEntries(delta) > 0) return;
  const [first] = known;
  if (first)
    yield told(
      first.span,
      `${listed(known.map(({ name }) => name))} ${known.length === 1 ? "names" : "name"} no requirement, so there is nothing to archive: add one with “### Requirement:”`,
    );
  else
    yield told(
      topOf(page),
      "This delta has no section such as “## ADDED Requirements”, so there is nothing to archive: add one, or put notes elsewhere",
    );
};

/** The first line of a page with something on it; the start of an empty one. */
export function topOf({ text }: Pick<ReadPage, "text">) {
  const start = /\S/.exec(text)?.index ?? 0;
  const end = /[\r\n]|$/.exec(text.slice(start))?.index ?? 0;
  return { start, end: start + end };
}

export const misplacedDeltas: Check = function* (page, view) {
  const at = ownOf(page, view);
  const place = page.exports.increment?.place;
  if (at?.own.kind !== "stray" || !place) return;
  const isRoot = page.path === `${at.increment.unit}/specs/spec.md`;
  const delta = deltaFor(page, view);
  if (!isRoot && !hasDelta(delta)) return;
  const [section] = delta.sections.filter(({ operation }) => operation);
  const to = meantPlace(page.path, place);
  const isFree = to !== undefined && !view.pages.has(to);
  yield told(
    section?.span ?? topOf(page),
    `OpenSpec reads no delta here, and loses it when the change is archived: it has to be a spec.md in the folder of its capability${to === undefined ? "" : `, ${basename(dirname(to))}/spec.md`}`,
    isFree
      ? {
          mends: () =>
            mend(`Move it to ${basename(dirname(to))}/spec.md`, [{ kind: "rename", path: page.path, to }]),
        }
      : {},
  );
};

export const wrongSections: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind !== "main") return;
  for (const { kind, name, span } of flawsOf(mainSpecFor(page, view))) {
    if (kind === "delta-heading")
      yield told(
        span,
        `“${name}” belongs in a change; a specification in force has its requirements under “Requirements”`,
        {
          mends: () =>
            flawsOf(mainSpecFor(page, view)).some((one) => one.kind === "no-requirements")
              ? mend("Call it “Requirements”", edited(page, { span, text: "Requirements" }))
              : [],
        },
      );
    if (kind === "outside")
      yield told(
        span,
        `“${name}” stands outside of the section “Requirements”, where OpenSpec does not see it: put it there`,
      );
  }
};
