/** Queries that JavaScript and TypeScript write with Prisma, TypeORM, Drizzle and Knex, without SQL. */
import { ownCopy } from "../../text/ownCopy.ts";
import type { Span } from "../../text/span.ts";
import type { Scope } from "./analyse.ts";
import { type Token, tokensOf } from "./code.ts";
import { all, type Condition } from "./conditions.ts";
import { closing, comparison, partsOf, readCall, readObject } from "./ormConditions.ts";

/** A call that reads or changes rows of one table. */
export interface OrmQuery {
  /** From the first word of the call to its last bracket. Positions of `scope` are relative to its start. */
  readonly span: Span;
  readonly scope: Scope;
  /** The comments on the lines before it, and on its own. */
  readonly comments: readonly string[];
}

/** Longer code is generated. */
const LONGEST = 50_000;

/** With `{ where }`; `findUnique` finds by what is unique. */
const WITH_WHERE =
  /^(?:findMany|findFirst|findFirstOrThrow|count|aggregate|groupBy|updateMany|deleteMany|find|findOne|findOneOrFail|findAndCount|exists?)$/;
/** With the conditions themselves. */
const BY = /^(?:findBy|findOneBy|findOneByOrFail|findAndCountBy|countBy|existsBy)$/;
const REPOSITORY = /^(\w+?)(?:Repo|Repository)$/;
const KNEX = /^(?:knex|db|trx)$/;

