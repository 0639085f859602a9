/** Where a tag of JSX, or an expression in braces, ends. */

const NAME_START = /[\p{L}_$]/u;
const NAME = /[\p{L}\p{N}_$.:-]*/uy;

/**
 * Behind the JSX tag at `at`, opening or closing, a fragment (`<>`) among them; where none ends before `bound`, the place
 * where that shows, below zero. Attributes are names, values in quotation marks or braces, and braces.
 */
export function tagEnd(text: string, at: number, bound: number): number {
  let i = at + 1;
  if (text[i] === "/") i++;
  if (text[i] === ">") return i + 1;
  if (!NAME_START.test(text[i] ?? "")) return -i;
  i = nameEnd(text, i);
  while (i < bound) {
    const char = text[i] as string;
    if (char === ">") return i + 1;
    if (char === "/") {
      i = skipBlanks(text, i + 1, bound);
      return i < bound && text[i] === ">" ? i + 1 : -i;
    }
    if (char === "{") i = bracesEnd(text, i, bound);
    else if (isBlank(char)) i = skipBlanks(text, i, bound);
    else if (NAME_START.test(char)) i = valueEnd(text, nameEnd(text, i), bound);
    else return -i;
    if (i < 0) return i;
  }
  return -i;
}

function nameEnd(text: string, at: number): number {
  NAME.lastIndex = at;
  NAME.test(text);
  return NAME.lastIndex;
}

/** Behind the value of the attribute whose name ends at `at`; `at` where it has none. */
function valueEnd(text: string, at: number, bound: number): number {
  const equals = skipBlanks(text, at, bound);
  if (text[equals] !== "=") return at;
  const start = skipBlanks(text, equals + 1, bound);
  const quote = text[start];
  if (quote === "{") return bracesEnd(text, start, bound);
  if (quote !== '"' && quote !== "'") return -start;
  for (let i = start + 1; i < bound; i++) if (text[i] === quote) return i + 1;
  return -bound;
}

/**
 * Behind the braces that open at `at`; where they do not close before `bound`, the place where that shows, below zero. Those in strings, templates and comments
 * do not count. A quotation mark that is alone on its line is an apostrophe.
 */
export function bracesEnd(text: string, at: number, bound: number): number {
  return bracketsEnd(text, at, bound, "{", "}");
}

/** True where all brackets of a piece of a program are closed. */
export function isWhole(code: string): boolean {
  const text = `{${code}\n}`;
  return bracketsEnd(text, 0, text.length, "{([", "})]") === text.length;
}

function bracketsEnd(text: string, at: number, bound: number, opening: string, closing: string): number {
  let depth = 0;
  for (let i = at; i < bound; i++) {
    const char = text[i] as string;
    if (opening.includes(char)) depth++;
    else if (closing.includes(char)) {
      if (--depth === 0) return i + 1;
    } else if (char === '"' || char === "'") {
      const end = stringEnd(text, i, bound);
      if (end > 0) i = end;
    } else if (char === "`") {
      i = templateEnd(text, i, bound);
      if (i < 0) return -bound;
    } else if (char === "/" && text[i + 1] === "*") {
      const end = text.indexOf("*/", i + 2);
      if (end < 0 || end >= bound) return -text.length;
      i = end + 1;
    } else if (char === "/" && text[i + 1] === "/" && /[\s{(,;]/.test(text[i - 1] ?? "")) {
      const end = text.indexOf("\n", i);
      if (end < 0) return -bound;
      i = end;
    }
  }
  return -bound;
}

/** The closing quotation mark of a string, which ends on its line; -1 where there is none. */
function stringEnd(text: string, at: number, bound: number): number {
  const quote = text[at];
  for (let i = at + 1; i < bound; i++) {
    const char = text[i];
    if (char === quote) return i;
    if (char === "\n") return -1;
    if (char === "\\") i++;
  }
  return -1;
}

function templateEnd(text: string, at: number, bound: number): number {
  for (let i = at + 1; i < bound; i++) {
    if (text[i] === "`") return i;
    if (text[i] === "\\") i++;
  }
  return -1;
}

function isBlank(char: string): boolean {
  return char === " " || char === "\t" || char === "\n" || char === "\r";
}

function skipBlanks(text: string, at: number, bound: number): number {
  let i = at;
  while (i < bound && isBlank(text[i] as string)) i++;
  return i;
}
