/** What other pages can see of a page, whatever the domain. As long as it stays the same, an edit concerns its page alone. */
import type { Facts, Section } from "../markdown/facts.ts";
import { type Matter, scalar } from "../markdown/matter.ts";
import { pageSlugs } from "../markdown/slug.ts";
import type { Span } from "../text/span.ts";
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

/** What every page says; each domain adds what the page says there. */
export interface CoreExports {
  readonly title: string;
  readonly route: RouteMatter;
  readonly links: readonly PageLink[];
  readonly forms: LinkForms;
  /** Fragments that lead somewhere in the page. */
  readonly anchors: readonly string[];
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

/** Reads what a page says in every domain. */
export function readCoreExports({ path, text, facts, sections, matter }: ExportSource): CoreExports {
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
  return {
    title: scalar(matter, "title") ?? facts.headings.find(({ depth }) => depth === 1)?.text ?? "",
    route: { id: idOf(text, matter), slug: scalar(matter, "slug") },
    links,
    forms: countForms({ path, text, facts, sections }),
    anchors: [...pageSlugs({ path, text, facts, sections }), ...facts.anchors.map(({ name }) => name)],
  };
}

/**
 * The id of a page as Docusaurus 3.10.2 has it, which reads front matter as YAML 1.2 (js-yaml 4): without quotation marks
 * `0011` is the number 11, and `0x1F` is 31.
 */
function idOf(text: string, matter: Matter): string | undefined {
  const id = scalar(matter, "id");
  if (id === undefined || !NUMBER.test(id)) return id;
  const at = matter.values.find(({ key }) => key.toLowerCase() === "id")?.span.start ?? 0;
  return /["']/.test(text.charAt(at)) ? id : String(Number(id.replace(/[_+]/g, "")));
}

const NUMBER =
  /^(?:[-+]?\d[\d_]{0,20}(?:\.\d{0,20})?(?:[eE][-+]?\d{1,3})?|0x[\dA-Fa-f]{1,12}|0o[0-7]{1,15}|0b[01]{1,40})$/;

/** Without positions what others see of it: equal means that nothing else changes. */
export function coreOutside({ title, route, links, forms, anchors }: CoreExports): string {
  const urls = links.map((link) => (isReference(link) ? [link.url] : link.url));
  return JSON.stringify([title, route, urls, forms, anchors]);
}
