/** Where requirements and capabilities are defined and used. */

import type { Span } from "../../../../text/span.ts";
import type { Destination, References, UseHere } from "../../../../workspace/answers.ts";
import type { IncrementView, ReadPage, SaysIncrement } from "../../../index/view.ts";
import type { Capability } from "../capabilities.ts";
import { openSpecPage } from "../page.ts";
import { capabilityText, mentionsOf, type NamedAt, namedAt, unitOf } from "./at.ts";

/** The specification in force, else where the requirement is added. */
export function nameDefinition(view: IncrementView, page: ReadPage, offset: number): Destination[] {
  const at = namedAt(view, page, offset);
  if (!at) return [];
  if (at.kind === "capability") {
    const path = at.capability.main ?? at.capability.deltas[0]?.path;
    const span = path === undefined ? undefined : view.pages.get(path)?.exports.increment?.titleSpan;
    return path === undefined ? [] : [{ origin: at.span, path, span: span ?? { start: 0, end: 0 } }];
  }
  const own = at.places.filter(({ entry }) => entry.operation === undefined);
  const added = at.places.filter(({ entry }) => entry.operation === "ADDED" || entry.to?.name === at.name);
  const found = own.length > 0 ? own : added.length > 0 ? added : at.places;
  return found.map(({ path, entry }) => ({
    origin: at.span,
    path,
    span: entry.to?.name === at.name ? entry.to.span : entry.span,
  }));
}

export function nameReferences(
  view: IncrementView,
  page: ReadPage,
  offset: number,
): References<SaysIncrement> | undefined {
  const at = namedAt(view, page, offset);
  return (
    at && {
      kind: "search",
      paths: pagesOf(view, at.capability),
      search: undefined,
      usesOn: (one) => usesOn(one, at),
    }
  );
}

export function nameHighlights(view: IncrementView, page: ReadPage, offset: number): UseHere[] | undefined {
  const at = namedAt(view, page, offset);
  return at && usesOn(page, at);
}

/** The pages that may speak of a capability: its specification, and those of all open changes that touch it. */
export function pagesOf({ increments: { units } }: IncrementView, { main, deltas }: Capability): string[] {
  const paths = deltas.flatMap(({ unit }) => units.get(unit)?.paths ?? []);
  return [...new Set([...(main === undefined ? [] : [main]), ...paths])].filter((path) =>
    path.endsWith(".md"),
  );
}

/** The uses on a page, by place. */
function usesOn(page: ReadPage, { kind, name, capability, longer }: NamedAt): UseHere[] {
  const own = openSpecPage(page.exports.increment);
  if (!own || unitOf(page) === undefined) return [];
  if (kind === "capability") return capabilityUses(page, name).map((span) => ({ span, defines: false }));
  // The same name in another capability is another requirement.
  const isOther = own.capability !== "" && own.capability !== capability.name;
  if (isOther) return [];
  const entries = own.entries.flatMap(({ name: one, span, operation, to }): UseHere[] => [
    ...(one === name ? [{ span, defines: operation === undefined || operation === "ADDED" }] : []),
    ...(to?.name === name ? [{ span: to.span, defines: true }] : []),
  ]);
  const mentions = mentionsOf(page, { name, longer }).map(({ span }) => ({ span, defines: false }));
  return [...entries, ...mentions].sort((a, b) => a.span.start - b.span.start);
}

/** Where a page names a capability: in the lists of a proposal, and as code. */
export function capabilityUses(page: ReadPage, name: string): Span[] {
  const own = openSpecPage(page.exports.increment);
  const listed = (own?.capabilities ?? []).flatMap((one) => (one.name === name ? [one.span] : []));
  const coded = page.facts.codeSpans.flatMap((code) => {
    const found = capabilityText(page.text, code);
    return found?.name === name ? [found.span] : [];
  });
  const all = new Map([...listed, ...coded].map((span) => [span.start, span]));
  return [...all.values()].sort((a, b) => a.start - b.start);
}
