/**
 * Gives a term another name: in its entries, in links to it with their texts and addresses, in lists of related terms,
 * and, where somebody agrees, in running text. Its page gets the new name too, if it has the old one.
 */
import { nameKey, type Term } from "../domain/term.ts";
import { basename, dirname, stem } from "../text/paths.ts";
import { type Edit, overlaps, type Span, shift, touches } from "../text/span.ts";
import type { PageLink } from "../workspace/exports.ts";
import { fragmentEdits, movedFragments } from "../workspace/fragments.ts";
import { resolveLink } from "../workspace/links.ts";
import { findUses } from "../workspace/matcher.ts";
import { addressName, renameAt } from "../workspace/rename.ts";
import { formsOf } from "../workspace/wordForms.ts";
import { nearestFirst, type ReadPage, type Snapshot } from "../workspace/workspace.ts";
import { linkAt, useAt } from "./at.ts";
import { TERM_LIST } from "./completion/place.ts";
import { type Renamable, type RenameEdit, type Renaming, refused } from "./renaming.ts";

const IN_TEXT = "In running text";
const IN_HEADINGS = "In headings, with the links to them";

interface NameAt {
  readonly term: Term;
  /** The name that is written there, as the glossary has it. */
  readonly name: string;
  readonly span: Span;
}

/** The name of a term at an offset; `undefined` in headings that define none: the editor renames those itself. */
export function renamableTerm(snapshot: Snapshot, page: ReadPage, offset: number): Renamable | undefined {
  const at = nameAt(snapshot, page, offset);
  if (!at) return undefined;
  const { term, name, span } = at;
  const names = addressesOf(snapshot, term);
  const linking = [...snapshot.pages].filter(([path, { exports }]) =>
    exports.links.some((link) => leadsTo(snapshot, path, link, term, names)),
  );
  const own = term.entries.map(({ path }) => path);
  const paths = [...new Set([page.path, ...own, ...linking.map(([path]) => path)])];
  return { kind: "name", span, name, paths, search: searchFor(term, name), address: addressName(name) };
}

/** The edits for another name; `read` has the pages that are named by `renamableTerm` or fit its search. */
export function renameTerm(
  snapshot: Snapshot,
  page: ReadPage,
  offset: number,
  wanted: string,
  read: ReadonlyMap<string, ReadPage>,
  canMove: boolean,
): Renaming {
  const at = nameAt(snapshot, page, offset);
  if (!at) return refused("There is no term here");
  const name = wanted.trim().replace(/\s+/g, " ");
  const reason = wrong(snapshot, at, name);
  if (reason !== undefined) return refused(reason);
  const change = changeOf(snapshot, at, name, canMove);
  const edits = [...read.values()].flatMap((one) => editsOn(snapshot, one, change));
  return { kind: "edits", edits: [...edits, ...headingLinks(snapshot, read, edits)], moves: change.moves };
}

function nameAt(snapshot: Snapshot, page: ReadPage, offset: number): NameAt | undefined {
  const entry = page.exports.entries.find(
    ({ nameSpan, kind }) => touches(nameSpan, offset) && kind !== "usage",
  );
  if (entry) {
    const term = snapshot.glossary.byName
      .get(nameKey(entry.names[0] ?? ""))
      ?.find(({ entries }) =>
        entries.some((one) => one.path === page.path && sameStart(one.nameSpan, entry.nameSpan)),
      );
    const names = term ? [term.name, ...term.aliases].sort((a, b) => b.length - a.length) : [];
    for (const name of names) {
      const span = namesIn(page, entry.nameSpan, name).find((one) => touches(one, offset));
      if (term && span) return { term, name, span };
    }
    return undefined;
  }
  if (page.facts.headings.some(({ content }) => touches(content, offset))) return undefined;
  const link = linkAt(snapshot, page, offset);
  if (link && !touches(link.link.text, offset)) return undefined;
  const found = link
    ? link.term && { span: link.link.text, terms: [link.term] }
    : useAt(snapshot, page, offset);
  const [term] = found?.terms ?? [];
  const name = term && found && nameOf(term, page.text.slice(found.span.start, found.span.end));
  return term && found && name !== undefined ? { term, name, span: found.span } : undefined;
}

function sameStart(a: Span, b: Span): boolean {
  return a.start === b.start;
}

/** Which of the names of a term is written, in whatever form. */
function nameOf(term: Term, written: string): string | undefined {
  const key = nameKey(written);
  return [term.name, ...term.aliases].find((name) =>
    formsIn(term, name).some((form) => nameKey(form) === key),
  );
}

function formsIn(term: Term, name: string): readonly string[] {
  return formsOf(name, name === term.name ? term.plurals : []);
}

const NAME = /^[\p{L}\p{N}.@][\p{L}\p{M}\p{N} ._'’&/+()-]{0,79}$/u;

function wrong({ glossary }: Snapshot, { term, name: old }: NameAt, name: string): string | undefined {
  if (!NAME.test(name) || !/[\p{L}\p{N}]/u.test(name))
    return `“${name}” cannot be the name of a term: write letters, digits, spaces and hyphens`;
  const taken = (glossary.byName.get(nameKey(name)) ?? [])[0];
  if (!taken || (taken === term && nameKey(old) === nameKey(name))) return undefined;
  return taken === term
    ? `“${name}” is another name of “${old}” already`
    : `“${name}” is another term, in ${taken.entries[0]?.path}`;
}

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

function changeOf(snapshot: Snapshot, { term, name: old }: NameAt, name: string, canMove: boolean): Change {
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
    ...{ term, old, renamed: { ...term, name, plurals: [] }, names: addressesOf(snapshot, term) },
    address: movable ? { from, to } : undefined,
    moves: movable ? moves : [],
  };
}

/** Whether pages are linked in ways that name them by their ids, such as `[[id]]`: those places are not known. */
function hasOtherLinks({ pages }: Snapshot): boolean {
  return [...pages.values()].some(({ exports: { forms } }) => forms.wiki + forms.shortcode + forms.myst > 0);
}

function editsOn(snapshot: Snapshot, page: ReadPage, change: Change): RenameEdit[] {
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
    if (nearestFirst(terms, path)[0] !== term) continue;
    if (nameOf(term, text.slice(span.start, span.end)) === old)
      write(span, zone === "heading" ? IN_HEADINGS : IN_TEXT);
  }
  return edits;
}

/** True for a link to the page of a term, or to the heading of its entry. */
function leadsTo(
  { links }: Snapshot,
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
function addressesOf({ pages }: Snapshot, { entries }: Term): string[] {
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
  { links }: Snapshot,
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

/** As `wordsIn`, but not in the addresses of links. */
function namesIn({ text, exports }: ReadPage, within: Span, name: string): Span[] {
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

/** Fits the text of every page that may use the name, or the term's address. */
function searchFor(term: Term, name: string): RegExp {
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const forms = formsIn(term, name).map((form) =>
    form
      .split(/[\s_-]+/)
      .map(escaped)
      .join("[\\s_>-]{1,20}"),
  );
  return new RegExp([...forms, escaped(addressName(name))].filter(Boolean).join("|"), "i");
}
