import { saysSomething } from '#core/kernel/text.ts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { v7 as newId } from 'uuid';
import { seenAnswersVersion } from '#contract/submission.ts';
import { actOnSubmission } from '#features/collection/contract.ts';
import { submissionMessages } from '#features/collection/web/submission-messages.ts';
import { submissionQuery, workQuery } from '#features/collection/web/submission-queries.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import dialogStyles from '#web/ui/Dialog.module.css';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import type { CheckedForm } from './check-form.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';
import { type OfferedStep, sendsFigures } from './own-steps.ts';

interface StepDialogProps {
  readonly step: OfferedStep;
  readonly checked: CheckedForm;
  readonly onClose: () => void;
}

/** Takes a step with the report: a retry after a lost answer takes it once. */
const useStep = ({ step, onClose }: Pick<StepDialogProps, 'step' | 'onClose'>) => {
  const { form } = useOpenForm();
  const queries = useQueryClient();
  const { queryKey } = submissionQuery(form.id);
  const [writeId] = useState(() => newId());
  return useMutation({
    mutationFn: (reason: string | null) =>
      call(actOnSubmission, {
        params: { id: form.id },
        body: {
          ...{ action: step.action, reason, version: form.version, writeId },
          answersVersion: seenAnswersVersion(form),
        },
      }),
    onSuccess: (after) => {
      queries.setQueryData(queryKey, after);
      void queries.invalidateQueries(workQuery);
      onClose();
    },
    // What the page shows is older than what the server decided by.
    onError: () => void queries.invalidateQueries({ queryKey }),
  });
};

/** Says what a step does before it is taken, and asks for the reason that it needs. */
export const StepDialog = ({ step, checked, onClose }: StepDialogProps) => {
  const { language } = useOpenForm();
  const { words, format } = language;
  const { actions } = useMessages(submissionMessages);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const taking = useStep({ step, onClose });
  const isMissing = step.needsReason && !saysSomething(reason);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) taking.mutate(reason.trim() === '' ? null : reason.trim());
  };
  const name = actions[step.action];
  const explained = checked.rows.filter(({ explanation }) => explanation.trim() !== '').length;
  return (
    <Dialog label={name} onClose={onClose}>
      <form onSubmit={submit} noValidate className={dialogStyles.form}>
        <h2>{words.step.title(name)}</h2>
        <p>
          {words.step.confirm[step.action](
            format.number(checked.answered),
            format.number(checked.rows.length),
          )}
        </p>
        {sendsFigures(step.action) && explained > 0 && (
          <p>{words.step.explained(format.number(explained))}</p>
        )}
        {taking.isError && <ErrorState error={taking.error} />}
        <Textarea
          label={step.needsReason ? words.step.reason : words.step.note}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          error={isTried && isMissing ? words.step.reasonMissing : null}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={taking.isPending}>
            {name}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.step.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
