/** Fragments of links when headings are written otherwise. */
import { headingSlugs } from "../../markdown/slug.ts";
import { applyEdits, bySpan, type Edit, inside, shift } from "../../text/span.ts";
import type { ReadPage } from "../workspace.ts";
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

/** The edits of a page that let its links lead to the new fragments of the page at `path`. */
export function fragmentEdits(
  space: LinkSpace,
  page: ReadPage,
  path: string,
  moved: ReadonlyMap<string, string>,
): Edit[] {
  const edits = new Map<number, Edit>();
  for (const { url, destination } of [...page.exports.links, ...page.facts.definitions]) {
    const at = url.indexOf("#");
    if (at < 0 || page.text.slice(destination.start, destination.end) !== url) continue;
    const to = moved.get(url.slice(at + 1));
    if (to === undefined) continue;
    const target = resolveLink(space, page.path, url);
    if (target.kind !== "page" || target.path !== path) continue;
    const span = { start: destination.start + at + 1, end: destination.end };
    edits.set(span.start, { span, text: to });
  }
  return [...edits.values()];
}

/** The pages with links that name a fragment of one of these pages, so far as can be told without resolving them. */
export function pagesWithFragments({ pages }: LinkSpace, paths: ReadonlySet<string>): string[] {
  const names = [...paths].map((path) => path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z]+$/i, ""));
  return [...pages].flatMap(([path, { exports }]) =>
    exports.links.some(({ url }) => url.includes("#") && names.some((name) => url.includes(name)))
      ? [path]
      : [],
  );
}
