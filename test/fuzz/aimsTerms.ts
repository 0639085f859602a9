/** New terms and new names of terms and ids. */

import { plain, type Spot } from "./answers.ts";
import { applied } from "./apply.ts";
import { OTHER_IDS, type Proposal, renamed } from "./edits.ts";
import type { Fault } from "./effects.ts";
import { type Edit, nameKey, parseNames, resolveLink } from "./engine.ts";
import { mentionsIn } from "./mentions.ts";
import { type View, viewAfter } from "./view.ts";
import type { World } from "./world.ts";

const DEFINITION = "What is written where the caret stands.";

/** A new term is one, its definition goes where the caret is, and all others are as they were. */
export function newTermFault(
  before: View,
  after: View,
  { aim, changes: [change] }: Proposal,
): Fault | undefined {
  if (aim.do !== "new term" || !change) return undefined;
  const { name, path } = aim;
  const own = parseNames(name)[0] ?? name;
  const others = (view: View) =>
    [...view.snapshot.pages.values()].flatMap(({ exports }) =>
      exports.terms.entries
        .filter((entry) => !entry.names.some((one) => nameKey(one) === nameKey(own)))
        .map((entry) =>
          plain([entry.path, entry.kind, entry.title, entry.names, entry.definition, entry.avoid]),
        ),
    );
  const [was, is] = [new Set(others(before)), new Set(others(after))];
  const lost = [...was].find((one) => !is.has(one));
  const gained = [...is].find((one) => !was.has(one));
  if (lost !== undefined || gained !== undefined)
    return { property: "changes another entry", detail: `${lost} → ${gained}` };
  const start = change.kind === "edit" ? (change.edits[0]?.span.start ?? 0) : 0;
  const field = start + aim.field;
  const text = after.world.texts.get(path) as string;
  const typed = text.slice(0, field) + DEFINITION + text.slice(field);
  const detail = JSON.stringify(typed.slice(Math.max(0, field - 80), field + DEFINITION.length + 20));
  const defined = viewAfter(after, { ...after.world, texts: new Map(after.world.texts).set(path, typed) });
  const known = defined.snapshot.glossary.byName.get(nameKey(own));
  if (!known) return { property: "makes no term", detail };
  return known.some(({ summary }) => summary.includes(DEFINITION.slice(0, -1)))
    ? undefined
    : { property: "puts the caret elsewhere", detail };
}

/** A new name is written as it was given, no link is lost, and renaming back brings every byte back. */
export function renameFault(
  before: View,
  after: View,
  { aim, changes, kind }: Proposal,
  moved: ReadonlyMap<string, string>,
): Fault | undefined {
  if (aim.do !== "rename") return undefined;
  const edits = changes.flatMap((one) =>
    one.kind === "edit" ? one.edits.map((edit) => ({ ...edit, path: one.path })) : [],
  );
  for (const { path, span, text } of edits) {
    const source = before.world.texts.get(path) ?? "";
    const taken = source.slice(span.start, span.end);
    // Labels of links in small letters stay so: nobody sees them.
    const isLabel =
      source[span.start - 1] === "[" && source[span.end] === "]" && taken === taken.toLowerCase();
    const wrong = aim.what === "term" && !isLabel && wrongName(taken, text, aim.name);
    if (wrong) return { property: wrong, detail: `${taken} → ${text} for ${aim.name}` };
  }
  for (const [path, page] of before.pages) {
    const now = after.pages.get(moved.get(path) ?? path);
    if (!now) return { property: "loses a page", detail: path };
    const targets = (view: View, of: typeof page) =>
      of.exports.links.map(({ url }) => {
        const target = resolveLink(view.snapshot.links, of.path, url);
        return target.kind === "page" ? `page ${target.path}` : target.kind;
      });
    const was = targets(before, page).map((one) =>
      one.replace(/^page (.*)$/, (_, to: string) => `page ${moved.get(to) ?? to}`),
    );
    const is = targets(after, now);
    if (plain(was) !== plain(is))
      return { property: "changes where links lead", detail: `${path}: ${plain(was)} → ${plain(is)}` };
    const lost = lostMention(mentionsIn(before, page), mentionsIn(after, now));
    if (lost !== undefined)
      return { property: `leaves a ${lost}`, detail: `${aim.old} → ${aim.name} in ${path}` };
    if (now.exports.links.length > 0 && page.facts.links.length !== now.facts.links.length)
      return { property: "changes what is a link", detail: path };
  }
  return thereAndBack(before, after, aim, edits, moved, kind);
}

/** Why what is written in place of something is not the name; `undefined` where it may be it, or an address. */
function wrongName(taken: string, text: string, name: string): string | undefined {
  const bare = name.replace(/ \(.*\)$/, "");
  const many = bare.replace(/y$/, "ie");
  const holds = (one: string) => text.includes(one);
  if (
    /^[\w-]+$/.test(text) &&
    text === text.toLowerCase() &&
    /^[\w-]+$/.test(taken) &&
    taken === taken.toLowerCase()
  )
    return undefined;
  const low = text.toLowerCase();
  if (!low.includes(bare.toLowerCase()) && !low.includes(many.toLowerCase())) {
    const address = bare
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "");
    return low.includes(address) || low.includes(bare.toLowerCase().replace(/[^\p{L}\p{N}-]/gu, ""))
      ? undefined
      : "writes another name";
  }
  if (/\p{Ll}\p{Lu}|\.\p{Ll}/u.test(bare) && !holds(bare) && taken !== taken.toUpperCase())
    return "loses capitals within the name";
  return undefined;
}

