/** Backslash escapes (CommonMark 2.4) and character references (2.5). */
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { Span } from "../text/span.ts";

const ESCAPE = /\\[!-/:-@[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]{1,31});/g;

/** Escapes and known character references in `text` between two offsets. */
export function findEscapes(text: string, start: number, end: number): Span[] {
  const source = text.slice(start, end);
  if (!source.includes("\\") && !source.includes("&")) return [];
  const found: Span[] = [];
  for (const match of source.matchAll(ESCAPE)) {
    const [all] = match;
    if (all[0] === "&" && all[1] !== "#" && decodeNamedCharacterReference(all.slice(1, -1)) === false)
      continue;
    found.push({ start: start + match.index, end: start + match.index + all.length });
  }
  return found;
}
