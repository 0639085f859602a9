// Generated from the files in the folders of rules by `npm run generate`. Do not edit.
import { duplicateNumber as adrDuplicateNumber } from "./adr/rules/duplicate-number.ts";
import { indexOutOfDate } from "./adr/rules/index-out-of-date.ts";
import { invalidDate } from "./adr/rules/invalid-date.ts";
import { missingBackLink } from "./adr/rules/missing-back-link.ts";
import { missingRationale } from "./adr/rules/missing-rationale.ts";
import { missingSection } from "./adr/rules/missing-section.ts";
import { missingStatus } from "./adr/rules/missing-status.ts";
import { numberMismatch } from "./adr/rules/number-mismatch.ts";
import { statusConflict } from "./adr/rules/status-conflict.ts";
import { supersededWithoutLink } from "./adr/rules/superseded-without-link.ts";
import { supersessionCycle } from "./adr/rules/supersession-cycle.ts";
import { templateLeft as adrTemplateLeft } from "./adr/rules/template-left.ts";
import { unconsideredOption } from "./adr/rules/unconsidered-option.ts";
import { unknownStatus } from "./adr/rules/unknown-status.ts";
import { unresolvedReference } from "./adr/rules/unresolved-reference.ts";
import { invalid as configurationInvalid } from "./document/configuration/invalid.ts";
import { unknownRule } from "./document/configuration/unknown-rule.ts";
import { brokenRelative } from "./document/link/broken-relative.ts";
import { damaged } from "./document/markdown/damaged.ts";
import { entityInCode } from "./document/markdown/entity-in-code.ts";
import { invalidFrontMatter } from "./document/markdown/invalid-front-matter.ts";
import { taskBox } from "./document/markdown/task-box.ts";
import type { Snapshot } from "./domains.ts";
import { allTasksDone } from "./increment/rules/all-tasks-done.ts";
import { archivedWithOpenTasks } from "./increment/rules/archived-with-open-tasks.ts";
import { capabilityWithoutDelta } from "./increment/rules/capability-without-delta.ts";
import { changeNested } from "./increment/rules/change-nested.ts";
import { changeSettings } from "./increment/rules/change-settings.ts";
import { changeWithoutDelta } from "./increment/rules/change-without-delta.ts";
import { circularDependency } from "./increment/rules/circular-dependency.ts";
import { completedWithOpenWork } from "./increment/rules/completed-with-open-work.ts";
import { countOutOfDate } from "./increment/rules/count-out-of-date.ts";
import { criteriaNotAList } from "./increment/rules/criteria-not-a-list.ts";
import { criterionAheadOfTasks } from "./increment/rules/criterion-ahead-of-tasks.ts";
import { criterionBehindTasks } from "./increment/rules/criterion-behind-tasks.ts";
import { deltaEmpty } from "./increment/rules/delta-empty.ts";
import { deltaMisplaced } from "./increment/rules/delta-misplaced.ts";
import { duplicateId } from "./increment/rules/duplicate-id.ts";
import { duplicateNumber as incrementDuplicateNumber } from "./increment/rules/duplicate-number.ts";
import { exampleTaken } from "./increment/rules/example-taken.ts";
import { incompleteScenario } from "./increment/rules/incomplete-scenario.ts";
import { metadataInvalid } from "./increment/rules/metadata-invalid.ts";
import { needsClarification } from "./increment/rules/needs-clarification.ts";
import { proposalIncomplete } from "./increment/rules/proposal-incomplete.ts";
import { renameIncomplete } from "./increment/rules/rename-incomplete.ts";
import { requirementContested } from "./increment/rules/requirement-contested.ts";
import { requirementSaidTwice } from "./increment/rules/requirement-said-twice.ts";
import { requirementTooLong } from "./increment/rules/requirement-too-long.ts";
import { requirementUnknown } from "./increment/rules/requirement-unknown.ts";
import { requirementUnread } from "./increment/rules/requirement-unread.ts";
import { requirementWithoutScenario } from "./increment/rules/requirement-without-scenario.ts";
import { requirementWithoutShall } from "./increment/rules/requirement-without-shall.ts";
import { requirementWithoutText } from "./increment/rules/requirement-without-text.ts";
import { scenarioLeftOut } from "./increment/rules/scenario-left-out.ts";
import { scenarioUnseen } from "./increment/rules/scenario-unseen.ts";
import { scenarioWithoutSteps } from "./increment/rules/scenario-without-steps.ts";
import { skippedSpecs } from "./increment/rules/skipped-specs.ts";
import { specificationEmptied } from "./increment/rules/specification-emptied.ts";
import { specificationIncomplete } from "./increment/rules/specification-incomplete.ts";
import { specificationUnread } from "./increment/rules/specification-unread.ts";
import { specificationWithDelta } from "./increment/rules/specification-with-delta.ts";
import { statusDesync } from "./increment/rules/status-desync.ts";
import { storyMismatch } from "./increment/rules/story-mismatch.ts";
import { storyWithoutProject } from "./increment/rules/story-without-project.ts";
import { taskDoneOpenSteps } from "./increment/rules/task-done-open-steps.ts";
import { taskInWrongPhase } from "./increment/rules/task-in-wrong-phase.ts";
import { taskNumber } from "./increment/rules/task-number.ts";
import { taskWithoutCriterion } from "./increment/rules/task-without-criterion.ts";
import { taskWithoutTest } from "./increment/rules/task-without-test.ts";
import { tasksWithoutBoxes } from "./increment/rules/tasks-without-boxes.ts";
import { templateLeft as incrementTemplateLeft } from "./increment/rules/template-left.ts";
import { uncoveredCriterion } from "./increment/rules/uncovered-criterion.ts";
import { unknownReference } from "./increment/rules/unknown-reference.ts";
import { unparseableCriterion } from "./increment/rules/unparseable-criterion.ts";
import { unparseableId } from "./increment/rules/unparseable-id.ts";
import { nPlusOne } from "./query/rules/n-plus-one.ts";
import { unindexed } from "./query/rules/unindexed.ts";
import { unindexedProse } from "./query/rules/unindexed-prose.ts";
import type { Rule } from "./rule/rule.ts";
import { alertLooserThanObjective } from "./target/rules/alert-looser-than-objective.ts";
import { contradictsCriterion } from "./target/rules/contradicts-criterion.ts";
import { dimensionMismatch } from "./target/rules/dimension-mismatch.ts";
import { duplicateMetric } from "./target/rules/duplicate-metric.ts";
import { improvementMismatch } from "./target/rules/improvement-mismatch.ts";
import { missingLoad } from "./target/rules/missing-load.ts";
import { missingStatistic } from "./target/rules/missing-statistic.ts";
import { missingUnit } from "./target/rules/missing-unit.ts";
import { vague } from "./target/rules/vague.ts";
import { worseThanBaseline } from "./target/rules/worse-than-baseline.ts";
import { avoidedName } from "./terms/rules/avoided-name.ts";
import { circularDefinition } from "./terms/rules/circular-definition.ts";
import { conflictingDefinition } from "./terms/rules/conflicting-definition.ts";
import { invalid as contextiveInvalid } from "./terms/rules/contextive/invalid.ts";
import { danglingLink } from "./terms/rules/dangling-link.ts";
import { duplicateTerm } from "./terms/rules/duplicate-term.ts";
import { emptyDefinition } from "./terms/rules/empty-definition.ts";
import { miscapitalisedTerm } from "./terms/rules/miscapitalised-term.ts";
import { missingFromIndex } from "./terms/rules/missing-from-index.ts";
import { routeMismatch } from "./terms/rules/route-mismatch.ts";
import { undefinedAcronym } from "./terms/rules/undefined-acronym.ts";
import { unlinkedTerm } from "./terms/rules/unlinked-term.ts";

