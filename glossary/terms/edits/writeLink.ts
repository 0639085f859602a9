/** Writes a link to a term in any of the styles. */

import { stem } from "../../text/paths.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import type { LinkStyle } from "../../workspace/settings/settings.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import type { Term } from "../model/term.ts";
import { addressStyle, linkedEntry, termLink } from "./termLink.ts";

export interface LinkPlace {
  readonly snapshot: TermsView;
  readonly page: ReadPage;
  /** A `|` ends a cell there. */
  readonly inTable: boolean;
}

/**
 * A link with the text `text` to a term; with an address where the style cannot be used in this place, and
 * `undefined` where there is nothing to link to.
 */
export function writeLink(place: LinkPlace, term: Term, text: string, style: LinkStyle): string | undefined {
  const { snapshot, page } = place;
  const special =
    style === "myst" || linkedEntry(term, page.path) ? writeForm(place, term, text, style) : undefined;
  if (special !== undefined) return special;
  const address = termLink(
    snapshot,
    page.path,
    term,
    style === "site" || style === "relative" || style === "extensionless"
      ? style
      : addressStyle(snapshot, page),
  );
  return address && `[${linkText(text, place.inTable)}](${address})`;
}

function writeForm(place: LinkPlace, term: Term, text: string, style: LinkStyle): string | undefined {
  switch (style) {
    case "wiki":
      return wikiLink(place, term, text);
    case "reference":
      return reference(place, term, text);
    case "shortcode": {
      const home = term.entries.find(({ kind }) => kind === "page");
      const id = home && (place.snapshot.pages.get(home.path)?.exports.route.id ?? stem(home.path));
      if (id === undefined || /["\\{}]/.test(text + id)) return undefined;
      return `{{< glossary_tooltip text="${text}" term_id="${id}" >}}`;
    }
    case "myst":
      if (/[`<>]/.test(text + term.name)) return undefined;
      return text === term.name ? `{term}\`${text}\`` : `{term}\`${text} <${term.name}>\``;
    default:
      return undefined;
  }
}

/** `[[page]]`, or `[[page|text]]` where the text is another; not in a table, where the `|` would end the cell. */
export function wikiLink(
  { inTable }: Pick<LinkPlace, "inTable">,
  term: Term,
  text: string,
): string | undefined {
  const home = term.entries.find(({ kind }) => kind === "page");
  if (!home) return undefined;
  const target = stem(home.path);
  if (/[[\]|#^\r\n]/.test(target + text)) return undefined;
  if (target === text) return `[[${target}]]`;
  return inTable ? undefined : `[[${target}|${text}]]`;
}

/** `[text][label]` with a label that the page defines and that leads to the term. */
function reference({ snapshot, page, inTable }: LinkPlace, term: Term, text: string): string | undefined {
  const entry = linkedEntry(term, page.path);
  const definition = page.facts.definitions.find(({ url, label }) => {
    if (label.startsWith("^")) return false;
    const target = resolveLink(snapshot.links, page.path, url);
    return (
      target.kind === "page" &&
      target.path === entry?.path &&
      (entry.kind === "page" || target.fragment === entry.anchor)
    );
  });
  if (!definition) return undefined;
  const label = /^\[((?:[^[\]\\]|\\.)*)\]:/.exec(
    page.text.slice(definition.span.start, definition.span.end),
  )?.[1];
  if (label === undefined || (inTable && label.includes("|"))) return undefined;
  return text.toLowerCase() === label.toLowerCase()
    ? `[${linkText(text, inTable)}][]`
    : `[${linkText(text, inTable)}][${label}]`;
}

/** A text between brackets that means itself. */
export function linkText(text: string, inTable: boolean): string {
  return plainName(text, inTable).replace(/[[\]]/g, "\\$&");
}

/** A name in running text that means itself. */
export function plainName(text: string, inTable: boolean): string {
  const safe = text.replace(/[\\`*<]|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, "\\$&");
  return inTable ? safe.replace(/\|/g, "\\|") : safe;
}
