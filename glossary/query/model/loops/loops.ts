/** Loops in program code that send a query to a database in each turn: the N+1 problem. */
import { ownCopy } from "../../../text/ownCopy.ts";
import { type Span, shift } from "../../../text/span.ts";
import { isTestCode } from "../calls/calls.ts";
import { type Chain, type Code, type Link, readCode, stringAt, textAt } from "../code/chains.ts";
import type { Language } from "../code/languages.ts";
import type { Token } from "../code/tokens.ts";
import { type Loop, loopsOf } from "./find.ts";
import { loadsLazily } from "./lazy.ts";
import { type Sent, sentBy } from "./queries.ts";

export interface LoopQuery {
  /** The call, without its arguments. */
  readonly span: Span;
  /** The call as written, such as `db.posts.findMany`. */
  readonly call: string;
  readonly writes: boolean;
  /** An object loads what belongs to it when it is asked for. */
  readonly lazy: boolean;
  /** All turns are sent at once, by `Promise.all`. */
  readonly together: boolean;
  /** Where the loop begins. */
  readonly loop: number;
  /** What begins a comment in the language. */
  readonly comment: "//" | "#";
  /** The comments before the call, the nearest last, and the one behind it. */
  readonly comments: readonly string[];
}

/** Longer code is generated. */
const LONGEST = 50_000;
/** Words that begin loops, and methods that are loops. */
const MAY_LOOP =
  /\b(?:for|foreach|while|until|map|forEach|flatMap|each|each_with_index|find_each|array_map|array_walk|reduce|collect|ForEach|Select|associate\w*)\b/;
/** A part of what can make a call a query. */
const MAY_QUERY =
  /db\b|database|prisma|\btx\b|trx|transaction|pool|knex|conn|sequelize|mongoose|em\b|entityManager|dataSource|drizzle|orm\b|supabase|repo|dao|find|from|select|with|insert|update|delete|objects|query|where|save|create|::|->|jdbc|cursor|session|stmt|context|\.all\b/i;
/** Loops over few things, or that ask for many rows in each turn. */
const FEW =
  /batch|chunk|page|pagina|\bcursor\b(?!\.execute)|offset|retr(?:y|ies)|attempt|has_?more|\bmore\b|(?<!\.)\bnext\b|\btrue\b|\bloop\b|\bshards\b|partition|tenant|\bslice\b|poll|queue|migration|statement|stop(?:ping|ped)?\b|stopping|cancel|running|shutdown|^for$/i;
