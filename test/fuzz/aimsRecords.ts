/** Decision records: new ones, and what changes of those there are. */
import { plain } from "./answers.ts";
import type { Aim } from "./edits.ts";
import type { Fault } from "./effects.ts";
import { adrLog } from "./engine.ts";
import type { View } from "./view.ts";

type Of<Do extends Aim["do"]> = Extract<Aim, { do: Do }>;
type LogEntry = ReturnType<typeof adrLog>["entries"][number];

/** What is said of each decision, but for what the edit is about. */
function others(
  view: View,
  except: readonly string[],
  leave: readonly (keyof LogEntry)[] = [],
): Map<string, string> {
  const hidden = new Set<string>(["titleSpan", ...leave]);
  return new Map(
    adrLog(view.snapshot)
      .entries.filter(({ path }) => !except.includes(path))
      .map((entry, i) => [
        entry.inline ? `${entry.path}#${i}` : entry.path,
        plain(Object.entries(entry).filter(([key]) => !hidden.has(key))),
      ]),
  );
}

function changed(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string | undefined {
  for (const [path, said] of before) if (after.get(path) !== said) return `${said} → ${after.get(path)}`;
  for (const [path, said] of after) if (!before.has(path)) return `nothing → ${said}`;
  return undefined;
}

function otherFault(before: View, after: View, except: readonly string[]): Fault | undefined {
  const other = changed(others(before, except), others(after, except));
  return other === undefined ? undefined : { property: "changes another decision", detail: other };
}

/** The same title, number and date as before, and the same sections. */
function ownFault(before: View, after: View, path: string): Fault | undefined {
  const said = ({ snapshot }: View) => {
    const { id, title, status, date, role, decision, meanings } = snapshot.adrs.records.get(path) ?? {};
    // “Costs (SUPERSEDED)”: a status in a title is part of it.
    const name = title?.replace(status?.text ?? "", "");
    return plain([id, name, date, role, decision, meanings]);
  };
  return said(before) === said(after)
    ? undefined
    : { property: "changes the decision itself", detail: `${said(before)} → ${said(after)}` };
}

export function statusFault(before: View, after: View, { path, status }: Of<"status">): Fault | undefined {
  const was = before.snapshot.adrs.records.get(path)?.status;
  const now = after.snapshot.adrs.records.get(path)?.status;
  if (now?.text.toLowerCase() !== status.toLowerCase())
    return {
      property: `does not set the status${was?.place === "matter" ? " in front matter" : ""}`,
      detail: `${status}: ${was?.text} → ${now?.text}`,
    };
  return ownFault(before, after, path) ?? otherFault(before, after, [path]) ?? rowsFault(before, after);
}

export function supersedeFault(before: View, after: View, { path, by }: Of<"supersede">): Fault | undefined {
  const edge = adrLog(after.snapshot).edges.some(
    ({ from, to, kind }) => from === by && to === path && kind === "supersedes",
  );
  if (!edge) return { property: "does not supersede", detail: `${path} by ${by}` };
  return (
    ownFault(before, after, path) ??
    ownFault(before, after, by) ??
    otherFault(before, after, [path, by]) ??
    rowsFault(before, after)
  );
}

export function newRecordFault(
  before: View,
  after: View,
  { path, old, title }: Of<"new record">,
): Fault | undefined {
  const record = after.snapshot.adrs.records.get(path);
  if (record?.title !== title) return { property: "makes no record", detail: `${path}: ${record?.title}` };
  const numbers = [...after.snapshot.adrs.collections.values()].find(({ records }) =>
    records.some((one) => one.path === path),
  );
  if (record.id && (numbers?.byKey.get(record.id.key)?.length ?? 0) > 1)
    return { property: "takes a number twice", detail: path };
  if (old !== undefined) {
    const edge = adrLog(after.snapshot).edges.some(({ from, to }) => from === path && to === old);
    if (!edge) return { property: "does not supersede", detail: `${old} by ${path}` };
  }
  return (
    otherFault(before, after, [path, ...(old === undefined ? [] : [old])]) ??
    (old === undefined ? undefined : ownFault(before, after, old))
  );
}

export function renumberFault(before: View, after: View, { path, to }: Of<"renumber">): Fault | undefined {
  const record = after.snapshot.adrs.records.get(to);
  if (!record) return { property: "loses the record", detail: `${path} → ${to}` };
  const was = before.snapshot.adrs.records.get(path);
  // Where there is no other title, the number is it.
  const title = was?.title.replace(was.id?.digits ?? "", record.id?.digits ?? "");
  if ((record.title !== was?.title && record.title !== title) || record.status?.text !== was?.status?.text)
    return {
      property: "changes the decision itself",
      detail: `${was?.title}, ${was?.status?.text} → ${record.title}, ${record.status?.text}`,
    };
  const left = changed(others(before, [path], ["status"]), others(after, [to], ["status"]));
  if (left !== undefined) return { property: "changes another decision", detail: left };
  const edges = (view: View) =>
    adrLog(view.snapshot)
      .edges.map((one) => plain([one.from === path ? to : one.from, one.to === path ? to : one.to, one.kind]))
      .sort();
  const [edgesWere, edgesAre] = [plain(edges(before)), plain(edges(after))];
  return edgesWere === edgesAre
    ? undefined
    : { property: "changes what supersedes what", detail: `${edgesWere} → ${edgesAre}` };
}

/** Indexes have the same links as before. */
function rowsFault(before: View, after: View): Fault | undefined {
  for (const [path, page] of before.pages) {
    if (page.exports.adr.record?.kind !== "index") continue;
    const urls = (of: typeof page | undefined) => plain(of?.exports.links.map(({ url }) => url));
    const now = after.pages.get(path);
    if (urls(page) !== urls(now))
      return { property: "changes the index otherwise", detail: `${urls(page)} → ${urls(now)}` };
  }
  return undefined;
}
