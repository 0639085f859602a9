/**
 * The fixes of the rules on increments, all of them at once, on a real repository where there is one beside this one:
 * afterwards nothing is left to fix, nothing else has changed and nothing that somebody wrote is gone.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AnalysisHost, isIndexed, withText } from "../../glossary/analysis.ts";
import type { IncrementPage } from "../../glossary/domain/increment.ts";
import { RULES } from "../../glossary/rules/all.ts";
import type { Rule } from "../../glossary/rules/rule.ts";
import { fixesOf, run } from "../../glossary/rules/run.ts";
import { applyEdits, type Edit, overlaps } from "../../glossary/text/span.ts";
import type { Snapshot } from "../../glossary/workspace/workspace.ts";

const ROOT = fileURLToPath(new URL("../../../shared/corpora/specweave", import.meta.url));
const BELOW = ".specweave/increments";
const THERE = existsSync(join(ROOT, BELOW));

if (!THERE) console.log("No real increments at hand: the fixes are not tried on them.");

type Files = ReadonlyMap<string, string>;

function readAll(): Files {
  const paths = readdirSync(join(ROOT, BELOW), { recursive: true, encoding: "utf8" }).map(
    (path) => `${BELOW}/${path.replaceAll("\\", "/")}`,
  );
  const files = new Map(
    paths.filter(isIndexed).map((path) => [path, readFileSync(join(ROOT, path), "utf8")] as const),
  );
  // Two projects, so that stories have to name theirs.
  return files.set(
    ".specweave/config.json",
    '{ "multiProject": { "projects": { "core": {}, "site": {} } } }',
  );
}

/** A state of the files, in which everything is looked at. */
class State {
  readonly files: Files;
  readonly snapshot: Snapshot;

  constructor(files: Files, host: AnalysisHost) {
    this.files = files;
    this.snapshot = host.snapshot();
  }

  /** The findings of a rule, with the fix that is preferred, else the first one. */
  findings(rule: Rule) {
    return [...this.snapshot.pages.values()].flatMap((closed) => {
      if (!closed.exports.increment) return [];
      const page = withText(closed, this.files.get(closed.path) as string);
      return run([rule], this.snapshot, page, fail).map((found) => {
        const fixes = fixesOf(found, { page, snapshot: this.snapshot }, fail);
        return { found, fix: fixes.find(({ preferred }) => preferred) ?? fixes[0] };
      });
    });
  }

  /** All that is defined, in the order of the pages. */
  get definitions(): string[] {
    return [...this.snapshot.pages.values()].flatMap(({ exports: { increment } }) =>
      increment ? definitionsOf(increment) : [],
    );
  }

  /** Which criteria are covered by which tasks. */
  get coverage(): string[] {
    const { folders, at } = this.snapshot.increments;
    return [...folders.keys()].flatMap((folder) =>
      [...(at(folder)?.coverage ?? [])].map(
        ([key, { tasks }]) => `${folder} ${key}: ${tasks.map(({ what }) => what.id.key).sort()}`,
      ),
    );
  }
}

function fail(rule: string, path: string, error: unknown): never {
  throw new Error(`${rule} failed on ${path}`, { cause: error });
}

/** Applies the fixes of a rule until none is left; those that touch one another in one round after the other. */
function fixed(rule: Rule, files: Files) {
  const host = new AnalysisHost();
  host.apply({
    settings: { archived: true, rules: { [rule.id]: rule.severity } },
    put: files,
    complete: true,
  });
  const before = new State(files, host);
  let state = before;
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = new Map<string, Edit[]>();
    const free = (path: string, { span }: Edit) =>
      (edits.get(path) ?? []).every((one) => !overlaps(one.span, span));
    for (const { fix } of state.findings(rule)) {
      const wanted = (fix?.changes ?? []).flatMap((change) =>
        change.kind === "edit" ? change.edits.map((edit) => ({ path: change.path, edit })) : [],
      );
      if (!wanted.every(({ path, edit }) => free(path, edit))) continue;
      for (const { path, edit } of wanted) edits.set(path, [...(edits.get(path) ?? []), edit]);
      if (wanted.length > 0) applied++;
    }
    if (edits.size === 0) break;
    const changed = [...edits].map(
      ([path, list]) => [path, applyEdits(state.files.get(path) as string, list)] as const,
    );
    host.apply({ put: new Map(changed) });
    state = new State(new Map([...state.files, ...changed]), host);
  }
  return { before, after: state, applied };
}

const MOST_ROUNDS = 60;

/** The words of a text with how often each is there; ids as numbers, for their spelling may be corrected. */
function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.replace(/\b0+(?=\d)/g, "").match(/\p{L}{2,}/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that are there less often than before, by file. */
function lost(before: Files, after: Files): string[] {
  return [...before].flatMap(([path, text]) => {
    const now = after.get(path);
    if (now === undefined || now === text) return [];
    const counts = wordsOf(now);
    return [...wordsOf(text)].flatMap(([word, count]) =>
      (counts.get(word) ?? 0) < count && !DROPPED.has(word.toLowerCase()) ? [`${path}: ${word}`] : [],
    );
  });
}

/** What stands between the ends of a range, and for all criteria, says no more than the list in its place. */
const DROPPED = new Set(["through", "to", "all", "acs", "ids", "acceptance", "criteria"]);

function definitionsOf({ place, stories, criteria, tasks }: IncrementPage): string[] {
  return [
    ...stories.map(({ id, title }) => `${place.folder} ${id.key} ${wordsIn(title)}`),
    ...criteria.map(({ id, title, story }) => `${place.folder} ${id.key} ${story} ${wordsIn(title)}`),
    ...tasks.map(({ id, title, work }) => `${place.folder} ${id.key} ${work} ${wordsIn(title)}`),
  ];
}

/** Signs and priorities may move from one end of a title to the other. */
function wordsIn(title: string): string {
  return (title.match(/\p{L}{2,}/gu) ?? [])
    .filter((word) => word !== "Task")
    .sort()
    .join(" ");
}

/** The rules that find something there, and whether their fixes are meant to change which task covers what. */
const TRIED: readonly (readonly [rule: string, covers: boolean])[] = [
  ["increment/unparseable-id", false],
  ["increment/unparseable-criterion", false],
  ["increment/criteria-not-a-list", false],
  ["increment/uncovered-criterion", true],
  ["increment/unknown-reference", true],
  ["increment/story-mismatch", false],
  ["increment/story-without-project", false],
  ["increment/task-without-test", false],
];

describe.runIf(THERE)("the fixes of the rules on increments", () => {
  const files = THERE ? readAll() : new Map<string, string>();

  it.each(TRIED)("leave nothing to fix and nothing out: %s", { timeout: 60_000 }, (id, covers) => {
    const rule = RULES.find((one) => one.id === id) as Rule;
    const { before, after, applied } = fixed(rule, files);
    const [first, left] = [before.findings(rule), after.findings(rule)];
    console.log(`${id}: ${first.length} findings, ${applied} fixes, ${left.length} left without a fix`);
    expect(applied).toBeGreaterThan(0);
    // Those that are left never had a fix.
    expect(left.filter(({ fix }) => fix)).toEqual([]);
    expect(left.length).toBe(first.filter(({ fix }) => !fix).length);
    const now = new Set(after.definitions);
    expect(before.definitions.filter((one) => !now.has(one))).toEqual([]);
    if (!covers) expect(after.definitions.length).toBe(before.definitions.length);
    if (!covers) expect(after.coverage).toEqual(before.coverage);
    expect(lost(before.files, after.files)).toEqual([]);
  });
});
