/** Classes of Python, which end where the indentation does. */

export interface Block {
  readonly name: string;
  /** What stands in the brackets behind the name. */
  readonly bases: string;
  readonly start: number;
  /** Behind the colon. */
  readonly from: number;
  readonly end: number;
}

const CLASS = /^([ \t]*)class[ \t]+(\w+)[ \t]*(?:\(([^()]{0,500})\))?[ \t]*:/gm;

/** A file with more is generated. */
const MOST = 1_000;

/** The classes of a text that stand in no other, in order. */
export function blocksIn(text: string): Block[] {
  const found: Block[] = [];
  for (const match of text.matchAll(CLASS)) {
    if (found.length >= MOST) break;
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const from = match.index + match[0].length;
    const width = (match[1] as string).length;
    const next = new RegExp(`\\n(?=[ \\t]{0,${Math.min(width, 40)}}[^\\s)\\]}])`).exec(text.slice(from));
    const end = next ? from + next.index + 1 : text.length;
    found.push({ name: match[2] as string, bases: match[3] ?? "", start: match.index, from, end });
  }
  return found;
}
