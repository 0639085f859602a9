/**
 * Finds the glossary's names in running text: longest match, whole words, in one pass.
 *
 * Names are compiled into a trie whose edges are words, so the cost of a text does not depend on the number of
 * terms. Words are runs of letters, digits and `_`; a character of a script written without spaces is a word of
 * its own. Space, hyphen and line break between words are the same; other characters (`CI/CD`, `Node.js`) must
 * stand as in the name.
 */

import type { Facts, Zone } from "../../markdown/facts.ts";
import type { Span } from "../../text/span.ts";
import { type Form, formsOfWord } from "../model/inflection.ts";
import { isAcronym, nameKey, parseNames, type Term } from "../model/term.ts";
import type { Glossary } from "./glossary.ts";
import { inPath } from "./inPath.ts";
import { holdingIn } from "./nearest.ts";
import { joinedKey, writtenApart } from "./wordBreaks.ts";
import { formsOf, isProduct } from "./wordForms.ts";
import {
  addFirstWord,
  type FirstWords,
  nextFirst,
  nextWord,
  noFirstWords,
  type Word,
  wordsIn,
} from "./words.ts";

/** A place where a term's name is written in running text. */
export interface Use {
  readonly span: Span;
  readonly zone: Zone;
  /** The terms of that name: several where a name is defined in more than one glossary. Never empty. */
  readonly terms: readonly Term[];
}

interface Match {
  /** Signs around the first and last word that belong to the name, as in `.NET` and `C++`; mostly empty. */
  readonly before: string;
  readonly after: string;
  readonly terms: Term[];
  /** The spellings accepted; empty where case does not matter. */
  readonly exact: Set<string>;
  /** The compared forms of those of its terms' names that have capitals of their own; made when first asked for. */
  capitals: ReadonlySet<string> | undefined;
}

/** A place in the trie. */
interface Node {
  readonly next: Map<string, Node>;
  /** Where the same word leads as a form of another one; few do. */
  form: FormEdge | undefined;
  /** The one with the most signs first. */
  readonly matches: Match[];
}

interface FormEdge extends Omit<Form, "key"> {
  readonly node: Node;
  /** True for two words of a name written as one. */
  readonly joined: boolean;
}

export interface Matcher {
  readonly root: Node;
  readonly first: FirstWords;
}

/** Compiles all names of a glossary. */
export function compileMatcher(glossary: Glossary): Matcher {
  const root = emptyNode();
  for (const term of glossary.terms.values()) {
    const exact = abbreviated(term);
    const language = languageOfTerm(term);
    for (const name of [term.name, ...term.aliases]) {
      const needsCase = isAcronym(name) || isProduct(name, term) || exact.includes(name);
      const forms = formsOf(name, name === term.name ? term.plurals : [], isProduct(name, term));
      for (const form of forms) {
        const end = insert(root, form, term, needsCase, form === name || language === "en" ? language : "");
        const one = needsCase || language !== "en" ? undefined : joinedKey(form);
        if (end && one !== undefined && !glossary.byName.has(one))
          addForm(root, one, { node: end, particle: 0, capital: false, joined: true });
      }
      if (needsCase || language !== "en") continue;
      for (const form of writtenApart(name))
        if (!glossary.byName.has(nameKey(form))) insert(root, form, term, false, "");
    }
  }
  return compiled(root);
}

/** Compiles names of terms as they are, without further forms. */
export function compileNames(names: Iterable<readonly [name: string, term: Term]>): Matcher {
  const root = emptyNode();
  for (const [name, term] of names) insert(root, name, term, false, "");
  return compiled(root);
}

function emptyNode(): Node {
  return { next: new Map(), form: undefined, matches: [] };
}

function compiled(root: Node): Matcher {
  const first = noFirstWords();
  for (const key of root.next.keys()) addFirstWord(first, key);
  return { root, first };
}

/** The language of the glossary that defines a term. */
function languageOfTerm({ entries }: Term): string {
  return entries[0]?.language ?? "en";
}

/** What only abbreviations (`*[npm]: …`) name so: their syntax tells small letters from capitals. */
export function abbreviated({ entries }: Term): string[] {
  if (entries.every(({ kind }) => kind !== "abbreviation")) return [];
  const others = entries.flatMap(({ kind, names }) => (kind === "abbreviation" ? [] : names));
  return entries
    .flatMap(({ kind, title }) => (kind === "abbreviation" ? parseNames(title) : []))
    .filter((name) => !others.includes(name));
}

