/** Fragments of links when headings are written otherwise. */
import { headingSlugs } from "../../markdown/slug.ts";
import { applyEdits, bySpan, type Edit, inside, type Span, shift } from "../../text/span.ts";
import type { ReadPage } from "../workspace.ts";
import { htmlLinks } from "./htmlLinks.ts";
import { type LinkSpace, resolveLink } from "./links.ts";

/** The fragments of a page's headings that edits of it change: the old one and the new one. */
export function movedFragments({ text, facts }: ReadPage, edits: readonly Edit[]): Map<string, string> {
  const sorted = edits.toSorted(bySpan);
  const after = facts.headings.map((heading) => {
    const { content } = heading;
    const own = inside(sorted, content);
    if (own.length === 0) return heading;
    const source = text.slice(content.start, content.end);
    // Where the heading has markup the words are looked for in what it shows.
    const shown =
      source === heading.text
        ? applyEdits(
            source,
            own.map((edit) => ({ span: shift(edit.span, -content.start), text: edit.text })),
          )
        : own.reduce(
            (said, { span, text: to }) => said.replace(text.slice(span.start, span.end), () => to),
            heading.text,
          );
    return { ...heading, text: shown };
  });
  const [old, now] = [headingSlugs(facts.headings), headingSlugs(after)];
  return new Map(
    old.flatMap((slug, i) => (slug === now[i] ? [] : [[slug, now[i] as string] as const])).reverse(),
  );
}

/** A link to a place in a page. */
export interface FragmentLink {
  /** The page that it stands on. */
  readonly path: string;
  readonly url: string;
  /** What stands behind the `#`, and where. */
  readonly fragment: string;
  readonly span: Span;
}

/** The links of a page that name a fragment, each address once: all that has to be kept of it until the fragments are known. */
export function fragmentLinks(page: ReadPage): FragmentLink[] {
  const { path, text, facts, exports } = page;
  const written = htmlLinks(page, undefined).map(({ address }) => ({
    url: text.slice(address.start, address.end),
    destination: address,
  }));
  const found = new Map<number, FragmentLink>();
  for (const { url, destination } of [...exports.links, ...facts.definitions, ...written]) {
    const at = url.indexOf("#");
    if (at < 0 || text.slice(destination.start, destination.end) !== url) continue;
    const span = { start: destination.start + at + 1, end: destination.end };
    found.set(span.start, { path, url, fragment: url.slice(at + 1), span });
  }
  return [...found.values()];
}

/** The edits that let links lead to the new fragments; `moved`: the old and the new ones, by the page that has them. */
export function fragmentEdits(
  space: LinkSpace,
  links: Iterable<FragmentLink>,
  moved: ReadonlyMap<string, ReadonlyMap<string, string>>,
): { readonly path: string; readonly span: Span; readonly text: string }[] {
  const names = new Set([...moved.values()].flatMap((fragments) => [...fragments.keys()]));
  return [...links].flatMap(({ path, url, fragment, span }) => {
    if (!names.has(fragment)) return [];
    const target = resolveLink(space, path, url);
    const to = target.kind === "page" ? moved.get(target.path)?.get(fragment) : undefined;
    return to === undefined ? [] : [{ path, span, text: to }];
  });
}

/** Fits texts with addresses in HTML that name a fragment of one of these pages, which no index knows; may fit others. */
export function withFragmentsInHtml(paths: Iterable<string>): RegExp {
  const names = [...new Set([...paths].map(nameOf))];
  const any = names.map((name) => name.replace(/[^\p{L}\p{N}_]/gu, "\\$&")).join("|");
  return new RegExp(`href\\s{0,9}=\\s{0,9}["']?[^"'#<>\\s]{0,300}(?:${any})[^"'#<>\\s]{0,20}#`, "i");
}

/** What a link to a page names it by, with or without what follows: its file name without the extension. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z]+$/i, "");
}

/** The pages with links that name a fragment of one of these pages, so far as can be told without resolving them. */
export function pagesWithFragments({ pages }: LinkSpace, paths: ReadonlySet<string>): string[] {
  const names = [...paths].map(nameOf);
  return [...pages].flatMap(([path, { exports }]) =>
    exports.links.some(({ url }) => url.includes("#") && names.some((name) => url.includes(name)))
      ? [path]
      : [],
  );
}
