/**
 * Every kind of fix for increments, for links and for damage, applied to all that its rule reports in a real repository,
 * where there is one beside this one. What a kind takes away and what it writes is data; so is what it brings about.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { isIndexed } from "../../glossary/domains.ts";
import type { IncrementPage } from "../../glossary/increment/model/index.ts";
import { diskFiles } from "../../server/files.node.ts";
import { FixRounds, type State } from "./fixRounds.ts";

const ROOT = fileURLToPath(new URL("../../../shared/corpora/specweave", import.meta.url));
const THERE = existsSync(ROOT);
const INCREMENTS = ".specweave/increments/";
const LONG = 240_000;

if (!THERE)
  console.log("No real repository at hand: the fixes for increments, links and damage are not tried on one.");

const NOTHING = /^$/;
const ID = "(?:AC-?US|US|AC|T)-?\\w+(?:-\\w+)*";
const ONE_ID = new RegExp(`^${ID}$`);
const MORE_IDS = new RegExp(`^, ${ID}$`);
const NUMBER = /^\d+$/;
const MARK = /^[ x]$/;
/** A mark or a status: a word or two. */
const STATE = /^(?:[ x]|\p{L}+(?:[ _-]\p{L}+){0,3})$/u;
const STRING = /^"[^"\n]+"$/;
const LINE = /^[^\r\n]+$/;
const NEW_TASK = /^(?:\r?\n(?:---\r?\n\r?\n)?)### T-\d{3,}: [^\r\n]+\r?\n\r?\n(?:\*\*[^\r\n]+\r?\n|\r?\n)+$/;
const CRITERION = /^(?:\r?\n)?- \[ \] \*\*AC-US\d+-\d\d\*\*: …\r?\n$/;
const SCENARIO = /^(?: → (?:\*\*)?Then(?:\*\*)? …|- \*\*Then\*\* …\r?\n)$/;
const FIELD = /^(?:\r?\n| \| )?\*\*[^*\r\n]+\*\*: [^\r\n]+(?:\r?\n){0,2}$/;

interface Kind {
  readonly rule: string;
  /** The title; `…` for what differs from place to place, and a number where several of a kind are offered. */
  readonly fix: string;
  /** What every edit takes away, and what it writes. */
  readonly takes: RegExp;
  readonly writes: RegExp;
  /** Rules that may report more afterwards: what can be seen or said only now. */
  readonly followed?: readonly string[];
  /** True where who covers what, or what there is, is meant to change. */
  readonly changes?: true;
  /** True where lines are written anew, with every word that was there. */
  readonly keeps?: true;
  /** How many findings without a fix had been hidden by others. */
  readonly shows?: number;
}

const kind = (
  rule: string,
  fix: string,
  takes: RegExp,
  writes: RegExp,
  more: Pick<Kind, "followed" | "changes" | "keeps" | "shows"> = {},
): Kind => ({ rule, fix, takes, writes, ...more });

/** `fix`, `fix (2)`, … */
const several = (count: number, one: Kind): Kind[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? one : { ...one, fix: `${one.fix} (${i + 1})` }));

const AHEAD = "increment/criterion-ahead-of-tasks";
const BEHIND = "increment/criterion-behind-tasks";
const COUNTS = "increment/count-out-of-date";
const OPEN_WORK = "increment/completed-with-open-work";
const STEPS = "increment/task-done-open-steps";
const METADATA = "increment/metadata-invalid";
const STATUSES = "increment/status-desync";
const UNCOVERED = "increment/uncovered-criterion";
const UNKNOWN = "increment/unknown-reference";
const MISMATCH = "increment/story-mismatch";
const NO_CRITERION = "increment/task-without-criterion";
const BAD_ID = "increment/unparseable-id";

