/** A class of values, from `from` up to but not including `to`; the last one includes it. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
}

const CLASSES = 5;
const NEGLIGIBLE = 1e-6;
const NICE = [1, 2, 2.5, 5, 10] as const;

const niceStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (NICE.find((factor) => factor * power >= rough) ?? 10) * power;
};

/** At most five classes of equal width with round bounds that hold all values; fewer where values lie close together. */
export const classifyValues = (values: readonly number[]): readonly ValueClass[] => {
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // Figures are published with a few decimals: what lies closer is the same.
  if (most - least < NEGLIGIBLE) return [{ from: least, to: most }];
  let step = niceStep((most - least) / CLASSES);
  let start = Math.floor(least / step) * step;
  // Rounding the first bound down may leave the highest value out.
  while (start + step * CLASSES < most) {
    step = niceStep(step * 1.01);
    start = Math.floor(least / step) * step;
  }
  const count = Math.max(1, Math.ceil((most - start) / step));
  return Array.from({ length: count }, (_, index) => ({
    from: start + index * step,
    to: start + (index + 1) * step,
  }));
};

/** Five classes of ranks with about as many subjects each, the worst first: a higher class is better, as with points. */
export const classifyRanks = (subjects: number): readonly ValueClass[] => {
  const size = Math.ceil(subjects / CLASSES);
  const count = size === 0 ? 0 : Math.ceil(subjects / size);
  return Array.from({ length: count }, (_, index) => {
    const place = count - 1 - index;
    return { from: place * size + 1, to: Math.min(subjects, (place + 1) * size) };
  });
};

/** The index of the class of one of the values that classes were made of; undefined without classes. */
export const findClass = (classes: readonly ValueClass[], value: number): number | undefined => {
  if (classes.length === 0) return undefined;
  // Bounds are sums of binary fractions: a value on the outermost ones still belongs there.
  const index = classes.findLastIndex(({ from, to }) => value >= from && value <= to);
  if (index >= 0) return index;
  const [first] = classes;
  return first && value < first.from ? 0 : classes.length - 1;
};
