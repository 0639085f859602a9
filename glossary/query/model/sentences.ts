/** Sentences about queries: that something has no index, or that rows are looked up by a column. */
import type { Facts } from "../../markdown/facts.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";

export interface Said {
  /** `stated`: the sentence itself says that there is no index. `filter`: it says that rows are looked up. */
  readonly kind: "stated" | "filter";
  /** The column, without quotes and table. */
  readonly column: string;
  readonly span: Span;
  readonly table: string | undefined;
}

const LACK =
  /\b(?:no|without (?:an?|any)|lacks? an?|missing(?: an?)?) (?:database )?index\b|\bnot indexed\b|\bunindexed\b|\bfull[- ]table scans?\b|\bseq(?:uential)?[- ]scans?\b|\bI?LIKE\s+['"`]?%/gi;
/** “No index on `orders.state`”: it names the column as code, so no other word of databases is needed. */
const LACK_OF =
  /(?<!\bhad )\b(?:no|lacks? an|missing) (?:database )?index (?:on|for) (?:the )?(?:column )?(?:\*{0,2}`([A-Za-z_]\w*)(?:[.(]([A-Za-z_]\w*)\)?)?`|([a-z][a-z0-9]*)\.([a-z]\w*_\w+))/i;
/** What would be. */
const WOULD = /\bwithout (?:it|this|that|them|these)\b|\bwould\b|\bcould\b|\bmight\b/i;
/** What is not, and what somebody has thought of. */
const HARMLESS =
  /\bno new index|\b(?:no|not|never|avoids?|avoiding|prevents?|preventing|eliminates?|instead of|rather than|replaces?)\s+(?:\w+\s+){0,4}(?:full[- ]table|seq(?:uential)?[- ])|\bacceptable\b|\bintended\b|\bintentional|\bon purpose\b|\bsmall (?:table|data)|\bfine\b|\bno longer\b|\bpreviously\b|\bneeds? no index|\bno index (?:is )?(?:needed|required|necessary)|\bglossary\b|\bsitemap\b/i;
const DATABASE =
  /\b(?:tables?|databases?|db|sql|postgres(?:ql)?|mysql|mariadb|sqlite|rows?|column|schema|prisma|where clause)\b/i;
const LOOKUP =
  /\b(?:quer(?:y|ies|ied|ying)|filter(?:s|ed|ing)?|search(?:es|ed|ing)?|look(?:s|ed|ing)? ?ups?|fetch(?:es|ed|ing)?|sort(?:s|ed|ing)?|group(?:s|ed|ing)?|order(?:s|ed|ing)?|select(?:s|ed|ing)?)\b[^.]{0,60}?\b(?:by|on|where|WHERE|using)\s+(?:the\s+|its\s+|their\s+)?$/i;
/** Other places where things are looked up. */
const ELSEWHERE =
  /\bindex|\bcach|\bredis\b|\belastic|\bgraphql\b|\bin[- ]memory\b|\bclient[- ]side\b|\bui\b|\bdrop-?down|\bjson\b|\barrays?\b|\bmap\b|\bfiles?\b|\blogs?\b|\bgit(?:hub)?\b|\bjira\b|\bapi\b|\bendpoint|\burl\b|\bquery (?:string|param)|\bmetrics?\b|\bdashboard|\bmarkdown\b|\btable (?:view|component|header|row)|\bprimary key\b|\bunique\b/i;

/** A name as code is written: in backticks, or with an underscore or a capital within. */
const NAME =
  /`([A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)?)`|\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+|[a-z][a-z0-9]*[A-Z]\w*)\b/g;
