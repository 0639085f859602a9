/** Program code as the chains of names and calls in it: `prisma.order.findMany({ … })`. */
import type { Span } from "../../../text/span.ts";
import type { Language } from "./languages.ts";
import { type Token, tokensOf } from "./tokens.ts";

export interface Code {
  readonly text: string;
  readonly language: Language;
  /** Without comments. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Token[];
  /** Of each bracket the token that is its partner; the last token for one that is not closed, -1 for all else. */
  readonly partners: readonly number[];
  readonly chains: readonly Chain[];
}

/** One name in a chain; numbers are those of tokens, -1 where there is none. */
export interface Link {
  /** Of a template behind a name: sql`…` */
  readonly tagged: number;
  readonly name: string;
  readonly at: number;
  /** The brackets of its arguments. */
  readonly open: number;
  readonly close: number;
  /** Where each argument begins. Ruby needs no brackets around them. */
  readonly args: readonly number[];
  /** The name between `<` and `>`: `getRepository<Order>()` */
  readonly generic: number;
  /** The brace that opens a block behind it. */
  readonly block: number;
  /** A place of it is taken: `rows[0]` */
  readonly indexed: boolean;
}

export interface Chain {
  readonly links: readonly Link[];
  /** The last token. */
  readonly end: number;
}

const SEPARATORS = /^(?:\.|\?\.|::|&\.)$/;
/** The arrow of other languages begins the body of a function. */
const PHP_SEPARATORS = /^(?:\?->|->|::)$/;
const OPEN = /^[([{]$/;
const CLOSE = /^[)\]}]$/;
const GENERICS: ReadonlySet<Language> = new Set(["script", "java", "kotlin", "csharp"]);
/** Words that only look as if something were called by them. */
const KEYWORD =
  /^(?:if|else|for|foreach|while|switch|return|function|func|fun|def|catch|when|unless|until|and|or|not|in|new|using|await|yield|throw|print|puts|elif|case|do|end|then)$/;
/** Longer chains, and more arguments, are generated. */
const MOST = 200;

/** Reads a piece of code. */
export function readCode(text: string, language: Language): Code {
  const every = tokensOf(text, language);
  const tokens = every.filter(({ kind }) => kind !== "comment");
  const comments = every.filter(({ kind }) => kind === "comment");
  const partners = partnersOf(tokens);
  const code = { text, language, tokens, comments, partners };
  if (partners.length < tokens.length) return { ...code, tokens: [], chains: [] };
  const chains: Chain[] = [];
  const linked = new Set<number>();
  const separator = separatorOf(language);
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text: name } = tokens[i] as Token;
    // What stands behind brackets or a string begins a chain of its own.
    if (
      kind !== "word" ||
      linked.has(i) ||
      (KEYWORD.test(name) && !separator.test(tokens[i - 1]?.text ?? ""))
    )
      continue;
    if (isAlone(language, tokens[i + 1]?.text, separator)) continue;
    const chain = chainAt(code, i);
    for (const { at } of chain.links) linked.add(at);
    const calls = chain.links.some(({ open, tagged, block }) => open >= 0 || tagged >= 0 || block >= 0);
    if (chain.links.length > 1 || calls) chains.push(chain);
  }
  return { ...code, chains };
}

