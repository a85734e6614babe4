import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';
import { en as differenceFields } from '#web/widgets/plan-item/difference-fields.en.ts';
import { en as warningWords } from '#web/widgets/plan-item/reading-warnings.en.ts';

export const en: SameShape<typeof vi> = {
  kinds: {
    target: 'Targets',
    task: 'Tasks',
    project: 'Projects',
    gap: 'Gaps',
    'indicator-score': 'Points of indicators',
    'reporting-duty': 'Reporting duties',
    'cited-document': 'Cited documents',
    result: 'Results',
    resource: 'Funding',
  },
  line: 'line',
  noLead: 'no lead agency',
  warnings: 'Warnings of the reader',
  warningWords,
  matches: {
    new: 'new',
    same: 'registered already',
    'gains-quote': 'gaining their words',
    differs: 'differing from the registers',
  },
  outcome: {
    added: 'added',
    quoted: 'given their words',
    replaced: 'replaced',
    unchanged: 'unchanged',
    excluded: 'left out',
    amended: 'of another document amended',
    takenOver: 'taken over from the replaced document',
    mentioned: 'of another document mentioned again',
    ended: 'ended',
  },
  unknownAgencies: 'Agency names not matched with the list',
  differences: 'Differs from the registers; the registered values are kept',
  fields: differenceFields,
  otherField: 'Other content',
  blank: 'none',
  offeredBefore: 'This file was offered before and waits to be accepted; nothing more was stored',
  registered: 'Registered',
  registeredBefore: (instant) => `Registered before (${instant}); nothing changed`,
  draft: (id) => `Draft ${id}: review and accept it on the import page, or run again with --yes`,
};
