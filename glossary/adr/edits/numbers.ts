/** Numbers of records: the next one, and a record that gets another one. */
import { basename, dirname } from "../../text/paths.ts";
import { type Edit, overlaps, type Span } from "../../text/span.ts";
import type { FileChange } from "../../workspace/fileChange.ts";
import {
  type AdrCollection,
  type AdrIndex,
  type AdrPlace,
  adrNumber,
  collectionOf,
  resolveNumber,
} from "../index/adrs.ts";
import { adrOf } from "../index/page.ts";
import { usesOf } from "../index/uses.ts";
import type { AdrView, ReadPage } from "../index/view.ts";

/** The next number of a folder, as wide as the others, the first one `first` digits; "" where records are named by date. */
export function nextDigits(collection: AdrCollection | undefined, first = 4): string {
  const numbered = collection
    ? [...collection.records.flatMap(({ record }) => record.id ?? []), ...collection.taken]
    : [];
  if (collection && collection.records.length > 0 && numbered.length === 0) return "";
  const highest = Math.max(0, ...numbered.map(({ key }) => Number.parseInt(key, 10)));
  const widths = numbered.map(({ digits }) => (digits.split("-")[0] as string).length);
  const width = widths.length > 0 ? Math.max(...widths) : first;
  const padded = numbered.length === 0 || numbered.some(({ digits }) => digits.startsWith("0"));
  return padded ? String(highest + 1).padStart(width, "0") : String(highest + 1);
}

const NAMED = new WeakMap<AdrIndex, ReadonlySet<string>>();

/** The next number in the folder of `path` that no relation names yet, for a record that is there: else that would mean it. */
export function freeDigits(adrs: AdrIndex, path: string): string {
  const named =
    NAMED.get(adrs) ??
    new Set([...adrs.records.values()].flatMap(({ relations }) => relations.flatMap(({ key }) => key ?? [])));
  NAMED.set(adrs, named);
  let digits = nextDigits(collectionOf(adrs, path));
  while (digits !== "" && named.has(String(Number(digits))))
    digits = String(Number(digits) + 1).padStart(digits.length, "0");
  return digits;
}

/** What a record would be renamed to with the number `digits`, and where it would be then. */
interface Renumbering {
  readonly name: string;
  readonly renamed: string;
  readonly to: string;
}

/** `undefined` for a record whose file name has no number, and where there is a file of the new name. */
export function renumbering(
  snapshot: AdrView,
  { path, record: { id } }: AdrPlace,
  digits: string,
): Renumbering | undefined {
  if (!id || digits === "") return undefined;
  const inFolder = /^(?:readme|index)\.\w+$/i.test(basename(path));
  const named = inFolder ? dirname(path) : path;
  const name = basename(named);
  if (!name.includes(id.digits)) return undefined;
  const renamed = name.replace(id.digits, digits);
  const folder = named.slice(0, named.length - name.length) + renamed;
  const to = inFolder ? `${folder}/${basename(path)}` : folder;
  return snapshot.pages.has(to) ? undefined : { name, renamed, to };
}

/**
 * Gives a record the number `digits`: its file, its title, and everything that refers to it and to nothing else.
 * `undefined` where there is no `renumbering`.
 */
export function renumber(
  snapshot: AdrView,
  place: AdrPlace,
  page: ReadPage,
  digits: string,
): FileChange[] | undefined {
  const { path, record } = place;
  const { id } = record;
  const planned = renumbering(snapshot, place, digits);
  if (!id || !planned) return undefined;
  const { name, renamed, to } = planned;
  const edits = new Map<string, Edit[]>();
  const add = (at: string, span: Span, text: string) => {
    const known = edits.get(at) ?? [];
    // A definition that several links share is changed once.
    if (!known.some((one) => one.span.start === span.start)) edits.set(at, [...known, { span, text }]);
  };
  const stated = adrOf(page)?.statedId;
  if (stated?.id.key === id.key) add(path, stated.span, likeWritten(stated.id.digits, id.digits, digits));
  const number = adrNumber({ ...record, id: { ...id, digits } });
  for (const { key, span } of page.exports.adr.mentions)
    if (key === id.key && !(stated && overlaps(stated.span, span)) && isOnly(snapshot, path, key))
      add(path, span, number);
  for (const use of usesOf(snapshot, path)) {
    if (use.kind === "number") {
      add(use.path, use.span, number);
      continue;
    }
    const exports = snapshot.pages.get(use.path)?.exports;
    const link = exports?.links.find(({ span }) => span.start === use.span.start);
    if (!link) continue;
    // An address that is written with escapes is not what stands in the text.
    if (link.destination.end - link.destination.start === link.url.length)
      add(use.path, link.destination, link.url.replace(name, renamed));
    const mention = exports?.adr.mentions.find(
      ({ key, span }) => key === id.key && link.text.start <= span.start && span.end <= link.text.end,
    );
    if (mention) add(use.path, mention.span, number);
  }
  return [
    ...[...edits].map(([file, some]): FileChange => ({ kind: "edit", path: file, edits: some })),
    { kind: "rename", path, to },
  ];
}

/** True where a number means the record itself on its own page. */
function isOnly({ adrs }: AdrView, path: string, key: string): boolean {
  const [one, ...more] = resolveNumber(adrs, path, key);
  return one?.path === path && more.length === 0;
}

/** Without leading zeros where the number is written without those that the file name has. */
function likeWritten(written: string, before: string, digits: string): string {
  return written.startsWith("0") || written.length === before.length
    ? digits
    : digits.replace(/^0+(?=\d)/, "");
}
