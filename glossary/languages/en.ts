import { adr } from "./english/decisions.ts";
import { announcing, capitals, emptyWords } from "./english/names.ts";
import { increment, targets, work } from "./english/targets.ts";
import type { Language } from "./language.ts";

export const en: Language = {
  code: "en",
  name: "English",
  smallWords: `
    the, of, and, to, is, we, for, with, that, this, in, are, be, it, by, on, not, will, use, from, a, an
  `,
  files: {
    templates: "template",
  },
  adr,
  requirements: {
    requirement: "requirements?",
    acceptance: "acceptance, criteria, criterion",
    all: String.raw`all\b, every\b`,
    and: "and",
    task: "tasks?, covered by, implemented by, implementation tasks?",
    missing: "none, missing, not covered, uncovered, gap, tbd, todo, pending, n/a",
  },
  glossary: {
    files: {
      folders: "glossary, glossaries",
      names: "glossary, ubiquitous[-_ ]?language",
      about: `
        add, build, check, create, edit, export, extract, fix, generate, how, import, maintain, make, manage,
        new, parse, sync, test, translate, update, using, validate, write
      `,
      terminology: `
        terminology, vocabulary, lexicon, nomenclature, terms[-_ ]and[-_ ](?:definitions|concepts),
        key[-_ ]terms
      `,
      abbreviations: `
        (?:list[-_ ]of[-_ ])?(?:abbreviations?|abbrs?|acronyms?)(?:[-_ ]and[-_ ](?:abbreviations|acronyms))?
      `,
      nameHints: "glos, language",
      otherHints: "term, vocab, lexicon, nomencl, abbr, acronym",
      lists: "glossary, glossaries, terms?, ubiquitous[-_ ]?language, abbreviations?, acronyms?",
      notTerms: "gloss",
    },
    titles: {
      page: String.raw`
        ^(?:[^\s]{1,30} ){0,4}(?:glossary|terminology|vocabulary|ubiquitous language)(?: (?:of|by|for) .{1,40}|[ (]*a *[-–] *z\)?)?$
      `,
      about: String.raw`
        about, add\p{L}*, build\p{L}*, check\p{L}*, creat\p{L}*, edit\p{L}*, generat\p{L}*, how,
        maintain\p{L}*, manag\p{L}*, see, sync\p{L}*, the, this, updat\p{L}*, us(?:e|ing), view\p{L}*, what,
        why, writ\p{L}*
      `,
      glossary: `
        glossary(?: (?:of|for) .{1,30}| (?:and|&) (?:acronyms|abbreviations|terms|definitions|terminology)| ?/ ?(?:terms|terminology|definitions|acronyms))?,
        ubiquitous language
      `,
      glossaryAlone: `
        (?:key )?terms,? (?:and|&) (?:definitions|acronyms|abbreviations), definitions (?:and|&) terms,
        key (?:terms|terminology),
        (?:notational )?conventions,? (?:and|&) (?:terms|terminology|definitions), requirements (?:notation|language) (?:and|&) (?:terminology|definitions), definitions(?:,? (?:and|&)|,) (?:acronyms|abbreviations).{0,30}
      `,
      terminology: "terms, terminology(?: (?:and|&) .{1,30})?, lexicon, nomenclature",
      vocabulary: "vocabulary",
      definitions: "definitions",
      acronyms: `
        (?:(?:list of|common|key|useful) )?(?:acronyms|abbreviations)(?: (?:and|&) (?:acronyms|abbreviations|definitions))?
      `,
      hints: "glos, term, definitions, language, vocabulary, lexicon, nomencl, acronyms, abbreviations",
      appendix: "appendix, annex",
      general: "glossar, ^terms?$, acronym, abbreviation, terminolog, definition, vocabular, language$",
      language: "language, glossary, terms, terminology, vocabulary",
    },
    columns: {
      term: "(?:(?:domain|business|preferred|canonical|glossary|key) )?terms?, terminology",
      short: String.raw`acronyms?, abbreviations?, abbr\.?, initialisms?, short(?: form)?`,
      name: "names?, words?, phrases?, concepts?, expressions?, entit(?:y|ies), objects?",
      definition: "definitions?, meanings?, means, what it (?:is|means), explanations?",
      defining: "definition, meaning",
      description: "descriptions?, details?, notes?",
      describing: "descriptions?",
      expansion: "stands for, expansion, expanded(?: form)?, full (?:form|name|term), long(?: form)?",
      aliases: String.raw`alias(?:es)?, synonyms?, a\.?k\.?a\.?, also (?:known as|called), other names?`,
      avoid: `
        (?:aliases|synonyms|terms|words) to avoid, avoid(?:ed)?(?: terms?| names?)?, not,
        (?:do not|don[’']t|never) (?:use|say), instead of, forbidden, deprecated(?: terms?| names?)?
      `,
      example: "examples?(?: usage)?, usage",
      category: "categor(?:y|ies), contexts?, domains?, area",
      noTerm: String.raw`
        no\.?, id, index, number, status, states?, codes?, levels?, values?, colou?rs?, icons?, emojis?,
        symbols?, fields?, columns?, keys?, options?, flags?, types?, versions?, files?, paths?, commands?,
        methods?, parameters?, properties, property, steps?, phases?, priority, severity, roles?, questions?,
        dates?, examples?
      `,
      and: "and, or",
    },
    usage: {
      term: "terms?, names?, concepts?, technolog(?:y|ies), tools?, patterns?, options?",
      use: "use, use (?:it )?(?:when|for|if), when to use(?: it)?, when, good for, best for",
      avoid: `
        (?:do not|don[’']t|never) use(?: (?:it )?(?:when|for|if))?, avoid(?: (?:when|if|for))?,
        when not to use(?: it)?, not for
      `,
    },
    labels: {
      avoid: "avoid, aliases to avoid, synonyms to avoid, (?:do not|don[’']t|never) (?:use|say)",
      aliases: String.raw`
        alias(?:es)?, a\.?k\.?a\.?, also (?:known as|called), synonyms?, abbreviations?, abbr\.
      `,
      alsoKnownAs: String.raw`a\.?k\.?a\.?, also (?:known as|called)`,
      otherwise: String.raw`
        a\.?k\.?a\.?, also (?:known as|called), abbreviated(?: as| to)?, abbr(?:eviation)?\.?,
        acronym(?: for)?, short for, or, formerly
      `,
      notNames: `
        coming soon, deprecated, draft, optional, new, planned, obsolete, retired, todo, tbd, wip, beta,
        see .*
      `,
      nothing: String.raw`none, n\/?a, nil, tbd, todo, etc, and so on`,
      see: "see(?: also)?",
      under: "under",
      is: "is, are, means?, refers? to, denotes?, stands? for, describes?, represents?",
    },
    sections: {
      definition: "definition, meaning",
      defines: String.raw`definition\b, meaning$`,
      question: String.raw`what (?:is|are)\b, what it (?:is|means)\b, meaning$, overview$`,
      structure: String.raw`
        (?:table of )?contents, toc, introduction, intro, overview, summary, abstract, background, preface,
        about\b.*, purpose, scope, glossar(?:y|ies)(?: of .*)?, terms?, terminology, definitions?,
        terms and definitions, abbreviations?, acronyms?, references?, links?, resources?, further reading,
        see also, related(?: .*)?, notes?, examples?, example dialogue, faq, changelog, history, license,
        licence, contributing, contributors, credits, acknowledg(?:e)?ments?, appendix.*, conclusions?,
        next steps, how to .*, relationships, flagged ambiguities, language
      `,
      divider:
        "contents, introduction, intro, overview, summary, abstract, preface, glossary, terminology, conclusion, changelog, contributing",
      aside: `
        flagged ambiguities, ambiguities, relationships?, example dialogues?, examples?, where next,
        next steps, see also, related(?: .*)?, further reading, references, resources, links, notes,
        conventions, rules, principles, how to .*, changelog, history, contributing, maintenance, usage,
        open questions
      `,
      category: "concepts?, technolog(?:y|ies), propert(?:y|ies)",
      problem: "(?:what )?problems? it (?:addresses|solves), how it helps, what it is",
    },
    emptyWords,
    announcing,
    capitals,
  },
  increment,
  quantity: {
    percentile: "percentile?",
    ordinal: "th, st, nd, rd",
    average: "avg, average, averaged, mean, on average",
    median: "median",
    worst: "max, maximum, worst[- ]case",
  },
  work,
  targets,
  inflection: {
    spellings: `
      isation/ization, isations/izations, ise$/ize$, ises$/izes$, ised$/ized$, ising$/izing$, iser$/izer$,
      yse$/yze$, our$/or$, ours$/ors$, ourite/orite, oural/oral, ^centre/center, datacentre/datacenter,
      ^fibre/fiber, ^litre/liter, ^metre/meter, ^theatre/theater, ^calibre/caliber, alogue/alog, licence/license,
      defence/defense, offence/offense, ^practice/practise, artefact/artifact, programme$/program$,
      programmes$/programs$, ^grey/gray, judgement/judgment, acknowledgement/acknowledgment,
      ^enrolment/enrollment, fulfilment/fulfillment, labell/label, modell/model, cancell/cancel, channell/channel,
      signall/signal, travell/travel
    `,
    deeds: "s, es, d, ed, ing, ied, ies",
    first: `
      re, pre, post, sub, multi, micro, auto, self, back, cross, e, meta, super, life, data, time, run, work, key,
      code, file, user, host, name, white, black, allow, deny, block, web, road, bench, check, dash, fire, head,
      feed, hot, cold
    `,
    last: `
      back, up, down, out, off, over, in, on, through, cycle, time, line, end, flow, point, set, base, board,
      list, word, log, map, book, store, wall, path, space, name, load, stream
    `,
    deed: "back, up, down, out, off, over, in, on, through",
  },
};
