/** What a rule is. A rule is one file; its documentation page, its setting and its tests follow from it. */

import type { Span } from "../text/span.ts";
import type { FileChange } from "../workspace/fileChange.ts";
import type { Severity } from "../workspace/settings/settings.ts";
import type { CoreView, ReadPage, SaidIn } from "../workspace/workspace.ts";

/** What a rule looks at: a page, and all that its `View` has of the others. */
export interface RuleContext<View extends CoreView = CoreView> {
  readonly page: ReadPage<SaidIn<View>>;
  readonly snapshot: View;
  /** How many numbers of a series have been given away by fixes that are applied together with this one. */
  readonly given?: (series: string) => number;
}

/** One place where a rule is broken. `data` is what message and fixes need to know of it. */
export interface Finding<D> {
  readonly span: Span;
  readonly data: D;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** The JSON schema of the file finds it too. */
  readonly inSchema?: boolean;
}

/** Another place that has to do with a finding. */
export interface Related {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

export type { FileChange } from "../workspace/fileChange.ts";

export interface Fix {
  readonly title: string;
  readonly changes: readonly FileChange[];
  /** `safe` fixes cannot change what the author means; they may be applied on save. */
  readonly safety: "safe" | "review";
  /** The one that is right unless the user knows better. At most one of a finding's fixes. */
  readonly preferred?: boolean;
  /** What it inserts may stand beside what the same rule inserts at the same place: items of a list, lines. */
  readonly joins?: boolean;
  /** The series that it takes the next number of: other fixes that are applied with it take those behind. */
  readonly series?: string;
}

/**
 * A document before and after. `«…»` stands around exactly what the rule reports; a document without it is
 * clean. The document is `docs/page.md` unless `path` says otherwise.
 */
export interface Example {
  readonly title: string;
  readonly path?: string;
  /** Other files of the workspace, by path. */
  readonly given?: Readonly<Record<string, string>>;
  readonly bad?: string;
  /** What applying the fix `fix` (the first one unless named) makes of `bad`; without `bad`, a clean document. */
  readonly good?: string;
  readonly fix?: string;
  /** A file that the fix creates. */
  readonly creates?: string;
  /** The name that the fix gives to the document's file. */
  readonly renames?: string;
  /** True where the fix only prepares what the author has to write: until then the finding stays. */
  readonly stays?: boolean;
}

export interface Rule<D = unknown, View extends CoreView = CoreView> {
  /** `area/name`; reads after "allow". */
  readonly id: string;
  /** The version that brought it. */
  readonly since: string;
  readonly severity: Severity;
  /** Reports nothing until a setting gives it a severity. */
  readonly off?: true;
  /** `workspace` rules wait until every file has been read. */
  readonly scope: "page" | "workspace";
  /** Reports the same on several pages of an increment, so that fixing all in one go means more than this page. */
  readonly across?: true;
  /** The pages that it concerns, and the names of their layouts, where it does not look at all pages. */
  readonly concerns?: { readonly layouts: readonly string[]; has(path: string): boolean };
  /** One sentence, for the setting and the head of the documentation page. */
  readonly summary: string;
  /** Markdown: why it matters, how it decides, what it leaves alone. */
  readonly why: string;
  /** Markdown: how often it fires on real repositories. */
  readonly measured?: string;
  readonly examples: readonly Example[];
  /** Names the thing and the remedy; no full stop. */
  message(data: D): string;
  check(context: RuleContext<View>): Iterable<Finding<D>>;
  fixes?(finding: Finding<D>, context: RuleContext<View>): readonly Fix[];
}

/** Declares a rule; only for its types. */
export function defineRule<D, View extends CoreView = CoreView>(rule: Rule<D, View>): Rule<D, View> {
  return rule;
}

/** A change of one place in the page at hand. */
export function replace({ page }: RuleContext, span: Span, text: string): FileChange {
  return { kind: "edit", path: page.path, edits: [{ span, text }] };
}
