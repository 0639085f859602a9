// Generated from the files in this folder by `npm run generate`. Do not edit.
import { duplicateNumber as adrDuplicateNumber } from "./adr/duplicate-number.ts";
import { indexOutOfDate } from "./adr/index-out-of-date.ts";
import { invalidDate } from "./adr/invalid-date.ts";
import { missingBackLink } from "./adr/missing-back-link.ts";
import { missingRationale } from "./adr/missing-rationale.ts";
import { missingSection } from "./adr/missing-section.ts";
import { missingStatus } from "./adr/missing-status.ts";
import { numberMismatch } from "./adr/number-mismatch.ts";
import { statusConflict } from "./adr/status-conflict.ts";
import { supersededWithoutLink } from "./adr/superseded-without-link.ts";
import { supersessionCycle } from "./adr/supersession-cycle.ts";
import { templateLeft as adrTemplateLeft } from "./adr/template-left.ts";
import { unconsideredOption } from "./adr/unconsidered-option.ts";
import { unknownStatus } from "./adr/unknown-status.ts";
import { unresolvedReference } from "./adr/unresolved-reference.ts";
import { invalid as configurationInvalid } from "./configuration/invalid.ts";
import { unknownRule } from "./configuration/unknown-rule.ts";
import { invalid as contextiveInvalid } from "./contextive/invalid.ts";
import { avoidedName } from "./glossary/avoided-name.ts";
import { circularDefinition } from "./glossary/circular-definition.ts";
import { conflictingDefinition } from "./glossary/conflicting-definition.ts";
import { danglingLink } from "./glossary/dangling-link.ts";
import { duplicateTerm } from "./glossary/duplicate-term.ts";
import { emptyDefinition } from "./glossary/empty-definition.ts";
import { miscapitalisedTerm } from "./glossary/miscapitalised-term.ts";
import { missingFromIndex } from "./glossary/missing-from-index.ts";
import { routeMismatch } from "./glossary/route-mismatch.ts";
import { undefinedAcronym } from "./glossary/undefined-acronym.ts";
import { unlinkedTerm } from "./glossary/unlinked-term.ts";
import { allTasksDone } from "./increment/all-tasks-done.ts";
import { completedWithOpenWork } from "./increment/completed-with-open-work.ts";
import { countOutOfDate } from "./increment/count-out-of-date.ts";
import { criteriaNotAList } from "./increment/criteria-not-a-list.ts";
import { criterionAheadOfTasks } from "./increment/criterion-ahead-of-tasks.ts";
import { criterionBehindTasks } from "./increment/criterion-behind-tasks.ts";
import { duplicateId } from "./increment/duplicate-id.ts";
import { duplicateNumber as incrementDuplicateNumber } from "./increment/duplicate-number.ts";
import { incompleteScenario } from "./increment/incomplete-scenario.ts";
import { metadataInvalid } from "./increment/metadata-invalid.ts";
import { statusDesync } from "./increment/status-desync.ts";
import { storyMismatch } from "./increment/story-mismatch.ts";
import { storyWithoutProject } from "./increment/story-without-project.ts";
import { taskDoneOpenSteps } from "./increment/task-done-open-steps.ts";
import { taskWithoutCriterion } from "./increment/task-without-criterion.ts";
import { taskWithoutTest } from "./increment/task-without-test.ts";
import { templateLeft as incrementTemplateLeft } from "./increment/template-left.ts";
import { uncoveredCriterion } from "./increment/uncovered-criterion.ts";
import { unknownReference } from "./increment/unknown-reference.ts";
import { unparseableCriterion } from "./increment/unparseable-criterion.ts";
import { unparseableId } from "./increment/unparseable-id.ts";
import { brokenRelative } from "./link/broken-relative.ts";
import { damaged } from "./markdown/damaged.ts";
import { entityInCode } from "./markdown/entity-in-code.ts";
import { invalidFrontMatter } from "./markdown/invalid-front-matter.ts";
import { taskBox } from "./markdown/task-box.ts";
import { nPlusOne } from "./query/n-plus-one.ts";
import { unindexed } from "./query/unindexed.ts";
import { unindexedProse } from "./query/unindexed-prose.ts";
import type { Rule } from "./rule.ts";
import { alertLooserThanObjective } from "./target/alert-looser-than-objective.ts";
import { contradictsCriterion } from "./target/contradicts-criterion.ts";
import { dimensionMismatch } from "./target/dimension-mismatch.ts";
import { duplicateMetric } from "./target/duplicate-metric.ts";
import { improvementMismatch } from "./target/improvement-mismatch.ts";
import { missingLoad } from "./target/missing-load.ts";
import { missingStatistic } from "./target/missing-statistic.ts";
import { missingUnit } from "./target/missing-unit.ts";
import { vague } from "./target/vague.ts";
import { worseThanBaseline } from "./target/worse-than-baseline.ts";

export const RULES: readonly Rule[] = [
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
  completedWithOpenWork,
  countOutOfDate,
  criteriaNotAList,
  criterionAheadOfTasks,
  criterionBehindTasks,
  duplicateId,
  incrementDuplicateNumber,
  incompleteScenario,
  metadataInvalid,
  statusDesync,
  storyMismatch,
  storyWithoutProject,
  taskDoneOpenSteps,
  taskWithoutCriterion,
  taskWithoutTest,
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
