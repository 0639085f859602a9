/** Every edit that any feature can make of a state, as proposals. */

import { fail, type Spot } from "./answers.ts";
import {
  ADR_TEMPLATES,
  ANSWERING,
  addToIncrement,
  adrFolders,
  adrIndexPages,
  adrPlaceAt,
  copyStarter,
  type FileChange,
  finishRename,
  fixAll,
  fixesAt,
  incrementsRoot,
  isMarkdown,
  isRead,
  LAYOUTS,
  linkFirstUses,
  newAdr,
  newIncrement,
  newTerm,
  pageForAddition,
  planRename,
  RULES,
  renumberAdr,
  type Snapshot,
  setAdrStatus,
  supersedeAdr,
} from "./engine.ts";
import type { Random } from "./random.ts";
import { pageIn, type World } from "./world.ts";

/** What a proposal is meant to do, for those who look at what became of it. */
export type Aim =
  | {
      readonly do: "fix";
      readonly rule: string;
      readonly path: string;
      readonly start: number;
      readonly title: string;
    }
  | { readonly do: "fix all"; readonly path: string }
  | { readonly do: "link"; readonly path: string }
  | {
      readonly do: "rename";
      readonly path: string;
      readonly offset: number;
      readonly old: string;
      readonly name: string;
      readonly what: "term" | "id";
      readonly sure: boolean;
    }
  | { readonly do: "new term"; readonly name: string; readonly path: string; readonly field: number }
  | {
      readonly do: "new record";
      readonly path: string;
      readonly old: string | undefined;
      readonly title: string;
    }
  | { readonly do: "status"; readonly path: string; readonly status: string }
  | { readonly do: "supersede"; readonly path: string; readonly by: string }
  | { readonly do: "renumber"; readonly path: string; readonly to: string }
  | { readonly do: "new increment"; readonly path: string; readonly layout: string }
  | {
      readonly do: "add";
      readonly folder: string;
      readonly what: "story" | "criterion" | "task";
      readonly layout: string;
      readonly creates: boolean;
    }
  | { readonly do: "starter" };

export interface Proposal {
  /** What makes it, without what differs from place to place: `fix adr/missing-back-link: Add …`. */
  readonly kind: string;
  readonly aim: Aim;
  readonly changes: readonly FileChange[];
}

/** What is asked for besides what every state is asked for. */
export interface Wishes {
  readonly renames: readonly (Spot & { readonly name: string })[];
  readonly terms: readonly string[];
  readonly statuses: readonly (readonly [path: string, status: string])[];
  readonly supersedes: readonly (readonly [path: string, by: string])[];
  readonly renumbers: readonly string[];
  readonly template: (typeof ADR_TEMPLATES)[number]["id"];
  readonly layouts: readonly (typeof LAYOUTS)[number]["id"][];
}

const TERM_NAMES = [
  "Crane",
  "Winch (hoist)",
  "Buoy",
  "Zebra",
  "MQTT (Message Queue)",
  "aardvark",
  "Über-Kran",
  "A|B",
  "C*",
];
const OTHER_NAMES = [
  "Zephyr",
  "gRPC",
  "GitOps",
  "iPhone",
  "Next.js",
  "Quay wall",
  "Kubernetes",
  "XYZ",
  "Berth",
  "hull",
  "Pier (dock)",
];
export const OTHER_IDS = [
  "US-071",
  "AC-US1-71",
  "T-071",
  "T071",
  "FR-071",
  "SC-071",
  "US7",
  "Requirement 7",
  "7",
];
const STATUSES = ["Accepted", "Proposed", "Rejected", "Deprecated", "Superseded", "On hold: see below"];

