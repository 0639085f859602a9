/** What changes on each page when a term gets another name. */

import { basename, dirname, stem } from "../../text/paths.ts";
import { type Edit, overlaps, type Span, shift } from "../../text/span.ts";
import type { PageLink } from "../../workspace/exports.ts";
import { fragmentEdits, movedFragments } from "../../workspace/links/fragments.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import type { RenameEdit } from "../../workspace/renaming.ts";
import { addressName, renameAt } from "../edits/rename.ts";
import { findUses } from "../index/matcher.ts";
import { nearestFirst } from "../index/nearest.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { formsOf } from "../index/wordForms.ts";
import { nameKey, type Term } from "../model/term.ts";
import { TERM_LIST } from "./completion/place.ts";

const IN_TEXT = "In running text";
const IN_HEADINGS = "In headings, with the links to them";

/** What is to be done, the same for all pages. */
interface Change {
  readonly term: Term;
  readonly old: string;
  /** The term as it will be, as far as its main name goes. */
  readonly renamed: Term;
  /** What links to it have in their addresses. */
  readonly names: readonly string[];
  /** The name that the term has in addresses, before and after; `undefined` where it stays. */
  readonly address: { readonly from: string; readonly to: string } | undefined;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/**
 * The edits on the pages in `read`, and the files that are moved, for `name` instead of the term's name `old`. Without
 * `canMove` its page keeps its place.
 */
export function termEdits(
  snapshot: TermsView,
  { term, old, name }: { readonly term: Term; readonly old: string; readonly name: string },
  read: ReadonlyMap<string, ReadPage>,
  canMove: boolean,
): { readonly edits: RenameEdit[]; readonly moves: Change["moves"] } {
  const change = changeOf(snapshot, term, old, name, canMove);
  const edits = [...read.values()].flatMap((page) => editsOn(snapshot, page, change));
  return { edits: [...edits, ...headingLinks(snapshot, read, edits)], moves: change.moves };
}

function changeOf(snapshot: TermsView, term: Term, old: string, name: string, canMove: boolean): Change {
  const [from, to] = [addressName(old), addressName(name)];
  const moves = term.entries
    .filter(({ kind, path }) => kind === "page" && stem(path) === from)
    .map(({ path }) => ({
      from: path,
      to: path.slice(0, path.lastIndexOf("/") + 1) + path.slice(path.lastIndexOf("/") + 1).replace(from, to),
    }));
  const free = moves.every((move) => !snapshot.pages.has(move.to) && !snapshot.links.files.has(move.to));
  const movable =
    canMove && free && !hasOtherLinks(snapshot) && from !== to && to !== "" && old === term.name;
  return {
    term,
    old,
    renamed: { ...term, name, plurals: [] },
    names: addressesOf(snapshot, term),
    address: movable ? { from, to } : undefined,
    moves: movable ? moves : [],
  };
}

/** Whether pages are linked in ways that name them by their ids, such as `[[id]]`: those places are not known. */
function hasOtherLinks({ pages }: TermsView): boolean {
  return [...pages.values()].some(({ exports: { forms } }) => forms.wiki + forms.shortcode + forms.myst > 0);
}

function editsOn(snapshot: TermsView, page: ReadPage, change: Change): RenameEdit[] {
  const { path, text } = page;
  const { term, old, renamed, names, address } = change;
  const edits: RenameEdit[] = [];
  const add = (edit: Edit, doubt?: string) => {
    if (
      !edits.some(({ span }) => overlaps(span, edit.span)) &&
      text.slice(edit.span.start, edit.span.end) !== edit.text
    )
      edits.push({ path, doubt, ...edit });
  };
  const write = (span: Span, doubt?: string) => {
    const exact = text.slice(span.start, span.end) === old;
    add(
      exact && doubt === undefined ? { span, text: renamed.name } : renameAt(text, span, old, renamed).edit,
      doubt,
    );
  };
  for (const entry of term.entries)
    if (entry.path === path) for (const span of namesIn(page, entry.nameSpan, old)) write(span);
  if (term.entries.some((entry) => entry.path === path && entry.kind === "page")) {
    const [title] = page.facts.headings;
    for (const value of page.matter.values) {
      if (/^(?:title|sidebar_label|name|term|aliases|aka)$/i.test(value.key))
        for (const span of wordsIn(text, value.span, old)) write(span);
      if (address && /^(?:id|slug)$/i.test(value.key))
        for (const edit of addressIn(text, value, address)) add(edit);
    }
    if (title) for (const span of wordsIn(text, title.content, old)) write(span);
  }
  for (const value of page.matter.values) {
    if (!TERM_LIST.test(value.key.trim())) continue;
    for (const span of wordsIn(text, value.span, old)) write(span);
    if (address) for (const edit of addressIn(text, value, address)) add(edit);
  }
  for (const link of page.exports.links) {
    if (!leadsTo(snapshot, path, link, term, names)) continue;
    if (
      formsIn(term, old).some((form) => nameKey(form) === nameKey(text.slice(link.text.start, link.text.end)))
    )
      write(link.text);
    const { destination, url } = link;
    const segment = address && segmentIn(link, address.from);
    if (segment && text.slice(destination.start, destination.end) === url)
      add({ span: shift(segment, destination.start), text: address.to });
  }
  for (const { span, terms, zone } of findUses(snapshot.matcher, text, page.facts, path)) {
    if (nearestFirst(terms, path)[0] !== term || snapshot.isTaken(page, span)) continue;
    if (nameOf(term, text.slice(span.start, span.end)) === old)
      write(span, zone === "heading" ? IN_HEADINGS : IN_TEXT);
  }
  return edits;
}

/** True for a link to the page of a term, or to the heading of its entry. */
export function leadsTo(
  { links }: TermsView,
  from: string,
  { url, image }: PageLink,
  { entries }: Term,
  names: readonly string[],
): boolean {
  if (image || !names.some((name) => url.includes(name))) return false;
  const target = resolveLink(links, from, url);
  return (
    target.kind === "page" &&
    entries.some(
      ({ path, kind, anchor }) =>
        path === target.path && (kind === "page" || (anchor !== "" && anchor === target.fragment)),
    )
  );
}

/** What the address of a link to a term has in it: most links have none of it, and need not be resolved. */
export function addressesOf({ pages }: TermsView, { entries }: Term): string[] {
  const found = entries.flatMap(({ path, kind, anchor }) => {
    const { id, slug } = pages.get(path)?.exports.route ?? {};
    const own = /^(?:readme|index)$/i.test(stem(path)) ? basename(dirname(path)) : stem(path);
    const last = (address: string | undefined) => address?.split("/").filter(Boolean).at(-1) ?? "";
    return kind === "page" ? [own, last(id), last(slug)] : [anchor];
  });
  return [...new Set(found)].filter(Boolean);
}

/** Where the last segment of an address is the term's, relative to its start. */
function segmentIn({ url }: PageLink, from: string): Span | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  const start = path.replace(/\/$/, "").lastIndexOf("/") + 1;
  const last = path.slice(start).replace(/\/$|\.mdx?$/, "");
  return last === from ? { start, end: start + from.length } : undefined;
}

