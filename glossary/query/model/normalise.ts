/** Makes SQL as documents write it parsable, without moving anything: placeholders, ellipses, `EXPLAIN`. */

export interface Normal {
  /** As long as the source. */
  readonly text: string;
  /** Something was left out that is needed to read the statement. */
  readonly cut: boolean;
  /** A condition was left out: what is missing cannot be known, the others count. */
  readonly left: boolean;
}

const EXPLAIN =
  /^\s*EXPLAIN\b(?:\s+(?:ANALYZE|ANALYSE|VERBOSE|EXTENDED|QUERY\s+PLAN|PLAN\s+FOR|FORMAT\s*=\s*\w+|\([^()]{0,200}\)))*(?=\s)/i;

/** A schema that is put in before the name of a table: `%s.events`, `${schema}.events`. */
const SCHEMA =
  /(?<=\s)["`]?(?:\$\{[^{}]{1,60}\}|#\{[^{}]{1,60}\}|\{\{?[A-Za-z_][\w. ]{0,60}\}?\}|%\(\w{1,40}\)s|%s|<[A-Za-z_][\w-]{0,40}>)["`]?\.(?=["`[]?\w)/g;

/** Quoted text is left as it is; what stands for a value outside of it becomes one. */
const TOKEN =
  /'(?:[^']|'')*'|"[^"]*"|`[^`]*`|\{%[^{}%]{0,200}%\}|\[\s*(?:AND|OR|WHERE|ORDER\s+BY|GROUP\s+BY|HAVING|LIMIT|OFFSET|(?:LEFT\s+|INNER\s+)?JOIN)\s[^[\]]{0,400}\]|\.\.\.+\s?[A-Za-z_][\w.]*(?=\s*[,)])|==|\$\{[^{}]*\}|#\{[^{}]*\}|\{\{?[A-Za-z_][\w. ]*\}?\}|<[A-Za-z_][\w.-]*>|%\([A-Za-z_]\w*\)s|%[sd]\b|(?<!\.)\$[A-Za-z_]\w*|(?<![:\w]):[A-Za-z_][\w.]*|(?<![@\w])@[A-Za-z_]\w*|\.\.\.+|…/g;

/** Before what stands for a value; anywhere else an ellipsis stands for more of the statement. */
const VALUE =
  /(?:[=<>+*/(,|~-]|\b(?:SELECT|DISTINCT|BY|VALUES|IN|LIKE|ILIKE|BETWEEN|THEN|ELSE|SET|ANY|AS))\s*$/i;
const CONDITION = /\b(?:AND|OR|WHERE|ON|NOT|HAVING)[\s(]*$/i;
/** What a join is by: without it, nothing can be said. */
const JOINED = /\bON\s+[\w.]+\s*=\s*$/i;

/** Normalises one statement. */
export function normalise(source: string): Normal {
  let cut = false;
  let left = false;
  const blank = (all: string) => " ".repeat(all.length);
  const explained = source.replace(EXPLAIN, blank).replace(SCHEMA, blank);
  const isTable = /^\s*CREATE\b/i.test(explained);
  const text = explained.replace(TOKEN, (token, at: number) => {
    if (token.startsWith("'") || token.startsWith('"') || token.startsWith("`")) return token;
    if (token === "==") return "= ";
    // Parts that may be there or not, and the tags of templates.
    if (token.startsWith("[") || token.startsWith("{%")) return " ".repeat(token.length);
    if (token !== "…" && !token.startsWith("...")) return quoted(token);
    const before = explained.slice(Math.max(0, at - 80), at);
    if (isTable) return " ".repeat(token.length);
    if (CONDITION.test(before)) left = true;
    else if (!VALUE.test(before) || JOINED.test(before)) cut = true;
    return "1".padEnd(token.length);
  });
  if (!isTable) return { text, cut, left };
  // A list of columns that goes on in the reader's head.
  return { text: text.replace(/,(?=\s*\))/g, " "), cut, left };
}

function quoted(token: string): string {
  return `'${"x".repeat(token.length - 2)}'`;
}
