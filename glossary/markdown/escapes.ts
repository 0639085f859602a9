/** Backslash escapes (CommonMark 2.4), character references (2.5), and labels (4.7). */
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { Span } from "../text/span.ts";

const ESCAPE = /\\[!-/:-@[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]{1,31});/g;
const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]{1,31});/y;

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

/** Where the character reference that has `&` at `at` ends; -1 where there is none before `end`. */
export function isReference(text: string, at: number, end: number): number {
  REFERENCE.lastIndex = at;
  const source = REFERENCE.exec(text)?.[0];
  if (source === undefined || at + source.length > end) return -1;
  if (source[1] !== "#" && decodeNamedCharacterReference(source.slice(1, -1)) === false) return -1;
  return at + source.length;
}

/** The text that `source` shows: escapes and character references replaced by what they stand for. */
export function decode(source: string): string {
  const clean = source.includes("\0") ? source.replaceAll("\0", "\ufffd") : source;
  if (!clean.includes("\\") && !clean.includes("&")) return clean;
  return clean.replace(ESCAPE, (all) => {
    if (all[0] === "\\") return all.slice(1);
    if (all[1] !== "#") return decodeNamedCharacterReference(all.slice(1, -1)) || all;
    const hexadecimal = all[2] === "x" || all[2] === "X";
    return fromNumber(
      hexadecimal ? Number.parseInt(all.slice(3, -1), 16) : Number.parseInt(all.slice(2, -1), 10),
    );
  });
}

/** Control characters, surrogates and what is no character are shown as U+FFFD. */
function fromNumber(code: number): string {
  const hidden =
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code > 126 && code < 160) ||
    (code > 55_295 && code < 57_344) ||
    (code > 64_975 && code < 65_008) ||
    (code & 65_535) === 65_535 ||
    (code & 65_535) === 65_534 ||
    code > 1_114_111;
  return hidden ? "\ufffd" : String.fromCodePoint(code);
}

/** CommonMark 4.7: white space collapsed, case folded. Folded both ways, as ẞ and ss need it. */
export function normalizeLabel(label: string): string {
  const clean = label.includes("\0") ? label.replaceAll("\0", "\ufffd") : label;
  return clean
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}

/** Whether a label in `ReadEnv` is that of a footnote. */
export function isFootnoteLabel(label: string): boolean {
  return label.startsWith("^") && !label.endsWith(" ");
}
