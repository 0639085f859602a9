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
    titles: {
      glossaryAlone: "ordliste",
      hints: "ordlist",
    },
    columns: {
      term: "begreb",
      definition: "betydning, forklaring",
    },
  },
};
