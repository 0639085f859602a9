/** The loops in program code: their bodies, and what they are over. */
import { lineStart } from "../../../text/lines.ts";
import { type Chain, type Code, type Link, textAt } from "../code/chains.ts";
import type { Language } from "../code/languages.ts";
import type { Token } from "../code/tokens.ts";

/** Numbers are those of tokens. */
export interface Loop {
  /** Where it begins in the text. */
  readonly start: number;
  /** The body: its first token, and the one behind its last. */
  readonly from: number;
  readonly to: number;
  /** The words before its body, or what its callback is called on. */
  readonly header: string;
  /** The variables that each turn gets. */
  readonly items: readonly string[];
  /** What it is over begins here; -1 where that does not show. */
  readonly list: number;
  /** It is a method with a callback. */
  readonly callback: boolean;
  /** All turns begin at once, as in `Promise.all`. */
  readonly together: boolean;
}

/** So many tokens are looked through for the end of a loop's head. */
const LONGEST_HEAD = 100;

const BRACES: ReadonlySet<Language> = new Set(["script", "java", "kotlin", "csharp", "php", "go"]);
/** Methods that call something for each item. */
const EACH: Partial<Readonly<Record<Language, RegExp>>> = {
  script: /^(?:map|forEach|reduce|flatMap|filter|each)$/,
  java: /^(?:map|flatMap|forEach|filter|peek|mapToObj|toMap|removeIf)$/,
  kotlin:
    /^(?:map|mapNotNull|flatMap|forEach|forEachIndexed|onEach|filter|associate|associateWith|mapIndexed|sumOf)$/,
  csharp: /^(?:Select|SelectMany|ForEach|ForEachAsync)$/,
  ruby: /^(?:each|map|flat_map|collect|each_with_index|each_with_object|filter_map|select|reject|sum|index_with|find_each|to_h|inject|reduce)$/,
  php: /^(?:each|map|flatMap|mapWithKeys|filter|transform|array_map|array_walk)$/,
};

/** The loops, in the order of their bodies. */
export function loopsOf(code: Code): Loop[] {
  const words =
    code.language === "ruby" || code.language === "shell" ? endsOf(code) : new Map<number, number>();
  const loops = code.tokens.flatMap((token, i) => {
    if (
      token.kind !== "word" ||
      /^(?:\.|\?\.|->|::)$/.test(textAt(code, i - 1)) ||
      textAt(code, i + 1) === ":"
    )
      return [];
    if (!/^(?:for|foreach|while|until|each)$/.test(token.text)) return [];
    if (code.language === "python") return inLines(code, i) ?? [];
    if (BRACES.has(code.language))
      return token.text === "until" || token.text === "each" ? [] : (inBraces(code, i) ?? []);
    return inWords(code, i, words) ?? [];
  });
  const each = EACH[code.language];
  const callbacks = each
    ? code.chains.flatMap((chain) =>
        chain.links.flatMap((link, n) =>
          each.test(link.name) ? (inCallback(code, chain, n, link, words) ?? []) : [],
        ),
      )
    : [];
  return [...loops, ...callbacks].sort((a, b) => a.from - b.from);
}

/** `for (const a of all) { … }`, `for _, a := range all { … }`, `foreach ($all as $a): … endforeach;` */
function inBraces(code: Code, at: number): Loop | undefined {
  const bare = code.language === "go";
  const open = bare ? at : textAt(code, at + 1) === "(" ? at + 1 : textAt(code, at + 2) === "(" ? at + 2 : -1;
  if (open < 0) return undefined;
  let from = bare ? at + 1 : (code.partners[open] as number) + 1;
  // `do { … } while (…);`
  if (!bare && textAt(code, at) === "while" && /^(?:;|)$/.test(textAt(code, from))) return undefined;
  if (bare)
    while (from < Math.min(code.tokens.length, at + LONGEST_HEAD) && textAt(code, from) !== "{")
      from = Math.max(from, code.partners[from] as number) + 1;
  const head = { first: bare ? at + 1 : open + 1, last: from - (bare ? 1 : 2) };
  if (textAt(code, from) === "{") return loopOf(code, at, head, from + 1, code.partners[from] as number);
  if (bare) return undefined;
  if (code.language === "php" && textAt(code, from) === ":") {
    const end = code.tokens.findIndex(({ text }, i) => i > from && /^end(?:for|foreach|while)$/.test(text));
    return loopOf(code, at, head, from + 1, end < 0 ? code.tokens.length : end);
  }
  return loopOf(code, at, head, from, statementEnd(code, from));
}

/** Behind the statement that begins at `from`: its semicolon, its brace, or the end of its line. */
function statementEnd(code: Code, from: number): number {
  for (let i = from; i < code.tokens.length; i++) {
    const { kind, text, span } = code.tokens[i] as Token;
    const partner = code.partners[i] as number;
    if (partner > i) {
      i = partner;
      if (text === "{" && !/^(?:else|catch)$/.test(textAt(code, i + 1))) return i + 1;
    } else if (partner >= 0 || text === ";") return i;
    const next = code.tokens[i + 1];
    const closes = kind !== "punctuation" || /^[)\]}]$/.test(textAt(code, i));
    if (
      next?.kind === "word" &&
      closes &&
      i > from &&
      code.text.slice((code.tokens[i] ?? { span }).span.end, next.span.start).includes("\n")
    )
      return i + 1;
  }
  return code.tokens.length;
}

