/**
 * Finds the glossary's names in running text: longest match, whole words, in one pass.
 *
 * Names are compiled into a trie whose edges are words, so the cost of a text does not depend on the number of
 * terms. Words are runs of letters, digits and `_`; a character of a script written without spaces is a word of
 * its own. Space, hyphen and line break between words are the same; other characters (`CI/CD`, `Node.js`) must
 * stand as in the name.
 */
import { pluralize, singularize } from "inflection";
import { ORDINARY_WORDS } from "../domain/ordinaryWords.ts";
import { isAcronym, nameKey, type Term } from "../domain/term.ts";
import type { Facts, Zone } from "../markdown/facts.ts";
import type { Span } from "../text/span.ts";
import type { Glossary } from "./glossary.ts";

/** A place where a term's name is written in running text. */
export interface Use {
  readonly span: Span;
  readonly zone: Zone;
  /** The terms of that name: several where a name is defined in more than one glossary. Never empty. */
  readonly terms: readonly Term[];
}

interface Match {
  readonly terms: Term[];
  /** The spellings accepted; empty where case does not matter. */
  readonly exact: Set<string>;
}

interface Node {
  readonly next: Map<string, Node>;
  match: Match | undefined;
}

export type Matcher = Node;

/** Compiles all names of a glossary. */
export function compileMatcher(glossary: Glossary): Matcher {
  const root: Node = { next: new Map(), match: undefined };
  for (const term of glossary.terms.values()) {
    for (const name of [term.name, ...term.aliases]) {
      const needsCase = isAcronym(name) || ORDINARY_WORDS.has(name.toLowerCase());
      for (const form of formsOf(name)) insert(root, form, term, needsCase);
    }
  }
  return root;
}

/** The name, its plural and its singular. */
function formsOf(name: string): Set<string> {
  const match = /^([\s\S]*?)([\p{L}\p{N}]+)$/u.exec(name);
  if (!match) return new Set([name]);
  const [, before = "", last = ""] = match;
  if (isAcronym(name) || /\p{N}$/u.test(last)) return new Set([name, `${name}s`]);
  if (ORDINARY_WORDS.has(name.toLowerCase()) || last.length < 3) return new Set([name]);
  const forms = new Set([name, before + sameCase(last, pluralize(last.toLowerCase()))]);
  // "class" is no plural of "clas", nor "caching" one of anything: only what comes back counts.
  const singular = singularize(last.toLowerCase());
  if (pluralize(singular) === last.toLowerCase()) forms.add(before + sameCase(last, singular));
  return forms;
}

/** `word` in the capitals of `model`, so far as the model shows them. */
function sameCase(model: string, word: string): string {
  if (model === model.toLowerCase()) return word;
  if (model === model.toUpperCase()) return word.toUpperCase();
  return (word[0] ?? "").toUpperCase() + word.slice(1);
}

function insert(root: Node, form: string, term: Term, needsCase: boolean): void {
  let node = root;
  let previous: Word | undefined;
  for (const word of words(form, 0, form.length)) {
    const key = edge(form, previous, word);
    let next = node.next.get(key);
    if (!next) {
      next = { next: new Map(), match: undefined };
      node.next.set(key, next);
    }
    node = next;
    previous = word;
  }
  if (node === root) return;
  node.match ??= { terms: [], exact: new Set(needsCase ? [form] : []) };
  if (!node.match.terms.includes(term)) node.match.terms.push(term);
  if (needsCase && node.match.exact.size > 0) node.match.exact.add(form);
  else node.match.exact.clear();
}

/** All uses in the running text of a page, by place; they do not overlap. Nothing in code, addresses, HTML. */
export function findUses(matcher: Matcher, text: string, facts: Pick<Facts, "prose">): Use[] {
  const uses: Use[] = [];
  for (const { span, zone } of facts.prose) {
    for (const { span: found, terms } of matchIn(matcher, text, span))
      uses.push({ span: found, zone, terms });
  }
  return uses;
}

/** Matches within a stretch of text. */
export function matchIn(
  matcher: Matcher,
  text: string,
  within: Span,
): { span: Span; terms: readonly Term[] }[] {
  const found: { span: Span; terms: readonly Term[] }[] = [];
  const all = words(text, within.start, within.end);
  for (let i = 0; i < all.length; ) {
    const first = all[i] as Word;
    let node = matcher.next.get(first.key);
    let best: { node: Node; last: number } | undefined;
    for (let j = i; node; ) {
      if (node.match && accepts(node.match, text, first, all[j] as Word, within)) best = { node, last: j };
      const next = all[++j];
      node = next && node.next.get(edge(text, all[j - 1], next));
    }
    if (best?.node.match) {
      const last = all[best.last] as Word;
      found.push({ span: { start: first.start, end: last.end }, terms: best.node.match.terms });
      i = best.last + 1;
    } else i++;
  }
  return found;
}

function accepts({ exact }: Match, text: string, first: Word, last: Word, within: Span): boolean {
  if (exact.size > 0 && !exact.has(text.slice(first.start, last.end).replace(/[\s>]+/g, " "))) return false;
  return !inPath(text, first.start, last.end, within);
}

/** True where the match is a part of a path, address, handle or file name, such as `src/api/users.ts`. */
function inPath(text: string, start: number, end: number, within: Span): boolean {
  const before = start > within.start ? (text[start - 1] as string) : " ";
  const after = end < within.end ? (text[end] as string) : " ";
  if (/[\\@#$~=]/.test(before) || /[\\@=]/.test(after)) return true;
  if (before === "." && /[\p{L}\p{N}/.]/u.test(text[start - 2] ?? " ")) return true;
  if (after === "." && /[\p{L}\p{N}/]/u.test(text[end + 1] ?? " ")) return true;
  // `API/SDK` lists two names; `docs/api` is a path.
  const capital = /\p{Lu}/u;
  if (
    before === "/" &&
    !(capital.test(text[start] as string) && capital.test(text.slice(Math.max(0, start - 12), start)))
  )
    return true;
  if (after === "/" && !(capital.test(text[start] as string) && capital.test(text[end + 1] ?? "")))
    return true;
  return false;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]|[\p{L}\p{M}\p{N}_]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{L}\p{M}\p{N}_]|$)/gu;

function words(text: string, start: number, end: number): Word[] {
  const slice = text.slice(start, end);
  const found: Word[] = [];
  for (const match of slice.matchAll(WORD)) {
    const at = start + match.index;
    found.push({ start: at, end: at + match[0].length, key: nameKey(match[0]) });
  }
  return found;
}

/** The trie's key for `word` after `previous`: what stands between them counts, unless it is space or a hyphen. */
function edge(text: string, previous: Word | undefined, word: Word): string {
  if (!previous) return word.key;
  const between = text.slice(previous.end, word.start);
  if (between === "") return `|${word.key}`;
  return /^(?:[ \t]|-|‐|‑| )$/.test(between) ||
    /^[ \t]*\r?\n[ \t>]*$/.test(between) ||
    /^[ \t]+$/.test(between)
    ? ` ${word.key}`
    : `${between}|${word.key}`;
}
