const HALF_PI = Math.PI / 2;

/** The probability that a Student variable stays below a value; exact for whole degrees of freedom (Abramowitz and Stegun 26.7.3–4). */
const studentProbability = (value: number, degrees: number): number => {
  const angle = Math.atan(value / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  // Odd degrees add terms of cos, even ones of 1; each is the one before times cos² and a fraction.
  let term = isOdd ? cosine : 1;
  let total = degrees === 1 ? 0 : term;
  for (let next = isOdd ? 3 : 2; next < degrees; next += 2) {
    term *= cosine ** 2 * ((next - 1) / next);
    total += term;
  }
  const within = isOdd ? (angle + sine * total) / HALF_PI : sine * total;
  return 0.5 + within / 2;
};

const STEPS = 200;

/** The value below which a Student variable stays with the given probability, which lies strictly between 0 and 1. */
export const studentQuantile = (probability: number, degrees: number): number => {
  let [low, high] = [-1, 1];
  while (studentProbability(low, degrees) > probability) low *= 2;
  while (studentProbability(high, degrees) < probability) high *= 2;
  for (let step = 0; step < STEPS && high - low > Number.EPSILON * Math.abs(high); step += 1) {
    const middle = (low + high) / 2;
    if (studentProbability(middle, degrees) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
