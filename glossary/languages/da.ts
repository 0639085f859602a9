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
    statuses: {
      draft: "udkast",
      proposed: "foreslået",
      accepted: "accepteret, godkendt, besluttet",
      rejected: "afvist",
      deprecated: "forældet",
      superseded: "erstattet",
    },
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