/** `for a in all:` with the lines indented below it, and `[… for a in all]`. */
function inLines(code: Code, at: number): Loop | undefined {
  const { text, tokens, partners } = code;
  const start = (tokens[at] as Token).span.start;
  const line = lineStart(text, start);
  const isStatement = /^[ \t>]*(?:async )?$/.test(text.slice(line, start)) && !insideBrackets(code, at);
  if (!isStatement) return textAt(code, at) === "for" ? comprehension(code, at) : undefined;
  let colon = at + 1;
  while (colon < Math.min(tokens.length, at + LONGEST_HEAD) && textAt(code, colon) !== ":")
    colon = Math.max(colon, partners[colon] as number) + 1;
  const indent = start - line;
  let to = colon + 1;
  while (to < tokens.length && (!beginsLine(code, to) || columnOf(code, to) > indent)) to++;
  return loopOf(code, at, { first: at + 1, last: colon - 1 }, colon + 1, to);
}

function insideBrackets(code: Code, at: number): boolean {
  return enclosing(code, at) >= 0;
}

/** The bracket around a token; -1 where there is none near by. */
function enclosing(code: Code, at: number): number {
  for (let i = at - 1; i >= 0 && i > at - 200; i--) {
    const partner = code.partners[i] as number;
    if (partner > at) return i;
    if (partner >= 0 && partner < i) i = partner;
  }
  return -1;
}

function comprehension(code: Code, at: number): Loop | undefined {
  const open = enclosing(code, at);
  if (open < 0) return undefined;
  const close = code.partners[open] as number;
  const before = code.text.slice(
    Math.max(0, (code.tokens[open] as Token).span.start - 30),
    (code.tokens[open] as Token).span.start,
  );
  const loop = loopOf(code, at, { first: at + 1, last: close - 1 }, open + 1, at);
  return {
    ...loop,
    start: (code.tokens[open] as Token).span.start,
    together: /gather\(\s*\*?\s*$/.test(before),
  };
}

function beginsLine({ text, tokens }: Code, i: number): boolean {
  const before = tokens[i - 1];
  return before === undefined || text.slice(before.span.end, (tokens[i] as Token).span.start).includes("\n");
}

function columnOf({ text, tokens }: Code, i: number): number {
  const { start } = (tokens[i] as Token).span;
  return start - lineStart(text, start);
}

/** `for a in all do … end`, `while read id; do … done` */
function inWords(code: Code, at: number, ends: ReadonlyMap<number, number>): Loop | undefined {
  const isShell = code.language === "shell";
  let from = at + 1;
  while (
    from < Math.min(code.tokens.length, at + LONGEST_HEAD) &&
    textAt(code, from) !== "do" &&
    (isShell || !beginsLine(code, from))
  )
    from++;
  const end = isShell ? ends.get(from) : ends.get(at);
  if (end === undefined) return undefined;
  return loopOf(
    code,
    at,
    { first: at + 1, last: from - 1 },
    textAt(code, from) === "do" ? from + 1 : from,
    end,
  );
}

/** Of each word that opens a block the `end` or `done` that closes it. */
function endsOf(code: Code): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  const isShell = code.language === "shell";
  for (const [i, { kind, text }] of code.tokens.entries()) {
    if (kind !== "word" || /^(?:\.|&\.|::)$/.test(textAt(code, i - 1)) || textAt(code, i + 1) === ":")
      continue;
    if (text === (isShell ? "done" : "end")) {
      const from = open.pop();
      if (from !== undefined) found.set(from, i);
    } else if (isShell ? text === "do" : opensBlock(code, i, text)) open.push(i);
  }
  return found;
}

function opensBlock(code: Code, i: number, word: string): boolean {
  if (word === "do") {
    // The `do` of `while … do` opens nothing of its own.
    for (let at = i - 1; at >= Math.max(0, i - LONGEST_HEAD) && !beginsLine(code, at + 1); at--)
      if (/^(?:while|until|for)$/.test(textAt(code, at))) return false;
    return true;
  }
  if (/^(?:def|class|module|begin|case|for)$/.test(word)) return true;
  return /^(?:if|unless|while|until)$/.test(word) && (beginsLine(code, i) || textAt(code, i - 1) === "=");
}

