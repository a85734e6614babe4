/** A source of numbers, evenly spread over [0, 1). Chance comes from outside: whoever analyses says with which seed. */
export type RandomSource = () => number;

/** Spreads a seed over the state; SplitMix32. */
const splitMix = (seed: number): (() => number) => {
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

const rotateLeft = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** xoshiro128** of Blackman & Vigna (2018): the same seed gives the same numbers on every machine. 32 bits a number. */
export const createRandomSource = (seed: number): RandomSource => {
  const next = splitMix(seed);
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return (result >>> 0) / 4294967296;
  };
};
