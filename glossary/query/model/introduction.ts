/** What the page that introduces a repository says is made there: an ORM, a query builder, a database. */

/** So many UTF-16 units of it are looked at. */
const LONGEST = 6_000;

/** True for the page that introduces a repository. */
export function isIntroduction(path: string): boolean {
  return /^(?:docs\/)?readme\.mdx?$/i.test(path);
}

/** The first sentence that says what something is: “**Ledger** is a small ORM for …” */
const IS =
  /^[^\w\n]{0,8}([A-Z][\w.-]{1,40})[^\s\w]{0,3}(?:\([^()\n]{1,200}\))?[^\s\w]{0,3} is (?:an?|the) ([^\n]{1,200})/m;

/** What reads and writes the tables of others; what is only for a database, or has one, is something else. */
const TOOL =
  /^(?:[^\s]+ ){0,7}?(?:ORM|ODM|object[- ]relational[- ]mapp(?:er|ing)|query (?:builder|engine|language)|data(?:base)? mapper|database(?: (?:engine|system|server|driver|toolkit|management system|abstraction layer))?|SQL (?:engine|toolkit|builder|parser))(?=[.,;:!]|$| (?:for|that|which|built|written|with|in|and|on|designed|supporting|library|framework|engine)\b)/i;

/** True for an introduction of an ORM, a query builder or a database: the tables on the pages beside it are examples. */
export function makesDatabaseTool(text: string): boolean {
  const what = IS.exec(text.slice(0, LONGEST))?.[2];
  return what !== undefined && TOOL.test(what.replace(/[*_`]|\]\([^()]*\)|\[/g, ""));
}
