import type { ForecastAssumption } from '#core/forecast/assumptions.ts';

/** Sentences about forecasts, in one language. */
export interface ForecastWording {
  /** What was assumed, as a sentence. Items and components are named by their codes. */
  readonly assumption: (assumption: ForecastAssumption) => string;
}
