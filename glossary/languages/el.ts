import type { Language } from "./language.ts";

export const el: Language = {
  code: "el",
  name: "Greek",
  glossary: {
    columns: {
      term: "όρος",
      definition: "ορισμός",
    },
  },
};
