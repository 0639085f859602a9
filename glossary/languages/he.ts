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
};
