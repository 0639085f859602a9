import { defineRule, replace } from "../../rule/rule.ts";
import { lineStart } from "../../text/lines.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { ReadPage } from "../../workspace/workspace.ts";

interface Data {
  readonly entity: string;
  readonly shows: string;
}

/** Languages in which an entity is what it should be, diagrams whose labels are HTML among them. */
const MARKUP =
  /^(?:html?|xhtml|xml|svg|jsx|tsx|mdx|vue|svelte|astro|handlebars|hbs|ejs|erb|php|blade|twig|liquid|jinja2?|njk|razor|cshtml|xaml|plist|rss|atom|aspx|pug|http|json|diff|mermaid|plantuml|puml|dot|graphviz|d2)\b/i;
/** A page that explains how to write such characters. */
const ABOUT =
  /\b(?:un)?escap(?:es?|ed|ing|e_?(?:html|xml)\w*)\b|\b(?:html|character|xml) (?:entit|reference)|\bentities\b|\bsanitiz|\bsanitis|\bXSS\b|&amp;(?:lt|gt);|html[- ]?(?:en|de)cod|output encoding|&lt;\/?script\b/i;
const ENTITY = /\\?&(?:lt|gt);/g;

export const entityInCode = defineRule<Data>({
  id: "markdown/entity-in-code",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  summary: "Code shows `&lt;` or `&gt;` literally.",
  why: `In running text \`&lt;\` is shown as \`<\`. In code blocks and code spans nothing is replaced, so readers see the
five characters *&lt;*. As a rule a script or an editor has escaped the whole page.

Code in HTML, XML, JSX, templates and diagrams is left alone, and so is code that looks like XML whatever it is called,
entities in quotation marks, those behind the sign itself, blocks of Liquid, and pages that speak of escaping.`,
  measured: `74 times in 30 pages of one of six repositories; all 74 were read, and all are right. Most pages were escaped as a whole by a
script. In 905 pages of packages once, wrong; a sign in front of its entity is left alone since.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "In a code block",
      bad: "```text\nresponse «&lt;»100ms // below: <\n```\n",
      good: "```text\nresponse <100ms // below: <\n```\n",
    },
    {
      title: "In a code span",
      bad: "Use `Map«&lt;»string«&gt;`»\n".replace("`»", "»`"),
      good: "Use `Map<string>`\n",
    },
    {
      title: "On a page about encoding",
      good: "# Output encoding\n\nA tag such as `<b>` becomes `&lt;b&gt;`.\n",
    },
    {
      title: "In a call that escapes",
      good: "# Labels\n\nThe result of `escapeHtml(label)` is `&lt;b&gt;`.\n",
    },
    {
      title: "XML, whatever it is called",
      good: '``` syntax\n<xs:pattern value="[^,&lt;&gt;#;]+"/>\n```\n\n```\n<a>1 &lt; 2</a>\n```\n',
    },
    {
      title: "Generics are no XML",
      bad: "```ts\nconst a: Promise<void> = b;\nif (a «&lt;» 3) c();\n```\n",
      good: "```ts\nconst a: Promise<void> = b;\nif (a < 3) c();\n```\n",
    },
    {
      title: "What a terminal quotes",
      good: "{% terminal %}\nundefined `title' for #&lt;Idea:0x1&gt;\n  in `test'\n{% endterminal %}\n\nundefined `title' for #&lt;Idea:0x1&gt; in `test'\n",
    },
    {
      title: "Where it is meant",
      good: "The entity `&lt;` in text: below &lt;100ms.\n\n```html\n<p>a &lt; b</p>\n```\n\n```ts\ntext.replace(/</g, '&lt;');\nescape('a < 3') // 'a &lt; 3'\n```\n",
    },
  ],
  message: ({ entity, shows }) => `Code shows “${entity}” as it stands: write “${shows}”`,

  *check({ page }) {
    const { text, facts } = page;
    if (!(text.includes("&lt;") || text.includes("&gt;")) || ABOUT.test(text)) return;
    const liquid = liquidBlocks(text);
    for (const { span, info } of facts.codes) {
      if (info && MARKUP.test(text.slice(info.start, info.end))) continue;
      if (XML.test(text.slice(info?.end ?? span.start, span.end))) continue;
      yield* entitiesIn(page, span);
    }
    for (const span of facts.codeSpans) {
      // What a terminal says in quotation marks, `so', is no code, and ends anywhere.
      if (/^`+[\w.:=?!]*'/.test(text.slice(span.start, span.end))) continue;
      if (liquid.some((block) => encloses(block, span))) continue;
      yield* entitiesIn(page, span);
    }
  },

  fixes({ span, data: { shows } }, context) {
    return [
      {
        title: `Write “${shows}”`,
        changes: [replace(context, span, shows)],
        safety: "review",
        preferred: true,
      },
    ];
  },
});

/** Opening and closing tags of one name, an element that ends itself, an attribute, or a declaration. */
const XML =
  /<([A-Za-z_][\w:.-]{0,60})(?:\s[^<>]{0,500})?>[^<]{0,5000}<\/\1>|<[A-Za-z_][\w:.-]{0,60}(?:\s[^<>]{0,500})?\/>|<[A-Za-z_][\w:.-]{0,60}\s+[\w:.-]{1,60}\s?=\s?["'][^<>]{0,500}>|<\?xml\b|<!DOCTYPE\b/;

const LIQUID = /\{%-?\s*(end)?(terminal|irb|highlight|raw|prism|code\w*)\b[^%\n]{0,200}%\}/g;

/** The blocks of a template in which a site shows text as it likes. */
function liquidBlocks(text: string): Span[] {
  if (!text.includes("{%")) return [];
  const blocks: Span[] = [];
  let open: { readonly name: string; readonly start: number } | undefined;
  for (const { 0: tag, 1: end, 2: name = "", index } of text.matchAll(LIQUID)) {
    if (end === undefined) open ??= { name, start: index };
    else if (open?.name === name) {
      blocks.push({ start: open.start, end: index + tag.length });
      open = undefined;
    }
  }
  return blocks;
}

function* entitiesIn({ text }: ReadPage, { start, end }: Span) {
  const code = text.slice(start, end);
  if (!code.includes("&") || /^`+\s*&[lg]t;\s*`+$/.test(code)) return;
  for (const match of code.matchAll(ENTITY)) {
    const [entity] = match;
    const shows = entity.endsWith("&lt;") ? "<" : ">";
    // Behind the sign itself, or in quotation marks, it is what the code is about.
    if (code.slice(lineStart(code, match.index), match.index).includes(shows)) continue;
    const before = code[match.index - 1] ?? "";
    const after = code[match.index + entity.length] ?? "";
    if (/["'`]/.test(before) && before === after) continue;
    const span = { start: start + match.index, end: start + match.index + entity.length };
    yield { span, data: { entity, shows } };
  }
}
