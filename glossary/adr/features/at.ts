/** The decision that is referred to at a place in a page. */

import { linkAt } from "../../terms/features/at.ts";
import { type Span, touches } from "../../text/span.ts";
import { type AdrTarget, recordTarget, resolveNumber } from "../index/adrs.ts";
import { targetAt } from "../index/positions.ts";
import type { AdrTermsPage, AdrTermsView } from "../index/view.ts";

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
  const isOwn = (one: AdrTarget) => one.path === page.path && touches(targetAt(snapshot, one), offset);
  if (targets.some(isOwn)) return undefined;
  return { span: mention.span, targets, link: false };
}
