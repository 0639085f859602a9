/**
 * What is said in a language of its own: one file each, named after its code (ISO 639-1), for those who speak it to
 * read, correct and add to. What is missing is simply not read; `npm run generate` lists the rest in `docs/languages.md`.
 *
 * A word belongs here if somebody who writes in another language would write another one. What a standard, a format
 * or a program fixes stays with its reader, in whatever language its documents are: keywords of SQL and of RFC 2119,
 * units, keys of front matter, sections of templates by their authors' names, files such as `README`, the labels of
 * SpecWeave, spec-kit and OpenSpec. So does what reads the grammar of English sentences with names or numbers in
 * between (`query/model`, `target/model`): there the words follow from the order, and no list could be exchanged.
 */

import type { InflectionWords } from "./inflectionWords.ts";
import type { Patterns, Phrases } from "./notation.ts";
import type { TargetWords } from "./targetWords.ts";

export interface Language {
  /** ISO 639-1: `pt`; the name of the file. */
  readonly code: string;
  /** In English. */
  readonly name: string;
  /**
   * Small words that most texts have and few other languages, by which a text is known to be in this one. Where reasons
   * are known (`adr.reasons`), they have to outnumber those of languages where they are not.
   */
  readonly smallWords?: Phrases;
  readonly files?: {
    /** Parts of the names of templates. */
    readonly templates?: Patterns;
  };
  readonly adr?: DecisionWords;
  readonly requirements?: RequirementWords;
  readonly glossary?: GlossaryWords;
  readonly inflection?: InflectionWords;
  readonly increment?: {
    /** What a field begins with that names nothing: “Dependencies: nothing”. */
    readonly none?: Patterns;
    /** Between the first and the last of a series: “AC-US1-01 to AC-US1-04”. */
    readonly through?: Patterns;
    /** What a note says about something that is not done now: “(deferred)”, “moved to 0045”. */
    readonly putOff?: Patterns;
    /** What sections are called in which things stand that are not done now. */
    readonly outside?: Patterns;
    /** What stands for something that nobody has written yet: “TBD”, “filled in later”. */
    readonly blank?: Patterns;
  };
  readonly quantity?: QuantityWords;
  readonly work?: WorkWords;
  readonly targets?: TargetWords;
}

