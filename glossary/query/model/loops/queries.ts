/** Which calls send a query to a database, whatever library they are of. */
import { type Chain, type Code, type Link, stringAt, textAt } from "../code/chains.ts";
import type { Loop } from "./find.ts";

export type Sent = "reads" | "writes";
/** Each turn sends a statement of its own. */
type Other = "another";

/** Names of what stands for a database, by themselves or at the end of others. */
const DATABASE =
  /^_?(?:db|database|prisma|tx|trx|transaction|pool|knex|conn|connection|sequelize|mongoose|entityManager|em|dataSource|drizzle|orm|supabase|cursor|cur|jdbc|jdbcTemplate|namedParameterJdbcTemplate|pdo|mysqli|wpdb|queries|dbContext|jdbi|sqlx|gorm|session)$|(?:Repo|Repository|Repositories|Dao|DAO|DB|Db|Prisma|_repo|_repository|_dao|_db|JdbcTemplate)$|^_?(?:repo|repository|dao)$/;
/** Of these only what is certainly a query counts: they also stand for other connections. */
const UNCERTAIN = /^_?(?:conn|connection|session|cursor|cur|pool|transaction|queries)$/;
const FINDERS =
  /^(?:findMany|findUnique|findFirst|findUniqueOrThrow|findFirstOrThrow|findOne|findOneBy|findOneOrFail|findOneByOrFail|findByPk|findById|findAndCount|findAll|findBy)$/;
const READS =
  /^(?:find|get|count|aggregate|groupBy|select|from|exists?|load|fetch|list|search|read|query|where|first|take)(?:$|[A-Z_]|By)|^(?:Find|Get|Count|Select|Exists?|Load|Fetch|List|Search|Read|Query|Where|First|Take)\w*$/;
const WRITES =
  /^(?:create|insert|update|upsert|delete|remove|save|destroy|merge|persist)(?:$|[A-Z_])|^(?:insertOne|updateOne|deleteOne|replaceOne|findOneAndUpdate|findByIdAndUpdate|findByIdAndDelete|increment)$|^(?:Create|Insert|Update|Upsert|Delete|Remove|Save)\w*$/;
/** What models of JavaScript write by; other classes make something else elsewhere. */
const MODEL_WRITES =
  /^(?:create|insertOne|update|updateOne|upsert|destroy|deleteOne|replaceOne|findOrCreate|findOneAnd\w+|findByIdAnd\w+|increment)$/;
/** What takes SQL. */
const RAW =
  /^\$?(?:query|exec|prepare|raw|run|all|get|one|any|none|many|read_sql|scalar|statement|select|insert|update|delete|fetch|unprepared|createQuery|createNativeQuery|createSQLQuery|fromSql|find_by_sql|sql|sqlQuery|first|text|map|mysqli_query|pg_query|sqlsrv_query)/i;
const COMMAND = /(?:Sql|Npgsql|MySql|Sqlite|Oracle|Db)Command$|^PreparedStatement$/;
/** What is sent once more each time it is called. */
const STATEMENT =
  /^\$?(?:stmt|statement|ps|pst|pstmt|preparedStatement|cmd|command|query|insertCmd|q)\d?$|(?:Stmt|Statement|Cmd|Command)$/;
const EXECUTES =
  /^(?:execute(?:Query|Update|Scalar|Reader|NonQuery)?|Execute(?:Scalar|Reader|NonQuery)(?:Async)?|Exec|Query|QueryRow|ExecContext|QueryContext|QueryRowContext|query|query_row|run|get|all|fetch_one|fetch_all)$/;
