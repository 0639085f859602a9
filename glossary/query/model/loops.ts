/** Loops in JavaScript and TypeScript that send a query to a database in each turn: the N+1 problem. */
import { ownCopy } from "../../text/ownCopy.ts";
import { type Span, shift } from "../../text/span.ts";
import { type Token, tokensOf } from "./code.ts";

export interface LoopQuery {
  /** The call, without its arguments. */
  readonly span: Span;
  /** The call as written, such as `db.posts.findMany`. */
  readonly call: string;
  readonly writes: boolean;
  /** All turns are sent at once, by `Promise.all`. */
  readonly together: boolean;
  /** Where the loop begins. */
  readonly loop: number;
  /** The comments before the call, the nearest last, and the one behind it. */
  readonly comments: readonly string[];
}

/** Longer code is generated. */
const LONGEST = 50_000;

const DATABASE =
  /^(?:db|database|prisma|tx|trx|transaction|pool|knex|conn|connection|sequelize|mongoose|entityManager|em|dataSource|drizzle|orm|supabase)$|(?:Repo|Repository|Dao|DAO|DB|Db|Prisma)$/;
const FINDERS =
  /^(?:findMany|findUnique|findFirst|findUniqueOrThrow|findFirstOrThrow|findOne|findOneBy|findOneOrFail|findOneByOrFail|findByPk|findById|findAndCount|findAll|findBy)$/;
const READS = /^(?:find|get|count|aggregate|groupBy|select|from|exists?|load|fetch)$/;
const WRITES =
  /^(?:create|insert|update|upsert|delete|remove|save|destroy|insertOne|updateOne|deleteOne|replaceOne|findOneAndUpdate|findByIdAndUpdate|findByIdAndDelete|increment)$/;
/** A part of each name and statement above that can make a call a query. */
const MAY_QUERY =
  /db|database|prisma|tx|trx|transaction|pool|knex|conn|sequelize|mongoose|em\b|entityManager|dataSource|drizzle|orm\b|supabase|repo|dao|\.find|\.from|select|with|insert|update|delete/i;
