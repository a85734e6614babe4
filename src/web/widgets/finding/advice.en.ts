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
  'deadline-order': 'Set the deadline after its period ends and within the time of the plan.',
  'lead-conflict': 'Name one lead agency; the other coordinates.',
  numbering: 'Number the list anew; check that nothing was left out.',
  'obsolete-organization': 'Name the organization that has taken over its functions by then.',
  'citation-number': 'Look at the cited document itself; give its number, symbol and day in full.',
  'citation-title': 'Give the title as the cited document itself has it, everywhere.',
  'citation-error': 'Cite the document in force and its right issuer.',
  'duplicate-row': 'Leave one row out, or say in what the two differ.',
  'text-vs-annex': 'Add what is missing to the text or to the annex.',
  'denominator-mismatch': 'Say over what each value is counted, or use one denominator.',
  'part-above-whole': 'Check both shares; correct the wrong one, or say how they are counted.',
  'unit-mismatch': 'Correct the name or the unit so that they fit the value.',
  'period-mismatch': 'Give the year to which the figure or the work belongs.',
  incomplete: 'Fill in what is left blank.',
  'name-variant': 'Spell the organization in one way, as its founding decision does.',
};
