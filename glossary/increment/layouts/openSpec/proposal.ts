/** What a proposal names: the capabilities that a change makes or modifies. */

import { ownCopy } from "../../../text/ownCopy.ts";
import { endsSection, headingAt, type Line, linesOf } from "./lines.ts";
import type { NamedCapability } from "./page.ts";

const LISTS = { "new capabilities": "new", "modified capabilities": "modified" } as const;

/** The capabilities in the lists *New Capabilities* and *Modified Capabilities*, in order. */
export function capabilitiesIn(text: string): NamedCapability[] {
  if (!/capabilities/i.test(text)) return [];
  const lines = linesOf(text);
  return lines.flatMap((_, i) => {
    const heading = headingAt(lines, i);
    const list = heading && LISTS[heading.name.toLowerCase() as keyof typeof LISTS];
    if (!heading || !list) return [];
    const found: NamedCapability[] = [];
    for (let at = i + 1; at < lines.length && !endsSection(lines[at] as Line, heading.depth); at++) {
      const one = nameIn(lines[at] as Line);
      if (one) found.push({ ...one, list });
    }
    return found;
  });
}

/** `- \`shop/checkout\`: what for`; in bold as well. */
function nameIn({ text, start, fenced }: Line) {
  const match = fenced ? null : /^ {0,3}[-*+][ \t]+(?:\*\*)?[`*]([^`*<>]{1,200})[`*]/.exec(text);
  const written = match?.[1]?.trim() ?? "";
  const name = written.replace(/^(?:openspec\/)?specs\//, "").replace(/\/spec\.md$|\/$/, "");
  if (!match || !/^[\w.-]+(?:\/[\w.-]+)*$/.test(name) || name.includes("..")) return undefined;
  const at = start + text.indexOf(name, match[0].indexOf(written));
  return { name: ownCopy(name), span: { start: at, end: at + name.length } };
}