/** `knex("orders")` begins a query, and so does `from`; what follows says whether it writes. */
const BUILDER = /^(?:knex|trx|db)$/;
const BUILDER_WRITES = /\.\s*(?:insert|update|upsert|del|delete)\(/;
const RAW =
  /^(?:query|execute|raw|run|all|get|\$queryRaw|\$executeRaw|\$queryRawUnsafe|\$executeRawUnsafe|queryRow|one|many|any|none)$/;
const SQL = /^[`"']\s*(?:--[^\n]*\n\s*)*(SELECT|WITH|INSERT|UPDATE|DELETE)\s/i;
/** Loops over few things, or that ask for many rows in each turn. */
const FEW =
  /batch|chunk|page|pagina|cursor|offset|retr(?:y|ies)|attempt|hasMore|has_more|\bmore\b|\bnext\b|\btrue\b|\bof\s*\[|shard|partition|tenant|\bslice\b|poll|queue/i;
const MANY_ROWS =
  /\bin\s*:|\$in\b|\bIN\s*\(|\.in\(|\bANY\s*\(|\bwhereIn\b|\binArray\b|\bIn\(|\btake\s*:|\bskip\s*:|\blimit\b|\boffset\b|\bcursor\b/;
const EACH = /^(?:map|forEach|reduce|flatMap|filter|each)$/;
const TESTS = /^(?:it|test|describe|bench|beforeEach|beforeAll|afterEach|afterAll|suite|Deno)$/;

/** A query in a loop as it stands `by` further on. */
export function moveLoopQuery(query: LoopQuery, by: number): LoopQuery {
  return { ...query, span: shift(query.span, by), loop: query.loop + by };
}

/** The variable of a loop, or the parameter of a callback. */
const ITEM =
  /^for\s*(?:await\s*)?\(\s*(?:const|let|var)\s+(\w+)\s+of\b|^\w+\(\s*(?:async\s*)?(?:\(\s*)?(\w+)/;

/** So many tokens are looked through for the name of a call that is called again. */
const MOST_BACK = 60;

interface Bracket {
  readonly loop: number | undefined;
  readonly callback: boolean;
  readonly exempt: boolean;
  readonly all: boolean;
}

/** The queries in loops of a piece of code, in order. */
export function queriesInLoops(code: string): LoopQuery[] {
  // Only calls that are waited for are looked at, and only of what may be a database.
  if (code.length > LONGEST || !/\bawait\b|\bPromise\b/.test(code)) return [];
  if (!/\b(?:for|while|map|forEach|reduce|flatMap)\b/.test(code) || !MAY_QUERY.test(code)) return [];
  if (/\bDataLoader\b/.test(code)) return [];
  const every = tokensOf(code);
  const tokens = every.filter(({ kind }) => kind !== "comment");
  const comments = every.filter(({ kind }) => kind === "comment");
  const found: LoopQuery[] = [];
  const open: Bracket[] = [];
  /** The bracket of a loop's head, and whether what follows is its body. */
  let pending: { loop: number; exempt: boolean } | undefined;
  /** A body without braces: ends with the statement, at this depth. */
  let single: { loop: number; exempt: boolean; depth: number } | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text, span } = tokens[i] as Token;
    if (kind === "string") look(i, i);
    if (pending && text !== "{" && !single && kind !== "punctuation") {
      single = { ...pending, depth: open.length };
      pending = undefined;
    }
    if (kind === "word" && (text === "for" || text === "while") && isKeyword(i)) {
      const head = tokens[i + 1]?.text === "await" ? i + 2 : i + 1;
      const end = tokens[head]?.text === "(" ? partner(tokens, head) : -1;
      if (end > 0) {
        const header = code.slice(span.start, (tokens[end] as Token).span.end);
        pending = { loop: span.start, exempt: FEW.test(header) };
        i = end;
      }
      continue;
    }
    if (text === "(") look(i, i - 1);
    if (kind === "punctuation" && /^[([{]$/.test(text)) {
      open.push(
        text === "("
          ? called(i)
          : { loop: pending?.loop, callback: false, exempt: pending?.exempt ?? false, all: false },
      );
      pending = undefined;
    } else if (kind === "punctuation" && /^[)\]}]$/.test(text)) open.pop();
    if (text === ";") pending = undefined;
    if (single && endsSingle(i, single.depth)) single = undefined;
  }
  return found;

  /** Whether the statement at this depth ends with a token: by its semicolon or brace, or because a line begins. */
  function endsSingle(i: number, depth: number): boolean {
    const { text, span, kind } = tokens[i] as Token;
    if (open.length < depth) return true;
    if (open.length > depth) return false;
    const next = tokens[i + 1];
    if (text === ";" || text === "}" || !next) return true;
    const closes = kind !== "punctuation" || text === ")" || text === "]";
    return closes && next.kind === "word" && code.slice(span.end, next.span.start).includes("\n");
  }

  function isKeyword(i: number): boolean {
    return tokens[i - 1]?.text !== "." && tokens[i + 1]?.text !== ":";
  }

  /** What a round bracket opens: the callback of an array's method, a test, `Promise.all`, or nothing special. */
  function called(i: number): Bracket {
    const name = tokens[i - 1];
    const isMethod = tokens[i - 2]?.text === "." || tokens[i - 2]?.text === "?.";
    const word = name?.kind === "word" ? name.text : "";
    const each = isMethod && EACH.test(word) && beginsFunction(i + 1);
    const receiver = each
      ? code.slice(Math.max(0, (name as Token).span.start - 60), (name as Token).span.start)
      : "";
    const list = receiver.slice(receiver.lastIndexOf("\n") + 1);
    return {
      loop: each ? (name as Token).span.start : undefined,
      callback: each,
      exempt: (each && FEW.test(list)) || isTest(i),
      all: isMethod && /^(?:all|allSettled)$/.test(word) && tokens[i - 3]?.text === "Promise",
    };
  }

  /** `test(`, `test.skip(`, `it.each(cases)(` */
  function isTest(i: number): boolean {
    let at = i - 1;
    if (tokens[at]?.text === ")") {
      const before = tokens.slice(Math.max(0, i - MOST_BACK), i);
      const open = before.findIndex((one, n) => one.text === "(" && partner(before, n) === before.length - 1);
      at = open < 0 ? -1 : i - before.length + open - 1;
    }
    while (tokens[at - 1]?.text === ".") at -= 2;
    return tokens[at]?.kind === "word" && TESTS.test((tokens[at] as Token).text);
  }

  function beginsFunction(i: number): boolean {
    const at = tokens[i]?.text === "async" ? i + 1 : i;
    if (tokens[at]?.text === "function" || tokens[at + 1]?.text === "=>") return true;
    const end = tokens[at]?.text === "(" ? partner(tokens, at) : -1;
    // A type may stand between the parameters and the arrow.
    return end > 0 && tokens.slice(end + 1, end + 8).some(({ text }) => text === "=>");
  }

  /** Looks at a call: `name` is its last word, or a template that has no brackets. */
  function look(i: number, name: number): void {
    const loops = [...open, ...(single ? [{ ...single, callback: false, all: false }] : [])];
    const loop = loops.findLast((one) => one.loop !== undefined);
    if (!loop || loops.some(({ exempt }) => exempt)) return;
    const tagged = i === name;
    const last = tagged ? i - 1 : name;
    if (tagged && !(tokens[i] as Token).text.startsWith("`")) return;
    if (tokens[last]?.kind !== "word") return;
    let first = last;
    while (/^\??\.$/.test(tokens[first - 1]?.text ?? "") && tokens[first - 2]?.kind === "word") first -= 2;
    const chain = tokens
      .slice(first, last + 1)
      .filter(({ kind }) => kind === "word")
      .map(({ text }) => text);
    const before = tokens[first - 1]?.text ?? "";
    const together = loops.some(({ all }) => all);
    if (before !== "await" && !(together && loop.callback && /^(?:=>|return|,|\()$/.test(before))) return;
    const argument = tagged ? (tokens[i] as Token) : tokens[i + 1];
    const start = (tokens[first] as Token).span.start;
    const end = (tokens[last] as Token).span.end;
    const rest = code.slice(end, end + 300).split(";")[0] as string;
    const writes = writesOf(chain, argument, rest);
    if (writes === undefined || MANY_ROWS.test(rest)) return;
    if (RAW.test(chain.at(-1) as string) && runsItem(loop.loop as number, argument)) return;
    found.push({
      span: { start, end },
      call: ownCopy(code.slice(start, end)),
      writes,
      together,
      loop: loop.loop as number,
      comments: commentsAt(start),
    });
  }

  /** Whether a call runs what the loop is over, such as the statements of migrations: each of them is another query. */
  function runsItem(from: number, argument: Token | undefined): boolean {
    const head = ITEM.exec(code.slice(from, from + 120));
    return argument?.kind === "word" && argument.text === (head?.[1] ?? head?.[2]);
  }

  /** The comments before a place, and the first behind it that is still on its line. */
  function commentsAt(at: number): string[] {
    const next = comments.findIndex(({ span }) => span.start > at);
    const before = next < 0 ? comments : comments.slice(0, next);
    const after = next < 0 ? undefined : comments[next];
    const near =
      after &&
      !code.slice(at, after.span.start).includes("\n\n") &&
      code.slice(at, after.span.start).split("\n").length < 6;
    return [...before.slice(-6), ...(near && after ? [after] : [])].map(({ text }) => ownCopy(text));
  }
}

/** Whether a call, which `rest` follows, writes; `undefined` for one that is no query. */
function writesOf(chain: readonly string[], argument: Token | undefined, rest: string): boolean | undefined {
  const method = chain.at(-1) as string;
  const roots = chain.slice(0, -1);
  const sql = argument?.kind === "string" ? SQL.exec(argument.text)?.[1] : undefined;
  if (sql) return !/SELECT|WITH/i.test(sql);
  const builds =
    argument?.kind === "string" && (roots.length === 0 ? BUILDER.test(method) : method === "from");
  if (roots.length === 0) return builds ? BUILDER_WRITES.test(rest) : undefined;
  if (FINDERS.test(method)) return false;
  if (!roots.some((root) => DATABASE.test(root))) return undefined;
  if (WRITES.test(method)) return true;
  if (RAW.test(method) && /^(?:\$|query|execute|raw)/.test(method)) return /execute/i.test(method);
  return READS.test(method) ? builds && BUILDER_WRITES.test(rest) : undefined;
}

function partner(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const { text, kind } = tokens[i] as Token;
    if (kind !== "punctuation") continue;
    if (text === "(") depth++;
    if (text === ")" && --depth === 0) return i;
  }
  return -1;
}
