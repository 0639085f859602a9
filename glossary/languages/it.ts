import type { Language } from "./language.ts";

export const it: Language = {
  code: "it",
  name: "Italian",
  smallWords: `
    il, lo, gli, uno, una, di, del, dello, della, dei, degli, delle, dalla, dalle, nel, nella, nelle, sul, sulla,
    con, che, chi, cui, non, è, più, come, questo, questa, questi, sono, viene, ogni, anche, perché, quando,
    essere, abbiamo
  `,
  files: {
    templates: "modello",
  },
  adr: {
    sections: {
      afterthought:
        "cronologia, storico delle modifiche, registro delle modifiche, deprecazione, fuori ambito",
      references: `
        riferimenti, collegamenti, vedi anche, fonti, bibliografia, ulteriori informazioni, risorse
      `,
      rationale: `
        motivazione, motivazioni, ragione, ragioni, giustificazione, argomentazione, argomentazioni, motivi,
        ^perché
      `,
      outcome: "opzione scelta, opzione selezionata, soluzione scelta, esito della decisione",
      drivers: `
        requisiti, vincoli, criteri, fattori, fattori decisionali, obiettivi, ipotesi, presupposti, assunzioni
      `,
      alternatives: `
        alternative, opzioni, opzioni considerate, opzioni valutate, alternative considerate,
        alternative valutate, pro e contro, vantaggi e svantaggi, confronto
      `,
      consequences: `
        conseguenze, conseguenza, impatti, impatto, rischi, implicazioni, svantaggi, effetti, compromessi, ricadute
      `,
      benefits: "vantaggi, benefici",
      context:
        "contesto, problema, problematica, situazione, situazione attuale, premessa, descrizione del problema",
      status: "^stato",
      date: "^data$",
      deciders: "decisori, responsabili, ^autori, ^autore",
      decision: `
        decisione, decisioni, soluzione, proposta, raccomandazione, conclusione, conclusioni, scelta, esito,
        risoluzione
      `,
    },
    joining: "e, di, del, della, dei, delle, il, la",
    reasonLabels: `
      motivazione, motivo, ragione, perché, perché no, scartata perché, scartato perché, respinta perché,
      rifiutata perché
    `,
    statuses: {
      draft: "bozza, in lavorazione, in corso, sospeso, sospesa",
      proposed: "proposto, proposta, in revisione, in valutazione, in discussione, in attesa",
      accepted: `
        accettato, accettata, approvato, approvata, adottato, adottata, confermato, confermata, deciso, decisa,
        in vigore
      `,
      implemented: "implementato, implementata, completato, completata, realizzato, realizzata",
      rejected: `
        rifiutato, rifiutata, respinto, respinta, scartato, scartata, annullato, annullata, ritirato, ritirata,
        abbandonato, abbandonata
      `,
      deprecated: "deprecato, deprecata, obsoleto, obsoleta, dismesso, dismessa, archiviato, archiviata",
      superseded: "sostituito, sostituita, superato, superata, rimpiazzato, rimpiazzata",
    },
    signposts: "spostat[oaie], si trovano? (?:in|su)",
    forExample: "per esempio, ad esempio",
    former: "ex, precedentemente",
    negations: String.raw`(?:in|im|non|dis)\p{L}+`,
    qualifiers: String.raw`
      (?!(?:anterior|precedente|inizial)mente)\p{L}{2,}mente, in parte, già, ancora
    `,
    unfinished: "da, dal, dalla, con, e, o, ma, di, del, della, il, la",
    relations: {
      supersedes: "sostituisce, rimpiazza",
      supersededBy: `
        sostituito da, sostituita da, sostituito dalla, sostituita dalla, rimpiazzato da, rimpiazzata da,
        superato da, superata da
      `,
      amends: "modifica, emenda",
      amendedBy: "modificato da, modificata da, emendato da, emendata da",
    },
    reasons: {
      deciding: "abbiamo, scelto, scelta, deciso, decisione, preferiamo, nostro, nostra",
      because: `
        perché, poiché, siccome, altrimenti, senza di essa, senza di esso, senza questo, in caso contrario, giacché, in quanto, dato che, visto che, dal momento che, considerato che,
        tenuto conto, a causa di, a causa del, a causa della, a causa dei, a causa delle, per via di, per via del,
        per via della, grazie a, grazie al, grazie alla, grazie ai, grazie alle, quindi, pertanto, perciò, dunque,
        infatti, di conseguenza, motivo per cui, per questo, per questo motivo, per questa ragione, in modo da,
        in modo che, così da, così che, affinché, al fine di, allo scopo di, con l'obiettivo di, il che permette,
        il che consente, permettendo, consentendo, riducendo, semplificando, garantendo
      `,
      gains: {
        subjects: "questo, ciò, così, il che, in questo modo",
        verbs: `
          evita, permette, consente, riduce, semplifica, migliora, garantisce, assicura, impedisce, facilita,
          aiuta, rende, elimina, protegge, dimezza
        `,
      },
      clauses: String.raw`
        (?<!\p{L})[Cc]osì(?!\p{L}|\s+come),
        (?<!\p{L})[Pp]er\s(?:non\s)?(?!\p{L}*(?:ware|share|square|spare|fare|sphere|[fhtw]ire|entire|empire)(?!\p{L}))\p{L}{2,}(?:are|ere|ire|rre|[aei]r(?:l[aeio]|ne|si|ci|vi))(?!\p{L})
      `,
      concluding: "quindi, pertanto, perciò, dunque, per questo, di conseguenza",
      vacuous: "è meglio, è la migliore, è il migliore, ci piace, funziona",
      pointers: "vedi, si veda",
      weighing: "migliore, meglio, più semplice, più veloce, più economico, tuttavia, troppo",
      arguing: "abbiamo, scelto, preferiamo, preferito, difficile, costoso, costosa",
    },
    options: {
      several: "tutt[ei], entramb[ei], nessuna, una combinazione",
      rejected: "scartat[oa], respint[oa], rifiutat[oa], esclus[oa]",
      because: "perché, poiché, in quanto",
      headings: "vantaggi, vantaggio, svantaggi, svantaggio, benefici, punti di forza, punti deboli, contro",
      marks: "contro, bene",
      chosen: "opzione scelta, opzione selezionata",
      reasonBehind: "perché, poiché, in quanto, dato che, per",
    },
    placeholders: {
      lines: "da (?:definire|completare|compilare|scrivere|decidere)",
      answers: "nessun[oa]?, niente, non applicabile",
    },
    files: {
      folders: "decisioni(?:[-_ ]architetturali)?",
    },
    decides: "usiamo, useremo, utilizziamo, utilizzeremo, adottiamo, adotteremo, scegliamo",
    numbered: "Decisione",
    rationaleHeading: {
      below: "decisione, scelta, soluzione",
      name: "Motivazione",
    },
    columns: {
      title: "titolo",
      status: "stato",
      date: "data",
    },
    fields: {
      statusCell: "stato",
      statusLine: "stato",
    },
    log: {
      above: "decisioni (?:architetturali|tecniche|di progetto), registro delle decisioni",
    },
  },
  requirements: {
    requirement: "requisit[oi]",
    acceptance: "criteri",
    all: String.raw`tutti\b, tutte\b`,
    and: "e",
    task: "attività",
    missing: "nessuna, manca",
  },
  glossary: {
    files: {
      folders: "glossario",
      names: "glossario",
      terminology: "terminologia",
      lists: "glossario",
    },
    titles: {
      page: "glossario",
      glossaryAlone: "glossario(?: .{1,30})?, termini(?: e definizioni)?",
      terminology: "terminologia",
      vocabulary: "vocabolario",
      definitions: "definizioni",
      acronyms: "acronimi(?: e abbreviazioni)?, abbreviazioni(?: e acronimi)?",
      hints: "definizion, vocabolario, acronimi, abbreviazioni",
      appendix: "appendice, allegato",
    },
    columns: {
      term: "termin[ei]?, vocabolo, concetto",
      short: "acronim[oi], sigl[ae], abbreviazion[ei]",
      name: "parola, espressione",
      definition: "definizion[ei], significat[oi], spiegazione",
      defining: "definizione, significato",
      description: "descrizione",
      expansion: "per esteso, forma estesa",
      aliases: "sinonim[oi], dett[oa] anche, not[oa] anche come",
      avoid: "da evitare, termini da evitare, non usare",
      example: "esempio, esempi",
      category: "dominio, contesto, ambito",
      and: "o",
    },
    labels: {
      avoid: "da evitare, non usare",
      aliases: "sinonim[oi], dett[oa] anche, not[oa] anche come",
      alsoKnownAs: "dett[oa] anche, not[oa] anche come",
      otherwise: "dett[oa] anche, not[oa] anche come",
      nothing: "nessun[oa]",
      see: "vedi(?: anche)?",
      is: "è, sono, rappresenta, descrive",
    },
    sections: {
      definition: "definizione, significato",
      defines: String.raw`definizione\b`,
      question: "che cos['’]è, cos['’]è, che cosa significa, cosa significa",
      structure: `
        sommario, indice, introduzione, panoramica, riferimenti, collegamenti, esempi, glossario, termini,
        definizioni, acronimi, abbreviazioni, cronologia, licenza
      `,
      category: "concetto, propriet[àé], tecnologia",
      problem: "(?:quale )?problema (?:che )?(?:affronta|risolve), (?:come|in che modo) aiuta, che cos['’]è",
    },
  },
  increment: {
    none: String.raw`nessun[oa]\b, niente\b`,
    through: "fino a",
  },
  quantity: {
    percentile: "percentile?",
    ordinal: "º, °, esimo",
    average: "valore medio",
    median: "mediana",
    worst: "massimo, caso peggiore",
  },
  inflection: {
    changes:
      "o/i, a/e, e/i, co/chi, ca/che, go/ghi, ga/ghe, io/i, cia/ce, gia/ge, tore/trice, tore/trici, ma/mi, ta/ti",
  },
};
