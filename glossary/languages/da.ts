import type { Language } from "./language.ts";

export const da: Language = {
  code: "da",
  name: "Danish",
  smallWords: "og, ikke, fordi, på, det, som, med, vi",
  adr: {
    sections: {
      rationale: "begrundelse",
      drivers: "krav",
      alternatives: "alternativer",
      consequences: "konsekvenser",
      benefits: "fordele",
      context: "baggrund, kontekst",
      status: "^status",
      decision: "beslutning, løsning",
    },
    joining: "og",
    statuses: {
      draft: "udkast",
      proposed: "foreslået",
      accepted: "accepteret, godkendt, besluttet",
      rejected: "afvist",
      deprecated: "forældet",
      superseded: "erstattet",
    },
    placeholders: {
      answers: "ingen",
    },
    negations: String.raw`(?:u|ikke)\p{L}+`,
    qualifiers: "delvist, delvis, betinget, midlertidigt, foreløbigt",
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
      term: "begreb",
      definition: "betydning, forklaring",
    },
  },
  inflection: {
    endings: "en, et, er, erne, e, ene, ens, ets, ernes, n, r, ne, s, t, rne, nes",
    changes:
      "el/elen, el/ler, el/lerne, er/eren, er/erne, /en, /et, /er, /erne, /e, /ene, e/en, e/er, e/erne",
    typed: "ø/oe, æ/ae, å/aa",
  },
};
