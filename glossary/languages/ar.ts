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
  inflection: {
    prefixes: "ال, و, وال, ب, بال, ل, لل, ك, كال, ف, فال, ولل, وب, ول",
    endings: "ات, ين, ون, ان, ة",
    changes: "ة/ات, /ات, /ين, /ون",
  },
};
