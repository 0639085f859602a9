/** Runs rules over a page: severities by setting, silence by comment, a rule that throws reported once. */

import type { Pragma } from "../markdown/facts.ts";
import { positionAt } from "../text/lines.ts";
import { bySpan, overlaps, type Span } from "../text/span.ts";
import { isArchived } from "../workspace/archived.ts";
import { isExcluded } from "../workspace/settings/excluded.ts";
import { type Severity, severitiesFor } from "../workspace/settings/settings.ts";
import type { CoreView, ReadPage, SaidIn } from "../workspace/workspace.ts";
import type { Finding, Fix, Related, Rule, RuleContext } from "./rule.ts";

export interface Diagnostic {
  readonly rule: string;
  readonly path: string;
  readonly span: Span;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly Related[];
  /** An editor that knows the JSON schema of the file says it too. */
  readonly inSchema?: true;
}

/** A rule failed on a page: a defect of the rule, not of the page. */
export type OnFailure = (rule: string, path: string, error: unknown) => void;

/** A finding with the rule that made it. */
export interface Found<View extends CoreView = CoreView> {
  readonly rule: Rule<unknown, View>;
  readonly finding: Finding<unknown>;
  readonly diagnostic: Diagnostic;
}

/** All diagnostics of a page, by place, then by rule. */
export function diagnose<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  page: ReadPage<SaidIn<View>>,
  failed: OnFailure,
): Diagnostic[] {
  return run(rules, snapshot, page, failed).map(({ diagnostic }) => diagnostic);
}

/** As `diagnose`, and whether there is a fix for each. */
export function diagnoseFixable<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  page: ReadPage<SaidIn<View>>,
  failed: OnFailure,
): (Diagnostic & { readonly fixable: boolean })[] {
  const broken = new Set<Rule<unknown, View>>();
  return run(rules, snapshot, page, failed).map(({ rule, finding, diagnostic }) => {
    try {
      const fixable = !broken.has(rule) && (rule.fixes?.(finding, { page, snapshot }).length ?? 0) > 0;
      return { ...diagnostic, fixable };
    } catch (error) {
      // The finding stands without its fixes. Once is enough to say so.
      broken.add(rule);
      failed(rule.id, page.path, error);
      return { ...diagnostic, fixable: false };
    }
  });
}

/** The fixes for the diagnostics that overlap `span`, in the order of the diagnostics. */
export function fixesAt<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  page: ReadPage<SaidIn<View>>,
  span: Span,
  failed: OnFailure,
): { diagnostic: Diagnostic; fix: Fix }[] {
  return run(rules, snapshot, page, failed)
    .filter(({ diagnostic }) => overlaps(diagnostic.span, span))
    .flatMap((found) =>
      fixesOf(found, { page, snapshot }, failed).map((fix) => ({ diagnostic: found.diagnostic, fix })),
    );
}

/** The fixes for a finding; none where the rule fails. */
export function fixesOf<View extends CoreView>(
  { rule, finding }: Found<View>,
  context: RuleContext<View>,
  failed: OnFailure,
): readonly Fix[] {
  try {
    return rule.fixes?.(finding, context) ?? [];
  } catch (error) {
    failed(rule.id, context.page.path, error);
    return [];
  }
}

/** A view has its own rules: who asks with them gets back what was found by them. */
interface Run {
  readonly rules: readonly unknown[];
  readonly snapshot: CoreView;
  readonly page: ReadPage;
  readonly found: readonly unknown[];
}

/** The last run over each of a few pages: fixes are asked for again with every move of the cursor. */
let runs: readonly Run[] = [];
/** So many pages are looked at side by side. Each run keeps a state of the workspace. */
const MOST_RUNS = 4;

/** All findings of a page, by place, then by rule. */
export function run<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  page: ReadPage<SaidIn<View>>,
  failed: OnFailure,
): readonly Found<View>[] {
  const last = runs.find((one) => one.page === page && one.snapshot === snapshot && one.rules === rules);
  if (last) return last.found as readonly Found<View>[];
  const found = runRules(rules, snapshot, page, failed);
  const others = runs.filter((one) => one.page.path !== page.path).slice(0, MOST_RUNS - 1);
  runs = [{ rules, snapshot, page, found }, ...others];
  return found;
}

/** Whether rules are run over the page at a path: not over archives, nor what the settings exclude. */
export function isChecked(path: string, { settings }: Pick<CoreView, "settings">): boolean {
  return (settings.archived || !isArchived(path)) && !isExcluded(path, settings);
}

function runRules<View extends CoreView>(
  rules: readonly Rule<unknown, View>[],
  snapshot: View,
  page: ReadPage<SaidIn<View>>,
  failed: OnFailure,
): Found<View>[] {
  if (!isChecked(page.path, snapshot)) return [];
  const severities = severitiesFor(snapshot.settings, page.path);
  const context: RuleContext<View> = { page, snapshot };
  const silenced = silencer(page);
  const found: Found<View>[] = [];
  for (const rule of rules) {
    const setting = severities[rule.id];
    if (setting === "off" || (rule.off && setting === undefined)) continue;
    if (rule.scope === "workspace" && !snapshot.complete) continue;
    if (rule.concerns && !rule.concerns.has(page.path)) continue;
    try {
      for (const finding of rule.check(context)) {
        if (silenced(rule.id, finding.span)) continue;
        const diagnostic: Diagnostic = {
          rule: rule.id,
          path: page.path,
          span: finding.span,
          severity: setting ?? finding.severity ?? rule.severity,
          message: rule.message(finding.data),
          related: finding.related ?? [],
          ...(finding.inSchema && { inSchema: true }),
        };
        found.push({ rule, finding, diagnostic });
      }
    } catch (error) {
      failed(rule.id, page.path, error);
    }
  }
  return found.sort((a, b) => bySpan(a.diagnostic, b.diagnostic) || (a.rule.id < b.rule.id ? -1 : 1));
}

/** Whether a comment silences a rule at a place: for the file, from `disable` to `enable`, or for one line. */
function silencer({ facts, lines, text }: ReadPage): (rule: string, span: Span) => boolean {
  if (facts.pragmas.length === 0) return () => false;
  const lineOf = (offset: number) => positionAt(lines, offset).line;
  const names = ({ rules }: Pragma, rule: string) =>
    rules.length === 0 || rules.some((one) => one === rule || rule.startsWith(`${one}/`));
  return (rule, span) => {
    let off = false;
    for (const pragma of facts.pragmas) {
      if (!names(pragma, rule)) continue;
      if (pragma.form === "disable-file") return true;
      if (pragma.form === "disable-line" && lineOf(pragma.span.start) === lineOf(span.start)) return true;
      if (pragma.form === "disable-next-line" && nextLine(pragma) === lineOf(span.start)) return true;
      if (pragma.span.start <= span.start && pragma.form === "disable") off = true;
      if (pragma.span.start <= span.start && pragma.form === "enable") off = false;
    }
    return off;
  };

  /** The next line that is not blank: Markdown wants a blank line between a comment and what follows. */
  function nextLine({ span }: Pragma): number {
    const after = text.slice(span.end).search(/\S/);
    return after < 0 ? -1 : lineOf(span.end + after);
  }
}
