import type { Language } from "./language.ts";

export const vi: Language = {
  code: "vi",
  name: "Vietnamese",
  smallWords: "và, là, của, không, được, vì, với, các, cho, có, này, chúng",
  requirements: {
    requirement: "yêu cầu",
    acceptance: "tiêu chí",
    all: "tất cả",
  },
  glossary: {
    titles: {
      glossaryAlone: "thuật ngữ, bảng thuật ngữ",
      hints: "thuật",
    },
    columns: {
      term: "thuật ngữ",
      definition: "định nghĩa, ý nghĩa",
    },
  },
};
