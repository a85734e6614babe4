import type { RandomSource } from '#core/kernel/random-source.ts';

/** A draw from the standard normal distribution (Box and Muller, 1958). */
export const drawNormal = (random: RandomSource): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A draw from Student's distribution with a whole number of degrees of freedom. */
export const drawStudent = (random: RandomSource, degrees: number): number => {
  let squares = 0;
  for (let degree = 0; degree < degrees; degree += 1) squares += drawNormal(random) ** 2;
  return drawNormal(random) / Math.sqrt(squares / degrees);
};
