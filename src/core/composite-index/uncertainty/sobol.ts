import type { RandomSource } from '#core/kernel/random-source.ts';

/**
 * Primitive polynomials and initial direction numbers of dimensions 2 to 40: degree, coefficients, m₁ … m_s.
 * S. Joe, F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30 (2008),
 * table new-joe-kuo-6.
 */
const DIRECTIONS =
  '1 0 1|2 1 1 3|3 1 1 3 1|3 2 1 1 1|4 1 1 1 3 3|4 4 1 3 5 13|5 2 1 1 5 5 17|5 4 1 1 5 5 5|5 7 1 1 7 11 19|' +
  '5 11 1 1 5 1 1|5 13 1 1 1 3 11|5 14 1 3 5 5 31|6 1 1 3 3 9 7 49|6 13 1 1 1 15 21 21|6 16 1 3 1 13 27 49|' +
  '6 19 1 1 1 15 7 5|6 22 1 3 1 15 13 25|6 25 1 1 5 5 19 61|7 1 1 3 7 11 23 15 103|7 4 1 3 7 13 13 15 69|' +
  '7 7 1 1 3 13 7 35 63|7 8 1 3 5 9 1 25 53|7 14 1 3 1 13 9 35 107|7 19 1 3 1 5 27 61 31|7 21 1 1 5 11 19 41 61|' +
  '7 28 1 3 5 3 3 13 69|7 31 1 1 7 13 1 19 1|7 32 1 3 7 5 13 19 59|7 37 1 1 3 9 25 29 41|7 41 1 3 5 13 23 1 55|' +
  '7 42 1 3 7 3 13 59 17|7 50 1 3 1 3 5 53 69|7 55 1 1 5 5 23 33 13|7 56 1 1 7 7 1 61 123|7 59 1 1 7 9 13 61 49|' +
  '7 62 1 3 3 5 3 55 33|8 14 1 3 1 15 31 13 49 245|8 21 1 3 5 15 31 59 63 97|8 22 1 3 1 11 11 11 77 249';

const BITS = 32;

/** As many dimensions as there are direction numbers for. */
export const SOBOL_DIMENSIONS = DIRECTIONS.split('|').length + 1;

const firstDimension = (): Uint32Array =>
  Uint32Array.from({ length: BITS }, (_, bit) => 2 ** (BITS - 1 - bit));

const directionNumbers = (row: string): Uint32Array => {
  const [degree = 1, coefficients = 0, ...initial] = row.split(' ').map(Number);
  const numbers = new Uint32Array(BITS);
  for (let bit = 0; bit < BITS; bit += 1) {
    if (bit < degree) {
      numbers[bit] = (initial[bit] ?? 1) << (BITS - 1 - bit);
      continue;
    }
    const earlier = numbers[bit - degree] ?? 0;
    let number = earlier ^ (earlier >>> degree);
    for (let term = 1; term < degree; term += 1) {
      if (((coefficients >>> (degree - 1 - term)) & 1) === 1) number ^= numbers[bit - term] ?? 0;
    }
    numbers[bit] = number;
  }
  return numbers;
};

const fillDimension = (points: Float64Array, dimensions: number, dimension: number, shift: number): void => {
  const row = DIRECTIONS.split('|')[dimension - 1];
  const numbers = row === undefined ? firstDimension() : directionNumbers(row);
  let state = 0;
  for (let point = 0; point * dimensions < points.length; point += 1) {
    points[point * dimensions + dimension] = ((state ^ shift) >>> 0) / 4294967296;
    // Gray code: the next point differs by the direction number of the lowest zero bit.
    state ^= numbers[31 - Math.clz32(~point & (point + 1))] ?? 0;
  }
};

/**
 * The first points of the Sobol sequence in [0, 1), point after point. With a source of chance each dimension is shifted
 * digit by digit (exclusive or), which keeps the even spread and makes the estimates free of bias.
 * Throws on more dimensions than there are direction numbers for.
 */
export const sobolPoints = (count: number, dimensions: number, random?: RandomSource): Float64Array => {
  if (dimensions > SOBOL_DIMENSIONS) throw new RangeError(`No Sobol points of ${dimensions} dimensions`);
  const points = new Float64Array(count * dimensions);
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const shift = random ? Math.floor(random() * 4294967296) >>> 0 : 0;
    fillDimension(points, dimensions, dimension, shift);
  }
  return points;
};
