import type { Language } from "./language.ts";

export const cs: Language = {
  code: "cs",
  name: "Czech",
  smallWords: "jako, není, protože, jsou, být, nebo, pokud",
  adr: {
    sections: {
      rationale: "odůvodnění",
      alternatives: "varianty, alternativy",
      consequences: "důsledky, dopady",
      benefits: "výhody",
      context: "pozadí, kontext",
      status: "^stav",
      date: "^datum",
      decision: "rozhodnutí, řešení",
    },
    statuses: {
      proposed: "navrženo",
      accepted: "přijato, schváleno",
      rejected: "zamítnuto",
      deprecated: "zastaralé",
      superseded: "nahrazeno",
    },
    placeholders: {
      answers: "žádné",
    },
    negations: String.raw`ne\p{L}+`,
    qualifiers: "částečně, podmíněně, dočasně, předběžně",
    fields: {
      statusCell: "stav",
    },
  },
  glossary: {
    files: {
      names: "slovn[ií][kč](?:ek)?",
      nameHints: "slovn",
    },
    titles: {
      glossaryAlone: "(?:slovník|slovníček)(?: .{1,30})?",
      hints: "slovn",
    },
    columns: {
      term: "pojem, termín",
      short: "zkratka",
      definition: "význam, definice, vysvětlení",
    },
  },
  inflection: {
    letters: "ěřů",
    endings: `
      a, u, em, e, i, y, ove, ovi, um, ech, ich, ami, emi, o, ou, am, ach, ata, ete, eti, im, imi, mi, ych, ym,
      ymi, eho, emu, ho, mu, uv
    `,
    changes: `
      ek/ky, ek/ku, ek/kem, ek/ka, ek/cich, ka/ek, ka/ce, ec/ce, ec/ci, ec/cem, a/, o/, ost/osti, ni/nim, ni/nich,
      ni/nimi, el/lu, el/lem, er/ru, uj/oje
    `,
  },
};