/** `all.map((a) => …)`, `lockers.forEach { l -> … }`, `lockers.each do |l| … end` */
function inCallback(
  code: Code,
  chain: Chain,
  n: number,
  link: Link,
  ends: ReadonlyMap<number, number>,
): Loop | undefined {
  const { language } = code;
  const first = (chain.links[0] as Link).at;
  const body =
    link.block >= 0
      ? { from: link.block + 1, to: code.partners[link.block] as number }
      : language === "ruby"
        ? rubyBlock(code, link, ends)
        : argument(code, link);
  if (
    !body ||
    (n === 0 && !/^array_|^\./.test(link.name) && !/^(?:\.|\?\.|->|&\.)$/.test(textAt(code, first - 1)))
  )
    return undefined;
  const start = code.tokens[link.at]?.span.start ?? 0;
  const begin = code.tokens[first]?.span.start ?? 0;
  const literal =
    n === 0 && /^(?:\.|&\.)$/.test(textAt(code, first - 1)) ? literalBefore(code, first - 2) : "";
  return {
    start,
    ...body,
    header: `${literal}${code.text.slice(Math.max(begin, start - 200), start)}`,
    items: parametersOf(code, body.from),
    list: n === 0 ? -1 : first,
    callback: true,
    together: isTogether(code, first),
  };
}

/** A list that is written down where it is used counts as one of few things: `["a", "b"].map(…)`. */
function literalBefore(code: Code, at: number): string {
  const open = code.partners[at] as number;
  if (code.tokens[at]?.kind === "string") return "of [";
  if (textAt(code, at) !== "]") return "";
  return code.tokens[open - 1]?.kind === "word" || textAt(code, open - 1) === ")" ? "" : "of [";
}

function argument(code: Code, { args, close, name }: Link): { from: number; to: number } | undefined {
  const at = args.find((one) => beginsFunction(code, one));
  if (at === undefined || close < 0) return undefined;
  return { from: at, to: name === "array_map" ? (args[1] ?? close) : close };
}

function beginsFunction(code: Code, i: number): boolean {
  const at = /^(?:async|static)$/.test(textAt(code, i)) ? i + 1 : i;
  if (/^(?:function|fn)$/.test(textAt(code, at)) || /^(?:=>|->)$/.test(textAt(code, at + 1))) return true;
  if (code.language === "java" && textAt(code, at + 1) === "::") return true;
  const end = textAt(code, at) === "(" ? (code.partners[at] as number) : -1;
  // A type may stand between the parameters and the arrow.
  return end > 0 && code.tokens.slice(end + 1, end + 8).some(({ text }) => text === "=>" || text === "->");
}

/** The block behind a name and its arguments. */
function rubyBlock(
  code: Code,
  { at, close, args }: Link,
  ends: ReadonlyMap<number, number>,
): { from: number; to: number } | undefined {
  let next = (close >= 0 ? close : at) + 1;
  if (close < 0 && args.length > 0)
    while (next < code.tokens.length && !/^(?:do|\{)$/.test(textAt(code, next)) && !beginsLine(code, next))
      next++;
  if (textAt(code, next) === "{") return { from: next + 1, to: code.partners[next] as number };
  const end = textAt(code, next) === "do" ? ends.get(next) : undefined;
  return end === undefined ? undefined : { from: next + 1, to: end };
}

/** Within the brackets of `Promise.all(…)` and its like. */
function isTogether(code: Code, at: number): boolean {
  let open = enclosing(code, at);
  if (textAt(code, open) === "[") open = enclosing(code, open);
  return (
    textAt(code, open) === "(" && /^(?:all|allSettled|WhenAll|awaitAll|gather)$/.test(textAt(code, open - 1))
  );
}

/** The first names of a callback. */
function parametersOf(code: Code, from: number): string[] {
  const found: string[] = [];
  for (let i = from; i < from + 12; i++) {
    const text = textAt(code, i);
    if (/^(?:=>|->|\{)$/.test(text) || (text === "|" && found.length > 0)) break;
    if (code.tokens[i]?.kind === "word" && !/^(?:async|function|fn|static|use|const|val|var)$/.test(text))
      found.push(text);
  }
  return found;
}

function loopOf(
  code: Code,
  at: number,
  head: { first: number; last: number },
  from: number,
  to: number,
): Loop {
  const start = (code.tokens[at] as Token).span.start;
  const between = (a: number, b: number) => code.tokens.slice(a, b + 1);
  const words = between(head.first, head.last);
  // `a of all`, `a in all`, `Order a : all`, `_, a := range all`, `$all as $a`
  const sign = words.findIndex(
    ({ text }, i) => /^(?:of|in|:|range)$/.test(text) || (text === "as" && code.language === "php" && i > 0),
  );
  const isPhp = code.language === "php";
  const [before, behind] = [words.slice(0, Math.max(0, sign)), words.slice(sign + 1)];
  const named = sign < 0 ? [] : isPhp ? behind : before;
  const items = named
    .filter(({ kind, text }) => kind === "word" && !/^(?:const|let|var|val|final|await|_)$/.test(text))
    .map(({ text }) => text);
  const end = code.tokens[head.last]?.span.end ?? start;
  return {
    start,
    from,
    to: Math.max(from, to),
    header: code.text.slice(start, Math.max(start, end)),
    items,
    list: sign < 0 ? -1 : isPhp ? head.first : head.first + sign + 1,
    callback: false,
    together: false,
  };
}
