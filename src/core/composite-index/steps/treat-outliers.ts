import {
  type CompositeFinding,
  compositeFinding,
  type Unusable,
} from '#core/composite-index/composite-finding.ts';
import type { Dataset, Matrix } from '#core/composite-index/dataset.ts';
import type { Transformation, Treatment, TreatStep } from '#core/composite-index/recipe.ts';
import type { Stage, StageNote } from '#core/composite-index/stage.ts';
import { type Moments, momentsOf, type Run, runOf } from '#core/composite-index/statistics/moments.ts';
import { transform } from './transform.ts';
import { passesShapeTest, winsorise } from './winsorise.ts';

/** What one treatment made of a column. */
interface Attempt {
  readonly places: readonly number[];
  readonly transformation: Transformation;
  readonly moments: Moments;
  /** The first row that the transformation has no value for; −1 for none. */
  readonly lost: number;
}

const attempt = (
  column: Float64Array,
  kind: 'winsorise' | Transformation,
  before: Moments,
  treatment: Treatment,
): Attempt => {
  if (kind === 'winsorise') {
    const { places, moments } = winsorise(column, before, treatment);
    return { places, moments, transformation: 'none', lost: -1 };
  }
  const lost = transform(runOf(column), kind, treatment);
  return { places: [], transformation: kind, moments: momentsOf(runOf(column)), lost };
};

/** The second treatment, of the untreated numbers or of what the first left. */
const attemptAgain = (
  column: Float64Array,
  untreated: Run,
  first: Attempt,
  treatment: Treatment,
): Attempt => {
  const startsAnew = treatment.transforms === 'untreated';
  if (startsAnew) column.set(untreated.data.subarray(untreated.from, untreated.from + untreated.length));
  const second = attempt(column, treatment.transformation, first.moments, treatment);
  return { ...second, places: first.places };
};

/** Treats a column in place, which has outliers; `untreated` holds the same numbers, and `before` their moments. */
const treatColumn = (
  column: Float64Array,
  untreated: Run,
  before: Moments,
  treatment: Treatment,
): Attempt => {
  const first = attempt(column, treatment.first ?? 'winsorise', before, treatment);
  const isEnough = passesShapeTest(first.moments, treatment) || treatment.transformation === 'none';
  const last = first.lost >= 0 || isEnough ? first : attemptAgain(column, untreated, first, treatment);
  // Of few distinct values the outliers may be all there is: better a column with outliers than one that tells nothing.
  if (!(last.moments.deviation > 0)) {
    column.set(untreated.data.subarray(untreated.from, untreated.from + untreated.length));
  }
  return last;
};

type NameOf = (place: number) => string;

const noteOf = (
  indicator: string,
  before: Moments,
  { places, moments, transformation }: Attempt,
  { treatment, nameOf }: { readonly treatment: Treatment; readonly nameOf: NameOf },
): StageNote => {
  const isTakenBack = !(moments.deviation > 0);
  const after = isTakenBack ? before : moments;
  return {
    kind: 'treated',
    indicator,
    skewness: before.skewness,
    kurtosis: before.kurtosis,
    winsorised: places.length,
    winsorisedSubjects: places.map(nameOf),
    transformation: isTakenBack ? 'none' : transformation,
    isTakenBack,
    skewnessAfter: after.skewness,
    kurtosisAfter: after.kurtosis,
    passes: passesShapeTest(after, treatment),
  };
};

/**
 * Treats columns with outliers as the OECD/JRC handbook (2008, step 5) and the JRC's COIN tool do: winsorise up to a number of
 * values; if the shape test still fails, transform. Columns that pass stay as they are. Numbers that a transformation has no
 * value for are a finding.
 */
export const treatOutliers = (dataset: Dataset, matrix: Matrix, step: TreatStep): Stage | Unusable => {
  const height = matrix.rows.length;
  const data = matrix.data.slice();
  const excepted = new Set(step.except);
  const nameOf: NameOf = (place) => dataset.subjects[matrix.rows[place] ?? -1] ?? '';
  const notes: StageNote[] = [];
  const findings: CompositeFinding[] = [];
  dataset.indicators.forEach(({ code }, column) => {
    if (excepted.has(code)) return;
    const from = column * height;
    const untreated = { data: matrix.data, from, length: height };
    const own = step.byIndicator?.[code];
    const treatment: Treatment = own ? { ...step, ...own } : step;
    const before = momentsOf(untreated);
    if (passesShapeTest(before, treatment)) return;
    const treated = treatColumn(data.subarray(from, from + height), untreated, before, treatment);
    notes.push(noteOf(code, before, treated, { treatment, nameOf }));
    if (treated.lost >= 0) {
      findings.push(compositeFinding('value-not-positive', { subject: nameOf(treated.lost), code }));
    }
  });
  return findings.length > 0
    ? { findings }
    : { kind: 'treat', matrix: { rows: matrix.rows, width: matrix.width, data }, notes };
};