/** What led somewhere before and does no more. */
function lostMention(before: readonly string[], after: readonly string[]): string | undefined {
  if (before.length !== after.length) return "page with other mentions";
  return after.find((one, i) => one !== before[i] && one.endsWith("nowhere"));
}

type Placed = Edit & { readonly path: string };

function thereAndBack(
  before: View,
  after: View,
  aim: Extract<Proposal["aim"], { do: "rename" }>,
  edits: readonly Placed[],
  moved: ReadonlyMap<string, string>,
  kind: string,
): Fault | undefined {
  const terms = before.snapshot.glossary.byName.get(nameKey(aim.old)) ?? [];
  // Where the new name was there before, or the old one has two meanings, nobody could tell which is which.
  const there =
    [...before.world.texts.values()].some((text) => text.toLowerCase().includes(aim.name.toLowerCase())) ||
    terms.length > 1;
  // A page without a title has the name of its file, in whatever capitals.
  if (
    terms.some(({ entries }) => entries.some(({ kind, nameSpan }) => kind === "page" && nameSpan.end === 0))
  )
    return undefined;
  // Where an id stands, the id is renamed.
  if (aim.what === "term" && OTHER_IDS.includes(aim.name)) return undefined;
  // A name that looks like a plural stands for one and for many, one with brackets for two names.
  if (there || /[s)]$/i.test(aim.name) || /[s)]$/i.test(aim.old)) return undefined;
  const places = placesNow(edits, aim);
  if (places.length === 0) return undefined;
  // An address is written with the name too, but is none.
  const found = places.map((at) => renamedBack(after, aim, at, moved, kind)).find(({ back }) => back);
  if (!found?.back)
    return {
      property: "cannot be taken back",
      detail: `${aim.old} → ${aim.name} in ${places[0]?.path}`,
    };
  const { open, back } = found;
  const made = applied(open, back.changes);
  if (made.kind === "fault") return { property: "cannot be taken back", detail: made.fault };
  for (const [one, text] of before.world.texts) {
    const now = made.world.texts.get(one);
    const level = isOrdinary(aim.name) && isOrdinary(aim.old) ? withoutArticles : leveled;
    const [was, is] = [level(text), level(now ?? "")];
    if (was !== is)
      return {
        property: "is not taken back by renaming back",
        detail: `${aim.old} → ${aim.name}, ${one}: ${firstDifference(was ?? "", is ?? "(gone)")}`,
      };
  }
  return undefined;
}

/** Names with other capitals look the same wherever they stand. */
function leveled(text: string): string {
  return withoutArticles(text.toLowerCase());
}

/** What is spoken in letters takes either article, and who writes the wrong one gets the right one back. */
function withoutArticles(text: string): string {
  return text.replace(/\b([Aa])n (?=\S)/g, "$1 ");
}

/** The changes that bring the old name back at a place, in the world in which that page is open. */
function renamedBack(
  after: View,
  { old }: Extract<Proposal["aim"], { do: "rename" }>,
  at: Spot,
  moved: ReadonlyMap<string, string>,
  kind: string,
): { readonly open: World; readonly back: Proposal | undefined } {
  const path = moved.get(at.path) ?? at.path;
  const open = { ...after.world, open: new Set(after.world.open).add(path) };
  const pages = new Map([...after.snapshot.pages].filter(([one]) => one !== path));
  const opened = viewAfter({ ...after, snapshot: { ...after.snapshot, pages } }, open);
  const all = renamed(opened.snapshot, open, { path, offset: at.offset, name: old });
  return { open, back: all.find((one) => one.kind === kind) ?? all[0] };
}

/** How many places are tried. */
const TRIED = 4;

/** The middles of places where the new name has been written, that of the old one first if it is there. */
function placesNow(
  edits: readonly Placed[],
  { path, offset, name, what }: Extract<Proposal["aim"], { do: "rename" }>,
): readonly Spot[] {
  const named = edits.filter(({ text }) =>
    what === "id"
      ? withoutZeros(text) === withoutZeros(name)
      : text.toLowerCase().includes(name.toLowerCase()),
  );
  const isOwn = (one: Placed) => one.path === path && one.span.start <= offset && offset <= one.span.end;
  return [...named.filter(isOwn), ...named.filter((one) => !isOwn(one))].slice(0, TRIED).map((own) => {
    const before = edits.filter(
      (one) => one.path === own.path && one.span.end <= own.span.start && one !== own,
    );
    const by = before.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
    const within =
      Math.max(0, own.text.toLowerCase().indexOf(name.toLowerCase())) + Math.floor(name.length / 2);
    return { path: own.path, offset: own.span.start + by + within };
  });
}

/** Ids are written as their neighbours are: `US7` as `US-007`. */
function withoutZeros(id: string): string {
  return id
    .toUpperCase()
    .replace(/[^A-Z\d]/g, "")
    .replace(/(^|\D)0+(?=\d)/g, "$1");
}

function isOrdinary(name: string): boolean {
  return /^\p{Lu}\p{Ll}+(?: \p{Ll}+)*$/u.test(name);
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 30);
  return `${JSON.stringify(a.slice(from, at + 40))} → ${JSON.stringify(b.slice(from, at + 40))}`;
}
