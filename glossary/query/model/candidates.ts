/** Where on a page SQL stands: fences, unlabelled code, strings in code, inline code. */
import type { Facts } from "../../markdown/facts.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import { encloses, type Span, shift } from "../../text/span.ts";
import { type Call, callsAnywhere, callsIn, mayCall, mayCallInline } from "./calls/calls.ts";
import { programIn } from "./code/languages.ts";
import { ANY_TABLE } from "./names.ts";
import { codeInHtml, ofDifference, statementsInXml, stepsIn, withoutEntities } from "./places.ts";
import { isAboutStreams } from "./reject.ts";
import { type Statement, splitSql } from "./split.ts";
import { hasStrings, type Literal, stringsIn } from "./strings.ts";

export interface Source {
  readonly text: string;
  readonly facts: Facts;
}

/** A piece of SQL on a page. */
export interface Candidate {
  /**
   * `fence`: SQL by label or by its first word; `string`: in program code; `call`: of a library, without SQL; `part`:
   * only a `WHERE …`.
   */
  readonly kind: "fence" | "string" | "call" | "inline" | "part";
  /** Where `statement.text` stands, however far it is from the start of what it is read of. */
  readonly statement: Statement;
  /** What must be in front of the statement for it to be one; positions are behind it. */
  readonly prefix: string;
  /** The code block or the code span. */
  readonly around: Span;
  /** The dialect, where the label of the fence tells. */
  readonly label: string;
  /** Of a call: what it reads; there is nothing to parse. */
  readonly call?: Call;
}

const SQL =
  /^(?:sql(?:[+-]\w+)?|postgres(?:ql)?|pgsql|plpgsql|mysql|mariadb|sqlite3?|t-?sql|mssql|sqlserver|pl-?sql|psql|oracle|db2|ddl|dml|cockroach(?:db)?|timescaledb|h2)$/;

const FIRST_WORD =
  /^\s*(?:--[^\n]*\n\s*)*(?:SELECT\s[^\n]|WITH\s+(?:RECURSIVE\s+)?\w+\s+AS\b|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\s|CREATE\s+(?:UNIQUE\s+)?(?:TABLE|INDEX)\s|ALTER\s+TABLE\s|EXPLAIN\s+(?:ANALYZE\s+)?SELECT\b)/i;

const IN_STRING =
  /^\s*(?:SELECT\s[\s\S]*\bFROM\s|WITH\s+\w+\s+AS\b|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|INSERT\s+INTO\s|CREATE\s+(?:UNIQUE\s+)?(?:TABLE|INDEX)\s|ALTER\s+TABLE\s)/i;

/** Lower-case `where` is Rust's and Prisma's. */
const PART = /^\s*WHERE\s+[\w."`]+\s*(?:=|<|>|!=|\bIN\b|\bIS\b|\bLIKE\b|\bBETWEEN\b)/;

/** What begins code spans with SQL; it is cheaper than to look for code spans. */
const IN_CODE_SPAN = /`\s*(?:SELECT|WITH|UPDATE|DELETE|INSERT|CREATE|ALTER|WHERE)\s/i;

/** More are not looked at on one page. */
export const MOST_STATEMENTS = 400;

/** Makes a statement of a condition that stands by itself. */
const PART_PREFIX = `SELECT * FROM ${ANY_TABLE} `;

/** The SQL of a page or a section. */
export interface SqlFound {
  /** In order: at most `MOST_STATEMENTS` pieces. */
  readonly candidates: readonly Candidate[];
  /** The page is about a language that is written like SQL: what looks like it there is not. */
  readonly streams: boolean;
}

/** The SQL of a page or a section. */
export function candidatesIn({ text, facts }: Source): SqlFound {
  if (!/\b(?:SELECT|UPDATE|DELETE|WHERE|CREATE|ALTER)\b/i.test(text) && !mayCall(text))
    return { candidates: [], streams: false };
  const found: Candidate[] = [];
  for (const code of facts.codes) {
    const label = languageOf(text, code.info);
    const isDifference = label === "diff" || label === "patch";
    const language = isDifference ? "" : label;
    const program = programIn(language);
    const isXml = language === "xml";
    if (language !== "" && !isXml && !SQL.test(language) && !hasStrings(language) && !program) continue;
    const body = bodyOf(text, code.span, code.fenced, code.closed);
    const plain = withoutPrefixes(text, body, facts);
    const source = isDifference ? ofDifference(plain) : plain;
    const isSql = language === "" ? FIRST_WORD.test(source.slice(0, 2_000)) : SQL.test(language);
    const make = (kind: Candidate["kind"], statement: Statement) =>
      found.push({
        kind,
        statement,
        prefix: "",
        around: code.span,
        label: SQL.test(language) ? language : "",
      });
    if (isSql) {
      if (isAboutStreams(source)) return { candidates: [], streams: true };
      for (const statement of splitSql(source, body.start)) make("fence", statement);
    } else if (/\b(?:SELECT|UPDATE|DELETE|CREATE|INSERT|ALTER)\s/i.test(source)) {
      for (const { span, text: string } of piecesIn(source, language)) {
        if (!IN_STRING.test(string)) continue;
        const above = commentsAbove(source, span.start);
        for (const one of splitSql(string, body.start + span.start))
          make("string", { ...one, comments: [...above, ...one.comments] });
      }
    }
    const calls =
      program && program !== "shell" ? callsIn(source, program) : isSql ? [] : callsAnywhere(source);
    for (const call of calls) found.push(ofCall("call", call, body.start, code.span));
    if (found.length > MOST_STATEMENTS) break;
  }
  const maySay = IN_CODE_SPAN.test(text);
  for (const span of facts.codeSpans) {
    if (span.end - span.start < 14) continue;
    const ticks = /^`+/.exec(text.slice(span.start, span.end))?.[0].length ?? 1;
    const start = span.start + ticks;
    const content = text.slice(start, span.end - ticks);
    if (mayCallInline(content))
      for (const call of callsAnywhere(content)) found.push(ofCall("inline", call, start, span));
    if (!maySay) continue;
    const isPart = PART.test(content);
    if (!isPart && !IN_STRING.test(content)) continue;
    const prefix = isPart ? PART_PREFIX : "";
    for (const statement of splitSql(content.replaceAll("\\|", " |"), start))
      found.push({ kind: isPart ? "part" : "inline", statement, prefix, around: span, label: "" });
  }
  for (const span of facts.html.length > 0 ? codeInHtml(text, facts) : [])
    for (const statement of splitSql(withoutEntities(text.slice(span.start, span.end)), span.start))
      found.push({ kind: "inline", statement, prefix: "", around: span, label: "" });
  found.sort((a, b) => a.statement.span.start - b.statement.span.start);
  return { candidates: found.slice(0, MOST_STATEMENTS), streams: false };
}