const KINDS: readonly Kind[] = [
  kind(OPEN_WORK, "Reopen the increment", STATE, /^active$/i, { followed: ["increment/all-tasks-done"] }),
  kind(OPEN_WORK, "Tick … criteria", MARK, MARK),
  kind(OPEN_WORK, "Tick … tasks", STATE, STATE, { followed: [COUNTS, STEPS] }),
  kind(OPEN_WORK, "Tick … criteria and … tasks", STATE, STATE, { followed: [COUNTS, STEPS] }),
  kind(COUNTS, "Update to …", NUMBER, NUMBER),
  kind(COUNTS, "Update all … counts", NUMBER, NUMBER),
  kind("increment/criteria-not-a-list", "List the ids: …", /^[^\r\n]*$/, /^[^\r\n]+(?:\r?\n)?$/, {
    keeps: true,
  }),
  kind(AHEAD, "Clear the box of …", MARK, MARK),
  kind(AHEAD, "Complete …", STATE, STATE),
  kind(AHEAD, "Complete … tasks", STATE, STATE),
  kind(BEHIND, "Tick …", MARK, MARK),
  kind(METADATA, "Add …: …", NOTHING, /^,?\r?\n {2}"(?:id|completed)": "[^"\r\n]+",?$/),
  kind(METADATA, "Write …", STRING, STRING),
  kind(STATUSES, "Set … here, as in metadata.json", STATE, STATE, { followed: [OPEN_WORK] }),
  kind(STATUSES, "Set … in metadata.json, as here", STATE, STATE),
  kind(MISMATCH, "Name … as well", NOTHING, MORE_IDS),
  kind("increment/story-without-project", "Add the project core", NOTHING, FIELD),
  kind("increment/story-without-project", "Add the project site", NOTHING, FIELD),
  kind(STEPS, "Tick … steps", MARK, MARK),
  kind(STEPS, "Reopen …", STATE, STATE),
  kind("increment/task-without-test", "Add a test to fill in", NOTHING, FIELD),
  ...several(5, kind(UNCOVERED, "Add … to …: …", NOTHING, MORE_IDS, { followed: [BEHIND], changes: true })),
  kind(UNCOVERED, "Create task … for …", NOTHING, NEW_TASK, { followed: [OPEN_WORK, COUNTS], changes: true }),
  ...several(3, kind(UNKNOWN, "Change … to …", ONE_ID, ONE_ID, { changes: true })),
  kind(UNKNOWN, "Add … to the specification", NOTHING, CRITERION, { followed: [OPEN_WORK], changes: true }),
  kind("increment/unparseable-criterion", "Write …", LINE, LINE, {
    followed: [OPEN_WORK, BEHIND],
    keeps: true,
  }),
  kind(BAD_ID, "Write …", /^[^\r\n]*$/, /^(?:#+|### [^\r\n]+|\*\*User Story\*\*: [^\r\n]+\r?\n)$/, {
    keeps: true,
  }),
  kind("link/broken-relative", "Change to …", /^[^\s()]+$/, /^[^\s()]+$/),
  kind("link/broken-relative", "Remove the link", /^\[[^\r\n]+\)$/, LINE),
  kind("markdown/damaged", "Lengthen the outer fence", /^```+$/, /^````+$/, {
    followed: [COUNTS, STEPS, BAD_ID],
    changes: true,
    shows: 1,
  }),
  kind("markdown/damaged", "Leave only …", /^\[[^\r\n]+\)$/, LINE),
];

/** What the repository has no mistakes of; they are made there first (`spoilt`). */
const SPOILT: readonly Kind[] = [
  kind("increment/all-tasks-done", "Set the status to …", STATE, /^ready[_ ]for[_ ]review$/i),
  kind("increment/duplicate-id", "Renumber to …, with the mentions of this one", ONE_ID, ONE_ID, {
    followed: [
      BEHIND,
      UNCOVERED,
      "increment/criteria-not-a-list",
      "increment/example-taken",
      "increment/circular-dependency",
    ],
    changes: true,
  }),
  kind("increment/incomplete-scenario", "Add … to fill in", NOTHING, SCENARIO),
  ...several(5, kind(NO_CRITERION, "Let it satisfy …", NOTHING, FIELD, { changes: true })),
  kind(NO_CRITERION, "Say that it satisfies none: …", NOTHING, FIELD),
  kind(STEPS, "Tick the step", MARK, MARK),
  kind("increment/template-left", "Remove the line", /^[^\r\n]+\r?\n$/, NOTHING),
];

/** A page of an increment with mistakes; every second or so, so that most of what is usual stays so. */
function spoilt(path: string, text: string): string {
  const every = (count: number) => {
    let seen = 0;
    return (all: string, changed: string) => (seen++ % count === 0 ? changed : all);
  };
  const [criterion, task, field, clause, step] = [every(7), every(11), every(20), every(5), every(9)];
  if (path.endsWith("/metadata.json")) return text.replace('"status": "completed"', '"status": "active"');
  if (path.endsWith("/spec.md"))
    return text
      .replace(/^status: completed/m, "status: active")
      .replace(/(- \[[ x]\] \*\*AC-US\d+-)0[3-9]\*\*/g, (all, head) => criterion(all, `${head}01**`))
      .replace(/^### US-003:/m, "### US-001:")
      .replace(/^(## .*)$/m, "$1\n\n- {{What stays as it is}}\n");
  if (path.endsWith("/tasks.md"))
    return text
      .replace(/^(#+ T-0)(?!01)\d\d(?=[: ])/gm, (all, head) => task(all, `${head}01`))
      .replace(/^\*\*Satisfies ACs\*\*:.*\n/gm, (all) => field(all, ""))
      .replace(/ → \*\*Then\*\*.*$|^- \*\*Then\*\*.*\r?\n/gm, (all) => clause(all, ""))
      .replace(/^- \[x\](?= .*\n(?!\s*- \[))/gm, (all) => step(all, "- [ ]"));
  return text;
}

describe.runIf(THERE)("every kind of fix", () => {
  const started: { original?: FixRounds; spoilt?: FixRounds } = {};

  beforeAll(async () => {
    const files = diskFiles(ROOT);
    const paths = await files.list();
    const texts = new Map<string, string>();
    for (const path of paths.filter(isIndexed)) {
      const text = await files.read(path);
      // The lines of every second file end in the other way.
      if (typeof text === "string")
        texts.set(path, texts.size % 2 === 0 ? text : text.replace(/\r?\n/g, "\r\n"));
    }
    // Two projects, so that stories have to name theirs.
    texts.set(".specweave/config.json", '{ "multiProject": { "projects": { "core": {}, "site": {} } } }');
    started.original = new FixRounds(
      texts,
      paths.filter((path) => !isIndexed(path)),
    );
    const ours = [...texts].filter(([path]) => path.startsWith(INCREMENTS));
    started.spoilt = new FixRounds(new Map(ours.map(([path, text]) => [path, spoilt(path, text)])), []);
    expect(texts.size).toBeGreaterThan(1_000);
  }, LONG);

  const both = [
    ...KINDS.map((one) => ["original", one.rule, one.fix, one] as const),
    ...SPOILT.map((one) => ["spoilt", one.rule, one.fix, one] as const),
  ];

  it.each(both)("in the %s repository, of %s: %s", { timeout: LONG }, (which, _rule, _fix, one) => {
    const { offered, left, mayBeLeft, made, before, after, followed } = (started[which] as FixRounds).apply(
      one.rule,
      one.fix,
    );
    expect(offered).toBeGreaterThan(0);
    expect(made.length).toBeGreaterThan(0);
    expect(left.filter((place) => !mayBeLeft.has(place))).toHaveLength(one.shows ?? 0);
    expect(made.filter(({ taken, given }) => !one.takes.test(taken) || !one.writes.test(given))).toEqual([]);
    expect(followed.filter((rule) => !one.followed?.includes(rule))).toEqual([]);
    expect(lineEnds(after)).toEqual(lineEnds(before));
    if (one.keeps) expect(lost(before.texts, after.texts)).toEqual([]);
    if (one.changes) return;
    const ofStates = one.takes === MARK || one.takes === STATE;
    expect(definitions(after, !ofStates)).toEqual(definitions(before, !ofStates));
    expect(coverage(after)).toEqual(coverage(before));
  });

  it("is among those", () => {
    const known = new Set(both.map(([, rule, fix]) => `${rule}: ${fix}`));
    const offered = [...(started.original?.seen ?? []), ...(started.spoilt?.seen ?? [])];
    expect(offered.filter((one) => !known.has(one))).toEqual([]);
  });
});

/** What the lines of each file end with. */
function lineEnds({ texts }: State): string[] {
  return [...texts].map(
    ([path, text]) =>
      `${path} ${text.includes("\r\n") ? "CRLF" : "LF"} ${/[^\r]\n/.test(text)} ${text.endsWith("\n")}`,
  );
}

/** Words that a file has less often than before. */
function lost(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([path, text]) => {
    const now = after.get(path);
    if (now === undefined || now === text) return [];
    const counts = wordsOf(now);
    return [...wordsOf(text)].flatMap(([word, count]) =>
      (counts.get(word) ?? 0) < count && !DROPPED.has(word.toLowerCase()) ? [`${path}: ${word}`] : [],
    );
  });
}

/** What stands between the ends of a range, and for all criteria, says no more than the list in its place; nor does another label. */
const DROPPED = new Set(["ac", "through", "to", "all", "acs", "ids", "acceptance", "criteria"]);

/** The words of a text with how often each is there; ids as numbers, for their spelling may be corrected. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.replace(/\b0+(?=\d)/g, "").match(/\p{L}{2,}/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** All that is defined, with how far tasks are where that is not to change. */
function definitions({ snapshot }: State, states: boolean): string[] {
  return [...snapshot.pages.values()].flatMap(({ exports: { increment } }) =>
    increment ? definitionsOn(increment, states) : [],
  );
}

function definitionsOn({ place, stories, criteria, tasks }: IncrementPage, states: boolean): string[] {
  return [
    ...stories.map(({ id, title }) => `${place.unit} ${id.key} ${wordsIn(title)}`),
    ...criteria.map(({ id, title, story }) => `${place.unit} ${id.key} ${story} ${wordsIn(title)}`),
    ...tasks.map(({ id, title, work }) => `${place.unit} ${id.key} ${states ? work : ""} ${wordsIn(title)}`),
  ];
}

/** Signs and priorities may move from one end of a title to the other. */
function wordsIn(title: string): string {
  return (title.match(/\p{L}{2,}/gu) ?? [])
    .filter((word) => word !== "Task")
    .sort()
    .join(" ");
}

/** Which criteria are covered by which tasks. */
function coverage({ snapshot: { increments } }: State): string[] {
  return [...increments.units.keys()].flatMap((folder) =>
    [...(increments.at(folder)?.coverage ?? [])].map(
      ([key, { tasks }]) => `${folder} ${key}: ${tasks.map(({ what }) => what.id.key).sort()}`,
    ),
  );
}
