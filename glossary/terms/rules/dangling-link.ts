import { distance } from "fastest-levenshtein";
import { singularize } from "inflection";
import { defineRule, type Fix, type RuleContext, replace } from "../../rule/rule.ts";
import { basename, stem } from "../../text/paths.ts";
import type { PageLink } from "../../workspace/exports.ts";
import type { Missing } from "../../workspace/links/links.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { isServedDeeper } from "../../workspace/links/movedTarget.ts";
import { withoutLinks } from "../../workspace/links/withoutLinks.ts";
import { styleOf, termLink } from "../edits/termLink.ts";
import { termPageText } from "../edits/termPageText.ts";
import type { Glossary } from "../index/glossary.ts";
import type { TermsView } from "../index/view.ts";
import { nameKey, parseNames, type Term } from "../model/term.ts";

interface Data {
  readonly link: PageLink;
  readonly target: Missing;
  /** What the link calls the missing term. */
  readonly name: string;
  readonly nearest: readonly Term[];
  /** True where the first of `nearest` is the same name in another form. */
  readonly same: boolean;
}

const GIVEN = {
  "docs/glossary/terms/user-stories.md":
    "# User Stories\n\n## Definition\n\nA **user story** tells who wants what.\n",
  "docs/glossary/terms/adr.md":
    "# ADR (Architecture Decision Record)\n\n## Definition\n\nAn **ADR** records a decision.\n",
};

