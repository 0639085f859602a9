/** The queries that code writes by calls of libraries, without SQL. */
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { Scope } from "../analyse.ts";
import { type Code, readCode } from "../code/chains.ts";
import type { Language } from "../code/languages.ts";
import type { Token } from "../code/tokens.ts";
import type { Condition } from "../conditions.ts";
import type { Access, CallTool } from "./tool.ts";
import { TOOLS } from "./tools.ts";

/** A call that reads or changes rows of one table. */
export interface Call {
  /** From the first word of the call to its last bracket. Positions of `scope` are relative to its start. */
  readonly span: Span;
  readonly scope: Scope;
  /** The comments on the lines before it, and on its own. */
  readonly comments: readonly string[];
  /** See `Access`. */
  readonly unique: boolean;
  readonly nested: boolean;
  readonly served: ((column: string) => boolean) | undefined;
}

/** Code that tests has a database of its own. */
const TEST =
  /\b(?:expect|assert\w*)\(|(?<![.\w])(?:verify|mock\w*)\(|^[ \t]*assert |@Test\b|\.should(?:_not|_receive)?[ .]|\.(?:thenReturn|mock\w*)\(|(?<![.\w])(?:it|describe|context|test)(?:\.\w+)?(?:[ (]["'`]|\([\w.]+\)\(["'`])|\bDeno\.test\(|\bdef test_|\b[tb]\.Run\(|\btesting\.[TB]\b/m;

/** True for code that tests. */
export function isTestCode(text: string): boolean {
  return TEST.test(text);
}

/** Longer code is generated. */
const LONGEST = 50_000;

/** What each library's calls have, put together: other code is not looked at. */
const ANY = new RegExp(TOOLS.map(({ trigger }) => trigger.source).join("|"));
const ANY_INLINE = new RegExp(TOOLS.map(({ inline }) => inline.source).join("|"));

/** True for a text in which calls may stand; it is found out quickly. */
export function mayCall(text: string): boolean {
  return ANY.test(text);
}

/** True for inline code that may be a call; it is found out quickly. */
export function mayCallInline(text: string): boolean {
  return MAY_BE_CALL.test(text);
}

/** Each call in inline code has one of these names: see `inline` of the tools. */
const MAY_BE_CALL =
  /(?:\.|::|->)(?:find|where|filter|count|exist|get|exclude|query|select|update|delete|destroy|from|table|first|single|last|any|take|aggregate|group|stream|sum|objects)/i;

/** The calls in a piece of code, in order. Those with conditions that cannot be told are left out. */
export function callsIn(text: string, language: Language): Call[] {
  if (text.length > LONGEST || !ANY.test(text) || isTestCode(text)) return [];
  const tools = TOOLS.filter((one) => one.languages.includes(language) && one.trigger.test(text));
  return tools.length === 0 ? [] : read(readCode(text, language), tools);
}

/** The calls in code of a language that nothing tells, such as inline code: only those that look like nothing else. */
export function callsAnywhere(text: string): Call[] {
  if (text.length > LONGEST || !ANY_INLINE.test(text)) return [];
  for (const tool of TOOLS.filter(({ inline }) => inline.test(text))) {
    const found = read(readCode(text, tool.languages[0]), [tool]);
    if (found.length > 0) return found;
  }
  return [];
}

function read(code: Code, tools: readonly CallTool[]): Call[] {
  const found: Access[] = [];
  for (const chain of code.chains) {
    for (const { read: readChain } of tools) {
      const one = readChain?.(chain, code);
      if (!one) continue;
      found.push(one);
      break;
    }
  }
  for (const { readAll } of tools) found.push(...(readAll?.(code) ?? []));
  return found.sort((a, b) => a.span.start - b.span.start).map((one) => callOf(one, code));
}

function callOf(
  { table, where, span, unique = false, nested = false, served }: Access,
  { text, comments }: Code,
): Call {
  const start = Math.min(span.start, table.span.start);
  const use = {
    name: ownCopy(table.name),
    alias: ownCopy(table.name),
    span: { start: table.span.start - start, end: table.span.end - start },
  };
  const scope = { tables: [use], hidden: false, where: moved(where, -start), order: [], limited: false };
  return {
    span: { start, end: span.end },
    scope,
    comments: commentsAt(span, text, comments),
    unique,
    nested,
    served,
  };
}

/** The comments not far before a place, without an empty line between, in it, and behind it on its last line. */
function commentsAt({ start, end }: Span, text: string, comments: readonly Token[]): string[] {
  const isNear = ({ span }: Token) => {
    if (span.end > start) return !text.slice(end, span.start).includes("\n");
    const between = text.slice(span.end, start);
    return start - span.end < FAR && !/\n[ \t]*\r?\n/.test(between);
  };
  return comments.filter(isNear).map((one) => ownCopy(one.text));
}

/** Comments further away are about something else. */
const FAR = 300;

function moved(condition: Condition, by: number): Condition {
  if (condition.kind === "nothing") return condition;
  if (condition.kind !== "leaf") return { ...condition, parts: condition.parts.map((one) => moved(one, by)) };
  const { parts, span } = condition.column;
  const column = { parts: parts.map(ownCopy), span: { start: span.start + by, end: span.end + by } };
  return { ...condition, column, key: ownCopy(condition.key), text: ownCopy(condition.text) };
}
