import { Button } from '@mantine/core';
import { useState } from 'react';
import { submissionMessages } from '#features/collection/web/submission-messages.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import type { SaverState } from './answer-saver.ts';
import { type CheckedForm, listHindrances } from './check-form.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';
import { countEntries } from './outbox.ts';
import { listOwnSteps, type OfferedStep, sendsFigures } from './own-steps.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { StepDialog } from './StepDialog.tsx';

interface FormBarProps {
  readonly checked: CheckedForm;
  readonly state: SaverState;
}

/** What is saved where, and the steps that the server offers; what hinders a step is listed instead of taking it. */
export const FormBar = ({ checked, state }: FormBarProps) => {
  const { form, saver, language } = useOpenForm();
  const { words, format } = language;
  const { actions } = useMessages(submissionMessages);
  const [asked, setAsked] = useState<OfferedStep | null>(null);
  // Each try shows the summary anew, so that it takes the focus again; 0 while there was none.
  const [tries, setTries] = useState(0);
  const hindrances = listHindrances(checked);
  const { waiting, stuck } = countEntries(state.outbox);
  const isSaved = waiting === 0 && stuck === 0 && !state.isSending;
  const begin = (step: OfferedStep) => () => {
    saver.sendNow();
    const isHindered = sendsFigures(step.action) && hindrances.length > 0;
    // What was mended since does not take the step by itself: somebody may still be typing.
    setAsked(isHindered ? null : step);
    setTries(isHindered ? tries + 1 : 0);
  };
  return (
    <>
      <div className={styles.bar}>
        <SaveStatus state={state} />
        <div className={styles.buttons}>
          {listOwnSteps(form).map((step, index) => (
            <Button
              key={step.action}
              variant={index === 0 && sendsFigures(step.action) ? 'filled' : 'default'}
              onClick={begin(step)}
            >
              {actions[step.action]}
            </Button>
          ))}
        </div>
      </div>
      {tries > 0 && hindrances.length > 0 && <ErrorSummary key={tries} hindrances={hindrances} />}
      {asked && !isSaved && (
        <p role="alert" className={styles.unsaved}>
          <StateBadge tone="warning">
            {state.isSending && state.outbox.failures === 0
              ? words.step.waitingForSaving
              : words.summary.unsaved(format.number(waiting + stuck))}
          </StateBadge>
        </p>
      )}
      {asked && isSaved && (
        <StepDialog
          step={asked}
          checked={checked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
};
