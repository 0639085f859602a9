/** Rows that an object loads when it is asked for another one: `book.author.name` within a loop over books. */
import { type Chain, type Code, type Link, textAt } from "../code/chains.ts";
import type { Loop } from "./find.ts";

/** What loads relations with the list. */
const PRELOADS =
  /^(?:select_related|prefetch_related|joinedload|selectinload|subqueryload|options|contains_eager|includes|preload|eager_load|with|load|loadMissing|withCount|with_count|strict_loading|annotate|values|values_list|only|pluck|populate|include|leftJoinAndSelect|innerJoinAndSelect)$/;
/** What a list of rows is read by. */
const LISTS: Partial<Readonly<Record<Code["language"], RegExp>>> = {
  python: /^(?:objects|query|scalars)$/,
  ruby: /^(?:all|where|order|limit|find_each|find_by_sql)$/,
  php: /^(?:all|where\w*|get|orderBy|latest|cursor|query|lazy)$/,
  java: /^(?:findAll\w*|findBy\w*|getResultList)$/,
  kotlin: /^(?:findAll\w*|findBy\w*)$/,
};
/** Parts of rows that are no other rows. */
const NO_ROW =
  /(?:^|_)(?:file|image|photo|avatar|picture|attachment|date|time|at|on|status|state|type|kind|price|amount|meta|metadata|data|settings|config|options|json|address|location|objects|params|attributes|errors|request|response|data|name|title|text|tags_list)$|[a-z](?:At|Date|Time|On)$/;
/** Collections of rows, and what is asked of them. */
const COLLECTION =
  /^(?:all|filter|count|exists|first|last|exclude|order_by|values_list|where|each|map|size|length|any\?|empty\?|pluck|sum|find_by|isEmpty|stream|forEach|iterator|get|order)$/;

/** True for a chain within a loop that loads what belongs to a row of its list. */
export function loadsLazily(chain: Chain, code: Code, loop: Loop): boolean {
  const [item, relation, next] = chain.links as readonly [Link, Link | undefined, Link | undefined];
  if (!relation || !loop.items.includes(item.name) || item.open >= 0) return false;
  if (asksRelation(chain, code)) return !isAtHand(chain, code, loop);
  if (!isRelated(chain, code)) return false;
  return next !== undefined && isLazyList(code, loop) && !/^[A-Z_]+$/.test(relation.name);
}

/** `user.orders.where(…)`, `$user->posts()->count()`, `author.book_set.all()`: queries by their form, whatever the list is. */
function asksRelation({ links }: Chain, { language, text }: Code): boolean {
  const [, relation, next] = links as readonly [Link, Link, Link | undefined];
  if (!next) return false;
  switch (language) {
    case "python":
      return (
        next.open >= 0 &&
        relation.open < 0 &&
        (/_set$/.test(relation.name) ||
          (/^(?:all|filter|exclude)$/.test(next.name) && /\.objects\b|\bmodels\.|\bdjango\b/.test(text)))
      );
    case "php":
      return (
        relation.open >= 0 &&
        relation.args.length === 0 &&
        /^(?:get|count|where\w*|first|exists|sum|pluck|latest|orderBy)$/.test(next.name) &&
        !/^(?:get|to)[A-Z]/.test(relation.name)
      );
    case "ruby":
      return (
        relation.open < 0 &&
        next.args.length > 0 &&
        /^(?:where|find_by|order|pluck|exists\?)$/.test(next.name)
      );
    default:
      return false;
  }
}

/** True for a collection that was loaded with the list; conditions of its own make it a query all the same. */
function isAtHand({ links }: Chain, code: Code, loop: Loop): boolean {
  const lists = LISTS[code.language];
  const list = lists && listOf(code, loop, lists);
  return list !== undefined && isPreloaded(list, code) && links[2]?.args.length === 0;
}

/** `book.author.name`, `author.book_set.all()`, `$book->author->name`, `order.getCustomer().getName()` */
function isRelated({ links }: Chain, { language, text }: Code): boolean {
  const [, relation, next] = links as readonly [Link, Link, Link | undefined];
  if (!next || NO_ROW.test(relation.name)) return false;
  switch (language) {
    case "python":
      if (relation.open >= 0) return false;
      return next.open >= 0
        ? /_set$/.test(relation.name) || /^(?:all|filter|exists|first|last|exclude|order_by)$/.test(next.name)
        : !/^(?:year|month|day|hour|value|name_display|url|path|size)$/.test(next.name);
    case "php":
      return relation.open < 0 && (next.open < 0 || COLLECTION.test(next.name));
    case "ruby":
      // All are calls: what the model says, or what only rows have.
      return (
        new RegExp(
          `\\b(?:belongs_to|has_one|has_many|has_and_belongs_to_many)[ (]+:${relation.name}\\b`,
        ).test(text) ||
        /^(?:name|email|title|username|full_name|first_name|last_name|where|find_by|pluck|order)$/.test(
          next.name,
        )
      );
    case "java":
      return (
        relation.open >= 0 &&
        /^get[A-Z]/.test(relation.name) &&
        (/^get(?!Class|Time|Year|Month|Day|Value|Key|Bytes|Or)[A-Z]/.test(next.name) ||
          (/s$/.test(relation.name) && /^(?:size|stream|forEach|isEmpty)$/.test(next.name)))
      );
    default:
      return false;
  }
}

/** True where the text shows that the list is read without what belongs to its rows. */
function isLazyList(code: Code, loop: Loop): boolean {
  const lists = LISTS[code.language];
  const list = lists && listOf(code, loop, lists);
  return list !== undefined && !isPreloaded(list, code);
}

/** The chain that reads what a loop is over: in its head, or where its variable is set last before it. */
function listOf(code: Code, loop: Loop, lists: RegExp): Chain | undefined {
  if (loop.list < 0) return undefined;
  const at = code.language === "php" && textAt(code, loop.list) === "(" ? loop.list + 1 : loop.list;
  const list = code.chains.find(({ links }) => (links[0] as Link).at === at);
  if (list && isRead(list, lists)) return list;
  const name = list && list.links.length > 2 ? "" : textAt(code, at);
  for (let i = at - 1; i >= 0 && name !== ""; i--) {
    if (textAt(code, i) !== name || textAt(code, i + 1) !== "=") continue;
    const set = code.chains.find(({ links, end }) => {
      const first = (links[0] as Link).at;
      return first > i + 1 && first <= i + 4 && end < loop.from;
    });
    return set && isRead(set, lists) ? set : undefined;
  }
  return undefined;
}

function isRead({ links }: Chain, lists: RegExp): boolean {
  return (
    links.some(({ name }, i) => i > 0 && lists.test(name)) &&
    (/^[$A-Z]/.test(links[0]?.name ?? "") ||
      /(?:Repository|Repo|session|em|entityManager|repository)$/.test(links[0]?.name ?? "") ||
      links.some(({ name }) => name === "objects"))
  );
}

function isPreloaded({ links, end }: Chain, code: Code): boolean {
  if (links.some(({ name, open }) => (PRELOADS.test(name) && open >= 0) || /Fetch|With[A-Z]/.test(name)))
    return true;
  const start = (links[0] as Link).at;
  return /\bjoin\s+fetch\b|joinedload|selectinload|EntityGraph/i.test(
    code.text.slice(code.tokens[start]?.span.start, code.tokens[end]?.span.end),
  );
}
