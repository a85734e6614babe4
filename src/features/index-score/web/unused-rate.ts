import type { Trace, TraceStep } from '#core/scoring/trace.ts';

/** The step that says that a stated rate does not count, and whether the count gives it. */
export type UnusedRate = Extract<TraceStep, { readonly kind: 'unused-rate' }>;

const listSteps = (steps: Trace): Trace =>
  steps.flatMap((step) =>
    step.kind === 'part' || step.kind === 'candidate' ? listSteps(step.steps) : [step],
  );

/** Finds where the arithmetic, its parts and possibilities included, leaves a stated rate aside. */
export const findUnusedRate = (steps: Trace, item: string): UnusedRate | undefined =>
  listSteps(steps).find((step): step is UnusedRate => step.kind === 'unused-rate' && step.item === item);