export const danglingLink = defineRule<Data, TermsView>({
  id: "glossary/dangling-link",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "A link leads into the glossary, but there is no such page.",
  why: `A reader who does not know a term follows its link. A glossary link without a page is a promise that was
never kept, or a page that was renamed.

The rule looks at links whose address lies within a glossary: a site path such as \`/docs/glossary/terms/adr\`, or a
relative path into the glossary's folder. A site path is resolved as Docusaurus does (\`slug\`, \`id\`, number
prefixes, index files), a relative one by file and by route. Where the file exists under another route the link is
left alone. Links to places that are not in the workspace are left alone too.

The quick fixes link to the nearest term, create the page, or remove the link and keep its text.`,
  measured: `370 findings in the repository of SpecWeave (1,880 files, 53 term pages, the glossary kept twice); none in MADR, log4brains,
govuk-aws, Contextive and the CNCF glossary (505 files). 20 of them, drawn at random, were read: 20 right.`,
  examples: [
    {
      title: "The page has another name",
      given: GIVEN,
      bad: "Each [user story](«/docs/glossary/terms/user-story») has criteria.\n",
      good: "Each [user story](/docs/glossary/terms/user-stories) has criteria.\n",
    },
    {
      title: "The page was never written",
      given: GIVEN,
      bad: "We use [Redis](«/docs/glossary/terms/redis»).\n",
      fix: "Create term page “Redis”",
      creates: "docs/glossary/terms/redis.md",
    },
    {
      title: "The link is not worth a page",
      given: GIVEN,
      bad: "We use [Redis](«/docs/glossary/terms/redis») and **[Kafka](/docs/glossary/terms/adr)**.\n",
      fix: "Remove the link",
      good: "We use Redis and **[Kafka](/docs/glossary/terms/adr)**.\n",
    },
    {
      title: "A relative link",
      path: "docs/glossary/README.md",
      given: GIVEN,
      bad: "- [ADR](./terms/adr)\n- [RFC](«./terms/rfc.md»)\n",
      fix: "Remove the link",
      good: "- [ADR](./terms/adr)\n- RFC\n",
    },
    {
      title: "By reference",
      given: GIVEN,
      bad: "See [Redis][r].\n\n[r]: «/docs/glossary/terms/redis»\n",
      fix: "Remove the link",
      good: "See Redis.\n\n[r]: /docs/glossary/terms/redis\n",
    },
    {
      title: "One definition of several links",
      given: GIVEN,
      bad: "See [Redis] and [the store][redis].\n\n[redis]: «/docs/glossary/terms/redis»\n",
      fix: "Remove the link",
      good: "See Redis and the store.\n\n[redis]: /docs/glossary/terms/redis\n",
    },
    {
      title: "Addresses of a site that Hugo makes",
      path: "content/glossary/bundle.md",
      given: {
        "content/_index.md": "# Site\n",
        "content/glossary/page.md": "---\ntitle: Page\n---\n\nA **page** is a file.\n",
      },
      good: "A [page](g) is in a [bundle](../bundle/).\n",
    },
    {
      title: "Other links, code and silence",
      given: GIVEN,
      good:
        "[a](/docs/glossary/terms/adr#definition) [b](/elsewhere/page) [c](https://x.example/glossary/terms/x) [d](#here)\n\n" +
        "`[Redis](/docs/glossary/terms/redis)`\n\n```md\n[Redis](/docs/glossary/terms/redis)\n```\n\n" +
        "<!-- spec-glossary-disable-next-line glossary/dangling-link -->\n\n[Redis](/docs/glossary/terms/redis)\n",
    },
  ],

  message: ({ name, nearest: [nearest], same }) =>
    same && nearest
      ? `No glossary page “${name}”: link to “${nearest.name}” instead`
      : `No glossary page “${name}”: create it, link to another term, or remove the link`,

  *check({ page, snapshot }) {
    /** Several links may refer to one definition. */
    const seen = new Set<number>();
    for (const link of page.exports.links) {
      if (link.image || seen.has(link.destination.start)) continue;
      const target = resolveLink(snapshot.links, page.path, link.url);
      if (target.kind !== "missing" || !target.glossary) continue;
      seen.add(link.destination.start);
      // On sites of Hugo and the like such an address is relative to what is served, or made by a template.
      if (!/^\/|\.mdx?(?:[?#]|$)/i.test(link.url) && isServedDeeper(snapshot.links, page.path)) continue;
      const name = stem(basename(target.path)) || target.path;
      const { terms, same } = nearest(snapshot.glossary, name);
      yield { span: link.destination, data: { link, target, name, nearest: terms, same } };
    }
  },

  fixes({ data }, context) {
    const { link, target, nearest, same } = data;
    const fixes: Fix[] = [];
    for (const [i, term] of nearest.entries()) {
      const url = termLink(context.snapshot, context.page.path, term, styleOf(link.url));
      if (url === undefined) continue;
      fixes.push({
        title: `Link to “${term.name}” instead`,
        changes: [replace(context, link.destination, url)],
        safety: "review",
        preferred: same && i === 0,
      });
    }
    const title = titleOf(link, context);
    const path = /\.mdx?$/i.test(target.path) ? target.path : `${target.path}.md`;
    // What has an entry elsewhere would be defined twice.
    const isKnown = parseNames(title).some((name) => context.snapshot.glossary.byName.has(nameKey(name)));
    if (!isKnown)
      fixes.push({
        title: `Create term page “${title}”`,
        get changes() {
          const text = termPageText(context.snapshot, title, stem(path));
          return [{ kind: "create" as const, path, text }];
        },
        safety: "review",
      });
    const { page } = context;
    const shared = page.exports.links.filter(
      ({ destination }) => destination.start === link.destination.start,
    );
    fixes.push({ title: "Remove the link", changes: [withoutLinks(page, shared)], safety: "review" });
    return fixes;
  },
});

/** What the new page is about: the link's text where that is a name, else the last part of its address. */
function titleOf(link: PageLink, { page }: RuleContext<TermsView>): string {
  const text = page.text
    .slice(link.text.start, link.text.end)
    .replace(/[*_`\s]+/g, " ")
    .trim();
  return text.length > 0 && text.length <= 60 ? text : stem(basename(link.url)).replaceAll("-", " ");
}

const MOST = 3;

interface Candidate {
  readonly term: Term;
  readonly names: readonly Name[];
}

/** A name in the forms it is compared in. */
interface Name {
  readonly key: string;
  readonly singular: string;
}

/** The terms with a page, prepared once for each state of the glossary: many links may be compared with them. */
const prepared = new WeakMap<Glossary, readonly Candidate[]>();

function candidates(glossary: Glossary): readonly Candidate[] {
  const known = prepared.get(glossary);
  if (known) return known;
  const found = [...glossary.terms.values()]
    .filter(({ entries }) => entries.some(({ kind }) => kind === "page"))
    .map((term) => ({ term, names: [term.id, term.name, ...term.aliases].map(nameOf) }));
  prepared.set(glossary, found);
  return found;
}

function nameOf(text: string): Name {
  const key = nameKey(text);
  const singular = key
    .split(" ")
    .map((word) => singularize(word))
    .join(" ");
  return { key, singular };
}

/** Terms with a page whose id or name is close to the missing one. `same`: the first differs in number only. */
function nearest(glossary: Glossary, missing: string): { terms: Term[]; same: boolean } {
  const wanted = nameOf(missing);
  const scored = candidates(glossary)
    .map(({ term, names }) => ({ term, score: Math.min(...names.map((name) => score(wanted, name))) }))
    .filter(({ score: value }) => value < 1)
    .sort((a, b) => a.score - b.score || (a.term.id < b.term.id ? -1 : 1));
  return { terms: scored.slice(0, MOST).map(({ term }) => term), same: scored[0]?.score === 0 };
}

/** 0 for the same name in another number, below 1 for a likely slip, 1 for another name. */
function score(wanted: Name, name: Name): number {
  if (wanted.singular === name.singular) return 0;
  const longer = Math.max(wanted.key.length, name.key.length);
  const [first = ""] = wanted.key.split(" ");
  const related = first.length >= 5 && name.key.split(" ")[0] === first;
  // The difference in length is the least that the two can be apart.
  if (!related && Math.abs(wanted.key.length - name.key.length) > longer * 0.25) return 1;
  const apart = distance(wanted.key, name.key) / longer;
  if (apart <= 0.25) return 0.2 + apart;
  return related ? 0.6 + apart / 4 : 1;
}
