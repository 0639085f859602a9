import type { Language } from "./language.ts";

export const pt: Language = {
  code: "pt",
  name: "Portuguese",
  smallWords: "o, os, as, e, é, um, uma, não, da, do, na, em, ao, para, por, como, no, se, a, de",
  files: {
    templates: "modelo",
  },
  adr: {
    sections: {
      references: "referências, ligações, veja também, notas",
      rationale: `
        argumento, argumentos, motivo, motivos, justificativa, justificação, racional, razões, ^por que,
        motivação
      `,
      outcome: "opção escolhida",
      drivers: "critérios, requisitos, objetivos, restrições, premissas, fatores",
      alternatives: "alternativas, opções, prós e contras",
      consequences: "consequências, implicações, riscos, impacto",
      benefits: "vantagens, benefícios",
      context: "contexto, problema, antecedentes, enunciado, situação",
      status: "^estado, ^status",
      date: "^data$",
      deciders: "decisores, tomadores de decisão",
      decision: "decisão, resultado, solução, proposta, recomendação, conclusão",
    },
    joining: "e, de, da, do, das, dos, a, o",
    reasonLabels: "motivo, justificativa, razão, por que, rejeitado porque",
    statuses: {
      draft: "rascunho, em andamento, em pausa, suspenso, suspensa, bloqueado, bloqueada, adiado, adiada",
      proposed: "proposto, proposta, em revisão, em discussão, em análise, pendente",
      accepted:
        "aceito, aceite, aceita, aprovado, aprovada, adotado, adotada, vigente, em vigor, decidido, decidida, confirmado, confirmada, ativo, ativa",
      implemented: "implementado, implementada, concluído, concluída",
      rejected:
        "abandonado, abandonada, descartado, descartada, rejeitado, rejeitada, cancelado, cancelada, retirado, retirada",
      deprecated: "obsoleto, obsoleta, descontinuado, depreciado",
      superseded: "substituído, substituída",
    },
    signposts: "movid[oa]s?, encontra-se em",
    forExample: String.raw`por exemplo, p\. ?ex\.`,
    former: "antig[oa]s?, anteriormente, ex",
    negations: String.raw`(?:in|im|não|des)\p{L}+`,
    qualifiers: String.raw`
      (?!(?:anterior|previa|inicial)mente)\p{L}{2,}mente, em parte, já, ainda
    `,
    unfinished: "por, pelo, pela, com, e, ou, mas, de, do, da, o, a, desde",
    relations: {
      supersedes: "substitui",
      supersededBy: "substituído por, substituída por",
    },
    reasons: {
      deciding: "escolhemos, escolhido, decidimos, decidido, decisão, preferimos, nosso, nossa, nós, usamos",
      because: `
        porque, dado que, caso contrário, sem ela, sem ele, sem isso, senão, para que, evitando, já que, devido a, devido ao, devido à, uma vez que, a fim de,
        pois, portanto, por isso, por causa de, por esse motivo, por este motivo, visto que, tendo em vista,
        com o objetivo de, de modo que, de forma que, dessa forma, desta forma, deste modo, o que permite,
        o que evita, o que reduz, o que facilita, o que simplifica, o que garante, isso permite, isso evita,
        isso reduz, permitindo, graças a, graças ao, graças à
      `,
      clauses: String.raw`
        (?<!\p{L})[Aa]ssim(?!\p{L}|\s+como), (?<!\p{L})[Pp]ara\s\p{L}+(?:ar|er|ir)(?!\p{L})
      `,
      concluding: "portanto, por isso",
      weighing: "melhor, mais",
    },
    options: {
      several: "tod[oa]s, amb[oa]s, nenhuma?, uma combinação, vári[oa]s",
      rejected: "descartad[oa], rejeitad[oa]",
      because: "porque, pois",
      headings: "vantagens?, desvantagens?",
      reasonBehind: "porque",
    },
    placeholders: {
      lines: "a definir",
      answers: "nenhuma?, nada, não se aplica",
    },
    files: {
      folders: "decisões",
    },
    decides: "usar, vamos",
    rationaleHeading: {
      below: "decisão",
      name: "Justificativa",
    },
    columns: {
      title: "título",
      status: "estado",
      date: "data",
    },
    fields: {
      statusCell: "estado",
      statusLine: "estado",
    },
  },
  requirements: {
    requirement: "requisitos?",
    acceptance: "critérios",
    all: String.raw`tod[oa]s\b`,
    and: "e",
    task: "tarefas?",
    missing: "nenhuma, falta, pendente",
  },
  glossary: {
    files: {
      folders: "glossário",
      names: "glossário",
      terminology: "terminologia",
      lists: "glossário",
    },
    titles: {
      page: "glossário",
      glossaryAlone: "glossário(?: .{1,30})?",
      appendix: "anexo",
    },
    columns: {
      term: "termos?",
      short: "siglas?",
      definition: "significado, definição",
      defining: "significado, definição",
      description: "descrição",
      avoid: "evitar",
      category: "contextos?, domínio",
      and: "o, ou",
    },
    labels: {
      is: "significa, é",
    },
    sections: {
      definition: "definição",
      defines: String.raw`definição\b`,
      category: "conceito, propriedade",
    },
  },
  quantity: {
    percentile: "percentile?",
    ordinal: "º",
  },
  inflection: {
    letters: "ãõ",
    endings: "s, es",
    changes:
      "ao/oes, ao/aes, ao/aos, al/ais, el/eis, ol/ois, ul/uis, il/is, il/eis, m/ns, r/res, z/zes, s/ses",
  },
};
