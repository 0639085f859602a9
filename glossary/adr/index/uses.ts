/** Where a record is referred to. */
import { basename, stem } from "../../text/paths.ts";
import { firstFrom, overlaps, type Span } from "../../text/span.ts";
import type { Use } from "../../workspace/answers.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { resolveNumber, slugOf } from "./adrs.ts";
import type { AdrView, Page } from "./view.ts";

export interface AdrUse extends Use {
  /** A link's address, a number, or both in one. */
  readonly kind: "link" | "number";
}

/** All links to a record, and all numbers that mean it and no other, by page. */
export function usesOf(snapshot: AdrView, path: string): AdrUse[] {
  const { adrs, links, pages } = snapshot;
  const key = adrs.records.get(path)?.id?.key;
  const name = slugOf(path) === stem(path) ? stem(path) : basename(path.slice(0, path.lastIndexOf("/")));
  const found: AdrUse[] = [];
  for (const [from, { exports }] of pages) {
    if (from === path) continue;
    const linked: Span[] = [];
    for (const { url, span } of exports.links) {
      // Most addresses name another file: those need not be resolved.
      if (!url.includes(name)) continue;
      const target = resolveLink(links, from, url);
      if (target.kind !== "page" || target.path !== path) continue;
      linked.push(span);
      found.push({ path: from, span, defines: false, kind: "link" });
    }
    for (const mention of exports.adr.mentions) {
      if (
        mention.key !== key ||
        linked.some(({ start, end }) => start <= mention.span.start && mention.span.end <= end)
      )
        continue;
      const numbered = resolveNumber(adrs, from, mention.key);
      // Nothing supersedes itself: of two with one number the other one is meant.
      const targets = isInRelation(exports, mention.span)
        ? numbered.filter((one) => one.path !== from)
        : numbered;
      if (targets.length === 1 && targets[0]?.path === path)
        found.push({ path: from, span: mention.span, defines: false, kind: "number" });
    }
  }
  // Within a page they are in order already, links first.
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function isInRelation({ adr }: Page["exports"], span: Span): boolean {
  return adr.record?.relations.some((one) => overlaps(one.span, span)) ?? false;
}

/** True for what is part of `ADR-0043`, a number which says nothing of what an ADR is, and of a record's status. */
export function isOfAdr({ exports }: Page, span: Span): boolean {
  const { mentions, record } = exports.adr;
  const before = mentions[firstFrom(mentions, span.start + 1) - 1];
  if (before !== undefined && overlaps(before.span, span)) return true;
  const status = record?.status;
  return status !== undefined && status.place !== "sidecar" && overlaps(status.span, span);
}