/** True for a name that nothing follows that would make it a call or a chain: most words of a text are such. */
function isAlone(language: Language, next: string | undefined, separator: RegExp): boolean {
  if (language === "ruby" || language === "kotlin") return false;
  return next === undefined || !(/^[([<`!]/.test(next) || separator.test(next));
}

function separatorOf(language: Language): RegExp {
  return language === "php" ? PHP_SEPARATORS : SEPARATORS;
}

/** Code with brackets deeper than this is not written by hand: it has no chains. */
const DEEPEST = 60;

/** The partners, or nothing for brackets that are too deep. */
function partnersOf(tokens: readonly Token[]): number[] {
  const partners = tokens.map(() => -1);
  const open: number[] = [];
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== "punctuation") continue;
    if (OPEN.test(text)) {
      if (open.push(i) > DEEPEST) return [];
      partners[i] = tokens.length - 1;
    } else if (CLOSE.test(text)) {
      const from = open.pop();
      if (from === undefined) continue;
      partners[i] = from;
      partners[from] = i;
    }
  }
  return partners;
}

type Tokens = Pick<Code, "text" | "language" | "tokens" | "partners">;

function chainAt(code: Tokens, first: number): Chain {
  const { tokens, partners, language } = code;
  const links: Link[] = [];
  let at = first;
  let end = first;
  while (links.length < MOST) {
    let next = at + 1;
    const link = {
      tagged: -1,
      open: -1,
      close: -1,
      args: [] as readonly number[],
      generic: -1,
      block: -1,
      indexed: false,
    };
    const generic = GENERICS.has(language) ? genericEnd(tokens, next) : next;
    if (generic > next) link.generic = next + 1;
    next = generic;
    if (textAt(code, next) === "(" && isOnLine(code, next)) {
      link.open = next;
      link.close = partners[next] as number;
      link.args = partsOf(code, next);
      next = link.close + 1;
    } else if (language === "script" && tokens[next]?.text.startsWith("`") && isBeside(code, next)) {
      link.tagged = next++;
    } else if (
      language === "ruby" &&
      isOnLine(code, next) &&
      !isBeside(code, next) &&
      beginsArguments(code, next)
    ) {
      const stop = lineOfArguments(code, next);
      link.args = splitAt(code, next, stop);
      next = stop;
    }
    if (language === "kotlin" && textAt(code, next) === "{" && isOnLine(code, next)) {
      link.block = next;
      next = (partners[next] as number) + 1;
    }
    while (textAt(code, next) === "[" && isBeside(code, next)) {
      link.indexed = true;
      next = (partners[next] as number) + 1;
    }
    while (
      /^!$/.test(textAt(code, next)) &&
      (language === "script" || language === "csharp" || language === "kotlin") &&
      isBeside(code, next)
    )
      next++;
    links.push({ ...link, name: (tokens[at] as Token).text, at });
    end = next - 1;
    if (!separatorOf(language).test(textAt(code, next)) || tokens[next + 1]?.kind !== "word") break;
    at = next + 1;
  }
  return { links, end: Math.min(end, tokens.length - 1) };
}

/** The text of a token; "" where there is none. */
export function textAt({ tokens }: Pick<Code, "tokens">, i: number): string {
  return tokens[i]?.text ?? "";
}

/** True for a token on the line of the one before it. */
function isOnLine({ text, tokens }: Tokens, i: number): boolean {
  const [before, one] = [tokens[i - 1], tokens[i]];
  return (
    before !== undefined && one !== undefined && !text.slice(before.span.end, one.span.start).includes("\n")
  );
}

function isBeside({ tokens }: Tokens, i: number): boolean {
  return tokens[i - 1]?.span.end === tokens[i]?.span.start;
}

/** Behind `<Order>`, where a bracket follows; `at` where there is none. */
function genericEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "<") return at;
  let depth = 0;
  for (let i = at; i < at + 20; i++) {
    const text = tokens[i]?.text ?? "";
    if (text === "<") depth++;
    else if (text === ">" && --depth === 0)
      return tokens[i + 1]?.text === "(" || tokens[i + 1]?.text === "." ? i + 1 : at;
    else if (tokens[i]?.kind !== "word" && !/^[.,?[\]&]$/.test(text)) return at;
  }
  return at;
}

/** What Ruby writes behind a name without brackets: a key, a string, a symbol. */
function beginsArguments(code: Tokens, i: number): boolean {
  const { tokens } = code;
  if (tokens[i]?.kind === "string") return true;
  return tokens[i]?.kind === "word" && textAt(code, i + 1) === ":" && isBeside(code, i + 1);
}

/** The token behind the arguments that begin at `from`: they end with the line, unless that ends with a comma. */
function lineOfArguments(code: Tokens, from: number): number {
  const { tokens, partners } = code;
  for (let i = from; i < tokens.length && i < from + MOST; i++) {
    const { kind, text } = tokens[i] as Token;
    if (i > from && !isOnLine(code, i) && textAt(code, i - 1) !== ",") return i;
    if (kind === "punctuation" && OPEN.test(text)) i = partners[i] as number;
    else if ((kind === "punctuation" && CLOSE.test(text)) || /^(?:do|if|unless|and|or|&&|\|\|)$/.test(text))
      return i;
  }
  return Math.min(tokens.length, from + MOST);
}

/** Where each part between commas begins, of what is opened at `open`; empty for empty brackets. */
export function partsOf(code: Tokens, open: number): number[] {
  return splitAt(code, open + 1, code.partners[open] as number);
}

/** Where each part between `separator`s begins, from one token up to another. */
export function splitAt(code: Tokens, from: number, to: number, separator = ","): number[] {
  const found: number[] = from < to ? [from] : [];
  for (let i = from; i < to; i++) {
    const { kind, text } = code.tokens[i] as Token;
    const partner = code.partners[i] as number;
    if (partner > i) i = partner;
    else if (kind !== "string" && text === separator && i + 1 < to) found.push(i + 1);
  }
  return found;
}

/** The token behind the part that begins at `at`: its comma, or what closes the brackets around it. */
export function partEnd(code: Tokens, at: number): number {
  for (let i = at; i < code.tokens.length; i++) {
    const { kind, text } = code.tokens[i] as Token;
    if (kind !== "punctuation") continue;
    if (OPEN.test(text) && (code.partners[i] as number) > i) i = code.partners[i] as number;
    else if (text === "," || CLOSE.test(text)) return i;
  }
  return code.tokens.length;
}

/** From one token to another, the last one included. */
export function spanOf({ tokens }: Pick<Code, "tokens">, from: number, to: number): Span {
  return { start: (tokens[from] as Token).span.start, end: (tokens[to] as Token).span.end };
}

/** What a string holds; `undefined` for other tokens. */
export function stringAt({ text, tokens }: Pick<Code, "text" | "tokens">, i: number): string | undefined {
  const content = tokens[i]?.content;
  return content && text.slice(content.start, content.end);
}