export const RULES: readonly Rule<unknown, Snapshot>[] = [
  adrDuplicateNumber,
  indexOutOfDate,
  invalidDate,
  missingBackLink,
  missingRationale,
  missingSection,
  missingStatus,
  numberMismatch,
  statusConflict,
  supersededWithoutLink,
  supersessionCycle,
  adrTemplateLeft,
  unconsideredOption,
  unknownStatus,
  unresolvedReference,
  configurationInvalid,
  unknownRule,
  contextiveInvalid,
  avoidedName,
  circularDefinition,
  conflictingDefinition,
  danglingLink,
  duplicateTerm,
  emptyDefinition,
  miscapitalisedTerm,
  missingFromIndex,
  routeMismatch,
  undefinedAcronym,
  unlinkedTerm,
  allTasksDone,
  archivedWithOpenTasks,
  capabilityWithoutDelta,
  changeNested,
  changeSettings,
  changeWithoutDelta,
  circularDependency,
  completedWithOpenWork,
  countOutOfDate,
  criteriaNotAList,
  criterionAheadOfTasks,
  criterionBehindTasks,
  deltaEmpty,
  deltaMisplaced,
  duplicateId,
  incrementDuplicateNumber,
  exampleTaken,
  incompleteScenario,
  metadataInvalid,
  needsClarification,
  proposalIncomplete,
  renameIncomplete,
  requirementContested,
  requirementSaidTwice,
  requirementTooLong,
  requirementUnknown,
  requirementUnread,
  requirementWithoutScenario,
  requirementWithoutShall,
  requirementWithoutText,
  scenarioLeftOut,
  scenarioUnseen,
  scenarioWithoutSteps,
  skippedSpecs,
  specificationEmptied,
  specificationIncomplete,
  specificationUnread,
  specificationWithDelta,
  statusDesync,
  storyMismatch,
  storyWithoutProject,
  taskDoneOpenSteps,
  taskInWrongPhase,
  taskNumber,
  taskWithoutCriterion,
  taskWithoutTest,
  tasksWithoutBoxes,
  incrementTemplateLeft,
  uncoveredCriterion,
  unknownReference,
  unparseableCriterion,
  unparseableId,
  brokenRelative,
  damaged,
  entityInCode,
  invalidFrontMatter,
  taskBox,
  nPlusOne,
  unindexed,
  unindexedProse,
  alertLooserThanObjective,
  contradictsCriterion,
  dimensionMismatch,
  duplicateMetric,
  improvementMismatch,
  missingLoad,
  missingStatistic,
  missingUnit,
  vague,
  worseThanBaseline,
];
