import type { Language } from "./language.ts";

export const ru: Language = {
  code: "ru",
  name: "Russian",
  adr: {
    sections: {
      references: "ссылки",
      rationale: "обоснование, причины, мотивация",
      drivers: "требования, критерии, ограничения",
      alternatives: "альтернативы, варианты, рассмотренные варианты",
      consequences: "последствия, следствия, риски",
      benefits: "преимущества",
      context: "контекст, проблема, предпосылки",
      status: "^статус",
      date: "^дата",
      decision: "решение, принятое решение",
    },
    joining: "и",
    statuses: {
      draft: "черновик",
      proposed: "предложено, предложен, на рассмотрении",
      accepted: "принято, принят, принята, утверждено, одобрено",
      implemented: "реализовано, внедрено",
      rejected: "отклонено, отклонён, отвергнуто",
      deprecated: "устарело, отменено",
      superseded: "заменено, заменён",
    },
    placeholders: {
      answers: "нет",
    },
    negations: String.raw`не\p{L}+`,
    qualifiers: "частично, условно, временно, предварительно",
    fields: {
      statusCell: "статус",
    },
  },
  requirements: {
    requirement: "требовани[еяй]",
    acceptance: "критери",
    all: String.raw`все(?![\p{L}])`,
    and: "и",
  },
  glossary: {
    files: {
      names: "глоссарий",
      nameHints: "глос",
    },
    titles: {
      glossaryAlone: "глоссарий, термины(?: и определения)?, словарь терминов, терминология",
      hints: "глос, терм, словар",
    },
    columns: {
      term: "термины?, понятие",
      definition: "значение, определение, пояснение",
      description: "описание",
    },
    sections: {
      defines: "определение$",
      category: "концепция, технология, свойство",
    },
  },
};
