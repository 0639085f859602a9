/** What a section promises to hold, by its title. */

/**
 * `glossary`: terms and nothing else. `terminology`: its subheadings may be about other things. `definitions`:
 * nothing is a term that is not set off. `vocabulary`: only tables and definition lists, for the rest is often
 * advice on words. `acronyms`: names of one word.
 */
export type SectionKind = "glossary" | "terminology" | "definitions" | "vocabulary" | "acronyms";

/** `Domain Glossary`, `Harbour — Glossary`; not `Update the glossary`. */
const BEFORE =
  "(?!(?:about|add\\p{L}*|build\\p{L}*|check\\p{L}*|creat\\p{L}*|edit\\p{L}*|generat\\p{L}*|how|maintain\\p{L}*|manag\\p{L}*|see|sync\\p{L}*|the|this|updat\\p{L}*|us(?:e|ing)|view\\p{L}*|what|why|writ\\p{L}*)\\s)(?:\\S{1,20}\\s){0,4}";
const ENGLISH =
  "glossary(?: (?:of|for) .{1,30}| (?:and|&) (?:acronyms|abbreviations|terms|definitions|terminology)| ?/ ?(?:terms|terminology|definitions|acronyms))?|ubiquitous language";
const OTHER =
  "(?:key )?terms,? (?:and|&) (?:definitions|acronyms|abbreviations)|definitions (?:and|&) terms|key (?:terms|terminology)|definitions(?:,? (?:and|&)|,) (?:acronyms|abbreviations).{0,30}";
const LANGUAGES =
  "用語集?|用語(?:の定義|一覧|の説明|説明)|术语表?|术语(?:定义|说明|解释|与定义)|名词解释|词汇表|術語表?|용어(?:집| ?정의| ?풀이| ?사전| ?설명)?|begriffe|begrippen(?:lijst)?|woordenlijst|(?:glossar|glossaire|glosario|glossário|glossario|słownik|słowniczek|slovník|slovníček)(?: .{1,30})?|ordlista|ordliste|sanasto|fogalomtár|sözlük|terimler(?: sözlüğü)?|thuật ngữ|bảng thuật ngữ|glosarium|глоссарий|глосарій|термины(?: и определения)?|терміни(?: та визначення)?|словарь терминов|терминология";

const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [new RegExp(`^(?:${BEFORE}(?:${ENGLISH})|${OTHER}|${LANGUAGES})$`, "iu"), "glossary"],
  [
    /^(?:terms|terminology(?: (?:and|&) .{1,30})?|lexicon|nomenclature|terminologie|terminología|terminologia)$/i,
    "terminology",
  ],
  [/^vocabulary$/i, "vocabulary"],
  [/^definitions$/i, "definitions"],
  [
    /^(?:(?:list of|common|key|useful) )?(?:acronyms|abbreviations)(?: (?:and|&) (?:acronyms|abbreviations|definitions))?$/i,
    "acronyms",
  ],
];

/** `2.1`, `Appendix A:`, a picture. */
const NUMBER =
  /^(?:(?:appendix|annex|anhang|annexe|anexo)(?: \p{Lu})?\s*[:.–—-]|\p{N}+(?:\.\p{N}+)*[.)]?\s|\p{Lu}\.\s|[^\p{L}\p{N}])+/iu;
/** `(54 terms)`, `{#glossary}`, ` - in short` */
const TAIL = /(?:(?<!\s)\s*(?:[(（][^()（）]{1,20}[)）]|\{#[^{}]{1,40}\})|(?::| [–—-]) .{1,40})$/;

/** What every such title has in it; most headings of a repository go no further. */
const HINT =
  /glos|term|definitions|language|vocabulary|lexicon|nomencl|acronyms|abbreviations|begri|woord|słown|slovn|ordlist|sanasto|fogalom|sözlük|thuật|用|术|術|名词|词汇|용어|глос|терм|словар/i;

/** What the title of a section promises; `undefined` for all others. */
export function sectionKind(heading: string): SectionKind | undefined {
  if (heading.length > 60 || !HINT.test(heading)) return undefined;
  const title = heading.trim().replace(NUMBER, "").trim();
  return (
    kindOf(title) ?? kindOf(title.replace(TAIL, "")) ?? kindOf(title.replace(TAIL, "").replace(TAIL, ""))
  );
}

function kindOf(title: string): SectionKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(title))?.[1];
}
