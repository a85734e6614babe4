import type { AggregationMethod } from '#core/composite-index/recipe.ts';

/** Means that are one of bent numbers, bent back: f⁻¹(Σ w·f(x) ÷ Σ w). */
export type MeanMethod = Extract<AggregationMethod, 'arithmetic' | 'geometric' | 'harmonic' | 'power'>;

interface Bend {
  readonly bend: (value: number) => number;
  readonly straighten: (mean: number) => number;
}

const BENDS: Readonly<Record<Exclude<MeanMethod, 'power'>, Bend>> = {
  arithmetic: { bend: (value) => value, straighten: (mean) => mean },
  geometric: { bend: Math.log, straighten: Math.exp },
  harmonic: { bend: (value) => 1 / value, straighten: (mean) => 1 / mean },
};

/** How a mean bends numbers and straightens the result; the exponent is that of the power mean. */
export const bendOf = (method: MeanMethod, exponent: number): Bend =>
  method === 'power'
    ? { bend: (value) => value ** exponent, straighten: (mean) => mean ** (1 / exponent) }
    : BENDS[method];

/** The least number that a mean has a value for: any, zero and more, or more than zero. */
export const domainOf = (method: MeanMethod, exponent: number): 'any' | 'zero' | 'positive' => {
  if (method === 'arithmetic' || (method === 'power' && exponent === 1)) return 'any';
  // Powers of negative numbers would rank the worst with the best, or have no value at all.
  return method === 'power' && exponent > 0 ? 'zero' : 'positive';
};

const bendAll = (data: Float64Array, bend: Bend['bend']): Float64Array => {
  const bent = new Float64Array(data.length);
  for (let cell = 0; cell < data.length; cell += 1) bent[cell] = bend(data[cell] ?? Number.NaN);
  return bent;
};

/** Numbers of a normalised table as the means need them. Weights vary far more often than the table: a logarithm is taken once. */
const bentTables = new WeakMap<Float64Array, Map<string, Float64Array>>();

/** The whole table bent. It must not be changed afterwards: what is asked for again is kept. */
export const bendTable = (data: Float64Array, method: MeanMethod, exponent: number): Float64Array => {
  if (method === 'arithmetic') return data;
  const key = method === 'power' ? `power ${exponent}` : method;
  const known = bentTables.get(data) ?? new Map<string, Float64Array>();
  const bent = known.get(key) ?? bendAll(data, bendOf(method, exponent).bend);
  // A power that is varied over a range is another one each time: only the latest few are worth keeping.
  if (known.size >= 8 && !known.has(key)) known.clear();
  known.set(key, bent);
  bentTables.set(data, known);
  return bent;
};
