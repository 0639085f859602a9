/** The decision that is referred to at a place in a page. */

import { linkAt } from "../../terms/features/at.ts";
import { firstFrom, overlaps, type Span, touches } from "../../text/span.ts";
import { type AdrTarget, recordTarget, resolveNumber } from "../index/adrs.ts";
import type { AdrTermsPage, AdrTermsView, Page } from "../index/view.ts";

export interface AdrAt {
  readonly span: Span;
  /** What it may mean; empty for a number that no decision has. */
  readonly targets: readonly AdrTarget[];
  /** True for a link, false for a number in the text. */
  readonly link: boolean;
}

/** A link to a record, or `ADR-0043` anywhere but in a block of code. On its own page a decision is no reference. */
export function adrAt(snapshot: AdrTermsView, page: AdrTermsPage, offset: number): AdrAt | undefined {
  const link = linkAt(snapshot, page, offset);
  if (link?.target.kind === "page") {
    const record = snapshot.adrs.records.get(link.target.path);
    if (record && link.target.path !== page.path)
      return {
        span: link.link.span,
        targets: [recordTarget({ path: link.target.path, record })],
        link: true,
      };
  }
  const mention = page.exports.adr.mentions.find(({ span }) => touches(span, offset));
  if (!mention) return undefined;
  const targets = resolveNumber(snapshot.adrs, page.path, mention.key);
  if (targets.some(({ path, span }) => path === page.path && touches(span, offset))) return undefined;
  return { span: mention.span, targets, link: false };
}

/** True for what is part of `ADR-0043`, a number which says nothing of what an ADR is, and of a record's status. */
export function isOfAdr({ exports }: Page, span: Span): boolean {
  const { mentions, record } = exports.adr;
  const before = mentions[firstFrom(mentions, span.start + 1) - 1];
  if (before !== undefined && overlaps(before.span, span)) return true;
  const status = record?.status;
  return status !== undefined && status.place !== "sidecar" && overlaps(status.span, span);
}
