import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { checkFramework } from '#core/scoring/check-framework.ts';
import { compareAcross, type PointsChange, type ScoreComparison } from '#core/scoring/compare-scores.ts';
import { countChanges, diffFrameworks, listCodesOfBoth } from '#core/scoring/diff-frameworks.ts';
import { publishInterval } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { scoreLeague } from '#core/scoring/score-league.ts';
import type { Db } from '#server/db/database.ts';
import type { FrameworkComparison } from './contract.ts';
import { listSubjectValues, type SubjectValues } from './reads.ts';
import type { FrameworkKey } from './store.ts';
import { componentNames, findFrameworkVersion } from './views.ts';

type Points = FrameworkComparison['subjects'][number]['points'];

const pointsOf = ({ before, after, difference }: PointsChange, { policies }: Framework): Points => ({
  before: publishInterval(before, policies.rounding),
  after: publishInterval(after, policies.rounding),
  difference: publishInterval(difference, policies.rounding),
});

const isFit = (framework: Framework): boolean =>
  checkFramework(framework).every(({ severity }) => severity !== 'error');

const largestFirst = (
  { change: one }: ScoreComparison['components'][number],
  { change: other }: ScoreComparison['components'][number],
): number => other.difference.low.abs().comparedTo(one.difference.low.abs());

const compareSubjects = (
  before: Framework,
  after: Framework,
  subjects: readonly SubjectValues[],
): FrameworkComparison['subjects'] => {
  const codes = listCodesOfBoth(before, after);
  const names = componentNames(before, after);
  const league = new Map(subjects.map(({ code, values }) => [code, values]));
  const [old, young] = [scoreLeague(before, league), scoreLeague(after, league)];
  return subjects.flatMap(({ code, name, isSimulated }) => {
    const [was, is] = [old.get(code), young.get(code)];
    if (!was || !is) return [];
    const comparison = compareAcross(was, is, codes);
    return {
      code,
      name,
      isSimulated,
      points: pointsOf(comparison.total, after),
      components: [...comparison.components].sort(largestFirst).map(({ code: component, change }) => ({
        code: component,
        name: names.get(component) ?? { vi: component, en: component },
        points: pointsOf(change, after),
      })),
    };
  });
};

/** What two definitions differ in, and what that does to subjects with the given values. */
const compareDefinitions = (
  before: Framework,
  after: Framework,
  subjects: readonly SubjectValues[],
): Omit<FrameworkComparison, 'before' | 'after'> => {
  const difference = diffFrameworks(before, after);
  const isScorable = isFit(before) && isFit(after);
  return {
    fields: [...difference.fields],
    components: difference.components.map((one) => ({ ...one, fields: [...one.fields] })),
    items: difference.items.map((one) => ({ ...one, fields: [...one.fields] })),
    counts: countChanges(difference),
    isScorable,
    subjects: isScorable ? compareSubjects(before, after, subjects) : [],
  };
};

/**
 * Compares two versions. Both are scored with the values that are stored for the earlier one; where it has none,
 * with those of the newer one.
 */
export const compareVersions = async (
  db: Db,
  beforeKey: FrameworkKey,
  afterKey: FrameworkKey,
): Promise<FrameworkComparison | Refusal> => {
  const before = await findFrameworkVersion(db, beforeKey);
  if (isRefusal(before)) return before;
  const after = await findFrameworkVersion(db, afterKey);
  if (isRefusal(after)) return after;
  const { code, assessmentYear } = before.framework;
  const earlier = await listSubjectValues(db, code, assessmentYear);
  const subjects =
    earlier.length > 0
      ? earlier
      : await listSubjectValues(db, after.framework.code, after.framework.assessmentYear);
  return {
    before: before.row,
    after: after.row,
    ...compareDefinitions(before.framework, after.framework, subjects),
  };
};
