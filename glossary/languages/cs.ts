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
};
