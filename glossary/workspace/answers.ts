/** What the domains answer, in one shape each. Offsets are UTF-16 units from the start of a text. */
import type { Span } from "../text/span.ts";

/** What a hover shows. */
export interface Hover {
  readonly span: Span;
  /** Safe Markdown: no HTML, no images, no links into the workspace. */
  readonly markdown: string;
  /** The pages that the text is from, to be linked below it. */
  readonly sources: readonly { readonly label: string; readonly path: string; readonly span: Span }[];
}

/** Where something leads. */
export interface Destination {
  /** What was pointed at. */
  readonly origin: Span;
  readonly path: string;
  /** In the file at `path`. */
  readonly span: Span;
}
