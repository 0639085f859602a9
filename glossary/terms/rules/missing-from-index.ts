import type { Heading } from "../../markdown/facts.ts";
import { defineRule, type RuleContext, replace } from "../../rule/rule.ts";
import { grouped } from "../../text/groups.ts";
import { lineStart } from "../../text/lines.ts";
import { stem } from "../../text/paths.ts";
import { firstFrom, type Span } from "../../text/span.ts";
import { glossaryFolder } from "../../workspace/glossaryFolder.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import { type Entry, nameKey, type Term } from "../model/term.ts";

interface Data {
  readonly term: Term;
  readonly page: string;
  /** The rows of the list that the term belongs to, by place; empty where that cannot be told. */
  readonly rows: readonly Entry[];
}

const GIVEN = {
  "docs/glossary/terms/adr.md": "# ADR\n\nAn **ADR** records a decision.\n",
  "docs/glossary/terms/agile.md": "# Agile\n\n**Agile** means short steps.\n",
  "docs/glossary/terms/api.md": "# API\n\nAn **API** is a contract. It has versions.\n",
  "docs/glossary/terms/bdd.md": "# BDD\n\n**BDD** begins with examples.\n",
};

export const missingFromIndex = defineRule<Data, TermsView>({
  id: "glossary/missing-from-index",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A term has a page, but a list of the glossary's terms leaves it out.",
  why: `Anyone who looks a term up in the list and does not find it concludes that it is not defined, and defines it again.

The rule looks at lists of terms (\`README\`, \`index\`…) that name at least half of the term pages of their glossary, and
reports each page they leave out: at the heading of its letter or category where the list has one, else at the title. The
quick fix inserts the row in the order and form of the rows around it.`,
  measured: `27 findings in the repository of SpecWeave: 15 in its A–Z list, 6 in each of the two copies of its list by category. All were
read: 27 right. None in MADR, log4brains, govuk-aws, Contextive and the CNCF glossary.`,
  examples: [
    {
      title: "By letter",
      path: "docs/glossary/README.md",
      given: GIVEN,
      bad: "# Glossary\n\n### «A»\n- **[ADR](./terms/adr.md)** - A decision\n- **[API](./terms/api.md)** - A contract\n\n### B\n- **[BDD](./terms/bdd.md)** - Examples\n",
      good: "# Glossary\n\n### A\n- **[ADR](./terms/adr.md)** - A decision\n- **[Agile](./terms/agile.md)** - Agile means short steps\n- **[API](./terms/api.md)** - A contract\n\n### B\n- **[BDD](./terms/bdd.md)** - Examples\n",
    },
    {
      title: "At the end of a list",
      path: "docs/glossary/README.md",
      given: GIVEN,
      bad: "# «Glossary»\n\n- [ADR](./terms/adr) - A decision\n- [Agile](./terms/agile) - Short steps\n- [API](./terms/api) - A contract\n",
      good: "# Glossary\n\n- [ADR](./terms/adr) - A decision\n- [Agile](./terms/agile) - Short steps\n- [API](./terms/api) - A contract\n- [BDD](./terms/bdd) - BDD begins with examples\n",
    },
    {
      title: "A row that says nothing yet",
      path: "docs/glossary/README.md",
      given: GIVEN,
      good: "# Glossary\n\n- [ADR](./terms/adr) - A decision\n- [Agile](./terms/agile) - Short steps\n- [API](./terms/api) - A contract\n- [BDD](./terms/bdd) -\n",
    },
    {
      title: "A list of a few",
      path: "docs/glossary/index-by-topic.md",
      given: {
        ...GIVEN,
        "docs/glossary/terms/x.md": "# X\n\n**X** is one.\n",
        "docs/glossary/terms/y.md": "# Y\n\n**Y** is one.\n",
        "docs/glossary/terms/z.md": "# Z\n\n**Z** is one.\n",
      },
      good: "# To begin with\n\n- [ADR](./terms/adr) - A decision\n- **Pair** - Two people\n- **Spike** - A trial\n",
    },
  ],

  message: ({ term }) => `“${term.name}” has a page but is not in this list: add a row for it`,

  *check({ page, snapshot }) {
    const rows = page.exports.terms.entries.filter(({ kind }) => kind === "index");
    const folder = glossaryFolder(page.path);
    if (rows.length < 3 || folder === undefined) return;
    const terms = [...snapshot.glossary.terms.values()].filter((term) => homeIn(term, folder) !== undefined);
    const names = new Set(rows.flatMap((row) => row.names.map(nameKey)));
    // A row that says nothing yet leads to its page all the same.
    const linked = new Set(
      [...rows.map(({ link }) => link), ...linksOfItems(page)].flatMap((link) => {
        const target = link === "" ? undefined : resolveLink(snapshot.links, page.path, link);
        return target?.kind === "page" ? [target.path] : [];
      }),
    );
    const listed = (term: Term) =>
      linked.has(homeIn(term, folder) as string) ||
      [term.name, ...term.aliases].some((name) => names.has(nameKey(name)));
    const missing = terms.filter((term) => !listed(term));
    if (missing.length * 2 > terms.length) return;
    for (const term of missing) {
      const { heading, rows: beside } = listFor(term, page, rows);
      const span = heading?.content ?? page.facts.headings[0]?.content ?? { start: 0, end: 0 };
      yield { span, data: { term, page: homeIn(term, folder) as string, rows: beside } };
    }
  },

  fixes({ data }, context) {
    const row = newRow(data, context);
    if (row === undefined) return [];
    const key = nameKey(data.term.name);
    const sorted = data.rows.every((one, i) => i === 0 || rowKey(data.rows[i - 1]) <= rowKey(one));
    const after = sorted ? data.rows.findLast((one) => rowKey(one) <= key) : data.rows.at(-1);
    const [first] = data.rows;
    const { text } = context.page;
    const at = after ? lineEnd(text, after.span.end) : lineStart(text, (first as Entry).span.start);
    const inserted = after ? `\n${row}` : `${row}\n`;
    const change = replace(context, { start: at, end: at }, inserted);
    return [
      { title: `Add "${data.term.name}" to the list`, changes: [change], safety: "review", preferred: true },
    ];
  },
});

