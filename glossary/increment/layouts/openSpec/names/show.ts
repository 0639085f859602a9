/** What is shown of a requirement or a capability: hovers, and lines above requirements. */

import { escapeMarkdown } from "../../../../markdown/excerpt.ts";
import { basename } from "../../../../text/paths.ts";
import type { Hover, Lens } from "../../../../workspace/answers.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import { type Capability, type EntryPlace, saidAt } from "../capabilities.ts";
import type { Entry } from "../page.ts";
import { openSpecPage } from "../page.ts";
import { capabilitiesFor, type NamedAt, namedAt, unitOf } from "./at.ts";

/** How many places and names are listed. */
const MOST = 8;

export function nameHover(view: IncrementView, page: ReadPage, offset: number): Hover | undefined {
  const at = namedAt(view, page, offset);
  if (!at) return undefined;
  return at.kind === "requirement" ? ofRequirement(page, at) : ofCapability(view, at);
}

/** What it says in force, and what each open change makes of it. */
function ofRequirement(page: ReadPage, { name, span, capability, places }: NamedAt): Hover {
  const blocks = places.slice(0, MOST).map((place) => {
    const { text, scenarios } = place.entry;
    const said = text === "" ? "" : `\n\n${quoted(text)}`;
    const names = scenarios.slice(0, MOST).map((one) => escapeMarkdown(one.name));
    const more = scenarios.length > MOST ? [`${scenarios.length - MOST} more`] : [];
    const all = names.length === 0 ? "" : `\n\nScenarios: ${[...names, ...more].join(" · ")}`;
    return `*${escapeMarkdown(standing(place))}*${said}${all}`;
  });
  const head = `**${escapeMarkdown(name)}** · ${escapeMarkdown(capability.name)}`;
  const sources = places
    .filter(({ path, entry }) => path !== page.path || entry.span.start !== span.start)
    .slice(0, MOST)
    .map((place) => ({ label: standing(place), path: place.path, span: place.entry.span }));
  return { span, markdown: [head, ...blocks].join("\n\n"), sources };
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join("\n");
}

const DONE = { ADDED: "Added", MODIFIED: "Modified", REMOVED: "Removed", RENAMED: "Renamed" } as const;

/** `In force`, `Modified by add-guests` */
function standing({ unit, entry }: EntryPlace): string {
  const { operation, to } = entry;
  if (operation === undefined || unit === undefined) return "In force";
  return `${DONE[operation]} ${to ? `to “${to.name}” ` : ""}by ${basename(unit)}`;
}

function ofCapability(view: IncrementView, { name, span, capability }: NamedAt): Hover {
  const { main, deltas } = capability;
  const said = saidAt(view, main);
  const names = said?.entries.slice(0, MOST).map((one) => `- ${escapeMarkdown(one.name)}`) ?? [];
  const more = said && said.entries.length > MOST ? [`- and ${said.entries.length - MOST} more`] : [];
  const changes = [...new Set(deltas.map(({ unit }) => basename(unit)))];
  const blocks = [
    `**${escapeMarkdown(name)}**${main === undefined ? " · *not in force yet*" : ""}`,
    [...names, ...more].join("\n"),
    changes.length === 0 ? "" : `Changed by ${changes.slice(0, MOST).map(escapeMarkdown).join(", ")}`,
  ];
  const paths = [...(main === undefined ? [] : [main]), ...deltas.map(({ path }) => path)];
  return {
    span,
    markdown: blocks.filter((one) => one !== "").join("\n\n"),
    sources: paths.slice(0, MOST).map((path) => ({
      label:
        path === main
          ? "In force"
          : (deltas
              .find((one) => one.path === path)
              ?.unit.split("/")
              .at(-1) ?? ""),
      path,
      span: view.pages.get(path)?.exports.increment?.titleSpan ?? { start: 0, end: 0 },
    })),
  };
}

/** Above each requirement: which open changes touch it, or where it is in force. */
export function nameLenses(view: IncrementView, page: ReadPage): Lens[] {
  const own = openSpecPage(page.exports.increment);
  const unit = unitOf(page);
  const [capability] = own && own.capability !== "" ? capabilitiesFor(view, page) : [];
  if (!own || unit === undefined || !capability || !view.complete) return [];
  const byName = placesByName(view, capability);
  return own.entries.flatMap((entry) => lens(entry, unit, byName.get(entry.name) ?? []));
}

function placesByName(view: IncrementView, capability: Capability): ReadonlyMap<string, EntryPlace[]> {
  const all = new Map<string, EntryPlace[]>();
  const paths = [capability.main, ...capability.deltas.map(({ path }) => path)];
  const units = new Map(capability.deltas.map(({ path, unit }) => [path, unit]));
  for (const path of paths)
    for (const entry of saidAt(view, path)?.entries ?? []) {
      const list = all.get(entry.name) ?? [];
      all.set(entry.name, list);
      list.push({ path: path as string, unit: units.get(path as string), entry });
    }
  return all;
}

function lens({ span, operation }: Entry, unit: string, places: readonly EntryPlace[]): Lens[] {
  const others = places.filter((one) => one.unit !== undefined && one.unit !== unit);
  const [force] = operation === undefined ? [] : places.filter((one) => one.unit === undefined);
  const title = [
    ...(force ? ["in force"] : []),
    ...others.slice(0, 3).map((one) => standing(one).replace(/^./, (first) => first.toLowerCase())),
    ...(others.length > 3 ? [`${others.length - 3} more`] : []),
  ].join(" · ");
  const shown = [...(force ? [force] : []), ...others];
  return title === ""
    ? []
    : [{ span, title, shows: shown.map((one) => ({ path: one.path, span: one.entry.span })) }];
}
