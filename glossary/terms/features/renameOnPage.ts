/** What changes on a page when a term gets another name. */
import {
  bySpan,
  type Edit,
  firstFrom,
  overlaps,
  type Span,
  shift,
  withoutOverlaps,
} from "../../text/span.ts";
import type { PageLink } from "../../workspace/exports.ts";
import type { RenameEdit } from "../../workspace/renaming.ts";
import { renameAt } from "../edits/rename.ts";
import { nearest } from "../index/nearest.ts";
import { leadsByName, otherLinks, otherTerm } from "../index/otherLinks.ts";
import { usesOn } from "../index/uses.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import type { Term } from "../model/term.ts";
import { TERM_LIST } from "./completion/place.ts";
import type { Change } from "./renameChange.ts";
import { isItsLabel, labelEdits } from "./renameLabels.ts";
import { IN_HEADINGS, leadsTo, nameOf, namesIn, wordsIn } from "./termNames.ts";

export const IN_TEXT = "In running text";
const IN_OTHER_FORM = "In a form that the new name does not have";

/** A place with what is written there; without a text it stays as it is, whatever is found there besides. */
interface Found {
  readonly span: Span;
  readonly text?: string;
  readonly doubt?: string | undefined;
}

/** By place; they do not overlap. */
export function editsOn(snapshot: TermsView, page: ReadPage, change: Change): RenameEdit[] {
  const { path, text } = page;
  const found = [
    ...inEntries(page, change),
    ...inMatter(page, change),
    ...inLinks(snapshot, page, change),
    ...inOtherLinks(snapshot, page, change),
    ...inText(snapshot, page, change),
  ];
  return withoutOverlaps(found).flatMap(({ span, text: to, doubt }) =>
    to === undefined || text.slice(span.start, span.end) === to ? [] : [{ path, span, text: to, doubt }],
  );
}

/** The new name in place of the old one; in doubt where the old one could not be told from it again. */
function written(text: string, span: Span, change: Change, doubt?: string): Found {
  const { old, renamed, term, asItIs } = change;
  const isExact = text.slice(span.start, span.end) === old;
  if (isExact && doubt === undefined) return { span, text: renamed.name, doubt };
  const { edit, name } = renameAt(text, span, old, renamed, asItIs);
  const former = { ...term, name: old, plurals: old === term.name ? term.plurals : [] };
  return {
    ...edit,
    doubt: doubt ?? (isTakenBack(text, edit, name, change, former) ? undefined : IN_OTHER_FORM),
  };
}

/** What is before and behind an edit that the new name is read with. In UTF-16 units. */
const AROUND = 60;

function isTakenBack(
  text: string,
  edit: Edit,
  name: string,
  { renamed, asItIs }: Change,
  former: Term,
): boolean {
  const ahead = text.slice(Math.max(0, edit.span.start - AROUND), edit.span.start);
  const behind = text.slice(edit.span.end, edit.span.end + AROUND);
  const end = ahead.length + edit.text.length;
  const source = ahead + edit.text + behind;
  const back =
    name === renamed.name
      ? { span: { start: end - name.length, end }, text: former.name }
      : renameAt(source, { start: end - name.length, end }, renamed.name, former, asItIs).edit;
  const original = ahead + text.slice(edit.span.start, edit.span.end) + behind;
  return source.slice(0, back.span.start) + back.text + source.slice(back.span.end) === original;
}

function inEntries(page: ReadPage, whole: Change): Found[] {
  const change = { ...whole, renamed: whole.titled };
  const { path, text, matter, facts } = page;
  const { term, old, address } = change;
  const own = term.entries.filter((entry) => entry.path === path);
  // Between the brackets of an abbreviation stands nothing else.
  const found = own.flatMap(({ kind, nameSpan, aliasSpans }) =>
    [nameSpan, ...aliasSpans]
      .flatMap((within) => namesIn(page, within, old))
      .map((span) => written(text, span, kind === "abbreviation" ? whole : change)),
  );
  if (own.every(({ kind }) => kind !== "page")) return found;
  for (const value of matter.values) {
    if (/^(?:title|sidebar_label|name|term|aliases|aka)$/i.test(value.key))
      for (const span of wordsIn(text, value.span, old)) found.push(written(text, span, change));
    if (address && /^(?:id|slug)$/i.test(value.key))
      for (const span of segmentsIn(text, value.span))
        if (text.slice(span.start, span.end) === address.from) found.push({ span, text: address.to });
  }
  const title = facts.headings.find(({ depth }) => depth === 1);
  if (title) for (const span of wordsIn(text, title.content, old)) found.push(written(text, span, change));
  return found;
}

