/**
 * The labels of reference links when a term gets another name. Of `[CDN][]` and `[CDN]` the text is the label
 * (CommonMark 6.3), so the definition gets the new name too, and with it every link that refers to it.
 */
import type { Definition, Link } from "../../markdown/facts.ts";
import type { Edit, Span } from "../../text/span.ts";
import { renameAt } from "../edits/rename.ts";
import type { ReadPage } from "../index/view.ts";
import type { Change } from "./renameChange.ts";
import { nameOf } from "./termNames.ts";

/** `leads` tells the addresses that lead to the term. The text of a link without another label never stays in doubt. */
export function labelEdits(page: ReadPage, change: Change, leads: (url: string) => boolean): Edit[] {
  const { text, facts } = page;
  const { term, old } = change;
  const definitions = new Map<string, Definition>();
  for (const one of facts.definitions)
    if (!one.label.startsWith("^") && !definitions.has(one.label)) definitions.set(one.label, one);
  const links = facts.links.filter(({ label }) => {
    const definition = definitions.get(label);
    return definition !== undefined && leads(definition.url);
  });
  const alone = links.filter(
    (link) => isItsLabel(text, link) && nameOf(term, sourceOf(text, link.text)) === old,
  );
  const renamed = new Map<string, string>();
  for (const { label } of alone) {
    const to = relabelled(labelOf(text, definitions.get(label) as Definition), change);
    if (!definitions.has(normal(to)) && !hasBrackets(text, to)) renamed.set(label, to);
  }
  return [
    ...[...renamed].map(([label, to]) => ({
      span: labelSpan(text, definitions.get(label) as Definition),
      text: to,
    })),
    ...links.flatMap((link) => linkEdits(text, link, change, renamed.get(link.label))),
  ];
}

/** `label` is the new one; `undefined` where it stays. */
function linkEdits(text: string, link: Link, change: Change, label: string | undefined): Edit[] {
  const source = sourceOf(text, link.text);
  if (!isItsLabel(text, link)) {
    const span = { start: link.text.end + 2, end: link.span.end - 1 };
    return label === undefined ? [] : [{ span, text: relabelled(sourceOf(text, span), change) }];
  }
  if (nameOf(change.term, source) !== change.old) return [];
  const { edit, name } =
    source === change.old
      ? { edit: { span: link.text, text: change.renamed.name }, name: change.renamed.name }
      : renameAt(text, link.text, change.old, change.renamed, change.asItIs);
  if (label !== undefined && normal(label) === normal(name)) return [edit];
  return [edit, { span: { start: link.text.end + 1, end: link.span.end }, text: `[${label ?? source}]` }];
}

/** True for `[CDN]` and `[CDN][]`. */
export function isItsLabel(text: string, { kind, span, text: shown }: Link): boolean {
  return kind.endsWith("reference") && /^\](?:\[\])?$/.test(text.slice(shown.end, span.end));
}

function relabelled(label: string, { old, renamed, asItIs }: Change): string {
  if (label === old) return renamed.name;
  const name = renameAt(label, { start: 0, end: label.length }, old, renamed, asItIs).edit.text;
  return label === label.toLowerCase() ? name.toLowerCase() : name;
}

function labelSpan(text: string, { span }: Definition): Span {
  const label = /^\[((?:[^[\]\\]|\\.)*)\]/.exec(text.slice(span.start, span.end))?.[1] ?? "";
  return { start: span.start + 1, end: span.start + 1 + label.length };
}

function labelOf(text: string, definition: Definition): string {
  return sourceOf(text, labelSpan(text, definition));
}

function sourceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** As labels are compared. */
function normal(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

/** Whether something in brackets would become a link. */
function hasBrackets(text: string, label: string): boolean {
  return text.toLowerCase().includes(`[${label.toLowerCase()}]`);
}
