import type { DataValue } from '#core/scoring/data-value.ts';
import type { SavedAnswers, SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import { answerKey, type Batch, type OutboxEntry, type ServedAnswer } from './outbox.ts';

const valueOf = ({ state, value }: OutboxEntry): DataValue =>
  state === 'value' ? { state, value: value ?? '', comparator: '=' } : { state };

/** An entry that the server has saved, as which version and when by its clock. */
export interface SavedEntry {
  readonly entry: OutboxEntry;
  readonly version: number;
  readonly at: string;
}

/** Entries of a batch that the server has saved, by their keys. */
export const listSavedEntries = (
  { saved, savedAt }: Pick<SavedAnswers, 'saved' | 'savedAt'>,
  { entries }: Batch,
): ReadonlyMap<string, SavedEntry> => {
  const versions = new Map(saved.map((one) => [answerKey(one), one.version]));
  return new Map(
    entries.flatMap((entry) => {
      const version = versions.get(answerKey(entry));
      return version === undefined ? [] : [[answerKey(entry), { entry, version, at: savedAt }] as const];
    }),
  );
};

// A figure that changes must be appraised again; what was said of it stays beside it.
const appraisalsOf = (
  answer: SubmissionItem['answer'],
): NonNullable<SubmissionItem['answer']>['earlierAppraisals'] => [
  ...(answer?.appraisal ? [answer.appraisal] : []),
  ...(answer?.earlierAppraisals ?? []),
];

/** The form with what was saved since it was read, as the server would show it; what it has newer stays. */
export const applySaved = (
  form: SubmissionForm,
  saved: ReadonlyMap<string, SavedEntry>,
  by: string,
): SubmissionForm => {
  const isChanged = form.steps.some(({ action }) => action === 'submit');
  const apply = (source: SubmissionItem): SubmissionItem => {
    const found = saved.get(answerKey({ subject: source.subject, item: source.item.code }));
    if (!found || found.version <= (source.answer?.version ?? 0)) return source;
    const { entry, version, at } = found;
    const { note, explanation, task } = entry;
    return {
      ...source,
      answer: {
        ...{ value: valueOf(entry), note, explanation, version, changedAt: at, changedBy: by },
        ...{ appraisal: null, earlierAppraisals: appraisalsOf(source.answer), isChanged },
        ...(task && { task }),
      },
    };
  };
  return {
    ...form,
    groups: form.groups.map((group) => ({
      ...group,
      indicators: group.indicators.map((indicator) => ({ ...indicator, items: indicator.items.map(apply) })),
    })),
  };
};

/** What the server has, to be met with what was entered here. */
export const listServedAnswers = ({ groups }: SubmissionForm): readonly ServedAnswer[] =>
  groups
    .flatMap(({ indicators }) => indicators.flatMap(({ items }) => items))
    .flatMap(({ subject, item, answer }) =>
      answer
        ? [
            {
              ...{ subject, item: item.code, state: answer.value.state, version: answer.version },
              value: answer.value.state === 'value' ? answer.value.value : null,
              ...{ note: answer.note, explanation: answer.explanation },
              ...(answer.task && { task: answer.task }),
            },
          ]
        : [],
    );