const SQL = /^\s*(?:--[^\n]*\n\s*)*(SELECT|WITH|INSERT|UPDATE|DELETE|MERGE)\s/i;
/** The table is put in: each turn asks another one. */
const TABLE_LEFT_OPEN = /\b(?:FROM|INTO|UPDATE|JOIN)\s+["'`[]?(?:\$?\{|#\{|%[svI]|\$\w|$)/i;
/** Calls that are for many rows. */
const MANY =
  /(?:Many|All|Batch|Bulk|ByIds|In|Ids|_all|_many|_in|_bulk|_batch|many)$|^(?:bulk|batch|insertAll|executemany)/;
const MANY_ROWS =
  /\bin\s*:|\$in\b|\bIN\s*\(|\.in\(|\bANY\s*\(|\bwhereIn\b|\bwhere_in\b|\binArray\b|\bIn\(|__in\b|\.in_\(|\.Contains\(\w|\btake\s*:|\.(?:[tT]ake|[lL]imit)\(|\bskip\s*:|\blimit\b|\boffset\b|\bcursor\s*:|\bLIMIT\s+(?:[2-9]|1\d)|\bLIMIT\s*[$:?@%]|\bunnest\s*\(/;
const BUILDER = /^(?:knex|trx|db)$/;
const BUILDER_WRITES =
  /^(?:insert|update|upsert|del|delete|updateOrInsert|increment|decrement|save|create|destroy)/;
/** Methods of classes that are models. */
const MODEL: Partial<
  Readonly<Record<Code["language"], { readonly reads: RegExp; readonly writes: RegExp }>>
> = {
  ruby: {
    reads:
      /^(?:find|find_by|find_by!|where|exists\?|count|find_by_\w+|pluck|sum|average|first|last|joins|includes|order)$/,
    writes:
      /^(?:create|create!|update|update_all|insert|upsert|delete|destroy|find_or_create_by!?|find_or_initialize_by|delete_by|destroy_by|delete_all|destroy_all)$/,
  },
  php: {
    reads: /^(?:find|findOrFail|where\w*|firstWhere|query|with|select|exists)$/,
    writes: /^(?:create|updateOrCreate|firstOrCreate|insert|upsert|destroy|updateOrInsert|forceCreate)$/,
  },
  kotlin: {
    reads: /^(?:select|selectAll|find|findById)$/,
    writes: /^(?:insert|update|deleteWhere|insertAndGetId|upsert)$/,
  },
};
const NO_MODEL =
  /^(?:File|Dir|Pathname|Hash|Array|Set|Rails|ENV|I18n|Redis|Carbon|CarbonImmutable|Schema|Request|Response|Mail|Uuid|Str|Arr|Storage|Cache|Http|Collection|Factory|FactoryBot|Object|Promise|Math|JSON|Date|Stripe|[A-Z][A-Z_]+)$/;

/** What a call within a loop sends; `undefined` for what is no query, or one for many rows. */
export function sentBy(chain: Chain, code: Code, loop: Loop): Sent | undefined {
  const sent = ofSql(chain, code, loop) ?? ofLibrary(chain, code) ?? ofDatabase(chain, code, loop);
  if (sent === undefined || sent === "another") return undefined;
  const last = chain.links.at(-1) as Link;
  const start = code.tokens[(chain.links[0] as Link).at]?.span.start ?? 0;
  const written = code.text.slice(start, (code.tokens[chain.end]?.span.end ?? start) + 1);
  if (MANY_ROWS.test(written)) return undefined;
  return MANY.test(last.name) && !/^find(?:Many|All)$/.test(last.name) ? undefined : sent;
}

/** `db.query("SELECT …")`, `new SqlCommand("INSERT …", connection)` */
function ofSql({ links }: Chain, code: Code, loop: Loop): Sent | Other | undefined {
  const awaited = code.language === "script";
  for (const { name, args, tagged } of links) {
    const takes = tagged >= 0 || awaited || RAW.test(name) || COMMAND.test(name);
    const texts = [tagged, ...args.slice(0, 3)].flatMap((at) => stringAt(code, at) ?? sqlIn(code, at) ?? []);
    for (const text of takes ? texts : []) {
      const verb = SQL.exec(text)?.[1];
      if (verb && !TABLE_LEFT_OPEN.test(text)) return /SELECT|WITH/i.test(verb) ? "reads" : "writes";
      if (verb) return "another";
    }
    // The statements to run are what the loop is over.
    if (runsItem(code, args[0], loop) && /^\$?(?:query|exec|raw|run|prepare|sql|text)/i.test(name))
      return STATEMENT.test(links.at(-2)?.name ?? "") ? undefined : "another";
  }
  return undefined;
}

/** `statement`, `migration.sql` */
function runsItem(code: Code, at: number | undefined, { items }: Loop): boolean {
  if (at === undefined || !items.includes(textAt(code, at))) return false;
  const next = textAt(code, at + 1);
  return (
    next === ")" ||
    (next === "." && /^(?:sql|query|statement|text|content|up|down|body)$/i.test(textAt(code, at + 2)))
  );
}

/** The text of `text("SELECT …")` and of `$"SELECT …"` behind a name. */
function sqlIn(code: Code, at: number): string | undefined {
  return /^(?:text|sql|raw|literal)$/.test(textAt(code, at)) && textAt(code, at + 1) === "("
    ? stringAt(code, at + 2)
    : undefined;
}

/** Calls that have the form of one library. */
function ofLibrary({ links }: Chain, code: Code): Sent | undefined {
  const [first, second] = links as readonly [Link, Link | undefined];
  const last = links.at(-1) as Link;
  const names = links.map(({ name }) => name);
  switch (code.language) {
    case "python": {
      const objects = names.indexOf("objects");
      if (objects > 0 && links.length > objects + 1)
        return names
          .slice(objects)
          .some((one) => /^(?:create|update|delete|get_or_create|update_or_create|acreate)$/.test(one))
          ? "writes"
          : "reads";
      if (second?.name === "query" && second.open < 0 && /^[A-Z]/.test(first.name)) return "reads";
      return undefined;
    }
    case "csharp": {
      const context = names.findIndex((one) => /(?:^_?(?:db|ctx)|[cC]ontext|[dD]b)$/.test(one));
      if (context < 0) return undefined;
      if (/^SaveChanges/.test(last.name)) return "writes";
      const methods = names.slice(context + 2);
      return /^[A-Z]/.test(names[context + 1] ?? "") &&
        methods.some((one) =>
          /^(?:Where|First|Single|Find|Any|Count|Sum|ToList|Include|AsNoTracking)/.test(one),
        )
        ? "reads"
        : undefined;
    }
    case "ruby":
    case "php":
    case "kotlin": {
      const model = MODEL[code.language];
      if (!model || !second) return undefined;
      if (first.name === "DB" && code.language === "php") return laravel(links, code);
      const on = links.findLastIndex(
        ({ name, open }, i) => open < 0 && /^[A-Z]\w*[a-z]/.test(name) && i < links.length - 1,
      );
      if (on < 0 || NO_MODEL.test(names[on] as string)) return undefined;
      const method = names[on + 1] as string;
      const behind = names.slice(on + 1).some((one) => BUILDER_WRITES.test(one) || model.writes.test(one));
      if (model.writes.test(method)) return "writes";
      return model.reads.test(method) &&
        (code.language !== "kotlin" ||
          (links[on + 1] as Link).open >= 0 ||
          (links[on + 1] as Link).block >= 0)
        ? behind
          ? "writes"
          : "reads"
        : undefined;
    }
    default:
      return undefined;
  }
}

function laravel(links: readonly Link[], code: Code): Sent | undefined {
  const method = (links[1] as Link).name;
  if (/^(?:insert|update|delete|statement)$/.test(method))
    return stringAt(code, links[1]?.args[0] ?? -1) === undefined ? undefined : "writes";
  if (method !== "table") return undefined;
  return links.some(({ name }) => BUILDER_WRITES.test(name)) ? "writes" : "reads";
}

/** `prisma.order.findMany`, `orderRepository.findByState`, `knex("orders")` */
function ofDatabase({ links }: Chain, code: Code, loop: Loop): Sent | undefined {
  const [first] = links as readonly [Link];
  const isText = (link: Link | undefined) =>
    link !== undefined && stringAt(code, link.args[0] ?? -1) !== undefined;
  const writesBehind = links.some(({ name }) => BUILDER_WRITES.test(name));
  if (code.language === "script" && BUILDER.test(first.name) && isText(first))
    return writesBehind ? "writes" : "reads";
  // `orderRepository::findById`
  const isReference = code.language === "java" && textAt(code, (links.at(-1) as Link).at - 1) === "::";
  const at = isReference
    ? links.length - 1
    : links.findIndex(({ open, tagged }, i) => i > 0 && (open >= 0 || tagged >= 0));
  const call = links[at];
  if (!call) return undefined;
  const roots = links.slice(0, at).map(({ name }) => name);
  if (code.language === "script" && FINDERS.test(call.name)) return "reads";
  const isModel =
    code.language === "script" && at === 1 && /^[A-Z]\w*[a-z]/.test(first.name) && !NO_MODEL.test(first.name);
  if (
    isModel &&
    /^(?:find|count|exists$|aggregate$|distinct$)/.test(call.name) &&
    /^[{[]$/.test(textAt(code, call.args[0] ?? -1))
  )
    return "reads";
  if (isModel && MODEL_WRITES.test(call.name) && textAt(code, call.args[0] ?? -1) === "{") return "writes";
  const root = roots.findLast((one) => DATABASE.test(one.replace(/^\$/, "")));
  if (root === undefined)
    return STATEMENT.test(roots.at(-1) ?? "") &&
      EXECUTES.test(call.name) &&
      !loop.items.includes(roots[0] ?? "")
      ? "reads"
      : undefined;
  if (UNCERTAIN.test(root)) return uncertain(root, call, code);
  if (/^\$?(?:query|execute|exec|raw|prepare)/i.test(call.name))
    return /^\$?exec(?!ute_?Query)/i.test(call.name) ? "writes" : "reads";
  if (WRITES.test(call.name)) return "writes";
  if (code.language === "go" && /^(?:Model|Where|First|Preload)$/.test(call.name))
    return links.some(({ name }) => /^(?:Create|Save|Update|Updates|Delete)$/.test(name))
      ? "writes"
      : "reads";
  if (call.name === "select" && code.language === "script") return "reads";
  return READS.test(call.name) ? (writesBehind && isText(call) ? "writes" : "reads") : undefined;
}

/** A session, a connection or a pool of a database, and not one of the network. */
function uncertain(root: string, { name, args }: Link, code: Code): Sent | undefined {
  if (
    /^(?:execute|exec|query\w*|scalars?|Query\w*|Exec\w*|executeQuery|fetchrow|fetchval|fetch_one|fetch_all|run_query)$/.test(
      name,
    )
  )
    return "reads";
  if (/queries$/.test(root) && code.language === "go")
    return READS.test(name) ? "reads" : WRITES.test(name) ? "writes" : undefined;
  // `session.get(Order, id)`
  return /session$/.test(root) &&
    /^(?:get|load|find|merge)$/.test(name) &&
    /^[A-Z]/.test(textAt(code, args[0] ?? -1))
    ? "reads"
    : undefined;
}
