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
  inflection: {
    endings:
      "ος, ου, ο, οι, ων, ους, η, ης, ες, α, ας, ατα, ατος, ατων, εις, εως, εων, ι, ια, ιου, ιων, ή, ής, ές",
  },
};
