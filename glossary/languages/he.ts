import type { Language } from "./language.ts";

export const he: Language = {
  code: "he",
  name: "Hebrew",
  glossary: {
    columns: {
      term: "המונח, מונח",
      definition: "הגדרה",
    },
  },
  inflection: {
    prefixes: "ה, ו, ב, ל, כ, מ, ש, וה, שה, מה, בה, לה, כש, וב, ול, ומ, וש, של",
    endings: "ים, ות",
    changes: "ה/ות, ה/ת, ת/ות, ה/ים",
  },
};
