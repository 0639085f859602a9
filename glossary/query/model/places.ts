/** Where SQL stands in blocks that are not SQL as a whole: steps of a plain block, sessions, differences, HTML. */
import type { Facts } from "../../markdown/facts.ts";
import type { Span } from "../../text/span.ts";

/** A line that begins a statement, behind the number of a step, a mark of a list or a prompt. */
const STEP =
  /^[ \t]*(?:(?:\d{1,3}[.)]|[-*>$+]|[\w-]{1,30}(?:=[#>]|>))[ \t]+)?(?=(?:SELECT\s[^\n]*|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s*\()[^\n]*)/gm;
/** A line that goes on with it. */
const MORE =
  /^[ \t]*(?:FROM|WHERE|AND|OR|NOT|ON|USING|(?:(?:LEFT|RIGHT|FULL|INNER|OUTER|CROSS|NATURAL)\s+){0,3}JOIN|GROUP|ORDER|HAVING|LIMIT|OFFSET|FETCH|SET|VALUES|UNION|RETURNING|SELECT|INTO|FOR|\)|\()/i;

/** Longer blocks are logs. */
const LONGEST = 50_000;
const MOST_LINES = 60;

/** The statements in a block of text that is none as a whole: each ends where a line does not go on with it. */
export function stepsIn(source: string): Span[] {
  if (source.length > LONGEST) return [];
  const found: Span[] = [];
  for (const match of source.matchAll(STEP)) {
    const start = match.index + match[0].length;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const indent = /^[ \t]*/.exec(match[0])?.[0].length ?? 0;
    let end = lineEndOf(source, start);
    for (let n = 0; n < MOST_LINES && end < source.length && source[end - 1] !== ";"; n++) {
      const next = lineEndOf(source, end + 1);
      const line = source.slice(end + 1, next);
      const deeper = (/^[ \t]*(?=\S)/.exec(line)?.[0].length ?? -1) > indent;
      if (!deeper && !MORE.test(line)) break;
      end = next;
    }
    if (/\bFROM\b|\bUPDATE\b/.test(source.slice(start, end))) found.push({ start, end });
  }
  return found;
}

function lineEndOf(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** A difference as the code that it leads to: what is taken away is blanked, and so are the marks. */
export function ofDifference(source: string): string {
  return source
    .replace(/^-.*$/gm, (line) => " ".repeat(line.length))
    .replace(/^(?:[+ ]|@@.*$|\\.*$)/gm, (mark) => " ".repeat(mark.length));
}

const IN_HTML = /<(?:code|pre|samp)\b[^<>]{0,200}>\s*(?=(?:SELECT|UPDATE|DELETE|WITH|INSERT)\s)/gi;

/** The text in elements of code in HTML, where it begins as SQL does. */
export function codeInHtml(text: string, { html }: Facts): Span[] {
  const found: Span[] = [];
  for (const { span } of html) {
    const part = text.slice(span.start, span.end);
    for (const match of part.matchAll(IN_HTML)) {
      const start = span.start + match.index + match[0].length;
      const end = text.indexOf("<", start);
      if (end > start && end - start < 5_000) found.push({ start, end });
    }
  }
  return found;
}

/** Entities as the characters they stand for; nothing is moved. */
export function withoutEntities(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos|#39);/g, (all, name: string) =>
    (ENTITIES[name] ?? " ").padEnd(all.length),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  "#39": "'",
};

const IN_XML = />\s*(?=(?:SELECT|UPDATE|DELETE|WITH|INSERT)\s)/gi;

/** The text of elements of XML that begins as SQL does, as in the mappers of MyBatis; also within CDATA. */
export function statementsInXml(source: string): Span[] {
  const found: Span[] = [];
  const text = source.replace(/<!\[CDATA\[/g, (mark) => `${" ".repeat(mark.length - 1)}>`);
  for (const match of text.matchAll(IN_XML)) {
    const start = match.index + match[0].length;
    const close = text.slice(start, start + 20_000).search(/<\/?[A-Za-z!]|\]\]>/);
    if (close > 0) found.push({ start, end: start + close });
  }
  return found;
}
