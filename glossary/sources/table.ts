/**
 * Tables of terms: `| Term | Definition | Aliases | Avoid |`, in the words that people use for these columns, and
 * `| Acronym | Stands for |`.
 */
import { distinct, type Entry, parseNames, splitNames } from "../domain/term.ts";
import { excerpt, plainText } from "../markdown/excerpt.ts";
import { inside, type Span } from "../text/span.ts";
import { headingBefore, linkOver, makeEntry, type SourcePage, withoutMacros } from "./source.ts";

const TERM =
  /^(?:(?:(?:domain|business|preferred|canonical|glossary|key) )?terms?|terminology|用語|术语|術語|용어|名詞|名词|begriffe?|termes?|términos?|termos?|termin[ei]?|термины?)$/i;
const SHORT =
  /^(?:acronyms?|abbreviations?|abbr\.?|initialisms?|short(?: form)?|略語|略称|缩写|缩略语|약어|abkürzung(?:en)?)$/i;
/** Columns that hold names in glossaries and much else in other tables. */
const NAME = /^(?:names?|words?|phrases?|concepts?|expressions?|entit(?:y|ies)|名称|概念)$/i;
const DEFINITION =
  /^(?:definitions?|meanings?|what it (?:is|means)|explanations?|定義|定义|意味|意义|含义|说明|説明|解释|释义|정의|의미|설명|bedeutung(?:en)?|erklärung(?:en)?|definición(?:es)?|significado|définitions?|signification|definição|definizione|значение|определение)$/i;
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
const CATEGORY =
  /^(?:categor(?:y|ies)|contexts?|domains?|area|分類|カテゴリ|分类|类别|kategorie|contextos?|domínio|dominio|contexte|kontext)$/i;

/**
 * One entry a row of each such table of the root within `within`. In a file that is `surely` a glossary, a column
 * called "Name" or "Concept" holds terms, too.
 */
export function tables(page: SourcePage, within: Span, surely: boolean): Entry[] {
  return inside(page.facts.tables, within).flatMap(({ rows, depth }) => {
    if (depth > 0) return [];
    const [header = [], ...body] = rows;
    const columns = columnsOf(
      header.map((cell) => plainText(page.text, page.facts, cell)),
      surely,
    );
    return columns ? body.flatMap((cells) => readCells(page, cells, columns) ?? []) : [];
  });
}

interface Columns {
  readonly term: number;
  readonly definition: number;
  readonly expansion: number;
  readonly aliases: number;
  readonly avoid: number;
  readonly example: number;
  readonly category: number;
}

function columnsOf(heads: readonly string[], surely: boolean): Columns | undefined {
  const at = (...patterns: RegExp[]) => {
    for (const pattern of patterns) {
      const found = heads.findIndex((head) => pattern.test(head.replace(/[\s:：]+$/, "")));
      if (found >= 0) return found;
    }
    return -1;
  };
  const term = surely ? at(TERM, SHORT, NAME) : at(TERM, SHORT);
  if (term < 0) return undefined;
  const short = at(SHORT);
  const expansion = at(EXPANSION);
  const definition =
    surely || expansion >= 0 ? at(DEFINITION, MEANS, DESCRIPTION) : at(DEFINITION, MEANS, /^descriptions?$/i);
  if (definition < 0 && expansion < 0) return undefined;
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

function readCells(page: SourcePage, cells: readonly Span[], columns: Columns): Entry | undefined {
  const { text, facts } = page;
  const cell = cells[columns.term];
  if (!cell) return undefined;
  const plain = (column: number) => {
    const span = cells[column];
    return span ? plainText(text, facts, span) : "";
  };
  const title = plain(columns.term);
  // `受付端末 / kiosk` holds two names; `CI/CD` is one.
  const own = distinct(title.split(/\s+[/|]\s+|\s*<br\s*\/?>\s*/i).flatMap(parseNames));
  const summary = plain(columns.definition) || plain(columns.expansion);
  if (own.length === 0 || summary === "") return undefined;
  const span = cells[columns.definition] ?? cells[columns.expansion];
  const long = plain(columns.expansion);
  const expanded = long ? parseNames(`${own[0]} (${long.replace(/[()（）]/g, "")})`) : [];
  const link = linkOver(facts, cell) ?? inside(facts.links, cell).find((one) => one.kind === "inline");
  const example = plain(columns.example);
  return makeEntry(page, "table", {
    span: { start: cell.start, end: Math.max(cell.end, cells.at(-1)?.end ?? 0) },
    nameSpan: cell,
    title,
    names: distinct([...own, ...expanded, ...splitNames(plain(columns.aliases))]),
    avoid: splitNames(plain(columns.avoid)),
    definition:
      withoutMacros(span ? excerpt(text, facts, span).replace(/\s*<br\s*\/?>\s*/gi, "\n") : summary) ||
      summary,
    summary: withoutMacros(summary),
    link: link?.url ?? "",
    category:
      plain(columns.category) ||
      (headingBefore(facts, cell.start, 6)?.depth === 1 ? "" : categoryAbove(page, cell)),
    examples: example ? [example] : [],
  });
}

/** The heading above a table, where it is not just "Glossary" or "Terms". */
function categoryAbove({ facts }: SourcePage, { start }: Span): string {
  const above = headingBefore(facts, start, 6)?.text ?? "";
  return /glossar|^terms?$|terminolog|definition|vocabular|^\p{L}$|language$|用語|术语/iu.test(above)
    ? ""
    : above.replace(/^[^\p{L}\p{N}]+/u, "");
}
