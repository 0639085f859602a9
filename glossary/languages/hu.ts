import type { Language } from "./language.ts";

export const hu: Language = {
  code: "hu",
  name: "Hungarian",
  smallWords: "és, hogy, nem, egy, az, mert, vagy, kell",
  glossary: {
    titles: {
      glossaryAlone: "fogalomtár",
      hints: "fogalom",
    },
    columns: {
      term: "fogalom, kifejezés",
      definition: "jelentés, meghatározás",
    },
  },
};
