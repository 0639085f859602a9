/** Links that become what they show. */
import type { PageLink } from "../exports.ts";
import type { FileChange } from "../fileChange.ts";
import type { ReadPage } from "../workspace.ts";

/** Leaves the text of each link; of links that share a definition all are to be given, or the rest loses it. */
export function withoutLinks(
  { path, text }: Pick<ReadPage, "path" | "text">,
  links: readonly PageLink[],
): FileChange {
  const edits = links.map((one) => ({ span: one.span, text: text.slice(one.text.start, one.text.end) }));
  return { kind: "edit", path, edits };
}
