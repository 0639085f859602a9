/** A change as a whole: its proposal, its capabilities, its settings, and whether it has any delta. */

import type { Span } from "../../../../text/span.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import type { Increment } from "../../../model/increment.ts";
import { type ChangeFacts, changeFacts } from "../changes.ts";
import { headingAt, linesOf } from "../lines.ts";
import { openSpecPage } from "../page.ts";
import { isChange, nestedIn, rootOf } from "../places.ts";
import { topOf } from "./lost.ts";
import { type Check, edited, linesBehind, listed, mend, ownOf, told } from "./told.ts";
import { isFrom } from "./version.ts";

/** The change of a page that says what is wrong with all of it: its first one. */
function speaker(
  page: ReadPage,
  view: IncrementView,
): { increment: Increment; facts: ChangeFacts } | undefined {
  const at = ownOf(page, view);
  if (!at || !isChange(at.increment) || firstOf(at.increment) !== page.path) return undefined;
  return { increment: at.increment, facts: changeFacts(at.increment) };
}

const FIRST = ["proposal.md", "tasks.md", "design.md", ".openspec.yaml"];

function firstOf({ unit, paths }: Increment): string | undefined {
  return FIRST.map((name) => `${unit}/${name}`).find((path) => paths.includes(path)) ?? paths[0];
}

/** Where a page says what it is about. */
function headOf(page: ReadPage): Span {
  return page.exports.increment?.titleSpan ?? topOf(page);
}

export const withoutDelta: Check = function* (page, view) {
  const at = speaker(page, view);
  if (!at) return;
  const { facts, increment } = at;
  if (nestedIn(increment).length > 0 || facts.settings?.skipsSpecs) return;
  if (facts.deltas.some((one) => one.entries.length > 0) || facts.strays.some((one) => one.isLost)) return;
  // A delta that names nothing is reported itself; a stray file does not count.
  if (facts.deltas.length > 0) return;
  const isBegun = increment.paths.some((path) => !/\/(?:proposal\.md|\.openspec\.yaml)$/.test(path));
  yield told(
    headOf(page),
    "This change has no delta, so OpenSpec rejects it: say in specs/<capability>/spec.md what it adds, modifies or removes, or write “skip_specs: true” in .openspec.yaml",
    // Whoever has only written the proposal is about to write the rest.
    isBegun ? {} : { severity: "information" },
  );
};

export const specsDespiteMarker: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind !== "change" || !at.own.settings?.skipsSpecs) return;
  const below = at.increment.paths.filter((path) => path.startsWith(`${at.increment.unit}/specs/`));
  if (below.length === 0) return;
  const match = /^([ \t]*['"]?skip_specs['"]?[ \t]*:[^\r\n#]*)/m.exec(page.text);
  const start = match?.index ?? 0;
  yield told(
    { start, end: start + (match?.[1]?.trimEnd().length ?? 1) },
    "“skip_specs” says that no specification changes, but there are files in specs: remove one or the other",
    {
      related: below.slice(0, 10).map((path) => ({ path, span: { start: 0, end: 0 }, message: "In specs" })),
      mends: () => {
        const end = page.text.indexOf("\n", start);
        const span = { start, end: end < 0 ? page.text.length : end + 1 };
        return mend("Remove “skip_specs”", edited(page, { span, text: "" }));
      },
    },
  );
};

export const nestedChanges: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (!at || !isChange(at.increment)) return;
  const nested = nestedIn(at.increment);
  if (nested.length === 0 || at.increment.paths[0] !== page.path) return;
  yield told(
    headOf(page),
    `OpenSpec looks for changes in changes alone, and takes ${at.increment.name} for one: move ${listed(nested)} up, to a name such as ${at.increment.name}-${nested[0]?.replaceAll("/", "-")}`,
  );
};

