import type { Language } from "./language.ts";

export const ar: Language = {
  code: "ar",
  name: "Arabic",
  glossary: {
    columns: {
      term: "المصطلح",
      definition: "التعريف",
    },
  },
};
