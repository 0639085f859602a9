/** What other pages can see of a page. As long as it stays the same, an edit concerns its page alone. */
import { type AdrExports, type AdrRole, adrOutside, readAdrExports } from "../adr/model/index.ts";
import { incrementOutside, readIncrement } from "../increment/layouts/read.ts";
import { type IncrementPage, isBeside } from "../increment/model/index.ts";
import type { Facts, Section } from "../markdown/facts.ts";
import { type Matter, scalar } from "../markdown/matter.ts";
import { pageSlugs } from "../markdown/slug.ts";
import { type SchemaText, schemaTextsOn } from "../query/model/declared.ts";
import { type Import, type Problem, readContextive, readEntries } from "../terms/formats/entries.ts";
import { type PageAcronym, readAcronyms } from "../terms/index/acronyms.ts";
import { type EntryForm, entryForm } from "../terms/index/entryForm.ts";
import type { Entry } from "../terms/model/term.ts";
import type { Span } from "../text/span.ts";
import { isContextive } from "./glossaryFolder.ts";
import { countForms, type LinkForms } from "./links/linkForms.ts";
import type { RouteMatter } from "./links/routes.ts";

/** A link to somewhere, with its references resolved within the page. */
export interface PageLink {
  readonly span: Span;
  readonly text: Span;
  /** Where the address stands: in the link, or in the definition it refers to. */
  readonly destination: Span;
  readonly url: string;
  readonly image: boolean;
}

/** True for a link whose address stands elsewhere on its page. */
export function isReference({ span, destination }: PageLink): boolean {
  return destination.start >= span.end || destination.end <= span.start;
}

export interface Exports {
  readonly title: string;
  readonly route: RouteMatter;
  readonly entries: readonly Entry[];
  /** Of a YAML glossary: the mistakes in it, and the glossaries that it imports. */
  readonly problems: readonly Problem[];
  readonly imports: readonly Import[];
  readonly links: readonly PageLink[];
  readonly forms: LinkForms;
  /** How the page writes an entry of its list or table. */
  readonly entryForm: EntryForm | undefined;
  /** Empty where nobody asks for them. */
  readonly acronyms: readonly PageAcronym[];
  /** Fragments that lead somewhere in the page. */
  readonly anchors: readonly string[];
  readonly adr: AdrExports;
  /** Of pages of increments and those beside them. */
  readonly increment: IncrementPage | undefined;
  /** Of pages of increments: where tables and indexes are declared. */
  readonly schema: readonly SchemaText[];
}

/** What the configuration says of a page, whatever the page itself says. */
export interface Named {
  /** True for a part of a glossary. */
  readonly listed: boolean;
  readonly adr: AdrRole | undefined;
  /** True where its acronyms are to be counted. */
  readonly acronyms: boolean;
}

/** What exports are read from. */
export interface ExportSource {
  readonly path: string;
  readonly text: string;
  readonly facts: Facts;
  /** Of an open page. */
  readonly sections?: readonly Section[] | undefined;
  readonly matter: Matter;
}

/** Reads a page's exports. */
export function readExports(
  { path, text, facts, sections, matter }: ExportSource,
  { listed, adr, acronyms }: Named,
): Exports {
  const definitions = new Map(
    facts.definitions.toReversed().map((definition) => [definition.label, definition]),
  );
  const links = facts.links.flatMap((link): PageLink[] => {
    const target = link.label ? definitions.get(link.label) : link;
    if (!target?.destination || link.kind === "footnote") return [];
    const { span, text, kind } = link;
    return [
      { span, text, destination: target.destination, url: target.url, image: kind.startsWith("image") },
    ];
  });
  const yaml = isContextive(path) ? readContextive(path, text) : undefined;
  const entries = yaml?.entries ?? readEntries({ path, text, facts, matter, listed });
  const increment = readIncrement({ path, text, facts, matter, sections });
  return {
    title: scalar(matter, "title") ?? facts.headings.find(({ depth }) => depth === 1)?.text ?? "",
    route: { id: scalar(matter, "id"), slug: scalar(matter, "slug") },
    entries,
    problems: yaml?.problems ?? [],
    imports: yaml?.imports ?? [],
    links,
    forms: countForms({ path, text, facts, sections }),
    entryForm: entryForm(text, entries),
    acronyms: acronyms ? readAcronyms(text, facts) : [],
    anchors: [...pageSlugs({ path, text, facts, sections }), ...facts.anchors.map(({ name }) => name)],
    adr: readAdrExports({ path, text, facts, matter, role: adr }),
    increment,
    schema: increment && !isBeside(increment.place) ? schemaTextsOn({ path, text, facts, sections }) : [],
  };
}

/** What other pages see of a page, by what follows from it for all pages together. */
export type Side = "links" | "terms" | "decisions";

/** The sides on which two exports look different from outside, wherever in the page they stand. */
export function differentSides(a: Exports, b: Exports): Side[] {
  const sides: Side[] = [];
  if (linksOutside(a) !== linksOutside(b)) sides.push("links");
  if (termsOutside(a) !== termsOutside(b)) sides.push("terms");
  if (decisionsOutside(a) !== decisionsOutside(b)) sides.push("decisions");
  return sides;
}

/** True where rules and lenses on other pages say the same of two states of a page of an increment. */
export function sameIncrement(a: Exports, b: Exports): boolean {
  return a.increment === b.increment || ofIncrement(a) === ofIncrement(b);
}

/** Each state of a page is compared with the one before and the one after it. */
const ofIncrement = once(({ increment }) => incrementOutside(increment));

/** True where queries on other pages are served by the same. */
export function sameSchema(a: Exports, b: Exports): boolean {
  return a.schema.length === b.schema.length && a.schema.every((one, i) => one.text === b.schema[i]?.text);
}

const linksOutside = once(({ title, route, links, forms, anchors }) =>
  JSON.stringify([
    title,
    route,
    links.map((link) => (isReference(link) ? [link.url] : link.url)),
    forms,
    anchors,
  ]),
);

const termsOutside = once(({ entries, imports, entryForm, acronyms }) =>
  JSON.stringify([entries, imports, entryForm, acronyms]),
);

const decisionsOutside = once(({ adr }) => JSON.stringify(adrOutside(adr)));

function once(say: (exports: Exports) => string): (exports: Exports) => string {
  const said = new WeakMap<Exports, string>();
  return (exports) => {
    const known = said.get(exports);
    if (known !== undefined) return known;
    const now = say(exports);
    said.set(exports, now);
    return now;
  };
}
