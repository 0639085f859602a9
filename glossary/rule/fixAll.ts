/** Many fixes at once: of a kind, or all that are safe; never two of them at one place. */
import { append } from "../text/groups.ts";
import { type Edit, overlaps, type Span } from "../text/span.ts";
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
  { safety }: FixAllOptions,
  failed: OnFailure,
): FixAllResult {
  return fixTogether(rules, snapshot, pages, (fixes) => chosen(fixes, safety), failed);
}

/** As `fixAll`, with the fix that `choose` takes of those for a finding. */
export function fixTogether<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  pages: readonly ReadPage<SaidIn<View>>[],
  choose: (fixes: readonly Fix[]) => Fix | undefined,
  failed: OnFailure,
): FixAllResult {
  const taken = new Map<string, Taken[]>();
  const numbers = new Map<string, number>();
  const given = (series: string) => numbers.get(series) ?? 0;
  let fixed = 0;
  let left = 0;
  for (const page of pages)
    for (const found of run(rules, snapshot, page, failed)) {
      const fix = choose(fixesOf(found, { page, snapshot, given }, failed));
      if (!fix) continue;
      const joins = fix.joins ? found.rule.id : undefined;
      const wanted = fix.changes.flatMap((change) =>
        change.kind === "edit"
          ? change.edits.map((edit): Wanted => ({ path: change.path, edit, joins }))
          : [],
      );
      if (wanted.every((one) => isFree(one, taken.get(one.path) ?? []))) {
        for (const { path, edit, joins } of wanted) append(taken, path, { edit, joins });
        if (fix.series !== undefined) numbers.set(fix.series, given(fix.series) + 1);
        fixed++;
      } else left++;
    }
  const changes = [...taken].map(
    ([path, list]): FileChange => ({ kind: "edit", path, edits: list.map(({ edit }) => edit) }),
  );
  return { changes, fixed, left };
}

interface Taken {
  readonly edit: Edit;
  /** The rule whose insertions may stand beside this one. */
  readonly joins: string | undefined;
}

interface Wanted extends Taken {
  readonly path: string;
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

function isFree({ edit, joins }: Wanted, taken: readonly Taken[]): boolean {
  return taken.every(
    (one) =>
      !overlaps(one.edit.span, edit.span) ||
      (joins !== undefined && joins === one.joins && isInsertion(edit) && isInsertion(one.edit)),
  );
}

function isInsertion({ span }: Edit): boolean {
  return span.start === span.end;
}