/** Wishes that fit the paths of a world; they do not depend on what the engine knows. */
export function drawWishes(random: Random, { texts }: World, spots: readonly Spot[]): Wishes {
  const records = [...texts.keys()].filter(
    (path) => isMarkdown(path) && /adr|decision|choice|kep/i.test(path),
  );
  const draw = (count: number) => random.some(records, count);
  return {
    renames: random.some(spots, 6).map((spot) => ({
      ...spot,
      name: random.pick(random.chance(isId(texts, spot) ? 0.1 : 0.97) ? OTHER_NAMES : OTHER_IDS),
    })),
    terms: random.some(TERM_NAMES, 3),
    statuses: draw(3).map((path) => [path, random.pick(STATUSES)]),
    supersedes: draw(2).map((path) => [path, random.pick(records)]),
    renumbers: draw(1),
    template: random.pick(ADR_TEMPLATES).id,
    layouts: random.some(LAYOUTS, 1).map(({ id }) => id),
  };
}

/** Whether an id seems to stand at a place. */
function isId(texts: World["texts"], { path, offset }: Spot): boolean {
  return /(?:US|AC|T|FR|SC)-?\w*-?\d+\W?$/.test(
    (texts.get(path) ?? "").slice(Math.max(0, offset - 12), offset + 3),
  );
}

/** All proposals for a state; `world` has the texts that the state is of. */
export function proposalsOf(snapshot: Snapshot, world: World, wishes: Wishes): Proposal[] {
  return [
    ...pageProposals(snapshot),
    ...renameProposals(snapshot, world, wishes),
    ...termProposals(snapshot, wishes),
    ...recordProposals(snapshot, world, wishes),
    ...incrementProposals(snapshot, world, wishes),
  ];
}

function pageProposals(snapshot: Snapshot): Proposal[] {
  const pages = [...snapshot.pages.values()].filter(isRead).sort((a, b) => (a.path < b.path ? -1 : 1));
  const everything = fixAll(RULES, snapshot, pages, { safety: "review" }, fail).changes;
  const [first] = pages;
  const together: Proposal[] =
    first && everything.length > 0
      ? [{ kind: "fix everything", aim: { do: "fix all", path: first.path }, changes: everything }]
      : [];
  const apart = pages.flatMap((page) => {
    const { path } = page;
    const whole = { start: 0, end: page.text.length };
    const fixes = fixesAt(RULES, snapshot, page, whole, fail).map(
      ({ diagnostic: { rule, span }, fix }): Proposal => ({
        kind: `fix ${rule}: ${titleKind(fix.title)}`,
        aim: { do: "fix", rule, path, start: span.start, title: fix.title },
        changes: fix.changes,
      }),
    );
    const safe = fixAll(RULES, snapshot, [page], { safety: "safe" }, fail).changes;
    const counts = new Map<string, number>();
    for (const { aim } of fixes) if (aim.do === "fix") counts.set(aim.rule, (counts.get(aim.rule) ?? 0) + 1);
    const repeated = RULES.filter(({ id }) => (counts.get(id) ?? 0) > 1).flatMap((rule): Proposal[] => {
      const { changes } = fixAll([rule], snapshot, [page], { safety: "review" }, fail);
      return changes.length > 0
        ? [{ kind: `fix all of ${rule.id}`, aim: { do: "fix all", path }, changes }]
        : [];
    });
    const linked = linkFirstUses(snapshot, page, fail);
    return [
      ...fixes,
      ...repeated,
      ...(safe.length > 0
        ? [{ kind: "fix all", aim: { do: "fix all", path }, changes: safe } satisfies Proposal]
        : []),
      ...(linked
        ? [{ kind: "link first uses", aim: { do: "link", path }, changes: [linked] } satisfies Proposal]
        : []),
    ];
  });
  return [...apart, ...together];
}

/** A title without what differs from place to place. */
function titleKind(title: string): string {
  return title
    .replace(/“[^”]*”|"[^"]*"|`[^`]*`/g, "…")
    .replace(/\b(?:AC|US|T|ADR|FR|SC)-?[A-Z]*\d[\w-]*/g, "…")
    .replace(/\d+/g, "…")
    .replace(/: .*/s, ": …");
}

