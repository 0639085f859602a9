/** What a hover over a term or a glossary link says. */

import { escapeMarkdown } from "../../markdown/excerpt.ts";
import { touches } from "../../text/span.ts";
import type { Hover } from "../../workspace/answers.ts";
import { type AvoidedUse, avoidedUses } from "../index/avoided.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import type { Term } from "../model/term.ts";
import { deedAt, linkAt, useAt } from "./at.ts";
import { identifierAt } from "./identifierAt.ts";

/** How many lines of a definition are shown. */
const LINES = 9;

/** The hover at an offset; `undefined` where neither a term nor a glossary link stands. */
export function hover(snapshot: TermsView, page: ReadPage, offset: number): Hover | undefined {
  const link = linkAt(snapshot, page, offset);
  if (link?.term) return { span: link.link.span, ...describe([link.term], page.path) };
  // That its page is missing is reported anyway.
  if (link?.target.kind === "missing" && link.target.glossary) return undefined;
  const starter = snapshot.starter && useAt(snapshot.starter(), page, offset);
  if (starter) return { span: starter.span, markdown: starterMarkdown(starter.terms), sources: [] };
  const use =
    useAt(snapshot, page, offset) ?? identifierAt(snapshot, page, offset) ?? deedAt(snapshot, page, offset);
  const avoided = use ? undefined : avoidedAt(snapshot, page, offset);
  if (avoided) return avoidedHover(page, avoided);
  // On its own page a term explains itself.
  const terms = use?.terms.filter(
    ({ entries }) => entries[0]?.path !== page.path || entries[0].kind !== "page",
  );
  return use && terms && terms.length > 0 ? { span: use.span, ...describe(terms, page.path) } : undefined;
}

function avoidedAt(snapshot: TermsView, page: ReadPage, offset: number): AvoidedUse | undefined {
  return avoidedUses(snapshot, page).find(({ span }) => touches(span, offset));
}

/** Nobody should take the name for one that the glossary recommends. */
function avoidedHover(page: ReadPage, { span, terms }: AvoidedUse): Hover {
  const written = page.text.slice(span.start, span.end).replace(/\s+/g, " ");
  const names = [...new Set(terms.map(({ term }) => `“${escapeMarkdown(term.name)}”`))];
  const { markdown, sources } = describe(
    terms.map(({ term }) => term),
    page.path,
  );
  const advice = `Avoid “${escapeMarkdown(written)}”: write ${names.join(" or ")}`;
  return { span, markdown: `${advice}\n\n---\n\n${markdown}`, sources };
}

/** Says where the text is from: nobody should take it for a decision of their own team. */
function starterMarkdown([term]: readonly Term[]): string {
  const command = "Spec Glossary: Copy Starter Glossary into Workspace";
  return `${term ? termMarkdown(term) : ""}\n\n---\n\n*From the starter glossary, as this workspace has none. To make it yours, run “${command}”.*`;
}

function describe(terms: readonly Term[], from: string): Pick<Hover, "markdown" | "sources"> {
  const [first, ...others] = terms;
  const markdown = [termMarkdown(first as Term)];
  if (others.length > 0) {
    const rows = others.map(
      ({ name, summary, entries }) =>
        `- **${escapeMarkdown(name)}** in ${escapeMarkdown(entries[0]?.path ?? "")}: ${clip(escapeMarkdown(summary))}`,
    );
    markdown.push("---", "Elsewhere:", rows.join("\n"));
  }
  const sources = terms.flatMap(({ entries }) => {
    const entry = entries.find(({ kind }) => kind !== "usage");
    return entry && entry.path !== from
      ? [{ label: entry.title, path: entry.path, span: entry.nameSpan }]
      : [];
  });
  return { markdown: markdown.join("\n\n"), sources };
}

/** A term on at most about fifteen lines. */
export function termMarkdown(term: Term): string {
  const aliases = term.aliases.length > 0 ? ` (${term.aliases.map(escapeMarkdown).join(", ")})` : "";
  const category = term.category ? ` · *${escapeMarkdown(term.category)}*` : "";
  const parts = [`**${escapeMarkdown(term.name)}**${aliases}${category}`];
  if (term.definition) {
    const lines = term.definition.split("\n");
    parts.push(lines.length > LINES ? `${lines.slice(0, LINES).join("\n")}\n…` : term.definition);
  } else parts.push("*No definition yet.*");
  const usage = [
    ...(term.useWhen ? [`**Use when** ${escapeMarkdown(lowerFirst(term.useWhen))}`] : []),
    ...(term.avoidWhen ? [`**Don't use when** ${escapeMarkdown(lowerFirst(term.avoidWhen))}`] : []),
  ];
  if (usage.length > 0) parts.push(usage.join("  \n"));
  parts.push(...further(term));
  return parts.join("\n\n");
}

/** How many examples, and labels of its own, are shown of a term. */
const MOST = 3;

/** What only some glossaries say: names to avoid, examples, the context, labels of their own. */
function further({ avoid, examples, context, meta }: Term): string[] {
  const labels = [...(context?.meta ?? []), ...meta].slice(0, MOST).map(([label, value]) => {
    const name = escapeMarkdown(label.replace(/[:：]\s*$/, ""));
    return `${name}: ${webLink(value)}`;
  });
  return [
    ...(avoid.length > 0 ? [`**Avoid** ${avoid.map(escapeMarkdown).join(", ")}`] : []),
    ...(examples.length > 0
      ? [
          examples
            .slice(0, MOST)
            .map((example) => `> ${escapeMarkdown(example)}`)
            .join("\n>\n"),
        ]
      : []),
    ...(context?.vision ? [`*${escapeMarkdown(context.vision)}*`] : []),
    ...(labels.length > 0 ? [labels.join("  \n")] : []),
  ];
}

/** A value that is nothing but a link to the web stays one. */
function webLink(value: string): string {
  const link = /^\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()<>]{1,500})\)$/.exec(value.trim());
  return link ? `[${escapeMarkdown(link[1] as string)}](${link[2]})` : escapeMarkdown(value);
}

/** After "Use when" a sentence goes on; an acronym keeps its capitals. */
function lowerFirst(text: string): string {
  return /^\p{Lu}(?=\p{Ll}|\s)/u.test(text) ? (text[0] as string).toLowerCase() + text.slice(1) : text;
}

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}
