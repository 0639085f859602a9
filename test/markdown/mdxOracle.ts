/** What remark-mdx finds in a text of MDX, in the places that the readers give. */
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Facts } from "../../glossary/markdown/facts.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** What is compared, one line each; `undefined` where the text is no valid MDX. */
export function seenByOracle(text: string): string[] | undefined {
  try {
    const found: string[] = [];
    visit(parser.parse(text) as Nodes, found);
    return found.sort();
  } catch {
    return undefined;
  }
}

function visit(node: Nodes, found: string[]): void {
  const at = node.position?.start.offset ?? -1;
  switch (node.type) {
    case "heading":
      found.push(`heading ${node.depth} ${node.children[0]?.position?.start.offset ?? ""}`);
      break;
    case "code":
      found.push(`code ${at} ${node.lang ?? ""}`);
      break;
    case "inlineCode":
      found.push(`span ${at} ${node.position?.end.offset}`);
      break;
    case "listItem":
      found.push(`item ${at}`);
      break;
    case "table":
      found.push(`table ${at} ${node.children.length}`);
      break;
    case "emphasis":
    case "strong":
      found.push(`${node.type} ${at} ${node.position?.end.offset}`);
      break;
    case "link":
    case "image":
      if (/^(?:!?\[)/.test("[")) found.push(`${node.type} ${at} ${node.url}`);
      break;
    case "definition":
      found.push(`definition ${at} ${node.url}`);
      break;
    case "paragraph":
      break;
  }
  // Whatever stands in JSX is Markdown too; what stands in braces is not.
  if ("children" in node) for (const child of node.children) visit(child as Nodes, found);
}

/** The same of facts that a reader found. */
export function seenInFacts(text: string, facts: Facts): string[] {
  const word = ({ start, end }: { start: number; end: number }) =>
    /^\S*/.exec(text.slice(start, end))?.[0] ?? "";
  return [
    ...facts.headings.map(({ depth, content }) =>
      content.end > content.start ? `heading ${depth} ${content.start}` : `heading ${depth} `,
    ),
    ...facts.codes.map(({ span, info }) => `code ${span.start} ${info ? word(info) : ""}`),
    ...facts.codeSpans.map(({ start, end }) => `span ${start} ${end}`),
    ...facts.items.map(({ span }) => `item ${span.start}`),
    ...facts.tables.map(({ span, rows }) => `table ${span.start} ${rows.length}`),
    ...facts.emphases.map(
      ({ span, strong }) => `${strong ? "strong" : "emphasis"} ${span.start} ${span.end}`,
    ),
    ...facts.links.flatMap(({ kind, span, url }) =>
      kind === "inline" || kind === "autolink"
        ? [`link ${span.start} ${url}`]
        : kind === "image"
          ? [`image ${span.start} ${url}`]
          : [],
    ),
    ...facts.definitions.flatMap(({ label, span, url }) =>
      label.startsWith("^") ? [] : [`definition ${span.start} ${url}`],
    ),
  ].sort();
}
