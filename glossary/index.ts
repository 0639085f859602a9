/** The only door to the engine: what hosts may use of it. */

export {
  indexesOf as adrIndexPages,
  renumber as renumberAdr,
  setStatus as setAdrStatus,
  supersede as supersedeAdr,
} from "./adr/features/change.ts";
export { adrLog, graphMermaid, logMarkdown } from "./adr/features/log.ts";
export { adrFolders, newAdr } from "./adr/features/new.ts";
export { ADR_TEMPLATES } from "./adr/features/templates.ts";
export { placeAt as adrPlaceAt } from "./adr/index/positions.ts";
export { AnalysisHost, type Change, readAlone, withText } from "./analysis.ts";
export {
  type Completed,
  complete,
  definition,
  describe,
  documentLinks,
  highlights,
  hover,
  lenses,
  planRename,
  references,
  symbols,
  TRIGGERS,
} from "./answers.ts";
export { isIndexed, isText, PACKED, type Page, type ReadPage, type Snapshot, WATCHED } from "./domains.ts";
export {
  add as addToIncrement,
  pageFor as pageForAddition,
  refusal as refusalToAdd,
} from "./increment/features/add.ts";
export {
  configurationFor,
  firstField,
  incrementsRoot,
  layoutsFor,
  newIncrement,
  newStory,
} from "./increment/features/new.ts";
export { spotAt } from "./increment/features/place.ts";
export {
  countFindings,
  numbersOf as incrementNumbers,
  pagesOf as incrementPages,
  type Report,
  reportMarkdown as incrementReport,
  withClosed,
} from "./increment/features/report.ts";
export { incrementTitle } from "./increment/features/title.ts";
export { type Traceability, traceability } from "./increment/features/traceability.ts";
export { isActive as isActiveIncrement } from "./increment/index/active.ts";
export { incrementOf } from "./increment/index/increments.ts";
export type { ArchivedPage, Wanted } from "./increment/layouts/layout.ts";
export { layoutOf } from "./increment/layouts/layouts.ts";
export { LAYOUTS } from "./increment/layouts/list.ts";
export type { Increment } from "./increment/model/increment.ts";
export { wantsSchemas, wantsSql } from "./query/index/queries.ts";
export type { ParseSql } from "./query/model/parse.ts";
export { fixAll, fixingAll, repeatedAt } from "./rule/fixAll.ts";
export type { FileChange, Fix, Related, Rule } from "./rule/rule.ts";
export {
  type Diagnostic,
  diagnose,
  diagnoseFixable,
  fixesAt,
  isChecked,
  type OnFailure,
} from "./rule/run.ts";
export { RULES } from "./rules.ts";
export {
  type CheckState,
  findIncrements,
  lensTitle,
  type PerformanceReport,
  performanceLensAt,
  performancePaths,
  performanceReport,
  reportMarkdown,
} from "./target/performance/performance.ts";
export { sourceToCompare } from "./terms/features/compareDefinitions.ts";
export { copyStarter } from "./terms/features/copyStarter.ts";
export { linkFirstUses } from "./terms/features/linkFirstUses.ts";
export { newTerm } from "./terms/features/newTerm.ts";
export { bringStemmers, type FindStemmer } from "./terms/model/stemmers.ts";
export type { Entry, Term } from "./terms/model/term.ts";
export { hash } from "./text/hash.ts";
export { type LineStarts, lineStarts, offsetAt, type Position, positionAt } from "./text/lines.ts";
export { isMarkdown } from "./text/paths.ts";
export { applyEdits, type Edit, type Span } from "./text/span.ts";
export type {
  Completion,
  Destination,
  DocumentLink,
  Hover,
  Lens,
  Outlined,
  References,
  UseHere,
} from "./workspace/answers.ts";
export { inLineEnds } from "./workspace/fileChange.ts";
export { isMarkdownLanguage } from "./workspace/files.ts";
export { isSiteConfig } from "./workspace/links/site.ts";
export { beginRename, finishRename, type Renaming } from "./workspace/renaming.ts";
export {
  CONFIGURATION_FILES,
  isConfiguration,
  readConfiguration,
} from "./workspace/settings/configuration.ts";
export { compileGlob } from "./workspace/settings/globPattern.ts";
export {
  SEVERITIES,
  type Settings,
  type Severity,
  type SomeSettings,
} from "./workspace/settings/settings.ts";
export { isOf, isRead } from "./workspace/workspace.ts";
