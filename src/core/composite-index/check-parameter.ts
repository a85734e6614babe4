import { type CompositeFinding, compositeFinding } from './composite-finding.ts';
import type { Dataset } from './dataset.ts';

/** What is wrong; empty when nothing is. */
export type Check = readonly CompositeFinding[];

/** A finding at the path unless the value may stand there. */
export const unless = (holds: boolean, path: string, value: unknown): Check =>
  holds ? [] : [compositeFinding('parameter-invalid', { path }, { value: String(value) })];

// A recipe may come from a file or from an assumption that is varied: the types are promises that nobody has checked yet.
/** A finite number between two bounds. */
export const isNumber = (value: unknown, low: number, high = Infinity): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= low && value <= high;

/** One of a closed list. */
export const isOneOf = (value: unknown, allowed: readonly unknown[]): boolean => allowed.includes(value);

/** An indicator of the dataset. */
export const knowsIndicator = (dataset: Dataset, code: string): boolean =>
  dataset.indicators.some((indicator) => indicator.code === code);
