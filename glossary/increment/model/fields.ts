/** `**Satisfies ACs**: AC-US1-01, AC-US1-02`: the fields of tasks, stories and criteria. */
import { patternOf } from "../../languages/merge.ts";
import type { Field } from "../../markdown/facts.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import { shift } from "../../text/span.ts";
import { type IncrementId, idsIn, movedId, type WrittenId } from "./ids.ts";
import type { FieldKind, IncrementField } from "./model.ts";
import { isBlank } from "./putOff.ts";
import { startingIn } from "./sorted.ts";

const KINDS: readonly (readonly [FieldKind, RegExp])[] = [
  ["story", /^(?:linked |related )?(?:user )?stor(?:y|ies)(?: ids?)?$|^us(?:-ids?)?$/],
  [
    "criteria",
    /^(?:satisfies|satisfied|linked|related|covers|implements)?(?: ?acs?| ?acceptance criteria| ?ac[- ]ids?)(?: (?:covered|satisfied|ids?|mapping))?$|^satisfies$|^covers$/,
  ],
  ["references", /^(?:references?|refs?|traceability|requirements?)$/],
  ["status", /^(?:task )?status$/],
  [
    "test",
    /^(?:tests?|test plan|test cases?|testing|test strategy|bdd|validation|verification)(?: \([^)]*\))?$/,
  ],
  ["dependencies", /^(?:dependenc(?:y|ies)|depends(?: on)?|blocked by|requires|prerequisites?|prereqs?)$/],
  ["priority", /^priority$/],
  ["project", /^projects?$/],
  ["role", /^as an?$/],
  ["want", /^i (?:want|need|can)(?: to)?$/],
  ["benefit", /^so that$/],
];

const known = new Map<string, FieldKind | undefined>();

/** What a label names; `undefined` for any other. Labels are few, so each is looked at once. */
export function kindOfLabel(label: string): FieldKind | undefined {
  const before = known.get(label);
  if (before !== undefined || known.has(label)) return before;
  const bare = label.toLowerCase().trim();
  const kind = KINDS.find(([, pattern]) => pattern.test(bare))?.[0];
  if (known.size < 500) known.set(ownCopy(label), kind);
  return kind;
}

const LEADING: ReadonlySet<FieldKind> = new Set(["story", "criteria", "references", "dependencies", "test"]);
const WANTED: Partial<Record<FieldKind, IncrementId["kind"]>> = {
  story: "story",
  criteria: "criterion",
  dependencies: "task",
};
const CANONICAL: Partial<Record<FieldKind, RegExp>> = {
  story: /^US-(?:[A-Z]{2,8}-)?\d{3,}E?$/,
  criteria: /^AC-US\d+E?-\d{2,}$/,
  dependencies: /^T-\d{3,}E?$/,
};

/** `All`, `All ACs (validation)`; not `All commands succeed`. */
const NOTHING = new RegExp(
  `^(?:n\\/?a\\b|none\\b|no\\b|${patternOf(({ increment }) => increment?.none)}|-$|–$|—$|$)`,
  "i",
);
const ALL = /^\(?all\b(?:\s*(?:$|[(,.;:])|[^\r\n]{0,60}\b(?:acs?|ac-ids?|criteria|stories|US-?\d))/i;

/** How much of a value is kept. */
const MOST_TEXT = 160;

const NONE: readonly never[] = [];

/** Reads a field; `undefined` for one whose label means nothing here. `number` is that of the increment, `mentions` are the ids of the page. */
export function readField(
  field: Field,
  text: string,
  number: number | undefined,
  mentions: readonly WrittenId[],
): IncrementField | undefined {
  const { label, labelSpan, span, value } = field;
  const kind = kindOfLabel(label);
  if (!kind) return undefined;
  const whole = text.slice(value.start, value.end);
  const ids = !LEADING.has(kind)
    ? NONE
    : kind === "dependencies"
      ? idsIn(text, value, number, true)
      : startingIn(mentions, value);
  const all = kind === "criteria" && ALL.test(whole);
  return {
    kind,
    label: ownCopy(label),
    labelSpan,
    span,
    value,
    text: ownCopy(whole.slice(0, MOST_TEXT)),
    ids,
    keys: ids.length === 0 ? NONE : expand(text, ids),
    all,
    none: NOTHING.test(whole) || (kind === "test" && isBlank(whole)),
    canonical: isCanonical(kind, whole, value.start, ids),
  };
}

/** The same `by` UTF-16 units further on. */
export function movedField(field: IncrementField, by: number): IncrementField {
  const { labelSpan, span, value, ids } = field;
  return {
    ...field,
    labelSpan: shift(labelSpan, by),
    span: shift(span, by),
    value: shift(value, by),
    ids: ids.length === 0 ? ids : ids.map((id) => movedId(id, by)),
  };
}

function isCanonical(kind: FieldKind, whole: string, start: number, ids: readonly WrittenId[]): boolean {
  const pattern = CANONICAL[kind];
  if (!pattern) return true;
  if (ids.length === 0) return false;
  let at = 0;
  for (const { text, kind: one, span } of ids) {
    if (one !== WANTED[kind] || !pattern.test(text)) return false;
    if (!/^(?:,?[ \t]*)$/.test(whole.slice(at, span.start - start))) return false;
    at = span.end - start;
  }
  return whole.slice(at).trim() === "";
}

const RANGE = new RegExp(
  `^[ \\t]*(?:${patternOf(({ increment }) => increment?.through)}|\\.{2,3}|–|—|-|→)[ \\t]*$`,
  "i",
);
/** The end of a range without what both ends share: `AC-US1-01..06`. */
const SHORT_END = /^(?:\.{2,3}|[–—]|[ \t]+(?:through|thru)[ \t]+)(\d{1,3})(?![\w-])/i;
const MOST = 200;

/** Keys of ids, with those between the ends of ranges. */
export function expand(text: string, ids: readonly WrittenId[]): string[] {
  const keys = new Set<string>();
  for (const [i, { key, span }] of ids.entries()) {
    const before = ids[i - 1];
    if (before && RANGE.test(text.slice(before.span.end, Math.min(span.start, before.span.end + 20))))
      for (const one of between(before.key, key)) keys.add(one);
    keys.add(key);
    const last = SHORT_END.exec(text.slice(span.end, span.end + 20))?.[1];
    if (last === undefined) continue;
    const end = key.replace(/\d+$/, String(Number(last)));
    for (const one of [...between(key, end), end]) keys.add(one);
  }
  return [...keys];
}

/** The criteria that an id may mean which ends with two numbers, `AC-US2-01-03`; none where it can be no range. */
export function criteriaOfRange(key: string): string[] {
  const [, stem, first, last] = /^(AC-(?:[A-Z]{2,8}-)?US\w+-)(\d+)-(\d+)$/.exec(key) ?? [];
  if (stem === undefined || Number(last) <= Number(first)) return [];
  const [from, to] = [`${stem}${first}`, `${stem}${last}`];
  return [from, ...between(from, to), to];
}

/** The keys between two that differ in their last number alone. */
function between(from: string, to: string): string[] {
  const a = /^(.*?)(\d+)$/.exec(from);
  const b = /^(.*?)(\d+)$/.exec(to);
  if (!a || !b || a[1] !== b[1]) return [];
  const first = Number(a[2]) + 1;
  const last = Number(b[2]);
  if (last - first > MOST) return [];
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => `${a[1]}${first + i}`);
}
