/** Rows of `| Term | Use When | Don't Use When |`: what they say is attached to the term they name. */

import { patternOf } from "../../languages/merge.ts";
import { plainText } from "../../markdown/excerpt.ts";
import { type Entry, parseNames } from "../model/term.ts";
import { makeEntry, type SourcePage } from "./source.ts";

const TERM = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.usage?.term)})$`, "i");
const USE = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.usage?.use)})$`, "i");
const AVOID = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.usage?.avoid)})$`, "i");

/** One entry a row. A table needs the term column and at least one of the other two. */
export function usageRows(page: SourcePage, category: string): Entry[] {
  const { text, facts } = page;
  return facts.tables.flatMap(({ rows: [header, ...rows] }) => {
    const heads = (header ?? []).map((cell) => plainText(text, facts, cell));
    const term = heads.findIndex((head) => TERM.test(head));
    const use = heads.findIndex((head) => USE.test(head));
    const avoid = heads.findIndex((head) => AVOID.test(head));
    if (term < 0 || (use < 0 && avoid < 0)) return [];
    return rows.flatMap((cells): Entry[] => {
      const cell = cells[term];
      const title = cell ? plainText(text, facts, cell) : "";
      const names = parseNames(title);
      if (!cell || names.length === 0) return [];
      const cellText = (column: number) => {
        const span = cells[column];
        return span ? plainText(text, facts, span) : "";
      };
      return [
        makeEntry(page, "usage", {
          span: { start: cell.start, end: cells.at(-1)?.end ?? cell.end },
          nameSpan: cell,
          title,
          names,
          category,
          useWhen: cellText(use),
          avoidWhen: cellText(avoid),
        }),
      ];
    });
  });
}
