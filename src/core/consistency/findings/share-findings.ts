import { findingId, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { ConsistencyInput, ItemPlace } from '#core/consistency/records/records.ts';
import { decimal, decimalText, type Decimal, type DecimalText } from '#core/kernel/decimal.ts';
import { searchKey } from '#core/kernel/text.ts';

interface Share {
  readonly place: ItemPlace;
  readonly name: string;
  readonly percent: DecimalText;
}

interface Counted extends Share {
  readonly numerator: DecimalText;
  readonly denominator: DecimalText;
}

const HUNDRED = decimal(100);

/** Of more than this every printed share is near enough to a possible one. */
const MOST_COUNTED = 50;

const SHOWN_PLACES = 4;

const listShares = (input: ConsistencyInput): readonly Share[] => [
  ...input.gaps.flatMap(({ place, name, currentValue, currentUnit }) =>
    currentValue === null || currentUnit !== '%' ? [] : [{ place, name, percent: currentValue }],
  ),
  ...input.targets.flatMap(({ place, name, baseline }) =>
    baseline?.unit === '%' && baseline.value !== null ? [{ place, name, percent: baseline.value }] : [],
  ),
];

const listCounted = (input: ConsistencyInput): readonly Counted[] =>
  input.gaps.flatMap(({ place, name, currentValue, currentUnit, numerator, denominator }) =>
    currentValue === null || currentUnit !== '%' || numerator === null || denominator === null
      ? []
      : [{ place, name, percent: currentValue, numerator, denominator }],
  );

// "Share of systems that were tested" and "… that were tested completely" are shares of the same systems.
const narrows = (share: Share, counted: Counted): boolean =>
  share.place.documentId === counted.place.documentId &&
  searchKey(share.name).startsWith(`${searchKey(counted.name)} `);

const percentOf = (count: Decimal, whole: Decimal): Decimal => count.dividedBy(whole).times(HUNDRED);

const isPossible = (percent: Decimal, whole: Decimal): boolean => {
  const places = percent.decimalPlaces();
  const nearest = percent.times(whole).dividedBy(HUNDRED).round();
  return percentOf(nearest, whole).minus(percent).abs().lte(decimal(10).pow(-places).dividedBy(2));
};

const buildFinding = (share: Share, counted: Counted, whole: Decimal): Finding => {
  const count = decimal(share.percent).times(whole).dividedBy(HUNDRED);
  const [low, high] = [count.floor(), count.ceil()].map((some) =>
    decimalText(percentOf(some, whole).toDecimalPlaces(SHOWN_PLACES)),
  ) as [DecimalText, DecimalText];
  return {
    id: findingId('percentage-not-its-fraction', null, [share.place, counted.place]),
    kind: 'percentage-not-its-fraction',
    severity: 'medium',
    subject: counted.name,
    indicatorCode: null,
    year: null,
    statements: [
      { ...statementAt('current', share.place, share.name), value: share.percent, unit: '%' },
      {
        ...statementAt('current', counted.place, counted.name),
        value: counted.percent,
        unit: '%',
        words: `${counted.numerator}/${counted.denominator}`,
      },
    ],
    computed: { low, high },
    difference: null,
    populationsDiffer: false,
    subjectsDiffer: false,
  };
};

/** Shares of a few things, counted elsewhere in the document, that no number of those things gives. */
export const findImpossibleShares = (input: ConsistencyInput): readonly Finding[] => {
  const shares = listShares(input);
  return listCounted(input).flatMap((counted) => {
    const whole = decimal(counted.denominator);
    if (!whole.isInteger() || whole.lte(0) || whole.gt(MOST_COUNTED)) return [];
    return shares
      .filter((share) => narrows(share, counted) && !isPossible(decimal(share.percent), whole))
      .map((share) => buildFinding(share, counted, whole));
  });
};
