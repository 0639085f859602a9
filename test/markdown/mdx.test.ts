/** MDX: what is Markdown in it, as remark-mdx has it; both readers agree, and sections put together are the whole. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMdx } from "../../glossary/markdown/mdx.ts";
import { absoluteFacts, readFile, readSections } from "../../glossary/markdown/page.ts";
import { MDX_READERS } from "../../glossary/markdown/readers.ts";
import { scanMdx } from "../../glossary/markdown/scan.ts";
import { readMdxTree } from "../../glossary/markdown/tree.ts";
import { effort, SOON } from "../effort.ts";
import { difference, mutated, setting } from "../readers.documents.ts";
import { seenByOracle, seenInFacts } from "./mdxOracle.ts";

/** Each is valid MDX. */
const PAGES: readonly string[] = [
  '# A\n\n<Tabs>\n<Tab value="one">\n```ts\nconst a = 1;\n```\n</Tab>\n<Tab value="two">\n```ts\nb\n```\n</Tab>\n</Tabs>\n\n## B\n\ntext *c*\n',
  '# A\n\n{/* Kept for later:\n\n```json\n{ "a": 1 }\n```\n\n# none\n*/}\n\n## B\n',
  "import A from './a.js';\nimport { b } from \"b\";\n\nexport const meta = {\n  title: 'a',\n\n  tags: [`b`],\n};\n\n# A *b*\n",
  "export default ({ children }) => <div>{children}</div>;\n\n- a\n  - b\n",
  "    # A\n\n        - b\n\n      ```js\n      c\n      ```\n\nd\n",
  "a <b>*c*</b> {d} **e{f}** [g](h.md) <I j='k' l={m > n} {...o}/> p\n",
  '# A <Badge text="*b*" /> c\n\n## {name} d\n',
  "a `<b>` c \\<d> \\{e} f <i/>\n",
  "- a\n\n  <Note>\n  b *c*\n  </Note>\n- d\n\n      e\n",
  "1. a\n\n   ```js\n   <b>{\n   ```\n\n2. c <D />\n\n<E>\n\n3. f\n\n</E>\n",
  "> <A>\n> *b* `c`\n> </A>\n>\n> ```js\n> {\n> ```\n\n{d}\n",
  "| a | b |\n|---|---|\n| <c/> | {d} |\n| *e* | `f` |\n",
  '<A\n  b="c"\n\n  d={`e > f`}\n>\n\n*g*\n\n</A>\n',
  "a\n{b}\nc *d*\n\n<A />\ne\n",
  '<A>{b}</A> {c}\n\n<></>\n\n<a.b.c d:e="f" />\n',
  "[a]: <b> \"c\"\n\n[a] [d](<e f> 'g') https://x.dev/a\n",
  "a < b and c > d\n\n*e*\n",
  "<Foo bar={\"}\"} baz={'{'} /> *a*\n\n{`}`}\n\n{/* } */ 1}\n\n{// }\n1}\n\n*b*\n",
  "<Steps>\n\n<Step>\n### A\n\nb\n</Step>\n\n<Step>\n### C\n```bash\nnpm i\n```\n</Step>\n\n</Steps>\n",
  "<p>*a*</p>\n<p>\n*b*\n</p>\n\nc <br />\n*d*\n",
];

describe("MDX", () => {
  it.each(PAGES.map((text, i) => [i, text]))("page %i is read as remark-mdx reads it", (_, page) => {
    const text = page as string;
    const right = seenByOracle(text);
    expect(right).toBeDefined();
    expect(seenInFacts(text, readFile(text, MDX_READERS, true).facts)).toEqual(right);
  });

  const texts = (text: string) => {
    const { html, headings, prose } = readFile(text, MDX_READERS, true).facts;
    const shown = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    return {
      html: html.map(({ span }) => shown(span)),
      headings: headings.map((heading) => heading.text),
      prose: prose.map(({ span }) => shown(span).trim()).filter(Boolean),
    };
  };

  it("gives what is no Markdown as HTML", () => {
    expect(texts('import a from "a";\n\n# B <C/> {d} e\n\nf <g id="h">i</g> {j}\n\n<!-- k -->\n')).toEqual({
      html: ['import a from "a";', "<C/>", "{d}", '<g id="h">', "</g>", "{j}", "<!-- k -->"],
      headings: ["B   e"],
      prose: ["B", "e", "f", "i"],
    });
  });

  it("knows anchors, ids of headings and comments that silence", () => {
    const { anchors, pragmas } = readFile(
      '## A {#b}\n\n<a id="c" />\n\n<!-- spec-glossary-disable -->\n\n{/* spec-glossary-enable a/b */}\n',
      MDX_READERS,
      true,
    ).facts;
    expect(anchors.map(({ name }) => name)).toEqual(["b", "c"]);
    expect(pragmas.map(({ form, rules }) => [form, ...rules].join(" "))).toEqual(["disable", "enable a/b"]);
  });

  it("leaves what only looks like it", () => {
    const text = "a < b, {#c}, <https://x.dev>, import the rest, {d\n\nexport controls. <e f\n";
    expect(readMdx(text)).toEqual({ source: text, html: [] });
  });
});

const SEED = setting("READERS_SEED", 1);
const MUTATIONS = setting("READERS_MUTATIONS", 1500);
const LONG = 600_000;
const PIECES = [
  "<A>\n",
  "</A>\n",
  "{",
  "}",
  "{/*",
  "*/}",
  "```\n",
  "# a\n",
  "<b/>",
  "import a from 'b'\n",
  "\n",
  "`",
  "    ",
  "> ",
];

describe("the readers of MDX", () => {
  it("agree on changed documents", { timeout: LONG }, () => {
    const property = fc.property(mutated([...PAGES, ...PIECES]), (text) => {
      const { facts, sure } = scanMdx(text, { labels: [] });
      expect(sure ? difference(facts, readMdxTree(text, { labels: [] }).facts) : "").toBe("");
    });
    fc.assert(property, { numRuns: MUTATIONS, seed: SEED });
  });

  it("find in sections what they find in the whole", { timeout: LONG }, () => {
    const files = fc
      .array(fc.oneof(mutated(PAGES), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(""));
    const property = fc.property(files, (text) => {
      const whole = readMdxTree(text, { labels: [] }).facts;
      expect(difference(absoluteFacts(readSections(text, MDX_READERS, undefined, true)), whole)).toBe("");
    });
    fc.assert(property, { numRuns: Math.ceil(MUTATIONS / 3), seed: SEED });
  });

  it.each([
    "<a ",
    "{",
    "{'",
    "<a b={",
    "`",
    "<!--",
    "export const a = {\n\n",
    "{`",
    "<",
    "[a](",
    "import a from 'b'\n",
    "- <a>\n",
    "> {a\n",
    "{/*",
    "h",
    "``` {\n",
  ])("take a megabyte of %j", { timeout: LONG }, (piece) => {
    const spent = effort();
    readMdx(piece.repeat(Math.ceil((1 << 20) / piece.length)));
    expect(spent()).toBeLessThan(SOON);
  });
});
