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
    files: {
      names: "ordlista",
      nameHints: "ordlist",
    },
    titles: {
      page: "^(?:ordlista|ordförklaringar|begreppslista)(?: .{1,40})?$",
      glossaryAlone:
        "ordlista, ordförklaringar, begrepp(?: och definitioner)?, begreppslista, definitioner, termer",
      hints: "ordlist, ordför, begrepp, definit, termer",
    },
    columns: {
      term: "termin[ei]?, begrepp",
      definition: "betydelse, förklaring, definition, innebörd",
    },
  },
  inflection: {
    endings: `
      en, n, et, t, ar, or, er, r, na, arna, orna, erna, rna, ens, ets, ns, ts, s, a, e, arnas, ornas, ernas,
      rnas, ars, ers, ors, an, ans, ande
    `,
    changes: `
      /et, /en, /ets, /ens, /erna, /er, /ar, /arna, /or, el/eln, el/ler, el/lerna, el/lar, el/larna, er/ern,
      er/rar, er/rarna, er/ra, en/nar, en/narna, a/or, a/orna, a/an, e/ar, e/arna, e/en, /n, /na, um/et, um/er,
      um/ernas, m/mmet, m/mmen
    `,
  },
};
