/** Completes glossary links after `[`, addresses inside `](`, and names of terms in prose. */
import { isContextive } from "../domain/glossaryFolder.ts";
import { admits } from "../domain/scope.ts";
import type { Term } from "../domain/term.ts";
import type { Code } from "../markdown/facts.ts";
import { type Span, touches } from "../text/span.ts";
import { isConfiguration } from "../workspace/configuration.ts";
import type { Glossary } from "../workspace/glossary.ts";
import { linkStyle, termLink } from "../workspace/termLink.ts";
import type { ReadPage, Snapshot } from "../workspace/workspace.ts";

/** How many are offered at once. Where there are more, what has been typed decides: see `hasMore`. */
const MOST = 200;

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
  /** What has been typed of the name so far. */
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
  if (isContextive(page.path) || isConfiguration(page.path)) return [];
  const place = placeAt(page, offset);
  if (!place || (place.kind === "name" && !invoked)) return [];
  const style = linkStyle(snapshot, page);
  const named = namesOf(snapshot.glossary).filter(
    ({ term, name }) => admits(term.scope, page.path) && (place.kind !== "address" || name === term.name),
  );
  return (named.length > MOST ? nearest(named, place.typed) : named).flatMap(({ term, name }) => {
    const address = place.kind === "name" ? "" : termLink(snapshot, page.path, term, style);
    return address === undefined ? [] : toCompletion(place, term, name, address);
  });
}

/** True where not all terms are offered at once, so that more typing may bring others. */
export function hasMore({ glossary }: Snapshot): boolean {
  return namesOf(glossary).length > MOST;
}

function toCompletion({ kind, replace }: Place, term: Term, name: string, address: string): Completion {
  const filter = kind === "address" ? [address, term.name, ...term.aliases].join(" ") : name;
  const detail =
    name === term.name ? term.category : `${term.name}${term.category ? ` · ${term.category}` : ""}`;
  const link = `[${bracketed(name)}](${address})`;
  return {
    kind,
    term: term.id,
    label: kind === "address" ? address : name,
    detail,
    filter: kind === "link" ? `[${filter}` : filter,
    replace,
    text: kind === "link" ? link : kind === "address" ? address : name,
  };
}

interface Named {
  readonly term: Term;
  readonly name: string;
  /** The name in lower case. */
  readonly key: string;
}

const NAMES = new WeakMap<Glossary, readonly Named[]>();

/** Every name of every term. */
function namesOf(glossary: Glossary): readonly Named[] {
  const known = NAMES.get(glossary);
  if (known) return known;
  const named = [...glossary.terms.values()].flatMap((term) =>
    [term.name, ...term.aliases].map((name): Named => ({ term, name, key: name.toLowerCase() })),
  );
  NAMES.set(glossary, named);
  return named;
}

/** The names that fit best to what has been typed: as editors sort them, so that they find what they look for. */
function nearest(named: readonly Named[], typed: string): readonly Named[] {
  const wanted = typed.slice(typed.lastIndexOf("/") + 1).toLowerCase();
  if (wanted === "") return named.slice(0, MOST);
  const ranks: Named[][] = [[], [], [], []];
  for (const one of named) ranks[rank(one.key, wanted)]?.push(one);
  return ranks.flat().slice(0, MOST);
}

/** 0 where the name begins so, 1 where a word in it does, 2 where it holds it, 3 where it holds its letters, else 4. */
function rank(key: string, wanted: string): number {
  const at = key.indexOf(wanted);
  if (at === 0) return 0;
  if (at > 0) return key.includes(` ${wanted}`) || key.includes(`-${wanted}`) ? 1 : 2;
  let from = 0;
  for (const char of wanted) {
    from = key.indexOf(char, from) + 1;
    if (from === 0) return 4;
  }
  return 3;
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
    return {
      kind: "address",
      replace: { start: offset - (address[1] as string).length, end },
      typed: address[1] as string,
    };
  }
  const open = openBracket(before);
  if (open !== undefined) {
    // An address that is there already belongs to the link text being replaced: `[ad|](…)` stays as it is.
    if (/^[^[\]]*\]\(/.test(rest)) return undefined;
    if (/^[ xX~\-/>]\](?:\s|$)/.test(rest) && ITEM.test(before.slice(0, open))) return undefined;
    const end = offset + (rest.startsWith("]") ? 1 : 0);
    return { kind: "link", replace: { start: lineStart + open, end }, typed: before.slice(open + 1) };
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
