import type { DataValue } from '#core/scoring/data-value.ts';
import type { SavedAnswers, SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import { answerKey, type Batch, type OutboxEntry, type ServedAnswer } from './outbox.ts';

const valueOf = ({ state, value }: OutboxEntry): DataValue =>
  state === 'value' ? { state, value: value ?? '', comparator: '=' } : { state };

const withAnswer = (
  source: SubmissionItem,
  entry: OutboxEntry,
  saved: { readonly version: number; readonly at: string; readonly by: string; readonly wasSent: boolean },
): SubmissionItem => ({
  ...source,
  answer: {
    value: valueOf(entry),
    ...{ note: entry.note, explanation: entry.explanation, version: saved.version },
    ...{ changedAt: saved.at, changedBy: saved.by, appraisal: null, isChanged: saved.wasSent },
  },
});

/** The form after a save, as the server would show it: what was saved, and what the checks find of it. */
export const applySaved = (
  form: SubmissionForm,
  { saved, findings, completeness, savedAt }: SavedAnswers,
  batch: Batch,
  by: string,
): SubmissionForm => {
  const versions = new Map(saved.map((one) => [answerKey(one), one.version]));
  const entries = new Map(batch.entries.map((entry) => [answerKey(entry), entry]));
  const wasSent = form.steps.some(({ action }) => action === 'submit');
  const apply = (source: SubmissionItem): SubmissionItem => {
    const key = answerKey({ subject: source.subject, item: source.item.code });
    const [version, entry] = [versions.get(key), entries.get(key)];
    if (version === undefined || !entry || version <= (source.answer?.version ?? 0)) return source;
    return withAnswer(source, entry, { version, at: savedAt, by, wasSent });
  };
  return {
    ...form,
    ...{ findings, completeness },
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
            },
          ]
        : [],
    );
