/**
 * Finds names by what has been typed. Ten thousand of them are compared within a few milliseconds, because a name that
 * lacks a letter of what was typed is ruled out by one comparison of numbers.
 */

import type { Glossary } from "../../index/glossary.ts";
import { formsOf, isProduct } from "../../index/wordForms.ts";
import { nameKey, type Term } from "../../model/term.ts";

/** A name of a term with the forms in which people write it. */
export interface Name {
  readonly term: Term;
  /** As the glossary has it, then its plural or singular. */
  readonly forms: readonly string[];
  /** The same, as names are compared. */
  readonly keys: readonly string[];
  /** Which letters occur in the forms. */
  readonly letters: number;
}

export interface Hit {
  readonly name: Name;
  readonly form: string;
  /** How the form was found: by its beginning, by the beginning of a word in it, by letters in their order. */
  readonly by: "start" | "word" | "letters";
}

const NAMES = new WeakMap<Glossary, readonly Name[]>();

/** All names of a glossary, by term; read once. */
export function namesOf(glossary: Glossary): readonly Name[] {
  const known = NAMES.get(glossary);
  if (known) return known;
  const names = [...glossary.terms.values()].flatMap((term) =>
    [term.name, ...term.aliases].map((name): Name => {
      const forms = formsOf(name, name === term.name ? term.plurals : [], isProduct(name, term));
      const keys = forms.map(nameKey);
      return { term, forms, keys, letters: keys.reduce((all, key) => all | lettersIn(key), 0) };
    }),
  );
  NAMES.set(glossary, names);
  return names;
}

/** A query in the form in which names are compared. */
export interface Query {
  readonly key: string;
  readonly letters: number;
}

/** What has been typed, made ready to be compared with many names. */
export function queryOf(typed: string): Query {
  const key = nameKey(typed);
  return { key, letters: lettersIn(key) };
}

/** The form that begins with the query. */
export function findStart(name: Name, { key, letters }: Query): Hit | undefined {
  if ((name.letters & letters) !== letters) return undefined;
  return findForm(name, "start", key, startsWith);
}

/** The form in which a word begins with the query. */
export function findWord(name: Name, { key, letters }: Query): Hit | undefined {
  if ((name.letters & letters) !== letters) return undefined;
  return findForm(name, "word", key, hasWord);
}

/** The form that has the letters of the query in their order. */
export function findLetters(name: Name, { key, letters }: Query): Hit | undefined {
  if ((name.letters & letters) !== letters) return undefined;
  return findForm(name, "letters", key, inOrder);
}

function findForm(
  name: Name,
  by: Hit["by"],
  query: string,
  fits: (key: string, query: string) => boolean,
): Hit | undefined {
  const { keys, forms } = name;
  for (let i = 0; i < keys.length; i++)
    if (fits(keys[i] as string, query)) return { name, form: forms[i] as string, by };
  return undefined;
}

function startsWith(key: string, query: string): boolean {
  return key.startsWith(query);
}

function hasWord(key: string, query: string): boolean {
  for (let at = key.indexOf(query, 1); at > 0; at = key.indexOf(query, at + 1))
    if (key[at - 1] === " ") return true;
  return false;
}

/** A bit for each letter and digit; all other characters share one. */
function lettersIn(key: string): number {
  let letters = 0;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
    else if (code !== 32) letters |= code >= 48 && code <= 57 ? 1 << 26 : 1 << 27;
  }
  return letters;
}

/** True where the letters of `query` occur in `key` in their order, the first of them at the start of a word. */
function inOrder(key: string, query: string): boolean {
  const first = query[0];
  if (first === undefined) return true;
  for (let start = 0; start >= 0; ) {
    if (key[start] === first && follows(key, start, query)) return true;
    const space = key.indexOf(" ", start);
    start = space < 0 ? -1 : space + 1;
  }
  return false;
}

function follows(key: string, from: number, query: string): boolean {
  let at = from;
  for (const char of query) {
    if (char === " ") continue;
    at = key.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