function insert(
  root: Node,
  form: string,
  term: Term,
  needsCase: boolean,
  language: string,
): Node | undefined {
  const all = wordsIn(form, 0, form.length);
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last) return undefined;
  let node = root;
  for (const [i, word] of all.entries()) {
    const key = edge(form, all[i - 1], word, word.key);
    let next = node.next.get(key);
    if (!next) {
      next = emptyNode();
      node.next.set(key, next);
    }
    if (language !== "") addForms(node, next, form, all, i, needsCase, language);
    node = next;
  }
  const before = form.slice(0, first.start).trim();
  const after = form.slice(last.end).trim();
  const spelling = form.slice(first.start, last.end);
  // `HTTPs` are several of one thing, `HTTPS` is another one.
  const isOwn = ({ exact }: Match) => !needsCase || exact.size === 0 || exact.has(spelling);
  let match = node.matches.find((one) => one.before === before && one.after === after && isOwn(one));
  const known = match !== undefined;
  if (!match) {
    match = { before, after, terms: [], exact: new Set(), capitals: undefined };
    node.matches.push(match);
    node.matches.sort((a, b) => signs(b) - signs(a));
  }
  // The names of a term come one after the other.
  if (match.terms.at(-1) !== term) match.terms.push(term);
  if (needsCase && (!known || match.exact.size > 0)) match.exact.add(spelling);
  else match.exact.clear();
  return node;
}

/** Adds the ways from `node` to `next` that lead there by another form of the word at `i`. */
function addForms(
  node: Node,
  next: Node,
  name: string,
  all: readonly Word[],
  i: number,
  needsCase: boolean,
  language: string,
): void {
  const word = all[i] as Word;
  const isLast = i === all.length - 1;
  for (const form of formsOfWord(name.slice(word.start, word.end), language, isLast)) {
    if (form.particle > 0 ? !isLast : needsCase) continue;
    const key = edge(name, all[i - 1], word, form.key);
    // The adjective of a name begins with a small letter.
    addForm(node, key, {
      node: next,
      particle: form.particle,
      capital: form.capital && isLast,
      joined: false,
    });
  }
}

/** Adds another way; of two that begin with the same word the first is kept. */
function addForm({ next }: Node, key: string, form: FormEdge): void {
  let node = next.get(key);
  if (!node) {
    node = emptyNode();
    next.set(key, node);
  }
  if (node === form.node) return;
  if (!node.form) node.form = form;
  else if (node.form.node === form.node && node.form.capital && !form.capital) node.form = form;
}

function signs({ before, after }: Match): number {
  return before.length + after.length;
}

/**
 * All uses in the running text of a page, by place; they do not overlap. Nothing in code, addresses, HTML. With the
 * page's path, only of terms that hold there.
 */
export function findUses(
  matcher: Matcher,
  text: string,
  facts: Pick<Facts, "prose">,
  path?: string,
): readonly Use[] {
  const uses: Use[] = [];
  for (const { span, zone } of facts.prose) {
    for (const { span: found, terms } of matchIn(matcher, text, span, path))
      uses.push({ span: found, zone, terms });
  }
  return uses;
}

/** Matches within a stretch of text of the page at `path`. */
export function matchIn(
  matcher: Matcher,
  text: string,
  within: Span,
  path?: string,
): { span: Span; terms: readonly Term[] }[] {
  const found: { span: Span; terms: readonly Term[] }[] = [];
  const { end } = within;
  for (let at = within.start; ; ) {
    const start = nextFirst(matcher.first, text, at, end);
    if (start < 0) return found;
    const first = nextWord(text, start, end) as Word;
    const best = longest(matcher.root, text, first, within, path);
    if (best) found.push({ span: best.span, terms: best.terms });
    at = best?.next ?? first.end;
  }
}

interface Found {
  readonly span: Span;
  readonly terms: readonly Term[];
  /** Where the text goes on. */
  readonly next: number;
}

/** The longest name that begins with `first`; of two that are as long the one that is written as it is. */
function longest(root: Node, text: string, first: Word, within: Span, path: string | undefined) {
  const node = root.next.get(first.key);
  if (!node) return undefined;
  const other = node.form && reachByForm(node.form, text, first, first, within, path);
  return longer(reach(node, text, first, first, 0, within, path), other);
}

function longer(a: Found | undefined, b: Found | undefined): Found | undefined {
  return a && b ? (b.next > a.next ? b : a) : (a ?? b);
}

/** The longest name from a place in the trie on, to which the words from `first` to `last` lead. */
function reach(
  from: Node,
  text: string,
  first: Word,
  to: Word,
  particle: number,
  within: Span,
  path: string | undefined,
): Found | undefined {
  let best: Found | undefined;
  let last = to;
  let more = particle;
  for (let node: Node | undefined = from; node; ) {
    for (const match of node.matches) {
      const span = accepted(match, text, first, last, within);
      const terms = !span ? [] : path === undefined ? match.terms : holdingIn(match.terms, path);
      if (!span || terms.length === 0) continue;
      best = longer({ span, terms, next: last.end + more }, best);
      break;
    }
    if (node.next.size === 0) break;
    const word = nextWord(text, last.end + more, within.end);
    if (!word) break;
    const key = edge(text, last, word, word.key);
    node = node.next.get(key);
    if (node?.form) best = longer(best, reachByForm(node.form, text, first, word, within, path));
    last = word;
    more = 0;
  }
  return best;
}

