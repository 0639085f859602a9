/** Completes glossary links after `[`, addresses inside `](`, and names of terms in prose. */
import { isContextive } from "../domain/glossaryFolder.ts";
import { admits } from "../domain/scope.ts";
import type { Term } from "../domain/term.ts";
import type { Code } from "../markdown/facts.ts";
import { type Span, touches } from "../text/span.ts";
import { linkStyle, termLink } from "../workspace/termLink.ts";
import type { ReadPage, Snapshot } from "../workspace/workspace.ts";

export interface Completion {
  readonly kind: "link" | "address" | "name";
  /** The term's id, for `describe`. */
  readonly term: string;
  readonly label: string;
  readonly detail: string;
  /** What the typed text is compared with. */
  readonly filter: string;
  readonly replace: Span;
  readonly text: string;
}

interface Place {
  readonly kind: Completion["kind"];
  readonly replace: Span;
  /** In prose: what has been typed of the name so far. */
  readonly typed: string;
}

/**
 * The completions at an offset; empty in code, HTML and front matter. `invoked`: the user asked for them;
 * while typing, names in prose are not offered.
 */
export function completion(
  snapshot: Snapshot,
  page: ReadPage,
  offset: number,
  invoked: boolean,
): Completion[] {
  if (isContextive(page.path)) return [];
  const place = placeAt(page, offset);
  if (!place || (place.kind === "name" && !invoked)) return [];
  const style = linkStyle(snapshot, page);
  const found: Completion[] = [];
  for (const term of snapshot.glossary.terms.values()) {
    if (!admits(term.scope, page.path)) continue;
    const address = place.kind === "name" ? "" : termLink(snapshot, page.path, term, style);
    if (address === undefined) continue;
    for (const name of [term.name, ...term.aliases]) {
      if (place.kind === "address" && name !== term.name) continue;
      const filter = place.kind === "address" ? [address, term.name, ...term.aliases].join(" ") : name;
      const detail =
        name === term.name ? term.category : `${term.name}${term.category ? ` · ${term.category}` : ""}`;
      const text =
        place.kind === "link"
          ? `[${bracketed(name)}](${address})`
          : place.kind === "address"
            ? address
            : name;
      const label = place.kind === "address" ? address : name;
      const typed = place.kind === "link" ? `[${filter}` : filter;
      found.push({
        kind: place.kind,
        term: term.id,
        label,
        detail,
        filter: typed,
        replace: place.replace,
        text,
      });
    }
  }
  return found;
}

/** A link text in which brackets do not end it. */
function bracketed(name: string): string {
  return name.replace(/[[\]\\]/g, "\\$&");
}

function placeAt({ text, facts, matter }: ReadPage, offset: number): Place | undefined {
  const within = (spans: readonly Span[]) => spans.some((span) => span.start < offset && offset < span.end);
  if (matter.span && offset <= matter.span.end) return undefined;
  if (facts.codes.some((code) => inCode(text, code, offset))) return undefined;
  if (within([...facts.codeSpans, ...[...facts.html, ...facts.boxes].map(({ span }) => span)]))
    return undefined;

  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + 500))?.[0] ?? "";
  const address = /\]\(([^()\s<>]*)$/.exec(before);
  if (address) {
    const end = offset + (/^[^()\s<>]*/.exec(rest)?.[0].length ?? 0);
    return { kind: "address", replace: { start: offset - (address[1] as string).length, end }, typed: "" };
  }
  const open = openBracket(before);
  if (open !== undefined) {
    // An address that is there already belongs to the link text being replaced: `[ad|](…)` stays as it is.
    if (/^[^[\]]*\]\(/.test(rest)) return undefined;
    if (/^[ xX~\-/>]\](?:\s|$)/.test(rest) && ITEM.test(before.slice(0, open))) return undefined;
    const end = offset + (rest.startsWith("]") ? 1 : 0);
    return { kind: "link", replace: { start: lineStart + open, end }, typed: "" };
  }
  const taken = facts.links.some(
    ({ span, kind }) =>
      span.start < offset && (offset < span.end || (kind === "autolink" && offset === span.end)),
  );
  if (taken || facts.definitions.some(({ span }) => touches(span, offset))) return undefined;
  const typed = /[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? "";
  return { kind: "name", replace: { start: offset - typed.length, end: offset }, typed };
}

/** Code goes on after its last character: to the end of its line, or of the text where a fence is not closed. */
function inCode(text: string, { span, fenced, closed }: Code, offset: number): boolean {
  if (offset <= span.start) return false;
  if (offset < span.end || !closed) return text.slice(span.end, offset).trim() === "";
  return !fenced && !/[\r\n]/.test(text.slice(span.end, offset));
}

/** All that stands before a task box. */
const ITEM = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+$/;

/** The offset in the line of a `[` that is still open; not one of a task box, an image or `\[`. */
function openBracket(before: string): number | undefined {
  const at = before.lastIndexOf("[");
  if (at < 0 || before.slice(at).includes("]") || /[!\\]$/.test(before.slice(0, at))) return undefined;
  const typed = before.slice(at + 1);
  if (typed.length > 60 || (/^[ xX]?$/.test(typed) && ITEM.test(before.slice(0, at)) && typed !== ""))
    return undefined;
  return at;
}

/** The term behind a completion; `undefined` when it has gone since. */
export function completedTerm(snapshot: Snapshot, id: string): Term | undefined {
  return snapshot.glossary.terms.get(id);
}
