import type { Language } from "./language.ts";

export const nb: Language = {
  code: "nb",
  name: "Norwegian",
  smallWords: "og, ikke, fordi, på, av, det, som, med, vi",
  adr: {
    sections: {
      references: "referanser",
      rationale: "begrunnelse",
      drivers: "krav",
      alternatives: "alternativer",
      consequences: "konsekvenser",
      benefits: "fordeler",
      context: "bakgrunn, kontekst",
      status: "^status",
      decision: "beslutning, løsning",
    },
    joining: "og",
    statuses: {
      draft: "utkast",
      proposed: "foreslått",
      accepted: "akseptert, vedtatt, godkjent, besluttet",
      rejected: "avslått",
      deprecated: "foreldet",
      superseded: "erstattet",
    },
    placeholders: {
      answers: "ingen",
    },
    negations: String.raw`(?:u|ikke)\p{L}+`,
    qualifiers: "delvis, betinget, midlertidig, foreløpig",
  },
  glossary: {
    files: {
      names: "ordliste",
      nameHints: "ordlist",
    },
    titles: {
      glossaryAlone: "ordliste",
      hints: "ordlist",
    },
    columns: {
      term: "begrep",
      definition: "betydning, definisjon, forklaring",
    },
  },
  inflection: {
    letters: "ø",
    endings: "en, et, er, ene, a, ar, ane, ens, ets, enes, e, n, r, s, ers, rne, rnes, ne, t",
    changes: "el/elen, el/ler, el/lene, er/eren, er/rer, er/rene, /en, /et, /er, /ene, e/en, e/er, e/ene",
    typed: "ø/oe, æ/ae, å/aa",
  },
};
