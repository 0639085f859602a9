/**
 * Ids of requirements, phases and plans. `AUTH-01` is a requirement: the tool compares its letters and digits, so `AUTH-1` is
 * another one. `Phase 2.1` is a task, and `02.1-03` its third plan; zeros in front mean nothing there.
 */

import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { IncrementId, WrittenId } from "../../model/ids.ts";

const CRITERION = "AC-";
const TASK = "T-";
const PHASE = "Phase ";

/** `AUTH-01`, `OBS-v2-01`, `UI-POLISH-01`; `D-01` is a decision about a phase. */
const REQUIREMENT = "(?!D-\\d)[A-Z][A-Z0-9]{0,15}(?:-[A-Za-z][A-Za-z0-9]{0,15}){0,3}-\\d{1,4}[a-z]?";
const BEHIND = "(?![\\w]|-[A-Za-z\\d])";
const WHOLE = new RegExp(`^${REQUIREMENT}$`);
/** Standards and ciphers are called alike: `SHA-256`, `UTF-8`. */
const REQUIREMENTS = new RegExp(
  `(?<![\\w./-])(?!(?:UTF|SHA|ISO|RFC|AES|CVE|GPT|WCAG|ECMA|MD|EN|IEC|HTTP)-\\d)${REQUIREMENT}${BEHIND}`,
  "g",
);
const NUMBER = "\\d{1,4}[A-Z]?(?:\\.\\d{1,3}){0,3}";
const PHASES = new RegExp(`(?<![\\w/-])Phase[ \\t]+(${NUMBER})(?![\\w]|\\.\\d)`, "gi");
const PLAN = new RegExp(`^(${NUMBER})-(\\d{1,3})$`, "i");

/** A requirement. */
export function requirementId(text: string, span: Span): WrittenId {
  return { kind: "criterion", key: requirementKey(text), text: ownCopy(text), span };
}

export function requirementKey(text: string): string {
  return `${CRITERION}${text.toUpperCase()}`;
}

/** A phase by its number: `2.1`. */
export function phaseId(number: string, text: string, span: Span): WrittenId {
  return { kind: "task", key: phaseKey(number), text: ownCopy(text), span };
}

export function phaseKey(number: string): string {
  return `${TASK}${plain(number)}`;
}

/** A plan: `02.1-03`; `undefined` for any other text. */
export function planId(text: string, span: Span): WrittenId | undefined {
  const [, phase = "", plan = ""] = PLAN.exec(text) ?? [];
  return plan === ""
    ? undefined
    : { kind: "task", key: `${phaseKey(phase)}-${plain(plan)}`, text: ownCopy(text), span };
}

/** The key of the phase that a plan belongs to; that of a phase itself. */
export function phaseOf(key: string): string {
  return key.replace(/^(T-[^-]+)-.*$/, "$1");
}

/** Requirements that a piece of text names, in order. */
export function requirementsIn(text: string, { start, end }: Span): WrittenId[] {
  return [...text.slice(start, end).matchAll(REQUIREMENTS)].map(({ 0: all, index }) =>
    requirementId(all, { start: start + index, end: start + index + all.length }),
  );
}

/** Phases that a piece of text names, in order. */
export function phasesIn(text: string, { start, end }: Span): WrittenId[] {
  return [...text.slice(start, end).matchAll(PHASES)].map(({ 0: all, 1: number = "", index }) =>
    phaseId(number, all, { start: start + index, end: start + index + all.length }),
  );
}

/** More than any category has; a range beyond says nothing. */
const MOST = 200;
const TO = /^[ \t]*(?:through|thru|to|until|\.{2,3}|–|—|→)[ \t]*$/i;

/** Keys of the requirements that a value means: those between two, as well: `AUTH-01 through AUTH-04`. */
export function requirementKeys(text: string, ids: readonly WrittenId[]): string[] {
  const found = new Set<string>();
  for (const [i, id] of ids.entries()) {
    found.add(id.key);
    const next = ids[i + 1];
    if (!next || !TO.test(text.slice(id.span.end, next.span.start))) continue;
    const [, stem = "", from = ""] = /^(.*-)(\d+)$/.exec(id.text) ?? [];
    const [, other = "", until = ""] = /^(.*-)(\d+)$/.exec(next.text) ?? [];
    if (stem === "" || stem !== other) continue;
    for (let n = Number(from); n <= Number(until) && n - Number(from) < MOST; n++)
      found.add(requirementKey(`${stem}${String(n).padStart(from.length, "0")}`));
  }
  return [...found];
}

/** A key as it is written: `AUTH-01`, `Phase 2.1`, `02.1-03`. */
export function textOf(key: string): string {
  if (key.startsWith(CRITERION)) return key.slice(CRITERION.length);
  const [, phase = "", plan] = /^T-([^-]+)(?:-(.+))?$/.exec(key) ?? [];
  return plan === undefined ? `${PHASE}${phase}` : `${padded(phase)}-${padded(plan)}`;
}

/** What somebody has typed as the new id of a requirement; `undefined` for anything else: the tool itself numbers phases. */
export function idOf(typed: string, kind: IncrementId["kind"]): IncrementId | undefined {
  return kind === "criterion" && WHOLE.test(typed)
    ? { kind, key: requirementKey(typed), text: typed }
    : undefined;
}

/** With two digits, as in names of folders and plans: `02.1`. */
export function padded(number: string): string {
  return number.replace(/^\d+/, (digits) => digits.padStart(2, "0"));
}

function plain(number: string): string {
  return number.toUpperCase().replace(/(^|\.)0+(?=\d)/g, "$1");
}
