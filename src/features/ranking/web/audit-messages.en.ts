import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './audit-messages.vi.ts';

/** The English texts of the statistical audit of a ranking. */
export const en: SameShape<typeof vi> = {
  page: 'Statistical audit of the ranking',
  computing: 'Computing the ranking some thousand times in other ways. This takes a few seconds.',
  eyebrow: (framework, year) => `Statistical audit · ${framework} · ${year}`,
  back: 'Back to the ranking',
  title: (subjects, assumption, share) =>
    `Ranks of ${subjects} depend most on ${assumption}: ${share} of how they move`,
  titleTied: (subjects, first, second) =>
    `Ranks of ${subjects} depend most on ${first} and ${second}; which of both is stronger can’t be told`,
  titleFirm: (subjects) => `Ranks of ${subjects} stay when the method changes`,
  lead: (change) =>
    `When the method changes, a unit moves by ${change} ranks on average. The audit speaks of the method, not of errors in the figures.`,
  filter: 'Ranking',
  findingsTitle: 'To be looked at again',
  findingsNone:
    'No indicators were found that double or oppose each other, lack figures or have no influence.',
  findings: {
    redundant: (left, right, r) =>
      `${left} and ${right} are nearly the same (r = ${r}): one thing counts twice. Consider merging them or lowering their maximum.`,
    opposed: (left, right, r) =>
      `${left} and ${right} pull against each other (r = ${r}): who wins points in one tends to lose them in the other. Review how they are measured.`,
    'no-spread': (name) => `${name} tells no unit from another: all have the same points.`,
    'low-availability': (name, share) =>
      `${name} has points for only ${share} of the units: ranks by it are not reliable yet.`,
    'without-influence': (name, weight) =>
      `${name} carries ${weight} of all points but hardly moves the ranking.`,
    incoherent: (count, of, names) =>
      `${count} of ${of} groups have indicators that hardly go together (alpha below 0.70): ${names}. Their points mix different things.`,
  },
  kinds: {
    redundant: 'Doubles',
    opposed: 'Opposites',
    'no-spread': 'No spread',
    'low-availability': 'Figures missing',
    'without-influence': 'Little influence',
    incoherent: 'Inconsistent',
  },
  more: (count) => `${count} more; see the tables below.`,
  mainIndicators: 'the main indicators',
  sensitivityTitle: 'What moves the ranks',
  sensitivityLead:
    'Each factor is a choice of the method. Its own influence is the part of the movement that it causes alone; its whole influence includes what it causes together with others.',
  assumptions: {
    weights: 'the weights of indicators',
    scale: 'the common scale',
    mean: 'the kind of mean',
    outliers: 'the treatment of outliers',
    gaps: 'the treatment of missing figures',
  },
  alternatives: {
    weights: (share) => `each weight varied within ±${share}`,
    scale: () => 'share of the maximum; between the lowest and the highest unit; by rank',
    mean: () => 'arithmetic (full compensation); geometric (partial compensation)',
    outliers: () => 'left; pulled in to the next value',
    gaps: () => 'passed over; replaced by the mean of other units',
  },
  sensitivityChart: 'Whole influence of each factor on the ranks',
  sensitivityDescription: (list) => `Whole influence: ${list}.`,
  interval: (span) => `90 % interval: ${span}`,
  span: (low, high) => `${low}–${high}`,
  columns: {
    assumption: 'Factor',
    alternatives: 'Choices',
    firstOrder: 'Own influence',
    total: 'Whole influence',
    points: 'Sample points',
    component: 'Indicator',
    nominal: 'Weight as decided',
    importance: 'Real influence (R²)',
    leftOut: 'Change of rank without it (mean)',
    largest: 'Largest change',
    left: 'Indicator',
    right: 'Other indicator',
    coefficient: 'r',
    units: 'Units',
    note: 'Remark',
    group: 'Group',
    alpha: 'Alpha (Cronbach)',
    explained: 'First principal component',
    dimensions: 'Dimensions',
    complete: 'Units with all figures',
    subject: 'Unit',
    availability: 'Share of indicators with points',
  },
  sensitivitySource: (runs, points, replicates) =>
    `Source: ${runs} computations at ${points} Sobol points; 90 % intervals from ${replicates} bootstrap samples. Only digits that are stable are printed; else the interval.`,
  convergenceTitle: 'Convergence of the estimates',
  convergenceLead:
    'Whole influence computed from a part of the sample points. When the last lines are close, the estimates have settled.',
  correlationTitle: 'Which indicators go together',
  correlationLead:
    'Correlation r between indicators of one group: near 1 they are nearly the same, near 0 independent; negative (hatched) they pull against each other.',
  correlationFilter: 'Group of indicators',
  correlationChart: (group) => `Correlations within: ${group}`,
  correlationDescription: (pairs, flagged) => `${pairs} pairs; ${flagged} to be looked at again.`,
  correlationSource: 'Source: Pearson correlation of points, over the units that have both indicators.',
  pairOf: (left, right) => `${left} – ${right}`,
  weightsTitle: 'Weights as decided and real influence',
  weightsLead:
    'The weight as decided is the share of the maximum points. Real influence is the part of the movement of the total that the indicator alone explains (squared correlation).',
  weightsChart: 'How far ranks move without each main indicator',
  weightsDescription: (first, change) => `Ranks move most without ${first}: by ${change} on average.`,
  weightsSource:
    'Source: the ranking computed without each indicator; its weight passes to the others of its group.',
  opposedMark: 'opposed',
  mostMoved: (change, subject) => `${change} ranks (${subject})`,
  coherenceTitle: 'Whether the indicators of a group measure one thing',
  coherenceLead:
    'From an alpha of 0.70 on a group is consistent. The more its first principal component explains, the better its points stand for its indicators; dimensions are components with an eigenvalue above 1.',
  availabilityTitle: 'How complete the figures are',
  availabilityFull: 'Every unit has points in all indicators.',
  availabilityLead: (count, of) =>
    `${count} of ${of} units lack points in at least one indicator, or are not asked for one.`,
  none: '–',
};
