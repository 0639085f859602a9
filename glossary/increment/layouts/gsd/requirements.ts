/** `REQUIREMENTS.md`: `- [ ] **AUTH-01**: Users sign in`, and the table that says which phase each is for. */

import type { Facts, Heading } from "../../../markdown/facts.ts";
import { lineEnd } from "../../../text/lines.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { Span } from "../../../text/span.ts";
import type { Criterion, MatrixRow } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import { isBlank, isOutside, isPutOff } from "../../model/putOff.ts";
import type { IncrementSource } from "../../model/source.ts";
import { stateOfBox } from "../../model/state.ts";
import { phaseId, phasesIn, requirementId, requirementsIn } from "./ids.ts";

/** In front of the words of an item: `**AUTH-01**:`, `**AUTH-01:**`, `AUTH-01 —`, `~~**AUTH-01**`. */
const HEAD = /^(~~)?(\*\*|__|`)?\[?([A-Z][A-Za-z0-9-]{0,60}-\d{1,4}[a-z]?)\]?(?![\w-])(\*\*|__|`)?/;
/** Sections of what is not for now: the template has `v2 Requirements` and `Out of Scope`. */
const LATER =
  /^[^\p{L}\d]*(?:v(?:[2-9]|1\.[1-9x])|future|later|deferred|backlog|post-|nice[ -]to|icebox|dropped|descoped|removed|superseded|validated|previous|completed|shipped|archived)/iu;
/** Words of a row of the table for what no phase is expected to do. */
const OFF =
  /\b(?:deferred|dropped|descoped|out of scope|removed|obsolete|superseded|cancelled|canceled|retired|backlog|future|v2|n\/a|not applicable|won't)\b/i;

interface Row extends MatrixRow {
  /** True where it says that the requirement is not for now. */
  readonly isOff: boolean;
}

/** The requirements of a page, in order, and the rows of its table. */
export function requirementsOf(source: IncrementSource): {
  readonly criteria: Criterion[];
  readonly matrix: Row[];
} {
  const { text, facts } = source;
  const matrix = rowsOf(facts, text);
  const off = new Set(matrix.flatMap(({ criteria, isOff }) => (isOff ? criteria : [])));
  const later = sectionsOf(facts.headings, text.length);
  const found = facts.items.flatMap((item): Criterion[] => {
    if (!item.lead || item.depth > 0) return [];
    const { start } = item.lead;
    const end = start + text.slice(start, Math.min(item.lead.end, lineEnd(text, start))).trimEnd().length;
    const match = HEAD.exec(text.slice(start, end));
    if (!match) return [];
    const [all, struck = "", mark = "", name = ""] = match;
    const at = start + struck.length + mark.length + (all.includes("[") ? 1 : 0);
    const idSpan = { start: at, end: at + name.length };
    const [known] = requirementsIn(name, { start: 0, end: name.length });
    if (known?.text !== name) return [];
    const box = boxOf(facts, item);
    const id = requirementId(name, idSpan);
    const title = titleIn(text, { start: start + all.length, end });
    const words = text.slice(title.start, title.end);
    const isLater = later.some((one) => one.start <= start && start < one.end);
    return [
      {
        id,
        title: ownCopy(words),
        nameSpan: { start, end },
        titleSpan: title,
        span: item.span,
        form: "item",
        depth: 0,
        flaws: NOTHING,
        standing: "definition",
        putOff: isLater || off.has(id.key) || isPutOff(struck, words) || isBlank(words),
        // Outside of the version at hand there are no boxes.
        state: box && stateOfBox(box.state, box.span),
        story: undefined,
        under: undefined,
        fields: NOTHING,
      },
    ];
  });
  return { criteria: standing(found), matrix };
}

/** What has a box counts, and of several the first one; what has none is said again. */
function standing(found: readonly Criterion[]): Criterion[] {
  const first = new Map<string, Criterion>();
  for (const one of found) {
    const known = first.get(one.id.key);
    if (!known || (!known.state && one.state)) first.set(one.id.key, one);
  }
  return found.map((one) => {
    const known = first.get(one.id.key);
    if (known === one) return one;
    const isAgain = one.state && !one.putOff && known?.state && !known.putOff;
    return { ...one, standing: isAgain ? "duplicate" : "note" };
  });
}

/** The words behind an id, without what closes it. */
function titleIn(text: string, { start, end }: Span): Span {
  const before = /^(?:[ \t]*(?:\*\*|__))?[ \t]*[:：—–-]?(?:\*\*|__)?[ \t]*/.exec(text.slice(start, end));
  return { start: Math.min(end, start + (before?.[0].length ?? 0)), end };
}

/** The sections of what is not for now, with those below them. */
function sectionsOf(headings: readonly Heading[], length: number): Span[] {
  return headings.flatMap(({ text, depth, span }, i): Span[] => {
    if (depth < 2 || !(LATER.test(text) || isOutside(text))) return [];
    const next = headings.slice(i + 1).find((one) => one.depth <= depth);
    return [{ start: span.start, end: next?.span.start ?? length }];
  });
}

/** Rows that begin with requirements: `| AUTH-01 | Phase 1 | Pending |`. */
function rowsOf({ tables }: Facts, text: string): Row[] {
  return tables.flatMap(({ rows }) =>
    rows.flatMap((cells): Row[] => {
      const [first, second] = cells;
      const last = cells.at(-1);
      if (!first || !second || !last) return [];
      const criteria = requirementsIn(text, first).map(({ key }) => key);
      if (criteria.length === 0) return [];
      const tasks = phasesOfCell(text, second);
      const rest = { start: second.start, end: last.end };
      return [
        {
          span: { start: first.start, end: last.end },
          criteria,
          tasks: tasks.map(({ key }) => key),
          tests: NOTHING,
          isOff: OFF.test(text.slice(rest.start, rest.end)),
          // Phases of earlier milestones leave the roadmap.
          excused: tasks.length > 0,
        },
      ];
    }),
  );
}

/** `Phase 1`, or `1` alone. */
function phasesOfCell(text: string, { start, end }: Span) {
  const found = phasesIn(text, { start, end });
  if (found.length > 0) return found;
  const number = /^\s*(\d{1,4}[A-Z]?(?:\.\d{1,3}){0,3})\s*$/.exec(text.slice(start, end))?.[1];
  return number === undefined ? [] : [phaseId(number, number, { start, end })];
}

const NOTHING: readonly never[] = [];
