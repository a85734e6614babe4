import { findTargetsMissingFromAnnex } from './annex-findings.ts';
import { findForecastsAboveCeiling } from './ceiling-findings.ts';
import { findWrongCitations } from './citation-findings.ts';
import { findDenominatorMismatches } from './denominator-findings.ts';
import { findEarlyReports, findTasksOutOfTime } from './deadline-order-findings.ts';
import { findDuplicateRows } from './duplicate-findings.ts';
import { findIncompleteRows, findUnsetValues } from './incomplete-findings.ts';
import { findNameVariants } from './name-variant-findings.ts';
import { findFiguresOfTwoYears, findWorkOfPastYears } from './period-findings.ts';
import { findWrongSentences } from './sentence-findings.ts';
import { findPartsAboveWholes } from './part-findings.ts';
import { findTaskConflicts, findWorkMissingFromList } from './task-findings.ts';
import { findUnitMismatches } from './unit-findings.ts';
import { findSumMismatches, findWrongPercentages } from './arithmetic-findings.ts';
import { findLeadConflicts, findObsoleteOrganizations } from './assignment-findings.ts';
import { findReportingContradictions, findTargetDeadlineConflicts } from './deadline-findings.ts';
import { dateFigures } from './date-figures.ts';
import { listFigures } from './figures.ts';
import { findWrongAverageGrowths } from './growth-findings.ts';
import { findImpossibleShares } from './share-findings.ts';
import { findShortLists } from './short-list-findings.ts';
import { findCountWordings } from './count-wording-findings.ts';
import { FINDING_KINDS, SEVERITIES } from './finding.ts';
import type { Finding } from './finding.ts';
import { buildHorizon } from './horizon.ts';
import { findUnexplainedIncreases } from './increase-findings.ts';
import type { Horizon } from './horizon.ts';
import { groupByMeasure } from './measure-groups.ts';
import { findNumberingGaps } from './numbering-findings.ts';
import type { ConsistencyInput, ReportingDutyRecord } from './records.ts';
import { findReplacedBases } from './replaced-findings.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { findUnexplainedScores, findUnsupportedForecasts } from './score-findings.ts';
import { findTargetContradictions } from './target-findings.ts';

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
