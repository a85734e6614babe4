export const en = {
  points: 'Points by the rules',
  goal: 'goal',
  forecast: 'forecast of the plan',
  published: (year: string) => `published for ${year}`,
  mean: 'mean',
  columns: {
    code: 'Code',
    points: 'Points',
    maximum: 'Maximum',
    lost: 'Lost',
    forecast: 'Forecast',
    name: 'Indicator',
  },
  total: 'Total',
  beyond: (points: string) =>
    `The plan expects ${points} points more than the upper end of the range, under the assumptions listed.`,
  assumptions: 'Assumptions (points at stake)',
  rule: 'Rule',
  steps: 'Steps',
  examples: 'Against the points printed in the document',
  verdicts: {
    given: 'given',
    'given-within-rounding': 'given within the rounding of the printed rate',
    'not-given': 'not given',
    'not-testable': 'can not be tested',
  },
  printed: (points: string) => `printed ${points}`,
  computed: {
    component: (points: string) => `the rule gives ${points}`,
    document: (points: string) => `the document's wording gives ${points}`,
  },
  year: (year: string) => `year ${year}`,
};
