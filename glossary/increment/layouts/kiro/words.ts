/** The words that specifications in the layout of Kiro are written with, in the languages they are met in. */

/** `Requirement`, `要件`, `Requisito`: what a heading begins with, and what a reference is introduced by. */
export const REQUIREMENT = [
  "requirements?",
  "要件",
  "要求事項",
  "需求",
  "要求",
  "요구 ?사항",
  "requisitos?",
  "requisit[oi]",
  "requerimientos?",
  "exigences?",
  "anforderung(?:en)?",
  "требовани[еяй]",
  "вимог[аи]?",
  "yêu cầu",
  "gereksinim(?:ler)?",
  "wymagani[ea]",
  "persyaratan",
].join("|");

/** A heading or a label that criteria stand below. */
export const ACCEPTANCE =
  /acceptance|criteria|criterios|critérios|critères|criteri|kriterien|критери|kriter|kryteri|受け?入れ?|验收|驗收|승인|수락|인수|완료 조건|tiêu chí|kriteria/i;

/** `All`, in the place of a list of requirements; with the words behind it that a language needs. */
export const ALL =
  /^(?:all\b|every\b|全|所有|すべて|모든|전체|tod[oa]s\b|toutes\b|tutti\b|alle\b|все(?![\p{L}])|tất cả)/iu;