/** Words of decision records. */
export interface DecisionWords {
  /** What sections are called, by what they are about. */
  readonly sections?: {
    /** What became of the decision later. */
    readonly afterthought?: Phrases;
    readonly references?: Phrases;
    readonly rationale?: Phrases;
    /** The decision, in names that have another kind of section in them: “Chosen option”. */
    readonly outcome?: Phrases;
    readonly drivers?: Phrases;
    readonly alternatives?: Phrases;
    readonly consequences?: Phrases;
    readonly benefits?: Phrases;
    readonly context?: Phrases;
    readonly status?: Phrases;
    readonly date?: Phrases;
    readonly deciders?: Phrases;
    readonly decision?: Phrases;
  };
  /** Small words that may stand between the words of such a name: “Context and Problem Statement”. */
  readonly joining?: Patterns;
  /** Labels that introduce a reason wherever they stand: “Why not: …”. */
  readonly reasonLabels?: Phrases;
  /** The state of a decision, in all forms of the word. Forms without accents are found, too. */
  readonly statuses?: {
    readonly draft?: Phrases;
    readonly proposed?: Phrases;
    readonly accepted?: Phrases;
    readonly implemented?: Phrases;
    readonly rejected?: Phrases;
    readonly deprecated?: Phrases;
    readonly superseded?: Phrases;
  };
  /** Words before a status that leave it what it is: “partially accepted”. */
  readonly qualifiers?: Patterns;
  /** Parts of a page that only says where a record is now: “moved to …”. */
  readonly signposts?: Patterns;
  /** Words that say that something is not so, for a misspelt one must not be turned into its opposite: “unapproved”. */
  readonly negations?: Patterns;
  /** Words that a line of a status cannot end with: it goes on in the next one. */
  readonly unfinished?: Patterns;
  readonly relations?: {
    /** “Supersedes ADR-0012” */
    readonly supersedes?: Phrases;
    /** “Superseded by ADR-0043” */
    readonly supersededBy?: Phrases;
    readonly amends?: Phrases;
    readonly amendedBy?: Phrases;
    /** Parts of labels that relations stand behind. */
    readonly labels?: Patterns;
  };
  readonly reasons?: ReasonWords;
  readonly options?: OptionWords;
  readonly placeholders?: {
    /** Lines that say that something has yet to be written. */
    readonly lines?: Patterns;
    /** Sentences of widely used templates, small letters only: who leaves them has not written yet. */
    readonly sentences?: Phrases;
    /** What a section begins with that is left empty on purpose: “None”. */
    readonly answers?: Patterns;
    /** Parts of what templates tell the author in quotes: “this section describes …”. */
    readonly guidance?: Patterns;
    /** Beginnings of sentences of the record about keeping records, small letters only. */
    readonly firstRecord?: Phrases;
  };
  readonly files?: {
    /** Folders of decisions. */
    readonly folders?: Patterns;
    /** Pages of many decisions. */
    readonly log?: Patterns;
    /** Parts of the names of templates, besides those of all kinds of files. */
    readonly templates?: Patterns;
    /** Words of the name of a template that only say which one it is. */
    readonly templateOf?: Patterns;
    /** What the title of a page of a folder of decisions begins with that records none. */
    readonly minutes?: Patterns;
  };
  /** “For example”. */
  readonly forExample?: Patterns;
  /** What stands before the number of a record that is no more: “the former ADR 36”. */
  readonly former?: Patterns;
  /** Words of the title of a record about keeping records. */
  readonly aboutRecords?: Patterns;
  /** Words that a text without sections has if it decides something. */
  readonly decides?: Patterns;
  /** What a numbered decision in another document is called: “Decision 3”; one word. */
  readonly numbered?: Patterns;
  /** What a new section of reasons is called below a decision whose heading begins with `below`. */
  readonly rationaleHeading?: { readonly below: Patterns; readonly name: string };
  /** Headers of columns in a table of decisions. */
  readonly columns?: {
    readonly title?: Patterns;
    readonly status?: Patterns;
    readonly date?: Patterns;
  };
  /** What the status is called. */
  readonly fields?: {
    /** In a table. */
    readonly statusCell?: Patterns;
    /** In a line, where statuses are offered while it is written. */
    readonly statusLine?: Patterns;
    /** Words beside “status” that make it the status of something else. */
    readonly notStatus?: Patterns;
  };
  /** Decisions within another document. */
  readonly log?: {
    /** Parts of a heading above them. */
    readonly above?: Patterns;
    /** Parts of a heading below which others are named only. */
    readonly elsewhere?: Patterns;
    /** What is no title behind the number of one. */
    readonly notTitles?: Patterns;
  };
  /** What a heading of a specification begins with. */
  readonly specifies?: Patterns;
  /** Sections that belong to the head of a record. */
  readonly head?: Patterns;
  /** Lines of the head that say that a decision holds no more: `by` has another one behind it, `alone` nothing. */
  readonly givenUp?: { readonly by?: Patterns; readonly alone?: Patterns };
}

/** How a text gives a reason. A language that has `because` or `unspaced` is one in which rules ask for reasons. */
export interface ReasonWords {
  /** Connectives with the reason behind them; a few more words have to follow. */
  readonly because?: Phrases;
  /** Postpositions: the reason stands before them. */
  readonly becauseOfThat?: Phrases;
  /** The same for scripts without spaces: the reason stands around them. */
  readonly unspaced?: Phrases;
  /** A purpose: one of `leads` and one of `verbs`, “to avoid”. */
  readonly purposes?: { readonly leads: Phrases; readonly verbs: Phrases };
  /** A gain: one of `subjects` and one of `verbs`, “this avoids”. */
  readonly gains?: { readonly subjects: Phrases; readonly verbs: Phrases };
  /** Connectives that are none beside some other words; parts of a text. */
  readonly patterns?: Patterns;
  /** Those that are none but in one place of a sentence; capitals count. */
  readonly clauses?: Patterns;
  /** A reason from its first word to the connective that ends it. */
  readonly enclosed?: Patterns;
  /** Connectives among `because` whose reason may as well stand before them: “therefore”. */
  readonly concluding?: Patterns;
  /** Reasons that are none: “because it is the best”. */
  readonly vacuous?: Phrases;
  /** Words of a text that only says where the reason can be read. */
  readonly pointers?: Phrases;
  /** Words that weigh one thing against another: an opinion that hints at a reason. */
  readonly weighing?: Phrases;
  /** Words of a text that argues: about us, a problem or a choice. */
  readonly arguing?: Phrases;
  /** Words of a sentence that says that something was decided, and not how it works: “we chose”. */
  readonly deciding?: Phrases;
}

