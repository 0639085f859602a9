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
      glossaryAlone:
        "(?:bảng |giải thích |các )?thuật ngữ(?: quan trọng| chính)?, từ điển(?: thuật ngữ)?, từ vựng",
      hints: "thuật, từ điển, từ vựng",
    },
    columns: {
      term: "thuật ngữ, từ, khái niệm",
      definition: "định nghĩa, ý nghĩa, giải thích, mô tả",
    },
  },
};
