/** Makes SQL as documents write it parsable, without moving anything: placeholders, ellipses, `EXPLAIN`. */

export interface Normal {
  /** As long as the source. */
  readonly text: string;
  /** A condition was left out, so what is missing cannot be known. */
  readonly cut: boolean;
}

const EXPLAIN =
  /^\s*EXPLAIN\b(?:\s+(?:ANALYZE|ANALYSE|VERBOSE|EXTENDED|QUERY\s+PLAN|PLAN\s+FOR|FORMAT\s*=\s*\w+|\([^()]{0,200}\)))*(?=\s)/i;

/** Quoted text is left as it is; what stands for a value outside of it becomes one. */
const TOKEN =
  /'(?:[^']|'')*'|"[^"]*"|`[^`]*`|\$\{[^{}]*\}|#\{[^{}]*\}|\{\{?[A-Za-z_][\w. ]*\}?\}|<[A-Za-z_][\w.-]*>|%\([A-Za-z_]\w*\)s|%[sd]\b|\$[A-Za-z_]\w*|(?<![:\w]):[A-Za-z_][\w.]*|(?<![@\w])@[A-Za-z_]\w*|\.\.\.+|…/g;

/** Before what stands for a value; anywhere else an ellipsis stands for more of the statement. */
const VALUE =
  /(?:[=<>+*/(,|~-]|\b(?:SELECT|DISTINCT|BY|VALUES|IN|LIKE|ILIKE|BETWEEN|THEN|ELSE|SET|ANY|AS))\s*$/i;
const CONDITION = /\b(?:AND|OR|WHERE|ON|NOT|HAVING)[\s(]*$|\bON\s+[\w.]+\s*=\s*$/i;

/** Normalises one statement. */
export function normalise(source: string): Normal {
  let cut = false;
  const explained = source.replace(EXPLAIN, (all) => " ".repeat(all.length));
  const isTable = /^\s*CREATE\b/i.test(explained);
  const text = explained.replace(TOKEN, (token, at: number) => {
    if (token.startsWith("'") || token.startsWith('"') || token.startsWith("`")) return token;
    if (token !== "…" && !token.startsWith("...")) return quoted(token);
    const before = explained.slice(Math.max(0, at - 80), at);
    if (isTable) return " ".repeat(token.length);
    if (!VALUE.test(before) || CONDITION.test(before)) cut = true;
    return "1".padEnd(token.length);
  });
  if (!isTable) return { text, cut };
  // A list of columns that goes on in the reader's head.
  return { text: text.replace(/,(?=\s*\))/g, " "), cut };
}

function quoted(token: string): string {
  return `'${"x".repeat(token.length - 2)}'`;
}
