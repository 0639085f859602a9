import type { Language } from "./language.ts";

export const es: Language = {
  code: "es",
  name: "Spanish",
  smallWords: "el, los, las, y, es, para, por, con, del, se, no, lo, como, su, una, la, en, un, de, a",
  files: {
    templates: "plantilla",
  },
  adr: {
    sections: {
      references: "referencias, enlaces, véase también, notas",
      rationale: `
        motivación, justificación, razonamiento, razones, ^por qué, argumento, argumentos, motivo, motivos
      `,
      outcome: "opción elegida, opción seleccionada",
      drivers: "factores, criterios, requisitos, restricciones, supuestos, objetivos",
      alternatives: "alternativas, opciones, ventajas y desventajas",
      consequences: "consecuencias, implicaciones, riesgos, impacto",
      benefits: "ventajas, beneficios",
      context: "contexto, problema, planteamiento, antecedentes, enunciado, situación",
      status: "^estado",
      date: "^fecha",
      deciders: "decisores, responsables",
      decision: "decisión, resultado, solución, propuesta, recomendación, conclusión",
    },
    joining: "y, e, de, del, la, el, las, los",
    reasonLabels: "razón, motivo, por qué, rechazado porque",
    statuses: {
      draft: "borrador, en progreso, en curso, en pausa, bloqueado, bloqueada, aplazado, aplazada",
      proposed: "propuesto, propuesta, en revisión, en discusión, en debate, pendiente",
      accepted:
        "aceptado, aceptada, aprobado, aprobada, adoptado, adoptada, vigente, decidido, decidida, en vigor, confirmado, confirmada, activo, activa",
      implemented: "implementado, implementada, completado, completada",
      rejected:
        "rechazado, rechazada, descartado, descartada, abandonado, abandonada, cancelado, cancelada, retirado, retirada",
      deprecated: "obsoleto, obsoleta",
      superseded: "reemplazado, reemplazada, sustituido, sustituida",
    },
    signposts: "movid[oa]s?, se encuentran? en",
    forExample: String.raw`por ejemplo, p\. ?ej\.`,
    former: "antigu[oa]s?, anteriormente, ex",
    negations: String.raw`(?:in|im|no|des)\p{L}+`,
    qualifiers: String.raw`
      (?!(?:anterior|previa|inicial)mente)\p{L}{2,}mente, en parte, ya, aún, todavía
    `,
    unfinished: "por, con, y, o, pero, de, del, la, el, los, las, desde",
    relations: {
      supersedes: "reemplaza a, sustituye a, reemplaza",
      supersededBy: "reemplazado por, reemplazada por, sustituido por",
      amends: "modifica",
      amendedBy: "modificado por",
    },
    reasons: {
      deciding:
        "elegimos, elegido, decidimos, decidido, decisión, preferimos, nuestro, nuestra, nosotros, usamos",
      because: `
        porque, ya que, de lo contrario, sin ella, sin él, sin ello, sin esto, si no, debido a, debido al, dado que, puesto que, para que, por lo que, por eso, por ello,
        por tanto, con el fin de, con el objetivo de, por lo tanto, por consiguiente, por esta razón,
        por este motivo, a causa de, en vista de, gracias a, gracias al, de esta forma, de este modo,
        de esta manera, así que, lo que permite, lo que evita, lo que reduce, lo que facilita,
        lo que simplifica, lo que garantiza, lo que mejora, lo cual permite, esto permite, esto evita,
        esto reduce, permitiendo, evitando
      `,
      clauses: String.raw`(?<!\p{L})[Aa]sí(?!\p{L}|\s+como), (?<!\p{L})[Pp]ara\s\p{L}+(?:ar|er|ir)(?!\p{L})`,
      concluding: "por eso, por lo tanto",
      pointers: "véase, ver",
      weighing: "mejor, más",
    },
    options: {
      several: "tod[oa]s, amb[oa]s, ningun[oa], una combinación, vari[oa]s",
      rejected: "descartad[oa]",
      because: "porque, ya que",
      headings: "ventajas?, desventajas?",
      marks: "bien, mal, bueno, malo",
      chosen: "opción elegida",
      reasonBehind: "porque",
    },
    placeholders: {
      lines: "por (?:definir|completar), pendiente, a definir",
      answers: "ningun[oa], nada, no aplica",
    },
    files: {
      folders: "decisiones",
    },
    decides: "usar(?:emos)?, vamos",
    numbered: "Decisión",
    rationaleHeading: {
      below: "decisión",
      name: "Justificación",
    },
    columns: {
      title: "título",
      status: "estado",
      date: "fecha",
    },
    fields: {
      statusCell: "estado",
      statusLine: "estado",
    },
  },
  requirements: {
    requirement: "requisitos?, requerimientos?",
    acceptance: "criterios",
    all: String.raw`tod[oa]s\b`,
    and: "y",
    task: "tareas?",
    missing: "ninguna, falta, pendiente",
  },
  glossary: {
    files: {
      folders: "glosario",
      names: "glosario",
      lists: "glosario",
      notTerms: "glosario",
    },
    titles: {
      page: "glosario",
      glossaryAlone: "glosario(?: .{1,30})?",
      terminology: "terminología",
      appendix: "anexo",
    },
    columns: {
      term: "términos?",
      short: "siglas?",
      definition: "definición(?:es)?, significado",
      defining: "definición, significado",
      description: "descripción",
      aliases: "sinónimos?",
      avoid: "evitar",
      example: "ejemplos?",
      category: "contextos?, dominio",
      and: "y, o",
    },
    labels: {
      see: "véase",
      is: "es, son, significa",
    },
    sections: {
      definition: "definición",
      defines: String.raw`definición\b`,
      question: String.raw`qué es\b, ¿qué es`,
      category: "concepto, tecnolog[ií]a, propiedad",
    },
  },
  quantity: {
    percentile: "percentile?",
    ordinal: "º",
  },
  inflection: {
    letters: "ñ¿¡",
    endings: "s, es",
    changes: "z/ces, n/nes, s/ses, l/les, d/des, r/res, y/yes",
  },
};
