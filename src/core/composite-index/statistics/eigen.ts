/** Eigenvalues in falling order, with their vectors of length one. */
export interface EigenPair {
  readonly value: number;
  readonly vector: readonly number[];
}

const SWEEPS = 60;

const offDiagonal = (matrix: Float64Array, size: number): number => {
  let total = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = row + 1; column < size; column += 1) total += (matrix[row * size + column] ?? 0) ** 2;
  }
  return total;
};

/** Turns two axes of the matrix and of the vectors so that the element between them becomes zero. */
const rotate = (matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void => {
  const at = (row: number, column: number): number => matrix[row * size + column] ?? 0;
  const between = at(p, q);
  if (between === 0) return;
  const theta = (at(q, q) - at(p, p)) / (2 * between);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (values: Float64Array, first: number, second: number): void => {
    const [x, y] = [values[first] ?? 0, values[second] ?? 0];
    values[first] = cosine * x - sine * y;
    values[second] = sine * x + cosine * y;
  };
  for (let row = 0; row < size; row += 1) turn(matrix, row * size + p, row * size + q);
  for (let column = 0; column < size; column += 1) turn(matrix, p * size + column, q * size + column);
  for (let row = 0; row < size; row += 1) turn(vectors, row * size + p, row * size + q);
};

const largestFirst = (vector: readonly number[]): readonly number[] => {
  const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  // An eigenvector and its opposite are the same axis: the largest part is made positive.
  return largest < 0 ? vector.map((value) => -value) : vector;
};

/** Eigenvalues and vectors of a symmetric matrix, row by row, by cyclic Jacobi rotations (Golub & Van Loan, 8.5). */
export const eigenOf = (symmetric: Float64Array, size: number): readonly EigenPair[] => {
  const matrix = symmetric.slice();
  const vectors = new Float64Array(size * size);
  for (let axis = 0; axis < size; axis += 1) vectors[axis * size + axis] = 1;
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(matrix, size) > 1e-26; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(matrix, vectors, size, p, q);
    }
  }
  return Array.from({ length: size }, (_, axis) => ({
    value: matrix[axis * size + axis] ?? 0,
    vector: largestFirst(Array.from({ length: size }, (_row, row) => vectors[row * size + axis] ?? 0)),
  })).sort((a, b) => b.value - a.value);
};
