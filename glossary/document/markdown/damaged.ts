import { isFinished } from "../../increment/index/above.ts";
import { defineRule, type Finding, type RuleContext, replace } from "../../rule/rule.ts";
import { positionAt } from "../../text/lines.ts";
import { encloses, type Span } from "../../text/span.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { isForAssistants } from "../../workspace/samples.ts";
import { type NestedFence, wrongFences } from "../../workspace/wrongFences.ts";
import type { DocumentView, ReadPage } from "../view.ts";

type Data =
  | { readonly kind: "nested-fence"; readonly fence: NestedFence; readonly line: number }
  | { readonly kind: "unclosed-fence"; readonly lines: number }
  | { readonly kind: "early-fence"; readonly line: number }
  | { readonly kind: "labelled-close"; readonly label: Span; readonly written: string }
  /** A link where none can be; `shown` is to stand in its place. */
  | {
      readonly kind: "link";
      readonly where: keyof typeof WHERE;
      readonly shown: string;
      /** The address of the link, where it is the whole of the address of another one. */
      readonly url?: string;
    };

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
- **A fence that is never closed** and takes headings below it into the code, or is to close a block of code and has the
  name of a language or a text behind it.
- **A link where none can be**: in the title or description of front matter, in the address of another link, to a
  glossary in code of a programming language, as programs that link terms leave behind. Such a link within a heading
  is only a hint. The quick fix leaves the text of the link.

Examples in Markdown and HTML code are left alone, and so are statuses such as \`superseded by [ADR-0005](0005.md)\`
in front matter. So are increments that are completed, and the living docs.`,
  measured: `In the repository of SpecWeave (1,880 files) 76 warnings in 59 files by default: 54 blocks in blocks, 3
fences that are never closed, 19 links; and 34 hints. All links and fences and 20 of the blocks were read: all right;
the quick fix found the intended end of every block but one. With archived documents there are 142 blocks in blocks.
None in MADR, log4brains, govuk-aws, Contextive and the CNCF glossary (505 files).

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 4, all right.`,
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
      title: "A closing fence with the name of a language",
      bad: "# Setup\n\n```python\nprint(1)\n«```»bash\n\nThen go on.\n\n```\nnpm ci\n```\n\n## Next\n",
      good: "# Setup\n\n```python\nprint(1)\n```\n\nThen go on.\n\n```\nnpm ci\n```\n\n## Next\n",
    },
    {
      title: "A closing fence with text behind it",
      bad: "# Setup\n\n```bash\nnpm ci\n«```»## Next\n\nGo on.\n\n```\nnpm test\n```\n",
      good: "# Setup\n\n```bash\nnpm ci\n```\n\n## Next\n\nGo on.\n\n```\nnpm test\n```\n",
    },
    {
      title: "A block of Markdown that ends where a block in it begins",
      bad: "# Template\n\n«```»markdown\n# A\n\n```\nsrc/\n```\n\n## B\n\n```ts\nb();\n```\n\n## C\n```\n\n## Notes\n\nText.\n",
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
      title: "A link for an address",
      bad: "Like other [instances](«[#283](https://git.example/issues/283)»).\n",
      good: "Like other [instances](https://git.example/issues/283).\n",
    },
    {
      title: "Two addresses for one link",
      bad: "[Costs](«[/references/#one](https://wiki.example/Cost)»)\n",
      fix: 'Leave only "/references/#one"',
      good: "[Costs](/references/#one)\n",
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
    if (data.kind === "early-fence")
      return `This block of code ends on line ${data.line}, where a block inside it begins: give its fence, and the one that ends it, 4 characters`;
    if (data.kind === "labelled-close")
      return `The block of code above does not end here, because “${data.written}” stands behind the fence: remove it, or put it on a line of its own`;
    if (data.kind === "unclosed-fence")
      return `This block of code is never closed, so the ${data.lines} lines below it are code too: close it`;
    if (data.url !== undefined)
      return `A link stands in the place of the address of another one: leave only its address “${data.url}”`;
    return `${WHERE[data.where]}: leave only its text “${data.shown}”`;
  },

  *check({ page, snapshot }) {
    if (isFinished(page, snapshot)) return;
    yield* inFences(page);
    yield* inMatter(page);
    yield* inLinks(page, snapshot);
  },

  fixes({ span, data }, context) {
    if (data.kind === "unclosed-fence" || data.kind === "early-fence") return [];
    if (data.kind === "labelled-close") return [unlabel(span, data, context)];
    if (data.kind === "nested-fence") return [lengthen(data.fence, context)];
    if (data.url !== undefined) {
      // Where the text is an address, too, either may be meant.
      const either = isAddress(data.shown) ? [data.url, data.shown] : [data.url];
      return either.map((address, i) => ({
        title: `Leave only "${address}"`,
        changes: [replace(context, span, address)],
        safety: "review" as const,
        preferred: i === 0,
      }));
    }
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

/** A name of a language is removed, text goes to a line of its own. */
function unlabel(
  span: Span,
  { label, written }: { readonly label: Span; readonly written: string },
  context: RuleContext<DocumentView>,
) {
  const isName = /^[\w+#-]+$/.test(written);
  return {
    title: isName ? `Remove “${written}”` : "Put the text on a line of its own",
    changes: [
      replace(
        context,
        { start: span.end, end: label.end },
        isName ? "" : `${context.page.newline.repeat(2)}${written}`,
      ),
    ],
    safety: "review" as const,
    preferred: true,
  };
}

function* inFences(page: ReadPage): Iterable<Finding<Data>> {
  // What tools write for assistants is mended by nobody.
  const severity = isForAssistants(page.path) ? ("information" as const) : undefined;
  for (const finding of wrongOnes(page)) yield severity ? { ...finding, severity } : finding;
}

function* wrongOnes(page: ReadPage): Iterable<Finding<Data>> {
  const { nested, unclosed, close, early } = wrongFences(page);
  const lineOf = (offset: number) => positionAt(page.lines, offset).line + 1;
  if (close) {
    const written = page.text.slice(close.label.start, close.label.end);
    yield { span: close.marker, data: { kind: "labelled-close", label: close.label, written } };
  }
  if (early) yield { span: early.open, data: { kind: "early-fence", line: lineOf(early.ends.start) } };
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

/** True for text that may be an address itself, and no number of an issue. */
function isAddress(text: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:\/\/|\.{0,2}\/|#(?!\d+$))|\.(?:md|mdx|html?)(?:#|$)/i.test(text);
}

type LinkData = Extract<Data, { readonly kind: "link" }>;

function linkFinding({ span, shown }: Written, where: keyof typeof WHERE): Finding<LinkData> {
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
      for (const link of linksIn(text, destination)) {
        const { span, data } = linkFinding(link, "address");
        yield { span, data: isWhole(link.span, destination) ? { ...data, url: link.url } : data };
      }
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
