/** What a hover over a reference to a decision says. */

import { escapeMarkdown } from "../../markdown/excerpt.ts";
import { useAt } from "../../terms/features/at.ts";
import type { Hover } from "../../workspace/answers.ts";
import { type AdrTarget, adrName, recordTarget, successorsOf } from "../index/adrs.ts";
import { targetAt } from "../index/positions.ts";
import type { AdrTermsPage, AdrTermsView, AdrView } from "../index/view.ts";
import { adrAt } from "./at.ts";

/** So many decisions of one number are listed. */
const MOST = 8;

/** The hover over `ADR-0043` or a link to its page: its state, and what was decided. */
export function adrHover(snapshot: AdrTermsView, page: AdrTermsPage, offset: number): Hover | undefined {
  const at = adrAt(snapshot, page, offset);
  const [first, ...others] = at?.targets ?? [];
  if (!at || !first) return undefined;
  // Where one decision is meant, the way to the one that holds instead is part of the answer.
  const after =
    others.length === 0 ? successorsOf(first, snapshot.adrs, snapshot.links).map(recordTarget) : [];
  const sources = [...at.targets, ...after]
    .slice(0, MOST)
    .filter(({ path }) => path !== page.path)
    .map((target) => ({ label: target.name, path: target.path, span: targetAt(snapshot, target) }));
  const word = kindMarkdown(snapshot, page, offset);
  if (others.length === 0) {
    return { span: at.span, markdown: `${decisionMarkdown(first, snapshot)}${word}`, sources };
  }
  const list = at.targets.slice(0, MOST).map(({ name, path, record }) => {
    const status = record?.status ? ` · *${escapeMarkdown(record.status.text)}*` : "";
    return `- **${escapeMarkdown(name)}**${status} in ${escapeMarkdown(path)}`;
  });
  const written = escapeMarkdown(page.text.slice(at.span.start, at.span.end));
  const head = `**${written}** is the number of ${at.targets.length} decisions:`;
  return { span: at.span, markdown: `${head}\n\n${list.join("\n")}${word}`, sources };
}

/** On the letters of `ADR-0043`: what an ADR is, if the glossary says so. */
function kindMarkdown(snapshot: AdrTermsView, page: AdrTermsPage, offset: number): string {
  const [term] = useAt(snapshot, page, offset)?.terms ?? [];
  if (!term?.summary) return "";
  const names = [term.name, ...term.aliases].map(escapeMarkdown);
  return `\n\n---\n\n**${names[0]}**${names.length > 1 ? ` (${names.slice(1).join(", ")})` : ""}: ${escapeMarkdown(term.summary)}`;
}

/** A decision on a few lines: title, state and date, what was decided, what holds instead. */
export function decisionMarkdown(target: AdrTarget, snapshot: AdrView): string {
  const { name, path, record, entry } = target;
  const parts = [`**${escapeMarkdown(name)}**`];
  if (!record)
    return entry ? [...parts, `*Recorded in ${escapeMarkdown(path)}*`].join("\n\n") : parts.join("");
  const state = [
    record.status && `*${escapeMarkdown(record.status.text)}*`,
    record.date && escapeMarkdown(record.date),
  ];
  if (state.some(Boolean)) parts[0] += `  \n${state.filter(Boolean).join(" · ")}`;
  if (record.decision) parts.push(escapeMarkdown(record.decision));
  const names = successorsOf(target, snapshot.adrs, snapshot.links).map((one) =>
    escapeMarkdown(adrName(one.record)),
  );
  if (names.length > 0) parts.push(`⚠ Superseded by ${names.join(", ")}`);
  return parts.join("\n\n");
}