/** Lists of terms hold ids or names; what is both is an id. */
function inMatter({ text, matter }: ReadPage, change: Change): Found[] {
  const { old, ids, address } = change;
  return matter.values
    .filter(({ key }) => TERM_LIST.test(key.trim()))
    .flatMap(({ span: within }) => [
      ...itemsIn(text, within).flatMap((item): Found[] => {
        const source = text.slice(item.start, item.end);
        const at = item.start + source.lastIndexOf("/") + 1;
        const id = text.slice(at, item.end);
        if (address && id === address.from) return [{ span: { start: at, end: item.end }, text: address.to }];
        return ids.includes(source) ? [{ span: item }] : [];
      }),
      ...wordsIn(text, within, old).map((span) => written(text, span, change)),
    ]);
}

/** The items of a list in YAML, without quotes and dashes. */
function itemsIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^,[\]\r\n"']+/g)].flatMap(({ 0: source, index }) => {
    const lead = /^\s*(?:-\s+)?/.exec(source)?.[0].length ?? 0;
    const from = start + index + lead;
    const to = start + index + source.trimEnd().length;
    return from < to ? [{ start: from, end: to }] : [];
  });
}

/** The segments of addresses in a value. */
function segmentsIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^\s,"'[\]/]+/g)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

function inLinks(snapshot: TermsView, page: ReadPage, change: Change): Found[] {
  const { path, text, facts, exports } = page;
  const { term, old, names, address } = change;
  const leads = (url: string) => leadsTo(snapshot, path, { url, image: false }, term, names);
  const found: Found[] = labelEdits(page, change, leads);
  for (const link of exports.links) {
    if (!leadsTo(snapshot, path, link, term, names)) continue;
    if (nameOf(term, text.slice(link.text.start, link.text.end)) === old)
      found.push(written(text, link.text, change));
    if (address) found.push(...segmentEdit(text, link, address));
  }
  // Those that nothing uses yet, too.
  if (address)
    for (const one of facts.definitions) if (leads(one.url)) found.push(...segmentEdit(text, one, address));
  return found;
}

/** The last segment of an address, where it is the term's. */
function segmentEdit(
  text: string,
  { destination, url }: Pick<PageLink, "destination" | "url">,
  { from, to }: NonNullable<Change["address"]>,
): Found[] {
  if (text.slice(destination.start, destination.end) !== url) return [];
  const [path = ""] = url.split(/[?#]/, 1);
  const start = path.replace(/\/$/, "").lastIndexOf("/") + 1;
  const last = path.slice(start).replace(/\/$|\.mdx?$/, "");
  if (last !== from) return [];
  return [{ span: shift({ start, end: start + from.length }, destination.start), text: to }];
}

/** Wiki links lead to a file, which keeps its place where there are any; roles lead to a name. */
function inOtherLinks(snapshot: TermsView, page: ReadPage, change: Change): Found[] {
  const { text } = page;
  const { term, old, address } = change;
  return otherLinks(page).flatMap((link): Found[] => {
    if (otherTerm(snapshot, page, link) !== term) return [];
    const { target, text: shown } = link;
    const name = text.slice(target.start, target.end);
    if (link.form === "html")
      return address ? segmentEdit(text, { destination: target, url: name }, address) : [];
    const isName = leadsByName(snapshot, page, link) && nameOf(term, name) === old;
    const isShown = shown !== undefined && nameOf(term, text.slice(shown.start, shown.end)) === old;
    return [
      isName ? written(text, target, change) : { span: target },
      ...(shown ? [isShown ? written(text, shown, change) : { span: shown }] : []),
    ];
  });
}

function inText(snapshot: TermsView, page: ReadPage, change: Change): Found[] {
  const { path, text, facts } = page;
  const { term, old } = change;
  const others = otherLinks(page).toSorted(bySpan);
  // What is its own label leads nowhere by another one.
  const labels = facts.links.filter((link) => isItsLabel(text, link));
  return usesOn(page, snapshot.matcher).flatMap(({ span, terms, zone }): Found[] => {
    if (nearest(terms, path) !== term || snapshot.isTaken(page, span)) return [];
    const link = labels[firstFrom(labels, span.end) - 1];
    if (link && overlaps(link.text, span)) return [];
    const before = others[firstFrom(others, span.end) - 1];
    if (before && overlaps(before.span, span)) return [];
    return nameOf(term, text.slice(span.start, span.end)) === old
      ? [written(text, span, change, zone === "heading" ? IN_HEADINGS : IN_TEXT)]
      : [];
  });
}