function ofCall(kind: "call" | "inline", call: Call, start: number, around: Span): Candidate {
  const span = shift(call.span, start);
  const statement = { span, end: span.end, text: "", comments: call.comments };
  return { kind, statement, prefix: "", around, label: "", call };
}

/** What may be SQL in a block that is not as a whole: strings, the text of elements, steps and sessions. */
function piecesIn(source: string, language: string): Literal[] {
  if (language === "xml")
    return statementsInXml(source).map((span) => ({
      span,
      text: withoutEntities(source.slice(span.start, span.end)),
    }));
  const strings = stringsIn(source, language === "" ? "js" : language);
  if (language !== "" && !SESSION.test(language)) return strings;
  const steps = stepsIn(source).map((span) => ({ span, text: source.slice(span.start, span.end) }));
  return [...strings, ...steps.filter(({ span }) => !strings.some((one) => encloses(one.span, span)))];
}

/** Labels of what is typed at a prompt. */
const SESSION = /^(?:bash|sh|shell|zsh|console|shell-session)$/;

const COMMENT_LINE = /^\s*(?:\/\/|#|\*|\/\*)/;

/** The comments of program code right above what stands at `at`; up to two lines of its call may be between. */
function commentsAbove(source: string, at: number): string[] {
  const lines = source
    .slice(Math.max(0, at - 600), at)
    .split("\n")
    .slice(-6, -1)
    .reverse();
  const first = lines.findIndex((line) => COMMENT_LINE.test(line));
  if (first < 0 || first > 2 || lines.slice(0, first).some((line) => /^\s*$|;\s*$/.test(line))) return [];
  const behind = lines.findIndex((line, i) => i > first && !COMMENT_LINE.test(line));
  return lines.slice(first, behind < 0 ? undefined : behind).map(ownCopy);
}

/** A piece of SQL as it stands `by` further on. */
export function moveCandidate(candidate: Candidate, by: number): Candidate {
  const { statement, around } = candidate;
  const span = shift(statement.span, by);
  return {
    ...candidate,
    statement: { ...statement, span, end: statement.end + by },
    around: shift(around, by),
  };
}

/** The first word of a fence's label, in lower case; "" where there is none. */
export function languageOf(text: string, info: Span | undefined): string {
  const word = info ? /^\{?\.?([\w+#/-]+)/.exec(text.slice(info.start, info.end))?.[1] : undefined;
  const language = word?.toLowerCase().replace("pl/sql", "plsql") ?? "";
  return /^(?:text|txt|plain|plaintext|none)$/.test(language) ? "" : language;
}

/** What stands between the lines of a fence. */
export function bodyOf(text: string, { start, end }: Span, fenced: boolean, closed: boolean): Span {
  if (!fenced) return { start, end };
  const first = text.indexOf("\n", start);
  if (first < 0 || first >= end) return { start: end, end };
  const last = closed ? text.lastIndexOf("\n", end - 1) : end;
  return { start: first + 1, end: Math.max(first + 1, last) };
}

/** The text of a code block; the marks of block quotes around it are blanked. */
export function withoutPrefixes(text: string, body: Span, { quotes }: Facts): string {
  const source = text.slice(body.start, body.end);
  const quoted = quotes.some(({ span }) => encloses(span, body));
  return quoted ? source.replace(/^[ \t]*(?:>[ \t]?)+/gm, (marks) => " ".repeat(marks.length)) : source;
}
