import type { Language } from "./language.ts";

export const uk: Language = {
  code: "uk",
  name: "Ukrainian",
  adr: {
    sections: {
      references: "посилання",
      rationale: "обґрунтування, причини",
      drivers: "вимоги, критерії",
      alternatives: "альтернативи, варіанти",
      consequences: "наслідки, ризики",
      benefits: "переваги",
      context: "контекст, проблема, передумови",
      status: "^статус",
      date: "^дата",
      decision: "рішення",
    },
    joining: "і, та",
    statuses: {
      draft: "чернетка",
      proposed: "запропоновано, на розгляді",
      accepted: "прийнято, затверджено, схвалено",
      implemented: "реалізовано",
      rejected: "відхилено",
      deprecated: "застаріло",
      superseded: "замінено",
    },
    placeholders: {
      answers: "немає",
    },
    negations: String.raw`не\p{L}+`,
    qualifiers: "частково, умовно, тимчасово, попередньо",
    fields: {
      statusCell: "статус",
    },
  },
  requirements: {
    requirement: "вимог[аи]?",
    acceptance: "критери",
  },
  glossary: {
    files: {
      names: "глосарій",
      nameHints: "глос",
    },
    titles: {
      glossaryAlone: "глосарій, терміни(?: та визначення)?",
      hints: "глос, терм",
    },
    columns: {
      term: "термін, поняття",
      definition: "значення, визначення, пояснення, опис",
    },
  },
  inflection: {
    letters: "іїєґ",
    endings: `
      а, у, ом, і, и, ів, ам, ами, ах, ою, ю, я, ь, ею, єю, ем, ей, ї, їв, ями, ям, ях, ові, еві, е, о, ий, ого,
      ому, им, их, ими, ої, ій, ня, ння, нням, нню, ннями, нь
    `,
    changes: "к/ки, ок/ка, ок/ки, ок/ків, ок/ку, ок/ком, ка/ок, ння/нь, ія/ії, ія/ією, ія/ій",
  },
};
