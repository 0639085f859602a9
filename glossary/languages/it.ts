import type { Language } from "./language.ts";

export const it: Language = {
  code: "it",
  name: "Italian",
  smallWords: `
    della, delle, degli, dei, che, è, gli, nel, nella, perché, questo, questa, di, più, alla, sono, viene, il
  `,
  adr: {
    sections: {
      references: "riferimenti",
      rationale: "motivazione, motivazioni",
      drivers: "requisiti, vincoli, criteri",
      alternatives: "alternative, opzioni, opzioni considerate",
      consequences: "conseguenze, impatti, rischi",
      benefits: "vantaggi",
      context: "contesto, problema",
      status: "^stato",
      date: "^data$",
      decision: "decisione, soluzione",
    },
    statuses: {
      draft: "bozza",
      accepted: "accettato, accettata, approvato, approvata",
      implemented: "implementato",
      rejected: "rifiutato, rifiutata, respinto, respinta",
      deprecated: "deprecato, deprecata, obsoleto, obsoleta",
      superseded: "sostituito, sostituita, superato, superata",
    },
    fields: {
      statusCell: "stato",
    },
  },
  kiro: {
    requirement: "requisit[oi]",
    acceptance: "criteri",
    all: String.raw`tutti\b`,
    and: "e",
  },
  glossary: {
    files: {
      folders: "glossario",
      names: "glossario",
      terminology: "terminologia",
      lists: "glossario",
    },
    titles: {
      page: "glossario",
      glossaryAlone: "glossario(?: .{1,30})?",
      terminology: "terminologia",
    },
    columns: {
      term: "termin[ei]?",
      definition: "definizione",
      defining: "definizione",
      description: "descrizione",
      category: "dominio",
      and: "o",
    },
    sections: {
      definition: "definizione",
      defines: String.raw`definizione\b`,
      category: "concetto, propriet[àé], tecnologia",
    },
  },
  quantity: {
    percentile: "percentile?",
    ordinal: "º",
  },
};
