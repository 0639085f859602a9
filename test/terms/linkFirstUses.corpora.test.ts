/** Link first uses on every page of real repositories, where there are any beside this one: nothing else is said afterwards. */
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AnalysisHost, withText } from "../../glossary/analysis.ts";
import { isIndexed, type ReadPage, type Snapshot } from "../../glossary/domains.ts";
import { traceability } from "../../glossary/increment/features/traceability.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { linkFirstUses } from "../../glossary/terms/features/linkFirstUses.ts";
import { isMarkdown } from "../../glossary/text/paths.ts";
import { applyEdits, type Edit, overlaps, type Span } from "../../glossary/text/span.ts";
import { diskFiles } from "../../server/files.node.ts";
import { rethrow } from "../fixture.ts";

const CORPORA = fileURLToPath(new URL("../../../shared/corpora", import.meta.url));
const REPOSITORIES = existsSync(CORPORA) ? readdirSync(CORPORA).sort() : [];
const LONG = 600_000;
const LINKED = "glossary/unlinked-term";

if (REPOSITORIES.length === 0)
  console.log("No real repository at hand: Link first uses is not tried on any.");

/** The rules as they are, and those too that are off. */
const RULES_ON = Object.fromEntries(
  RULES.filter(({ id }) => id !== LINKED).map(({ id, severity }) => [id, severity]),
);

interface State {
  readonly host: AnalysisHost;
  readonly snapshot: Snapshot;
  readonly texts: ReadonlyMap<string, string>;
}

async function load(root: string): Promise<State> {
  const files = diskFiles(root);
  const all = await files.list();
  const texts = new Map<string, string>();
  for (const path of all.filter(isIndexed)) {
    const text = await files.read(path);
    if (typeof text === "string") texts.set(path, text);
  }
  const host = new AnalysisHost();
  host.apply({ put: texts, files: all, settings: { archived: true, rules: RULES_ON }, complete: true });
  return { host, snapshot: host.snapshot(), texts };
}

function pageIn({ snapshot, texts }: State, path: string): ReadPage | undefined {
  const page = snapshot.pages.get(path);
  return page && withText(page, texts.get(path) as string);
}

/** `[text](…)`, `[text][…]`, wiki links, shortcodes and roles as their text. */
function bare(text: string): string {
  return text
    .replace(/\{\{<\s*glossary_tooltip text="([^"]*)"[^}]*\}\}/g, "$1")
    .replace(/\[((?:[^[\]\\]|\\.)*)\](?:\([^()]*\)|\[[^\]]*\])/g, "$1")
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, "$1")
    .replace(/\s+/g, " ");
}

function findings(state: State): string[] {
  return [...state.texts.keys()].filter(isMarkdown).flatMap((path) => {
    const page = pageIn(state, path);
    if (!page) return [];
    return diagnose(RULES, state.snapshot, page, rethrow).map(({ rule, message, span }) => {
      const line = page.lines.findLastIndex((start) => start <= span.start) + 1;
      return `${path}:${line} ${rule} ${bare(message)}`;
    });
  });
}

function coverage({ snapshot }: State): string {
  const all = [...snapshot.increments.units.keys()].sort().map((unit) => {
    const found = traceability(snapshot, unit);
    return found?.stories.map(({ story, criteria, tasks }) => [
      story?.id,
      tasks.map(({ id, work }) => [id, work]),
      criteria.map((one) => [one.key, one.work, one.tasks.map(({ id }) => id), one.tests.length]),
    ]);
  });
  return JSON.stringify(all);
}

const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u;

/** What a span stands in that must not be linked; `undefined` where it may be. */
function wrongPlace({ text, facts, exports }: ReadPage, span: Span): string | undefined {
  const holds = (list: readonly { readonly span: Span }[]) => list.some((one) => overlaps(one.span, span));
  if (holds(facts.headings)) return "a heading";
  if (holds(exports.links)) return "a link";
  if (facts.tables.some(({ rows }) => rows[0]?.some((cell) => overlaps(cell, span)))) return "a head";
  if (facts.fields.some(({ labelSpan }) => overlaps(labelSpan, span))) return "a label";
  if (holds(exports.adr.mentions) || holds(exports.increment?.mentions ?? [])) return "an id";
  const [ahead, behind] = [
    text.slice(Math.max(0, span.start - 2), span.start),
    text.slice(span.end, span.end + 2),
  ];
  const [first = "", last = ""] = [text[span.start], text[span.end - 1]];
  // Words of scripts without spaces end where nobody can see it.
  const isWord = (one: string, other: string) => !ALONE.test(one + other);
  if (/[\p{L}\p{N}_]-?$/u.test(ahead) && isWord(ahead, first)) return "a word";
  return /^-?[\p{L}\p{N}_]/u.test(behind) && isWord(behind, last) ? "a word" : undefined;
}

describe.each(REPOSITORIES)("link first uses in %s", (name) => {
  it("changes no finding, no coverage and nothing but running text", { timeout: LONG }, async () => {
    const before = await load(`${CORPORA}/${name}`);
    const texts = new Map(before.texts);
    const wrong: string[] = [];
    let count = 0;
    for (const [path, text] of before.texts) {
      const page = isMarkdown(path) ? pageIn(before, path) : undefined;
      const change = page && linkFirstUses(before.snapshot, page, rethrow);
      if (!page || change?.kind !== "edit") continue;
      for (const { span } of change.edits as readonly Edit[]) {
        const place = wrongPlace(page, span);
        if (place !== undefined)
          wrong.push(`${path}: ${text.slice(span.start - 20, span.end + 20)}: ${place}`);
      }
      count += change.edits.length;
      texts.set(path, applyEdits(text, change.edits));
    }
    const was = findings(before);
    console.log(`${name}: ${count} links in ${before.texts.size} files with ${was.length} findings`);
    const covered = coverage(before);
    before.host.apply({ put: texts });
    const after = { host: before.host, snapshot: before.host.snapshot(), texts };
    const is = findings(after);
    const lost = was.filter((one) => !is.includes(one));
    const gained = is.filter((one) => !was.includes(one));
    expect({ wrong, lost, gained }).toEqual({ wrong: [], lost: [], gained: [] });
    expect(is.toSorted()).toEqual(was.toSorted());
    expect(coverage(after)).toBe(covered);
  });
});
