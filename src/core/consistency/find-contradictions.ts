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
  const groups = groupByMeasure(figures, input.links).map(dateFigures);
  const ofMeasures = groups.flatMap((group) => [
    ...findTargetContradictions(group, horizon),
    ...findLeadConflicts(group, horizon),
    ...findTargetDeadlineConflicts(group, horizon),
  ]);
  return [
    ...findUnsupportedForecasts(input.forecasts),
    ...ofMeasures,
    ...findUnexplainedIncreases(groups, horizon),
    ...findUnexplainedScores(input.scoreVerdicts),
    ...findWrongPercentages(input),
    ...findImpossibleShares(input),
    ...findWrongAverageGrowths(input),
    ...findShortLists(input),
    ...findCountWordings(input),
    ...findSumMismatches(input),
    ...findReportingContradictions(listDutiesInForce(input, horizon)),
    ...findObsoleteOrganizations(input),
    ...findNumberingGaps(input),
  ].sort(byGravity);
};
