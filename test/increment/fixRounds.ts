/** Applies one kind of fix to everything that a rule reports in a set of files, and says what became of them. */
import { AnalysisHost, withText } from "../../glossary/analysis.ts";
import type { Page, ReadPage, Snapshot } from "../../glossary/domains.ts";
import { fixTogether } from "../../glossary/rule/fixAll.ts";
import type { Fix } from "../../glossary/rule/rule.ts";
import { fixesOf, run } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits, type Edit } from "../../glossary/text/span.ts";

type Texts = ReadonlyMap<string, string>;

/** An edit: what stood there, and what stands there now. */
export interface Made {
  readonly path: string;
  readonly taken: string;
  readonly given: string;
}

export interface Outcome {
  /** How many findings the fix was offered for. */
  readonly offered: number;
  /** Where the rule reports something afterwards, and where it may: where the fix was never offered. */
  readonly left: readonly string[];
  readonly mayBeLeft: ReadonlySet<string>;
  readonly made: readonly Made[];
  readonly before: State;
  readonly after: State;
  /** Rules that report more than before. */
  readonly followed: readonly string[];
}

/** Files and what the engine says of them. */
export interface State {
  readonly texts: Texts;
  readonly snapshot: Snapshot;
}

interface Place {
  readonly path: string;
  readonly start: number;
  readonly fixable: boolean;
}

/** More rounds than fixes that touch each other need. */
const MOST_ROUNDS = 12;

const WATCHED = RULES.filter(({ id }) => /^(?:increment\/|link\/broken-relative|markdown\/damaged)/.test(id));

/** Titles without what differs from place to place: names, ids and numbers. A number tells equal ones apart. */
function kindsOf(fixes: readonly Fix[]): string[] {
  const seen = new Map<string, number>();
  return fixes.map(({ title }) => {
    const kind = title
      .replace(/“[^”]*”|"[^"]*"/g, "…")
      .replace(/\b(?:AC|US|T)-?[A-Z]*\d[\w-]*/g, "…")
      .replace(/\d+/g, "…")
      .replace(/: .*/s, ": …");
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count === 1 ? kind : `${kind} (${count})`;
  });
}

export class FixRounds {
  readonly #host = new AnalysisHost();
  readonly #texts: Texts;
  readonly #counts: ReadonlyMap<string, number>;
  readonly #read = new WeakMap<Page, ReadPage>();
  /** Every kind of fix that has been offered, with its rule. */
  readonly seen = new Set<string>();

  constructor(texts: Texts, others: readonly string[]) {
    this.#texts = texts;
    const rules = Object.fromEntries(WATCHED.map(({ id, severity }) => [id, severity]));
    this.#host.apply({ put: texts, files: others, settings: { archived: true, rules }, complete: true });
    this.#counts = this.#count(texts);
  }

  /** Applies a kind of fix until it is offered no more, in rounds where fixes touch each other; then undoes it all. */
  apply(id: string, kind: string): Outcome {
    const before = { texts: this.#texts, snapshot: this.#host.snapshot() };
    const rules = RULES.filter((rule) => rule.id === id);
    const choose = (fixes: readonly Fix[]) => fixes[kindsOf(fixes).indexOf(kind)];
    const first = this.#places(this.#pages(this.#texts, id), id, kind);
    const concerned = new Set(first.map(({ path }) => path));
    const texts = new Map(this.#texts);
    const made: Made[] = [];
    let mayBeLeft = first.filter(({ fixable }) => !fixable);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const pages = this.#pages(texts, id, concerned);
      const { changes } = fixTogether(rules, this.#host.snapshot(), pages, choose, fail);
      if (changes.length === 0) break;
      const edits = new Map(changes.flatMap((one) => (one.kind === "edit" ? [[one.path, one.edits]] : [])));
      for (const [path, list] of edits) {
        const text = texts.get(path) as string;
        made.push(
          ...list.map(({ span, text: given }) => ({ path, taken: text.slice(span.start, span.end), given })),
        );
        texts.set(path, applyEdits(text, list));
        concerned.add(path);
      }
      mayBeLeft = mayBeLeft.map((one) => ({ ...one, start: moved(one.start, edits.get(one.path) ?? []) }));
      this.#host.apply({ put: new Map([...edits.keys()].map((path) => [path, texts.get(path) as string])) });
    }
    const after = { texts, snapshot: this.#host.snapshot() };
    const left = this.#places(this.#pages(texts, id, concerned), id, kind);
    const followed = [...this.#count(texts)].filter(([rule, count]) => count > (this.#counts.get(rule) ?? 0));
    const changed = [...texts].filter(([path, text]) => this.#texts.get(path) !== text);
    this.#host.apply({ put: new Map(changed.map(([path]) => [path, this.#texts.get(path) as string])) });
    return {
      offered: first.filter(({ fixable }) => fixable).length,
      left: left.map(nameOf),
      mayBeLeft: new Set(mayBeLeft.map(nameOf)),
      followed: followed.map(([rule]) => rule).sort(),
      made,
      before,
      after,
    };
  }

  #places(pages: readonly ReadPage[], id: string, kind: string): Place[] {
    const rules = RULES.filter((rule) => rule.id === id);
    const snapshot = this.#host.snapshot();
    return pages.flatMap((page) =>
      run(rules, snapshot, page, fail).map((found): Place => {
        const kinds = kindsOf(fixesOf(found, { page, snapshot }, fail));
        for (const one of kinds) this.seen.add(`${id}: ${one}`);
        return { path: page.path, start: found.diagnostic.span.start, fixable: kinds.includes(kind) };
      }),
    );
  }

  /** How often each rule reports something on the pages of increments. */
  #count(texts: Texts): Map<string, number> {
    const counts = new Map<string, number>();
    for (const page of this.#pages(texts, "increment/"))
      for (const { rule } of run(WATCHED, this.#host.snapshot(), page, fail))
        counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
    return counts;
  }

  /** The pages that a rule can report something on; of one about Markdown, once that is known, those alone. */
  #pages(texts: Texts, rule: string, concerned?: ReadonlySet<string>): ReadPage[] {
    const ofIncrements = rule.startsWith("increment/");
    return [...this.#host.snapshot().pages.values()].flatMap((page) => {
      if (ofIncrements ? !page.exports.increment : concerned && !concerned.has(page.path)) return [];
      const known = this.#read.get(page) ?? withText(page, texts.get(page.path) as string);
      if (page.exports.increment) this.#read.set(page, known);
      return [known];
    });
  }
}

function fail(rule: string, path: string, error: unknown): never {
  throw new Error(`${rule} failed on ${path}`, { cause: error });
}

function nameOf({ path, start }: Place): string {
  return `${path}:${start}`;
}

/** Where an offset is after edits. */
function moved(offset: number, edits: readonly Edit[]): number {
  return edits.reduce(
    (at, { span, text }) => (span.end <= offset ? at + text.length - (span.end - span.start) : at),
    offset,
  );
}