function renameProposals(snapshot: Snapshot, world: World, { renames }: Wishes): Proposal[] {
  return renames.flatMap(({ path, offset, name }) => renamed(snapshot, world, { path, offset, name }));
}

/** The rename at a place, with what is in doubt and without it; empty where it is refused. */
export function renamed(
  snapshot: Snapshot,
  world: World,
  { path, offset, name }: Spot & { readonly name: string },
): Proposal[] {
  const page = snapshot.pages.get(path);
  if (!isRead(page)) return [];
  const domain = ANSWERING.find((one) => one.rename?.(snapshot, page, offset) !== undefined);
  const plan = planRename(snapshot, page, offset);
  if (plan?.kind !== "plan") return [];
  const id = domain?.name === "increment";
  const { paths: named, search, besides } = plan.needs();
  const paths = new Set(named);
  if (search)
    for (const [other, text] of world.texts) if (isMarkdown(other) && search.test(text)) paths.add(other);
  const pages = new Map([...paths].sort().map((one) => [one, pageIn(world, snapshot, one)] as const));
  const texts = new Map(besides.map((one) => [one, world.texts.get(one) ?? ""] as const));
  const made = finishRename(plan, snapshot, name, { pages, texts }, true);
  if (made.kind === "refused") return [];
  const variant = (sure: boolean): Proposal => {
    const byPath = new Map<string, { span: { start: number; end: number }; text: string }[]>();
    for (const edit of made.edits) {
      if (sure && edit.doubt !== undefined) continue;
      const list = byPath.get(edit.path) ?? [];
      byPath.set(edit.path, list);
      list.push({ span: edit.span, text: edit.text });
    }
    return {
      kind: `rename ${id ? "an id" : "a term"}${sure ? "" : ", all of it"}`,
      aim: { do: "rename", path, offset, old: plan.name, name, what: id ? "id" : "term", sure },
      changes: [
        ...[...byPath].sort().map(([one, edits]): FileChange => ({ kind: "edit", path: one, edits })),
        ...made.moves.map(({ from, to }): FileChange => ({ kind: "rename", path: from, to })),
      ],
    };
  };
  const all = variant(false);
  const sure = variant(true);
  if (made.edits.every(({ doubt }) => doubt === undefined)) return [sure];
  return sure.changes.length > 0 ? [sure, all] : [all];
}

function termProposals(snapshot: Snapshot, { terms }: Wishes): Proposal[] {
  const made = terms.flatMap((name): Proposal[] => {
    const result = newTerm(snapshot, name);
    if (result.kind === "known") return [];
    const { change } = result;
    return [
      {
        kind: `new term, ${change.kind}`,
        aim: { do: "new term", name, path: change.path, field: change.field },
        changes: [change],
      },
    ];
  });
  const starter = snapshot.glossary.terms.size === 0 ? copyStarter(snapshot) : [];
  return starter.length > 0
    ? [...made, { kind: "copy starter", aim: { do: "starter" }, changes: starter }]
    : made;
}

