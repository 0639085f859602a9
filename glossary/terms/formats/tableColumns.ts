/** Which columns of a table hold what, by their headers and, in a glossary, by what stands in them. */

import { plainText } from "../../markdown/excerpt.ts";
import type { Span } from "../../text/span.ts";
import { isAcronym, parseNames } from "../model/term.ts";
import { isAside, readsLikeName, type SourcePage } from "./source.ts";

const TERM =
  /^(?:(?:(?:domain|business|preferred|canonical|glossary|key) )?terms?|terminology|用語|术语|術語|용어|名詞|名词|begriffe?|ausdruck|termes?|términos?|termos?|termin[ei]?|термины?|термін|поняття|понятие|begrip(?:pen)?|begrepp|begreb|begrep|termi|käsite|fogalom|kifejezés|pojem|termín|pojęcie|terim|kavram|thuật ngữ|istilah|המונח|מונח|المصطلح|όρος)$/i;
const SHORT =
  /^(?:acronyms?|abbreviations?|abbr\.?|initialisms?|short(?: form)?|略語|略称|缩写|缩略语|약어|abkürzung(?:en)?|sigles?|siglas?|afkorting|skrót|zkratka|kısaltma)$/i;
/** Columns that hold names in glossaries and much else in other tables. */
const NAME = /^(?:names?|words?|phrases?|concepts?|expressions?|entit(?:y|ies)|名称|概念)$/i;
const DEFINITION =
  /^(?:definitions?|meanings?|means|what it (?:is|means)|explanations?|定義|定义|意味|意义|含义|说明|説明|解释|释义|정의|의미|설명|bedeutung(?:en)?|erklärung(?:en)?|definición(?:es)?|significado|définitions?|signification|definição|definizione|значение|определение|значення|визначення|definitie|betekenis|omschrijving|betydelse|betydning|definisjon|määritelmä|merkitys|jelentés|meghatározás|význam|definice|definicja|znaczenie|wyjaśnienie|objaśnienie|vysvětlení|forklaring|förklaring|пояснение|tanım|anlam|định nghĩa|ý nghĩa|definisi|arti|뜻|הגדרה|التعريف|ορισμός)$/i;
/** The same with a few words more: "Meaning in this context", "Real-world meaning", "Definición breve". */
const MEANS =
  /^(?:\S{1,20} )?(?:definition|meaning|bedeutung|erklärung|definición|significado|définition|definição|definizione)(?: \S{1,20}){0,3}$|\S(?:定義|意味|定义|含义|의미|정의)$/i;
const DESCRIPTION =
  /^(?:descriptions?|details?|notes?|beschreibung|descripción|descrição|descrizione|описание)$/i;
const EXPANSION =
  /^(?:stands for|expansion|expanded(?: form)?|full (?:form|name|term)|long(?: form)?|正式名称|全称|全称形式)$/i;
const ALIASES =
  /^(?:alias(?:es)?|synonyms?|a\.?k\.?a\.?|also (?:known as|called)|other names?|別名|同義語|类似词|同义词|别名|동의어|synonyme|sinónimos?)$/i;
