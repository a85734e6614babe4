interface Versioned {
  readonly version: number;
}

/**
 * One number for all answers of a form as they were seen: the sum of their versions, which grows with every change of
 * any of them. Who signs or accepts says by it what was before their eyes.
 */
export const answersVersionOf = (answers: Iterable<Versioned | null | undefined>): number =>
  [...answers].reduce((sum, answer) => sum + (answer?.version ?? 0), 0);
