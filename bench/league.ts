import { createRandomSource } from '#core/kernel/random-source.ts';
import { type DataItem, type DataValue, type DataValues, reported } from '#core/scoring/data-value.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { listRuleMeasures } from '#core/scoring/rule-parts.ts';
import { referenceFrameworks } from '#server/reference/frameworks.ts';

export const SUBJECTS = 142;

/** The framework of the province: 47 component indicators. */
export const getProvinceFramework = (): Framework => {
  const framework = referenceFrameworks.find(({ code }) => code === 'dti-province-2025');
  if (!framework) throw new Error('The framework of the province is not there');
  return framework;
};

/** Rates of measures whose fraction is known: nobody reads them, so nobody reports them here. */
const listUnreadRates = (framework: Framework): ReadonlySet<string> =>
  new Set(
    listIndicators(framework)
      .flatMap(({ rule }) => listRuleMeasures(rule))
      .flatMap(({ fraction, rate }) => (fraction && rate !== null ? [rate] : [])),
  );

const wholesOf = (framework: Framework): ReadonlySet<string> =>
  new Set(
    listIndicators(framework)
      .flatMap(({ rule }) => listRuleMeasures(rule))
      .flatMap(({ fraction }) => (fraction ? [fraction.denominator] : [])),
  );

const makeValue = (item: DataItem, isWhole: boolean, random: () => number): DataValue => {
  switch (item.kind) {
    case 'yes-no':
      return reported(random() < 0.6 ? 'yes' : 'no');
    case 'level':
      // The middle level of 6.2 has no known share; what is compared here has exact points.
      return reported((random() < 0.5 ? item.levels[0] : item.levels.at(-1))?.code ?? '');
    case 'number':
      if (item.unit.vi === '%') return reported((random() * 100).toFixed(2));
      return reported(String(Math.floor(isWhole ? 800 + random() * 9_000 : random() * 800)));
  }
};

/** Figures for every item that the rules read, the same in each run: made up, to be computed with and nothing else. */
export const makeLeague = (framework: Framework): ReadonlyMap<string, DataValues> => {
  const random = createRandomSource(405);
  const unread = listUnreadRates(framework);
  const wholes = wholesOf(framework);
  const items = framework.dataItems.filter(({ code }) => !unread.has(code));
  return new Map(
    Array.from({ length: SUBJECTS }, (_, place) => [
      `subject-${String(place + 1)}`,
      new Map(items.map((item) => [item.code, makeValue(item, wholes.has(item.code), random)] as const)),
    ]),
  );
};
