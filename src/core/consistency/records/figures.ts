import { readMeasure } from '#core/consistency/measures/measure.ts';
import type { Measure } from '#core/consistency/measures/measure.ts';
import type {
  AgencyRecord,
  ConsistencyInput,
  GapRecord,
  ItemPlace,
  StatedIncrease,
  TargetRecord,
  YearFigure,
} from './records.ts';
import type { Decimal } from '#core/kernel/decimal.ts';
import { decimal } from '#core/kernel/decimal.ts';
import type { DueRule } from '#core/calendar/due-rule.ts';
import type { Comparator } from '#core/plan/plan-item.ts';
import { searchKey } from '#core/kernel/text.ts';
import { findReportYear, isPlainlyReported } from './report-year.ts';

/** A figure that a document states about a measure for a year: to be reached (target) or reached (current). */
export interface Figure {
  readonly role: 'target' | 'current';
  readonly place: ItemPlace;
  readonly name: string;
  readonly measure: Measure;
  readonly indicatorCode: string | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly comparator: Comparator;
  readonly value: Decimal;
  readonly unit: string | null;
  readonly due: DueRule | null;
  readonly leads: readonly AgencyRecord[];
  /** It stands inside a task or in running text: its lead leads that task. */
  readonly embedded: boolean;
  /** The year is that of its report: the words themselves name none. */
  readonly isYearInferred: boolean;
  /** By how much it is said to have grown since the beginning of a term. */
  readonly increase: StatedIncrease | null;
}

/** Figures that can be compared at all: same unit, none of them a mere change or a ceiling. */
const COMPARABLE: ReadonlySet<Comparator> = new Set(['=', '>=', '>', 'maintain']);

const sameUnit = (unit: string | null): string | null => (unit === null ? null : searchKey(unit));

const figure = (
  target: TargetRecord,
  measure: Measure,
  role: Figure['role'],
  stated: YearFigure,
): readonly Figure[] => {
  const comparator = stated.comparator ?? '=';
  if (stated.value === null || !COMPARABLE.has(comparator)) return [];
  return [
    {
      role,
      place: target.place,
      name: target.name,
      measure,
      indicatorCode: target.indicatorCode,
      fromYear: stated.fromYear,
      toYear: stated.toYear,
      comparator,
      value: decimal(stated.value),
      unit: sameUnit(stated.unit ?? target.unit),
      due: target.due,
      leads: target.leads,
      embedded: target.embedded,
      isYearInferred: false,
      increase: null,
    },
  ];
};

const isChange = (comparator: Comparator | null): boolean =>
  comparator === 'increase>=' || comparator === 'increase>';

// A row that also tells what was reached restates an old plan: only its plans for later years are targets now.
const ownTargets = (target: TargetRecord): readonly YearFigure[] => {
  if (target.actuals.length > 0) return target.plannedValues;
  if (target.phases.length > 0) return target.phases;
  if (target.year === null) return [];
  return [
    {
      fromYear: target.year,
      toYear: target.year,
      comparator: target.comparator,
      value: target.value,
      unit: target.unit,
    },
  ];
};

const figuresOfTarget = (target: TargetRecord): readonly Figure[] => {
  if (isChange(target.comparator)) return [];
  const measure = readMeasure(target.name, target.basis);
  const current = [...target.actuals, ...(target.baseline === null ? [] : [target.baseline])];
  return [
    ...ownTargets(target).flatMap((stated) => figure(target, measure, 'target', stated)),
    ...current.flatMap((stated) => figure(target, measure, 'current', stated)),
  ];
};

const HUNDRED = 100;
const SHOWN_PLACES = 2;

// "6 of 7 platforms" says 85.71 % without printing it.
const findCurrent = (gap: GapRecord): Pick<Figure, 'value' | 'unit'> | undefined => {
  const { currentValue, currentUnit, numerator, denominator } = gap;
  if (currentValue !== null) return { value: decimal(currentValue), unit: sameUnit(currentUnit) };
  if (numerator === null || denominator === null || decimal(denominator).isZero()) return undefined;
  const share = decimal(numerator).times(HUNDRED).dividedBy(denominator);
  return { value: share.toDecimalPlaces(SHOWN_PLACES), unit: '%' };
};

const figuresOfResults = (input: ConsistencyInput): readonly Figure[] => {
  const years = new Map<string, number | undefined>(
    input.documents.map((document) => [document.id, findReportYear(document)]),
  );
  return input.results.flatMap((result): readonly Figure[] => {
    if (result.value === null) return [];
    const reported = isPlainlyReported(result) ? years.get(result.place.documentId) : undefined;
    const year = result.year ?? reported ?? null;
    return [
      {
        role: 'current',
        place: result.place,
        name: result.name,
        measure: readMeasure(result.name, null),
        indicatorCode: null,
        fromYear: year,
        toYear: year,
        comparator: '=',
        value: decimal(result.value),
        unit: sameUnit(result.unit),
        due: null,
        leads: [],
        embedded: false,
        isYearInferred: result.year === null && year !== null,
        increase: result.increase,
      },
    ];
  });
};

/** All comparable figures of the registers, as statements about measures and years. */
export const listFigures = (input: ConsistencyInput): readonly Figure[] => [
  ...input.targets.flatMap(figuresOfTarget),
  ...input.gaps.flatMap((gap): readonly Figure[] => {
    const current = findCurrent(gap);
    return current === undefined
      ? []
      : [
          {
            role: 'current',
            place: gap.place,
            name: gap.name,
            measure: readMeasure(gap.name, null),
            indicatorCode: gap.indicatorCode,
            fromYear: gap.year,
            toYear: gap.year,
            comparator: '=',
            ...current,
            due: null,
            leads: gap.leads,
            embedded: false,
            isYearInferred: false,
            increase: null,
          },
        ];
  }),
  ...figuresOfResults(input),
];
