import { Button } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { setSessionEnd } from '#web/api/session-end.ts';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import type { SaverState } from './answer-saver.ts';
import { describeAnswerProblem } from './describe-answer.ts';
import { useOpenForm, type OpenForm } from './form-context.ts';
import styles from './Form.module.css';
import { countEntries } from './outbox.ts';

interface Said {
  readonly tone: StateTone;
  readonly text: string;
}

/** When the server last saved a figure of the form, by its own clock. */
const findSavedAt = ({ groups }: OpenForm['form']): string | undefined =>
  groups
    .flatMap(({ indicators }) => indicators.flatMap(({ items }) => items))
    .flatMap(({ answer }) => answer?.changedAt ?? [])
    .toSorted()
    .at(-1);

const describeSaving = (state: SaverState, isOnline: boolean, { form, language }: OpenForm): Said => {
  const { words, format } = language;
  const { outbox, isSending } = state;
  const { waiting, stuck } = countEntries(outbox);
  const count = format.number(waiting);
  if (waiting > 0 && outbox.halted === 'session.required') {
    return { tone: 'bad', text: words.saving.session(count) };
  }
  if (waiting > 0 && outbox.halted !== null) {
    const reason = describeAnswerProblem({ code: outbox.halted, details: {} }, language);
    return { tone: 'bad', text: words.saving.halted(reason, count) };
  }
  if (waiting > 0 && (outbox.failures > 0 || !isOnline)) {
    return { tone: 'warning', text: words.saving.waiting(count) };
  }
  if (waiting > 0 || isSending) return { tone: 'running', text: words.saving.sending(count) };
  if (stuck > 0) return { tone: 'bad', text: words.saving.stuck(format.number(stuck)) };
  const at = findSavedAt(form);
  return at === undefined
    ? { tone: 'open', text: words.saving.nothing }
    : { tone: 'good', text: words.saving.saved(format.instant(at)) };
};

/** Says what of the form is saved where, and offers what helps when it is not on the server. */
export const SaveStatus = ({ state }: { readonly state: SaverState }) => {
  const open = useOpenForm();
  const { form, saver, language } = open;
  const { saving } = language.words;
  const { online } = useNetwork();
  const queries = useQueryClient();
  const { outbox, isKept } = state;
  const { tone, text } = describeSaving(state, online, open);
  return (
    <div className={styles.saving} role="status" aria-label={saving.label}>
      <StateBadge tone={tone}>{text}</StateBadge>
      {!isKept && <StateBadge tone="bad">{saving.notKept}</StateBadge>}
      {outbox.failures > 0 && (
        <Button size="compact-sm" variant="default" onClick={saver.resume}>
          {saving.retry}
        </Button>
      )}
      {outbox.halted === 'session.required' && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setSessionEnd(queries, { isUnsaved: true, isAsked: true });
          }}
        >
          {saving.signIn}
        </Button>
      )}
      {outbox.halted !== null && outbox.halted !== 'session.required' && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            void queries.invalidateQueries(submissionQuery(form.id)).then(saver.resume);
          }}
        >
          {saving.reload}
        </Button>
      )}
    </div>
  );
};