const TABLE = /`?\b([A-Za-z_]\w*)`? table\b|\b(?:table|from|FROM|in|of)\s+`([A-Za-z_]\w*)`/;
const NO_COLUMN =
  /^(?:\(\))?`?\s+(?:functions?|methods?|class(?:es)?|modules?|components?|hooks?|packages?|commands?|flags?|options?|settings?|endpoints?|services?|propert(?:y|ies))\b/i;
const OF_SYSTEM = /\b(?:pg_\w+|information_schema|performance_schema|sqlite_master|sys\.\w+)\b/i;
const NO_TABLE =
  /^(?:the|a|an|this|that|each|every|one|same|full|database|db|new|single|whole|entire|join|hash|lookup|per)$/i;

/**
 * The sentences of a page about queries, in order. Nothing is known here of indexes that exist. On pages that are no
 * `plan` only conditions count that are written as in SQL: “(WHERE updated_at > …)”.
 */
export function saidOf(text: string, facts: Facts, plan: boolean): Said[] {
  // What each sentence needs, asked of the section and the paragraph first: most have no such words.
  const telling = plan ? /scan|index|like|by |on |where /i : WHERE;
  const isTelling = (words: string) =>
    telling.test(words) && (DATABASE.test(words) || (plan && LACK_OF.test(words)));
  if (!isTelling(text)) return [];
  return facts.paragraphs.flatMap(({ span }) =>
    isTelling(text.slice(span.start, span.end))
      ? sentences(text, span).flatMap((one) => read(text, one, plan) ?? [])
      : [],
  );
}

const WHERE = /\bWHERE\s/;
const BEFORE_CONDITION = /\bWHERE\s+`?$/;
const BEHIND_COLUMN = /^`?\s*(?:[<>=]|!=|(?:IN|LIKE|IS|BETWEEN)\b)/;

const LONGEST_SENTENCE = 600;

function sentences(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[.!?;](?=\s)|\n(?=[ \t]*(?:[-*+]|\d+\.)\s)/g)) {
    const at = start + match.index + 1;
    found.push({ start: from, end: at });
    from = at;
  }
  found.push({ start: from, end });
  return found.filter((one) => one.end - one.start < LONGEST_SENTENCE);
}

/** A name that a sentence mentions; positions are in the sentence. */
interface Mention {
  readonly at: number;
  readonly column: string;
  readonly table: string | undefined;
  /** Where the column begins, behind quotes and table. */
  readonly from: number;
}

function read(text: string, { start, end }: Span, plan: boolean): Said | undefined {
  const sentence = text.slice(start, end).replace(/\s/g, " ");
  if (HARMLESS.test(sentence) || /unindexed-ok/.test(sentence)) return undefined;
  const stated = plan ? LACK_OF.exec(sentence) : null;
  if (!stated && (!DATABASE.test(sentence) || WOULD.test(sentence))) return undefined;
  const names = [...sentence.matchAll(NAME)].map((match): Mention => {
    const name = (match[1] ?? match[2]) as string;
    const at = match.index + (match[1] === undefined ? 0 : 1);
    const column = name.slice(name.indexOf(".") + 1);
    return {
      at: match.index,
      column,
      table: name.includes(".") ? name.slice(0, name.indexOf(".")) : undefined,
      from: at + name.length - column.length,
    };
  });
  const table = tableOf(sentence);
  // A name with a capital only in front is a type or a value; others may be functions, or views of the system.
  const columns = names.filter(
    ({ column, from }) =>
      column !== table &&
      !/^(?:id|ilike|like)$/i.test(column) &&
      !/^[A-Z][a-z]+$/.test(column) &&
      !NO_COLUMN.test(sentence.slice(from + column.length)),
  );
  if (
    OF_SYSTEM.test(sentence) ||
    !(stated || DATABASE.test(sentence.replace(/`[^`]*`/g, " ").concat(table ? " table" : "")))
  )
    return undefined;
  const make = (kind: Said["kind"], one: Mention): Said => {
    const from = start + one.from;
    return {
      kind,
      column: ownCopy(one.column),
      span: { start: from, end: from + one.column.length },
      table: ownCopy(one.table ?? table ?? "") || undefined,
    };
  };
  if (stated) return make("stated", namedBy(stated, names));
  const [lack] = plan ? sentence.matchAll(LACK) : [];
  if (lack) {
    const column = columns.toSorted((a, b) => Math.abs(a.at - lack.index) - Math.abs(b.at - lack.index))[0];
    return column && make("stated", column);
  }
  if (ELSEWHERE.test(sentence)) return undefined;
  const column = columns.find(({ at, from, column: name }) => {
    const before = sentence.slice(Math.max(0, at - 100), at);
    if (!LOOKUP.test(before)) return false;
    return plan || (BEFORE_CONDITION.test(before) && BEHIND_COLUMN.test(sentence.slice(from + name.length)));
  });
  return column && make("filter", column);
}

/** The column that has no index; its table stands before it, or is the last name mentioned until then. */
function namedBy(stated: RegExpExecArray, names: readonly Mention[]): Mention {
  const [said, first = "", second, owner, field] = stated;
  const column = second ?? field ?? first;
  const before = names.findLast(({ at }) => at < stated.index)?.column;
  return {
    at: stated.index,
    column,
    table: owner ?? (second === undefined ? before : first),
    from: stated.index + said.lastIndexOf(column),
  };
}

function tableOf(sentence: string): string | undefined {
  const match = TABLE.exec(sentence);
  const name = match?.[1] ?? match?.[2];
  return name === undefined || NO_TABLE.test(name) ? undefined : name;
}
