import { isFinished } from "../../increment/index/above.ts";
import { defineRule, type Finding, type RuleContext, replace } from "../../rule/rule.ts";
import { positionAt } from "../../text/lines.ts";
import { encloses, type Span } from "../../text/span.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { type NestedFence, wrongFences } from "../../workspace/wrongFences.ts";
import type { DocumentView, ReadPage } from "../view.ts";

type Data =
  | { readonly kind: "nested-fence"; readonly fence: NestedFence; readonly line: number }
  | { readonly kind: "unclosed-fence"; readonly lines: number }
  /** A link where none can be; `shown` is to stand in its place. */
  | { readonly kind: "link"; readonly where: keyof typeof WHERE; readonly shown: string };

const WHERE = {
  matter: "Front matter shows a link as it stands",
  code: "Code shows a link as it stands",
  address: "A link stands in the address of another one",
  heading: "A term is linked within a heading",
};

const TERM = { "docs/glossary/terms/api.md": "# API\n\n## Definition\n\nAn **API** is an interface.\n" };

export const damaged = defineRule<Data, DocumentView>({
  id: "markdown/damaged",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "Markdown that tools have damaged: code that ends too early or never, links where none can be.",
  why: `Three kinds of damage are common where pages are put together by programs.

- **A block of code in a block of code.** The fence of the inner block is as long as that of the outer one, so the
  first closing fence ends the outer block. From there on, text is shown as code and code as text. The rule reports it
  only where all that follows makes more sense if the block is longer. The quick fix lengthens the outer fence.
- **A fence that is never closed** and takes headings below it into the code.
- **A link where none can be**: in the title or description of front matter, in the address of another link, to a
  glossary in code of a programming language, as programs that link terms leave behind. Such a link within a heading
  is only a hint. The quick fix leaves the text of the link.

Examples in Markdown and HTML code are left alone, and so are statuses such as \`superseded by [ADR-0005](0005.md)\`
in front matter. So are increments that are completed, and the living docs.`,
  measured: `In the repository of SpecWeave (1,880 files) 76 warnings in 59 files by default: 54 blocks in blocks, 3
fences that are never closed, 19 links; and 34 hints. All links and fences and 20 of the blocks were read: all right;
the quick fix found the intended end of every block but one. With archived documents there are 142 blocks in blocks.
None in MADR, log4brains, govuk-aws, Contextive and the CNCF glossary (505 files).`,
  examples: [
    {
      title: "A block in a block",
      bad: "Write:\n\n«```»markdown\n# Setup\n\n```bash\nnpm ci\n```\n\n## Next\n```\n\nThen go on.\n",
      good: "Write:\n\n````markdown\n# Setup\n\n```bash\nnpm ci\n```\n\n## Next\n````\n\nThen go on.\n",
    },
    {
      title: "A fence that is never closed",
      bad: "# Setup\n\n«```»bash\nnpm ci\n\n## Next\n\nGo on.\n",
    },
    {
      title: "A link in front matter",
      given: TERM,
      bad: "---\ntitle: Calling an «[API](/docs/glossary/terms/api)»\n---\n\n# Calling\n",
      good: "---\ntitle: Calling an API\n---\n\n# Calling\n",
    },
    {
      title: "A link in an address",
      given: TERM,
      bad: "[API](/docs/glossary/terms/«[api](/docs/glossary/terms/api)»)\n",
      good: "[API](/docs/glossary/terms/api)\n",
    },
    {
      title: "A link in code",
      given: TERM,
      bad: "```bash\ngh «[api](/docs/glossary/terms/api)» repos\n```\n",
      good: "```bash\ngh api repos\n```\n",
    },
    {
      title: "A link in a heading",
      given: TERM,
      bad: "# Why an «[API](/docs/glossary/terms/api)»?\n",
      good: "# Why an API?\n",
    },
    {
      title: "What is meant so",
      given: TERM,
      good:
        "---\nstatus: superseded by [ADR-0005](0005-prices.md)\n---\n\n# [API](/docs/glossary/terms/api)\n\n" +
        "````markdown\n```bash\nnpm ci\n```\n[API](/docs/glossary/terms/api)\n````\n\n```markdown\n[API](/docs/glossary/terms/api)\n```\n\n```text\nunclosed at the end\n",
    },
  ],

  message(data) {
    if (data.kind === "nested-fence")
      return `This block of code ends on line ${data.line}, with the block inside it: give its fence ${data.fence.length} characters`;
    if (data.kind === "unclosed-fence")
      return `This block of code is never closed, so the ${data.lines} lines below it are code too: close it`;
    return `${WHERE[data.where]}: leave only its text “${data.shown}”`;
  },

  *check({ page, snapshot }) {
    if (isFinished(page, snapshot)) return;
    yield* inFences(page);
    yield* inMatter(page);
    yield* inLinks(page, snapshot);
  },

  fixes({ span, data }, context) {
    if (data.kind === "unclosed-fence") return [];
    if (data.kind === "nested-fence") return [lengthen(data.fence, context)];
    return [
      {
        title: `Leave only "${data.shown}"`,
        changes: [replace(context, span, data.shown)],
        safety: "review",
        preferred: data.where !== "heading",
      },
    ];
  },
});

