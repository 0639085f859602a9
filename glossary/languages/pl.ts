import type { Language } from "./language.ts";

export const pl: Language = {
  code: "pl",
  name: "Polish",
  smallWords: "jest, nie, się, są, oraz, który, które, która, dla, przez, ponieważ, będzie, aby",
  adr: {
    sections: {
      references: "odnośniki",
      rationale: "uzasadnienie",
      drivers: "wymagania, kryteria",
      alternatives: "alternatywy, rozważane opcje, opcje",
      consequences: "konsekwencje, skutki",
      benefits: "zalety",
      context: "kontekst, tło, opis problemu, problem",
      status: "^stan$, ^status",
      date: "^data$",
      decision: "decyzja, rozwiązanie",
    },
    joining: "i",
    statuses: {
      draft: "szkic",
      proposed: "zaproponowano, proponowany, proponowana",
      accepted: "zaakceptowano, zaakceptowany, zaakceptowana, przyjęto, przyjęty, przyjęta, zatwierdzono",
      implemented: "wdrożono",
      rejected: "odrzucono, odrzucony, odrzucona",
      deprecated: "przestarzałe, przestarzała",
      superseded: "zastąpiono, zastąpiony, zastąpiona",
    },
    placeholders: {
      answers: "brak, nie dotyczy",
    },
    negations: String.raw`nie\p{L}+`,
    qualifiers: "częściowo, warunkowo, tymczasowo, wstępnie, w części",
    unfinished: "przez, z, i, lub, ale",
  },
  requirements: {
    requirement: "wymagani[ea]",
    acceptance: "kryteri",
  },
  glossary: {
    files: {
      names: "słownik",
      terminology: "terminologia",
      nameHints: "słown",
    },
    titles: {
      glossaryAlone: "(?:słownik|słowniczek)(?: .{1,30})?",
      terminology: "terminologia",
      hints: "słown",
    },
    columns: {
      term: "pojęcie, termin[ei]?",
      short: "skrót",
      definition: "definicja, znaczenie, wyjaśnienie, objaśnienie",
    },
  },
  inflection: {
    letters: "łąęśźżńć",
    endings: `
      a, u, owi, em, ie, e, y, i, ow, om, ami, ach, o, ia, iu, iem, iom, iami, iach, ej, ego, emu, ych, ym, ymi,
      ich, im, imi
    `,
    changes: `
      ek/ka, ik/icy, ek/ki, ek/kow, ek/kiem, ek/ku, ek/kom, ek/kami, ek/kach, ec/ca, ec/cy, ec/com, ka/ek, ka/ce,
      ga/dze, nie/n, enie/en, nia/n, ta/cie, da/dzie, a/, cja/cji, ja/ji, os/osci
    `,
  },
};