function recordProposals(snapshot: Snapshot, world: World, wishes: Wishes): Proposal[] {
  const proposals: Proposal[] = [];
  const indexesAt = (paths: readonly string[]) =>
    paths.flatMap((path) => pageIn(world, snapshot, path) ?? []);
  const add = (aim: Aim, changes: readonly FileChange[] | undefined) => {
    if (changes) proposals.push({ kind: aim.do, aim, changes });
  };
  const { template } = wishes;
  for (const { folder, indexes } of adrFolders(snapshot, "docs/x.md").slice(0, 2)) {
    const wanted = { title: "A made-up choice", template, folder, date: "2025-01-31" };
    const made = newAdr(snapshot, { ...wanted, supersedes: [] }, indexesAt(indexes));
    add({ do: "new record", path: made.path, old: undefined, title: wanted.title }, made.changes);
    const old = snapshot.adrs.collections.get(folder)?.records.at(-1)?.path;
    const place = old === undefined ? undefined : adrPlaceAt(snapshot, old);
    if (!place) continue;
    const other = newAdr(snapshot, { ...wanted, supersedes: [place] }, []);
    const changes = supersedeAdr(snapshot, place, other.place, true, indexesAt(indexes)) ?? [];
    add({ do: "new record", path: other.path, old, title: wanted.title }, [...other.changes, ...changes]);
  }
  for (const [path, status] of wishes.statuses) {
    const place = adrPlaceAt(snapshot, path);
    if (place)
      add(
        { do: "status", path, status },
        setAdrStatus(snapshot, place, status, indexesAt(adrIndexPages(snapshot, path))),
      );
  }
  for (const [path, by] of wishes.supersedes) {
    const [old, other] = [adrPlaceAt(snapshot, path), adrPlaceAt(snapshot, by)];
    if (old && other && path !== by)
      add(
        { do: "supersede", path, by },
        supersedeAdr(snapshot, old, other, false, indexesAt(adrIndexPages(snapshot, path))),
      );
  }
  for (const path of wishes.renumbers) {
    const [place, page] = [adrPlaceAt(snapshot, path), pageIn(world, snapshot, path)];
    const changes = place && page && renumberAdr(snapshot, place, page);
    const moved = changes?.find(({ kind }) => kind === "rename");
    if (moved?.kind === "rename") add({ do: "renumber", path, to: moved.to }, changes);
  }
  return proposals;
}

function incrementProposals(snapshot: Snapshot, world: World, { layouts }: Wishes): Proposal[] {
  const { increments } = snapshot;
  const made = LAYOUTS.filter(({ id }) => layouts.includes(id)).map((layout): Proposal => {
    const root = incrementsRoot(snapshot, "x.md", layout);
    const wanted = {
      title: "A made-up thing",
      type: "feature",
      priority: "P1",
      date: "2025-01-31",
      instant: "2025-01-31T09:12:00Z",
    };
    const configuration = world.texts.get(layout.configurationOf?.(root) ?? "");
    const { path, changes } = newIncrement(snapshot, root, layout, wanted, configuration);
    return {
      kind: `new increment, ${layout.id}`,
      aim: { do: "new increment", path, layout: layout.id },
      changes,
    };
  });
  const added = [...increments.units.keys()].sort().flatMap((folder) => {
    const increment = increments.at(folder);
    if (!increment) return [];
    const story = [...increment.stories.keys()].at(-1);
    const criteria = [...increment.coverage.keys()].slice(-1);
    const wanted = [
      { what: "story", project: undefined },
      { what: "criterion", story },
      { what: "task", story, criteria },
    ] as const;
    return wanted.flatMap((one): Proposal[] => {
      const addition = addToIncrement(
        increment,
        one,
        pageIn(world, snapshot, pageForAddition(increment, one)),
      );
      if (!addition || addition === "code") return [];
      const { path, create, at, text, counts } = addition;
      const own: FileChange = create
        ? { kind: "create", path, text }
        : { kind: "edit", path, edits: [{ span: { start: at, end: at }, text }] };
      return [
        {
          kind: `add a ${one.what}, ${increment.layout}`,
          aim: { do: "add", folder, what: one.what, layout: increment.layout, creates: create },
          changes: joined([own, ...counts]),
        },
      ];
    });
  });
  return [...made, ...added];
}

/** One change for each file. */
function joined(changes: readonly FileChange[]): FileChange[] {
  const result: FileChange[] = [];
  for (const change of changes) {
    const at = result.findIndex(
      (one) => one.kind === "edit" && change.kind === "edit" && one.path === change.path,
    );
    const known = result[at];
    if (known?.kind === "edit" && change.kind === "edit")
      result[at] = { ...known, edits: [...known.edits, ...change.edits] };
    else result.push(change);
  }
  return result;
}
