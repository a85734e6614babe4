import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

export const en: SameShape<typeof vi> = {
  page: 'the forecast',
  loadingTitle: 'Index forecast',
  noForecastTitle: 'Not enough figures by period for a forecast',
  eyebrow: (framework, subject, year) => `${framework} · ${subject} · ${year}`,
  finding: (year, mean, low, high) =>
    `About ${mean} points are forecast for the end of ${year}, between ${low} and ${high}`,
  findingGoal: (year, mean, goal, chance) =>
    `About ${mean} points are forecast for the end of ${year}; the chance of ${goal} points is ${chance}`,
  below: 'below 1%',
  above: 'above 99%',
  about: (percent) => `about ${percent}`,
  lead: 'The forecast goes on from the periods so far and counts what is not sure: unknown rules, inferred figures. Points are rounded to 1 and chances to 1%, because what is drawn is no surer than that.',
  simulatedLead:
    'The quarterly figures of the demonstration are simulated, not real figures of the province.',
  picture: 'Points by period, and the forecast to the end of the year',
  pictureDescription: (last, now, end, mean, low, high) =>
    `${last}: ${now} points. ${end}: ${mean} points forecast, with a chance of 80% between ${low} and ${high}.`,
  pictureSource: (draws, seed) =>
    `Expected points and bands: ${draws} draws, seed ${seed}. Past periods have a band too, because rules are open and figures inferred.`,
  published: (year, points) =>
    `For ${year} the two provinces before the merger were published with ${points} points on average.`,
  legendLine: 'expected by the figures up to the period',
  legendForecast: 'forecast',
  legendBand: 'bands of 95%, 80% and 50%',
  legendGoal: 'goal',
  goal: 'Goal',
  columns: {
    ...{
      period: 'Period',
      points: 'By the rules',
      mean: 'Expected',
      band50: '50% band',
      band80: '80% band',
      band95: '95% band',
    },
    ...{ item: 'Figure', next: 'End of the year', interval: '80% interval', method: 'How' },
    ...{ indicator: 'Indicator', part: 'Part of the uncertainty' },
  },
  aboutPoints: (points) => `≈ ${points}`,
  items: 'Figures by period',
  itemsLead: 'Where each figure is at the end of the year if the pace so far goes on.',
  methods: {
    held: 'one period: kept',
    'two-points': 'two periods: from standing still to twice the pace',
    drift: 'by the mean pace',
  },
  drivers: 'What makes the forecast least sure',
  driversLead: 'What each indicator adds to the uncertainty of the total.',
  assumed: 'What the forecast assumes',
  varied: 'Varied',
  notVaried: 'Kept as it is, not varied: about these the forecast says nothing',
  ask: {
    title: 'Try other assumptions',
    goal: 'Goal, points',
    holds: 'Inferred figures are right with a chance of, %',
    compute: 'Forecast again',
    wrong: 'Enter a number of zero or more.',
    wrongPercent: 'Enter a whole number from 0 to 100.',
  },
};
