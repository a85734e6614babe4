import { findTargetsMissingFromAnnex } from '#core/consistency/findings/annex-findings.ts';
import { findForecastsAboveCeiling } from '#core/consistency/findings/ceiling-findings.ts';
import { findWrongCitations } from '#core/consistency/findings/citation-findings.ts';
import { findDenominatorMismatches } from '#core/consistency/findings/denominator-findings.ts';
import { findEarlyReports, findTasksOutOfTime } from '#core/consistency/findings/deadline-order-findings.ts';
import { findDuplicateRows } from '#core/consistency/findings/duplicate-findings.ts';
import { findIncompleteRows, findUnsetValues } from '#core/consistency/findings/incomplete-findings.ts';
import { findNameVariants } from '#core/consistency/findings/name-variant-findings.ts';
import { findFiguresOfTwoYears, findWorkOfPastYears } from '#core/consistency/findings/period-findings.ts';
import { findWrongSentences } from '#core/consistency/findings/sentence-findings.ts';
import { findPartsAboveWholes } from '#core/consistency/findings/part-findings.ts';
import { findTaskConflicts, findWorkMissingFromList } from '#core/consistency/findings/task-findings.ts';
import { findUnitMismatches } from '#core/consistency/findings/unit-findings.ts';
import { findSumMismatches, findWrongPercentages } from '#core/consistency/findings/arithmetic-findings.ts';
import {
  findLeadConflicts,
  findObsoleteOrganizations,
} from '#core/consistency/findings/assignment-findings.ts';
import {
  findReportingContradictions,
  findTargetDeadlineConflicts,
} from '#core/consistency/findings/deadline-findings.ts';
import { dateFigures } from '#core/consistency/records/date-figures.ts';
import { listFigures } from '#core/consistency/records/figures.ts';
import { findWrongAverageGrowths } from '#core/consistency/findings/growth-findings.ts';
import { findImpossibleShares } from '#core/consistency/findings/share-findings.ts';
import { findShortLists } from '#core/consistency/findings/short-list-findings.ts';
import { findCountWordings } from '#core/consistency/findings/count-wording-findings.ts';
import { FINDING_KINDS, SEVERITIES } from './finding.ts';
import type { Finding } from './finding.ts';
import { buildHorizon } from '#core/consistency/records/horizon.ts';
import { findUnexplainedIncreases } from '#core/consistency/findings/increase-findings.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import { groupByMeasure } from '#core/consistency/measures/measure-groups.ts';
import { findNumberingGaps } from '#core/consistency/findings/numbering-findings.ts';
import type { ConsistencyInput, ReportingDutyRecord } from '#core/consistency/records/records.ts';
import { findReplacedBases } from '#core/consistency/findings/replaced-findings.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import {
  findUnexplainedScores,
  findUnsupportedForecasts,
} from '#core/consistency/findings/score-findings.ts';
import { findTargetContradictions } from '#core/consistency/findings/target-findings.ts';

const byGravity = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind);

// What recurs, recurs as long as the plan that asks for it.
const listDutiesInForce = (input: ConsistencyInput, horizon: Horizon): readonly ReportingDutyRecord[] =>
  input.reportingDuties.map((duty) => ({
    ...duty,
    fromYear: Math.max(duty.fromYear, horizon.firstYear(duty.place.documentId)),
    toYear: duty.toYear ?? horizon.findLastYear(duty.place.documentId) ?? null,
  }));

/** Every contradiction that the records themselves prove, the gravest first; the same input gives the same list. */
export const findContradictions = (input: ConsistencyInput): readonly Finding[] => {
  const figures = listFigures(input);
  const horizon = buildHorizon(input, figures);
  const scopes = new Map(input.documents.map(({ id, scope }) => [id, scope]));
  const byScope = [...groupBy(figures, ({ place }) => scopes.get(place.documentId) ?? '').values()];
  const groups = byScope.flatMap((some) => groupByMeasure(some, input.links)).map(dateFigures);
  const ofMeasures = groups.flatMap((group) => [
    ...findTargetContradictions(group, horizon),
    ...findLeadConflicts(group, horizon),
    ...findTargetDeadlineConflicts(group, horizon),
    ...findFiguresOfTwoYears(group, horizon),
  ]);
  const duties = listDutiesInForce(input, horizon);
  const forecasts = findUnsupportedForecasts(input.forecasts);
  const told = new Set(forecasts.map(({ statements }) => statements[0]?.place.id));
  return [
    ...forecasts,
    ...findForecastsAboveCeiling(input).filter(({ statements }) => !told.has(statements[0]?.place.id)),
    ...ofMeasures,
    ...findUnexplainedIncreases(groups, horizon),
    ...findUnexplainedScores(input.scoreVerdicts),
    ...findWrongPercentages(input),
    ...findImpossibleShares(input),
    ...findWrongAverageGrowths(input),
    ...findShortLists(input),
    ...findCountWordings(input),
    ...findWrongSentences(input),
    ...findSumMismatches(input),
    ...findReportingContradictions(duties),
    ...findEarlyReports(duties),
    ...findTasksOutOfTime(input),
    ...findTaskConflicts(input),
    ...findDenominatorMismatches(groups, horizon),
    ...findPartsAboveWholes(figures, horizon),
    ...findWrongCitations(input),
    ...findReplacedBases(input),
    ...findDuplicateRows(input),
    ...findTargetsMissingFromAnnex(input),
    ...findWorkMissingFromList(input),
    ...findUnitMismatches(input),
    ...findWorkOfPastYears(input),
    ...findIncompleteRows(input),
    ...findUnsetValues(input),
    ...findNameVariants(input),
    ...findObsoleteOrganizations(input),
    ...findNumberingGaps(input),
  ].sort(byGravity);
};
