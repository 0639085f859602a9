/** Many fixes at once: of a kind, or all that are safe; never two of them at one place. */
import { type Edit, firstFrom, overlaps, type Span } from "../text/span.ts";
import type { CoreView, ReadPage, SaidIn } from "../workspace/workspace.ts";
import type { FileChange, Fix, Rule } from "./rule.ts";
import { type Found, fixesOf, type OnFailure, run } from "./run.ts";

export interface FixAllOptions {
  /** `safe`: those alone that cannot change what the author means. */
  readonly safety: Fix["safety"];
}

/** One edit for each file, of all fixes that go together. */
export interface FixAllResult {
  readonly changes: readonly FileChange[];
  /** How many findings it fixes. */
  readonly fixed: number;
  /** How many it leaves for the next time, because their fixes would touch the same places. */
  readonly left: number;
}

/** The fixes of all findings of `rules` on these pages. Fixes that create or rename files are left to the user. */
export function fixAll<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  pages: readonly ReadPage<SaidIn<View>>[],
  options: FixAllOptions,
  failed: OnFailure,
): FixAllResult {
  const work = fixingAll(rules, snapshot, options, failed);
  for (const page of pages) work.take(page);
  return work.result();
}

/** As `fixAll`, with the fix that `choose` takes of those for a finding. */
export function fixTogether<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  pages: readonly ReadPage<SaidIn<View>>[],
  choose: (fixes: readonly Fix[]) => Fix | undefined,
  failed: OnFailure,
): FixAllResult {
  const work = fixing(rules, snapshot, choose, failed);
  for (const page of pages) work.take(page);
  return work.result();
}

/** Many fixes that are put together page by page. */
export interface Fixing<View extends CoreView> {
  /** Takes the fixes for a page, which need not be kept. */
  take(page: ReadPage<SaidIn<View>>): void;
  result(): FixAllResult;
}

/** Begins what `fixAll` does in one go. */
export function fixingAll<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  { safety }: FixAllOptions,
  failed: OnFailure,
): Fixing<View> {
  return fixing(rules, snapshot, (fixes) => chosen(fixes, safety), failed);
}

function fixing<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  choose: (fixes: readonly Fix[]) => Fix | undefined,
  failed: OnFailure,
): Fixing<View> {
  const files = new Map<string, Taken>();
  const numbers = new Map<string, number>();
  const given = (series: string) => numbers.get(series) ?? 0;
  const takenIn = (path: string) => files.get(path) ?? { inOrder: [], byPlace: [] };
  let fixed = 0;
  let left = 0;
  return {
    take(page) {
      for (const found of run(rules, snapshot, page, failed)) {
        const fix = choose(fixesOf(found, { page, snapshot, given }, failed));
        if (!fix) continue;
        const joins = fix.joins ? found.rule.id : undefined;
        const wanted = fix.changes.flatMap((change) =>
          change.kind === "edit"
            ? change.edits.map(({ span, text }): Placed & { path: string } => ({
                path: change.path,
                span,
                text,
                joins,
              }))
            : [],
        );
        if (wanted.every((one) => isFree(one, takenIn(one.path).byPlace))) {
          for (const one of wanted) {
            const taken = takenIn(one.path);
            files.set(one.path, taken);
            taken.inOrder.push({ span: one.span, text: one.text });
            taken.byPlace.splice(firstFrom(taken.byPlace, one.span.start + 1), 0, one);
          }
          if (fix.series !== undefined) numbers.set(fix.series, given(fix.series) + 1);
          fixed++;
        } else left++;
      }
    },
    result: () => ({
      changes: [...files].map(([path, { inOrder }]): FileChange => ({ kind: "edit", path, edits: inOrder })),
      fixed,
      left,
    }),
  };
}

/** What is done in a file already. */
interface Taken {
  /** As they were found. */
  readonly inOrder: Edit[];
  /** Sorted by start. */
  readonly byPlace: Placed[];
}

interface Placed extends Edit {
  /** The rule whose insertions may stand beside this one. */
  readonly joins: string | undefined;
}

/** The fix that needs no choice: the preferred one, or the only one. */
function chosen(fixes: readonly Fix[], safety: Fix["safety"]): Fix | undefined {
  const fix = fixes.find(({ preferred }) => preferred) ?? (fixes.length === 1 ? fixes[0] : undefined);
  if (!fix || (safety === "safe" && fix.safety !== "safe")) return undefined;
  return fix.changes.every(({ kind }) => kind === "edit") ? fix : undefined;
}

/** The rules that are broken within `span`, and how many of their findings on the page can be fixed without a choice. */
export function repeatedAt<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  page: ReadPage<SaidIn<View>>,
  span: Span,
  failed: OnFailure,
): { readonly rule: Rule; readonly count: number }[] {
  const all = run(rules, snapshot, page, failed);
  const here = all.filter(({ diagnostic }) => overlaps(diagnostic.span, span));
  const can = (found: Found<View>) =>
    chosen(fixesOf(found, { page, snapshot }, failed), "review") !== undefined;
  return [...new Set(here.map(({ rule }) => rule))].flatMap((rule) => {
    const own = (found: Found<View>) => found.rule === rule && can(found);
    return here.some(own) ? [{ rule, count: all.filter(own).length }] : [];
  });
}

/** `taken` do not overlap, and are sorted: those around the place are looked at, and no others. */
function isFree(edit: Placed, taken: readonly Placed[]): boolean {
  const from = firstFrom(taken, edit.span.start);
  for (let i = from - 1; i >= 0 && (taken[i] as Placed).span.end >= edit.span.start; i--)
    if (!goTogether(edit, taken[i] as Placed)) return false;
  for (let i = from; i < taken.length && (taken[i] as Placed).span.start <= edit.span.end; i++)
    if (!goTogether(edit, taken[i] as Placed)) return false;
  return true;
}

function goTogether(one: Placed, other: Placed): boolean {
  if (!overlaps(one.span, other.span)) return true;
  return one.joins !== undefined && one.joins === other.joins && isInsertion(one) && isInsertion(other);
}

function isInsertion({ span }: Edit): boolean {
  return span.start === span.end;
}
