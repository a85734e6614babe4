import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './advice.vi.ts';

export const en: SameShape<typeof vi> = {
  'target-conflict':
    'Agree on one value for the measure and the year, or say how the two differ, so that they are not taken for one.',
  'target-lowered': 'Keep what was set before, or give the reason and amend the document that sets more.',
  'target-below-baseline': 'Set the target above what was reached, or check the current figure.',
  'target-vs-actual':
    'Check the figure; if it is right, say why the target was missed and what will be done.',
  'comparator-conflict': 'Use one wording, “more than”, “at least” or “reach”, for one value.',
  'baseline-conflict': 'Ask the agency that supplies the figure, and use one with its day.',
  'figure-fell': 'Check both figures; if it did fall, give the cause and how each was counted.',
  'increase-not-by-figures': 'Work the increase out of the yearly figures, or say what it is compared with.',
  'percentage-not-its-fraction': 'Work the percentage out of its fraction; check both numbers.',
  'sum-mismatch': 'Add the rows again; correct the total or the row that is wrong, or add the one left out.',
  'score-not-by-rule': 'Score it again by the rule of the framework, or correct the figure it rests on.',
  'forecast-not-supported': 'Give the figures and measures that bear the forecast out, or lower it.',
  'deadline-conflict': 'Agree on one deadline for one deliverable.',
  'deadline-uneven': 'Let reports fall due equally long before their periods end, or say why not.',
  'lead-conflict': 'Name one lead agency; the other coordinates.',
  numbering: 'Number the list anew; check that nothing was left out.',
  'obsolete-organization': 'Name the organization that has taken over its functions by then.',
};