/** The items of a value of the front matter that are the term's id, and the last segment of its address. */
function addressIn(
  text: string,
  { span }: { readonly span: Span },
  { from, to }: NonNullable<Change["address"]>,
): Edit[] {
  const source = text.slice(span.start, span.end);
  return [...source.matchAll(/[^\s,"'[\]/]+/g)].flatMap(({ 0: word, index }) =>
    word === from
      ? [{ span: { start: span.start + index, end: span.start + index + word.length }, text: to }]
      : [],
  );
}

/** What of the links to headings changes with them. */
function headingLinks(
  { links }: TermsView,
  read: ReadonlyMap<string, ReadPage>,
  edits: readonly RenameEdit[],
): RenameEdit[] {
  const found: RenameEdit[] = [];
  for (const [path, page] of read) {
    for (const doubt of [undefined, IN_HEADINGS]) {
      const own = edits.filter((edit) => edit.path === path && edit.doubt === doubt);
      const moved = own.length > 0 ? movedFragments(page, own) : new Map<string, string>();
      if (moved.size === 0) continue;
      for (const [from, one] of read)
        for (const edit of fragmentEdits(links, one, path, moved)) found.push({ path: from, doubt, ...edit });
    }
  }
  return found;
}

/** Which of the names of a term is written, in whatever form. */
export function nameOf(term: Term, written: string): string | undefined {
  const key = nameKey(written);
  return [term.name, ...term.aliases].find((name) =>
    formsIn(term, name).some((form) => nameKey(form) === key),
  );
}

/** How a name of a term may be written, in the singular and the plural; plurals that the glossary gives are those of its first name. */
export function formsIn(term: Term, name: string): readonly string[] {
  return formsOf(name, name === term.name ? term.plurals : []);
}

/** As `wordsIn`, but not in the addresses of links. */
export function namesIn({ text, exports }: ReadPage, within: Span, name: string): Span[] {
  return wordsIn(text, within, name).filter(
    (span) => !exports.links.some(({ destination }) => overlaps(destination, span)),
  );
}

/** The places where a name is written within a span, in whatever case, as words of their own. */
function wordsIn(text: string, { start, end }: Span, name: string): Span[] {
  const source = text.slice(start, end).toLowerCase();
  const wanted = name.toLowerCase();
  const found: Span[] = [];
  for (let at = source.indexOf(wanted); at >= 0; at = source.indexOf(wanted, at + wanted.length)) {
    const around = (source[at - 1] ?? " ") + (source[at + wanted.length] ?? " ");
    if (!/[\p{L}\p{N}_]/u.test(around)) found.push({ start: start + at, end: start + at + wanted.length });
  }
  return found;
}
