/** Verbs that are made of names, as “retried” and “roll back”: hovers explain them, nothing else counts them. */
import { VERB_ENDINGS } from "../model/englishWords.ts";
import { stemmerOf } from "../model/stemmers.ts";
import { isAcronym, nameKey, type Term } from "../model/term.ts";
import type { Glossary } from "./glossary.ts";
import { compileNames, type Matcher } from "./matcher.ts";
import { verbsApart } from "./wordBreaks.ts";
import { isProduct } from "./wordForms.ts";

const KNOWN = new WeakMap<Glossary, Matcher>();

/** Finds the verbs of a glossary's names; made when the first hover asks. */
export function deedsOf(glossary: Glossary): Matcher {
  let matcher = KNOWN.get(glossary);
  if (!matcher) {
    matcher = compileNames(verbsOf(glossary));
    KNOWN.set(glossary, matcher);
  }
  return matcher;
}

function* verbsOf({ terms, byName }: Glossary): Generator<readonly [string, Term]> {
  for (const term of terms.values()) {
    if ((term.entries[0]?.language ?? "en") !== "en") continue;
    for (const name of [term.name, ...term.aliases]) {
      if (!/^\p{Lu}?\p{Ll}{3,}$/u.test(name) || isAcronym(name) || isProduct(name, term)) continue;
      for (const verb of [...verbsApart(name), ...verbForms(name.toLowerCase())])
        if (!byName.has(nameKey(verb))) yield [verb, term];
    }
  }
}

/** “retried” and “retrying” of “retry”, “cached” of “caching”. */
function verbForms(word: string): string[] {
  const stem = stemmerOf("en");
  const bare = /^(.{3,})ing$/.exec(word)?.[1];
  const bases = bare === undefined ? [word] : [word, bare, `${bare}e`, bare.replace(/(.)\1$/, "$1")];
  const found = new Set<string>();
  for (const base of bases)
    for (const start of [base, base.replace(/[ey]$/, ""), `${base}${base.at(-1)}`])
      for (const ending of ["", ...VERB_ENDINGS]) {
        const form = start + ending;
        if (form !== word && (stem === undefined || stem(form) === stem(word))) found.add(form);
      }
  return [...found];
}
