/** Conditions that code writes as a text: `"state = ? AND placed_at > ?"`. */
import type { Condition, How } from "../conditions.ts";
import { NOTHING } from "../conditions.ts";
import { allOf, anyOf, leaf, likeOf, type Read } from "./conditions.ts";

const TOKEN =
  /\s+|'(?:[^']|'')*'|"\w+"|`\w+`|\$\{[^{}]*\}|#\{[^{}]*\}|[@:$]?[\p{L}_][\p{L}\p{N}_.]*|\$\d+|\?\??|\d+(?:\.\d+)?|->>?|::|[<>!]=?|<>|=|[(),]|%s|\{\d+\}/uy;
/** Deeper conditions are not written by hand. */
const DEEPEST = 8;
const LONGEST = 2_000;

interface Word {
  readonly text: string;
  readonly start: number;
}

/** Reads a condition; `undefined` where something in it is not understood. `start` is where its text stands. */
export function writtenCondition(text: string, start: number): Read {
  if (text.length > LONGEST) return undefined;
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    if (match[0].trim() !== "") words.push({ text: match[0], start: start + at });
    at = TOKEN.lastIndex;
  }
  let i = 0;
  const read = either(0);
  return i < words.length ? undefined : read;

  function is(word: string): boolean {
    return words[i]?.text.toUpperCase() === word;
  }

  function takes(word: string): boolean {
    const found = is(word);
    if (found) i++;
    return found;
  }

  function either(depth: number): Read {
    const parts = [both(depth)];
    while (takes("OR")) parts.push(both(depth));
    return anyOf(parts);
  }

  function both(depth: number): Read {
    const parts = [one(depth)];
    while (takes("AND")) parts.push(one(depth));
    return allOf(parts);
  }

  function one(depth: number): Read {
    if (depth > DEEPEST) return undefined;
    if (takes("NOT")) return one(depth + 1) && NOTHING;
    if (is("(")) {
      i++;
      const inner = either(depth + 1);
      return takes(")") ? inner : undefined;
    }
    return comparison();
  }

  function comparison(): Read {
    const word = words[i];
    if (!word || !/^["`]?[\p{L}_]/u.test(word.text)) return undefined;
    i++;
    // A function around a column, or a place in JSON.
    if (is("(")) {
      i++;
      const inner = words[i++];
      if (!inner || !/^["`]?[\p{L}_]/u.test(inner.text) || !takes(")")) return undefined;
      return compared(inner, (name) => `${word.text.toLowerCase()}(${name})`);
    }
    if (is("->>") || is("->")) {
      const arrow = (words[i++] as Word).text;
      const key = words[i++]?.text ?? "";
      return compared(word, (name) => `${name}${arrow}${key}`);
    }
    return compared(word);
  }

  function compared(word: Word, made?: (name: string) => string): Read {
    if (takes("::")) {
      const type = words[i++]?.text ?? "";
      return compared(word, (name) => `${made?.(name) ?? name}::${type}`);
    }
    const operator = words[i++]?.text.toUpperCase() ?? "";
    const how = howOf(operator);
    return how === "not" ? NOTHING : how && of(word, how, made);
  }

  /** What comes behind a column; a value follows it. */
  function howOf(operator: string): How | "not" | undefined {
    switch (operator) {
      case "=":
        return skipValue() ? "equal" : undefined;
      case "<":
      case "<=":
      case ">":
      case ">=":
        return skipValue() ? "range" : undefined;
      case "!=":
      case "<>":
        return skipValue() ? "not" : undefined;
      case "LIKE":
        return skipValue() ? likeOf(words[i - 1]?.text.replace(/^'/, "")) : undefined;
      case "ILIKE":
        return skipValue() ? "insensitive" : undefined;
      case "BETWEEN":
        return skipValue() && takes("AND") && skipValue() ? "range" : undefined;
      case "IN":
        return skipList() ? "equal" : undefined;
      case "NOT":
        return /^(?:IN|LIKE|ILIKE)$/.test(words[i++]?.text.toUpperCase() ?? "") && (skipList() || skipValue())
          ? "not"
          : undefined;
      case "IS":
        if (takes("NOT")) return takes("NULL") ? "not" : undefined;
        return takes("NULL") ? "null" : undefined;
      default:
        return undefined;
    }
  }

  /** A parameter, a literal, a call; a column of another table is none. */
  function skipValue(): boolean {
    const value = words[i]?.text;
    if (value === undefined || /^[(),=<>]/.test(value)) return false;
    i++;
    if (is("(")) return skipList();
    return !/^[\p{L}_]\w*\.\w/u.test(value);
  }

  function skipList(): boolean {
    if (!is("(")) {
      const value = words[i]?.text ?? "";
      if (!/^[?:@$%#]/.test(value)) return false;
      i++;
      return true;
    }
    let depth = 0;
    for (; i < words.length; i++) {
      if (is("(")) depth++;
      if (is("SELECT")) return false;
      if (is(")") && --depth === 0) {
        i++;
        return true;
      }
    }
    return false;
  }

  function of({ text: written, start: from }: Word, how: How, made?: (name: string) => string): Condition {
    const name = written.slice(written.lastIndexOf(".") + 1).replace(/["`]/g, "");
    const span = { start: from, end: from + written.length };
    return leaf(name, span, how, made?.(name));
  }
}
