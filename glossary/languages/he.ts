import type { Language } from "./language.ts";

export const he: Language = {
  code: "he",
  name: "Hebrew",
  glossary: {
    titles: {
      page: "מילון מונחים|מונחון",
      glossaryAlone: "מילון(?: ה?מונחים)?, מונחון, מונחים(?: והגדרות)?, רשימת מונחים",
      hints: "מילון, מונח",
    },
    columns: {
      term: "המונח, מונח",
      definition: "הגדרה, הסבר, משמעות, תיאור",
    },
  },
  inflection: {
    prefixes: "ה, ו, ב, ל, כ, מ, ש, וה, שה, מה, בה, לה, כש, וב, ול, ומ, וש, של",
    endings: "ים, ות",
    changes: "ה/ות, ה/ת, ת/ות, ה/ים",
  },
};
