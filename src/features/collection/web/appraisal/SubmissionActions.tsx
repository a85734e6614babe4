import { saysSomething } from '#core/kernel/text.ts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { seenAnswersVersion, type SubmissionForm } from '#contract/submission.ts';
import { actOnSubmission } from '#features/collection/contract.ts';
import { focusAtOnce } from '#features/collection/web/focus-at-once.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import dialogStyles from '#web/ui/Dialog.module.css';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { COLLECTION_KEY } from '#features/collection/web/rounds/queries.ts';
import { appraisalMessages } from './messages.ts';
import styles from './Appraisal.module.css';

const OF_APPRAISERS = ['start-appraisal', 'accept', 'return', 'reopen'] as const;
type Action = (typeof OF_APPRAISERS)[number];
type Permitted = SubmissionForm['actions'][number];

interface Asked {
  readonly action: Action;
  readonly needsReason: boolean;
  readonly writeId: string;
}

interface SubmissionActionsProps {
  readonly form: SubmissionForm;
  /** Told what was done, in a sentence. */
  readonly onDone: (sentence: string) => void;
}

const useStep = (form: SubmissionForm, onDone: (sentence: string) => void) => {
  const words = useMessages(appraisalMessages);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ action, reason, writeId }: Asked & { readonly reason: string }) =>
      call(actOnSubmission, {
        params: { id: form.id },
        body: {
          ...{ action, reason: reason.trim() === '' ? null : reason.trim() },
          ...{ version: form.version, answersVersion: seenAnswersVersion(form), writeId },
        },
      }),
    onSuccess: async ({ state }, { action }) => {
      await queries.invalidateQueries({ queryKey: COLLECTION_KEY });
      onDone(action === 'accept' && state !== 'accepted' ? words.done.acceptFirst : words.done[action]);
    },
  });
};

/** What the server lets an appraiser do with the whole report now. */
export const SubmissionActions = ({ form, onDone }: SubmissionActionsProps) => {
  const words = useMessages(appraisalMessages);
  const [asked, setAsked] = useState<Asked | null>(null);
  const step = useStep(form, (sentence) => {
    setAsked(null);
    onDone(sentence);
  });
  const findPermitted = (action: Action): Permitted | undefined =>
    form.actions.find((permitted) => permitted.action === action);
  return (
    <>
      {OF_APPRAISERS.map((action) => {
        const permitted = findPermitted(action);
        return (
          permitted && (
            <Button
              key={action}
              variant={action === 'accept' ? 'filled' : 'default'}
              onClick={() => {
                step.reset();
                setAsked({ action, needsReason: permitted.needsReason, writeId: newId() });
              }}
            >
              {words.actions[action]}
            </Button>
          )
        );
      })}
      {asked && (
        <Dialog
          label={words.actions[asked.action]}
          onClose={() => {
            setAsked(null);
          }}
        >
          <StepForm
            asked={asked}
            error={step.error}
            isSaving={step.isPending}
            onSave={(reason) => {
              step.mutate({ ...asked, reason });
            }}
            onClose={() => {
              setAsked(null);
            }}
          />
        </Dialog>
      )}
    </>
  );
};

interface StepFormProps {
  readonly asked: Asked;
  readonly error: unknown;
  readonly isSaving: boolean;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}

const StepForm = ({ asked, error, isSaving, onSave, onClose }: StepFormProps) => {
  const words = useMessages(appraisalMessages);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isMissing = asked.needsReason && !saysSomething(reason);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isMissing) onSave(reason);
  };
  return (
    <form className={dialogStyles.form} onSubmit={submit} noValidate>
      <h2>{words.actions[asked.action]}</h2>
      {asked.action !== 'start-appraisal' && <p className={styles.notice}>{words.confirm[asked.action]}</p>}
      {error !== null && error !== undefined && <ErrorState error={error} />}
      <Textarea
        ref={focusAtOnce}
        label={words.wholeReason}
        description={asked.action === 'return' && !asked.needsReason ? words.wholeReasonHint : null}
        rows={2}
        maxLength={2000}
        value={reason}
        error={isChecked && isMissing ? words.form.reasonMissing : null}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={isSaving}>
          {words.actions[asked.action]}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.form.cancel}
        </Button>
      </div>
    </form>
  );
};
