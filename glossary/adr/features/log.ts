/** All decision records as a list and as a graph of what supersedes what. */

import type { Span } from "../../text/span.ts";
import { isSetAside } from "../../workspace/samples.ts";
import { adrNumber, collectionFolder, resolveRelation } from "../index/adrs.ts";
import { entryAt, titleAt } from "../index/positions.ts";
import type { AdrView } from "../index/view.ts";
import { isDecisionLog, type RelationKind } from "../model/index.ts";

export interface LogEntry {
  readonly path: string;
  readonly folder: string;
  /** `0043`; "" for a record without a number. */
  readonly number: string;
  /** `ADR-0043`; "" for a record without a number. */
  readonly label: string;
  readonly title: string;
  readonly status: string;
  /** `accepted`, `superseded` and so on; "" for a status that is not known. */
  readonly kind: string;
  readonly date: string;
  readonly style: string;
  readonly titleSpan: Span;
  readonly setAside: boolean;
  /** True for one of several decisions in a page of decisions, such as `decisions.md`. */
  readonly inline: boolean;
}

export interface LogEdge {
  /** The newer record. */
  readonly from: string;
  /** The one that it supersedes or amends. */
  readonly to: string;
  readonly kind: "supersedes" | "amends";
}

export interface AdrLog {
  readonly entries: readonly LogEntry[];
  readonly edges: readonly LogEdge[];
}

/** The decisions in pages of decisions. */
function inlineEntries(view: AdrView): LogEntry[] {
  const places = [...view.adrs.entries.values()].flat().filter(({ path }) => isDecisionLog(path));
  return places.map((place) => {
    const {
      path,
      entry: { prefix, id, title, status },
    } = place;
    return {
      path,
      folder: collectionFolder(path),
      number: id.digits,
      label: `${prefix}-${id.digits}`,
      title,
      status: status?.text ?? "",
      kind: status?.kind ?? "",
      date: "",
      style: "",
      titleSpan: entryAt(view, place),
      setAside: isSetAside(path),
      inline: true,
    };
  });
}

/** The log of a workspace, by folder, then by number or date. */
export function adrLog(snapshot: AdrView): AdrLog {
  const { adrs, links } = snapshot;
  const records = [...adrs.records].map(
    ([path, record]): LogEntry => ({
      path,
      folder: collectionFolder(path),
      number: record.id?.digits ?? "",
      label: adrNumber(record),
      title: record.title,
      status: record.status?.placeholder ? "" : (record.status?.text ?? ""),
      kind: record.status?.kind ?? "",
      date: record.date ?? "",
      style: record.style,
      titleSpan: titleAt(snapshot, path),
      setAside: isSetAside(path),
      inline: false,
    }),
  );
  const entries = [...records, ...inlineEntries(snapshot)];
  const edges = new Map<string, LogEdge>();
  for (const [path, record] of adrs.records) {
    for (const relation of record.relations) {
      for (const other of resolveRelation(adrs, links, path, relation)) {
        if (other.path === path) continue;
        const back = relation.kind === "superseded-by" || relation.kind === "amended-by";
        const [from, to] = back ? [other.path, path] : [path, other.path];
        const kind = edgeKind(relation.kind);
        edges.set(`${kind} ${from} ${to}`, { from, to, kind });
      }
    }
  }
  return {
    entries: entries.sort(
      (a, b) =>
        compare(a.folder, b.folder) || compare(a.path, b.path) || a.titleSpan.start - b.titleSpan.start,
    ),
    edges: [...edges.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to)),
  };
}

function edgeKind(kind: RelationKind): LogEdge["kind"] {
  return kind === "supersedes" || kind === "superseded-by" ? "supersedes" : "amends";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The log as a Markdown table. */
export function logMarkdown({ entries }: AdrLog): string {
  const rows = entries.map(
    (entry) =>
      `| [${cell(nameOf(entry))}](<${address(entry.path)}>) | ${cell(entry.status)} | ${cell(entry.date)} |`,
  );
  return ["| Decision | Status | Date |", "|----------|--------|------|", ...rows].join("\n");
}

function nameOf({ label, title }: LogEntry): string {
  return label === "" ? title : `${label}: ${title}`;
}

/** A path between angle brackets in a cell. */
function address(path: string): string {
  return path.replace(/[<>|\r\n]/g, encodeURIComponent);
}

function cell(text: string): string {
  return text.replace(/[|\\[\]<>]/g, "\\$&").replace(/\s+/g, " ");
}

/** The graph for Mermaid: records that are connected, the older one on the left. */
export function graphMermaid({ entries, edges }: AdrLog): string {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const connected = entries.filter(({ path }) => ends.has(path));
  const ids = new Map(connected.map(({ path }, i) => [path, `n${i + 1}`]));
  const label = (entry: LogEntry) =>
    nameOf(entry)
      .replace(/["#;<>[\]{}()|\\]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  return [
    "graph LR",
    ...connected.map((entry) => `  ${ids.get(entry.path)}["${label(entry)}"]`),
    ...edges.map(({ from, to, kind }) =>
      kind === "supersedes"
        ? `  ${ids.get(to)} -->|superseded by| ${ids.get(from)}`
        : `  ${ids.get(to)} -.->|amended by| ${ids.get(from)}`,
    ),
  ].join("\n");
}
