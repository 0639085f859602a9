/**
 * Definitions of spec-up and spec-up-t, in which specifications of decentralised identity are written:
 *
 *     [[def: Wallet, Wallets, WLT]]
 *     ~ A store of credentials.
 *
 * They say what they are, so they count in every document.
 */
import { excerpt, plainText } from "../../markdown/excerpt.ts";
import { distinct, type Entry, parseNames } from "../model/term.ts";
import { makeEntry, type SourcePage } from "./source.ts";

const DEFINITION =
  /^\[\[def:[ \t]*([^[\]\r\n]{1,300})\]\][^\r\n]{0,20}(?:\r?\n){1,3}((?:~[ \t][^\r\n]*(?:\r?\n|$)){0,20})/gm;

/** The definitions of a page, in order; empty for almost all pages. */
export function specUp(page: SourcePage): Entry[] {
  const { text, facts } = page;
  if (!text.includes("[[def:")) return [];
  return [...text.matchAll(DEFINITION)].flatMap((match): Entry[] => {
    const [whole, list = "", body = ""] = match;
    const names = distinct(list.split(/,[ \t]*/).flatMap(parseNames));
    if (names.length === 0) return [];
    const start = match.index + whole.indexOf(list);
    const from = match.index + whole.length - body.length;
    // The mark of a definition is none of its text.
    const said = { start: from + (body === "" ? 0 : 2), end: from + body.trimEnd().length };
    const hasText = said.end > said.start;
    return [
      makeEntry(page, "definition-list", {
        span: { start: match.index, end: match.index + whole.trimEnd().length },
        nameSpan: { start, end: start + (list.split(",")[0] as string).trimEnd().length },
        title: names[0] as string,
        names,
        definition: hasText ? excerpt(text, facts, said) : "",
        summary: hasText ? plainText(text, facts, said) : "",
      }),
    ];
  });
}
