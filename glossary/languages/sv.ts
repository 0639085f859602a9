import type { Language } from "./language.ts";

export const sv: Language = {
  code: "sv",
  name: "Swedish",
  smallWords: "och, att, alla, är, som, för, inte, av, det, ett, vi, till, med, eftersom",
  adr: {
    sections: {
      references: "referenser",
      rationale: "motivering",
      drivers: "krav",
      alternatives: "alternativ",
      consequences: "konsekvenser",
      benefits: "fördelar",
      context: "bakgrund, sammanhang",
      status: "^status",
      date: "^datum",
      decision: "beslut, lösning",
    },
    joining: "och",
    statuses: {
      draft: "utkast",
      proposed: "föreslagen, föreslaget",
      accepted: "accepterad, accepterat, godkänd, godkänt, beslutad, beslutat",
      rejected: "avvisad, avslagen",
      deprecated: "föråldrad, utfasad",
      superseded: "ersatt",
    },
    placeholders: {
      answers: "inga?, inget",
    },
    negations: String.raw`(?:o|icke)\p{L}+`,
    qualifiers: "delvis, villkorligt, tillfälligt, preliminärt",
  },
  glossary: {
    titles: {
      glossaryAlone: "ordlista",
      hints: "ordlist",
    },
    columns: {
      term: "termin[ei]?, begrepp",
      definition: "betydelse, förklaring",
    },
  },
};
