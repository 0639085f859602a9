/** What `openspec validate --strict` of version 1.13.2 says of a specification in force. */

import type { Span } from "../../../text/span.ts";
import { isNormative } from "./body.ts";
import { flawOfPurpose, type MainSpec } from "./mainSpec.ts";

export type FlawKind =
  | "no-purpose"
  | "no-requirements"
  | "no-requirement"
  | "delta-heading"
  | "outside"
  | "twice"
  | "no-scenario"
  | "no-text"
  | "not-normative"
  | "placeholder"
  | "short-purpose";

export interface SpecFlaw {
  readonly kind: FlawKind;
  readonly span: Span;
  /** Of the requirement; "" where it is about none. */
  readonly name: string;
  /** False for what only strict validation rejects. */
  readonly isError: boolean;
  /** Where the name stands first, of `twice`. */
  readonly first?: Span;
  /** The index of the line that it is about. */
  readonly line: number;
}

/** What is wrong with a specification, by place. */
export function flawsOf(spec: MainSpec): SpecFlaw[] {
  const { purpose, requirements, children, deltas, outside, twice, blocks, lines } = spec;
  const start = lines[0]?.start ?? 0;
  const top = { start, end: Math.max(start, lines[0]?.end ?? 0) };
  const flaw = (kind: FlawKind, span: Span, line: number, name = "", isError = true): SpecFlaw => ({
    kind,
    span,
    line,
    name,
    isError,
  });
  const found: SpecFlaw[] = [];
  if (!purpose) found.push(flaw("no-purpose", top, 0));
  else if (purpose.text === "") found.push(flaw("no-purpose", purpose.heading.span, purpose.heading.line));
  if (!requirements) found.push(flaw("no-requirements", top, 0));
  else if (children.length === 0) found.push(flaw("no-requirement", requirements.span, requirements.line));
  for (const one of deltas) found.push(flaw("delta-heading", one.span, one.line, one.name));
  for (const one of outside) found.push(flaw("outside", one.span, one.line, one.name));
  for (const { again, first } of twice)
    found.push({ ...flaw("twice", again.span, again.line, again.name), first: first.span });
  for (const { heading, scenarios } of children)
    if (scenarios === 0) found.push(flaw("no-scenario", heading.span, heading.line, heading.name));
  for (const { text, name, span, line } of blocks) {
    if (text === "") found.push(flaw("no-text", span, line, name));
    else if (!isNormative(text)) found.push(flaw("not-normative", span, line, name, false));
  }
  const said = flawOfPurpose(spec);
  if (purpose && purpose.text !== "" && said)
    found.push(
      flaw(said === "short" ? "short-purpose" : "placeholder", purpose.span, purpose.heading.line, "", false),
    );
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** A flaw in words, for what cannot be shown at its place. */
export function flawText({ kind, name }: SpecFlaw): string {
  const texts: Readonly<Record<FlawKind, string>> = {
    "no-purpose": "it has no Purpose",
    "no-requirements": "it has no section Requirements",
    "no-requirement": "it has no requirement",
    "delta-heading": `it has a section “${name}”`,
    outside: `“${name}” stands outside of its Requirements`,
    twice: `it has “${name}” twice`,
    "no-scenario": `“${name}” has no scenario`,
    "no-text": `“${name}” has no text`,
    "not-normative": `“${name}” has neither SHALL nor MUST`,
    placeholder: "its Purpose is a placeholder",
    "short-purpose": "its Purpose is too short",
  };
  return texts[kind];
}
