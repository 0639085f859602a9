/** Completes names: of requirements behind “Requirement:” and as code, of capabilities as code. */

import type { Span } from "../../../../text/span.ts";
import { type Completion, PLAIN } from "../../../../workspace/answers.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import { type Capability, capabilitiesOf, saidAt } from "../capabilities.ts";
import { deltaOn, openSpecPage } from "../page.ts";
import { rootOf } from "../places.ts";
import { capabilitiesFor, namesOf, unitOf } from "./at.ts";

/** What can stand at an offset; `undefined` where no name is being written. */
export function nameCompletion(
  view: IncrementView,
  page: ReadPage,
  offset: number,
): Completion[] | undefined {
  const unit = unitOf(page);
  const own = openSpecPage(page.exports.increment);
  if (unit === undefined || !own) return undefined;
  const { text } = page;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const typed = text.slice(start, offset);
  const rest = /^[^`\r\n]*/.exec(text.slice(offset, offset + 300))?.[0].trimEnd() ?? "";
  const behind = /Requirement:[ \t]*([^`]*)$/i.exec(typed);
  if (behind) {
    const from = offset - (behind[1]?.length ?? 0);
    // A name that is there already is exchanged as a whole.
    const replace = { start: from, end: offset + rest.length };
    const found = own.capability === "" ? capabilitiesFor(view, page) : inForce(view, page, offset);
    return requirements(view, found, replace, own.capability === "" ? undefined : new Set(said(page)));
  }
  const coded = /(?:^|[^`])`([^`]*)$/.exec(typed);
  if (!coded || own.kind === "main") return undefined;
  const replace = {
    start: offset - (coded[1]?.length ?? 0),
    end: offset + (text.charAt(offset + rest.length) === "`" ? rest.length : 0),
  };
  return [
    ...capabilities(view, unit, replace),
    ...requirements(view, capabilitiesFor(view, page), replace, undefined),
  ];
}

/** Where new names are written nothing is offered: what is added or in force is not there yet. */
function inForce(view: IncrementView, page: ReadPage, offset: number): Capability[] {
  const section = deltaOn(page).sections.findLast(({ span }) => span.start < offset);
  const isOld = section?.operation !== undefined && section.operation !== "ADDED";
  return isOld ? capabilitiesFor(view, page) : [];
}

/** The names that a delta has already. */
function said(page: ReadPage): string[] {
  return openSpecPage(page.exports.increment)?.entries.map(({ name }) => name) ?? [];
}

function requirements(
  view: IncrementView,
  of: readonly Capability[],
  replace: Span,
  taken: ReadonlySet<string> | undefined,
): Completion[] {
  return of.flatMap((capability) => {
    const names = taken
      ? (saidAt(view, capability.main)?.entries.map(({ name }) => name) ?? [])
      : [...namesOf(view, capability)];
    return names
      .filter((name) => !taken?.has(name))
      .map(
        (name): Completion => ({
          ...PLAIN,
          kind: "reference",
          label: name,
          note: capability.name,
          filter: name,
          replace,
          text: name,
        }),
      );
  });
}

function capabilities(view: IncrementView, unit: string, replace: Span): Completion[] {
  const all = [...(capabilitiesOf(view).get(rootOf(unit))?.values() ?? [])];
  return all
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, main }): Completion => ({
        ...PLAIN,
        kind: "reference",
        label: name,
        note: main === undefined ? "not in force yet" : "",
        filter: name,
        replace,
        text: name,
      }),
    );
}
