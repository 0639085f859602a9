/** String literals in program code, as far as they can be told without a parser for its language. */
import type { Span } from "../../text/span.ts";

/** What begins a comment that runs to the end of its line. */
type Comment = "//" | "#";

const COMMENTS: Readonly<Record<string, Comment>> = {};

for (const name of "ts tsx js jsx mjs cjs mts cts typescript javascript java kotlin kt go golang csharp cs php scala swift dart".split(
  " ",
))
  (COMMENTS as Record<string, Comment>)[name] = "//";
for (const name of "py python python3 bash sh shell zsh console ruby rb".split(" "))
  (COMMENTS as Record<string, Comment>)[name] = "#";

/** True for the labels of fences in which strings are looked for. */
export function hasStrings(language: string): boolean {
  return Object.hasOwn(COMMENTS, language);
}

/** What may begin a literal or a comment. */
const NEXT = /["'`/#]/g;

/** The contents of the string literals in `text`, without quotes. A quote without its partner is passed over. */
export function stringsIn(text: string, language: string): Span[] {
  const line = COMMENTS[language] ?? "//";
  const found: Span[] = [];
  for (let i = 0; ; ) {
    // Most characters are none of these, and there is a lot of code.
    NEXT.lastIndex = i;
    i = NEXT.exec(text)?.index ?? text.length;
    if (i === text.length) break;
    const char = text[i] as string;
    if (line === "//" && char === "/" && text[i + 1] === "*") i = after(text, "*/", i + 2);
    else if (line === "//" ? char === "/" && text[i + 1] === "/" : char === "#") i = after(text, "\n", i);
    else if (char === '"' || char === "'" || char === "`") {
      const triple = text.startsWith(char.repeat(3), i) ? char.repeat(3) : undefined;
      const end = triple ? text.indexOf(triple, i + 3) : closing(text, i + 1, char, language);
      if (end < 0) i++;
      else {
        const width = triple ? 3 : 1;
        found.push({ start: i + width, end });
        i = end + width;
      }
    } else i++;
  }
  return found;
}

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

/** Longer ones are no statements. */
const LONGEST = 20_000;

/** Where the quote ends that was opened before `from`; -1 where it does not. Only some quotes cross line ends. */
function closing(text: string, from: number, quote: string, language: string): number {
  const long = quote === "`" || /^(?:bash|sh|shell|zsh|console|php)$/.test(language);
  const end = Math.min(text.length, from + LONGEST);
  for (let i = from; i < end; i++) {
    const char = text[i];
    if (char === quote) return i;
    if (char === "\\") i++;
    else if (char === "\n" && !long) return -1;
  }
  return -1;
}