/** What is said for and against options. */
export interface OptionWords {
  /** A word that turns an option down … */
  readonly rejected?: Patterns;
  /** … and the one behind it that begins the reason. */
  readonly because?: Patterns;
  /** Headings of points for and against. */
  readonly headings?: Patterns;
  /** “Good, because …”: the score, and what follows it. */
  readonly scores?: Patterns;
  readonly scoreBehind?: Patterns;
  /** Marks with a colon behind them: “Pro: …”. */
  readonly marks?: Patterns;
  /** The label of the option that was chosen. */
  readonly chosen?: Patterns;
  /** What begins a choice of several options, or of none: “all of them”. */
  readonly several?: Patterns;
  /** What begins the reason behind the chosen option, and what may follow it in quotation marks. */
  readonly reasonBehind?: Patterns;
  readonly behindQuote?: Patterns;
}

/** Words of requirements as Kiro writes them. */
export interface RequirementWords {
  /** Begins a heading, “Requirement 3”, and introduces references, “Requirements: 1.2”; no part of a longer word. */
  readonly requirement?: Patterns;
  /** Parts of a heading that criteria stand below: “Acceptance Criteria”. */
  readonly acceptance?: Patterns;
  /** Begins a reference to all requirements: “Requirements: all”. Write `\b` behind words of the Latin alphabet. */
  readonly all?: Patterns;
  /** Between two numbers: “Requirements 1.2 and 1.3”. */
  readonly and?: Phrases;
  /** What a column is called that names the tasks for a requirement. */
  readonly task?: Patterns;
  /** What a cell of that column says where a task is missing. */
  readonly missing?: Patterns;
}