function reachByForm(
  { node, particle, capital, joined }: FormEdge,
  text: string,
  first: Word,
  word: Word,
  within: Span,
  path: string | undefined,
): Found | undefined {
  if (capital && !/^\p{Lu}/u.test(text[word.start] as string)) return undefined;
  // In a text, `userStory` is an identifier.
  if (joined && /^\p{Ll}+\p{Lu}/u.test(text.slice(word.start, word.end))) return undefined;
  if (particle === 0) return reach(node, text, first, word, 0, within, path);
  const bare = { ...word, end: word.end - particle };
  return reach(node, text, first === word ? bare : first, bare, particle, within, path);
}

/** Where the match stands with its signs; `undefined` where it may not be taken for the name. */
function accepted(match: Match, text: string, first: Word, last: Word, within: Span): Span | undefined {
  const { before, after, exact } = match;
  const start = first.start - before.length;
  const end = last.end + after.length;
  if (start < within.start || end > within.end) return undefined;
  if (text.slice(start, first.start) !== before || text.slice(last.end, end) !== after) return undefined;
  const letter = /^[\p{L}\p{N}]/u;
  if (before && start > within.start && letter.test(text[start - 1] as string)) return undefined;
  if (after && end < within.end && letter.test(text[end] as string)) return undefined;
  if (exact.size > 0 && !exact.has(text.slice(first.start, last.end).replace(/[\s>]+/g, " ")))
    return undefined;
  const prefix = text[start - 1] === "-" && start > within.start ? joined(text, start - 1, -1, within) : "";
  const suffix = text[end] === "-" && end < within.end ? joined(text, end, 1, within) : "";
  // Mostly nothing is joined: this is asked for every match.
  if (prefix + suffix !== "" && inCompound(text.slice(start, end), prefix, suffix, match)) return undefined;
  return inPath(text, start - prefix.length, end + suffix.length, within) ? undefined : { start, end };
}

/**
 * True where what hyphens join to a match makes it a part of something else: `AC` in `AC-US1-01`, `increment` in
 * `0032-increment-number-gap`, `github` in `my-github`, `Project Detection` in `Multi-Project Detection`. A hyphen to
 * one plain word does not (`API-first`, `multi-CDN`), and in `ADR-0043` the name says what is numbered.
 */
function inCompound(written: string, prefix: string, suffix: string, match: Match): boolean {
  if (prefix === "" && /^-\p{N}+$/u.test(suffix)) return false;
  const outside = prefix + suffix;
  if (/\p{N}/u.test(outside)) return true;
  // A hyphen binds its words closer than a space.
  if (/\p{L}/u.test(prefix) && /\s/.test(written)) return true;
  // Only identifiers leave out the capitals that a name has of its own.
  if (written === written.toLowerCase() && hasOwnCapitals(match, written)) return true;
  return (outside.match(/-[\p{L}]/gu)?.length ?? 0) + (outside.match(/[\p{L}]-/gu)?.length ?? 0) > 2;
}

/** True for `github` where a term is called `GitHub`. */
function hasOwnCapitals(match: Match, written: string): boolean {
  return capitalsIn(match).has(nameKey(written));
}

function capitalsIn(match: Match): ReadonlySet<string> {
  match.capitals ??= new Set(
    match.terms
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .filter((name) => /\p{Ll}\p{Lu}/u.test(name))
      .map(nameKey),
  );
  return match.capitals;
}

/** What hyphens join to a match on one side, at most forty characters of it. */
function joined(text: string, from: number, step: 1 | -1, within: Span): string {
  let at = from;
  for (
    let n = 0;
    n < 40 && at >= within.start && at < within.end && /[\p{L}\p{N}_-]/u.test(text[at] as string);
    n++
  )
    at += step;
  return step > 0 ? text.slice(from, at) : text.slice(at + 1, from + 1);
}

/** The trie's edge for a `word` of that key after `previous`: what stands between them counts, unless it is space or a hyphen. */
function edge(text: string, previous: Word | undefined, word: Word, key: string): string {
  if (!previous) return key;
  const between = text.slice(previous.end, word.start);
  if (between === "") return `|${key}`;
  return /^(?:[ \t]|-|‐|‑| )$/.test(between) ||
    /^[ \t]*\r?\n[ \t>]*$/.test(between) ||
    /^[ \t]+$/.test(between)
    ? ` ${key}`
    : `${between}|${key}`;
}
