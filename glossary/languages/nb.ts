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
    titles: {
      glossaryAlone: "ordliste",
      hints: "ordlist",
    },
    columns: {
      term: "begrep",
      definition: "betydning, definisjon, forklaring",
    },
  },
};
