/** The only door to the engine: what hosts may use of it. */
export { AnalysisHost, type Change, isIndexed } from "./analysis.ts";
export { DEFAULT_SETTINGS, SEVERITIES, type Settings, type Severity } from "./domain/settings.ts";
export type { Entry, EntryKind, Term } from "./domain/term.ts";
export { type Completion, completedTerm, completion, hasMore } from "./features/completion.ts";
export { copyStarter } from "./features/copyStarter.ts";
export { type Destination, definition } from "./features/definition.ts";
export { type DocumentLink, documentLinks } from "./features/documentLinks.ts";
export { type Hover, hover, termMarkdown } from "./features/hover.ts";
export { newTerm } from "./features/newTerm.ts";
export { RULES } from "./rules/all.ts";
export type { FileChange, Fix, Related, Rule } from "./rules/rule.ts";
export { type Diagnostic, diagnose, fixesAt, type OnFailure } from "./rules/run.ts";
export { hash } from "./text/hash.ts";
export { type LineStarts, lineStarts, offsetAt, type Position, positionAt } from "./text/lines.ts";
export { isMarkdown } from "./text/paths.ts";
export { applyEdits, type Edit, type Span } from "./text/span.ts";
export { isSiteConfig } from "./workspace/site.ts";
export { isRead, type Page, type ReadPage, type Snapshot } from "./workspace/workspace.ts";
