import { defineRule, type FileChange, type Fix, replace } from "../../rule/rule.ts";
import { lineEnd, lineStart } from "../../text/lines.ts";
import { basename } from "../../text/paths.ts";
import { type LinkSpace, resolveLink } from "../../workspace/links/links.ts";
import { leadsToGlossary } from "../../workspace/links/toGlossary.ts";
import { adrAddress } from "../edits/edits.ts";
import { type AdrTarget, collectionFolder, resolveNumber } from "../index/adrs.ts";
import { keptRecord } from "../index/page.ts";
import { targetAt } from "../index/positions.ts";
import type { AdrView, ReadPage } from "../index/view.ts";
import { FOR_EXAMPLE_BEFORE, FOR_EXAMPLE_BEHIND, FORMER_BEFORE } from "../model/fieldNames.ts";
import { idOfPath, type Mention } from "../model/index.ts";

interface Data {
  readonly written: string;
  readonly candidates: readonly AdrTarget[];
}

/** A workspace has a log of decisions from this many records on. */
const LOG = 3;

export const unresolvedReference = defineRule<Data, AdrView>({
  id: "adr/unresolved-reference",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A reference such as ADR-0043 leads to no decision, or to several.",
  why: `A reference to a decision is an argument: “as decided in ADR-0043”. If there is none of that number, or two, the
argument cannot be checked.

The rule looks at decision records and their indexes; other documents talk about decisions of other repositories, and
about ones to come. A number counts as known when a record's file or title has it, a decision within some page, or any
file in a folder of records.
References that are links, numbers in code, in quotation marks and in examples, and tables that say what became of old
numbers are left alone.

Where several records claim the number, it is a hint that lists them, once for each number in a document, and the quick fix
links to one of them. It is left alone where the title of one of them follows somewhere in the document:
\`ADR-0052: Smart Pagination\` says which one is meant. That two records have one number is what \`adr/duplicate-number\` reports, at the records.`,
  measured: `19 hints in specweave, none in madr, govuk-aws, log4brains and contextive, and the CNCF glossary has no records. All
were read: 19 right; several name a title that no record of the number has. 85 more references have an ambiguous number, but
the document says which title is meant. No number is without any record: those stand in plans and specifications, which
the rule leaves alone.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 7, of which 5 right and 2 wrong: numbers called former ones, since mended.`,
  examples: [
    {
      title: "No such decision",
      path: "docs/adr/0003-c.md",
      given: {
        "docs/adr/0001-a.md": "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n",
        "docs/adr/0002-b.md": "# ADR-0002: B\n\n**Status**: Accepted\n\n## Decision\n\nB.\n",
      },
      bad: "# ADR-0003: C\n\n**Status**: Accepted\n\n## Decision\n\nC, because ADR-0001 asks for it and «ADR-0099» allows it.\n",
    },
    {
      title: "Two of them",
      path: "docs/adr/0003-c.md",
      given: {
        "docs/adr/0001-a.md": "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n",
        "docs/adr/0001-b.md": "# ADR-0001: B\n\n**Status**: Accepted\n\n## Decision\n\nB.\n",
      },
      bad: "# ADR-0003: C\n\n**Status**: Accepted\n\n## Decision\n\nC, because «ADR-0001» asks for it.\n",
      fix: "Link to ADR-0001: B",
      good: "# ADR-0003: C\n\n**Status**: Accepted\n\n## Decision\n\nC, because [ADR-0001](0001-b.md) asks for it.\n",
    },
    {
      title: "Two of them, and the title says which",
      path: "docs/adr/0003-c.md",
      given: {
        "docs/adr/0001-keep-carts.md":
          "# ADR-0001: Keep carts\n\n**Status**: Accepted\n\n## Decision\n\nA.\n",
        "docs/adr/0001-send-events.md":
          "# ADR-0001: Send events\n\n**Status**: Accepted\n\n## Decision\n\nB.\n",
      },
      good: "# ADR-0003: C\n\n**Status**: Accepted\n\n## Decision\n\nC, see ADR-0001: Keep carts.\n",
    },
    {
      title: "In another document",
      path: "docs/plan.md",
      given: { "docs/adr/0001-a.md": "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n" },
      good: "# Plan\n\nWe will write ADR-0002 next.\n",
    },
  ],
  message: ({ written, candidates }) =>
    candidates.length === 0
      ? `There is no ${written}: correct the number, or say which repository it is in`
      : `${written} is the number of ${candidates.length} decisions: ${candidates.map(({ path }) => basename(path)).join(", ")}; link to the one you mean`,

  *check({ page, snapshot }) {
    const record = keptRecord(page, snapshot);
    if (!record || record.kind === "template") return;
    if (snapshot.adrs.records.size < LOG) return;
    const seen = new Set<string>();
    const linked = linkedLines(page, snapshot);
    for (const mention of page.exports.adr.mentions) {
      if (mention.key === record.id?.key || seen.has(mention.key) || isLinked(page, snapshot, mention))
        continue;
      const candidates = resolveNumber(snapshot.adrs, page.path, mention.key);
      if (candidates.length === 1) continue;
      if (isSpokenOf(page, mention)) {
        seen.add(mention.key);
        continue;
      }
      if (linked.isMap || linked.lines.has(lineStart(page.text, mention.span.start))) continue;
      if (candidates.length === 0 && (isPart(mention, snapshot) || isFile(mention, page, snapshot))) continue;
      if (candidates.length > 1 && isNamed(page, mention, candidates)) continue;
      seen.add(mention.key);
      const data = { written: page.text.slice(mention.span.start, mention.span.end), candidates };
      const related = candidates.map((one) => ({
        path: one.path,
        span: targetAt(snapshot, one),
        message: one.name,
      }));
      yield {
        span: mention.span,
        data,
        related,
        ...(candidates.length > 1 && { severity: "hint" as const }),
      };
    }
  },

  fixes({ span, data: { written, candidates } }, context): Fix[] {
    return candidates.map((candidate) => ({
      title: `Link to ${candidate.name}`,
      changes: [linked(context, span, written, candidate)],
      safety: "review",
    }));
  },
});