/** Where the items of lists lead that begin with a link. */
function linksOfItems({ text, facts, exports }: ReadPage): string[] {
  return facts.items.flatMap(({ lead }) => {
    const link = lead && exports.links[firstFrom(exports.links, lead.start)];
    const leads =
      link && link.span.end <= lead.end && /^[*_\s]*$/.test(text.slice(lead.start, link.span.start));
    return leads ? [link.url] : [];
  });
}

function homeIn(term: Term, folder: string): string | undefined {
  return term.entries.find(({ kind, path }) => kind === "page" && path.startsWith(`${folder}/`))?.path;
}

function rowKey(row: Entry | undefined): string {
  return nameKey(row?.names[0] ?? "");
}

/** The list of the term's letter or category; else the only list there is. */
function listFor(
  term: Term,
  { facts }: ReadPage,
  rows: readonly Entry[],
): { heading: Heading | undefined; rows: readonly Entry[] } {
  const lists = grouped(rows, (row) => facts.headings.findLast(({ span }) => span.start <= row.span.start));
  const letter = (nameKey(term.name)[0] ?? "").toUpperCase();
  for (const [heading, list] of lists) {
    const letters = heading?.text.split(/(?:(?<!\s)\s+)?,\s*/) ?? [];
    if (letters.includes(letter)) return { heading, rows: list };
  }
  const category = nameKey(term.category);
  for (const [heading, list] of lists) {
    if (heading && category !== "" && nameKey(heading.text.replace(/^[^\p{L}]+/u, "")) === category)
      return { heading, rows: list };
  }
  const [only] = lists.values();
  return { heading: undefined, rows: lists.size === 1 && only ? only : [] };
}

/** A row in the form of a linked one beside it; `undefined` where there is none to learn from. */
function newRow(
  { term, page, rows }: Data,
  { page: { text, path }, snapshot }: RuleContext,
): string | undefined {
  for (const row of rows) {
    const target = row.link === "" ? undefined : resolveLink(snapshot.links, path, row.link);
    if (target?.kind !== "page") continue;
    const line: Span = { start: lineStart(text, row.span.start), end: lineEnd(text, row.span.end) };
    const source = text.slice(line.start, line.end);
    const link = `](${row.link})`;
    const address = row.link.replace(stem(target.path), stem(page));
    const at = source.indexOf(link);
    const open = source.lastIndexOf("[", at);
    const dash = /^[*_]*[ \t]*(?:[-–—]{1,3}|:)[ \t]*/.exec(source.slice(at + link.length))?.[0];
    if (at < 0 || open < 0 || dash === undefined || address === row.link || row.span.end > line.end) continue;
    const entry = term.entries.find((one) => one.kind === "page");
    const title = entry?.title ?? term.name;
    return `${source.slice(0, open)}[${title}](${address})${dash}${firstSentence(term.summary)}`;
  }
  return undefined;
}

/** Rows are short: the first sentence, without its full stop. */
function firstSentence(summary: string): string {
  const sentence = /^.{1,160}?[.!?](?=\s|$)/.exec(summary)?.[0] ?? summary.slice(0, 160);
  return sentence.replace(/\.$/, "");
}

function lineEnd(text: string, at: number): number {
  const end = /\r?\n/.exec(text.slice(at));
  return end ? at + end.index : text.length;
}
