import { readListing } from "../../adr/edits/listing.ts";
import { isFinished } from "../../increment/index/above.ts";
import { defineRule, type Fix, replace } from "../../rule/rule.ts";
import { basename, dirname, isMarkdown } from "../../text/paths.ts";
import type { PageLink } from "../../workspace/exports.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { isServedDeeper, type MovedTarget, movedTarget } from "../../workspace/links/movedTarget.ts";
import { withoutLinks } from "../../workspace/links/withoutLinks.ts";
import { isSample, isSetAside, isTemplateName } from "../../workspace/samples.ts";
import type { DocumentView, ReadPage } from "../view.ts";

interface Data {
  readonly link: PageLink;
  /** The path of the address, as written. */
  readonly written: string;
  readonly moved: MovedTarget | undefined;
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
quick fix writes it. Where nothing fits, it only gives an information, and only for Markdown files that are missing in
a folder that exists: what is not in the workspace may be ignored by git, or made by a build.

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
and the same place in another package.`,
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
      title: "Nothing of that name",
      path: "docs/guide.md",
      bad: "First [restore](«restore-backups.md») all.\n",
      fix: "Remove the link",
      good: "First restore all.\n",
    },
    {
      title: "One definition for several links",
      path: "docs/guide.md",
      bad: "First [restore] all, then [look][restore].\n\n[restore]: «restore-backups.md»\n",
      fix: "Remove the link",
      good: "First restore all, then look.\n\n[restore]: restore-backups.md\n",
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

  message: ({ written, moved }) =>
    moved === undefined
      ? `No such file: “${written}”; correct the address or remove the link`
      : `“${written}” leads nowhere: ${REASON[moved.how]} “${moved.address}”`,

  *check({ page, snapshot }) {
    if (page.exports.links.length === 0 || isLeftAlone(page, snapshot)) return;
    let rows: ReadonlySet<number> | undefined;
    let deeper: boolean | undefined;
    const said = new Set<number>();
    for (const link of page.exports.links) {
      // A definition that several links share is wrong once.
      if (said.has(link.destination.start)) continue;
      if (ELSEWHERE.test(link.url)) continue;
      const target = resolveLink(snapshot.links, page.path, link.url);
      if (target.kind !== "missing" || target.glossary) continue;
      const written = pathOf(link.url);
      if (PLACEHOLDER.test(written) || MADE.test(`/${target.path}/`)) continue;
      deeper ??= isServedDeeper(snapshot.links, page.path);
      if (deeper && !isMarkdown(written)) continue;
      rows ??= rowsOf(page, snapshot);
      if (rows.has(link.destination.start)) continue;
      const moved = movedTarget(snapshot.links, page.path, decoded(written));
      const data = { link, written, moved };
      said.add(link.destination.start);
      if (moved) yield { span: link.destination, data };
      else if (isMarkdown(target.path) && snapshot.links.folders.has(dirname(target.path)))
        yield { span: link.destination, data, severity: "information" };
    }
  },

  fixes({ span, data: { link, moved } }, context) {
    const { text } = context.page;
    if (!moved) {
      const shown = text.slice(link.text.start, link.text.end);
      if (link.image || shown.trim() === "") return [];
      return [{ title: "Remove the link", changes: [withoutLinks(context.page, link)], safety: "review" }];
    }
    const rest = /[?#].*$/s.exec(text.slice(span.start, span.end))?.[0] ?? "";
    const fix: Fix = {
      title: `Change to "${moved.address}"`,
      changes: [replace(context, span, encoded(moved.address) + rest)],
      safety: "review",
      preferred: true,
    };
    return [fix];
  },
});

const REASON: Readonly<Record<MovedTarget["how"], string>> = {
  case: "capitals count, it is",
  depth: "from here it is",
  archive: "the target is archived as",
  name: "the target is now",
};

/** A site's own address, or a name that its generator resolves: `@site/docs/a.md`, `~/a.md`. */
const ELSEWHERE = /^(?:\/|@|~\/)/;

const PLACEHOLDER =
  /\.\.\.|[<>{}*$|\]]|%7B|(?:^|\/)(?:path\/to|your-|N{3,}|X{3,}|x{3,}|#{2,}|yyyy)|^(?:url|link|href|todo|tbd)$/i;
/** What builds and installations make. */
const MADE = /\/(?:node_modules|dist|build|out|target|coverage|vendor|\.git)\//;
/** Pages that others copy, or that tell an assistant what to do in a folder of its choice. */
const SKELETON = /(?:^|\/)(?:templates?|agents?|skills?|commands?|prompts?)\//i;
const SKELETON_NAME = /^(?:agents?|skill|claude)\./i;
const SKELETON_CAMEL = /[a-z]Template\b/;

function isLeftAlone(page: ReadPage, snapshot: DocumentView): boolean {
  const { path } = page;
  if (
    SKELETON.test(path) ||
    isTemplateName(path) ||
    SKELETON_NAME.test(basename(path)) ||
    SKELETON_CAMEL.test(basename(path)) ||
    isSample(path)
  )
    return true;
  return isFinished(page, snapshot) || (isSetAside(path) && !snapshot.settings.archived);
}

/** Where the links of an index of decisions are: those are the matter of `adr/index-out-of-date`. */
function rowsOf(page: ReadPage, { links }: DocumentView): ReadonlySet<number> {
  const listing = page.exports.adr.record?.kind === "index" ? readListing(page, links) : undefined;
  return new Set(listing?.rows.map(({ link }) => link.destination.start));
}

function pathOf(url: string): string {
  return (/^[^?#]*/.exec(url) as RegExpExecArray)[0];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path as part of a link. */
function encoded(path: string): string {
  return /[\s()<>%]/.test(path)
    ? encodeURI(path).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))
    : path;
}
