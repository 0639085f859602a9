import type { Language } from "./language.ts";

export const fr: Language = {
  code: "fr",
  name: "French",
  smallWords: "le, la, les, des, et, est, une, un, pour, dans, nous, en, du, par, sur, pas, au, de, se",
  adr: {
    sections: {
      references: "références, liens, voir aussi, sources",
      rationale: `
        raisons, ^pourquoi, argumentation, raisonnement, motifs, justification, justifications, motivation
      `,
      outcome: "option choisie, option retenue",
      drivers: "critères, exigences, contraintes, hypothèses, objectifs, facteurs",
      alternatives: `
        alternatives envisagées, options envisagées, avantages et inconvénients, alternatives, alternative,
        options
      `,
      consequences: "conséquences, implications, risques, inconvénients, impacts",
      benefits: "avantages, bénéfices",
      context: "contexte, problème, problématique, situation",
      status: "^statut, ^état, ^etat",
      date: "^date",
      deciders: "décideurs, décisionnaires",
      decision: "décision, résultat, solution, proposition, recommandation, conclusion",
    },
    joining: "et, de, du, des, la, le, les, de la, nos, l, d",
    reasonLabels: "justification, raison, pourquoi, rejeté car, motivation",
    statuses: {
      draft: "brouillon, en cours, en attente, suspendu, suspendue, ébauche",
      proposed: "proposé, proposée, proposition, en revue, en discussion, à discuter, à valider",
      accepted:
        "accepté, acceptée, approuvé, approuvée, adopté, adoptée, validé, validée, décidé, décidée, en vigueur, retenu, retenue, actif, active",
      implemented: "implémenté, implémentée, terminé, terminée, réalisé, réalisée",
      rejected: "rejeté, rejetée, refusé, refusée, abandonné, abandonnée, annulé, annulée, retiré, retirée",
      deprecated: "obsolète, déprécié, dépréciée",
      superseded: "remplacé, remplacée",
    },
    signposts: "déplacée?s?, se trouve(?:nt)? (?:dans|sur|sous)",
    forExample: String.raw`par exemple, p\. ?ex\.`,
    former: "anciens?, anciennement, ex",
    negations: String.raw`(?:in|im|ir|non|dé|des)-?\p{L}+`,
    qualifiers: String.raw`
      (?!(?:ancienne|précédem|initiale)ment)\p{L}{2,}ment, en partie, déjà, sous réserve
    `,
    unfinished: "par, avec, et, ou, mais, de, du, des, la, le, les, à, depuis",
    relations: {
      supersedes: "remplace",
      supersededBy: "remplacé par, remplacée par",
      amends: "modifie",
      amendedBy: "modifié par",
    },
    reasons: {
      deciding: "nous, notre, choisi, choisie, décidé, décision, préférons, rejeté",
      because: `
        parce que, parce qu', sinon, sans cela, sans elle, sans lui, autrement, car, afin de, afin d', afin que, puisque, puisqu', en raison de, en raison du,
        grâce à, grâce au, grâce aux, donc, étant donné, c'est pourquoi, dans le but de, compte tenu, vu que,
        par conséquent, ce qui permet, ce qui évite, ce qui réduit, ce qui simplifie, ce qui facilite,
        ce qui garantit, ce qui améliore, cela permet, cela évite, cela réduit, cela simplifie, permettant de,
        évitant de
      `,
      clauses: String.raw`(?<!\p{L})[Pp]our\s(?!l[ea]s?\s|une?\s)\p{L}+(?:er|ir|re)(?!\p{L})`,
      concluding: "donc",
      pointers: "voir",
      weighing: "mieux, meilleur, plus simple",
    },
    options: {
      several: "tou(?:te)?s, les deux, aucune, une combinaison, plusieurs",
      rejected: "rejeté",
      because: "car",
      headings: "avantages?, inconvénients?",
      marks: "bien, mal",
      chosen: "option retenue",
      reasonBehind: "car, parce",
    },
    placeholders: {
      lines: "à (?:définir|compléter|faire)",
      answers: "aucune?, néant, sans objet",
    },
    files: {
      folders: "décisions",
      templates: "modèle",
    },
    decides: "nous",
    numbered: "Décision",
    rationaleHeading: {
      below: "décision",
      name: "Justification",
    },
    columns: {
      title: "titre",
      status: "statut",
      date: "date",
    },
    fields: {
      statusCell: "statut",
      statusLine: "statut",
    },
  },
  requirements: {
    requirement: "exigences?",
    acceptance: "critères",
    all: String.raw`toutes\b`,
    and: "et",
    task: "tâches?",
    missing: "aucune, manquante?",
  },
  glossary: {
    files: {
      folders: "glossaire",
      names: "glossaire",
      terminology: "terminologie",
      lists: "glossaire",
    },
    titles: {
      page: "glossaire",
      glossaryAlone: "glossaire(?: .{1,30})?",
      terminology: "terminologie",
      appendix: "annexe",
    },
    columns: {
      term: "termes?, français",
      short: "sigles?",
      name: "expressions?",
      definition: "définitions?, signification, ce que ça désigne, explications?",
      defining: "définition",
      aliases: "synonymes?, anglais",
      avoid: "éviter",
      example: "exemples?",
      category: "contexte",
      and: "et, ou",
    },
    labels: {
      see: "voir",
      is: "est, désigne",
    },
    sections: {
      definition: "définition",
      defines: String.raw`définition\b`,
      question: "qu[’']est-ce",
      category: "concept, technologie, propriet[àé]",
    },
  },
  quantity: {
    percentile: "percentile?",
    ordinal: "e",
  },
  inflection: {
    endings: "s, x",
    changes: "al/aux, ail/aux, au/aux, eau/eaux, eu/eux, teur/trice, teur/trices",
    typed: "œ/oe",
  },
};
