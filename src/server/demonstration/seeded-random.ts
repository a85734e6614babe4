/** Gives numbers between 0 and 1 that look like chance and are the same for the same seed (mulberry32). */
export type Random = () => number;

const hash = (text: string): number => {
  let value = 2_166_136_261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return value >>> 0;
};

/** Chance that depends on nothing but the text: the demonstration is the same on every machine. */
export const seededRandom = (seed: string): Random => {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A number that lies around a mean as a bell curve does, from twelve even ones. */
export const normalFrom = (random: Random, mean: number, deviation: number): number => {
  let sum = 0;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return mean + (sum - 6) * deviation;
};

/** A number between two others, each as likely. */
export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);
