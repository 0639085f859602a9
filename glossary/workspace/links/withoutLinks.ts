/** Links that become what they show. */
import type { PageLink } from "../exports.ts";
import type { FileChange } from "../fileChange.ts";
import type { ReadPage } from "../workspace.ts";

/** Leaves the text of a link, and of all others that share its definition. */
export function withoutLinks(
  {
    path,
    text,
    exports,
  }: Pick<ReadPage, "path" | "text"> & { readonly exports: { readonly links: readonly PageLink[] } },
  { destination }: PageLink,
): FileChange {
  const shared = exports.links.filter((one) => one.destination.start === destination.start);
  const edits = shared.map((one) => ({ span: one.span, text: text.slice(one.text.start, one.text.end) }));
  return { kind: "edit", path, edits };
}