const AVOID =
  /^(?:(?:aliases|synonyms|terms|words) to avoid|avoid(?:ed)?(?: terms?| names?)?|not|(?:do not|don[’']t|never) (?:use|say)|instead of|forbidden|deprecated(?: terms?| names?)?|避ける(?:語|言葉)?|使わない|避免|不要使用|禁用|vermeiden|evitar|éviter)$/i;
const EXAMPLE = /^(?:examples?(?: usage)?|usage|例|用例|示例|예|예시|beispiele?|ejemplos?|exemples?)$/i;
/** Columns whose cells are defined, but are not what people call things: values, symbols, numbers. */
const NO_TERM =
  /^(?:|#|no\.?|nr\.?|id|index|number|status|states?|codes?|levels?|values?|colou?rs?|icons?|emojis?|symbols?|fields?|columns?|keys?|options?|flags?|types?|versions?|files?|paths?|commands?|methods?|parameters?|properties|property|steps?|phases?|priority|severity|roles?|questions?|dates?|examples?|编号|序号|番号|状态|状態|例|字段|参数|文件|路径|命令|类型|值|步骤|选项|版本|日期|項目|フィールド|ファイル|コマンド|値|種類|필드|값|파일|상태)$/i;
const CATEGORY =
  /^(?:categor(?:y|ies)|contexts?|domains?|area|分類|カテゴリ|分类|类别|kategorie|contextos?|domínio|dominio|contexte|kontext)$/i;

/** Places of columns; -1 for one that is not there. */
export interface Columns {
  readonly term: number;
  readonly definition: number;
  readonly expansion: number;
  readonly aliases: number;
  readonly avoid: number;
  readonly example: number;
  readonly category: number;
}

/** The columns of a table with these rows; `undefined` for one that holds no terms. `surely` as for `tables`. */
export function columnsOf(
  page: SourcePage,
  rows: readonly (readonly Span[])[],
  surely: boolean,
): Columns | undefined {
  const [header = [], ...body] = rows;
  const heads = header.map((cell) => plainText(page.text, page.facts, cell));
  return known(heads, surely) ?? (surely ? guessed(page, heads, body) : undefined);
}

/** Finds the first column whose header fits the first pattern that fits any; -1 where none does. */
function columnFinder(heads: readonly string[]): (...patterns: readonly RegExp[]) => number {
  const words = heads.map((head) => {
    const whole = head.replace(/(?<![\s:：])[\s:：]+$/, "");
    // `Term / Acronym`, `Word or phrase`
    return [whole, ...whole.split(/(?:(?<!\s)\s+)?[/&]\s*|(?<!\s)\s+(?:and|or|und|oder|et|ou|y|o)\s+/i)];
  });
  return (...patterns) => {
    for (const pattern of patterns) {
      const found = words.findIndex((some) => some.some((word) => pattern.test(word)));
      if (found >= 0) return found;
    }
    return -1;
  };
}

function known(heads: readonly string[], surely: boolean): Columns | undefined {
  const at = columnFinder(heads);
  const term = surely ? at(TERM, SHORT, NAME) : at(TERM, SHORT);
  if (term < 0) return undefined;
  const short = at(SHORT);
  const expansion = at(EXPANSION);
  const definition =
    surely || expansion >= 0 ? at(DEFINITION, MEANS, DESCRIPTION) : at(DEFINITION, MEANS, /^descriptions?$/i);
  if (definition === term || (definition < 0 && expansion < 0)) return undefined;
  return {
    term,
    definition,
    expansion: expansion >= 0 ? expansion : short === term ? definition : -1,
    aliases: short >= 0 && short !== term ? short : at(ALIASES),
    avoid: at(AVOID),
    example: at(EXAMPLE),
    category: at(CATEGORY),
  };
}

/**
 * The columns of a glossary's table whose header is not in the words known: beside a column of terms one of text,
 * beside one of definitions one of names, else acronyms beside what they stand for, or bold names beside text.
 */
function guessed(
  page: SourcePage,
  heads: readonly string[],
  body: readonly (readonly Span[])[],
): Columns | undefined {
  if (body.length === 0 || isAside(page.facts, (body[0]?.[0] as Span | undefined)?.start ?? 0))
    return undefined;
  const plain = (column: number) =>
    body.map((cells) => (cells[column] ? plainText(page.text, page.facts, cells[column]) : ""));
  const others = heads.map((_, column) => column);
  const isProse = (column: number) => {
    const words = plain(column).map(countWords);
    return words.filter((count) => count >= 3).length * 2 >= words.length;
  };
  const isNames = (column: number) =>
    plain(column).every(
      (cell) =>
        cell === "" || (readsLikeName(cell) && /\p{L}/u.test(cell) && !/^(?:\p{Lu}+-?)?[\d.-]+$/u.test(cell)),
    );
  const at = columnFinder(heads);
  const said = at(DEFINITION, MEANS);
  const given = at(TERM, SHORT, NAME);
  const names = others.filter(
    (column) => column < said && !NO_TERM.test(heads[column] as string) && isNames(column),
  );
  // Beside two columns of names stands what they have to do with each other.
  const named = names.length === 1 ? names[0] : undefined;
  const text = others.find((column) => column > given && isProse(column));
  const [term, definition] =
    given >= 0 && text !== undefined
      ? [given, text]
      : given < 0 && named !== undefined
        ? [named, said]
        : given < 0 &&
            said < 0 &&
            (isAbbreviated(plain(0), plain(1)) || (isBold(page, body) && isNames(0) && isProse(1)))
          ? [0, 1]
          : [-1, -1];
  if (term < 0) return undefined;
  const expansion = isAbbreviated(plain(term), plain(definition)) ? definition : -1;
  return {
    term,
    definition,
    expansion,
    aliases: at(ALIASES),
    avoid: at(AVOID),
    example: at(EXAMPLE),
    category: at(CATEGORY),
  };
}

/** Words, or for scripts without spaces what is about as much. */
function countWords(text: string): number {
  const east = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return (east >> 1) + text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

/** True where most of the cells are acronyms of what stands beside them. */
function isAbbreviated(short: readonly string[], long: readonly string[]): boolean {
  const fitting = short.filter(
    (name, i) => isAcronym(name) && parseNames(`${name} (${long[i]?.replace(/[()（）]/g, "")})`).length > 1,
  );
  return fitting.length >= 2 && fitting.length * 3 >= short.length * 2;
}

/** True where every first cell begins with bold text. */
function isBold({ facts }: SourcePage, body: readonly (readonly Span[])[]): boolean {
  const strong = new Set(facts.emphases.flatMap(({ span, strong }) => (strong ? [span.start] : [])));
  return body.every(([cell]) => cell && (cell.start === cell.end || strong.has(cell.start)));
}
