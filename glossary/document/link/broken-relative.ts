import { readListing } from "../../adr/edits/listing.ts";
import { defineRule, type Fix, type RuleContext, replace } from "../../rule/rule.ts";
import { dirname, isMarkdown } from "../../text/paths.ts";
import type { PageLink } from "../../workspace/exports.ts";
import type { MovedTarget } from "../../workspace/links/movedTarget.ts";
import { withoutLinks } from "../../workspace/links/withoutLinks.ts";
import {
  byDestination,
  type Flood,
  floodOf,
  isLeftAlone,
  meantBy,
  missingAddress,
} from "../missingAddress.ts";
import type { DocumentView, ReadPage } from "../view.ts";

interface Data {
  /** The links with the address: several where they refer to one definition. */
  readonly links: readonly PageLink[];
  /** The path of the address, as written. */
  readonly written: string;
  readonly moved: MovedTarget | undefined;
  /** How often it is said, where one finding stands for all. */
  readonly flood: Flood | undefined;
}

const ARCHIVED = { ".specweave/increments/_archive/0003-carts/spec.md": "# Carts\n" };

export const brokenRelative = defineRule<Data, DocumentView>({
  id: "link/broken-relative",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "A relative link leads nowhere, because its target or its page has been moved.",
  why: `Whoever moves a page into an archive or a folder of its own breaks the links on it and those to it: one
\`../\` is missing, or the target is somewhere else now. Nobody notices until the link is needed.

The rule looks at relative links and images. Where the same address with more or fewer \`../\` leads to a file, or
exactly one file or numbered folder of the workspace ends as the address does, it names the right address, and the
quick fix writes it. A name that any folder may have, such as *metrics.md*, is no proof of what was meant. Where nothing
fits, it only gives an information, and only for Markdown files that are missing in a folder that exists: what is not in
the workspace may be ignored by git, or made by a build. Where twelve links or more lead to one missing file, it is said
once, on the first page.

What a site resolves is not broken: files that \`.openpublishing.redirection*.json\` redirects, and addresses without
\`./\` that Docusaurus looks up in the folder of its documentation. In repositories that docfx publishes, where capitals do
not count, all addresses with other capitals are one hint.

On sites of Hugo, Jekyll and the like only links to Markdown files are looked at: other addresses there are relative
to what is served. Addresses with placeholders (\`...\`, \`{name}\`, \`*\`), templates, instructions for assistants,
tests and their data, archived documents, the living docs, and increments that are completed or abandoned are left
alone. Links into a glossary and in an index of decisions have rules of their own: \`glossary/dangling-link\` and
\`adr/index-out-of-date\`.`,
  measured: `In the repository of SpecWeave (1,880 files) 100 warnings and 100 informations by default. Forty warnings
were read: 40 right. With archived documents 561 of the 658 relative links in specifications, plans and lists of tasks
are broken, and the rule names another address for 202 of them. In MADR, log4brains, govuk-aws, Contextive and the
CNCF glossary one information, which is right. On 37 pages made of links of 17 other public documents 14 warnings and 17
informations; three of the warnings were wrong and led to the changes since: the name of a package's own file, \`@site\`,
and the same place in another package.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 139, of which 137 right, one arguable and one wrong: a symbolic link to a file, since mended.`,
  examples: [
    {
      title: "One level short",
      path: "docs/guides/deep/setup.md",
      given: { "docs/adr/0007-search.md": "# Search\n" },
      bad: "See [search](«../adr/0007-search.md#decision»).\n",
      good: "See [search](../../adr/0007-search.md#decision).\n",
    },
    {
      title: "The target has been archived",
      path: ".specweave/docs/carts.md",
      given: ARCHIVED,
      bad: "[Spec](«../increments/0003-carts/spec.md») in [its folder](«../increments/0003-carts/»)\n",
      good: "[Spec](../increments/_archive/0003-carts/spec.md) in [its folder](../increments/_archive/0003-carts/)\n",
    },
    {
      title: "The target is in another folder",
      path: "docs/guide.md",
      given: { "docs/operations/restore-backups.md": "# Restore\n" },
      bad: "[Restore](«./restore-backups.md»)\n",
      good: "[Restore](./operations/restore-backups.md)\n",
    },
    {
      title: "Only the capitals differ",
      path: "docs/guide.md",
      given: { "docs/Restore-Backups.md": "# Restore\n" },
      bad: "[Restore](«restore-backups.md»)\n",
      good: "[Restore](Restore-Backups.md)\n",
    },
    {
      title: "Each package may have one",
      path: "packages/web/README.md",
      given: { "packages/api/SECURITY.md": "# Security\n", "packages/api/README.pt-BR.md": "# API\n" },
      bad: "[Security](«SECURITY.md») [Português](«README.pt-BR.md»)\n",
      fix: "Remove the link",
      good: "Security Português\n",
    },
    {
      title: "One level off, with one segment",
      path: "packages/adapters/sun/README.md",
      given: { "packages/runtime/README.md": "# Runtime\n", "packages/runtime/src/a.md": "# A\n" },
      bad: "Uses the [runtime](«../../../runtime/src»)\n",
      good: "Uses the [runtime](../../runtime/src)\n",
    },
    {
      title: "One definition of several links",
      path: "features/0001-carts/README.md",
      given: { "features/0002-prices/README.md": "# Prices\n" },
      bad: "See [the other], again [the other] and [once more][the other].\n\n[the other]: «../features/0002-prices/README.md»\n",
      good: "See [the other], again [the other] and [once more][the other].\n\n[the other]: ../0002-prices/README.md\n",
    },
    {
      title: "A name that any folder may have",
      path: "components/logins/README.md",
      given: { "docs/design/metrics.md": "# Metrics\n" },
      bad: "See the [metrics](«metrics.md»).\n",
      fix: "Remove the link",
      good: "See the metrics.\n",
    },
    {
      title: "What Docusaurus and docfx resolve",
      path: "site/docs/guides/deep/setup.md",
      given: {
        "site/docusaurus.config.js": "module.exports = { presets: [['classic', {}]] };\n",
        "site/docs/intro.md": "# Intro\n",
        ".openpublishing.redirection.json":
          '{ "redirections": [{ "source_path": "site/docs/old.md", "redirect_url": "/new" }] }\n',
      },
      good: "[a](intro.md) [b](docs/intro.md) [c](../../old.md)\n",
    },
    {
      title: "An archetype of Hugo",
      path: "archetypes/post.md",
      good: "[restore](restore-backups.md)\n",
    },
    {
      title: "Nothing of that name",
      path: "docs/guide.md",
      bad: "First [restore](«restore-backups.md») all.\n",
      fix: "Remove the link",
      good: "First restore all.\n",
    },
    {
      title: "What cannot be told",
      path: "docs/guide.md",
      given: { "a/choices.md": "# A\n", "b/choices.md": "# B\n" },
      good: "[a](../x/{name}.md) [b](...) [c](../dist/report.md) [d](../../outside.md) [e](gone/page.md) [f](picture.png) [g](/site) [h](https://x.example/a.md) [i](@site/docs/a.md) [j](~/a.md)\n",
    },
    {
      title: "Templates",
      path: "docs/GuideTemplate.md",
      good: "[restore](restore-backups.md)\n",
    },
  ],

  message({ written, moved, flood }) {
    const others = flood && flood.links > 1 ? ` (${flood.links} links on ${flood.pages} pages)` : "";
    if (moved?.how === "case" && flood)
      return `Capitals differ from those of the file, “${moved.address}”${others}: docfx does not mind, other readers of the files do`;
    if (moved === undefined || moved.how === "namesake")
      return `No such file: “${written}”${others}; correct the address or remove the link`;
    return `“${written}” leads nowhere: ${REASON[moved.how]} “${moved.address}”`;
  },

  *check({ page, snapshot }) {
    if (page.exports.links.length === 0 || isLeftAlone(page, snapshot)) return;
    let rows: ReadonlySet<number> | undefined;
    const floods = new Set<string>();
    for (const links of byDestination(page.exports.links).values()) {
      const [{ url, destination: span }] = links;
      const address = missingAddress(snapshot.links, page.path, url);
      if (!address) continue;
      rows ??= rowsOf(page, snapshot);
      if (rows.has(span.start)) continue;
      const { written, target } = address;
      const moved = meantBy(snapshot.links, page.path, address);
      if (!moved && !(isMarkdown(target.path) && snapshot.links.folders.has(dirname(target.path)))) continue;
      const flood = floodOf(snapshot, page, address, moved);
      const data: Data = { links, written, moved, flood: flood === "said" ? undefined : flood };
      if (flood) {
        const key = moved?.how === "case" ? "" : target.path;
        if (flood === "said" || floods.has(key)) continue;
        floods.add(key);
      }
      if (moved?.how === "case" && flood) yield { span, data, severity: "hint" };
      else if (moved && moved.how !== "namesake") yield { span, data };
      else yield { span, data, severity: "information" };
    }
  },

  fixes({ span, data: { links, moved } }, context) {
    if (!moved) return removals(links, context);
    const rest = /[?#].*$/s.exec(context.page.text.slice(span.start, span.end))?.[0] ?? "";
    const fix: Fix = {
      title: `Change to "${moved.address}"`,
      changes: [replace(context, span, encoded(moved.address) + rest)],
      safety: "review",
      preferred: moved.how !== "namesake",
    };
    return moved.how === "namesake" ? [...removals(links, context), fix] : [fix];
  },
});

/** Leaves of each link the text that it shows; nothing where one shows none. */
function removals(links: readonly PageLink[], { page }: RuleContext<DocumentView>): Fix[] {
  const shown = links.map(({ text }) => page.text.slice(text.start, text.end));
  if (links.some(({ image }) => image) || shown.some((text) => text.trim() === "")) return [];
  const title = links.length === 1 ? "Remove the link" : `Remove the ${links.length} links`;
  return [{ title, changes: [withoutLinks(page, links)], safety: "review" }];
}

const REASON: Readonly<Record<Exclude<MovedTarget["how"], "namesake">, string>> = {
  case: "capitals count, it is",
  depth: "from here it is",
  archive: "the target is archived as",
  name: "the target is now",
};

/** Where the links of an index of decisions are: those are the matter of `adr/index-out-of-date`. */
function rowsOf(page: ReadPage, { links }: DocumentView): ReadonlySet<number> {
  const listing = page.exports.adr.record?.kind === "index" ? readListing(page, links) : undefined;
  return new Set(listing?.rows.map(({ link }) => link.destination.start));
}

/** A path as part of a link. */
function encoded(path: string): string {
  return /[\s()<>%]/.test(path)
    ? encodeURI(path).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))
    : path;
}
