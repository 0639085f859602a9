/** Completes links to terms, their labels and addresses, and names of terms in text and front matter. */

import { type Completion, type Completions, PLAIN } from "../../workspace/answers.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { addressStyle, linkStyle, termLink } from "../edits/termLink.ts";
import { plainName, wikiLink, writeLink } from "../edits/writeLink.ts";
import { speaking } from "../index/languages.ts";
import { findUses } from "../index/matcher.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { admits } from "../model/scope.ts";
import { nameKey, type Term } from "../model/term.ts";
import { listItem, listsIds } from "./completion/matter.ts";
import { type CompletionPlace, placeAt } from "./completion/place.ts";
import {
  findLetters,
  findStart,
  findWord,
  type Hit,
  type Name,
  namesOf,
  type Query,
  queryOf,
} from "./completion/search.ts";

/** More than anybody reads, and less than it takes to be slow. */
const MOST = 200;
const NOTHING: Completions = { items: [], incomplete: false };

/**
 * The completions at an offset; empty where they would break the document. `invoked`: the user asked for them;
 * while typing, names in prose are not offered.
 */
export function completion(
  snapshot: TermsView,
  page: ReadPage,
  offset: number,
  invoked: boolean,
): Completions {
  // YAML and JSON have brackets of their own.
  if (!page.markdown) return NOTHING;
  const place = placeAt(page, offset);
  if (!place || (place.kind === "name" && !invoked)) return NOTHING;
  switch (place.kind) {
    case "label":
      return labels(snapshot, page, place);
    case "address":
      return addresses(snapshot, page, place);
    case "name":
      return names(snapshot, page, place);
    default:
      return texts(snapshot, page, place);
  }
}

/** The term behind a completion; `undefined` when it has gone since. */
export function completedTerm(snapshot: TermsView, id: string): Term | undefined {
  return (snapshot.starter?.() ?? snapshot).glossary.terms.get(id);
}

/** Links and list items: the text that was typed is all of the name there is. */
function texts(snapshot: TermsView, page: ReadPage, place: CompletionPlace): Completions {
  const { kind, typed, replace, inTable } = place;
  const style = linkStyle(snapshot, page);
  const ids = kind === "matter" && listsIds(snapshot, page, place.replace.start);
  const write = (term: Term, text: string): string | undefined => {
    if (kind === "matter") return listItem(page, ids ? term.id : text, place);
    if (kind === "wiki") return wikiLink({ inTable }, term, text);
    return writeLink({ snapshot, page, inTable }, term, text, style);
  };
  const sign = kind === "link" ? "[" : kind === "wiki" ? "[[" : "";
  return take(ranked(snapshot, page, place, queryOf(typed)), ({ name, form }) => {
    // A list of ids has one for each term.
    if (ids && name.forms[0] !== name.term.name) return undefined;
    const shown = asTyped(kind === "matter" ? (name.forms[0] as string) : form, typed);
    const text = write(name.term, shown);
    if (text === undefined) return undefined;
    const filter = sign + filterOf(ids ? `${name.term.id} ${form}` : form, typed);
    const label = ids ? name.term.id : shown;
    return {
      ...PLAIN,
      kind: "reference",
      id: name.term.id,
      label,
      note: noteOf(name),
      filter,
      replace,
      text,
    };
  });
}

/** Names in running text: what was typed may be the last word of a name, or several of its words. */
function names(snapshot: TermsView, page: ReadPage, place: CompletionPlace): Completions {
  const { typed, replace, inTable } = place;
  const starts = [...typed.matchAll(/(?<![\p{L}\p{M}\p{N}_-])[\p{L}\p{M}\p{N}_-]/gu)].map(
    ({ index }) => index,
  );
  const last = /[ \t]$/.test(typed) || starts.length === 0 ? typed.length : (starts.pop() as number);
  const queries = starts.map((start) => {
    const query = queryOf(typed.slice(start));
    return { start, query: /[ \t]$/.test(typed) ? { ...query, key: `${query.key} ` } : query };
  });
  const whole = (name: Name): (Hit & { start: number }) | undefined => {
    for (const { start, query } of queries) {
      const hit = findStart(name, query);
      if (hit) return { ...hit, start };
    }
    return undefined;
  };
  const source = snapshot.starter?.() ?? snapshot;
  return take(ranked(source, page, place, queryOf(typed.slice(last)), whole), (hit) => {
    const start = "start" in hit ? (hit.start as number) : last;
    const written = typed.slice(start);
    const text = asTyped(hit.form, written);
    return {
      ...PLAIN,
      kind: "text",
      id: hit.name.term.id,
      label: text,
      note: noteOf(hit.name),
      filter: filterOf(hit.form, written),
      replace: { start: replace.start + start, end: replace.end },
      text: plainName(text, inTable),
    };
  });
}