function lengthen({ open, close, length }: NestedFence, { page }: RuleContext<DocumentView>) {
  const longer = (marker: Span) => ({
    span: marker,
    text: (page.text[marker.start] as string).repeat(length),
  });
  return {
    title: "Lengthen the outer fence",
    changes: [{ kind: "edit" as const, path: page.path, edits: [longer(open), longer(close)] }],
    safety: "review" as const,
    preferred: true,
  };
}

function* inFences(page: ReadPage): Iterable<Finding<Data>> {
  const { nested, unclosed } = wrongFences(page);
  const lineOf = (offset: number) => positionAt(page.lines, offset).line + 1;
  for (const fence of nested)
    yield { span: fence.open, data: { kind: "nested-fence", fence, line: lineOf(fence.ends.start) } };
  if (unclosed)
    yield {
      span: unclosed.open,
      data: { kind: "unclosed-fence", lines: lineOf(unclosed.end) - lineOf(unclosed.open.start) },
    };
}

const SHOWN = /^(?:title|description|summary|sidebar_label|sidebar_position|id|slug|keywords|tags)$/;
const LINK = /\[([^[\]\r\n]{1,200})\]\(([^()\s]{1,500})\)/g;

function* inMatter({ text, matter }: ReadPage): Iterable<Finding<Data>> {
  if (!matter.span || !text.slice(matter.span.start, matter.span.end).includes("](")) return;
  for (const { key, span } of matter.values) {
    if (!SHOWN.test(key)) continue;
    for (const link of linksIn(text, span)) yield linkFinding(link, "matter");
  }
}

interface Written {
  readonly span: Span;
  readonly shown: string;
  readonly url: string;
}

/** What looks like a link in a piece of text that is no Markdown. */
function* linksIn(text: string, { start, end }: Span): Iterable<Written> {
  for (const match of text.slice(start, end).matchAll(LINK)) {
    const [all, shown = "", url = ""] = match;
    yield { span: { start: start + match.index, end: start + match.index + all.length }, shown, url };
  }
}

function linkFinding({ span, shown }: Written, where: keyof typeof WHERE): Finding<Data> {
  return { span, data: { kind: "link", where, shown } };
}

/** Languages in which a link may be meant. */
const TEXT = /^\{?\.?(?:markdown|md|mdx|text|txt|html?|xml|jsx|tsx|vue|svelte|liquid|rst|adoc|diff|patch)\b/i;

function* inLinks(page: ReadPage, { links }: DocumentView): Iterable<Finding<Data>> {
  const { text, facts, path } = page;
  const toGlossary = (url: string) => {
    if (!/glossar/i.test(url)) return false;
    const target = resolveLink(links, path, url);
    return target.kind === "page" || (target.kind === "missing" && target.glossary);
  };
  for (const { destination, url } of facts.links)
    if (destination && url.includes("]("))
      for (const link of linksIn(text, destination)) yield linkFinding(link, "address");
  for (const { span, info } of facts.codes) {
    if (!info || TEXT.test(text.slice(info.start, info.end))) continue;
    const code = text.slice(span.start, span.end);
    if (!code.includes("](")) continue;
    for (const link of linksIn(text, span)) if (toGlossary(link.url)) yield linkFinding(link, "code");
  }
  if (/(?:^|\/)glossar/i.test(path)) return;
  for (const heading of facts.headings) {
    if (!text.slice(heading.content.start, heading.content.end).includes("](")) continue;
    for (const { span, text: shown, url, kind } of facts.links)
      if (kind === "inline" && encloses(heading.content, span) && !isWhole(span, heading.content))
        if (toGlossary(url))
          yield {
            ...linkFinding({ span, shown: text.slice(shown.start, shown.end), url }, "heading"),
            severity: "hint",
          };
  }
}

function isWhole(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
