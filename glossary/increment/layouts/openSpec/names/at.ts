/** What stands at a place of OpenSpec's pages by its name: a requirement, or a capability. */

import { encloses, firstFrom, type Span, touches } from "../../../../text/span.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import { type Capability, capabilitiesOf, type EntryPlace, placesOf, saidAt } from "../capabilities.ts";
import { openSpecPage } from "../page.ts";
import { isChange, rootOf } from "../places.ts";

export interface NamedAt {
  readonly kind: "requirement" | "capability";
  readonly name: string;
  readonly span: Span;
  /** That the requirement is of, or itself. */
  readonly capability: Capability;
  /** Of a requirement: where it is defined, changed or removed; what is in force first. */
  readonly places: readonly EntryPlace[];
  /** Of a requirement: the names that this one is a part of. */
  readonly longer: readonly string[];
}

/** The unit of a page of OpenSpec that somebody works on; `undefined` for other pages. */
export function unitOf(page: Pick<ReadPage, "exports">): string | undefined {
  const place = page.exports.increment?.place;
  return openSpecPage(page.exports.increment) && place?.shelf === "live" ? place.unit : undefined;
}

/** The capabilities that a page speaks of: its own, or all that its change touches. */
export function capabilitiesFor(view: IncrementView, page: Pick<ReadPage, "exports">): Capability[] {
  const unit = unitOf(page);
  const own = openSpecPage(page.exports.increment);
  if (unit === undefined || !own) return [];
  const all = capabilitiesOf(view).get(rootOf(unit));
  if (own.capability !== "") return [all?.get(own.capability) ?? []].flat();
  if (!isChange({ unit })) return [];
  return [...(all?.values() ?? [])].filter(({ deltas }) => deltas.some((one) => one.unit === unit));
}

/** What stands at an offset; `undefined` where it is no name that is known. */
export function namedAt(view: IncrementView, page: ReadPage, offset: number): NamedAt | undefined {
  const own = openSpecPage(page.exports.increment);
  const unit = unitOf(page);
  if (!own || unit === undefined) return undefined;
  for (const { name, span, to } of own.entries) {
    const found = touches(span, offset) ? { name, span } : to && touches(to.span, offset) ? to : undefined;
    const [capability] = found ? capabilitiesFor(view, page) : [];
    if (found && capability) return requirement(view, capability, found.name, found.span);
  }
  return requirementIn(view, page, offset) ?? capabilityIn(view, page, offset);
}

function requirement(view: IncrementView, capability: Capability, name: string, span: Span): NamedAt {
  const longer = [...namesOf(view, capability)].filter((one) => one !== name && one.includes(name));
  return {
    longer,
    kind: "requirement",
    name,
    span,
    capability,
    places: placesOf(view, capability, name),
  };
}

/** A name within a text of its change. */
function requirementIn(view: IncrementView, page: ReadPage, offset: number): NamedAt | undefined {
  const { text } = page;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  const line = { start, end: newline < 0 ? text.length : newline };
  let best: NamedAt | undefined;
  for (const capability of capabilitiesFor(view, page))
    for (const name of namesOf(view, capability)) {
      // Of names that begin alike the longest one is meant.
      if (best && best.name.length >= name.length) continue;
      const span = mentionsIn(page, name, line).find((one) => touches(one.span, offset))?.span;
      if (span) best = requirement(view, capability, name, span);
    }
  return best;
}

/** The names of the requirements of a capability, in force or changed. */
export function namesOf(view: IncrementView, { main, deltas }: Capability): ReadonlySet<string> {
  const paths = [...(main === undefined ? [] : [main]), ...deltas.map(({ path }) => path)];
  const names = paths.flatMap((path) =>
    (saidAt(view, path)?.entries ?? []).flatMap(({ name, to }) => (to ? [name, to.name] : [name])),
  );
  return new Set(names.filter((name) => name !== ""));
}

export interface Mention {
  readonly span: Span;
  /** In quotes or as code, or behind “Requirement:”: it is surely the name. */
  readonly isMarked: boolean;
}

/** Where a name is written within a span of a page, but for blocks of code. One word alone has to be marked as a name. */
export function mentionsIn({ text, facts }: ReadPage, name: string, within: Span): Mention[] {
  const found: Mention[] = [];
  if (name === "") return found;
  for (
    let at = text.indexOf(name, within.start);
    at >= 0 && at < within.end;
    at = text.indexOf(name, at + 1)
  ) {
    const span = { start: at, end: at + name.length };
    const before = text.slice(Math.max(0, at - 24), at);
    const behind = text.charAt(span.end);
    if (/[\p{L}\p{N}_-]$/u.test(before) || /^[\p{L}\p{N}_]/u.test(behind)) continue;
    const code = facts.codes[firstFrom(facts.codes, at + 1) - 1];
    if (code && encloses(code.span, span)) continue;
    const isMarked =
      (/[`"'“„«‘*]$/.test(before) && /^[`"'”“»’*]/.test(behind)) || /Requirement:\s*$/i.test(before);
    if (isMarked || /\s/.test(name)) found.push({ span, isMarked });
  }
  return found;
}

/** Where a requirement is written on a page besides its entries there, but for longer names that it is a part of. */
export function mentionsOf(page: ReadPage, { name, longer }: Pick<NamedAt, "name" | "longer">): Mention[] {
  const all = { start: 0, end: page.text.length };
  const taken = longer.flatMap((one) => mentionsIn(page, one, all));
  for (const { span, to } of openSpecPage(page.exports.increment)?.entries ?? [])
    for (const one of to ? [span, to.span] : [span]) taken.push({ span: one, isMarked: true });
  return mentionsIn(page, name, all).filter(({ span }) => !taken.some((one) => encloses(one.span, span)));
}

/** The name of a capability as code, in a list of the proposal, or in a path. */
function capabilityIn(view: IncrementView, page: ReadPage, offset: number): NamedAt | undefined {
  const unit = unitOf(page);
  const own = openSpecPage(page.exports.increment);
  if (unit === undefined || !own) return undefined;
  const all = capabilitiesOf(view).get(rootOf(unit));
  const listed = own.capabilities.find(({ span }) => touches(span, offset));
  const found = listed ?? codeAt(page, offset);
  const capability = found && all?.get(found.name);
  return (
    capability && {
      kind: "capability",
      name: found.name,
      span: found.span,
      capability,
      places: [],
      longer: [],
    }
  );
}

function codeAt({ text, facts }: ReadPage, offset: number): { name: string; span: Span } | undefined {
  const code = facts.codeSpans.find((span) => touches(span, offset));
  return code && capabilityText(text, code);
}

/** The name in inline code, without what is before and behind it in a path: `specs/checkout/spec.md`. */
export function capabilityText(text: string, code: Span): { name: string; span: Span } | undefined {
  const match = /^`+\s*((?:openspec\/)?(?:specs\/)?)([\w.-]+(?:\/[\w.-]+)*?)(?:\/spec\.md|\/)?\s*`+$/.exec(
    text.slice(code.start, Math.min(code.end, code.start + 300)),
  );
  const name = match?.[2];
  if (!match || name === undefined) return undefined;
  const start =
    code.start + match[0].indexOf(name, match[0].indexOf(match[1] ?? "") + (match[1]?.length ?? 0));
  return { name, span: { start, end: start + name.length } };
}
