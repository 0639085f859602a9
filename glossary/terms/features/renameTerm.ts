/**
 * Gives a term another name: in its entries, in links to it with their texts and addresses, in lists of related terms,
 * and, where somebody agrees, in running text. Its page gets the new name too, if it has the old one.
 */

import { stem } from "../../text/paths.ts";
import { type Span, touches } from "../../text/span.ts";
import { namesPage, sidebarsIn } from "../../workspace/links/sidebars.ts";
import {
  type Refused,
  type RenamePlan,
  type RenameWork,
  type Renaming,
  refused,
} from "../../workspace/renaming.ts";
import { isRead } from "../../workspace/workspace.ts";
import { addressName } from "../edits/rename.ts";
import type { ReadPage, SaysTerms, TermsView } from "../index/view.ts";
import { type Entry, nameKey, parseNames, type Term } from "../model/term.ts";
import { linkAt, useAt } from "./at.ts";
import { IN_TEXT } from "./renameOnPage.ts";
import { termEdits } from "./renameTermEdits.ts";
import { addressesOf, formsIn, IN_HEADINGS, leadsTo, nameOf, namesIn, wordsIn } from "./termNames.ts";

interface NameAt {
  readonly term: Term;
  /** The name that is written there, as the glossary has it. */
  readonly name: string;
  readonly span: Span;
}

/** The plan for another name of a term at an offset; `undefined` in headings that define none: the editor renames those itself. */
export function planTermRename(
  snapshot: TermsView,
  page: ReadPage,
  offset: number,
): RenamePlan<TermsView> | undefined {
  const at = nameAt(snapshot, page, offset);
  if (!at) return undefined;
  const { term, name, span } = at;
  return {
    kind: "plan",
    span,
    name,
    needs: () => ({
      paths: [...new Set([page.path, ...pagesAbout(snapshot, term)])],
      search: searchFor(term, [name]),
      besides: addressName(name) === "" ? [] : sidebarsIn(snapshot.links),
    }),
    begin: (now, wanted, texts, canMove) => {
      const known = now.pages.get(page.path);
      const again = isRead(known) ? nameAt(now, known, offset) : undefined;
      return again ? renameTerm(now, again, wanted, texts, canMove) : refused("There is no term here");
    },
  };
}

/** The pages that define a term and those that link to it. */
export function pagesAbout(snapshot: TermsView, term: Term): string[] {
  const names = addressesOf(snapshot, term);
  const linking = [...snapshot.pages].filter(([path, { exports }]) =>
    exports.links.some((link) => leadsTo(snapshot, path, link, term, names)),
  );
  return [...term.entries.map(({ path }) => path), ...linking.map(([path]) => path)];
}

/** Where a sidebar names the page of a term, that has to stay. */
function renameTerm(
  snapshot: TermsView,
  at: NameAt,
  wanted: string,
  texts: ReadonlyMap<string, string>,
  canMove: boolean,
): RenameWork<SaysTerms> | Refused {
  const name = wanted.trim().replace(/\s+/g, " ");
  const reason = wrong(snapshot, at, name);
  if (reason !== undefined) return refused(reason);
  const address = addressName(at.name);
  const isListed = [...texts.values()].some((sidebar) => namesPage(sidebar, address));
  const change = { term: at.term, old: at.name, name };
  const work = termEdits(snapshot, change, canMove && !isListed);
  return { take: work.take, finish: () => orStay(work.finish(), at) };
}

/** A page without a title is called as its file: where that has to stay, the name does. */
function orStay(made: Renaming, { term, name }: NameAt): Renaming {
  if (made.kind === "refused" || made.moves.length > 0) return made;
  const named = term.entries.find(
    ({ kind, path }) => kind === "page" && nameKey(stem(path)) === nameKey(name),
  );
  const isStated = made.edits.some(
    ({ path, doubt }) => path === named?.path && doubt !== IN_TEXT && doubt !== IN_HEADINGS,
  );
  return named && !isStated
    ? refused(
        `“${name}” is the name of ${named.path} alone, and that file has to stay: give it a title first`,
      )
    : made;
}

function nameAt(snapshot: TermsView, page: ReadPage, offset: number): NameAt | undefined {
  const entry = page.exports.terms.entries.find(
    ({ nameSpan, aliasSpans, kind }) =>
      kind !== "usage" && [nameSpan, ...aliasSpans].some((one) => touches(one, offset)),
  );
  if (entry) {
    const term = snapshot.glossary.byName
      .get(nameKey(entry.names[0] ?? ""))
      ?.find(({ entries }) =>
        entries.some((one) => one.path === page.path && sameStart(one.nameSpan, entry.nameSpan)),
      );
    const names = term ? [term.name, ...term.aliases].sort((a, b) => b.length - a.length) : [];
    for (const name of names) {
      const span = [entry.nameSpan, ...entry.aliasSpans]
        .flatMap((within) => namesIn(page, within, name))
        .find((one) => touches(one, offset));
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

const NAME = /^[\p{L}\p{N}.@][\p{L}\p{M}\p{N} ._'’&/+()-]{0,79}$/u;

function wrong({ glossary }: TermsView, { term, name: old }: NameAt, name: string): string | undefined {
  if (!NAME.test(name) || !/[\p{L}\p{N}]/u.test(name))
    return `“${name}” cannot be the name of a term: write letters, digits, spaces and hyphens`;
  const unread = term.entries.flatMap((entry) => titleThatLoses(entry, old, name) ?? [])[0];
  if (unread !== undefined) return `“${name}” would not be read as a name in “${unread}”`;
  const taken = (glossary.byName.get(nameKey(name)) ?? [])[0];
  if (!taken || (taken === term && nameKey(old) === nameKey(name))) return undefined;
  return taken === term
    ? `“${name}” is another name of “${old}” already`
    : `“${name}” is another term, in ${taken.entries[0]?.path}`;
}

/** The new title of an entry that would not hold the new name, such as `CDN (XYZ)`, where it holds the old one. */
function titleThatLoses({ kind, names, title }: Entry, old: string, name: string): string | undefined {
  const whole = kind === "abbreviation" && !holdsName(title, old) ? `${title} (${names.at(-1)})` : title;
  const [at] = wordsIn(whole, { start: 0, end: whole.length }, old);
  if (!at || !holdsName(whole, old)) return undefined;
  const now = whole.slice(0, at.start) + name + whole.slice(at.end);
  return holdsName(now, parseNames(name)[0] ?? name) ? undefined : now;
}

function holdsName(title: string, name: string): boolean {
  return parseNames(title).some((one) => nameKey(one) === nameKey(name));
}

/** Fits the text of every page that may use the names of a term, or their addresses. */
export function searchFor(term: Term, names: readonly string[] = [term.name, ...term.aliases]): RegExp {
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const forms = names.flatMap((name) => [
    ...formsIn(term, name).map((form) =>
      form
        .split(/[\s_-]+/)
        .map(escaped)
        .join("[\\s_>-]{1,20}"),
    ),
    escaped(addressName(name)),
  ]);
  return new RegExp(forms.filter(Boolean).join("|"), "i");
}