/** In how many lines a page has to lead from a number to a page to be one that says what became of old numbers. */
const MAP = 3;

/** The lines of a page with a number and, behind it, the link to what it means: a table of old numbers consists of them. */
function linkedLines(page: ReadPage, { links }: AdrView): { lines: ReadonlySet<number>; isMap: boolean } {
  const lines = new Set<number>();
  const { text, exports } = page;
  let at = 0;
  for (const { span } of exports.adr.mentions) {
    while ((exports.links[at]?.span.end ?? text.length) < span.start) at++;
    const link = exports.links[at];
    const start = lineStart(text, span.start);
    if (!link || link.span.start < span.end || link.span.start > lineEnd(text, span.end)) continue;
    const before = text.slice(start, span.start);
    const between = text.slice(span.end, link.span.start);
    const row = /^[\s>]*(?:\||[-*+][ \t])[\s|*`_]*$/.test(before) && /^[^.;]{0,80}$/.test(between);
    const leads = row && resolveLink(links, page.path, link.url).kind === "page";
    if (leads && !leadsToGlossary(links, page.path, link.url)) lines.add(start);
  }
  return { lines, isMap: lines.size >= MAP };
}

/** True for a number in quotation marks, in code, in an example, or called a former one: it is what the sentence is about. */
function isSpokenOf({ text, facts }: ReadPage, { span }: Mention): boolean {
  if (
    /["“„«'‘]$/.test(text.slice(0, span.start).slice(-1)) &&
    /^["”“»'’]/.test(text.slice(span.end, span.end + 1))
  )
    return true;
  if (facts.codeSpans.some(({ start, end }) => start <= span.start && span.end <= end)) return true;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  if (FORMER_BEFORE.test(text.slice(Math.max(0, span.start - 120), span.start).replace(/^.*\n/s, "")))
    return true;
  return FOR_EXAMPLE_BEFORE.test(before) || FOR_EXAMPLE_BEHIND.test(text.slice(span.end, span.end + 40));
}

/** True where a file of that number is there, though it is read as no record: then it is not the number that is wrong. */
function isFile({ key }: Mention, page: ReadPage, { adrs, links }: AdrView): boolean {
  const folders = new Set([collectionFolder(page.path), ...adrs.collections.keys()]);
  const known = numbersOf(links);
  return [...folders].some((folder) => known.get(folder)?.has(key));
}

const NUMBERS = new WeakMap<LinkSpace["roots"], ReadonlyMap<string, ReadonlySet<string>>>();

/** The numbers of the files of each folder; the same as long as no file comes or goes. */
function numbersOf(links: LinkSpace): ReadonlyMap<string, ReadonlySet<string>> {
  const before = NUMBERS.get(links.roots);
  if (before) return before;
  const found = new Map<string, Set<string>>();
  for (const path of [...links.pages.keys(), ...links.files]) {
    const id = idOfPath(path);
    if (!id) continue;
    const folder = collectionFolder(path);
    found.set(folder, (found.get(folder) ?? new Set()).add(id.key));
  }
  NUMBERS.set(links.roots, found);
  return found;
}

function linked(
  context: Parameters<typeof replace>[0],
  span: Mention["span"],
  written: string,
  { path }: AdrTarget,
): FileChange {
  return replace(context, span, `[${written}](${adrAddress(context.page.path, path)})`);
}

/** True where the title of one candidate follows the number somewhere in the page: `ADR-0052: Smart Pagination`. */
function isNamed(page: ReadPage, { key }: Mention, candidates: readonly AdrTarget[]): boolean {
  const titles = candidates.map(({ name, path }) => new Set(words(`${name} ${basename(path)}`)));
  return page.exports.adr.mentions.some(({ key: other, span: { end } }) => {
    if (other !== key) return false;
    const behind = /^[^\r\n]*/.exec(page.text.slice(end, end + 120))?.[0] ?? "";
    const said = new Set(words(behind).slice(0, 8));
    const shared = titles.map((title) => [...title].filter((word) => said.has(word)).length);
    const most = Math.max(...shared);
    return most > 1 && shared.indexOf(most) === shared.lastIndexOf(most);
  });
}

/** Those that tell titles apart. */
function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{N}]{2,}/gu)
      ?.filter((word) => !/^(?:adr|and|for|the|with)$/.test(word)) ?? []
  );
}

/** Inside a link the link decides; one that leads nowhere is another rule's matter. */
function isLinked(page: ReadPage, { links }: AdrView, { span }: Mention): boolean {
  return page.exports.links.some(
    (link) =>
      link.span.start <= span.start &&
      span.end <= link.span.end &&
      resolveLink(links, page.path, link.url).kind !== "unknown",
  );
}

/** `ADR-0042` where there are only parts of it: `0042-01`, `0042-02`; or `ADR-0042-9` of a record that has parts inside. */
function isPart({ key }: Mention, { adrs }: AdrView): boolean {
  const [main] = key.split("-");
  return [...adrs.byKey.keys()].some((one) => one.split("-")[0] === main);
}
