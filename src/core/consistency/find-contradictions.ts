import { findSumMismatches, findWrongPercentages } from './arithmetic-findings.ts';
import { findLeadConflicts, findObsoleteOrganizations } from './assignment-findings.ts';
import { findReportingContradictions, findTargetDeadlineConflicts } from './deadline-findings.ts';
import { listFigures } from './figures.ts';
import { FINDING_KINDS, SEVERITIES } from './finding.ts';
import type { Finding } from './finding.ts';
import { buildHorizon } from './horizon.ts';
import { groupByMeasure } from './measure-groups.ts';
import { findNumberingGaps } from './numbering-findings.ts';
import type { ConsistencyInput } from './records.ts';
import { findUnexplainedScores, findUnsupportedForecasts } from './score-findings.ts';
import { findTargetContradictions } from './target-findings.ts';

const byGravity = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind);

/** Every contradiction that the records themselves prove, the gravest first; the same input gives the same list. */
export const findContradictions = (input: ConsistencyInput): readonly Finding[] => {
  const figures = listFigures(input);
  const horizon = buildHorizon(input, figures);
  const ofMeasures = groupByMeasure(figures).flatMap((group) => [
    ...findTargetContradictions(group, horizon),
    ...findLeadConflicts(group, horizon),
    ...findTargetDeadlineConflicts(group),
  ]);
  return [
    ...findUnsupportedForecasts(input.forecasts),
    ...ofMeasures,
    ...findUnexplainedScores(input.scoreVerdicts),
    ...findWrongPercentages(input),
    ...findSumMismatches(input),
    ...findReportingContradictions(input.reportingDuties),
    ...findObsoleteOrganizations(input),
    ...findNumberingGaps(input),
  ].sort(byGravity);
};
