import { computeIndexScore, listScored } from '#core/scoring/evaluate.ts';
import { demonstrationDataValues } from '#server/demonstration/index-figures.ts';
import { referenceFrameworks } from '#server/reference/frameworks.ts';
import { againstBudget, percentile, timeRuns, type BenchRow } from './row.ts';

/** Scoring the province by all rules, with the trace of each. */
export const measureScoring = async (): Promise<readonly BenchRow[]> => {
  const [framework] = referenceFrameworks;
  if (!framework) throw new Error('No framework to score by');
  const values = new Map(demonstrationDataValues.values.map(({ item, value }) => [item, value]));
  const times = await timeRuns(300, () =>
    listScored(computeIndexScore(framework, values)).map(({ trace }) => trace),
  );
  return [againstBudget('score one subject with trace', percentile(times, 0.5), 1, 'ms')];
};