/** Words of glossaries and of the pages about terms. */
export interface GlossaryWords {
  readonly files?: {
    /** Folders that are a glossary. */
    readonly folders?: Patterns;
    /** Files that are one, but for a word or two in front: `domain-glossary.md`. */
    readonly names?: Patterns;
    /** Words in front that make it a file about a glossary: `update-glossary.md`. */
    readonly about?: Patterns;
    /** Files that may as well be about what is done with terms. */
    readonly terminology?: Patterns;
    readonly abbreviations?: Patterns;
    /** A part of each of `names`, and of each of the others: all paths are asked for these first. */
    readonly nameHints?: Patterns;
    readonly otherHints?: Patterns;
    /** What the name of a file begins with that is a glossary by its place. */
    readonly lists?: Patterns;
    /** What the name of a list of terms begins with that may lie in a folder of pages of terms. */
    readonly notTerms?: Patterns;
  };
  /** Titles of glossaries and of sections that are one. */
  readonly titles?: {
    /** Parts of the title of a page. */
    readonly page?: Patterns;
    /** Words that begin the title of a section about a glossary: “Update the glossary”. */
    readonly about?: Patterns;
    /** A section of terms and nothing else, with a few words in front or without any. */
    readonly glossary?: Patterns;
    readonly glossaryAlone?: Patterns;
    /** Its subheadings may be about other things. */
    readonly terminology?: Patterns;
    /** Only its tables and definition lists hold terms. */
    readonly vocabulary?: Patterns;
    /** Nothing in it is a term that is not set off. */
    readonly definitions?: Patterns;
    /** Its names are single words. */
    readonly acronyms?: Patterns;
    /** A part of each title: all headings are asked for these first. */
    readonly hints?: Patterns;
    /** “Appendix A: Glossary” */
    readonly appendix?: Patterns;
    /** Parts of a heading above a table that are no category of its terms. */
    readonly general?: Patterns;
    /** Words in a heading of a `CONTEXT.md` that terms stand below. */
    readonly language?: Patterns;
  };
  /** Headers of the columns of a table. */
  readonly columns?: {
    readonly term?: Patterns;
    /** Acronyms and abbreviations. */
    readonly short?: Patterns;
    /** Names in glossaries, and much else in other tables. */
    readonly name?: Patterns;
    readonly definition?: Patterns;
    /** Those of `definition` that count with a few words more: “Meaning in this context”. */
    readonly defining?: Patterns;
    /** Definitions in glossaries, and much else in other tables. */
    readonly description?: Patterns;
    /** Those of `description` that are definitions beside a column of terms anywhere. */
    readonly describing?: Patterns;
    readonly expansion?: Patterns;
    readonly aliases?: Patterns;
    readonly avoid?: Patterns;
    readonly example?: Patterns;
    readonly category?: Patterns;
    /** Columns that are defined, but not what people call things: values, symbols, numbers. */
    readonly noTerm?: Patterns;
    /** “Word or phrase” */
    readonly and?: Patterns;
  };
  /** Columns of a table that says when to use a term. */
  readonly usage?: { readonly term?: Patterns; readonly use?: Patterns; readonly avoid?: Patterns };
  readonly labels?: {
    /** “Avoid: …”, “Aliases: …” */
    readonly avoid?: Patterns;
    readonly aliases?: Patterns;
    /** Between two names: “Ship, aka vessel”. */
    readonly alsoKnownAs?: Patterns;
    /** What begins another name in brackets: “(formerly …)”. */
    readonly otherwise?: Patterns;
    /** What stands in brackets behind a name and is none. */
    readonly notNames?: Patterns;
    /** What stands in a list of names where there is none. */
    readonly nothing?: Patterns;
    /** “See: …”, “See under …” */
    readonly see?: Patterns;
    readonly under?: Patterns;
    /** What goes on from a name to its definition: “**Saga** is a chain of …”. */
    readonly is?: Patterns;
  };
  /** Headings on pages about terms. */
  readonly sections?: {
    /** The definition, as all of a heading or label … */
    readonly definition?: Patterns;
    /** … and as the beginning of a heading; write `\b` behind words of the Latin alphabet. */
    readonly defines?: Patterns;
    /** What a heading begins with that asks what something is. */
    readonly question?: Patterns;
    /** Headings of a glossary that are no terms. */
    readonly structure?: Patterns;
    /** Those of them that are never terms, though they are single words. */
    readonly divider?: Patterns;
    /** What headings begin with that speak about terms and define none. */
    readonly aside?: Patterns;
    /** Categories of the Cloud Native Glossary, and its sections. */
    readonly category?: Patterns;
    readonly problem?: Patterns;
  };
  /** Words of a definition that say nothing about the thing defined. */
  readonly emptyWords?: Phrases;
  readonly announcing?: AnnouncingWords;
  readonly capitals?: CapitalWords;
}

/** Bold lines and headings that say what comes next, and name nothing. */
export interface AnnouncingWords {
  /** Alone, or with what they are about behind them … */
  readonly words?: Patterns;
  /** … which begins with one of these: “Benefits of caching”. */
  readonly about?: Patterns;
  /** Two words, where the first alone may begin a name: “Key points”; what begins a text. */
  readonly pairs?: Patterns;
  /** Those of `words` that name a thing as well. */
  readonly nouns?: Patterns;
}

/** What stands around words with capitals. */
export interface CapitalWords {
  /** Words that an acronym mostly leaves out, and those of them between two words with capitals. */
  readonly small?: Patterns;
  readonly joining?: Patterns;
  /** Words with a capital only because a sentence begins with them. */
  readonly first?: Patterns;
  /** “SLO stands for …” */
  readonly standsFor?: Patterns;
}

/** Words of statistics. */
export interface QuantityWords {
  /** “95th percentile”; what a word begins with. */
  readonly percentile?: Patterns;
  /** What turns 95 into 95th. */
  readonly ordinal?: Patterns;
  readonly average?: Patterns;
  readonly median?: Patterns;
  readonly worst?: Patterns;
}

/** How far work is: what a status begins with. */
export interface WorkWords {
  readonly done?: Patterns;
  readonly deferred?: Patterns;
  readonly dropped?: Patterns;
  readonly open?: Patterns;
}
