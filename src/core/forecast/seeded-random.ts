/** Gives the next number in [0, 1). Chance comes from outside: who passes the seed gets the same draws again. */
export type RandomSource = () => number;

const TWO_32 = 4_294_967_296;

/** Fills the state from a seed (SplitMix32), so that seeds that are near each other give unlike draws. */
const spread = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
};

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** xoshiro128** of Blackman and Vigna (2018): 32 bits at a time, the same on every machine. */
export const seededRandom = (seed: number): RandomSource => {
  const next = spread(seed);
  const state: [number, number, number, number] = [next(), next(), next(), next()];
  return () => {
    const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9);
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 11);
    return (result >>> 0) / TWO_32;
  };
};

/** A draw from the standard normal distribution (Box and Muller, 1958). */
export const drawNormal = (random: RandomSource): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A draw from Student's distribution with a whole number of degrees of freedom. */
export const drawStudent = (random: RandomSource, degrees: number): number => {
  let squares = 0;
  for (let degree = 0; degree < degrees; degree += 1) squares += drawNormal(random) ** 2;
  return drawNormal(random) / Math.sqrt(squares / degrees);
};