export const incompleteProposals: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (!at || !isChange(at.increment) || nestedIn(at.increment).length > 0) return;
  const { unit, paths } = at.increment;
  if (at.own.kind !== "proposal") {
    const isFirst = firstOf(at.increment) === page.path && !paths.includes(`${unit}/proposal.md`);
    const isUsual = (changeFacts(at.increment).settings?.schema || "spec-driven") === "spec-driven";
    // A change that has been started, and nothing more, is no worse for that.
    if (isFirst && isUsual && page.path !== `${unit}/.openspec.yaml`)
      yield told(headOf(page), "This change has no proposal.md: say why it is made, and what changes", {
        severity: "information",
        mends: () =>
          mend("Write a proposal to fill in", [
            { kind: "create", path: `${unit}/proposal.md`, text: PROPOSAL },
          ]),
      });
    return;
  }
  if (page.path !== `${unit}/proposal.md`) return;
  const lines = linesOf(page.text);
  const headings = lines.flatMap((_, i) => headingAt(lines, i) ?? []);
  const missing = ["Why", "What Changes"].filter((title) =>
    headings.every(({ name }) => name.toLowerCase() !== title.toLowerCase()),
  );
  if (missing.length === 0) return;
  const title = headings.find(({ depth }) => depth === 1);
  yield told(
    headOf(page),
    `${listed(missing)} ${missing.length === 1 ? "is" : "are"} missing in the proposal: OpenSpec warns when it archives the change, and shows nothing of it`,
    {
      severity: "information",
      mends: () => {
        const added = missing.flatMap((one) => ["", `## ${one}`, "", "…"]);
        const last = missing.includes("Why") && title ? title.line : lines.length - 1;
        return mend(`Add ${listed(missing)} to fill in`, edited(page, linesBehind(page, lines, last, added)));
      },
    },
  );
};

const PROPOSAL = "# Proposal\n\n## Why\n\n…\n\n## What Changes\n\n- …\n";

export const capabilitiesWithoutDelta: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind !== "proposal") return;
  const { deltas, settings } = changeFacts(at.increment);
  // Before the first delta they are all about to be written.
  if (deltas.length === 0 || settings?.skipsSpecs) return;
  const written = new Set(deltas.map(({ capability }) => capability));
  for (const { name, span, list } of at.own.capabilities)
    if (!written.has(name))
      yield told(
        span,
        `The proposal names ${name}, but no delta says what changes there: write specs/${name}/spec.md, or take it off the list`,
        {
          mends: () =>
            mend(`Write specs/${name}/spec.md to fill in`, [
              { kind: "create", path: `${at.increment.unit}/specs/${name}/spec.md`, text: deltaText(list) },
            ]),
        },
      );
};

function deltaText(list: "new" | "modified"): string {
  const purpose = list === "new" ? "## Purpose\n\n…\n\n" : "";
  return `${purpose}## ADDED Requirements\n\n### Requirement: …\n\nThe system SHALL …\n\n#### Scenario: …\n\n- **WHEN** …\n- **THEN** …\n`;
}

export const brokenSettings: Check = function* (page, view) {
  const place = page.exports.increment?.place;
  const said = openSpecPage(page.exports.increment);
  const own = said?.kind === "configuration" ? said : ownOf(page, view)?.own;
  const problem = own?.settings?.problem;
  if (problem) {
    const isConfiguration = own.kind === "configuration";
    const rejects = isConfiguration ? isFrom(view, "1.16.0") : problem.isSaid;
    const what = isConfiguration ? "goes on without the file" : "passes over what it says";
    yield told(
      problem.span,
      `${capital(problem.message)}: OpenSpec ${rejects ? "rejects that" : what}${isConfiguration && !rejects ? ", and rejects it from version 1.16.0 on" : ""}`,
      { severity: rejects ? "error" : "warning" },
    );
    return;
  }
  const schema = own?.settings?.schema;
  if (!place || !schema || schema === "spec-driven" || !view.complete) return;
  const root = place.role === "configuration" ? place.unit : rootOf(place.unit);
  if (view.links.folders.has(`${root}/schemas/${schema}`)) return;
  const start = page.text.indexOf(schema, page.text.indexOf("schema"));
  yield told(
    { start: Math.max(0, start), end: Math.max(0, start) + schema.length },
    `There is no workflow ${schema} in ${root}/schemas: OpenSpec knows “spec-driven” besides, and those that are installed for the user`,
    { severity: own?.settings?.skipsSpecs ? "warning" : "information" },
  );
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