/** The queries in a piece of code, in order. Those with conditions that cannot be told are left out. */
export function ormQueries(code: string): OrmQuery[] {
  if (code.length > LONGEST || !/\bwhere\b|By\(|\bwhereIn\b/.test(code)) return [];
  const every = tokensOf(code);
  const tokens = every.filter(({ kind }) => kind !== "comment");
  const comments = every.filter(({ kind }) => kind === "comment");
  const found: OrmQuery[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.kind !== "word" || tokens[i + 1]?.text !== "(") continue;
    const read = withObject(i) ?? withCalls(i);
    if (read && read.where.kind !== "nothing") add(i, read);
  }
  return found;

  interface Read {
    readonly table: Token;
    readonly name: string;
    readonly where: Condition;
    /** Its last token. */
    readonly end: number;
  }

  function text(i: number): string {
    return tokens[i]?.text ?? "";
  }

  function isDot(i: number): boolean {
    return text(i) === "." || text(i) === "?.";
  }

  /** `prisma.order.findMany({ where: { … } })`, `orderRepository.findBy({ … })`, `db.query.orders.findFirst({ where: eq(…) })` */
  function withObject(i: number): Read | undefined {
    const by = BY.test(text(i));
    const receiver = tokens[i - 2];
    if ((!by && !WITH_WHERE.test(text(i))) || !isDot(i - 1) || receiver?.kind !== "word") return undefined;
    const end = closing(tokens, i + 1);
    const repository = REPOSITORY.exec(receiver.text)?.[1];
    // `em.find(Order, { where })`
    const entity = /^[A-Z]/.test(text(i + 2)) && text(i + 3) === "," ? tokens[i + 2] : undefined;
    const table = entity ?? receiver;
    const name = entity?.text ?? repository ?? receiver.text;
    if (by && !entity && repository === undefined) return undefined;
    const first = entity ? i + 4 : i + 2;
    const at = by ? first : whereOf(first);
    if (at === undefined) return undefined;
    const where = readObject(tokens, at) ?? (by ? undefined : readCall(tokens, at));
    return where && { table, name, where, end };
  }

  /** The value of `where` in the object at `at`. */
  function whereOf(at: number): number | undefined {
    if (text(at) !== "{") return undefined;
    const part = partsOf(tokens, at).find((one) => text(one) === "where" && text(one + 1) === ":");
    return part === undefined ? undefined : part + 2;
  }

  /** `db.select().from(orders).where(eq(…))`, `db.update(orders).set(…).where(…)`, `knex("orders").where("state", state)` */
  function withCalls(i: number): Read | undefined {
    const table = tokens[i + 2];
    if (!table || text(i + 3) !== ")") return undefined;
    const quoted = table.kind === "string";
    const starts = quoted
      ? (KNEX.test(text(i)) && !isDot(i - 1)) || (text(i) === "from" && isDot(i - 1))
      : table.kind === "word" && isDot(i - 1) && /^(?:from|update|delete)$/.test(text(i));
    if (!starts) return undefined;
    const conditions: Condition[] = [];
    let end = i + 3;
    while (isDot(end + 1) && tokens[end + 2]?.kind === "word" && text(end + 3) === "(") {
      const at = end + 2;
      end = closing(tokens, end + 3);
      if (/join|having|^orWhere|^whereNot|^whereRaw|^whereExists|union|^with/i.test(text(at)))
        return undefined;
      if (!/where/i.test(text(at))) continue;
      const one = quoted ? knexCondition(at) : readCall(tokens, at + 2);
      if (!one) return undefined;
      conditions.push(one);
    }
    const name = quoted ? table.text.slice(1, -1) : table.text;
    return conditions.length === 0 ? undefined : { table, name, where: all(conditions), end };
  }

  /** `where("state", state)`, `where("total", ">", 9)`, `where({ state })`, `whereIn("id", ids)` */
  function knexCondition(at: number): Condition | undefined {
    const parts = partsOf(tokens, at + 1);
    const column = tokens[parts[0] ?? -1];
    if (column?.text === "{") return readObject(tokens, at + 2);
    if (column?.kind !== "string" || !/^["'`][\w.]+["'`]$/.test(column.text)) return undefined;
    if (/^(?:where|and)In$|^whereIn$/i.test(text(at))) return comparison(column, "equal");
    if (text(at) === "whereNull") return comparison(column, "null");
    if (text(at) === "whereBetween") return comparison(column, "range");
    if (!/^(?:where|andWhere)$/.test(text(at))) return undefined;
    if (parts.length === 2) return comparison(column, "equal");
    const operator = text(parts[1] ?? -1).slice(1, -1);
    if (operator === "=") return comparison(column, "equal");
    if (/^[<>]=?$/.test(operator)) return comparison(column, "range");
    return undefined;
  }

  function add(i: number, { table, name, where, end }: Read): void {
    let first = i;
    while (isDot(first - 1) && tokens[first - 2]) {
      // `db.select().from(…)`
      if (text(first - 2) === ")") break;
      first -= 2;
    }
    const start = (tokens[first] as Token).span.start;
    const span = { start, end: (tokens[end] as Token).span.end };
    const quoted = table.kind === "string" ? 1 : 0;
    const use = {
      name: ownCopy(name),
      alias: ownCopy(name),
      span: { start: table.span.start + quoted - start, end: table.span.end - quoted - start },
    };
    const scope = { tables: [use], hidden: false, where: moved(where, -start), order: [], limited: false };
    found.push({ span, scope, comments: commentsAt(span) });
  }

  /** The comments on the two lines before a place, in it, and behind it on its last line. */
  function commentsAt({ start, end }: Span): string[] {
    const isNear = ({ span }: Token) =>
      span.end <= start
        ? code.slice(span.end, start).split("\n").length <= 3
        : !code.slice(end, span.start).includes("\n");
    return comments.filter(isNear).map((one) => ownCopy(one.text));
  }
}

function moved(condition: Condition, by: number): Condition {
  if (condition.kind === "nothing") return condition;
  if (condition.kind !== "leaf") return { ...condition, parts: condition.parts.map((one) => moved(one, by)) };
  const { parts, span } = condition.column;
  const column = { parts: parts.map(ownCopy), span: { start: span.start + by, end: span.end + by } };
  return { ...condition, column, key: ownCopy(condition.key), text: ownCopy(condition.text) };
}
