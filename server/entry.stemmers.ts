/** The stemmers of @orama/stemmers (Snowball, Apache-2.0), a bundle of their own: each is loaded when it is asked for. */
import type { FindStemmer } from "../glossary/index.ts";

type Module = { readonly stemmer: (word: string) => string };

const LOAD: Readonly<Record<string, () => Module>> = {
  ar: () => require("@orama/stemmers/arabic"),
  da: () => require("@orama/stemmers/danish"),
  de: () => require("@orama/stemmers/german"),
  el: () => require("@orama/stemmers/greek"),
  en: () => require("@orama/stemmers/english"),
  es: () => require("@orama/stemmers/spanish"),
  fi: () => require("@orama/stemmers/finnish"),
  fr: () => require("@orama/stemmers/french"),
  hu: () => require("@orama/stemmers/hungarian"),
  it: () => require("@orama/stemmers/italian"),
  nb: () => require("@orama/stemmers/norwegian"),
  nl: () => require("@orama/stemmers/dutch"),
  pt: () => require("@orama/stemmers/portuguese"),
  ro: () => require("@orama/stemmers/romanian"),
  ru: () => require("@orama/stemmers/russian"),
  sv: () => require("@orama/stemmers/swedish"),
  tr: () => require("@orama/stemmers/turkish"),
  uk: () => require("@orama/stemmers/ukrainian"),
};

export const findStemmer: FindStemmer = (language) =>
  Object.hasOwn(LOAD, language) ? LOAD[language]?.().stemmer : undefined;