/** Addresses, that of the term which the link's text names before all. */
function addresses(snapshot: TermsView, page: ReadPage, place: CompletionPlace): Completions {
  const { typed, replace, text } = place;
  const style = addressStyle(snapshot, page);
  const linked = nameKey(text);
  const isNamed = (name: Name) => name.keys.includes(linked);
  const isPath = /^[./#]|\//.test(typed);
  const segment = queryOf(typed.slice(typed.lastIndexOf("/") + 1).replace(/\.[a-z]*$/i, ""));
  const seen = new Set<Term>();
  // Of paths that nobody has begun to write only so many are tried.
  let tries = 10 * MOST;
  const all = namesOf(snapshot.glossary);
  function* hits() {
    if (linked !== "") yield* all.filter(isNamed);
    for (const { name } of ranked(snapshot, page, place, segment)) yield name;
    if (isPath) yield* all;
  }
  return take(hits(), (name) => {
    const { term } = name;
    if (seen.has(term) || tries-- < 0) return undefined;
    seen.add(term);
    const address = termLink(snapshot, page.path, term, style);
    if (address === undefined || (isPath && !address.startsWith(typed) && !(linked !== "" && isNamed(name))))
      return undefined;
    const filter = [address, term.name, ...term.aliases].join(" ");
    const note = [term.name, term.category].filter(Boolean).join(" · ");
    return { ...PLAIN, kind: "reference", id: term.id, label: address, note, filter, replace, text: address };
  });
}

/** Labels of references: those that the page defines, and no others. */
function labels(
  snapshot: TermsView,
  page: ReadPage,
  { replace, text, inTable }: CompletionPlace,
): Completions {
  const wanted = nameKey(text);
  const seen = new Set<string>();
  const found = page.facts.definitions.flatMap(({ span, label, url }): Completion[] => {
    if (label.startsWith("^") || seen.has(label)) return [];
    seen.add(label);
    const written = /^\[((?:[^[\]\\]|\\.)*)\]:/.exec(page.text.slice(span.start, span.end))?.[1] ?? label;
    if (inTable && written.includes("|")) return [];
    const target = resolveLink(snapshot.links, page.path, url);
    const term = target.kind === "page" ? snapshot.glossary.byPage.get(target.path) : undefined;
    return [
      {
        ...PLAIN,
        kind: "reference",
        id: term?.id ?? "",
        label: written,
        note: term?.name ?? url,
        filter: written,
        replace,
        text: written,
      },
    ];
  });
  const rank = ({ label, id }: Completion) => {
    const { name, aliases } = snapshot.glossary.terms.get(id) ?? { name: label, aliases: [] };
    return [label, name, ...aliases].some((one) => nameKey(one) === wanted) ? 0 : id ? 1 : 2;
  };
  return { items: found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST), incomplete: found.length > MOST };
}

/**
 * Names for a query: by their beginning, by the beginning of a word, by letters in their order; within each those of
 * terms that the document uses first. `whole` finds a name by more than the query.
 */
function ranked<H extends Hit>(
  { glossary, matcher }: TermsView,
  page: ReadPage,
  { replace }: CompletionPlace,
  query: Query,
  whole: (name: Name) => H | undefined = () => undefined,
): Hit[] {
  const used = usedTerms(matcher, page, replace.start);
  const names = namesOf(glossary);
  const speaks = speaking(glossary, page.path);
  const buckets: Hit[][] = Array.from({ length: 8 }, () => []);
  const put = (hit: Hit, place: number) => {
    const bucket = buckets[2 * place + (used.has(hit.name.term.id) ? 0 : 1)] as Hit[];
    // Some cannot be written where they are wanted, so a few more than are shown.
    const { term } = hit.name;
    if (bucket.length < 2 * MOST && admits(term.scope, page.path) && speaks(term)) bucket.push(hit);
  };
  for (const name of names) {
    const more = whole(name);
    const hit = more ?? findStart(name, query) ?? findWord(name, query);
    if (hit) put(hit, more ? 0 : hit.by === "start" ? 1 : 2);
  }
  const enough = () => buckets.reduce((sum, { length }) => sum + length, 0) >= MOST;
  if (query.key !== "" && !enough()) {
    const found = new Set(buckets.flat().map(({ name }) => name));
    for (const name of names) {
      const hit = found.has(name) ? undefined : findLetters(name, query);
      if (hit) put(hit, 3);
    }
  }
  return buckets.flat();
}

/** The first completions that can be made of the hits. */
function take<H>(hits: Iterable<H>, make: (hit: H) => Completion | undefined): Completions {
  const items: Completion[] = [];
  for (const hit of hits) {
    if (items.length === MOST) return { items, incomplete: true };
    const item = make(hit);
    if (item) items.push(item);
  }
  return { items, incomplete: false };
}

function noteOf({ term, forms }: Name): string {
  const detail = forms[0] === term.name ? [term.category] : [term.name, term.category];
  return detail.filter(Boolean).join(" · ");
}

/** The form with the capitals in which it was begun; what has been written out stays as it is. */
function asTyped(form: string, typed: string): string {
  if (typed !== "" && nameKey(form) === nameKey(typed)) return typed.trim();
  const begins = /^\p{Lu}/u.test(typed) && /^\p{Ll}+(?:[\s-]|$)/u.test(form);
  return begins && nameKey(form).startsWith(nameKey(typed)[0] ?? " ")
    ? (form[0] as string).toUpperCase() + form.slice(1)
    : form;
}

/** What an editor compares with the typed text: editors know no diacritics and no other spellings. */
function filterOf(form: string, typed: string): string {
  const folded = form.toLowerCase();
  let at = 0;
  for (const char of typed.toLowerCase()) {
    at = folded.indexOf(char, at) + 1;
    if (at === 0) return `${typed} ${form}`;
  }
  return form;
}

/** How far around the cursor uses count, in characters: looking at a whole book would take too long. */
const NEAR = 10_000;

function usedTerms(matcher: TermsView["matcher"], page: ReadPage, offset: number): ReadonlySet<string> {
  const prose = page.facts.prose.filter(({ span }) => Math.abs(span.start - offset) < NEAR);
  const uses = findUses(matcher, page.text, { prose }, page.path);
  return new Set(uses.flatMap(({ terms }) => terms.map(({ id }) => id)));
}
