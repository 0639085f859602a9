/** Where a link can be put around a name without that anything but its looks changes. */
import { lineStart } from "../../text/lines.ts";
import { firstFrom, overlaps, type Span } from "../../text/span.ts";
import { avoidedMatches } from "../index/avoided.ts";
import { miscapitalisedOn } from "../index/capitals.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { FIRST_OF_SENTENCE } from "../model/expansion.ts";

/**
 * Tells whether a name in running text can become a link: not in an id, a label, a status, brackets, a link of another
 * form, nor where it is a part of a longer word or name, nor where something is said of it that a link would change.
 */
export function linkPlaces(view: TermsView, page: ReadPage): (span: Span) => boolean {
  let said: readonly { readonly span: Span }[] | undefined;
  return (span) => {
    if (view.isTaken(page, span) || isPart(page.text, span) || isMarked(page, span)) return false;
    said ??= [...avoidedMatches(view, page), ...miscapitalisedOn(view, page)];
    return !said.some((one) => overlaps(one.span, span));
  };
}

/** Ends what goes on with a name, and begins what a name goes on with. */
const AHEAD = /(?:[\p{L}\p{M}\p{N}_]|[\p{L}\p{N}][-‐‑]|[/\\@#$~=^!\]])$/u;
const BEHIND = /^(?:[\p{L}\p{M}\p{N}_]|[-‐‑][\p{L}\p{N}]|[\\/=([])/u;
/** True for a part of a word (`ADR-0002`, `API-first`) and of a name in capitals (`User Story Map`). */
function isPart(text: string, { start, end }: Span): boolean {
  const ahead = text.slice(Math.max(0, start - 30), start);
  const behind = text.slice(end, end + 3);
  if (AHEAD.test(ahead) && !changesScript(text[start - 1], text[start])) return true;
  if (BEHIND.test(behind) && !changesScript(text[end - 1], text[end])) return true;
  if (!/\p{Lu}/u.test(text.slice(start, end))) return false;
  return (
    /^ \p{Lu}[\p{L}\p{N}]/u.test(behind) ||
    (/(?:^|[^\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{1,27} $/u.test(ahead) && !beginsSentence(ahead))
  );
}

/** U+30FC makes a sound long, and is of no script. */
const KATAKANA = /^[\p{Script=Katakana}\u30fc]/u;
const HIRAGANA = /^\p{Script=Hiragana}/u;
/** Scripts that are written without spaces. */
const ALONE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30fc]/u;

/** True where a word ends because another script begins: `APIを`, `サービスの`; not between Han and what follows it. */
function changesScript(left = "", right = ""): boolean {
  const letters = /^[\p{L}\p{N}]/u;
  if (!letters.test(left) || !letters.test(right)) return false;
  return (
    ALONE.test(left) !== ALONE.test(right) ||
    (KATAKANA.test(left) && HIRAGANA.test(right)) ||
    (HIRAGANA.test(left) && KATAKANA.test(right))
  );
}

/** True where the last word has its capital from the sentence. */
function beginsSentence(ahead: string): boolean {
  return FIRST_OF_SENTENCE.test(ahead) || /(?:^|[.!?:]\s+|\n[ \t>]*(?:[-*+] )?)\p{Lu}\p{Ll}+ $/u.test(ahead);
}

/** What begins a line that says something to a tool. */
const DIRECTIVE = /^[ \t]*(?::::|!!!|\?\?\?|===|%%|\{[%{<:])/;
/** A label at the beginning of a line: a few words and a colon. */
const LABEL =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[^\]]\][ \t]+)?[*_]{0,3}[^:：.!?\r\n]{0,60}[*_]{0,3}[:：]/;
/** Bold words at the beginning of a line are what the line is about. */
const BOLD = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[^\]]\][ \t]+)?(?:\*\*|__)[^*_\r\n]*$/;

/** True in a label, in brackets, in the term of a definition list, in an entry's name and in HTML that is no place for links. */
function isMarked(page: ReadPage, span: Span): boolean {
  const { text, facts, exports } = page;
  const { fields } = facts;
  for (let i = firstFrom(fields, span.end) - 1, n = 0; i >= 0 && n < 4; i--, n++)
    if (overlaps((fields[i] as { labelSpan: Span }).labelSpan, span)) return true;
  const begin = lineStart(text, span.start);
  const ahead = text.slice(begin, span.start);
  if (DIRECTIVE.test(ahead) || BOLD.test(ahead)) return true;
  if (ahead.lastIndexOf("[") > ahead.lastIndexOf("]") || ahead.lastIndexOf("{") > ahead.lastIndexOf("}"))
    return true;
  const rest = /^[^\r\n]{0,80}/.exec(text.slice(span.end, span.end + 80))?.[0] ?? "";
  const label = LABEL.exec(ahead + text.slice(span.start, span.end) + rest);
  if (label && label[0].length > ahead.length) return true;
  if (/^[^\r\n]*\r?\n(?:[ \t]*\r?\n)?[ \t]*:[ \t]/.test(text.slice(span.end, span.end + 200))) return true;
  return exports.terms.entries.some(({ nameSpan }) => overlaps(nameSpan, span)) || isInHtml(page, span);
}

const NO_PLACE = /<(\/?)(?:a|h[1-6]|th|dt|summary|button|label|code|kbd|samp|pre|title|option)\b/gi;

/** True between `<a>` and `</a>`, and in other elements that a link changes or must not be in. */
function isInHtml({ text, facts: { html } }: ReadPage, { start }: Span): boolean {
  for (let i = firstFrom(html, start) - 1, n = 0; i >= 0 && n < 8; i--, n++) {
    const { span } = html[i] as { span: Span };
    const last = [...text.slice(span.start, Math.min(span.end, span.start + 2_000)).matchAll(NO_PLACE)].at(
      -1,
    );
    if (last) return last[1] === "";
  }
  return false;
}
