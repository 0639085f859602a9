import type { Language } from "./language.ts";

export const de: Language = {
  code: "de",
  name: "German",
  smallWords: `
    der, die, das, und, ist, wir, nicht, für, mit, ein, eine, zu, von, den, auf, werden, wird, sich, im, in,
    es, an
  `,
  files: {
    templates: "vorlage",
  },
  adr: {
    sections: {
      references: "referenzen, verweise, siehe auch, weitere informationen, links",
      rationale: "begründung, gründe, warum, argumente, motivation",
      outcome: "gewählte option",
      drivers: "entscheidungstreiber, treiber, kriterien, anforderungen, randbedingungen, annahmen, ziele",
      alternatives: `
        alternativen, optionen, betrachtete optionen, abgelehnt, vor- und nachteile, varianten, alternative,
        option
      `,
      consequences: "konsequenzen, folgen, auswirkungen, risiken, nachteile",
      benefits: "vorteile, nutzen",
      context: "kontext, problemstellung, hintergrund, ausgangslage, fragestellung, problem, situation",
      status: "^status",
      date: "^datum",
      deciders: "entscheider, beteiligte",
      decision: "entscheidung, ergebnis, lösung, vorschlag, empfehlung, beschluss, fazit",
    },
    joining: "und, der, die, das, für, unsere?, zur",
    reasonLabels: "begründung, grund, warum, abgelehnt weil, motivation",
    statuses: {
      draft: "entwurf, in arbeit, in bearbeitung, pausiert, blockiert, zurückgestellt",
      proposed:
        "vorgeschlagen, vorschlag, in prüfung, in diskussion, zur diskussion, in abstimmung, offen, in klärung",
      accepted:
        "akzeptiert, angenommen, genehmigt, beschlossen, entschieden, gültig, in kraft, freigegeben, bestätigt, verabschiedet",
      implemented: "umgesetzt, implementiert, erledigt, abgeschlossen",
      rejected: "abgelehnt, verworfen, zurückgezogen",
      deprecated: "veraltet, überholt, obsolet",
      superseded: "ersetzt, abgelöst",
    },
    signposts: "verschoben, umgezogen, zu finden (?:in|unter|auf), nur noch der geschichte wegen",
    forExample: String.raw`zum beispiel, z\. ?b\., etwa, beispielsweise`,
    former: String.raw`ehemalig\p{L}*, früher\p{L}*, vormals, damalig\p{L}*`,
    negations: String.raw`(?:un|nicht|ab)\p{L}+`,
    qualifiers: `
      teilweise, bedingt, vorläufig, vorerst, größtenteils, weitgehend, vollständig, formell, einstimmig, unter vorbehalt, noch, bereits, grundsätzlich
    `,
    unfinished: "von, durch, mit, und, oder, aber, der, die, das, seit",
    relations: {
      supersedes: "ersetzt, löst ab",
      supersededBy: "ersetzt durch, abgelöst durch",
      amends: "ändert",
      amendedBy: "geändert durch",
    },
    reasons: {
      deciding: "wir, unser, entschieden, entscheidung, gewählt, bevorzugen, stattdessen, verworfen",
      because: `
        weil, denn, damit, andernfalls, ansonsten, sonst, ohne sie, ohne ihn, ohne dies, ohne das, deshalb, daher, deswegen, aufgrund, wegen, sodass, so dass, um zu, darum, somit,
        dadurch, nämlich, zwecks, dank, sorgt dafür, stellt sicher
      `,
      gains: {
        subjects: "das, dies, was, es, so, sie",
        verbs: `
          ermöglicht, erlaubt, verhindert, vermeidet, reduziert, verringert, senkt, vereinfacht, erleichtert,
          verbessert, spart, hilft, gewährleistet, garantiert, entlastet
        `,
      },
      clauses: String.raw`
        (?<=^|[,;.!?:(]\s{1,3}|\n\s{0,3}(?:[-*+]\s)?)[Dd]a\s(?=(?:wir|sie|er|es|die|der|das|man|so|hier|dort|nur|beide|viele|niemand|sonst|sich|dies\p{L}*|jede\p{L}*|alle\p{L}*|kein\p{L}*|ein\p{L}*|unser\p{L}*)\s|\p{Lu}\p{L})
      `,
      enclosed: String.raw`(?<!\p{L})um\s[^.\n]{3,120}?\szu\s\p{L}`,
      concluding: "deshalb, daher, deswegen, darum",
      pointers: "siehe",
      weighing: "besser, einfacher, schneller, günstiger",
    },
    options: {
      several: "alle, beide, keine, kombination, mehrere, eine (?:kombination|mischung)",
      rejected: "verworfen, abgelehnt",
      because: "weil, da",
      headings: "vorteile?, nachteile?",
      marks: "pro, gut, schlecht",
      chosen: "gewählte option",
      reasonBehind: "weil, da",
    },
    placeholders: {
      lines: "(?:noch )?offen, folgt",
      answers: "keine?[sr]?, nichts, entfällt",
    },
    files: {
      folders: "entscheidungen",
      templateOf: "entscheidung",
    },
    decides: "wir, nutzen",
    numbered: "Entscheidung",
    rationaleHeading: {
      below: "entscheidung, beschluss, ergebnis",
      name: "Begründung",
    },
    columns: {
      title: "titel",
      date: "datum",
    },
  },
  requirements: {
    requirement: "anforderung(?:en)?",
    acceptance: "kriterien",
    all: String.raw`alle\b`,
    and: "und",
    task: "aufgaben?",
    missing: "fehlt, keine, offen",
  },
  glossary: {
    files: {
      folders: "glossar",
      names: "glossar",
      terminology: "terminologie",
      lists: "glossar",
    },
    titles: {
      page: "glossar$",
      glossaryAlone: "begriffe, (?:mini-)?glossar(?: .{1,30})?",
      terminology: "terminologie",
      hints: "begri",
      appendix: "anhang",
    },
    columns: {
      term: "begriffe?, ausdruck",
      short: "abkürzung(?:en)?",
      definition: "bedeutung(?:en)?, erklärung(?:en)?, (?:ein-satz-)?definition",
      defining: "bedeutung, erklärung, definition",
      description: "beschreibung",
      aliases: "synonyme",
      avoid: "vermeiden",
      example: "beispiele?",
      category: "kategorie, kontext",
      noTerm: String.raw`nr\.?`,
      and: "und, oder",
    },
    labels: {
      see: "siehe",
      is: "ist, sind, bezeichnet, bedeutet",
    },
    sections: {
      definition: "bedeutung, definition",
      defines: String.raw`definition\b`,
      question: String.raw`was (?:ist|es ist)\b`,
      category: "konzept, technologie, eigenschaft",
      problem: "welches problem es löst, wie es (?:das problem löst|hilft)",
    },
  },
  increment: {
    none: String.raw`keine\b`,
    through: "bis",
    putOff: "verschoben, zurückgestellt, aufgeschoben, entfällt, gestrichen, verworfen",
    outside: "nicht (?:im|teil des) umfangs?, außerhalb des umfangs, nicht[- ]ziele?, abgrenzung, später",
    blank: "offen, folgt, noch offen, wird ergänzt, noch zu (?:klären|ergänzen)",
  },
  quantity: {
    percentile: "perzentil",
    ordinal: String.raw`\.`,
  },
  inflection: {
    letters: "ß",
    endings: "e, en, n, es, s, se, sen, ses, nen",
    adjectives: "er, e, es, en, em",
    changes: `
      o/en, um/en, us/en, a/en, ex/izes, ix/izes, ma/mata, um/a, in/innen, buch/bucher, buch/buchern, haus/hauser,
      haus/hausern, wort/worter, wort/wortern, land/lander, land/landern, band/bander, band/bandern, amt/amter,
      amt/amtern, fach/facher, fach/fachern, blatt/blatter, blatt/blattern, bild/bilder, bild/bildern,
      feld/felder, feld/feldern, kind/kinder, kind/kindern, glied/glieder, glied/gliedern, schild/schilder,
      schild/schildern, brett/bretter, recht/rechte, gut/guter, gut/gutern, rad/rader, rad/radern, fass/fasser,
      mann/manner, mann/mannern, dach/dacher, schloss/schlosser, loch/locher, tum/tumer, tum/tumern
    `,
    typed: "ä/ae, ö/oe, ü/ue, ß/ss",
    capitals: true,
  },
};
