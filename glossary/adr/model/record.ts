/** What other pages can know of an ADR page without its text. */
import type { Span } from "../../text/span.ts";
import { type AdrDocument, decisionText, meaningsOf, readAdr } from "./document.ts";
import { type AdrEntry, entriesOf } from "./entry.ts";
import { type AdrId, type Mention, mentionsIn } from "./id.ts";
import type { AdrKind } from "./recognise.ts";
import type { Relation } from "./relations.ts";
import type { AdrRole } from "./role.ts";
import type { AdrSource } from "./source.ts";
import type { AdrStatus } from "./status.ts";
import type { AdrStyle } from "./style.ts";
import { substance } from "./substance.ts";

export interface AdrRecord {
  readonly kind: AdrKind;
  /** What the settings said of the page when it was read. */
  readonly role: AdrRole | undefined;
  readonly id: AdrId | undefined;
  readonly title: string;
  readonly titleSpan: Span;
  /** True for a title that begins with the number of its file, and no sign behind it. */
  readonly plainNumber?: true | undefined;
  /** Where a line below the title goes; the start of the first line where it has to be before that. */
  readonly below: number;
  /** True where text follows there without an empty line. */
  readonly tight?: true | undefined;
  readonly status: AdrStatus | undefined;
  readonly date: string | undefined;
  readonly style: AdrStyle;
  readonly relations: readonly Relation[];
  /** What it has sections or labels for. */
  readonly meanings: readonly string[];
  /** The beginning of the decision, on one line. */
  readonly decision: string;
}

/** The ADR side of a page's exports. */
export interface AdrExports {
  readonly record: AdrRecord | undefined;
  /** What the page is a record of if those around it are records; see `isCandidate`. */
  readonly candidate?: AdrRecord | undefined;
  /** Decisions recorded within a page that is no record itself. */
  readonly entries: readonly AdrEntry[];
  /** `ADR-0043` anywhere but in code. */
  readonly mentions: readonly Mention[];
}

const NOTHING: AdrExports = { record: undefined, entries: [], mentions: [] };

/** Reads what a page exports of ADRs; cheap for the many pages that have nothing to do with them. */
export function readAdrExports(source: AdrSource): AdrExports {
  const document = readAdr(source);
  const read = document && recordOf(document, source.role);
  const [record, candidate] = read?.kind === "candidate" ? [undefined, read] : [read, undefined];
  const entries = document?.kind === "record" ? [] : entriesOf(source);
  const mentions = mentionsIn(source.text, () => hidden(source));
  if (candidate) return { record, candidate, entries, mentions };
  return record || entries.length > 0 || mentions.length > 0 ? { record, entries, mentions } : NOTHING;
}

function recordOf(document: AdrDocument, role: AdrRole | undefined): AdrRecord {
  const { kind, id, title, titleSpan, below, statuses, date, style } = document;
  const relations = kind === "stub" ? [] : document.relations;
  return {
    kind,
    role,
    id,
    title,
    titleSpan,
    ...(document.plainNumber && document.statedId?.id.key === id?.key && { plainNumber: true as const }),
    below,
    ...(document.tight && { tight: true as const }),
    date,
    style,
    relations,
    status: statuses[0],
    meanings: meaningsOf(document),
    decision: kind === "record" || kind === "candidate" ? summary(document) : "",
  };
}

const MOST = 240;

/** The first sentences of the decision, without markup. */
function summary(document: AdrDocument): string {
  const text = substance(decisionText(document).slice(0, 3_000))
    .replace(/[*_`]/g, "")
    .split("\n")
    .map((line) => line.replace(/^[\s>#]*(?:[-*+]\s+|\d{1,2}[.)]\s+)?/, "").trim())
    .filter((line) => !/^\|/.test(line) && line !== "")
    .join(" ");
  return text.length > MOST ? `${text.slice(0, text.lastIndexOf(" ", MOST))} …` : text;
}

/** Where a mention is no reference: in blocks of code, comments and addresses. */
function hidden({ facts }: AdrSource): Span[] {
  const holes = facts.codes.map(({ span }) => span);
  for (const { span } of facts.html) holes.push(span);
  for (const { span } of facts.definitions) holes.push(span);
  for (const { span, text, kind } of facts.links) {
    if (kind === "inline" || kind === "reference") holes.push({ start: text.end, end: span.end });
    else if (kind === "autolink") holes.push(span);
  }
  return holes.sort((a, b) => a.start - b.start);
}

/** Where the positions stand: they change with keys that concern nobody else. */
const POSITIONS = ["span", "titleSpan", "nameSpan", "below"] as const;

/** What is said, without where it stands on its page. */
export type Unplaced<T> = T extends readonly (infer One)[]
  ? readonly Unplaced<One>[]
  : T extends object
    ? { readonly [Key in keyof T as Exclude<Key, (typeof POSITIONS)[number]>]: Unplaced<T[Key]> }
    : T;

/** A record as others know it. */
export type KnownRecord = Unplaced<AdrRecord>;

/** A decision within another page as others know it. */
export type KnownEntry = Unplaced<AdrEntry>;

const IS_POSITION: ReadonlySet<string> = new Set(POSITIONS);

/** What of a page's ADR exports concerns other pages: all that is `Unplaced`. */
export function adrOutside({ record, candidate, entries }: AdrExports): string {
  if (!record && !candidate && entries.length === 0) return "";
  return JSON.stringify([record, candidate, entries], (key, value) =>
    IS_POSITION.has(key) ? undefined : value,
  );
}
