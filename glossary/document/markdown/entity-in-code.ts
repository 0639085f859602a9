import { defineRule, replace } from "../../rule/rule.ts";
import { lineStart } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
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

Code in HTML, XML, JSX, templates and diagrams is left alone, and so are entities in quotation marks, those behind the
sign itself, and pages that speak of escaping.`,
  measured: `74 times in 30 pages of one of six repositories; all 74 were read, and all are right. Most pages were escaped as a whole by a
script. In 905 pages of packages once, wrong; a sign in front of its entity is left alone since.`,
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
      title: "Where it is meant",
      good: "The entity `&lt;` in text: below &lt;100ms.\n\n```html\n<p>a &lt; b</p>\n```\n\n```ts\ntext.replace(/</g, '&lt;');\nescape('a < 3') // 'a &lt; 3'\n```\n",
    },
  ],
  message: ({ entity, shows }) => `Code shows “${entity}” as it stands: write “${shows}”`,

  *check({ page }) {
    const { text, facts } = page;
    if (!(text.includes("&lt;") || text.includes("&gt;")) || ABOUT.test(text)) return;
    for (const { span, info } of facts.codes) {
      if (info && MARKUP.test(text.slice(info.start, info.end))) continue;
      yield* entitiesIn(page, span);
    }
    for (const span of facts.codeSpans) yield* entitiesIn(page, span);
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
