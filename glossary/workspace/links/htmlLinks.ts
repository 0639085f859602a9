/** Links that are written in HTML. */
import { bySection } from "../../markdown/bySection.ts";
import { type Span, shift } from "../../text/span.ts";

export interface HtmlLink {
  /** The opening tag. */
  readonly span: Span;
  /** The address as it is written. */
  readonly address: Span;
}

/** The longest tag that is read, in UTF-16 units. */
const ANCHOR = /<a\s[^<>]{1,400}>/gi;
const HREF = /\shref=["']([^"'\r\n]{1,200})["']/di;

/** With spaces in their place. */
function withoutComments(source: string): string {
  return source.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
}

/** The links of a page that are opening tags of HTML, with their addresses. */
export const htmlLinks = bySection<undefined, HtmlLink>(
  ({ text, facts }) => {
    if (!/href=/i.test(text)) return [];
    return facts.html.flatMap(({ span }) =>
      [...withoutComments(text.slice(span.start, span.end)).matchAll(ANCHOR)].flatMap(
        ({ 0: tag, index }): HtmlLink[] => {
          const [from, to] = HREF.exec(tag)?.indices?.[1] ?? [];
          if (from === undefined || to === undefined) return [];
          const start = span.start + index;
          return [
            {
              span: { start, end: start + tag.length },
              address: { start: start + from, end: start + to },
            },
          ];
        },
      ),
    );
  },
  ({ span, address }, by) => ({ span: shift(span, by), address: shift(address, by) }),
);
