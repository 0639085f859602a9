import type { Language } from "./language.ts";

export const id: Language = {
  code: "id",
  name: "Indonesian",
  smallWords: "yang, dan, untuk, dengan, tidak, ini, karena, dari, pada, adalah, kami, akan",
  requirements: {
    requirement: "persyaratan",
    acceptance: "kriteria",
  },
  glossary: {
    titles: {
      glossaryAlone: "glosarium",
    },
    columns: {
      term: "istilah",
      definition: "definisi, arti",
    },
  },
};
