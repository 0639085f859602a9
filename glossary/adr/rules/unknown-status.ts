import { distance } from "fastest-levenshtein";
import { defineRule, replace } from "../../rule/rule.ts";
import { likeBefore } from "../../text/casing.ts";
import { collectionOf } from "../index/adrs.ts";
import { activeAdr, lacksStatus } from "../index/page.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import { type AdrDocument, type AdrStatus, isUnderstood, STATUS_WORDS } from "../model/index.ts";
import { statesRelation } from "../model/relations.ts";
import { isOpposite, STATUS_LANGUAGES } from "../model/statusWords.ts";

interface Data {
  readonly status: AdrStatus;
  readonly nearest: string | undefined;
}

const USED_OFTEN = 3;
const MOST_WORDS = 6;

/** True where a text begins with these words, or is them. */
function isStart(words: string, text: string): boolean {
  return text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length));
}

/** “n/a” or “?” in the place of a status, unless that it has none is reported already. */
function blankOf(
  { blankStatus: span }: AdrDocument,
  page: ReadPage,
  snapshot: AdrView,
): AdrStatus | undefined {
  if (!span || lacksStatus(page, snapshot)) return undefined;
  const text = page.text.slice(span.start, span.end).slice(0, 120);
  return { text, word: "", kind: undefined, span, place: "line", placeholder: false };
}

export const unknownStatus = defineRule<Data, AdrView>({
  id: "adr/unknown-status",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A decision record has an unknown status.",
  why: `A misspelt status is not found by whoever looks for all accepted decisions.

Known are the usual words in ${STATUS_LANGUAGES} languages, such as *draft*, *accepted* and *superseded*, whatever stands behind them
(“Accepted (updated in v0.7)”) and with words such as *partially* or *conditionally* before them, every word that at least three records of the folder use, and those in the setting
\`adrStatuses\`. Where the word looks like a known one, the quick fix writes that, but never one that says the opposite.`,
  measured: `Never in the five repositories, where the statuses include “✅ **ACCEPTED**”, “Superseded (was: Accepted)”, “Ready for
Implementation” and “Implemented (Tier 1) | Proposed (Tier 2, 3)”.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: one, wrong and since mended: what the record supersedes, above its status.`,
  examples: [
    {
      title: "A slip",
      path: "docs/adr/0001-a.md",
      bad: "# ADR-0001: A\n\n**Status**: «Acepted»\n\n## Decision\n\nA.\n",
      good: "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n",
    },
    {
      title: "A word that nobody knows",
      path: "docs/adr/0002-b.md",
      bad: "# 2. B\n\n## Status\n\n«Somehow»\n\n## Decision\n\nB.\n",
    },
    {
      title: "A word of one's own",
      path: "docs/adr/0004-d.md",
      given: { ".spec-glossary.jsonc": '{ "adrStatuses": ["Ready to Ship"] }' },
      good: "# 4. D\n\n## Status\n\nReady to ship (in May)\n\n## Decision\n\nD.\n",
    },
    {
      title: "Known words, also with something behind them",
      path: "docs/adr/0003-c.md",
      good: "# 3. C\n\n## Status\n\n✅ **Accepted** (since the second release)\n\n## Decision\n\nC.\n",
    },
    {
      title: "A sentence",
      path: "docs/adr/0005-e.md",
      good: "# 5. E\n\n## Status\n\nWe still have to talk to the people in the other team\n\n## Decision\n\nE.\n",
    },
  ],
  message: ({ status, nearest }) =>
    nearest
      ? `“${status.text}” is no known status: did you mean “${nearest}”?`
      : `“${status.text}” is no known status: use one such as proposed, accepted or superseded`,

  *check({ page, snapshot }) {
    const document = activeAdr(page, snapshot);
    if (!document) return;
    const status = document.statuses[0] ?? blankOf(document, page, snapshot);
    if (!status || status.kind || status.placeholder) return;
    // A sentence is no slip of the pen.
    if (status.text.split(" ").length > MOST_WORDS) return;
    const used = collectionOf(snapshot.adrs, page.path)?.statuses.get(status.word) ?? 0;
    const own = snapshot.settings.adrStatuses.map((one) => one.toLowerCase());
    if (used >= USED_OFTEN || own.some((one) => isStart(one, status.text.toLowerCase()))) return;
    if (!isUnderstood(document.visible)) return;
    const word = status.word.split(" ")[0] as string;
    const known =
      word === "" || statesRelation(status.text)
        ? []
        : [...STATUS_WORDS.flatMap(([, words]) => words), ...own].filter(
            (one) => Math.abs(one.length - word.length) <= 2,
          );
    const [nearest] = known
      .map((one) => ({ one, apart: distance(one, word) }))
      .filter(({ one, apart }) => apart <= (one.length > 5 ? 2 : 1) && !isOpposite(word, one))
      .sort((a, b) => a.apart - b.apart);
    yield { span: status.span, data: { status, nearest: nearest && likeBefore(status.text, nearest.one) } };
  },

  fixes({ span, data: { status, nearest } }, context) {
    const word = /\p{L}+/u.exec(context.page.text.slice(span.start, span.end));
    if (!nearest || !word || word[0].length !== (status.word.split(" ")[0] as string).length) return [];
    const start = span.start + word.index;
    return [
      {
        title: `Write “${nearest}”`,
        changes: [replace(context, { start, end: start + word[0].length }, nearest)],
        safety: "review",
        preferred: true,
      },
    ];
  },
});
