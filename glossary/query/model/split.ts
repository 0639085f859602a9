/** Cuts SQL text into statements. Quotes, dollar quotes and comments are respected; nothing is changed in length. */
import { lineEnd } from "../../text/lines.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";
import { isRoutine, quotedBody, statementsAmong, withValues } from "./routines.ts";

export interface Statement {
  /** Without blanks around it and without the semicolon. */
  readonly span: Span;
  /** Where the semicolon is; the end of the span where there is none. */
  readonly end: number;
  /** The text of `span`, comments and line ends blanked. */
  readonly text: string;
  /** The comments in the statement, directly before it, and behind it on its last line. */
  readonly comments: readonly string[];
}

/** More than this is not read of one text. */
const LONGEST = 1_000_000;

/** The word with which a statement begins, where it begins a line. */
const OPENER =
  /(?:SELECT|WITH|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|EXPLAIN|BEGIN|COMMIT|ROLLBACK|SET|SHOW|ANALYZE|VACUUM|GRANT|REVOKE|TRUNCATE|MERGE|COPY|USE)\b/iy;

/** Behind one of these a line with such a word goes on with what is before it. */
const GOES_ON =
  /(?:[,(=<>+]|\b(?:UNION|ALL|EXCEPT|INTERSECT|AS|FOR|DO|ON|THEN|ELSE|BEGIN|EXPLAIN|ANALYZE|VERBOSE|BUFFERS|RETURN|QUERY|EXECUTE|RECURSIVE|AND|OR|TABLE|COLUMN|REPLACE|IN|EXISTS))\s*$/i;

/** The statements of a text, in order. `at` is added to all positions. Never throws. */
export function splitSql(source: string, at = 0): Statement[] {
  return split(source, at, 0);
}

/** Routines that make routines. */
const DEEPEST = 3;

function split(source: string, at: number, depth: number): Statement[] {
  const text = source.slice(0, LONGEST);
  const { clean, comments, breaks } = scan(text);
  const statements: Statement[] = [];
  let from = 0;
  let nextComment = 0;
  for (const { start: cut, end: next } of breaks) {
    const span = trimmed(clean, from, cut);
    const line = lineEnd(text, next);
    const own: string[] = [];
    while (nextComment < comments.length) {
      const comment = comments[nextComment] as Span;
      if (comment.start >= cut && (comment.start >= line || /\S/.test(clean.slice(next, comment.start))))
        break;
      // What stands before a blank line belongs to something else.
      if (comment.start >= span.start || !isApart(text, comment.end, span.start))
        own.push(ownCopy(text.slice(comment.start, comment.end)));
      nextComment++;
    }
    from = next;
    if (span.start === span.end) continue;
    const statement: Statement = {
      span: { start: span.start + at, end: span.end + at },
      end: cut + at,
      text: clean.slice(span.start, span.end),
      comments: own,
    };
    statements.push(statement);
    if (depth < DEEPEST && isRoutine(statement.text)) statements.push(...within(statement, text, at, depth));
  }
  return statements;
}

/** The statements in the body of a routine. */
function within({ span, text, comments }: Statement, source: string, at: number, depth: number): Statement[] {
  const body = quotedBody(text);
  const from = span.start - at;
  const inner = body
    ? split(source.slice(from + body.start, from + body.end), span.start + body.start, depth + 1)
    : [];
  const pieces = body ? inner : text.includes("$") ? [] : [{ span, end: span.end, text, comments }];
  return pieces.flatMap((piece) =>
    statementsAmong(piece.text).map(({ start, end }) => {
      const { start: first, end: last } = trimmed(piece.text, start, end);
      const statement = withValues(piece.text.slice(first, last)).replace(/^PERFORM\b/i, "SELECT ");
      const own = { start: piece.span.start + first, end: piece.span.start + last };
      return { span: own, end: own.end, text: statement, comments: piece.comments };
    }),
  );
}

interface Scanned {
  readonly clean: string;
  readonly comments: readonly Span[];
  /** Where statements end, and where the next one may begin. */
  readonly breaks: readonly Span[];
}

function scan(text: string): Scanned {
  const pieces: string[] = [];
  const comments: Span[] = [];
  /** Semicolons, and words at the start of a line that may begin a statement. */
  const cuts: Span[] = [];
  let copied = 0;
  let depth = 0;
  /** What ends a statement besides the semicolon, as the client of MySQL is told. */
  let delimiter: string | undefined;
  const blank = (start: number, end: number) => {
    pieces.push(text.slice(copied, start), text.slice(start, end).replace(/[^\n]/g, " "));
    copied = end;
  };
  /** Where the text of the line begins. */
  let fresh = 0;
  for (let i = 0; i < text.length; ) {
    const char = text[i] as string;
    const batch = i === fresh ? batchEnd(text, i) : undefined;
    if (batch) {
      cuts.push({ start: i, end: batch.end });
      delimiter = batch.delimiter === undefined ? delimiter : batch.delimiter;
      depth = 0;
      i = batch.end;
    } else if (delimiter !== undefined && delimiter !== ";" && text.startsWith(delimiter, i)) {
      cuts.push({ start: i, end: i + delimiter.length });
      depth = 0;
      i += delimiter.length;
    } else if (char === "'" || char === '"' || char === "`") i = closing(text, i, char);
    else if (char === "$") i = dollarQuoted(text, i);
    else if (isComment(text, i)) {
      const end = endOfComment(text, i);
      comments.push({ start: i, end });
      blank(i, end);
      i = end;
    } else if (char === ";") {
      cuts.push({ start: i, end: i + 1 });
      depth = 0;
      i++;
    } else if (char === "(" || char === ")") {
      depth = Math.max(0, depth + (char === "(" ? 1 : -1));
      i++;
    } else if (char === "\n" || char === "\r") {
      if (char === "\r") blank(i, i + 1);
      i++;
      while (text[i] === " " || text[i] === "\t") i++;
      fresh = i;
      OPENER.lastIndex = i;
      if (depth === 0 && OPENER.test(text)) cuts.push({ start: i, end: i });
    } else i++;
  }
  pieces.push(text.slice(copied));
  const clean = pieces.join("");
  let begun = 0;
  const breaks = cuts.filter(({ start, end }) => {
    const whole = end > start || isWhole(clean, begun, start);
    if (whole) begun = end;
    return whole;
  });
  return { clean, comments, breaks: [...breaks, { start: text.length, end: text.length }] };
}

const BATCH = /[ \t]*(?:GO(?:[ \t]+\d{1,9})?|\/|DELIMITER[ \t]+(\S{1,20}))[ \t]*(?=\r?\n|$)/iy;

/** The line at an offset where it ends a batch: `GO` of SQL Server, `/` of Oracle, `DELIMITER //` of MySQL. */
function batchEnd(
  text: string,
  at: number,
): { readonly end: number; readonly delimiter?: string } | undefined {
  BATCH.lastIndex = at;
  const match = BATCH.exec(text);
  if (!match) return undefined;
  return { end: at + match[0].length, ...(match[1] !== undefined && { delimiter: match[1] }) };
}

const CHANGED = /\bUPDATE(?:\s+(?:ONLY\s+)?[\w."`[\]$%{}#@-]+(?:\s+(?:AS\s+)?\w+)?)?\s*$/i;

/** Whether what stands before an opening word at the start of a line is a statement of its own. */
function isWhole(clean: string, from: number, to: number): boolean {
  let end = to;
  while (end > from && /\s/.test(clean[end - 1] as string)) end--;
  if (end === from || GOES_ON.test(clean.slice(Math.max(from, end - 40), end))) return false;
  // “UPDATE orders o”, and “SET …” on the next line.
  if (/^SET\b/i.test(clean.slice(to, to + 4)) && CHANGED.test(clean.slice(Math.max(from, end - 200), end)))
    return false;
  const before = clean.slice(from, Math.min(end, from + 4_000));
  if (!/^\s*(?:WITH|INSERT|EXPLAIN)\b/i.test(before)) return true;
  return /\bVALUES\b|^\s*EXPLAIN\b[\s\S]*\bFROM\b|\)\s*(?:SELECT|UPDATE|DELETE)\b/i.test(before);
}

function isComment(text: string, at: number): boolean {
  const char = text[at];
  if (char === "-") return text[at + 1] === "-";
  if (char === "/") return text[at + 1] === "*" || (text[at + 1] === "/" && text[at - 1] !== ":");
  return char === "#" && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 40), at)) && text[at + 1] === " ";
}

function endOfComment(text: string, at: number): number {
  if (text[at + 1] !== "*" || text[at] === "#") return lineEnd(text, at);
  const end = text.indexOf("*/", at + 2);
  return end < 0 ? text.length : end + 2;
}

function closing(text: string, at: number, quote: string): number {
  const end = text.indexOf(quote, at + 1);
  return end < 0 ? text.length : end + 1;
}

const TAG = /\$(?:[A-Za-z_]\w{0,60})?\$/y;

function dollarQuoted(text: string, at: number): number {
  TAG.lastIndex = at;
  const tag = TAG.exec(text)?.[0];
  if (tag === undefined) return at + 1;
  const end = text.indexOf(tag, at + tag.length);
  return end < 0 ? at + tag.length : end + tag.length;
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

function isApart(text: string, from: number, to: number): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(from, to));
}
