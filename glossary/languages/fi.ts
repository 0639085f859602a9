import type { Language } from "./language.ts";

export const fi: Language = {
  code: "fi",
  name: "Finnish",
  smallWords: "ei, että, koska, ovat, joka, voi, sekä, kun",
  glossary: {
    titles: {
      glossaryAlone: "sanasto",
      hints: "sanasto",
    },
    columns: {
      term: "termi, käsite",
      definition: "määritelmä, merkitys",
    },
  },
};
