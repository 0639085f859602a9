/** The only door to the engine: what hosts may use of it. */
export { AnalysisHost, type Change, readAlone, withText } from "./analysis.ts";
export { compileGlob } from "./domain/globPattern.ts";
export { NO_DEFAULTS, readDefaults } from "./domain/increment/configuration.ts";
export { SEVERITIES, type Settings, type Severity, type SomeSettings } from "./domain/settings.ts";
export type { ParseSql } from "./domain/sql/parse.ts";
export type { Entry, Term } from "./domain/term.ts";
export {
  indexOf as adrIndexPage,
  placeAt as adrPlaceAt,
  renumber as renumberAdr,
  setStatus as setAdrStatus,
  supersede as supersedeAdr,
} from "./features/adrChange.ts";
export { type AdrCompletion, adrCompletion } from "./features/adrCompletion.ts";
export { adrDefinition } from "./features/adrDefinition.ts";
export { adrHover } from "./features/adrHover.ts";
export { adrLog, graphMermaid, logMarkdown } from "./features/adrLog.ts";
export { adrFolders, newAdr } from "./features/adrNew.ts";
export { ADR_TEMPLATES } from "./features/adrTemplates.ts";
export { adrHighlights, adrLenses, adrReferences, adrSymbols } from "./features/adrUses.ts";
export { sourceToCompare } from "./features/compareDefinitions.ts";
export { type Completion, completedTerm, completion } from "./features/completion.ts";
export { copyStarter } from "./features/copyStarter.ts";
export { type Destination, definition } from "./features/definition.ts";
export { type DocumentLink, documentLinks } from "./features/documentLinks.ts";
export { type Hover, hover, termMarkdown } from "./features/hover.ts";
export { add as addToIncrement, pageFor as pageForAddition, type Wanted } from "./features/increment/add.ts";
export { type IncrementCompletion, incrementCompletion } from "./features/increment/complete.ts";
export { idHover } from "./features/increment/idHover.ts";
export { idDefinition, idHighlights, idReferences } from "./features/increment/idUses.ts";
export { incrementLenses } from "./features/increment/lenses.ts";
export {
  capabilitiesFor,
  configurationFor,
  firstField,
  incrementsRoot,
  layoutsFor,
  type NewLayout,
  newIncrement,
} from "./features/increment/new.ts";
export { spotAt } from "./features/increment/place.ts";
export { renamableId, renameId } from "./features/increment/rename.ts";
export {
  countFindings,
  numbersOf as incrementNumbers,
  pagesOf as incrementPages,
  type Report,
  reportMarkdown as incrementReport,
  withClosed,
} from "./features/increment/report.ts";
export { type IncrementSymbol, incrementSymbols } from "./features/increment/symbols.ts";
export { INCREMENT_TYPES, PRIORITIES } from "./features/increment/templates.ts";
export { incrementTitle } from "./features/increment/title.ts";
export { type Traceability, traceability } from "./features/increment/traceability.ts";
export { linkFirstUses } from "./features/linkFirstUses.ts";
export { newTerm } from "./features/newTerm.ts";
export {
  type CheckState,
  findIncrements,
  lensTitle,
  type PerformanceReport,
  performanceLensAt,
  performancePaths,
  performanceReport,
  reportMarkdown,
} from "./features/performance.ts";
export { quantityHover } from "./features/quantityHover.ts";
export { pagesAbout, renamableTerm, renameTerm, searchFor } from "./features/renameTerm.ts";
export type { Renamable, Renaming } from "./features/renaming.ts";
export { type TermUse, termAt, termUses } from "./features/termUses.ts";
export { RULES } from "./rules/all.ts";
export { fixAll, repeatedAt } from "./rules/fixAll.ts";
export type { FileChange, Fix, Related, Rule } from "./rules/rule.ts";
export {
  type Diagnostic,
  diagnose,
  diagnoseFixable,
  fixesAt,
  isChecked,
  type OnFailure,
} from "./rules/run.ts";
export { hash } from "./text/hash.ts";
export { type LineStarts, lineStarts, offsetAt, type Position, positionAt } from "./text/lines.ts";
export { isMarkdown } from "./text/paths.ts";
export { applyEdits, type Edit, type Span } from "./text/span.ts";
export { CONFIGURATION_FILES, isConfiguration, readConfiguration } from "./workspace/configuration.ts";
export { isActive as isActiveIncrement } from "./workspace/incrementPage.ts";
export { type Increment, incrementOf } from "./workspace/increments.ts";
export { isIndexed } from "./workspace/indexed.ts";
export { wantsSql } from "./workspace/queries.ts";
export { isSiteConfig } from "./workspace/site.ts";
export { isRead, type Page, type ReadPage, type Snapshot } from "./workspace/workspace.ts";
