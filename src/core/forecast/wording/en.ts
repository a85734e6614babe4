import type { ForecastAssumption } from '#core/forecast/assumptions.ts';
import type { ForecastWording } from './forecast-wording.ts';

const counted = (codes: readonly string[], one: string, more: string): string =>
  `${String(codes.length)} ${codes.length === 1 ? one : more}`;
const items = (codes: readonly string[]): string => counted(codes, 'data item', 'data items');
const indicators = (codes: readonly string[]): string => counted(codes, 'indicator', 'indicators');
const list = (codes: readonly string[]): string => codes.join(', ');

const assumption = (given: ForecastAssumption): string => {
  switch (given.kind) {
    case 'rules-unchanged':
      return `The scoring rules of ${String(given.ofYear)} stay the same for ${String(given.inYear)}.`;
    case 'drift':
      return `${items(given.items)} with three periods or more: the mean pace so far goes on, with an error that follows from how much the periods varied (${list(given.items)}).`;
    case 'two-points':
      return `${items(given.items)} with two periods: anything from standing still to twice the last pace is as likely (${list(given.items)}).`;
    case 'rule-readings':
      return `${indicators(given.components)} whose rule is unknown or can be read in several ways: each reading is as likely (${list(given.components)}).`;
    case 'open-points':
      return `${indicators(given.components)} whose points are a range: each point of the range is as likely (${list(given.components)}).`;
    case 'inferred-figures':
      return `${items(given.items)} inferred and not verified: right with a probability of ${String(Math.round(given.probability * 100))}%, otherwise as if nothing were known (${list(given.items)}).`;
    case 'estimated-figures':
      return `${items(given.items)} with estimates that are not final yet: taken as they are (${list(given.items)}).`;
    case 'simulated-figures':
      return `${items(given.items)} with figures by period that are simulated for demonstration and not real (${list(given.items)}).`;
    case 'held':
      return `${items(given.items)} with a single period: kept as they are, not varied.`;
    case 'inferred-maxima':
      return `The inferred maximum points of ${indicators(given.components)} are taken as right (${list(given.components)}).`;
    case 'independent':
      return 'Indicators are taken to vary independently of each other.';
  }
};

/** Forecasts in English. */
export const englishForecasts: ForecastWording = { assumption };