/** A loop that waits until something is so. */
const WAITS = /^(?:while|until)\b[!\w.$@\s(]*$/;
/** The list is written down in the loop itself, or counted to a small number. */
const WRITTEN_DOWN =
  /(?:\b(?:of|in)\s*|[^:]:\s*|\bforeach\s*\(\s*)(?:\[|\(["'\d]|%[wi]|listOf\(|List\.of\(|Arrays\.asList\(|new\s*(?:\w+\s*)?\[\])|\brange\s+\[\]|\brange\(\d{1,2}\)|<=?\s*\d{1,2}\s*;|\b\d\s*\.\.\s*\d/;

/** A loop that is counted to a number written down, and its counter. */
const COUNTED =
  /\$?([\w_]+)\s*:?=\s*\d+\s*;[^;]{0,40}<=?\s*[\d_]+\s*;|\bfor\s*\(?([\w_]+)\s+in\s+(?:range\(\s*[\d_]+\s*\)|\d[\d_]*\s*\.{2,3}\s*[\d_]+)/;

/** A loop that is counted to a number that a variable holds, and its counter. */
const COUNTED_TO = /\$?([\w_]+)\s*:?=\s*\d+\s*;\s*\$?\1\s*<=?\s*\$?[A-Za-z_]\w*\s*;/;

/** A query in a loop as it stands `by` further on. */
export function moveLoopQuery(query: LoopQuery, by: number): LoopQuery {
  return { ...query, span: shift(query.span, by), loop: query.loop + by };
}

/** The queries in loops of a piece of code, in order. */
export function queriesInLoops(text: string, language: Language): LoopQuery[] {
  if (text.length > LONGEST || !MAY_LOOP.test(text) || !MAY_QUERY.test(text) || isTestCode(text)) return [];
  if (language === "script" && (!/\bawait\b|\bPromise\b/.test(text) || /\bDataLoader\b/.test(text)))
    return [];
  const code = readCode(text, language);
  const loops = loopsOf(code);
  if (loops.length === 0) return [];
  const found =
    language === "shell"
      ? inShell(code, loops)
      : code.chains.flatMap((chain) => inLoop(chain, code, loops) ?? []);
  return onceEach(found);
}

/** What prepares a statement and what runs it is one query. */
function onceEach(found: readonly LoopQuery[]): LoopQuery[] {
  const seen = new Map<number, { writes: boolean; prepared: boolean; lazy: Set<string> }>();
  return found.filter((one) => {
    const runs = /(?:stmt|statement|cmd|command|\bps|\bpst)\d?\s*(?:\.|->)\s*\w+$/i.test(one.call);
    const known = seen.get(one.loop);
    if (known && (runs || (one.lazy && known.lazy.has(one.call)))) return false;
    const state = known ?? { writes: one.writes, prepared: false, lazy: new Set<string>() };
    if (one.lazy) state.lazy.add(one.call);
    seen.set(one.loop, state);
    return true;
  });
}

function inLoop(chain: Chain, code: Code, loops: readonly Loop[]): LoopQuery | undefined {
  const at = (chain.links[0] as Link).at;
  const around = loops.filter(({ from, to }) => from <= at && at < to);
  const loop = around.at(-1);
  if (
    !loop ||
    around.some(({ header }) => FEW.test(header) || WAITS.test(header) || WRITTEN_DOWN.test(header)) ||
    repeats(code, loop, COUNTED) ||
    isWrittenDown(code, loop) ||
    (loop.callback && ONE.test(loop.header))
  )
    return undefined;
  const lazy = loadsLazily(chain, code, loop);
  const sent = lazy ? "reads" : (sentBy(chain, code, loop) ?? savesItem(chain, code, loop));
  if (sent === undefined) return undefined;
  // What is read again may be another thing each time: the next word, the next state.
  if (sent === "reads" && repeats(code, loop, COUNTED_TO)) return undefined;
  const together = around.some((one) => one.together);
  if (code.language === "script" && !isWaitedFor(code, at, together && loop.callback)) return undefined;
  return queryOf(code, at, callEnd(chain, lazy), sent, { loop, lazy, together });
}

/** What has a `map` and is no list: a result, an `Optional`, what is found by its key. */
const ONE =
  /\b(?:result|response|optional|option|maybe|either|mono|uni|single|future|promise|\w+(?:Result|Response|Optional|Option|Mono|Future))\??\s*\.\s*$|\bfind(?:ById|One|First)\w*\([^()]*\)\s*\??\.\s*$/;

/** True where the list is written down in the code, by the name that the loop has for it: `const langs = ["en", "fr"]`. */
function isWrittenDown({ text, tokens }: Code, { list, from }: Loop): boolean {
  const token = tokens[list];
  const next = tokens[list + 1]?.text ?? "";
  if (token?.kind !== "word" || !(list + 1 >= from - 1 || /^[)\]{:]$/.test(next))) return false;
  const name = token.text.replace(/^\$/, "");
  if (!/^\w+$/.test(name)) return false;
  const given = new RegExp(
    `\\b${name}\\b[^=\\n]{0,40}=\\s*(?:\\[|\\(|(?:listOf|List\\.of|setOf)\\(|new\\s?(?:\\w+)?\\[\\]\\s?\\{|%[wi])\\s*["'\\d]`,
  );
  return given.test(text.slice(0, token.span.start));
}

/** True where each turn does the same, to try again or to measure: the counter is not named in the body. */
function repeats({ tokens }: Code, { header, from, to }: Loop, counted: RegExp): boolean {
  const [, counter, item] = counted.exec(header) ?? [];
  const name = counter ?? item;
  if (name === undefined) return false;
  return !tokens.slice(from, to).some(({ text }) => text.replace(/^\$/, "") === name);
}

/** The last token of the name of the call. */
function callEnd({ links }: Chain, lazy: boolean): number {
  if (lazy) return (links[2] as Link).at;
  const queried = links.findIndex(
    ({ name, open, tagged, block, args }, i) =>
      (i > 0 || links.length === 1 || /^(?:knex|db|trx)$/.test(name)) &&
      (open >= 0 || tagged >= 0 || block >= 0 || args.length > 0),
  );
  return (links[queried < 0 ? links.length - 1 : queried] as Link).at;
}

/** In JavaScript what is not waited for is sent elsewhere, or is no query. */
function isWaitedFor(code: Code, at: number, together: boolean): boolean {
  const before = textAt(code, at - 1);
  return before === "await" || (together && /^(?:=>|return|,|\()$/.test(before));
}

/** `order.save()` of the item itself. */
function savesItem({ links }: Chain, { language }: Code, { items }: Loop): Sent | undefined {
  const [item, call] = links as readonly [Link, Link | undefined];
  if (!call || links.length > 2 || !items.includes(item.name)) return undefined;
  switch (language) {
    case "python":
      return call.name === "save" && call.args.length === 0 ? "writes" : undefined;
    case "ruby":
      return /^(?:save!?|update!|update_attributes?!?|update_columns?|destroy!?)$/.test(call.name)
        ? "writes"
        : undefined;
    case "php":
      return /^(?:save|update|delete|forceDelete|increment)$/.test(call.name) && call.open >= 0
        ? "writes"
        : undefined;
    case "script":
      return call.name === "save" && call.open >= 0 ? "writes" : undefined;
    default:
      return undefined;
  }
}

/** `psql -c "SELECT …"` */
function inShell(code: Code, loops: readonly Loop[]): LoopQuery[] {
  return code.tokens.flatMap(({ text }, i) => {
    if (!/^(?:psql|mysql|mariadb|sqlite3|sqlcmd)$/.test(text)) return [];
    const loop = loops.findLast(({ from, to }) => from <= i && i < to);
    if (!loop || FEW.test(loop.header) || /\bin\s+(?:\w+\s*){1,6}$/.test(loop.header)) return [];
    for (let at = i + 1; at < i + 24 && at < loop.to; at++) {
      const verb = /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\s/i.exec(stringAt(code, at) ?? "")?.[1];
      if (verb)
        return [
          queryOf(code, i, i, /SELECT|WITH/i.test(verb) ? "reads" : "writes", {
            loop,
            lazy: false,
            together: false,
          }),
        ];
    }
    return [];
  });
}

function queryOf(
  code: Code,
  first: number,
  last: number,
  sent: Sent,
  { loop, lazy, together }: { loop: Loop; lazy: boolean; together: boolean },
): LoopQuery {
  const start = (code.tokens[first] as Token).span.start;
  const end = (code.tokens[last] as Token).span.end;
  return {
    span: { start, end },
    call: ownCopy(code.text.slice(start, end).replace(/\s+/g, "")),
    writes: sent === "writes",
    lazy,
    together,
    loop: loop.start,
    comment: /^(?:python|ruby|shell)$/.test(code.language) ? "#" : "//",
    comments: commentsAt(code, start),
  };
}

/** The comments before a place, and the first behind it that is still near. */
function commentsAt({ text, comments }: Code, at: number): string[] {
  const next = comments.findIndex(({ span }) => span.start > at);
  const before = next < 0 ? comments : comments.slice(0, next);
  const after = next < 0 ? undefined : comments[next];
  const between = after ? text.slice(at, after.span.start) : "";
  const near = after && !between.includes("\n\n") && between.split("\n").length < 6;
  return [...before.slice(-6), ...(near && after ? [after] : [])].map((one) => ownCopy(one.text));
}
