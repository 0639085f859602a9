import type { Item } from "../../markdown/facts.ts";
import { defineRule, type Fix, replace } from "../../rule/rule.ts";
import type { Span } from "../../text/span.ts";
import { activeAdr } from "../index/page.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import { CHOSEN_OPTION, END_OF_OPTION, QUOTED_OPTION, SEVERAL_OPTIONS } from "../model/fieldNames.ts";
import type { AdrDocument } from "../model/index.ts";
import { inherited, type Part } from "../model/index.ts";
import { hasSubstance } from "../model/substance.ts";

interface Data {
  readonly chosen: string;
  readonly options: readonly string[];
  readonly list: Item | undefined;
}

export const unconsideredOption = defineRule<Data, AdrView>({
  id: "adr/unconsidered-option",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  summary: "The chosen option is not among those that were considered.",
  why: `“Chosen option: …” should name one of the options listed above it, or else the reader does not see what was
compared with what. It happens when an option is renamed in one place only.

The rule reads the line *Chosen option* of MADR and the lists and headings under *Considered Options*. Quotes, links,
emphasis, emoji, “Option 2:” and capitals do not count; an option that begins like the chosen one, or shares its number
or nearly all of its words, is taken for the same. Nothing is said about fewer than two options, and where several are
chosen at once (“all of them”, a list that names them).

The quick fixes add the chosen option to the list, or name one of those that stand there.`,
  measured: `Never in 38 records of three repositories that name a chosen option; 16 of them word it differently from the list.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: one, wrong and since mended: “TBD” as the chosen option.`,
  examples: [
    {
      title: "Renamed in one place",
      path: "docs/decisions/0001-tests.md",
      bad: '# Tests\n\n## Considered Options\n\n* Jasmine\n* Mocha\n\n## Decision Outcome\n\nChosen option: «"Vitest"», because it is quick.\n',
      fix: "Add “Vitest” to the options",
      good: '# Tests\n\n## Considered Options\n\n* Jasmine\n* Mocha\n* Vitest\n\n## Decision Outcome\n\nChosen option: "Vitest", because it is quick.\n',
    },
    {
      title: "The same in other words",
      path: "docs/decisions/0002-tests.md",
      good: '# Tests\n\n## Considered Options\n\n* Option 1: [Jasmine](https://jasmine.example)\n* Option 2: **Vitest**, with coverage\n\n## Decision Outcome\n\nChosen option: "Option 2", because it is quick.\n',
    },
  ],
  message: ({ chosen, options }) =>
    `“${chosen}” is not among the ${options.length} considered options: name one of them, or add it`,

  *check({ page, snapshot }) {
    const document = activeAdr(page, snapshot);
    if (!document) return;
    const chosen = chosenOption(document, page);
    if (!chosen) return;
    const options = consideredOptions(document, page);
    const listed = [...options, ...pointsOf(document, page)];
    // “TBD”: nothing is chosen so far.
    if (!hasSubstance(plain(chosen.text))) return;
    if (options.length < 2 || listed.some((option) => same(option, chosen.text))) return;
    if (SEVERAL_OPTIONS.test(plain(chosen.text)) || isMentioned(document, page, chosen.text)) return;
    if (namesBelow(page, chosen.span, options)) return;
    yield {
      span: chosen.span,
      data: { chosen: plain(chosen.text), options, list: lastOption(document, page) },
    };
  },

  fixes({ span, data: { chosen, options, list } }, context) {
    const { text } = context.page;
    const quote = /^["'“„«]/.exec(text.slice(span.start, span.end))?.[0] ?? "";
    const close = quote && text.slice(span.end - 1, span.end);
    const named = options.slice(0, MOST_OPTIONS).map(
      (option): Fix => ({
        title: `Name “${option}”`,
        changes: [replace(context, span, `${quote}${option}${close}`)],
        safety: "review",
      }),
    );
    if (!list) return named;
    const at = { start: list.span.end, end: list.span.end };
    const marker = text.slice(list.marker.start, list.marker.end);
    const add: Fix = {
      title: `Add “${chosen}” to the options`,
      changes: [replace(context, at, `\n${marker} ${chosen}`)],
      safety: "review",
    };
    return [add, ...named];
  },
});

const MOST_OPTIONS = 6;

/** The last item of the first list of options, where it is one line of a plain list. */
function lastOption({ parts }: AdrDocument, { text, facts }: ReadPage): Item | undefined {
  const part = parts.find(
    ({ meaning, kind, depth }) => meaning === "alternatives" && kind === "heading" && depth <= 6,
  );
  const items = part
    ? facts.items.filter(({ span }) => part.own.start <= span.start && span.end <= part.own.end)
    : [];
  const last = items.at(-1);
  const plainList = items.every(
    ({ depth, span }) => depth === 0 && !text.slice(span.start, span.end).includes("\n"),
  );
  return last && plainList && /^[-*+]$/.test(text.slice(last.marker.start, last.marker.end))
    ? last
    : undefined;
}

/** What stands between “Chosen option:” and the reason. */
function chosenOption({ parts }: AdrDocument, { text }: ReadPage): { text: string; span: Span } | undefined {
  for (const part of parts) {
    if (part.kind !== "heading" || inherited(part) !== "decision") continue;
    const body = text.slice(part.own.start, Math.min(part.whole.end, part.own.start + 4_000));
    const match = CHOSEN_OPTION.exec(body);
    if (!match) continue;
    const start = match.index + match[0].length;
    const rest = body.slice(start, start + 600);
    // Quotes may hold full stops and "because".
    const quoted = QUOTED_OPTION.exec(rest);
    const length = quoted ? quoted[0].length : (END_OF_OPTION.exec(rest)?.index ?? rest.length);
    const from = part.own.start + start;
    return length > 0
      ? { text: rest.slice(0, length), span: { start: from, end: from + length } }
      : undefined;
  }
  return undefined;
}

/** Sub-headings of the sections about options; of those without any the items of their lists. Each option once. */
function consideredOptions({ parts }: AdrDocument, { text, facts }: ReadPage): string[] {
  const found: string[] = [];
  for (const part of optionParts(parts)) {
    const inner = parts.filter(({ parent, kind }) => parent === part && kind === "heading");
    for (const { name } of inner) found.push(name);
    for (const { span, lead, depth } of inner.length > 0 ? [] : facts.items) {
      if (lead && depth === 0 && part.whole.start <= span.start && span.end <= part.whole.end)
        found.push(text.slice(lead.start, lead.end));
    }
    if (/^(?:option|alternative)\b/i.test(part.name)) found.push(part.name);
  }
  const options = found.map(plain).filter(Boolean);
  return options.filter((one, i) => !options.slice(0, i).some((other) => startsAlike(other, one)));
}

/** Everything that a section about options lists, be it an option or what is said of one. */
function pointsOf({ parts }: AdrDocument, { text, facts }: ReadPage): string[] {
  const places = optionParts(parts).map(({ whole }) => whole);
  const points = facts.items.flatMap(({ span, lead }) =>
    lead && places.some(({ start, end }) => start <= span.start && span.end <= end)
      ? [plain(text.slice(lead.start, lead.end))]
      : [],
  );
  return points.filter(Boolean);
}

function optionParts(parts: readonly Part[]): Part[] {
  return parts.filter(
    ({ meaning, kind, depth }) => meaning === "alternatives" && kind === "heading" && depth <= 6,
  );
}

function startsAlike(a: string, b: string): boolean {
  const [left, right] = [key(a), key(b)];
  return (
    left === right ||
    (left !== "" && right !== "" && (left.startsWith(`${right} `) || right.startsWith(`${left} `)))
  );
}

/** True where the sections about options have the chosen one in their text, whatever way they list them. */
function isMentioned({ parts }: AdrDocument, { text }: ReadPage, chosen: string): boolean {
  const wanted = key(chosen);
  return optionParts(parts).some(({ whole }) =>
    key(text.slice(whole.start, Math.min(whole.end, whole.start + 20_000))).includes(wanted),
  );
}

/** True where what is chosen is a set of options, which the list below names. */
function namesBelow({ text, facts }: ReadPage, { end }: Span, options: readonly string[]): boolean {
  const next = facts.headings.find(({ span }) => span.start > end)?.span.start ?? text.length;
  return facts.items.some(
    ({ span, lead }) =>
      lead &&
      end < span.start &&
      span.end <= next &&
      options.some((option) => {
        const [item, name] = [key(text.slice(lead.start, lead.end)), key(option).split(" ")[0] ?? ""];
        return name !== "" && item.split(" ").slice(0, 4).includes(name);
      }),
  );
}

function plain(text: string): string {
  return text
    .replace(/!?\[([^[\]]{0,300})\]\([^()]{0,500}\)/g, "$1")
    .replace(/[*_`"'“”„«»]|\p{Extended_Pictographic}|\uFE0F/gu, "")
    .replace(/\s+/g, " ")
    .replace(/(?<![\s.,:;])[\s.,:;]+$/, "")
    .trim();
}

const NUMBERED =
  /^(?:option|alternative|position|variant|approach)?\s*#?\(?(\d{1,2}|[a-h])[).:]?(?:[\s:.–—-]+|$)/i;

function same(option: string, chosen: string): boolean {
  const [a, b] = [key(option), key(chosen)];
  if (a === "" || b === "" || a === b || a.startsWith(b) || b.startsWith(a) || a.includes(b) || b.includes(a))
    return true;
  const [left, right] = [NUMBERED.exec(plain(option))?.[1], NUMBERED.exec(plain(chosen))?.[1]];
  if (left !== undefined && left.toLowerCase() === right?.toLowerCase()) return true;
  const words = new Set(a.split(" "));
  const wanted = b.split(" ");
  const common = wanted.filter((word) => words.has(word)).length;
  return common * 2 >= Math.min(words.size, wanted.length);
}

function key(text: string): string {
  const bare = plain(text);
  return bare
    .replace(/^(?:option|alternative)\s+(?:\d{1,2}|[a-h])\b[\s:.–—-]*/i, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
